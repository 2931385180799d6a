//! CSV: one line a task, one header line.
//!
//! The columns are the fields of the record, then one column for each label of a column without a
//! role, then the place. An empty cell stands for `null`.
//!
//! | profile | byte order mark | line end | separator | guard |
//! | --- | --- | --- | --- | --- |
//! | `machine` | no | LF | `,` | no |
//! | `excel` | yes | CRLF | `,` or `;` | yes |
//!
//! Both quote by RFC 4180. The machine profile ends lines in LF, as csvkit and most programs that
//! write CSV do; a line end inside a quoted cell is LF in both. The guard is an apostrophe before
//! text that a spreadsheet would run as a formula.

use std::borrow::Cow;
use std::io;

use csv::{Terminator, Writer, WriterBuilder};
use phuluc_model::{Appendix, Document, Section, Task, Text};

use crate::Report;
use crate::error::Error;
use crate::label;

/// The columns before those of the extra labels.
const FIELDS: [&str; 13] = [
    "id",
    "appendix",
    "section_number",
    "section_title",
    "number",
    "task",
    "lead_unit",
    "coordinating_unit",
    "not_performed",
    "not_performed_note",
    "product",
    "timeframe",
    "note",
];

/// The columns after those of the extra labels.
const PLACE_FIELDS: [&str; 2] = ["page", "line"];

/// How text has to begin to be run as a formula by a spreadsheet.
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whom the file is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Profile {
    /// Programs: no byte order mark, LF, every value as it is.
    #[default]
    Machine,
    /// Spreadsheets: byte order mark, CRLF, formulas guarded.
    Excel,
}

/// What stands between two cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    #[default]
    Comma,
    /// `;`, which spreadsheets expect where the comma is the decimal mark, as in Vietnam.
    Semicolon,
}

/// How to write CSV.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Whom the file is for.
    pub profile: Profile,
    /// What stands between two cells.
    pub separator: Separator,
}

/// Writes the tasks for programs.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    write_with(report, Options::default(), out)
}

/// Writes the tasks for spreadsheets, with commas.
pub fn write_excel(report: &Report<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    write_with(report, Options { profile: Profile::Excel, ..Options::default() }, out)
}

/// Writes the tasks.
pub fn write_with(
    report: &Report<'_>,
    options: Options,
    out: &mut dyn io::Write,
) -> Result<(), Error> {
    if options.profile == Profile::Excel {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut writer = writer(options, out);
    let extras = ExtraColumns::of(report.document);
    writer.write_record(extras.header(options.profile))?;
    for row in rows(report.document) {
        writer.write_record(row.cells(&extras, options.profile))?;
    }
    writer.flush()?;
    Ok(())
}

fn writer(options: Options, out: &mut dyn io::Write) -> Writer<&mut dyn io::Write> {
    let terminator = match options.profile {
        Profile::Machine => Terminator::Any(b'\n'),
        Profile::Excel => Terminator::CRLF,
    };
    let separator = match options.separator {
        Separator::Comma => b',',
        Separator::Semicolon => b';',
    };
    WriterBuilder::new().terminator(terminator).delimiter(separator).from_writer(out)
}

/// A task and what stands around it.
struct Row<'a> {
    appendix: &'a str,
    section: &'a Section,
    task: &'a Task,
}

fn rows(document: &Document) -> Vec<Row<'_>> {
    todo!()
}
