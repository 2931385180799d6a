//! Keys under which differently written words are the same.
//!
//! Keys are for matching only; the text of a cell is never folded.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::latin;
use crate::letter::{Tone, split_tone, with_tone};

/// Lower case without any mark: `Đơn vị chủ trì` is `don vi chu tri`.
///
/// For labels and set phrases, where a lost or a wrong tone should not matter.
#[must_use]
pub fn plain(text: &str) -> String {
    let known = text.chars().map(|letter| latin::bare(letter).map(stripped));
    known.collect::<Option<String>>().unwrap_or_else(|| plain_of_any(text))
}

/// Whether the [`plain`] form of a text is `other`; most texts differ in their first letter.
#[must_use]
pub fn is_plain(text: &str, other: &str) -> bool {
    let mut letters = other.chars();
    for letter in text.chars() {
        match latin::bare(letter).map(stripped) {
            Some(bare) if letters.next() == Some(bare) => {}
            Some(_) => return false,
            None => return plain(text) == other,
        }
    }
    letters.next().is_none()
}

fn plain_of_any(text: &str) -> String {
    text.nfd()
        .filter(|char| !is_combining_mark(*char))
        .flat_map(char::to_lowercase)
        .map(stripped)
        .collect()
}

const fn stripped(char: char) -> char {
    match char {
        'đ' | 'ð' | 'ɖ' => 'd',
        'ƣ' => 'u',
        '–' | '—' | '‑' | '\u{AD}' => '-',
        other => other,
    }
}

/// Lower case with marks, and one place for the tone of `oa`, `oe`, `uy`: `Uỷ` and `Ủy` are `ủy`.
///
/// For heads, where `Sở` and `Số` must differ. Letters of other alphabets that replace Vietnamese
/// ones (`Ð`, `Ƣ`) are those.
#[must_use]
pub fn key(text: &str) -> String {
    folded(text).into_owned()
}

/// The [`key`] of a text, borrowed where the text is its own.
#[must_use]
pub fn folded(text: &str) -> Cow<'_, str> {
    if is_own_key(text) { Cow::Borrowed(text) } else { Cow::Owned(key_of_any(text)) }
}

/// Whether a text has neither a letter nor a pair of letters that its key changes.
fn is_own_key(text: &str) -> bool {
    let mut before = ' ';
    text.chars().all(|letter| {
        let own = latin::small(letter) == Some(letter) && stood_for(letter) == letter;
        own && old_place(std::mem::replace(&mut before, letter), letter).is_none()
    })
}

fn key_of_any(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut before: Option<char> = None;
    let mut add = |letter: char| {
        let letter = stood_for(letter);
        match before.and_then(|before| old_place(before, letter)) {
            Some([first, second]) => {
                key.extend([first, second]);
                before = None;
            }
            None => key.extend(before.replace(letter)),
        }
    };
    for letter in text.chars() {
        match latin::small(letter) {
            Some(small) => add(small),
            None => letter.to_lowercase().for_each(&mut add),
        }
    }
    key.extend(before);
    key
}

const fn stood_for(letter: char) -> char {
    match letter {
        'ð' | 'ɖ' => 'đ',
        'ƣ' => 'ư',
        other => other,
    }
}

/// The two vowels with the tone on the first, in its place on the second.
fn old_place(first: char, second: char) -> Option<[char; 2]> {
    if !matches!(first, 'o' | 'u') || second.is_ascii() {
        return None;
    }
    let (shape, tone) = split_tone(second);
    let moves = matches!((first, shape), ('o', 'a' | 'e') | ('u', 'y')) && tone != Tone::Level;
    moves.then_some([with_tone(first, tone)?, shape])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_the_table_fold_as_all_others() {
        for letter in '\0'..='\u{2FFF}' {
            let text = format!("o{letter}a");
            assert_eq!(plain(&text), plain_of_any(&text), "{letter}");
            assert_eq!(key(&text), key_of_any(&text), "{letter}");
        }
    }

    #[test]
    fn a_key_is_borrowed_where_nothing_changes() {
        assert!(matches!(folded("việc của"), Cow::Borrowed(_)));
        assert!(matches!(folded("hoà"), Cow::Owned(_)));
        assert!(matches!(folded("Việc"), Cow::Owned(_)));
    }

    #[test]
    fn folds_marks_and_tone_places() {
        assert_eq!(plain("Đơn vị CHỦ TRÌ"), "don vi chu tri");
        assert_eq!(key("Uỷ ban"), key("Ủy ban"));
        assert_eq!(key("HÒA, hoà, Quý"), "hòa, hòa, qúy");
        assert_eq!(key("Ðiều, Ɖiều, TRƢỜNG"), "điều, điều, trường");
        assert_ne!(key("Sở"), key("Số"));
        assert_eq!(plain("Tie\u{302}\u{301}n Ủy"), "tien uy");
        for text in ["Ủy", "Ủ", "Ủy b", "uy", "U\u{309}y", ""] {
            assert_eq!(is_plain(text, "uy"), plain(text) == "uy", "{text}");
        }
        assert_eq!(key("TIE\u{302}\u{301}N UỶ İ"), "tie\u{302}\u{301}n ủy i\u{307}");
    }
}
