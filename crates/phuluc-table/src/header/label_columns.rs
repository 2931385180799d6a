//! Which column each text of a page is in, by their middles.
//!
//! On a grid of characters each block of text is placed on its own, so that the texts of a column
//! may be far from its label, but are near to each other and in the order of the labels.

use phuluc_page::extent::Extent;

/// At most this many texts of a page are used, because the time grows with their square.
const MAX_TEXTS: usize = 400;

/// Weight of the distance to the label, against 1 for the distance to the middle of the other
/// texts.
const LABEL: f32 = 0.3;

/// For each column the middle of its texts. The texts are divided in order, with the least sum of
/// distances to the middle of their column and, with less weight, to its label.
pub(crate) fn middles(labels: &[f32], texts: &[Extent]) -> Vec<Option<f32>> {
    let mut centres: Vec<f32> = texts.iter().take(MAX_TEXTS).map(|x| x.middle()).collect();
    centres.sort_by(f32::total_cmp);
    let sums = sums(&centres);
    // For each number of texts: the least cost to divide them among the columns so far.
    let mut best = vec![f32::INFINITY; centres.len() + 1];
    if let Some(none) = best.first_mut() {
        *none = 0.0;
    }
    let mut ways: Vec<Vec<usize>> = Vec::new();
    for label in labels {
        let below = centres.partition_point(|centre| centre < label);
        let before = best.clone();
        let mut way: Vec<usize> = (0..best.len()).collect();
        for (from, cost) in before.iter().enumerate() {
            for to in from + 1..=centres.len() {
                let middle = usize::midpoint(from, to);
                let spread = distance(&sums, &centres, from, to, middle, None);
                let off = distance(&sums, &centres, from, to, below.clamp(from, to), Some(*label));
                let whole = cost + spread + LABEL * off;
                if let (Some(slot), Some(way)) = (best.get_mut(to), way.get_mut(to))
                    && whole < *slot
                {
                    *slot = whole;
                    *way = from;
                }
            }
        }
        ways.push(way);
    }
    let mut middles = vec![None; labels.len()];
    let mut to = centres.len();
    for (way, slot) in ways.iter().zip(&mut middles).rev() {
        let from = way.get(to).copied().unwrap_or(to);
        *slot = centres.get(usize::midpoint(from, to)).copied().filter(|_| from < to);
        to = from;
    }
    middles
}

/// The sums of all values before each index, and of all.
fn sums(values: &[f32]) -> Vec<f32> {
    let mut sum = 0.0;
    let mut sums = vec![0.0];
    for value in values {
        sum += value;
        sums.push(sum);
    }
    sums
}

/// The sum of the distances of the values from `from` to `to` from a point before the value `at`;
/// the point is that value unless another is given.
fn distance(
    sums: &[f32],
    values: &[f32],
    from: usize,
    to: usize,
    at: usize,
    point: Option<f32>,
) -> f32 {
    let Some(point) = point.or_else(|| values.get(at).copied()) else { return 0.0 };
    let sum = |from: usize, to: usize| match (sums.get(from), sums.get(to)) {
        (Some(before), Some(all)) => all - before,
        _ => 0.0,
    };
    #[expect(clippy::cast_precision_loss, reason = "a page has some hundred texts")]
    let count = |from: usize, to: usize| (to - from) as f32;
    (point * count(from, at) - sum(from, at)) + (sum(at, to) - point * count(at, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(labels: &[f32], texts: &[f32], expected: &[Option<f32>]) {
        let texts: Vec<Extent> =
            texts.iter().map(|x| Extent { min: x - 5.0, max: x + 5.0 }).collect();
        assert_eq!(middles(labels, &texts), expected);
    }

    #[test]
    fn texts_go_to_the_columns_in_their_order() {
        check(&[10.0, 50.0], &[48.0, 12.0, 11.0, 52.0, 49.0], &[Some(12.0), Some(49.0)]);
    }

    #[test]
    fn a_label_may_stand_far_from_its_texts() {
        let texts = [28.0, 28.0, 28.0, 28.0, 56.0, 56.0, 56.0, 96.0, 96.0];
        check(&[34.0, 72.0, 96.0], &texts, &[Some(28.0), Some(56.0), Some(96.0)]);
    }

    #[test]
    fn a_column_may_be_empty() {
        check(&[10.0, 50.0, 90.0], &[10.0, 12.0, 88.0, 91.0], &[Some(12.0), None, Some(91.0)]);
    }

    #[test]
    fn a_text_between_two_columns_goes_to_the_nearer_one() {
        check(&[10.0, 50.0], &[10.0, 12.0, 31.0, 50.0, 52.0], &[Some(12.0), Some(50.0)]);
        check(&[10.0, 50.0], &[10.0, 12.0, 29.0, 50.0, 52.0], &[Some(12.0), Some(52.0)]);
    }

    /// Both ways cost the same, so that only the order of the columns is left.
    #[test]
    fn of_two_columns_equally_far_the_first_takes_the_text() {
        check(&[10.0, 30.0], &[20.0], &[Some(20.0), None]);
    }

    #[test]
    fn one_text_a_column_and_none_at_all() {
        check(&[10.0, 50.0, 90.0], &[88.0, 11.0, 52.0], &[Some(11.0), Some(52.0), Some(88.0)]);
        check(&[10.0, 50.0], &[], &[None, None]);
        check(&[], &[10.0], &[]);
    }
}
