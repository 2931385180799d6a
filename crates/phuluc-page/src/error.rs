//! The errors of reading: why there is no document.

use std::fmt;

use phuluc_messages::Lang;
use phuluc_model::{Arguments, Coded, Place};

use crate::options::Engine;

/// Why an input could not be read. Only reading fails; everything after it reports diagnostics.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input has no bytes, or nothing but white space.
    Empty,
    /// The input is longer than [`Limits::max_bytes`](crate::options::Limits::max_bytes).
    TooManyBytes {
        /// Bytes of the input.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// The input has more lines than [`Limits::max_lines`](crate::options::Limits::max_lines).
    TooManyLines {
        /// The limit.
        limit: usize,
    },
    /// The input has more pages than [`Limits::max_pages`](crate::options::Limits::max_pages).
    TooManyPages {
        /// Pages that were counted.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// The streams of the PDF hold more than
    /// [`Limits::max_decoded_bytes`](crate::options::Limits::max_decoded_bytes).
    TooManyDecodedBytes {
        /// Bytes that were counted until the limit was passed; the rest was not counted.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// The objects of the PDF do not end, or are named again and again, so that finding them takes more
    /// than [`Limits::max_searched_bytes`](crate::options::Limits::max_searched_bytes).
    TooManySearchedBytes {
        /// Bytes that were counted until the limit was passed; the rest was not counted.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// The pages have more letters than [`Limits::max_glyphs`](crate::options::Limits::max_glyphs).
    TooManyGlyphs {
        /// Letters that were counted.
        found: usize,
        /// The limit.
        limit: usize,
        /// The page at which reading ended, from one.
        page: u32,
    },
    /// The tables have more cells than [`Limits::max_cells`](crate::options::Limits::max_cells).
    TooManyCells {
        /// Cells that were counted.
        found: usize,
        /// The limit.
        limit: usize,
        /// Where reading ended.
        place: Place,
    },
    /// Reading took longer than [`Limits::max_millis`](crate::options::Limits::max_millis).
    TooLong {
        /// Milliseconds since reading began.
        elapsed: u64,
        /// The limit.
        limit: u64,
        /// How far reading had come, in its last step.
        place: Place,
    },
    /// The PDF opens only with a password.
    Password {
        /// Whether a password was given.
        given: bool,
    },
    /// The PDF is encrypted in a way that cannot be undone.
    Cipher,
    /// No page of the PDF can be read.
    Damaged,
    /// The PDF ends too early and nothing of it can be read.
    Truncated,
    /// The PDF has no pages.
    NoPages,
    /// The pages are images.
    Scanned {
        /// The numbers of the pages with images, from one, in order.
        pages: Vec<u32>,
    },
    /// The letters of the PDF are shapes without text.
    NoTextMap {
        /// Letters without text.
        unmapped: usize,
        /// All letters.
        glyphs: usize,
    },
    /// The pages are blank.
    NoText {
        /// Pages of the PDF.
        pages: usize,
    },
    /// The engine that was to read the PDF failed.
    Engine {
        /// The engine.
        engine: Engine,
        /// Its message.
        reason: String,
    },
    /// The reader itself failed on a page. This is a bug: no input may cause it.
    Fault {
        /// Its message.
        reason: String,
    },
    /// There is no such page to be drawn.
    NoSuchPage {
        /// The page, from one.
        page: u32,
    },
    /// The input is neither text nor a kind of file that is known.
    Binary {
        /// The offset of the first byte that is not in any text, from zero.
        offset: usize,
        /// That byte.
        byte: u8,
    },
    /// The input is text in an encoding that is not known.
    NotUtf8 {
        /// The offset of the first invalid byte, from zero.
        offset: usize,
        /// Its line, from one.
        line: u32,
    },
}

impl Error {
    /// The name of the error for programs: it stays the same when the sentence changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooManyBytes { .. } => "too_many_bytes",
            Self::TooManyLines { .. } => "too_many_lines",
            Self::TooManyPages { .. } => "too_many_pages",
            Self::TooManyDecodedBytes { .. } => "too_many_decoded_bytes",
            Self::TooManySearchedBytes { .. } => "too_many_searched_bytes",
            Self::TooManyGlyphs { .. } => "too_many_glyphs",
            Self::TooManyCells { .. } => "too_many_cells",
            Self::TooLong { .. } => "too_long",
            Self::Password { given: false } => "password_needed",
            Self::Password { given: true } => "password_wrong",
            Self::Cipher => "cipher_unknown",
            Self::Damaged => "damaged",
            Self::Truncated => "truncated",
            Self::NoPages => "no_pages",
            Self::Scanned { .. } => "scanned",
            Self::NoTextMap { .. } => "no_text_map",
            Self::NoText { .. } => "no_text",
            Self::Engine { .. } => "engine_failed",
            Self::Fault { .. } => "fault",
            Self::NoSuchPage { .. } => "no_such_page",
            Self::Binary { .. } => "binary",
            Self::NotUtf8 { .. } => "not_utf8",
        }
    }
}

impl Coded for Error {
    fn code(&self) -> &'static str {
        Self::code(self)
    }

    fn arguments(&self) -> Arguments {
        let none = Arguments::new();
        match self {
            Self::TooManyBytes { found, limit } | Self::TooManyPages { found, limit } => {
                none.with("found", *found).with("limit", *limit)
            }
            Self::TooManyLines { limit } => none.with("limit", *limit),
            Self::TooManyDecodedBytes { found, limit }
            | Self::TooManySearchedBytes { found, limit } => {
                none.with("found", *found).with("limit", *limit)
            }
            Self::TooManyGlyphs { found, limit, page } => {
                none.with("found", *found).with("limit", *limit).with("page", *page)
            }
            Self::TooManyCells { found, limit, place } => {
                none.with("found", *found).with("limit", *limit).with("place", *place)
            }
            Self::TooLong { elapsed, limit, place } => {
                none.with("elapsed", *elapsed).with("limit", *limit).with("place", *place)
            }
            Self::Scanned { pages } => none.with("pages", pages.clone()).with("count", pages.len()),
            Self::NoTextMap { unmapped, glyphs } => {
                none.with("unmapped", *unmapped).with("letters", *glyphs)
            }
            Self::NoText { pages } => none.with("pages", *pages),
            Self::Engine { engine, reason } => {
                none.with("engine", engine.name()).with("reason", reason.as_str())
            }
            Self::Fault { reason } => none.with("reason", reason.as_str()),
            Self::NoSuchPage { page } => none.with("page", *page),
            Self::Binary { offset, byte } => {
                none.with("offset", *offset).with("byte", format!("{byte:#04x}"))
            }
            Self::NotUtf8 { offset, line } => none.with("offset", *offset).with("line", *line),
            Self::Empty
            | Self::Password { .. }
            | Self::Cipher
            | Self::Damaged
            | Self::Truncated
            | Self::NoPages => none,
        }
    }
}

