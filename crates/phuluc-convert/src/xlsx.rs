//! A workbook (Office Open XML) for people: the tasks, what to check, and counts.
//!
//! | sheet | content |
//! | --- | --- |
//! | `Nhiệm vụ` | one row for each task, under the labels of the document |
//! | `Cần xem lại` | the diagnostics, each with a link to its cell |
//! | `Tổng hợp` | how many tasks each lead unit, quarter and section has |
//!
//! (In English `Tasks`, `To check`, `Summary`.)
//!
//! **Every row below the header is a task.** A section has one background colour, and its number and title
//! are in two columns of each of its rows, bold in the first. A title row as on the page would be hidden by
//! a filter, separated from its tasks by sorting and counted as a task by a pivot table; with merged cells
//! Excel cannot sort at all. A section without a task is listed in `Tổng hợp`.
//!
//! Text is always written as text: `=1+1` is no formula and `007` no number. A time is written in its own
//! words, as dates, and in one line of notation. A list of times has its first start, its last end and its
//! first due day as dates, and all its times in the notation. A cell with a diagnostic is yellow.
//!
//! A cell of Excel holds 32,767 characters. The beginning of a longer text is in its cell, and the rest is in
//! rows of `Cần xem lại` that name the cell, in order, so that nothing is lost. More tasks than rows are an
//! error.
//!
//! The bytes depend only on the report: the date of creation in the properties is the date of issue or,
//! without one, the first of January 1970.

mod column;
mod day;
mod doubts;
mod height;
mod look;
mod sheet;
mod spot;
mod summary;
mod tally;
mod tasks;
#[cfg(test)]
mod tests;

use std::io;

use phuluc_model::Text;
use rust_xlsxwriter::{DocProperties, Workbook};

use self::column::columns;
use self::day::excel_day;
use self::spot::Spots;
use crate::creation_date;
use crate::error::Error;
use crate::format::Format;
use crate::report::Report;
use crate::row::{TaskRow, rows};

/// The rows of a sheet of Excel (2^20) without the header. More tasks are an error.
const MAX_TASKS: usize = 1_048_575;

/// The workbook.
pub const FORMAT: Format = Format::new("xlsx", "xlsx", write);

/// Writes the workbook.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    let document = report.document;
    let rows: Vec<TaskRow<'_>> = rows(document).collect();
    if rows.len() > MAX_TASKS {
        return Err(Error::TooManyTasks { found: rows.len(), limit: MAX_TASKS });
    }
    let columns = columns(document, report.lang);
    let spots = Spots::new(&rows, &columns);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(report));
    let overlong = tasks::write(workbook.add_worksheet(), report, &columns, &rows, &spots)?;
    doubts::write(workbook.add_worksheet(), report, &columns, &rows, &spots, &overlong)?;
    summary::write(workbook.add_worksheet(), report, &rows)?;
    out.write_all(&workbook.save_to_buffer()?)?;
    out.flush()?;
    Ok(())
}

fn properties(report: &Report<'_>) -> DocProperties {
    let appendices = report.document.appendices();
    let made = appendices.iter().find_map(creation_date::issued).and_then(excel_day);
    let made = made.or_else(|| excel_day(creation_date::UNDATED)).unwrap_or_default();
    let title = appendices.iter().find_map(|appendix| appendix.title.as_ref());
    let title = title.map_or(report.source.name, Text::as_str);
    // The properties are for short text; Excel refuses a file in which they are long.
    let title: String = title.chars().take(255).collect();
    DocProperties::new().set_title(title).set_creation_datetime(&made)
}
