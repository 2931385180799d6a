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
//! One file with a function of the type [`WriteFn`] and a constant of the type [`Format`], and one line in
//! [`FORMATS`]. A format that shows what a person sees of the input says so ([`Format::with_view`]).
//!
//! # Limitations
//!
//! CSV and JSON Lines hold the tasks only; the audit and the diagnostics are in the JSON, as are
//! sections without a task. Of the heading of an appendix JSON Lines repeat the most, CSV its label.
//! Of a document with a [`Filtered`] CSV and JSON Lines hold what was kept and do not say so; the others do.
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
mod format;
#[cfg(feature = "html")]
pub mod html;
pub mod ics;
pub mod json;
pub mod jsonl;
mod label;
mod report;
mod row;
#[cfg(test)]
mod sample;
mod schema;
mod sha256;
#[cfg(feature = "xlsx")]
pub mod xlsx;

pub use phuluc_messages::Lang;

pub use crate::error::Error;
pub use crate::format::{Format, WriteFn};
pub use crate::report::{Filtered, Report, Source};
pub use crate::schema::SCHEMA;
pub use crate::sha256::sha256;

/// Every format, the default first.
pub const FORMATS: &[Format] = &[
    json::FORMAT,
    jsonl::FORMAT,
    csv::FORMAT,
    csv::EXCEL,
    csv::EXCEL_SEMICOLON,
    #[cfg(feature = "xlsx")]
    xlsx::FORMAT,
    ics::FORMAT,
    datapackage::FORMAT,
    #[cfg(feature = "html")]
    html::FORMAT,
];

/// The format of a name; `None` when there is none.
#[must_use]
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