/// In English; [`phuluc_messages::error`] gives the sentence in another language.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&phuluc_messages::error(Lang::En, self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_and_a_wrong_password_have_their_own_sentences() {
        let [none, wrong] = [false, true].map(|given| Error::Password { given }.to_string());
        assert!(none.contains("needs a password"), "{none}");
        assert!(wrong.contains("the password given does not open it"), "{wrong}");
    }

    /// One of each kind, and both of a password.
    fn every_error() -> Vec<Error> {
        let (found, limit, engine, reason) = (2, 1, Engine::Hayro, String::new());
        vec![
            Error::Empty,
            Error::TooManyBytes { found, limit },
            Error::TooManyLines { limit },
            Error::TooManyPages { found, limit },
            Error::TooManyDecodedBytes { found: 2, limit: 1 },
            Error::TooManySearchedBytes { found: 2, limit: 1 },
            Error::TooManyGlyphs { found, limit, page: 3 },
            Error::TooManyCells { found, limit, place: Place::START },
            Error::TooLong { elapsed: 2, limit: 1, place: Place::START },
            Error::Password { given: false },
            Error::Password { given: true },
            Error::Cipher,
            Error::Damaged,
            Error::Truncated,
            Error::NoPages,
            Error::Scanned { pages: Vec::new() },
            Error::NoTextMap { unmapped: 1, glyphs: 2 },
            Error::NoText { pages: 1 },
            Error::Engine { engine, reason: reason.clone() },
            Error::Fault { reason },
            Error::NoSuchPage { page: 1 },
            Error::Binary { offset: 0, byte: 0 },
            Error::NotUtf8 { offset: 0, line: 1 },
        ]
    }

    #[test]
    fn codes_are_distinct_names() {
        let mut codes: Vec<&str> = every_error().iter().map(Error::code).collect();
        let is_snake =
            |code: &&str| code.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b == b'8');
        assert!(codes.iter().all(is_snake), "{codes:?}");
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count);
    }

    #[test]
    fn every_error_has_a_sentence_in_every_language() {
        for error in every_error() {
            for lang in Lang::ALL {
                let message = phuluc_messages::error(lang, &error);
                // A sentence that is missing, or is not given what it asks for, is its own key.
                assert!(
                    message.contains(' ') && !message.starts_with("error-"),
                    "{lang}: {message}"
                );
            }
        }
    }

    #[test]
    fn a_limit_is_named_with_both_numbers() {
        let place = Place::new(3, 7);
        let message = |error: Error| error.to_string();
        let glyphs = message(Error::TooManyGlyphs { found: 12, limit: 10, page: 3 });
        assert_eq!(
            glyphs,
            "the PDF has 12 letters up to page 3, more than the limit of 10 (max_glyphs)"
        );
        let cells = message(Error::TooManyCells { found: 12, limit: 10, place });
        assert_eq!(
            cells,
            "the tables have 12 cells or more up to page 3, line 7, and the limit is 10 (max_cells)"
        );
        let long = message(Error::TooLong { elapsed: 12, limit: 10, place });
        assert_eq!(
            long,
            "reading took 12 ms, more than the limit of 10 ms (max_millis); it had come to page 3, line 7"
        );
        let bytes = message(Error::TooManyDecodedBytes { found: 12, limit: 10 });
        assert!(bytes.contains("12 bytes or more, and the limit is 10 (max_decoded_bytes)"));
    }

    #[test]
    fn a_scan_names_its_pages() {
        let one = Error::Scanned { pages: vec![2] }.to_string();
        assert!(one.starts_with("the PDF is a scan: page 2 is an image without text;"), "{one}");
        let two = Error::Scanned { pages: vec![1, 2] }.to_string();
        assert!(two.contains("pages 1, 2 are images without text;"), "{two}");
    }
}
