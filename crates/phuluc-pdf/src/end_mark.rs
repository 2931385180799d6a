//! Whether a PDF has its end or was cut off.

/// The mark that ends a PDF.
const MARK: &[u8] = b"%%EOF";

/// How far before the end of the file the mark may be, in bytes: some programs write comments after it.
const WITHIN: usize = 1024;

/// Whether the mark is at the end of the bytes. Zeros and white space that fill the last block of a file
/// are ignored.
pub(crate) fn is_there(bytes: &[u8]) -> bool {
    let is_padding = |byte: &u8| *byte == 0 || byte.is_ascii_whitespace();
    let length = bytes.iter().rposition(|byte| !is_padding(byte)).map_or(0, |last| last + 1);
    let tail = bytes.get(length.saturating_sub(WITHIN)..length).unwrap_or_default();
    tail.windows(MARK.len()).any(|window| window == MARK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_near_the_end() {
        assert!(is_there(b"%PDF-1.7 %%EOF"));
        assert!(is_there(&[b"%%EOF\n".as_slice(), &[0; 5000]].concat()));
        assert!(is_there(&[b"%%EOF".as_slice(), &[b'x'; 1000]].concat()));
        assert!(!is_there(&[b"%%EOF".as_slice(), &[b'x'; 1024]].concat()));
        assert!(!is_there(b"%PDF-1.7 %%EO"));
        assert!(!is_there(b""));
    }
}
