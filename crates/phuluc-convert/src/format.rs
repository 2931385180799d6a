//! A format: a name, a file extension and a writer.

use std::io;

use crate::error::Error;
use crate::report::Report;

/// Writes a report as bytes.
pub type WriteFn = fn(&Report<'_>, &mut dyn io::Write) -> Result<(), Error>;

/// A way to write a report. Callers can make their own with [`Format::new`].
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Format {
    /// The name on the command line.
    pub name: &'static str,
    /// The file extension, without the first dot.
    pub extension: &'static str,
    /// Its writer.
    pub write: WriteFn,
    /// Whether it shows the pages of the input ([`Report::view`]).
    pub view: bool,
}

impl Format {
    /// A format that does not show the pages of the input.
    #[must_use]
    pub const fn new(name: &'static str, extension: &'static str, write: WriteFn) -> Self {
        Self { name, extension, write, view: false }
    }

    /// The same format, marked as one that shows the pages of the input ([`Report::view`]).
    #[must_use]
    pub const fn with_view(self) -> Self {
        Self { view: true, ..self }
    }
}
