//! Bytes that are Unicode text: UTF-8 and UTF-16.

use std::borrow::Cow;

use crate::error::Error;

/// Decodes UTF-8, with or without a byte order mark, and UTF-16 with one.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Error> {
    Ok(match bytes {
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)?),
        [0xEF, 0xBB, 0xBF, rest @ ..] => Cow::Borrowed(utf8(rest)?),
        _ => Cow::Borrowed(utf8(bytes)?),
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

/// Control characters that no text has; tab, line feed, form feed and return are text.
pub(super) const fn is_binary(byte: u8) -> bool {
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
    fn names_what_is_no_text() {
        assert_eq!(text(b"ab\0"), Err(Error::Binary { offset: 2, byte: 0 }));
        assert_eq!(text(b"a\nb\xE9"), Err(Error::NotUtf8 { offset: 3, line: 2 }));
    }
}
