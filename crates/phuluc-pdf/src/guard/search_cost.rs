//! How many bytes are searched to find the objects of a PDF.
//!
//! If the table of objects is wrong, the engine searches the whole file, and
//! [`crate::guard::opening_cost`] reads each object of every file. An object without an end reaches to
//! the end of the file, and so does the next one, which begins inside it: the cost grows with the square
//! of the length. So the bytes are counted before, each as often as it is read.

use hayro_syntax::object::{Dict, MaybeRef, Object};
use rustc_hash::FxHashMap;

use crate::guard::object_head::{ObjectHead, is_white, read};
use phuluc_page::error::Error;

/// The engine parses no objects that are nested deeper than this; the number is copied from it.
const DEEPEST: usize = 512;

/// A token costs as much time as this many bytes, besides its own bytes.
const TOKEN: usize = 4;

/// An error if more bytes are searched than the limit.
pub(crate) fn check(bytes: &[u8], heads: &[ObjectHead], limit: u64) -> Result<(), Error> {
    let mut search = ObjectSearch { bytes, limit, found: 0 };
    let roots = search.roots()?;
    let mut lengths: FxHashMap<Option<u32>, usize> = FxHashMap::default();
    for head in heads {
        let length = search.object(head.at)?.end - head.at;
        if head.number.is_none_or(|number| roots.contains_key(&number)) {
            let longest = lengths.entry(head.number).or_default();
            *longest = length.max(*longest);
        }
    }
    let length = |number| lengths.get(&number).copied().unwrap_or_default();
    // An object whose number was not found may be any object.
    let longest = |number| length(Some(number)).max(length(None));
    roots.into_iter().try_for_each(|(number, times)| search.take(longest(number), times))
}

struct ObjectSearch<'b> {
    bytes: &'b [u8],
    limit: u64,
    found: u64,
}

/// The result of a search for the end of an object.
struct ObjectEnd {
    end: usize,
    /// Whether the object ends there.
    whole: bool,
}

/// A token of a file.
#[derive(PartialEq, Eq)]
enum Token {
    Open,
    Close,
    Plain,
    /// It cannot be a part of an object, or it has no end.
    Wrong,
}

