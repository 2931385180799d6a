//! How long a stream becomes when its filters are undone. Only text filters are really undone: they
//! make data shorter.

use std::borrow::Cow;

use hayro_syntax::Filter;

use crate::guard::deflate_length;

/// How many times longer the data can become when this filter is undone.
const fn ratio(filter: Filter) -> u64 {
    match filter {
        // At best one bit stands for 258 bytes (RFC 1951), two bits where distances have codes.
        Filter::FlateDecode => 1_032,
        // A code of at most twelve bits stands for a string of at most 3,839 bytes.
        Filter::LzwDecode => 3_500,
        Filter::RunLengthDecode => 64,
        Filter::Ascii85Decode => 4,
        _ => 1,
    }
}

/// The most that data of this length can become.
pub(crate) fn at_most(length: usize, filters: &[Filter]) -> u64 {
    filters.iter().fold(length as u64, |length, filter| length.saturating_mul(ratio(*filter)))
}

/// How long data becomes; counting ends soon after `enough`. For data that is compressed twice, which
/// ordinary programs do not do, it is an upper limit.
///
/// An image filter ends the counting: its result is a picture, which `image_pixels` measures.
pub(crate) fn length(data: &[u8], filters: &[Filter], enough: u64) -> u64 {
    let mut data = Cow::Borrowed(data);
    let mut rest = filters;
    while let Some((filter, after)) = rest.split_first() {
        rest = after;
        let length = match filter {
            Filter::AsciiHexDecode => {
                data = Cow::Owned(hex(&data));
                continue;
            }
            Filter::Ascii85Decode => {
                data = Cow::Owned(base85(&data));
                continue;
            }
            Filter::Crypt => continue,
            Filter::FlateDecode => deflate_length::count(&data, enough).out,
            Filter::LzwDecode => lzw(&data, true, enough).max(lzw(&data, false, enough)),
            Filter::RunLengthDecode => runs(&data, enough),
            _ => break,
        };
        return rest.iter().fold(length, |length, filter| length.saturating_mul(ratio(*filter)));
    }
    data.len() as u64
}

/// Decodes `ASCIIHexDecode`: two digits a byte, up to `>`.
fn hex(data: &[u8]) -> Vec<u8> {
    let digits = data.iter().take_while(|byte| **byte != b'>');
    let digits: Vec<u8> = digits
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    let pair = |pair: &[u8]| {
        let mut digits = pair.iter();
        16 * digits.next().unwrap_or(&0) + digits.next().unwrap_or(&0)
    };
    digits.chunks(2).map(pair).collect()
}

/// Decodes `ASCII85Decode`: five characters for four bytes, `z` for four zeros, up to `~`.
fn base85(data: &[u8]) -> Vec<u8> {
    let signs = data.iter().take_while(|byte| **byte != b'~');
    let mut bytes = Vec::with_capacity(data.len() / 5 * 4);
    let (mut value, mut count) = (0_u32, 0);
    for sign in signs.filter(|byte| !byte.is_ascii_whitespace() && **byte != 0) {
        if *sign == b'z' && count == 0 {
            bytes.extend([0; 4]);
            continue;
        }
        value = value.wrapping_mul(85).wrapping_add(u32::from(sign.wrapping_sub(b'!')));
        count += 1;
        if count == 5 {
            bytes.extend(value.to_be_bytes());
            (value, count) = (0, 0);
        }
    }
    if count > 1 {
        let full = (count..5).fold(value, |value, _| value.wrapping_mul(85).wrapping_add(84));
        bytes.extend(full.to_be_bytes().iter().take(count - 1));
    }
    bytes
}

/// The length of `RunLengthDecode`: before each run is a byte with its length.
fn runs(data: &[u8], enough: u64) -> u64 {
    let mut out = 0;
    let mut rest = data;
    while let Some((length, after)) = rest.split_first() {
        let (count, taken) = match length {
            128 => break,
            0..128 => (u64::from(*length) + 1, usize::from(*length) + 1),
            _ => (257 - u64::from(*length), 1),
        };
        let Some(after) = after.get(taken..).filter(|_| out <= enough) else { break };
        out += count;
        rest = after;
    }
    out
}

