//! Where the objects of a PDF begin, found as the engine finds them.

use hayro_syntax::reader::{Readable, Reader, ReaderContext, ReaderExt as _};

/// The key that says how a file is encrypted.
pub(crate) const ENCRYPT: &[u8] = b"/Encrypt";

/// Its letter that is rare: `y`.
pub(crate) const ENCRYPT_RARE: usize = 5;

/// The beginning of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ObjectHead {
    pub(crate) number: Option<u32>,
    /// Where it stands behind `obj`.
    pub(crate) at: usize,
}

/// Where objects begin: behind each `obj` that a number of a generation stands before.
pub(crate) fn heads(bytes: &[u8]) -> Vec<ObjectHead> {
    let before = |at: usize| at.checked_sub(1).and_then(|before| bytes.get(before));
    let opens =
        |at: &usize| before(*at).is_some_and(|byte| byte.is_ascii_digit() || is_white(*byte));
    let head = |at: usize| ObjectHead { number: number(bytes, at), at: at + OBJECT.len() };
    places(bytes, OBJECT, 1).filter(opens).map(head).collect()
}

const OBJECT: &[u8] = b"obj";

/// Where a word stands. It is looked for by one of its letters, the one that is rare in files.
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
            let stands = |start: &usize| bytes.get(*start..).is_some_and(|b| b.starts_with(word));
            if let Some(start) = start.filter(stands) {
                return Some(start);
            }
        }
    })
}

/// White space of a PDF.
pub(crate) const fn is_white(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0
}

/// The number of an object: the first of the two that stand before a place. Remarks between them hide
/// it.
fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let before = bytes.get(at.saturating_sub(REACH)..at)?.trim_ascii_end();
    let before = before.get(..before.iter().rposition(|byte| !byte.is_ascii_digit())? + 1)?;
    let before = before.trim_ascii_end();
    let start = before.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |last| last + 1);
    std::str::from_utf8(before.get(start..)?).ok()?.parse().ok()
}

/// Two numbers and the white space around them have no more bytes.
const REACH: usize = 64;

/// What is read at a place, after white space and remarks.
pub(crate) fn read<'a, T: Readable<'a>>(bytes: &'a [u8], at: usize) -> Option<T> {
    let mut reader = Reader::new(bytes.get(at..)?);
    reader.skip_white_spaces_and_comments();
    reader.read_with_context::<T>(&ReaderContext::dummy())
}
