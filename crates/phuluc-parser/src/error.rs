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
    /// The input is a PDF, which this version does not read.
    #[error(
        "the input is a PDF, which this version does not read; give it the text of the PDF, for example from Apache Tika"
    )]
    Pdf,
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
