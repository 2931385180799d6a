//! What a format is: a name, the end of a file's name and a writer.

use std::io;

use crate::error::Error;
use crate::report::Report;

/// Writes a report to a place for bytes.
pub type WriteFn = fn(&Report<'_>, &mut dyn io::Write) -> Result<(), Error>;

/// A way to write a report. A caller makes one of their own with [`Format::new`].
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Format {
    /// The name on the command line.
    pub name: &'static str,
    /// The end of a file's name, without the dot before it.
    pub extension: &'static str,
    /// Its writer.
    pub write: WriteFn,
    /// Whether it shows what a person sees of the input ([`Report::view`]).
    pub view: bool,
}

impl Format {
    /// A format that does not show the pages of the input.
    #[must_use]
    pub const fn new(name: &'static str, extension: &'static str, write: WriteFn) -> Self {
        Self { name, extension, write, view: false }
    }

    /// The same format, which shows what a person sees of the input ([`Report::view`]).
    #[must_use]
    pub const fn with_view(self) -> Self {
        Self { view: true, ..self }
    }
}
