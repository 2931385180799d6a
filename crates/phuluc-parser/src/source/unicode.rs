//! Bytes that are Unicode text: UTF-8 and UTF-16.

use std::borrow::Cow;

use phuluc_page::error::Error;

/// A byte order mark; at the start of a text it is not text. Tools that join files write several.
const MARK: char = '\u{FEFF}';

/// Decodes UTF-8, with or without a byte order mark, and UTF-16 with one.
pub(crate) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Error> {
    Ok(match bytes {
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)?),
        _ => Cow::Borrowed(utf8(bytes)?.trim_start_matches(MARK)),
    })
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

/// Control characters that no text has. Tab, line feed, form feed and return are text.
pub(crate) const fn is_binary(byte: u8) -> bool {
    matches!(byte, 0x00..=0x08 | 0x0E..=0x1F)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Error> {
    let (units, rest) = bytes.as_chunks::<2>();
    if let [byte] = rest {
        // Half of a unit: the text was cut off.
        return Err(Error::Binary { offset: 1 + bytes.len(), byte: *byte });
    }
    let units = units.iter().map(|pair| unit(*pair));
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut at = 0;
    for decoded in char::decode_utf16(units) {
        match decoded {
            Ok(MARK) if text.is_empty() => {}
            Ok(char) if !(char as u32 <= 0xFF && is_binary(char as u8)) => text.push(char),
            _ => {
                let byte = bytes.get(at).copied().unwrap_or(0);
                return Err(Error::Binary { offset: 2 + at, byte });
            }
        }
        at += 2 * decoded.map_or(1, char::len_utf16);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_utf16_with_a_byte_order_mark() {
        let bytes: Vec<u8> = "\u{FEFF}Phụ lục".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&bytes).unwrap(), "Phụ lục");
        let bytes: Vec<u8> = "\u{FEFF}Phụ lục".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&bytes).unwrap(), "Phụ lục");
    }

    #[test]
    fn marks_of_byte_order_are_no_text_where_it_begins() {
        assert_eq!(text("\u{FEFF}\u{FEFF}TT \u{FEFF}".as_bytes()).unwrap(), "TT \u{FEFF}");
        assert_eq!(text(&[0xFF, 0xFE, 0xFF, 0xFE, b'T', 0]).unwrap(), "T");
    }

    #[test]
    fn the_place_of_a_byte_counts_letters_of_two_units() {
        let units = "\u{1F468}\0".encode_utf16().flat_map(u16::to_le_bytes);
        let bytes: Vec<u8> = [0xFF, 0xFE].into_iter().chain(units).collect();
        assert_eq!(text(&bytes), Err(Error::Binary { offset: 6, byte: 0 }));
    }

    #[test]
    fn half_a_unit_of_utf16_is_named() {
        assert_eq!(
            text(&[0xFF, 0xFE, b'T', 0, b'x']),
            Err(Error::Binary { offset: 4, byte: b'x' })
        );
    }

    #[test]
    fn names_what_is_no_text() {
        assert_eq!(text(b"ab\0"), Err(Error::Binary { offset: 2, byte: 0 }));
        assert_eq!(text(b"a\nb\xE9"), Err(Error::NotUtf8 { offset: 3, line: 2 }));
    }
}
