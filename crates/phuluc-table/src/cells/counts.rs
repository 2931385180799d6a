//! Counts of words and values by column or kind, and the odds of a border that follow from them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Index of the count of two words with a border between them, and without one.
pub(crate) const BORDER: usize = 0;
pub(crate) const INSIDE: usize = 1;

/// A count without the share that the row itself added to it.
pub(crate) fn without_own_share(count: f32, own_share: f32) -> f32 {
    (count - own_share).max(0.0)
}

/// The logarithm of the odds of a border. The prior `expected` weighs as much as two samples.
pub(crate) fn odds(
    counts: Option<&Vec<f32>>,
    expected: f32,
    own_share: Option<(bool, f32)>,
) -> f32 {
    let Some(counts) = counts else { return expected };
    let of = |kind: usize| {
        let own_share = own_share.filter(|(border, _)| *border == (kind == BORDER));
        without_own_share(
            counts.get(kind).copied().unwrap_or(0.0),
            own_share.map_or(0.0, |(_, own_share)| own_share),
        )
    };
    let share = 1.0 / (1.0 + (-expected).exp());
    ((of(BORDER) + 2.0 * share) / (of(INSIDE) + 2.0 * (1.0 - share))).ln()
}

/// For each key, how often each column has it.
pub(crate) type KeyCounts = HashMap<u64, Vec<f32>, BuildHasherDefault<Keyed>>;

/// Adds to the count of a column.
pub(crate) fn count_in(counts: &mut KeyCounts, key: u64, column: usize, weight: f32) {
    let columns = counts.entry(key).or_default();
    if columns.len() <= column {
        columns.resize(column + 1, 0.0);
    }
    if let Some(count) = columns.get_mut(column) {
        *count += weight;
    }
}

/// Passes keys through that are hashes already.
#[derive(Default)]
pub(crate) struct Keyed(u64);

impl Hasher for Keyed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        // The map uses the upper bits, so the lower bits are spread over them.
        self.0 = key ^ key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_row_taught_itself_does_not_count() {
        let counts = vec![3.0, 1.0];
        let all = odds(Some(&counts), 0.0, None);
        let others = odds(Some(&counts), 0.0, Some((true, 1.0)));
        assert!(all > others && (others - (3.0_f32 / 2.0).ln()).abs() < 1e-5);
    }

    #[test]
    fn what_is_expected_counts_where_nothing_was_counted() {
        assert!((odds(None, -1.5, None) + 1.5).abs() < 1e-5);
        assert!((odds(Some(&vec![0.0, 0.0]), -1.5, None) + 1.5).abs() < 1e-5);
    }
}
