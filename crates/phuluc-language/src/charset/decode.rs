//! Text in an old encoding, decoded.

use unicode_normalization::UnicodeNormalization;

use super::encoding::Encoding;
use super::letter::letter;
use super::viscii;

impl Encoding {
    /// The text that a tool showed as Latin-1 or Windows-1252, decoded and composed (NFC).
    ///
    /// Characters that the encoding does not have stay as they are.
    #[must_use]
    pub fn decode(self, shown: &str) -> String {
        match self {
            Self::Viscii => self.decode_letters(&viscii::with_capitals(shown)),
            _ => self.decode_letters(shown),
        }
    }

    fn decode_letters(self, shown: &str) -> String {
        let mut text = String::with_capacity(shown.len());
        let mut rest = shown.chars();
        while let Some((letter, took)) = letter(self, rest.clone()) {
            text.push(letter);
            rest.nth(took.saturating_sub(1));
        }
        text.nfc().collect()
    }

    /// The first letter of a text that a tool showed as Latin-1 or Windows-1252, and how many of its
    /// characters are that letter. A letter may be a combining mark.
    pub fn letter(self, shown: impl Iterator<Item = char> + Clone) -> Option<(char, usize)> {
        letter(self, shown)
    }
}
