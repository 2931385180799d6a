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
//! let source = Source::new("empty.txt", "text").with_form("lines");
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
#[cfg(any(feature = "html", feature = "xlsx"))]
mod phrase;
mod row;
#[cfg(test)]
mod sample;
mod schema;
#[cfg(feature = "xlsx")]
pub mod xlsx;

use std::io;

use phuluc_model::view::View;
use phuluc_model::{Diagnostic, Document};

pub use crate::error::Error;
pub use crate::schema::SCHEMA;

/// Every format, the default first.
pub const FORMATS: &[Format] = &[
    Format::new("json", "json", json::write),
    Format::new("jsonl", "jsonl", jsonl::write),
    Format::new("csv", "csv", csv::write),
    Format::new("csv-excel", "excel.csv", csv::write_excel),
    Format::new("csv-excel-semicolon", "semicolon.csv", csv::write_excel_semicolon),
    #[cfg(feature = "xlsx")]
    Format::new("xlsx", "xlsx", xlsx::write),
    Format::new("ics", "ics", ics::write),
    Format::new("datapackage", "datapackage.json", datapackage::write),
    #[cfg(feature = "html")]
    Format::new("html", "html", html::write).with_view(),
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
    /// A report on a document that was read from a source.
    #[must_use]
    pub const fn new(
        source: Source<'a>,
        document: &'a Document,
        diagnostics: &'a [Diagnostic],
    ) -> Self {
        Self { source, document, diagnostics, view: None, filter: None }
    }

    /// The same with what a person sees of the input.
    #[must_use]
    pub const fn with_view(mut self, view: Option<&'a View>) -> Self {
        self.view = view;
        self
    }

    /// The same with what was left out of it.
    #[must_use]
    pub const fn with_filter(mut self, filter: Option<Filter<'a>>) -> Self {
        self.filter = filter;
        self
    }

    /// One line for formats that have a place for it: `26 of 47 tasks: performed`.
    fn choice(&self) -> Option<String> {
        let Filter { only, tasks_read, .. } = self.filter?;
        let kept = self.document.tasks().count();
        Some(format!("{kept} of {tasks_read} tasks: {}", only.join(", ")))
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

impl<'a> Source<'a> {
    /// An input of a name, without its folder, and a kind; nothing else is known of it.
    #[must_use]
    pub const fn new(name: &'a str, kind: &'a str) -> Self {
        Self { name, kind, form: "", sha256: "", pages: 0 }
    }

    /// The same with the form of its text.
    #[must_use]
    pub const fn with_form(mut self, form: &'a str) -> Self {
        self.form = form;
        self
    }

    /// The same with the SHA-256 of its bytes, in lower-case hexadecimal.
    #[must_use]
    pub const fn with_sha256(mut self, sha256: &'a str) -> Self {
        self.sha256 = sha256;
        self
    }

    /// The same with the number of its pages.
    #[must_use]
    pub const fn with_pages(mut self, pages: u32) -> Self {
        self.pages = pages;
        self
    }
}

impl<'a> Filter<'a> {
    /// What was left out of a document of so many tasks by these wishes, with so many diagnostics.
    #[must_use]
    pub const fn new(only: &'a [String], tasks_read: usize, diagnostics_left_out: usize) -> Self {
        Self { only, tasks_read, diagnostics_left_out }
    }
}

impl Format {
    /// A format of a name, with the end of its files' names, that shows nothing of the input.
    #[must_use]
    pub const fn new(name: &'static str, extension: &'static str, write: WriteFn) -> Self {
        Self { name, extension, write, view: false }
    }

    /// The same, showing what a person sees of the input.
    #[must_use]
    pub const fn with_view(mut self) -> Self {
        self.view = true;
        self
    }
}
