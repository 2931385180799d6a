//! The sheet of tasks.

use std::borrow::Cow;
use std::collections::BTreeMap;

use phuluc_messages::{Lang, words};
use phuluc_model::Date;
use rust_xlsxwriter::{Format, Worksheet};

use super::column::{CellSource, SheetCell, SheetColumn};
use super::day::excel_day;
use super::height::height;
use super::look::{self, Look, Sort, Weight};
use super::sheet::{headed, pieces, printed};
use super::spot::{Spot, Spots};
use crate::error::Error;
use crate::report::Report;
use crate::row::TaskRow;

/// The name of the sheet.
pub(super) fn name(lang: Lang) -> Cow<'static, str> {
    words(lang, "book-tasks")
}

/// The remaining pieces of texts that do not fit their cells.
pub(super) type Overlong = BTreeMap<Spot, Vec<String>>;

/// Writes the tasks; returns the pieces that did not fit.
pub(super) fn write(
    sheet: &mut Worksheet,
    report: &Report<'_>,
    columns: &[SheetColumn],
    rows: &[TaskRow<'_>],
    spots: &Spots,
) -> Result<Overlong, Error> {
    sheet.set_name(name(report.lang))?;
    printed(sheet, report);
    sheet.set_landscape();
    headed(sheet, columns.iter().map(|column| (column.label.as_str(), column.width)), rows.len())?;
    print_and_freeze(sheet, columns, rows.len())?;
    let mut page = TasksSheet { sheet, overlong: BTreeMap::new() };
    let doubted = spots.doubted(report.diagnostics);
    let mut band = Band::default();
    for (index, row) in rows.iter().enumerate() {
        band.enter(row);
        let mut texts = Vec::new();
        for (number, column) in columns.iter().enumerate() {
            let spot = Spot { row: index, column: number };
            let look = Look {
                banded: band.coloured,
                doubted: doubted.contains(&spot),
                weight: band.weight(&column.source),
                sort: column.source.sort(),
            };
            let cell = column.source.cell(row, report.lang);
            page.write(spot, &cell, look)?;
            if let SheetCell::Text(text) = cell {
                texts.push((text, column.width));
            }
        }
        page.fit(index, &texts)?;
    }
    Ok(page.overlong)
}

/// Only the table of the document is printed; its first columns stay visible.
fn print_and_freeze(
    sheet: &mut Worksheet,
    columns: &[SheetColumn],
    rows: usize,
) -> Result<(), Error> {
    let count = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
    let printed = columns.iter().take_while(|column| column.printed).count();
    let last_row = u32::try_from(rows).unwrap_or(u32::MAX);
    sheet.set_print_area(0, 0, last_row, count(printed.saturating_sub(1)))?;
    let number = columns
        .iter()
        .position(|column| column.source == CellSource::Role(phuluc_model::Role::Number));
    sheet.set_freeze_panes(1, count(number.map_or(0, |number| number + 1)))?;
    Ok(())
}

/// The section that is being written.
#[derive(Default)]
struct Band<'a> {
    section: Option<&'a phuluc_model::Section>,
    /// Whether its rows are coloured.
    coloured: bool,
    /// Whether the row is its first.
    first: bool,
}

impl<'a> Band<'a> {
    fn enter(&mut self, row: &TaskRow<'a>) {
        let same = self.section.is_some_and(|section| std::ptr::eq(section, row.section));
        self.first = !same;
        if !same {
            self.coloured = self.section.is_some() && !self.coloured;
            self.section = Some(row.section);
        }
    }

    /// Number and title of a section are bold only in its first row.
    const fn weight(&self, source: &CellSource) -> Weight {
        match (source, self.first) {
            (CellSource::SectionNumber | CellSource::SectionTitle, true) => Weight::Bold,
            (
                CellSource::SectionNumber | CellSource::SectionTitle | CellSource::Appendix,
                false,
            ) => Weight::Pale,
            _ => Weight::Normal,
        }
    }
}

/// The sheet while it is written.
struct TasksSheet<'a> {
    sheet: &'a mut Worksheet,
    overlong: BTreeMap<Spot, Vec<String>>,
}

impl TasksSheet<'_> {
    fn write(&mut self, spot: Spot, cell: &SheetCell<'_>, look: Look) -> Result<(), Error> {
        let (row, column) = address(spot);
        match cell {
            SheetCell::Empty => {
                self.sheet.write_blank(row, column, &look::cell(look))?;
            }
            SheetCell::Text(text) => self.text(spot, text, &look::cell(look))?,
            SheetCell::Flag(flag) => {
                let format = look::cell(Look { sort: Sort::Flag, ..look });
                self.sheet.write_boolean_with_format(row, column, *flag, &format)?;
            }
            SheetCell::Count(count) => {
                let format = look::cell(Look { sort: Sort::Mark, ..look });
                self.sheet.write_number_with_format(row, column, *count, &format)?;
            }
            SheetCell::Day(day) => {
                self.day(spot, *day, &look::cell(Look { sort: Sort::Day, ..look }))?;
            }
        }
        Ok(())
    }

    fn fit(&mut self, row: usize, texts: &[(Cow<'_, str>, f64)]) -> Result<(), Error> {
        let texts = texts.iter().map(|(text, width)| (text.as_ref(), *width));
        self.sheet.set_row_height(address(Spot { row, column: 0 }).0, height(texts))?;
        Ok(())
    }

    fn text(&mut self, spot: Spot, text: &str, format: &Format) -> Result<(), Error> {
        let (row, column) = address(spot);
        let mut pieces = pieces(text).into_iter();
        self.sheet.write_string_with_format(row, column, pieces.next().unwrap_or(""), format)?;
        let rest: Vec<String> = pieces.map(str::to_owned).collect();
        if !rest.is_empty() {
            self.overlong.insert(spot, rest);
        }
        Ok(())
    }

    /// Excel has no dates before 1900; they are written as text.
    fn day(&mut self, spot: Spot, day: Date, format: &Format) -> Result<(), Error> {
        let (row, column) = address(spot);
        match excel_day(day) {
            Some(day) => self.sheet.write_datetime_with_format(row, column, &day, format)?,
            None => self.sheet.write_string_with_format(row, column, day.to_string(), format)?,
        };
        Ok(())
    }
}

/// Row and column of a cell in its sheet, from zero; the header is row 0.
pub(super) fn address(spot: Spot) -> (u32, u16) {
    let row = u32::try_from(spot.row).unwrap_or(u32::MAX).saturating_add(1);
    (row, u16::try_from(spot.column).unwrap_or(u16::MAX))
}
