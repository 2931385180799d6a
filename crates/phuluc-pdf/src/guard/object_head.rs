//! Where the objects of a PDF begin, found as the engine finds them.

use hayro_syntax::reader::{Readable, Reader, ReaderContext, ReaderExt as _};

/// The key of the encryption dictionary.
pub(crate) const ENCRYPT: &[u8] = b"/Encrypt";

/// The index of its rarest letter, `y`: searching for that letter is fastest.
pub(crate) const ENCRYPT_RARE: usize = 5;

/// The head of an object, `12 0 obj`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ObjectHead {
    pub(crate) number: Option<u32>,
    /// Where the object begins, after `obj`.
    pub(crate) at: usize,
}

/// The heads of objects: each `obj` after a digit or white space, as the generation number is before it.
pub(crate) fn heads(bytes: &[u8]) -> Vec<ObjectHead> {
    let before = |at: usize| at.checked_sub(1).and_then(|before| bytes.get(before));
    let opens =
        |at: &usize| before(*at).is_some_and(|byte| byte.is_ascii_digit() || is_white(*byte));
    let head = |at: usize| ObjectHead { number: number(bytes, at), at: at + OBJECT.len() };
    places(bytes, OBJECT, 1).filter(opens).map(head).collect()
}

const OBJECT: &[u8] = b"obj";

/// All places of a word. `rare` is the index of its letter that is rarest in files: only places with
/// that letter are compared, which is fast.
pub(crate) fn places(
    bytes: &[u8],
    word: &'static [u8],
    rare: usize,
) -> impl Iterator<Item = usize> {
    let letter = word.get(rare).copied().unwrap_or_default();
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = bytes.get(from..)?;
            let at = from + rest.iter().position(|byte| *byte == letter)?;
            from = at + 1;
            let start = at.checked_sub(rare);
            let is_word = |start: &usize| bytes.get(*start..).is_some_and(|b| b.starts_with(word));
            if let Some(start) = start.filter(is_word) {
                return Some(start);
            }
        }
    })
}

/// White space of a PDF.
pub(crate) const fn is_white(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0
}

/// The number of an object: the first of the two numbers before a place. It is not found if there is a
/// comment between them.
fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let before = bytes.get(at.saturating_sub(REACH)..at)?.trim_ascii_end();
    let before = before.get(..before.iter().rposition(|byte| !byte.is_ascii_digit())? + 1)?;
    let before = before.trim_ascii_end();
    let start = before.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |last| last + 1);
    std::str::from_utf8(before.get(start..)?).ok()?.parse().ok()
}

/// The most bytes that two numbers and their white space take in an ordinary file.
const REACH: usize = 64;

/// Reads a value at a place with the engine's parser, after white space and comments.
pub(crate) fn read<'a, T: Readable<'a>>(bytes: &'a [u8], at: usize) -> Option<T> {
    let mut reader = Reader::new(bytes.get(at..)?);
    reader.skip_white_spaces_and_comments();
    reader.read_with_context::<T>(&ReaderContext::dummy())
}