/// Codes of LZW as the engine has them: empty the table, end of data, the first string; and the most
/// strings a table can hold.
const CLEAR: usize = 256;
const END: usize = 257;
const FIRST: usize = 258;
const STRINGS: usize = 4_096;

/// The length of `LZWDecode`; only the length of each string is kept. With `early`, codes become
/// longer one code before they must (`EarlyChange` of the PDF standard).
fn lzw(data: &[u8], early: bool, enough: u64) -> u64 {
    let mut strings: Vec<u64> = vec![1; FIRST];
    let mut before: Option<usize> = None;
    let (mut held, mut count) = (0_u32, 0);
    let mut out = 0;
    let mut bytes = data.iter();
    while out <= enough {
        let known = strings.len() + usize::from(early);
        let size = (usize::BITS - known.leading_zeros()).clamp(9, 12);
        while count < size {
            let Some(byte) = bytes.next() else { return out };
            held = held << 8 | u32::from(*byte);
            count += 8;
        }
        count -= size;
        let code = (held >> count) as usize & ((1 << size) - 1);
        if code == CLEAR {
            strings.truncate(FIRST);
            before = None;
            continue;
        }
        let last = before.and_then(|before| strings.get(before).copied());
        // A code may mean the string that it adds itself: the last string and its first byte again.
        let coming = last.map(|last| last + 1);
        let Some(length) = strings.get(code).copied().or(coming).filter(|_| code != END) else {
            return out;
        };
        if code > strings.len() {
            return out;
        }
        out += length;
        strings.extend(coming.filter(|_| strings.len() < STRINGS));
        before = Some(code);
    }
    out
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::io::Write as _;

    use super::*;

    #[track_caller]
    fn check(data: &[u8], filters: &[Filter], expected: u64) {
        assert_eq!(length(data, filters, u64::MAX), expected);
        assert!(at_most(data.len(), filters) >= expected);
    }

    fn zlib(data: &[u8]) -> Vec<u8> {
        let mut encoder =
            flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn data_without_filters_is_as_long_as_it_is() {
        check(b"abc", &[], 3);
        check(b"abc", &[Filter::DctDecode], 3);
        check(b"abc", &[Filter::Crypt], 3);
    }

    #[test]
    fn texts_become_bytes() {
        check(b"41 4>", &[Filter::AsciiHexDecode], 2);
        check(b"<~", &[Filter::Ascii85Decode], 0);
        // `Man sure` and zeros.
        check(b"9jqo^ F*2M7 z ~>", &[Filter::Ascii85Decode], 12);
        check(b"9jqo^F*2~>", &[Filter::Ascii85Decode], 6);
        assert_eq!(base85(b"9jqo^F*2M7~>"), b"Man sure");
        assert_eq!(hex(b"4D 61 6>"), b"Ma`");
    }

    #[test]
    fn runs_are_added_up() {
        check(&[4, 10, 11, 12, 13, 14, 253, 3, 128, 7], &[Filter::RunLengthDecode], 9);
        check(&[129, 0, 129, 0], &[Filter::RunLengthDecode], 256);
        check(&[9, 1], &[Filter::RunLengthDecode], 0);
    }

    #[test]
    fn strings_of_lzw_are_added_up() {
        // The example of the PDF standard: 45 45 45 45 45 65 45 45 45 66.
        let data = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        check(&data, &[Filter::LzwDecode], 10);
    }

    #[test]
    fn filters_follow_each_other() {
        let packed = zlib(&[b'q'; 5_000]);
        check(&packed, &[Filter::FlateDecode], 5_000);
        let mut written = String::new();
        for byte in &packed {
            write!(written, "{byte:02x}").unwrap();
        }
        check(written.as_bytes(), &[Filter::AsciiHexDecode, Filter::FlateDecode], 5_000);
        let twice = zlib(&packed);
        let most = length(&twice, &[Filter::FlateDecode, Filter::FlateDecode], u64::MAX);
        assert_eq!(most, 1_032 * packed.len() as u64);
    }

    #[test]
    fn counting_ends_when_it_is_enough() {
        let runs = vec![129; 1_000_000];
        assert!(length(&runs, &[Filter::RunLengthDecode], 1_000) < 2_000);
        assert!(length(&vec![0; 1_000_000], &[Filter::LzwDecode], 1_000) < 6_000);
    }
}
