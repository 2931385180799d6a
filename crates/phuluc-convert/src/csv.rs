//! CSV: a header line, then one line for each task.
//!
//! The columns are the fields of the record, then what its cells mean, then one column for each label
//! of a column without a role, then the place. An empty cell means `null`; a cell with several values
//! has `; ` between them. `schedule` is the whole time in words and days; the columns after it have its
//! parts, and for a list of times each column has the parts of all its times.
//!
//! | profile | byte order mark | line end | separator | guard |
//! | --- | --- | --- | --- | --- |
//! | `machine` | no | LF | `,` | no |
//! | `excel` | yes | CRLF | `,` or `;` | yes |
//!
//! Both quote by RFC 4180. The machine profile ends lines with LF, as csvkit and most programs that
//! write CSV do; a line end inside a quoted cell is LF in both. The guard is an apostrophe before
//! text that a spreadsheet would run as a formula: cells come from strangers.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

use csv::{Terminator, Writer, WriterBuilder};
use phuluc_model::{Document, Task, Text};

use crate::error::Error;
use crate::field::{self, FIELDS, PLACE_FIELDS};
use crate::format::Format;
use crate::label;
use crate::report::Report;
use crate::row::{TaskRow, rows};

/// A spreadsheet runs text with one of these first characters as a formula.
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The tasks as CSV for programs.
pub const FORMAT: Format = Format::new("csv", "csv", write);

/// The tasks as CSV for spreadsheets.
pub const EXCEL: Format = Format::new("csv-excel", "excel.csv", write_excel);

/// The tasks as CSV for spreadsheets that expect semicolons.
pub const EXCEL_SEMICOLON: Format =
    Format::new("csv-excel-semicolon", "semicolon.csv", write_excel_semicolon);

/// Who will read the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Profile {
    /// Programs: no byte order mark, LF, every value as it is.
    #[default]
    Machine,
    /// Spreadsheets: byte order mark, CRLF, formulas guarded.
    Excel,
}

/// The separator of cells.
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
pub struct CsvOptions {
    /// Who will read the file.
    pub profile: Profile,
    /// The separator of cells.
    pub separator: Separator,
}

/// Writes the tasks for programs.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    write_with(report, CsvOptions::default(), out)
}

/// Writes the tasks for spreadsheets, with commas.
pub fn write_excel(report: &Report<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    write_with(report, CsvOptions { profile: Profile::Excel, ..CsvOptions::default() }, out)
}

/// Writes the tasks for spreadsheets where the comma is the decimal mark, with semicolons.
pub fn write_excel_semicolon(report: &Report<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    let options = CsvOptions { profile: Profile::Excel, separator: Separator::Semicolon };
    write_with(report, options, out)
}

/// Writes the tasks.
pub fn write_with(
    report: &Report<'_>,
    options: CsvOptions,
    out: &mut dyn io::Write,
) -> Result<(), Error> {
    if options.profile == Profile::Excel {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut writer = writer(options, out);
    let extras = extra_columns(report.document);
    writer.write_record(as_bytes(&header(&extras, options.profile)))?;
    for row in rows(report.document) {
        writer.write_record(as_bytes(&cells(&row, &extras, options.profile)))?;
    }
    writer.flush()?;
    Ok(())
}

fn writer(options: CsvOptions, out: &mut dyn io::Write) -> Writer<&mut dyn io::Write> {
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

fn as_bytes<'a>(cells: &'a [Cow<'_, str>]) -> impl Iterator<Item = &'a [u8]> {
    cells.iter().map(|cell| cell.as_bytes())
}

/// The cells of a task, in the order of the header.
fn cells<'a>(row: &TaskRow<'a>, extras: &[String], profile: Profile) -> Vec<Cow<'a, str>> {
    let own = extra_cells(row.task);
    let before = FIELDS.iter().map(|field| (field.cell)(row));
    let extras = extras.iter().map(|label| own.get(label).copied().unwrap_or_default());
    let after = PLACE_FIELDS.iter().map(|field| (field.cell)(row));
    let cells = before.chain(extras.map(Cow::Borrowed)).chain(after);
    cells.map(|cell| guarded(cell, profile)).collect()
}

/// The text, after an apostrophe if a spreadsheet would run it as a formula.
fn guarded(text: Cow<'_, str>, profile: Profile) -> Cow<'_, str> {
    if profile == Profile::Excel && text.starts_with(FORMULA_STARTS) {
        return Cow::Owned(format!("'{text}"));
    }
    text
}

fn header(extras: &[String], profile: Profile) -> Vec<Cow<'_, str>> {
    let before = FIELDS.iter().map(|field| field.name);
    let after = PLACE_FIELDS.iter().map(|field| field.name);
    let names = before.chain(extras.iter().map(String::as_str)).chain(after);
    names.map(|name| guarded(Cow::Borrowed(name), profile)).collect()
}

/// The names of the extra columns of the whole document, in order of first use.
pub(crate) fn extra_columns(document: &Document) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let names = document.tasks().flat_map(extra_names);
    names.filter(|name| seen.insert(name.clone())).collect()
}

