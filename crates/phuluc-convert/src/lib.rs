//! Writes the records of a document: JSON, JSON Lines, CSV, workbooks, calendars, and a sheet for
//! reviewers.
//!
//! A writer gets a [`Report`] and an output for bytes. It reads no input, prints nothing and uses no clock,
//! so the same report always gives the same bytes, and the crate also runs in a browser.
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
//! [`FORMATS`]. A format that shows the pages of the input is made with [`Format::with_view`].
//!
//! # Limitations
//!
//! CSV and JSON Lines contain only the tasks; the audit, the diagnostics and sections without a task are
//! only in the JSON. JSON Lines repeat most of the heading of an appendix, CSV only its label. After a filter
//! ([`Filtered`]) CSV and JSON Lines contain the kept tasks and do not mention the filter; the other formats
//! do. A calendar contains the tasks that have a day and counts the others.
//!
//! # Features
//!
//! Both are on by default. `xlsx` is the workbook; `html` is the review sheet.

mod caption;
mod creation_date;
pub mod csv;
pub mod datapackage;
pub mod diff;
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

/// The format with a name; `None` if there is no such format.
#[must_use]
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