impl ObjectSearch<'_> {
    fn take(&mut self, bytes: usize, times: u64) -> Result<(), Error> {
        self.found = self.found.saturating_add((bytes as u64).saturating_mul(times));
        let (found, limit) = (self.found, self.limit);
        if found > limit { Err(Error::TooManySearchedBytes { found, limit }) } else { Ok(()) }
    }

    /// Goes through the file as the engine does. Returns the objects that dictionaries name as the root
    /// of the file and how often: the engine reads the object again each time.
    fn roots(&mut self) -> Result<FxHashMap<u32, u64>, Error> {
        let mut roots = FxHashMap::default();
        let mut at = 0;
        while let Some(byte) = self.bytes.get(at) {
            at = if byte.is_ascii_digit() {
                self.head(at)?.unwrap_or_else(|| self.next_white(at))
            } else if self.starts_with(at, b"<<") {
                let dict = self.object(at)?;
                if dict.whole {
                    if let Some(root) = self.root(at) {
                        *roots.entry(root).or_default() += 1;
                    }
                    dict.end
                } else {
                    self.next_white(at)
                }
            } else {
                self.next_white(at).max(at + 1)
            };
        }
        Ok(roots)
    }

    /// Where the object begins whose number is here.
    fn head(&mut self, at: usize) -> Result<Option<usize>, Error> {
        let generation = self.blank(self.number(at));
        let mark = self.blank(self.number(generation));
        self.take(mark - at, 1)?;
        if !self.starts_with(mark, b"obj") {
            return Ok(None);
        }
        let object = mark + b"obj".len();
        self.object(object)?;
        Ok(Some(object))
    }

    /// The object that the dictionary here names as the root of the file.
    fn root(&self, at: usize) -> Option<u32> {
        let dict = read::<Dict<'_>>(self.bytes, at)?;
        match dict.get_raw::<Object<'_>>("Root")? {
            MaybeRef::Ref(to) => Some(to.obj_number),
            MaybeRef::NotRef(_) => None,
        }
    }

    /// Looks for the end of the object that begins here.
    fn object(&mut self, at: usize) -> Result<ObjectEnd, Error> {
        let mut depth = 0_usize;
        let mut end = at;
        loop {
            let start = self.blank(end);
            let (after, token) = self.token(start);
            self.take(after - end + TOKEN, 1)?;
            end = after;
            depth = match token {
                Token::Open => depth + 1,
                Token::Close => depth.wrapping_sub(1),
                Token::Plain => depth,
                Token::Wrong => return Ok(ObjectEnd { end, whole: false }),
            };
            // Without an open bracket the depth wraps to the largest number, so this ends the object too.
            if depth == 0 || depth > DEEPEST {
                return Ok(ObjectEnd { end, whole: depth == 0 });
            }
        }
    }

    /// Where the token here ends, and the token.
    fn token(&self, at: usize) -> (usize, Token) {
        match self.bytes.get(at) {
            Some(b'[') => (at + 1, Token::Open),
            Some(b']') => (at + 1, Token::Close),
            Some(b'<') if self.starts_with(at, b"<<") => (at + 2, Token::Open),
            Some(b'>') if self.starts_with(at, b">>") => (at + 2, Token::Close),
            Some(b'<') => {
                let end = self.first(at + 1, |byte| !byte.is_ascii_hexdigit() && !is_white(byte));
                if self.starts_with(end, b">") {
                    (end + 1, Token::Plain)
                } else {
                    (end, Token::Wrong)
                }
            }
            Some(b'(') => match self.text(at) {
                Some(end) => (end, Token::Plain),
                None => (self.bytes.len(), Token::Wrong),
            },
            Some(b'/') => (self.first(at + 1, |byte| !is_regular(byte)), Token::Plain),
            Some(byte) if is_regular(*byte) => {
                (self.first(at, |byte| !is_regular(byte)), Token::Plain)
            }
            Some(_) | None => (at, Token::Wrong),
        }
    }

    /// Where the string in brackets that begins here ends.
    fn text(&self, at: usize) -> Option<usize> {
        let mut depth = 0_usize;
        let mut bytes = (at..).zip(self.bytes.get(at..)?);
        while let Some((at, byte)) = bytes.next() {
            match byte {
                b'\\' => drop(bytes.next()),
                b'(' => depth += 1,
                b')' if depth == 1 => return Some(at + 1),
                b')' => depth -= 1,
                _ => {}
            }
        }
        None
    }

    /// Where the white space and comments that begin here end.
    fn blank(&self, at: usize) -> usize {
        let mut at = self.first(at, |byte| !is_white(byte));
        while self.starts_with(at, b"%") {
            let line = self.first(at, |byte| matches!(byte, b'\n' | b'\r'));
            at = self.first(line, |byte| !is_white(byte));
        }
        at
    }

    fn number(&self, at: usize) -> usize {
        self.first(at, |byte| !byte.is_ascii_digit() && !matches!(byte, b'+' | b'-'))
    }

    fn next_white(&self, at: usize) -> usize {
        self.first(at, is_white)
    }

    /// The place of the first byte that matches, or the end.
    fn first(&self, at: usize, is: impl Fn(u8) -> bool) -> usize {
        let rest = self.bytes.get(at..).unwrap_or_default();
        at + rest.iter().position(|byte| is(*byte)).unwrap_or(rest.len())
    }

    fn starts_with(&self, at: usize, word: &[u8]) -> bool {
        self.bytes.get(at..).is_some_and(|rest| rest.starts_with(word))
    }
}

const fn is_regular(byte: u8) -> bool {
    !is_white(byte)
        && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}
