//! Why there is no document at all.

use crate::Engine;

/// Why an input could not be read. Only reading fails; everything after it reports diagnostics.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input has no bytes, or nothing but white space.
    #[error("the input is empty or holds only white space")]
    Empty,
    /// The input is longer than [`Limits::max_bytes`](crate::Limits::max_bytes).
    #[error("the input has {found} bytes, more than the limit of {limit} (max_bytes)")]
    TooManyBytes {
        /// Bytes of the input.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// The input has more lines than [`Limits::max_lines`](crate::Limits::max_lines).
    #[error("the input has more lines than the limit of {limit} (max_lines)")]
    TooManyLines {
        /// The limit.
        limit: usize,
    },
    /// The input has more pages than [`Limits::max_pages`](crate::Limits::max_pages).
    #[error("the input has {found} pages or more, and the limit is {limit} (max_pages)")]
    TooManyPages {
        /// Pages that were counted.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// The PDF opens only with a password.
    #[error(
        "the PDF is encrypted and {}",
        if *given {
            "the password given does not open it; give the right one (--password-file)"
        } else {
            "needs a password to be opened; give it (--password-file)"
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
    /// STUB
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Binary { .. } => "binary",
            _ => "other",
        }
    }
}

/// Runs of pages that a sentence names before it only counts the rest.
const RUNS: usize = 12;

/// Pages as a person lists them: `pages 1 to 3, 7`.
pub(crate) fn page_list(pages: &[u32]) -> String {
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

    #[test]
    fn a_scan_names_its_pages() {
        let one = Error::Scanned { pages: vec![2] }.to_string();
        assert!(one.starts_with("the PDF is a scan: page 2 is an image without text;"), "{one}");
        let two = Error::Scanned { pages: vec![1, 2] }.to_string();
        assert!(two.contains("pages 1, 2 are images without text;"), "{two}");
    }
}
