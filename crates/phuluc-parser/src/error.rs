//! Why there is no document at all.

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
    /// The PDF has more pages than [`Limits::max_pages`](crate::Limits::max_pages).
    #[error("the PDF has {found} pages, more than the limit of {limit} (max_pages)")]
    TooManyPages {
        /// Pages of the PDF.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// The PDF opens only with a password.
    #[error(
        "the PDF is encrypted and {}; give the right one (--password-file)",
        if *given { "the password given does not open it" } else { "needs a password to be opened" }
    )]
    Password {
        /// Whether a password was given.
        given: bool,
    },
    /// The PDF is encrypted in a way that cannot be undone.
    #[error("the PDF is encrypted with a method that is not supported; save it without encryption")]
    Cipher,
    /// The pages of the PDF cannot be found.
    #[error("the PDF is damaged: its pages cannot be found; fetch or export it again")]
    Damaged,
    /// The PDF ends too early and nothing of it can be read.
    #[error("the PDF is cut off: its end is missing and no page can be read; fetch it again")]
    Truncated,
    /// The PDF has no pages.
    #[error("the PDF has no pages")]
    NoPages,
    /// The pages are images.
    #[error("the PDF is a scan: {pages} pages with images and no text; run OCR over it first")]
    Scanned {
        /// Pages with images.
        pages: usize,
    },
    /// The letters of the PDF are shapes without text.
    #[error(
        "the PDF has {glyphs} letters and no map from them to text; print it again from its source, or run OCR over it"
    )]
    NoTextMap {
        /// Letters without text.
        glyphs: usize,
    },
    /// The pages are blank.
    #[error("the PDF has {pages} pages and no text on them")]
    NoText {
        /// Pages of the PDF.
        pages: usize,
    },
    /// The input is neither text nor a kind of file that is known.
    #[error("the input is not text: byte {offset} is {byte:#04x}; give it UTF-8 or UTF-16 text")]
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