fn extra_cells(task: &Task) -> BTreeMap<String, &str> {
    let values = task.extra.iter().map(|extra| extra.value.as_ref().map_or("", Text::as_str));
    extra_names(task).into_iter().zip(values).collect()
}

/// The labels of a task's extra cells, made different from each other and from the names of fields.
pub(crate) fn extra_names(task: &Task) -> Vec<String> {
    label::distinct(task.extra.iter().map(|extra| extra.label.as_str()), &field::names())
}

#[cfg(test)]
mod tests {
    use csv::ReaderBuilder;

    use super::*;
    use crate::sample;

    fn written(options: CsvOptions) -> String {
        let (document, diagnostics) = sample::document();
        let mut bytes = Vec::new();
        write_with(&sample::report(&document, &diagnostics), options, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    fn read(text: &str, separator: u8) -> Vec<Vec<String>> {
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).delimiter(separator);
        builder.from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
    }

    #[test]
    fn reads_back_as_it_was() {
        let records = read(&written(CsvOptions::default()), b',');
        assert_eq!(
            records[0],
            [
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
                "area",
                "lead_units",
                "coordinating_units",
                "products",
                "schedule",
                "schedule_kind",
                "schedule_start",
                "schedule_end",
                "schedule_due",
                "schedule_bound",
                "schedule_rrule",
                "schedule_event",
                "citations",
                "Căn cứ",
                "Căn cứ (2)",
                "note (2)",
                "page",
                "line",
            ]
        );
        assert_eq!(
            records[1],
            [
                "165/KH-MNBT#I.1",
                "Phụ lục",
                "I",
                "Chỉ đạo, điều hành",
                "1",
                "Rà soát \"quy trình\", thủ tục",
                "Phòng Nội vụ",
                "",
                "true",
                "không thực hiện nội dung này",
                "=1+1",
                "Quý II\nQuý III",
                "",
                "1",
                "Phòng Nội vụ; VP UBND",
                "",
                "=1+1",
                "list[window 2024-04-01/2024-06-30 + window 2024-07-01/2024-09-30]",
                "list",
                "2024-04-01; 2024-07-01",
                "2024-06-30; 2024-09-30",
                "",
                "",
                "",
                "",
                "108/2020/NĐ-CP",
                sample::DECOMPOSED,
                "",
                "-5",
                "2",
                "40",
            ]
        );
        let bare = ["appendix-2#row-1", "2", "", "", "", "Báo cáo", "", "", "false"];
        assert_eq!(records[2][..bare.len()], bare);
        assert!(records[2][bare.len()..29].iter().all(String::is_empty));
        assert_eq!(records[2][29..], ["3", "7"]);
        assert_eq!(records.len(), 3);
    }

    #[test]
    fn ends_lines_in_lf_without_a_mark() {
        let text = written(CsvOptions::default());
        assert!(text.starts_with("id,") && text.ends_with(",7\n") && !text.contains('\r'));
        assert!(text.contains(",\"Rà soát \"\"quy trình\"\", thủ tục\","));
    }

    #[test]
    fn guards_formulas_for_spreadsheets() {
        let options = CsvOptions { profile: Profile::Excel, separator: Separator::Semicolon };
        let text = written(options);
        assert!(text.starts_with("\u{feff}id;") && text.ends_with(";7\r\n"));
        let records = read(&text, b';');
        assert_eq!(records[1][10], "'=1+1");
        assert_eq!(records[1][16], "'=1+1");
        assert_eq!(records[1][28], "'-5");
    }

    #[test]
    fn guards_every_formula_start() {
        for start in FORMULA_STARTS {
            let text = format!("{start}x");
            assert_eq!(guarded(Cow::Borrowed(&text), Profile::Excel), format!("'{text}"));
            assert_eq!(guarded(Cow::Borrowed(&text), Profile::Machine), text);
        }
    }

    #[test]
    fn writes_the_header_without_tasks() {
        let mut diagnostics = Vec::new();
        let document = phuluc_model::validate(phuluc_model::Draft::default(), &mut diagnostics);
        let mut bytes = Vec::new();
        write(&sample::report(&document, &[]), &mut bytes).unwrap();
        let header = field::names().join(",");
        assert_eq!(String::from_utf8(bytes).unwrap(), format!("{header}\n"));
    }
}
