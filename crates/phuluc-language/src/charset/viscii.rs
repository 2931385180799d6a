//! VISCII as Windows-1252 shows it: `œy` for `Ủy`, and `Ð“C` for `ĐỘC`.
//!
//! The bytes 80 to 9F are capitals in VISCII and mostly punctuation in Windows-1252. A quotation
//! mark or a dash in such a text may be either, so it is a letter only where it makes a syllable.

use super::letter::{byte, viscii_letter};
use crate::syllable;

/// The same text with those bytes as letters; everything else stays as it is.
pub(super) fn with_capitals(shown: &str) -> String {
    shown.split_inclusive(char::is_whitespace).map(word_with_capitals).collect()
}

fn word_with_capitals(shown: &str) -> String {
    let lettered: String = shown.chars().map(|char| capital(char).unwrap_or(char)).collect();
    let decoded = lettered.chars().map(viscii_letter).filter(|char| char.is_alphabetic());
    let word = decoded.collect::<String>().to_lowercase();
    let is_syllable = word.chars().nth(1).is_some() && syllable::is_possible(&word);
    if is_syllable { lettered } else { shown.to_owned() }
}

/// The capital of a character outside Latin-1 that shows a byte all the same.
fn capital(shown: char) -> Option<char> {
    let byte = byte(shown).filter(|_| !matches!(shown, '\0'..='\u{FF}'))?;
    Some(viscii_letter(char::from(byte)))
}
