//! A workbook (Office Open XML) for people: the tasks, what to look at, and counts.
//!
//! | sheet | what |
//! | --- | --- |
//! | `Nhiệm vụ` | one row a task under the labels of the document |
//! | `Cần xem lại` | the diagnostics, each with a link to its cell |
//! | `Tổng hợp` | how many tasks each lead unit, quarter and section has |
//!
//! (In English `Tasks`, `To check`, `Summary`.)
//!
//! **Every row below the header is a task.** A section is a band of colour and stands in two columns of
//! each of its rows, in bold in the first of them. A row across the table, as the page has it, would be
//! hidden by a filter for a unit, torn from its tasks by a sort, and counted as a task by a pivot table; a
//! merged one stops Excel from sorting at all. A section without a task stands in `Tổng hợp`.
//!
//! Text is written as text, whatever it begins with: `=1+1` is no formula and `007` no number. A time is
//! there in its own words, as real days, and in one line of notation; a list of times has its first start,
//! its last end and its first day due as days, and all of them in the notation. A cell that something is
//! doubted in is yellow.
//!
//! A cell of Excel holds 32,767 characters. Of a longer text the first of them stand in its cell, and the
//! rest in rows of `Cần xem lại` that name it, in their order, so that nothing is lost and nothing silently.
//! More tasks than rows are an error.
//!
//! The bytes depend on the report alone: the day of making in the properties is the date of issue or,
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
use crate::due;
use crate::error::Error;
use crate::format::Format;
use crate::report::Report;
use crate::row::{TaskRow, rows};

/// The rows of a sheet without its header.
const MOST_TASKS: usize = 1_048_575;

/// The workbook.
pub const FORMAT: Format = Format::new("xlsx", "xlsx", write);

/// Writes the workbook.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    let document = report.document;
    let rows: Vec<TaskRow<'_>> = rows(document).collect();
    if rows.len() > MOST_TASKS {
        return Err(Error::TooManyTasks { found: rows.len(), limit: MOST_TASKS });
    }
    let columns = columns(document, report.lang);
    let spots = Spots::of(&rows, &columns);
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
    let made = appendices.iter().find_map(due::issued).and_then(excel_day);
    let made = made.or_else(|| excel_day(due::UNDATED)).unwrap_or_default();
    let title = appendices.iter().find_map(|appendix| appendix.title.as_ref());
    let title = title.map_or(report.source.name, Text::as_str);
    // The properties are for short text; Excel refuses a file in which they are long.
    let title: String = title.chars().take(255).collect();
    DocProperties::new().set_title(title).set_creation_datetime(&made)
}
