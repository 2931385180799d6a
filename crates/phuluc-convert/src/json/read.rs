//! Reads a JSON report that this crate has written.
//!
//! It reads versions `1.x`: keys that a later version added are ignored, and every key of `1.0` is
//! required, because a missing key is a lost cell. Text and ids stay as they are.
//!
//! The JSON has the place of a row but not of each line of its cells. So a cell that is read gets the
//! place of its row; headings of sections and appendices get the place of the first row under them.

mod checked;
mod convert;
mod error;
mod extra;
mod kind;
mod path;
mod saved;
mod shape;

use serde::Deserialize as _;

use self::checked::Object;
pub use self::error::ReadError;
pub use self::kind::{is_document, is_json};
pub use self::saved::{Saved, SavedFilter, SavedSource};

/// The limits of reading a report. The defaults are safe for files from strangers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of the JSON.
    pub max_bytes: usize,
    /// Tasks of the document.
    pub max_tasks: usize,
}

impl Default for Limits {
    /// As many bytes as other inputs may have. The number of tasks is the number of cells that tables may
    /// have (`Limits` of the crate `phuluc-parser`), divided by the eight cells of an ordinary row.
    fn default() -> Self {
        Self { max_bytes: 64 << 20, max_tasks: 250_000 }
    }
}

impl Limits {
    /// The same with another number of bytes.
    #[must_use]
    pub const fn with_max_bytes(mut self, max_bytes: usize) -> Self {
        self.max_bytes = max_bytes;
        self
    }

    /// The same with another number of tasks.
    #[must_use]
    pub const fn with_max_tasks(mut self, max_tasks: usize) -> Self {
        self.max_tasks = max_tasks;
        self
    }
}

/// Reads the JSON of a report.
///
/// ```
/// use phuluc_convert::{Report, Source, json};
/// use phuluc_model::{Draft, validate};
///
/// let document = validate(Draft::default(), &mut Vec::new());
/// let source = Source::new("empty.txt", "text").with_form("lines").with_pages(1);
/// let mut bytes = Vec::new();
/// json::write(&Report::new(source, &document, &[]), &mut bytes)?;
///
/// assert!(json::is_document(&bytes));
/// let saved = json::read(&bytes, &json::Limits::default())?;
/// assert_eq!(saved.document, document);
/// let mut again = Vec::new();
/// json::write(&saved.report(), &mut again)?;
/// assert_eq!(again, bytes);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Saved, ReadError> {
    if bytes.len() > limits.max_bytes {
        return Err(ReadError::TooManyBytes { found: bytes.len(), limit: limits.max_bytes });
    }
    let bytes = kind::without_mark(bytes);
    kind::check(bytes)?;
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let shape = Object::deserialize(&mut deserializer);
    let Object(shape) = shape.map_err(|error| ReadError::from_json(bytes, &error))?;
    convert::report(shape, limits.max_tasks)
}

#[cfg(test)]
mod tests;
