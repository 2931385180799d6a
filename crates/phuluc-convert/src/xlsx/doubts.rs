//! The sheet of diagnostics.

use std::borrow::Cow;

use phuluc_messages::{Lang, title, words};
use phuluc_model::{Diagnostic, Severity};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Url, Worksheet};

use super::column::SheetColumn;
use super::height::height;
use super::look::{self, Look, Sort};
use super::sheet::{headed, pieces, printed};
use super::spot::{Spot, Spots};
use super::tasks::{self, Overlong};
use crate::error::Error;
use crate::report::Report;
use crate::row::TaskRow;

/// Its columns: the message key of the label, and the width in digits.
const COLUMNS: [(&str, f64); 11] = [
    ("book-severity", 11.0),
    ("book-issue", 36.0),
    ("book-cell", 8.0),
    ("book-column", 16.0),
    ("book-id", 22.0),
    ("book-words", 24.0),
    ("book-suggestion", 20.0),
    ("book-details", 52.0),
    ("book-code", 22.0),
    ("book-page", 8.0),
    ("book-line", 8.0),
];

/// The most links that a sheet of Excel holds. Later rows name their cell without a link.
const MAX_LINKS: usize = 65_530;

/// The code of a text that does not fit its cell. Only this format has it, so it is not in the model.
const TOO_LONG: &str = "cell_too_long";

/// Writes the diagnostics, and below them the rest of the texts that did not fit their cells.
pub(super) fn write(
    sheet: &mut Worksheet,
    report: &Report<'_>,
    columns: &[SheetColumn],
    rows: &[TaskRow<'_>],
    spots: &Spots,
    overlong: &Overlong,
) -> Result<(), Error> {
    let lang = report.lang;
    sheet.set_name(words(lang, "book-doubts"))?;
    printed(sheet, report);
    sheet.set_landscape();
    let diagnostics =
        report.diagnostics.iter().map(|diagnostic| DoubtLine::of(diagnostic, spots, lang));
    let rest = overlong.iter().flat_map(|(spot, pieces)| {
        pieces.iter().map(|piece| DoubtLine::rest_of(*spot, piece, lang))
    });
    let lines: Vec<DoubtLine<'_>> = diagnostics.chain(rest).collect();
    let labels = COLUMNS.map(|(key, width)| (words(lang, key), width));
    headed(sheet, labels.iter().map(|(label, width)| (&**label, *width)), lines.len())?;
    sheet.set_freeze_panes(1, 0)?;
    for (row, line) in (1..).zip(&lines) {
        let task = line.spot.and_then(|spot| rows.get(spot.row)).map(|row| row.task.id.as_str());
        let column = line.spot.and_then(|spot| columns.get(spot.column));
        let texts = [
            (0, &*line.severity),
            (1, &*line.title),
            (3, column.map_or("", |column| column.label.as_str())),
            (4, task.unwrap_or_default()),
            (5, line.found),
            (6, line.suggestion),
            (7, &*line.details),
            (8, line.code),
        ];
        for (column, text) in texts {
            write_text(sheet, row, column, text)?;
        }
        let widths = texts
            .into_iter()
            .filter_map(|(column, text)| Some((text, COLUMNS.get(usize::from(column))?.1)));
        sheet.set_row_height(row, height(widths))?;
        write_link(sheet, row, line.spot, lang)?;
        write_place(sheet, row, line.place)?;
    }
    Ok(())
}

/// A row of the sheet.
struct DoubtLine<'a> {
    severity: Cow<'static, str>,
    title: Cow<'static, str>,
    spot: Option<Spot>,
    found: &'a str,
    suggestion: &'a str,
    details: String,
    code: &'static str,
    place: Option<(u32, u32)>,
}

impl<'a> DoubtLine<'a> {
    fn of(diagnostic: &'a Diagnostic, spots: &Spots, lang: Lang) -> Self {
        Self {
            severity: severity(diagnostic.severity(), lang),
            title: title(lang, diagnostic.code),
            spot: spots.find(diagnostic),
            found: diagnostic.found.as_deref().unwrap_or_default(),
            suggestion: diagnostic.suggestion.as_deref().unwrap_or_default(),
            details: phuluc_messages::diagnostic(lang, diagnostic),
            code: diagnostic.code.name(),
            place: diagnostic.place.map(|place| (place.page, place.line)),
        }
    }

    fn rest_of(spot: Spot, piece: &'a str, lang: Lang) -> Self {
        Self {
            severity: severity(Severity::Warning, lang),
            title: words(lang, "book-overlong"),
            spot: Some(spot),
            found: piece,
            suggestion: "",
            details: words(lang, "book-overlong_details").into_owned(),
            code: TOO_LONG,
            place: None,
        }
    }
}

fn severity(severity: Severity, lang: Lang) -> Cow<'static, str> {
    words(lang, &format!("severity-{}", severity.name()))
}

/// A message may quote a text longer than a cell. Its end is cut here; the whole text is with the task.
fn write_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), Error> {
    let format = look::cell(Look::default());
    match pieces(text).first() {
        Some(piece) => sheet.write_string_with_format(row, column, *piece, &format)?,
        None => sheet.write_blank(row, column, &format)?,
    };
    Ok(())
}

fn write_link(
    sheet: &mut Worksheet,
    row: u32,
    spot: Option<Spot>,
    lang: Lang,
) -> Result<(), Error> {
    const COLUMN: u16 = 2;
    let Some(spot) = spot else { return write_text(sheet, row, COLUMN, "") };
    let (there, column) = tasks::address(spot);
    let name = row_col_to_cell(there, column);
    if usize::try_from(row).is_ok_and(|row| row > MAX_LINKS) {
        return write_text(sheet, row, COLUMN, &name);
    }
    let url = Url::new(format!("internal:'{}'!{name}", tasks::name(lang))).set_text(name);
    let format = look::cell(Look { sort: Sort::Link, ..Look::default() });
    sheet.write_url_with_format(row, COLUMN, url, &format)?;
    Ok(())
}

fn write_place(sheet: &mut Worksheet, row: u32, place: Option<(u32, u32)>) -> Result<(), Error> {
    let format = look::cell(Look { sort: Sort::Mark, ..Look::default() });
    for (column, count) in [(9, place.map(|place| place.0)), (10, place.map(|place| place.1))] {
        match count {
            Some(count) => sheet.write_number_with_format(row, column, count, &format)?,
            None => sheet.write_blank(row, column, &format)?,
        };
    }
    Ok(())
}
