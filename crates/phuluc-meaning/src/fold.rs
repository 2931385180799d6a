//! Keys under which differently written words are the same.
//!
//! Keys are for matching only; the text of a cell is never folded.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::letter::{Tone, split_tone, with_tone};

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
/// For heads, where `Sở` and `Số` must stay apart. Letters that stand in for Vietnamese ones (`Ð`,
/// `Ƣ`) are those.
#[must_use]
pub fn key(text: &str) -> String {
    let mut letters = text.chars().flat_map(char::to_lowercase).map(stood_for).peekable();
    let mut key = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        let Some([first, second]) = letters.peek().and_then(|next| old_place(letter, *next)) else {
            key.push(letter);
            continue;
        };
        key.extend([first, second]);
        letters.next();
    }
    key
}

const fn stood_for(letter: char) -> char {
    match letter {
        'ð' | 'ɖ' => 'đ',
        'ƣ' => 'ư',
        other => other,
    }
}

/// The two vowels with the tone on the first, where it stands on the second.
fn old_place(first: char, second: char) -> Option<[char; 2]> {
    let (shape, tone) = split_tone(second);
    let moves = matches!((first, shape), ('o', 'a' | 'e') | ('u', 'y')) && tone != Tone::Level;
    moves.then_some([with_tone(first, tone)?, shape])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_marks_and_tone_places() {
        assert_eq!(plain("Đơn vị CHỦ TRÌ"), "don vi chu tri");
        assert_eq!(key("Uỷ ban"), key("Ủy ban"));
        assert_eq!(key("HÒA, hoà, Quý"), "hòa, hòa, qúy");
        assert_eq!(key("Ðiều, Ɖiều, TRƢỜNG"), "điều, điều, trường");
        assert_ne!(key("Sở"), key("Số"));
    }
}
