//! Why there is no document at all.

use phuluc_model::Place;

use crate::options::Engine;

/// Why an input could not be read. Only reading fails; everything after it reports diagnostics.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input has no bytes, or nothing but white space.
    #[error("the input is empty or holds only white space")]
    Empty,
    /// The input is longer than [`Limits::max_bytes`](crate::options::Limits::max_bytes).
    #[error("the input has {found} bytes, more than the limit of {limit} (max_bytes)")]
    TooManyBytes {
        /// Bytes of the input.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// The input has more lines than [`Limits::max_lines`](crate::options::Limits::max_lines).
    #[error("the input has more lines than the limit of {limit} (max_lines)")]
    TooManyLines {
        /// The limit.
        limit: usize,
    },
    /// The input has more pages than [`Limits::max_pages`](crate::options::Limits::max_pages).
    #[error("the input has {found} pages or more, and the limit is {limit} (max_pages)")]
    TooManyPages {
        /// Pages that were counted.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// The streams of the PDF hold more than
    /// [`Limits::max_decoded_bytes`](crate::options::Limits::max_decoded_bytes).
    #[error(
        "the PDF unpacks to {found} bytes or more, and the limit is {limit} (max_decoded_bytes); it may be made to fill the memory"
    )]
    TooManyDecodedBytes {
        /// Bytes that were counted before the rest was left uncounted.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// The objects of the PDF do not end, or are named again and again, so that finding them takes more
    /// than [`Limits::max_searched_bytes`](crate::options::Limits::max_searched_bytes).
    #[error(
        "to find the objects of the PDF takes looking through {found} bytes or more, and the limit is {limit} (max_searched_bytes); it is damaged, or made to take long"
    )]
    TooManySearchedBytes {
        /// Bytes that were counted before the rest was left uncounted.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// The pages have more letters than [`Limits::max_glyphs`](crate::options::Limits::max_glyphs).
    #[error(
        "the PDF has {found} letters up to page {page}, more than the limit of {limit} (max_glyphs)"
    )]
    TooManyGlyphs {
        /// Letters that were counted.
        found: usize,
        /// The limit.
        limit: usize,
        /// The page at which reading ended, from one.
        page: u32,
    },
    /// The tables have more cells than [`Limits::max_cells`](crate::options::Limits::max_cells).
    #[error(
        "the tables have {found} cells or more up to {place}, and the limit is {limit} (max_cells)"
    )]
    TooManyCells {
        /// Cells that were counted.
        found: usize,
        /// The limit.
        limit: usize,
        /// Where reading ended.
        place: Place,
    },
    /// Reading took longer than [`Limits::max_millis`](crate::options::Limits::max_millis).
    #[error(
        "reading took {elapsed} ms, more than the limit of {limit} ms (max_millis); it had come to {place}"
    )]
    TooLong {
        /// Milliseconds that went by.
        elapsed: u64,
        /// The limit.
        limit: u64,
        /// How far reading had come; in the last of its steps, where there are several.
        place: Place,
    },
    /// The PDF opens only with a password.
    #[error(
        "the PDF is encrypted and {}",
        if *given {
            "the password given does not open it; give the right one"
        } else {
            "needs a password to be opened; give it"
        }
    )]
    Password {
        /// Whether a password was given.
        given: bool,
    },
    /// The PDF is encrypted in a way that cannot be undone.
    #[error("the PDF is encrypted with a method that is not supported; save it without encryption")]
    Cipher,
    /// No page of the PDF can be read.
    #[error("the PDF is damaged: no page of it can be read; fetch or export it again")]
    Damaged,
    /// The PDF ends too early and nothing of it can be read.
    #[error("the PDF is cut off: its end is missing and no page can be read; fetch it again")]
    Truncated,
    /// The PDF has no pages.
    #[error("the PDF has no pages; export it again")]
    NoPages,
    /// The pages are images.
    #[error(
        "the PDF is a scan: {} {} without text; run OCR over it first",
        page_list(pages),
        if pages.len() == 1 { "is an image" } else { "are images" }
    )]
    Scanned {
        /// The numbers of the pages with images, from one, in order.
        pages: Vec<u32>,
    },
    /// The letters of the PDF are shapes without text.
    #[error(
        "the PDF has no text for {unmapped} of its {glyphs} letters, only their shapes; print it again from its source, or run OCR over it"
    )]
    NoTextMap {
        /// Letters without text.
        unmapped: usize,
        /// All letters.
        glyphs: usize,
    },
    /// The pages are blank.
    #[error(
        "the PDF has {pages} {} and no text; export it again from its source",
        if *pages == 1 { "page" } else { "pages" }
    )]
    NoText {
        /// Pages of the PDF.
        pages: usize,
    },
    /// The engine that was to read the PDF failed.
    #[error("the PDF could not be read by {}: {reason}", engine.name())]
    Engine {
        /// The engine.
        engine: Engine,
        /// What it said.
        reason: String,
    },
    /// The reader itself failed on a page; no input may do that.
    #[error(
        "the reader failed with `{reason}`, which is its own fault; please report it with the file"
    )]
    Fault {
        /// What it said.
        reason: String,
    },
    /// There is no such page to be drawn.
    #[error("page {page} cannot be drawn: the input is no PDF or has fewer pages")]
    NoSuchPage {
        /// The page, from one.
        page: u32,
    },
    /// The input is neither text nor a kind of file that is known.
    #[error(
        "the input is neither a PDF nor text: byte {offset} is {byte:#04x}; export it as PDF, or save it as UTF-8 text"
    )]
    Binary {
        /// Where the first byte stands that no text has, from zero.
        offset: usize,
        /// That byte.
        byte: u8,
    },
    /// The input is text in an encoding that is not known.
    #[error(
        "the input is not UTF-8: the first bad byte is at offset {offset}, line {line}; convert it to UTF-8 first"
    )]
    NotUtf8 {
        /// Where the first bad byte stands, from zero.
        offset: usize,
        /// Its line, from one.
        line: u32,
    },
}

