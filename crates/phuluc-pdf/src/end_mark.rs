//! Whether the end of a PDF is there.

/// The mark that ends a PDF.
const MARK: &[u8] = b"%%EOF";

/// How many bytes before the end the mark may stand: programs write remarks behind it.
const WITHIN: usize = 1024;

/// Whether the mark stands at the end of the bytes. What pads a file to the size of a block does not
/// count.
pub(crate) fn stands(bytes: &[u8]) -> bool {
    let is_padding = |byte: &u8| *byte == 0 || byte.is_ascii_whitespace();
    let length = bytes.iter().rposition(|byte| !is_padding(byte)).map_or(0, |last| last + 1);
    let tail = bytes.get(length.saturating_sub(WITHIN)..length).unwrap_or_default();
    tail.windows(MARK.len()).any(|window| window == MARK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_stands_near_the_end() {
        assert!(stands(b"%PDF-1.7 %%EOF"));
        assert!(stands(&[b"%%EOF\n".as_slice(), &[0; 5000]].concat()));
        assert!(stands(&[b"%%EOF".as_slice(), &[b'x'; 1000]].concat()));
        assert!(!stands(&[b"%%EOF".as_slice(), &[b'x'; 1024]].concat()));
        assert!(!stands(b"%PDF-1.7 %%EO"));
        assert!(!stands(b""));
    }
}
