//! Text: its encoding, its lines, its words.

use std::borrow::Cow;

use phuluc_model::Place;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::error::Error;
use crate::options::Limits;
use crate::page::{Gap, Line, Word};

/// Decodes UTF-8, with or without a byte order mark, and UTF-16 with one; composes letters (NFC).
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Error> {
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)?),
        [0xEF, 0xBB, 0xBF, rest @ ..] => Cow::Borrowed(utf8(rest)?),
        _ => Cow::Borrowed(utf8(bytes)?),
    };
    Ok(if is_nfc(&text) { text } else { Cow::Owned(text.nfc().collect()) })
}

fn utf8(bytes: &[u8]) -> Result<&str, Error> {
    if let Some((offset, &byte)) = bytes.iter().enumerate().find(|(_, byte)| is_binary(**byte)) {
        return Err(Error::Binary { offset, byte });
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let breaks = bytes.iter().take(offset).filter(|&&byte| byte == b'\n').count();
        Error::NotUtf8 { offset, line: u32::try_from(breaks).unwrap_or(u32::MAX).saturating_add(1) }
    })
}

/// Control characters that no text has; tab, line feed, form feed and return are text.
const fn is_binary(byte: u8) -> bool {
    matches!(byte, 0x00..=0x08 | 0x0E..=0x1F)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Error> {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    let mut text = String::with_capacity(bytes.len() / 2);
    for (index, decoded) in char::decode_utf16(units).enumerate() {
        match decoded {
            Ok(char) if !(char as u32 <= 0xFF && is_binary(char as u8)) => text.push(char),
            _ => {
                let offset = 2 + index * 2;
                return Err(Error::Binary {
                    offset,
                    byte: bytes.get(index * 2).copied().unwrap_or(0),
                });
            }
        }
    }
    Ok(text)
}

/// Cuts text into the lines that hold a word.
pub(super) fn lines(text: &str, limits: &Limits) -> Result<Vec<Line>, Error> {
    let mut lines = Vec::new();
    let mut above = Above::default();
    let mut number = 0_u32;
    for raw in text.split('\n') {
        number = number.saturating_add(1);
        if number as usize > limits.max_lines {
            return Err(Error::TooManyLines { limit: limits.max_lines });
        }
        for (index, piece) in raw.split('\u{C}').enumerate() {
            above.page_mark |= index > 0;
            let words = words(piece, above.gap(), number);
            if words.is_empty() {
                above.pass(piece);
            } else {
                let Above { blanks, page_mark, .. } = std::mem::take(&mut above);
                lines.push(Line { words, blanks_above: blanks, page_mark });
            }
        }
    }
    Ok(lines)
}

/// What was passed since the last line that held a word.
#[derive(Default)]
struct Above {
    blanks: u32,
    hollow: bool,
    page_mark: bool,
}

impl Above {
    fn pass(&mut self, blank: &str) {
        self.blanks += 1;
        self.hollow |= blank.contains(' ');
    }

    const fn gap(&self) -> Gap {
        match (self.hollow, self.blanks) {
            (true, _) => Gap::Hollow,
            (false, 0) => Gap::Line,
            (false, _) => Gap::Blank,
        }
    }
}

fn words(line: &str, opening: Gap, number: u32) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut spaces = 0;
    for piece in line.split(char::is_whitespace) {
        if piece.is_empty() {
            spaces += 1;
            continue;
        }
        let gap = match (words.is_empty(), spaces) {
            (true, _) => opening,
            (false, 0) => Gap::Space,
            (false, _) => Gap::Wide,
        };
        words.push(Word { text: piece.to_owned(), gap, place: Place::new(1, number) });
        spaces = 0;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Line> {
        lines(text, &Limits::default()).unwrap()
    }

    #[test]
    fn keeps_what_stands_between_words() {
        let lines = read("a b  c\nd\n\ne\n \nf\u{C}g\n");
        let gaps: Vec<_> = lines.iter().flat_map(|l| &l.words).map(|w| w.gap).collect();
        let expected =
            [Gap::Line, Gap::Space, Gap::Wide, Gap::Line, Gap::Blank, Gap::Hollow, Gap::Line];
        assert_eq!(gaps, expected);
        assert!(lines[4].page_mark);
    }

    #[test]
    fn reads_utf16_with_a_byte_order_mark() {
        let bytes: Vec<u8> = "\u{FEFF}Phụ lục".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&bytes).unwrap(), "Phụ lục");
        let bytes: Vec<u8> = "\u{FEFF}Phụ lục".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&bytes).unwrap(), "Phụ lục");
    }

    #[test]
    fn composes_letters() {
        assert_eq!(decode("Tie\u{302}\u{301}n".as_bytes()).unwrap(), "Tiến");
    }

    #[test]
    fn names_what_is_no_text() {
        assert_eq!(decode(b"ab\0"), Err(Error::Binary { offset: 2, byte: 0 }));
        assert_eq!(decode(b"a\nb\xE9"), Err(Error::NotUtf8 { offset: 3, line: 2 }));
    }
}
