//! Reads the task tables of Vietnamese government appendices (phụ lục), as PDF or text, and writes their
//! records: JSON, CSV, workbooks, calendars, review sheets.
//!
//! ```
//! use phuluc::{Options, csv};
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let text = "\
//! TT Nội dung công việc Đơn vị chủ trì Thời gian
//! 1 Rà soát văn bản Phòng Tư pháp Quý II
//! 2 Báo cáo kết quả năm Phòng Nội vụ Tháng 6
//! ";
//!     let reading = phuluc::read(text.as_bytes(), "plan.txt", &Options::new().year(2026))?;
//!     let task = reading.document().tasks().next().ok_or("no task")?;
//!     assert_eq!(task.lead_unit.as_ref().ok_or("no unit")?.value, "Phòng Tư pháp");
//!
//!     let bytes = reading.to_bytes(&csv::FORMAT)?;
//!     assert_eq!(bytes.iter().filter(|byte| **byte == b'\n').count(), 3, "a header and two tasks");
//!     Ok(())
//! }
//! ```
//!
//! [`read()`] takes the bytes of an input, a PDF, a text or a `phuluc/document` that [`json`] has written,
//! and gives a [`Reading`]: a document with its tasks, and
//! diagnostics that say what to doubt. [`Reading::filter`] keeps a part of the tasks, [`Reading::write`]
//! writes them, [`diff()`] compares two readings. The folder `examples` has a program for each job.
//!
//! # Options
//!
//! [`Options::new`] is right for most inputs. A method sets each choice: the year of times that name none,
//! the password of a PDF, another engine, a clock, the pages for a review sheet ([`html::FORMAT`] needs
//! [`Options::view`]).
//!
//! ```
//! use phuluc::{Limits, Options};
//!
//! let options = Options::new().password("secret").limits(Limits::new().max_pages(10));
//! assert_eq!(options.limits.max_pages, 10);
//! ```
//!
//! # Errors
//!
//! Only [`read()`] and writing fail. [`Error`] says why there is no document at all: the input is damaged,
//! encrypted, a scan, or over a limit; [`Error::code`] is its name for programs. Everything after it is a
//! [`Diagnostic`](model::Diagnostic) with a code, a place and a severity, and the rest of the document is
//! read. An input without a task table is read too: ask [`Reading::has_tables`]. [`WriteError`] says why
//! an output was not written.
//!
//! # Limits
//!
//! Inputs may come from strangers. Each limit is a number of [`Limits`] with a safe default, and an error or
//! a diagnostic names the limit that was met. The library has no clock: without [`Options::clock`] the limit
//! of time does not hold. It opens no files, starts no processes and runs in a browser.
//!
//! # Limitations
//!
//! - A PDF of scanned pages needs OCR before it is read.
//! - Text in which the lines of two cells are mixed cannot be put in order again.
//! - In plain text a cell that spans several rows is there once; the rows below it have an empty cell.
//! - Holidays are not known, and laws that are named without a number are no citations.
//!
//! # Features
//!
//! All are on by default: `pdf-extract` is the second engine for PDF, `pictures` draws the pages of a review
//! sheet, `xlsx` is the workbook, `html` is the review sheet.

mod changes;
mod colour;
mod diff_text;
mod error;
mod filter;
mod reading;
mod stages;
mod visible;

pub use phuluc_compare as compare;
pub use phuluc_messages as messages;
pub use phuluc_model as model;

#[cfg(feature = "html")]
pub use phuluc_convert::html;
#[cfg(feature = "xlsx")]
pub use phuluc_convert::xlsx;
pub use phuluc_convert::{
    Error as WriteError, FORMATS, Filtered, Format, Report, Source, WriteFn, csv, datapackage,
    format, ics, json, jsonl, sha256,
};
pub use phuluc_parser::{
    Clock, Engine, Error as InputError, Form, InputKind, Limits, Options, Stage,
};

pub use crate::changes::{Changes, diff};
pub use crate::colour::Colour;
pub use crate::error::Error;
pub use crate::filter::{Filter, FilterError};
pub use crate::reading::{Reading, read};
pub use crate::stages::{inspect, picture};
pub use crate::visible::{is_control, visible, visible_lines};
