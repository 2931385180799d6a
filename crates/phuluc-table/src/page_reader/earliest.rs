//! Finds the first of many items whose place is in an interval, without asking each of them.

use phuluc_page::extent::Extent;

/// The places of items along an axis (a sparse table).
#[derive(Debug)]
pub(crate) struct Earliest {
    /// The places from the lowest to the highest.
    places: Vec<f32>,
    /// The least index among as many neighbouring places as a power of two, for each power and
    /// place.
    least: Vec<Vec<usize>>,
}

impl Earliest {
    /// `places` are in the order of the items.
    pub(crate) fn new(places: impl Iterator<Item = f32>) -> Self {
        let mut order: Vec<(f32, usize)> =
            places.enumerate().map(|(index, place)| (place, index)).collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (places, mut row): (Vec<f32>, Vec<usize>) = order.into_iter().unzip();
        let mut least = Vec::new();
        let mut wide = 1;
        while !row.is_empty() {
            let next = row.iter().zip(row.iter().skip(wide)).map(|(a, b)| *a.min(b)).collect();
            least.push(std::mem::replace(&mut row, next));
            wide *= 2;
        }
        Self { places, least }
    }

    /// The index of the first item whose place is in the interval.
    pub(crate) fn within(&self, stretch: Extent) -> Option<usize> {
        let from = self.places.partition_point(|place| *place < stretch.min);
        let to = self.places.partition_point(|place| *place <= stretch.max);
        let power = to.checked_sub(from)?.checked_ilog2()?;
        let row = self.least.get(usize::try_from(power).ok()?)?;
        Some(*row.get(from)?.min(row.get(to - (1 << power))?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_within_is_that_of_the_order_of_the_things() {
        let places = [40.0, 10.0, 30.0, 20.0, 30.0, 5.0];
        let earliest = Earliest::new(places.into_iter());
        for min in 0..50_u8 {
            for max in 0..50_u8 {
                let stretch = Extent { min: f32::from(min), max: f32::from(max) };
                let first = places.iter().position(|place| stretch.holds(*place));
                assert_eq!(earliest.within(stretch), first, "{stretch:?}");
            }
        }
    }
}
