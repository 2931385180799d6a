//! Keys under which differently written words are the same.
//!
//! Keys are for matching only; the text of a cell is never folded.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without any mark: `Đơn vị chủ trì` is `don vi chu tri`.
///
/// For labels and set phrases, where a lost or a wrong tone should not matter.
#[must_use]
pub fn plain(text: &str) -> String {
    text.nfd()
        .filter(|char| !is_combining_mark(*char))
        .flat_map(char::to_lowercase)
        .map(bare)
        .collect()
}

const fn bare(char: char) -> char {
    match char {
        'đ' | 'ð' | 'ɖ' => 'd',
        'ƣ' => 'u',
        '–' | '—' | '‑' | '\u{AD}' => '-',
        other => other,
    }
}

/// Lower case with marks, and one place for the tone of `oa`, `oe`, `uy`: `Uỷ` and `Ủy` are `ủy`.
///
/// For heads, where `Sở` and `Số` must stay apart.
#[must_use]
pub fn key(text: &str) -> String {
    let mut key = text.to_lowercase();
    for (new, old) in TONE_PLACES {
        if key.contains(new) {
            key = key.replace(new, old);
        }
    }
    key
}

/// The new way to place a tone and the old one.
const TONE_PLACES: [(&str, &str); 15] = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_marks_and_tone_places() {
        assert_eq!(plain("Đơn vị CHỦ TRÌ"), "don vi chu tri");
        assert_eq!(key("Uỷ ban"), key("Ủy ban"));
        assert_ne!(key("Sở"), key("Số"));
    }
}