impl Error {
    /// The name of the error for programs: it stays when the sentence is worded anew.
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

/// Runs of pages that a sentence names before it only counts the rest.
const RUNS: usize = 12;

/// Pages as a person lists them: `pages 1 to 3, 7`.
pub fn page_list(pages: &[u32]) -> String {
    let runs: Vec<&[u32]> = pages.chunk_by(|a, b| a.checked_add(1) == Some(*b)).collect();
    let named = runs.iter().take(RUNS).map(|run| match run {
        [first, .., last] if run.len() > 2 => format!("{first} to {last}"),
        run => run.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    });
    let named: Vec<String> = named.collect();
    let rest: usize = runs.iter().skip(RUNS).map(|run| run.len()).sum();
    let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    let noun = if pages.len() == 1 { "page" } else { "pages" };
    format!("{noun} {}{more}", named.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_listed_in_runs() {
        assert_eq!(page_list(&[4]), "page 4");
        assert_eq!(page_list(&[1, 2]), "pages 1, 2");
        assert_eq!(page_list(&[1, 2, 3, 7]), "pages 1 to 3, 7");
        let odd: Vec<u32> = (0..20).map(|index| 2 * index + 1).collect();
        assert!(page_list(&odd).ends_with("21, 23 and 8 more"), "{}", page_list(&odd));
    }

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
    fn a_limit_is_named_with_both_numbers() {
        let place = Place::new(3, 7);
        let said = |error: Error| error.to_string();
        let glyphs = said(Error::TooManyGlyphs { found: 12, limit: 10, page: 3 });
        assert_eq!(
            glyphs,
            "the PDF has 12 letters up to page 3, more than the limit of 10 (max_glyphs)"
        );
        let cells = said(Error::TooManyCells { found: 12, limit: 10, place });
        assert_eq!(
            cells,
            "the tables have 12 cells or more up to page 3, line 7, and the limit is 10 (max_cells)"
        );
        let long = said(Error::TooLong { elapsed: 12, limit: 10, place });
        assert_eq!(
            long,
            "reading took 12 ms, more than the limit of 10 ms (max_millis); it had come to page 3, line 7"
        );
        let bytes = said(Error::TooManyDecodedBytes { found: 12, limit: 10 });
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
