//! What Unicode says of the letters that nearly all texts are made of, asked once for each.
//!
//! Reading a document asks for the small form of a letter, its marks and its class many times; the
//! answers here are those of the tables of Unicode, which take longer to find.

use std::borrow::Cow;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What is known of a letter.
#[derive(Debug, Clone, Copy)]
struct LetterForms {
    /// The small letter; `None` where it is more than one.
    small: Option<char>,
    /// The small letter without its marks; `None` where that is not one letter.
    bare: Option<char>,
    alphabetic: bool,
    /// Whether NFC never changes it.
    composed: bool,
}

/// Latin letters, then the Vietnamese ones, then dashes, quotation marks and bullets.
static ROWS: LazyLock<Vec<LetterForms>> = LazyLock::new(|| {
    let letters =
        ('\u{80}'..='\u{24F}').chain('\u{1E00}'..='\u{1EFF}').chain('\u{2010}'..='\u{2027}');
    letters.map(LetterForms::new).collect()
});

/// The place of a letter in the table.
const fn place(letter: char) -> Option<usize> {
    let code = letter as usize;
    match code {
        0x80..=0x24F => Some(code - 0x80),
        0x1E00..=0x1EFF => Some(code - 0x1E00 + 0x1D0),
        0x2010..=0x2027 => Some(code - 0x2010 + 0x2D0),
        _ => None,
    }
}

fn row(letter: char) -> Option<&'static LetterForms> {
    ROWS.get(place(letter)?)
}

impl LetterForms {
    fn new(letter: char) -> Self {
        let unmarked = letter.nfd().filter(|char| !is_combining_mark(*char));
        Self {
            small: only(letter.to_lowercase()),
            bare: only(unmarked.flat_map(char::to_lowercase)),
            alphabetic: letter.is_alphabetic(),
            composed: letter.nfc().eq([letter]) && !is_combining_mark(letter),
        }
    }
}

fn only(mut letters: impl Iterator<Item = char>) -> Option<char> {
    let first = letters.next();
    first.filter(|_| letters.next().is_none())
}

/// The small letter, where the table has it and it is one.
pub fn small(letter: char) -> Option<char> {
    if letter.is_ascii() { Some(letter.to_ascii_lowercase()) } else { row(letter)?.small }
}

/// A text in small letters, borrowed where it is that.
pub fn in_small(text: &str) -> Cow<'_, str> {
    if text.chars().all(|letter| small(letter) == Some(letter)) {
        return Cow::Borrowed(text);
    }
    let known: Option<String> = text.chars().map(small).collect();
    Cow::Owned(known.unwrap_or_else(|| text.to_lowercase()))
}

/// The small letter without its marks, where the table has it and it is one.
pub fn bare(letter: char) -> Option<char> {
    if letter.is_ascii() { Some(letter.to_ascii_lowercase()) } else { row(letter)?.bare }
}

/// As [`char::is_alphabetic`].
#[must_use]
pub fn is_alphabetic(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphabetic();
    }
    row(letter).map_or_else(|| letter.is_alphabetic(), |row| row.alphabetic)
}

/// Whether NFC is known to leave a text of such letters as it is, and none of them is a mark.
#[must_use]
pub fn is_composed(letter: char) -> bool {
    letter.is_ascii() || row(letter).is_some_and(|row| row.composed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters() -> impl Iterator<Item = char> {
        '\0'..='\u{FFFF}'
    }

    #[test]
    fn every_row_is_that_of_its_letter() {
        for letter in letters() {
            let lower: Vec<char> = letter.to_lowercase().collect();
            assert!(small(letter).is_none_or(|small| lower == [small]), "{letter}");
            assert_eq!(is_alphabetic(letter), letter.is_alphabetic(), "{letter}");
        }
        assert_eq!("ẬẠĐƯ“".chars().map(small).collect::<Option<String>>().unwrap(), "ậạđư“");
        assert_eq!("ẬẠĐƯ“".chars().map(bare).collect::<Option<String>>().unwrap(), "aađu“");
        assert_eq!(small('İ'), None);
        for text in ["việc", "VIỆC", "İ", "ΟΔΟΣ"] {
            assert_eq!(in_small(text), text.to_lowercase());
        }
    }

    #[test]
    fn composed_letters_stay_whatever_stands_beside_them() {
        for letter in letters().filter(|letter| is_composed(*letter)) {
            for text in [
                format!("{letter}"),
                format!("a{letter}"),
                format!("{letter}a"),
                format!("ơ{letter}"),
            ] {
                assert_eq!(text.nfc().collect::<String>(), text);
            }
        }
        assert!(!is_composed('\u{301}'));
    }
}
