//! Writes the records of a document: JSON, JSON Lines, CSV, workbooks, calendars, and a sheet for a
//! person who reviews them.
//!
//! A writer gets a [`Report`] and a place for bytes. It reads no input and prints nothing, and its
//! bytes depend on no clock; the crate also runs in a browser.
//!
//! ```
//! use phuluc_convert::{Report, Source, csv};
//! use phuluc_model::{Draft, validate};
//!
//! let mut diagnostics = Vec::new();
//! let document = validate(Draft::default(), &mut diagnostics);
//! let source = Source { name: "empty.txt", kind: "text", form: "lines", sha256: "", pages: 0 };
//! let report = Report::new(source, &document, &diagnostics);
//!
//! let mut bytes = Vec::new();
//! csv::write(&report, &mut bytes)?;
//! assert!(bytes.starts_with(b"id,appendix,section_number"));
//! # Ok::<(), phuluc_convert::Error>(())
//! ```
//!
//! # A new format
//!
//! One file with a function of the type [`WriteFn`], and one line in [`FORMATS`]. A format that shows
//! what a person sees of the input says so there ([`Format::view`]).
//!
//! # Limitations
//!
//! CSV and JSON Lines hold the tasks only; the audit and the diagnostics are in the JSON, as are
//! sections without a task. Of the heading of an appendix JSON Lines repeat the most, CSV its label.
//! Of a document with a [`Filter`] CSV and JSON Lines hold what was kept and do not say so; the others do.
//! A calendar holds the tasks that have a day and counts the others.
//!
//! # Features
//!
//! Both are on by default. `xlsx` is the workbook; `html` is the review sheet.

mod caption;
pub mod csv;
pub mod datapackage;
pub mod diff;
mod due;
mod error;
mod field;
#[cfg(feature = "html")]
pub mod html;
pub mod ics;
pub mod json;
pub mod jsonl;
mod label;
mod row;
#[cfg(test)]
mod sample;
mod schema;
#[cfg(feature = "xlsx")]
pub mod xlsx;

use std::io;

pub use phuluc_messages::Lang;
use phuluc_model::view::View;
use phuluc_model::{Arguments, Diagnostic, Document};

pub use crate::error::Error;
pub use crate::schema::SCHEMA;

/// Every format, the default first.
pub const FORMATS: &[Format] = &[
    Format { name: "json", extension: "json", write: json::write, view: false },
    Format { name: "jsonl", extension: "jsonl", write: jsonl::write, view: false },
    Format { name: "csv", extension: "csv", write: csv::write, view: false },
    Format { name: "csv-excel", extension: "excel.csv", write: csv::write_excel, view: false },
    Format {
        name: "csv-excel-semicolon",
        extension: "semicolon.csv",
        write: csv::write_excel_semicolon,
        view: false,
    },
    #[cfg(feature = "xlsx")]
    Format { name: "xlsx", extension: "xlsx", write: xlsx::write, view: false },
    Format { name: "ics", extension: "ics", write: ics::write, view: false },
    Format {
        name: "datapackage",
        extension: "datapackage.json",
        write: datapackage::write,
        view: false,
    },
    #[cfg(feature = "html")]
    Format { name: "html", extension: "html", write: html::write, view: true },
];

/// The format of a name; `None` when there is none.
#[must_use]
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// Writes a report to a place for bytes.
pub type WriteFn = fn(&Report<'_>, &mut dyn io::Write) -> Result<(), Error>;

/// A way to write a report.
#[derive(Debug)]
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

/// Everything that is known about one input.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The input.
    pub source: Source<'a>,
    /// What was read from it.
    pub document: &'a Document,
    /// What to doubt, in the order of the input.
    pub diagnostics: &'a [Diagnostic],
    /// What a person sees of the input, if it was asked for.
    pub view: Option<&'a View>,
    /// What was left out of both because the caller did not want it.
    pub filter: Option<Filter<'a>>,
    /// The language of the formats that a person reads. JSON, JSON Lines and CSV are for programs: their
    /// sentences are English.
    pub lang: Lang,
}

/// What a caller left out of a document before it was written.
#[derive(Debug, Clone, Copy)]
pub struct Filter<'a> {
    /// What the tasks had to be, in the caller's words.
    pub only: &'a [String],
    /// How many tasks the document had.
    pub tasks_read: usize,
    /// How many diagnostics about rows were left out with them.
    pub diagnostics_left_out: usize,
}

impl<'a> Report<'a> {
    /// A report without a view and without a filter, in Vietnamese.
    #[must_use]
    pub const fn new(
        source: Source<'a>,
        document: &'a Document,
        diagnostics: &'a [Diagnostic],
    ) -> Self {
        Self { source, document, diagnostics, view: None, filter: None, lang: Lang::Vi }
    }

    /// One line for formats that have a place for it: `26 of 47 tasks: performed`.
    fn choice(&self, lang: Lang) -> Option<String> {
        let Filter { only, tasks_read, .. } = self.filter?;
        let kept = Arguments::new().with("kept", self.document.tasks().count());
        let arguments = kept.with("read", tasks_read).with("only", only.join(", "));
        Some(phuluc_messages::sentence(lang, "choice", &arguments))
    }
}

/// An input, as the outputs name it.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The file name without its folder, so that outputs do not depend on where they were made.
    pub name: &'a str,
    /// The kind of input that was found.
    pub kind: &'a str,
    /// The form of its text: what parts its cells and lines.
    pub form: &'a str,
    /// The SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: &'a str,
    /// How many pages it has.
    pub pages: u32,
}
