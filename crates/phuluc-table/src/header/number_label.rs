//! The label of the number column: `TT`, `STT`, `Số thứ tự`.

/// How many of the words (without marks), from the first on, are a number label; 0 if none.
pub fn number_label(plain_words: &[impl AsRef<str>]) -> usize {
    let word = |index: usize| plain_words.get(index).map(AsRef::as_ref).unwrap_or_default();
    match (word(0), word(1), word(2)) {
        ("so", second, _) if is_number_label(second) => 2,
        ("so", "thu", "tu") => 3,
        (first, ..) => usize::from(is_number_label(first)),
    }
}

/// Whether a word (without marks) is `TT` or `STT`.
pub(crate) fn is_number_label(plain_word: &str) -> bool {
    matches!(plain_word.trim_end_matches('.'), "tt" | "stt")
}
