//! Rows of sums: `Tổng cộng`.

use phuluc_language::furniture::{FurnitureUse, phrases};

/// Whether the words of a cell name a row of sums.
///
/// Tone marks are compared, because `Công` opens names of offices.
pub(crate) fn is_total<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    let words: Vec<String> =
        words.take(3).map(|word| word.trim_end_matches(':').to_lowercase()).collect();
    phrases(FurnitureUse::Total).contains(&words.join(" ").as_str())
}
