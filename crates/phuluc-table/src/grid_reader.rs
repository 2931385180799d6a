//! Delimited rows to tables: cells are known, so each one gets the place that a ruled page would
//! give it.

use phuluc_language::fold::plain;
use phuluc_model::Remainder;

use crate::found_tables::FoundTables;
use crate::furniture::appendix_heading::is_label;
use crate::furniture::outside_text::PlacedLine;
use crate::header::number_label::number_label;
use crate::page_reader::assembly::Assembly;
use crate::page_reader::page_table::{PartCell, TablePart, TableSource};
use phuluc_page::deadline::Deadline;
use phuluc_page::extent::Extent;
use phuluc_page::form::Form;
use phuluc_page::medium::{Grid, Record};
use phuluc_page::placed_word::{Lie, PlacedWord};

/// The width of a column and of a letter, the height of a line and the font size, in points of an
/// imagined page. A column is wider than any text.
const COLUMN: f32 = 100_000.0;
const LETTER: f32 = 5.0;
const LINE: f32 = 12.0;
const SIZE: f32 = 10.0;

/// A table part has at least `PART_ROWS` rows and at most `LONGEST`: the time to look up the cells
/// of a row grows with the rows of its part.
const PART_ROWS: usize = 200;
const LONGEST: usize = 1_000;

/// A record with more cells is no row of a table.
const MAX_CELLS: usize = 64;

/// Delimited text is one page.
const PAGE: u32 = 1;

/// The tables of delimited records, and the lines that are no table.
pub fn find_tables(grid: Grid, deadline: &Deadline<'_>) -> FoundTables {
    let Grid { form, records, diagnostics } = grid;
    let mut assembly = Assembly::new(deadline, false);
    let mut words_in = 0;
    for (place, group) in groups(&records, form) {
        if !has_time(group, deadline) {
            break;
        }
        match place {
            RecordPlace::Outside => {
                for line in group.iter().flat_map(|record| lines(record, form)) {
                    words_in += line.len();
                    let reason = is_drawn(&line).then_some(Remainder::Ornament);
                    for group in PlacedLine::parts(&line, PAGE) {
                        assembly.add_line(group, reason);
                    }
                }
            }
            RecordPlace::Table => {
                for rows in
                    table_parts(group).into_iter().take_while(|rows| has_time(rows, deadline))
                {
                    let table_part = table_part(rows, form);
                    words_in += table_part.cells.iter().map(|cell| cell.words.len()).sum::<usize>();
                    assembly.add_part(table_part, PAGE);
                }
            }
        }
    }
    let (tables, repeat_budget, left) = assembly.finish();
    // If the header has more cells than allowed, no row belongs to a table.
    let diagnostics = [crate::page_reader::diagnostics(tables.is_empty()), diagnostics].concat();
    FoundTables { form, pages: PAGE, words_in, tables, left, diagnostics, repeat_budget }
}

/// Whether there is time left for these records.
fn has_time(records: &[Record], deadline: &Deadline<'_>) -> bool {
    records.first().is_none_or(|first| deadline.goes_on(phuluc_model::Place::new(PAGE, first.line)))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RecordPlace {
    Table,
    Outside,
}

/// Groups of records in and outside tables. A record of one cell between rows is a title across the
/// table, unless it is the label of the next appendix.
fn groups(records: &[Record], form: Form) -> Vec<(RecordPlace, &[Record])> {
    let last = records.iter().rposition(is_row);
    let mut labelled = false;
    let mut begun = false;
    let places: Vec<RecordPlace> = records
        .iter()
        .enumerate()
        .map(|(index, record)| {
            let row = is_row(record) && !is_rule(record);
            begun |= row;
            labelled = (labelled || names_an_appendix(record, form)) && !row;
            let title = begun && !labelled && last.is_some_and(|last| index < last);
            if row || (title && !is_rule(record)) {
                RecordPlace::Table
            } else {
                RecordPlace::Outside
            }
        })
        .collect();
    let mut groups = Vec::new();
    let mut rest = records;
    for same_place in places.chunk_by(|a, b| a == b) {
        let (group, after) = rest.split_at(same_place.len().min(rest.len()));
        groups.extend(same_place.first().map(|place| (*place, group)));
        rest = after;
    }
    groups
}

fn is_row(record: &Record) -> bool {
    (2..=MAX_CELLS).contains(&record.cells.len())
}

/// The line of dashes under the header of a Markdown table.
fn is_rule(record: &Record) -> bool {
    let dashes = |cell: &String| cell.chars().all(|c| matches!(c, '-' | ':' | ' '));
    let any = record.cells.iter().any(|cell| cell.contains("--"));
    any && record.cells.iter().all(dashes)
}

fn names_an_appendix(record: &Record, form: Form) -> bool {
    lines(record, form)
        .iter()
        .flat_map(|line| PlacedLine::parts(line, PAGE))
        .any(|group| is_label(&group.line))
}

/// Cuts rows into table parts; each but the first begins with a copy of the header or with a row
/// that has a first cell.
fn table_parts(rows: &[Record]) -> Vec<&[Record]> {
    let header = rows.iter().position(names_numbers).unwrap_or(rows.len());
    let mut table_parts = Vec::new();
    let mut rest = rows;
    while !rest.is_empty() {
        let above = (header + 1).saturating_sub(rows.len() - rest.len());
        let (table_part, after) = rest.split_at(end_of_part(rest, above).min(rest.len()));
        table_parts.push(table_part);
        rest = after;
    }
    table_parts
}

/// The end of the first part of some rows. A header opens the next part, but not the first header:
/// the rows `above` its end belong to it.
fn end_of_part(rows: &[Record], above: usize) -> usize {
    let opens = |record: &Record| record.cells.first().is_some_and(|cell| !cell.trim().is_empty());
    let begins = |from: usize, opens: &dyn Fn(&Record) -> bool| {
        let from = from.max(1);
        rows.iter().take(LONGEST).skip(from).position(opens).map(|at| from + at)
    };
    let longest = if rows.len() > PART_ROWS {
        begins(PART_ROWS, &opens).unwrap_or(LONGEST)
    } else {
        rows.len()
    };
    begins(above, &names_numbers).map_or(longest, |copy| copy.min(longest))
}

/// Bytes of the longest number label: `Số thứ tự`, some spaces, and as many marks.
const LABEL: usize = 32;

/// Whether a cell of a record is a number label.
fn names_numbers(record: &Record) -> bool {
    let labels = |cell: &String| {
        let words: Vec<String> = cell.split_whitespace().take(4).map(plain).collect();
        !words.is_empty() && number_label(&words) == words.len()
    };
    record.cells.iter().any(|cell| cell.len() <= LABEL && labels(cell))
}

fn table_part(records: &[Record], form: Form) -> TablePart {
    let columns = records.iter().map(|record| record.cells.len()).max().unwrap_or(0);
    let stretch =
        |column: usize| Extent { min: COLUMN * count(column), max: COLUMN * (count(column) + 1.0) };
    let mut table_part = TablePart {
        source: TableSource::Delimited,
        columns: (0..columns).map(stretch).collect(),
        rows: Vec::new(),
        cells: Vec::new(),
    };
    let mut top = 0.0;
    for (row, record) in records.iter().enumerate() {
        let mut foot: f32 = top + LINE;
        for (column, cell) in record.cells.iter().enumerate() {
            let words = words(cell, column, top, record.line, form);
            foot = words.iter().map(|word| word.baseline).fold(foot, f32::max);
            let across = if record.cells.len() > 1 { column + 1 } else { columns };
            table_part.cells.push(PartCell { rows: row..row + 1, columns: column..across, words });
        }
        table_part.rows.push(Extent { min: top, max: foot });
        top = foot + LINE;
    }
    table_part
}

/// The lines of a record outside the tables, with its cells side by side.
fn lines(record: &Record, form: Form) -> Vec<Vec<PlacedWord>> {
    let cells = record.cells.iter().enumerate();
    let words = cells.flat_map(|(column, cell)| words(cell, column, 0.0, record.line, form));
    let mut words: Vec<PlacedWord> = words.collect();
    words.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let on_one_line = |a: &PlacedWord, b: &PlacedWord| a.baseline.total_cmp(&b.baseline).is_eq();
    words.chunk_by(on_one_line).map(<[PlacedWord]>::to_vec).collect()
}

fn words(cell: &str, column: usize, top: f32, line: u32, form: Form) -> Vec<PlacedWord> {
    let mut words = Vec::new();
    for (row, text) in cell.split('\n').enumerate() {
        let mut x = COLUMN * count(column);
        let baseline = top + LINE * (count(row) + 1.0);
        // A row between pipes is one line of the input, whatever `<br>` makes of its cells.
        let below = if form == Form::Pipes { 0 } else { row };
        let line = line.saturating_add(u32::try_from(below).unwrap_or(u32::MAX));
        for (index, word) in text.split_whitespace().enumerate() {
            let length = LETTER * count(word.chars().count());
            words.push(PlacedWord {
                text: word.into(),
                x: Extent { min: x, max: x + length },
                baseline,
                size: SIZE,
                line,
                lie: Lie::Level,
                follows: index > 0,
                spaced: false,
                pieces: 1,
            });
            x += length + LETTER;
        }
    }
    words
}

#[expect(clippy::cast_precision_loss, reason = "rows and letters of a part are few")]
const fn count(count: usize) -> f32 {
    count as f32
}

/// Whether a line is only drawn: the rule under a header.
fn is_drawn(line: &[PlacedWord]) -> bool {
    line.iter().all(|word| word.text.chars().all(|c| matches!(c, '-' | ':')))
}

#[cfg(test)]
mod tests {
    use phuluc_model::Code;

    use super::*;

    fn records(rows: &[&[&str]]) -> Vec<Record> {
        let record = |(line, cells): (u32, &&[&str])| Record {
            line,
            cells: cells.iter().map(|&cell| cell.to_owned()).collect(),
        };
        (1..).zip(rows).map(record).collect()
    }

    fn found(rows: &[&[&str]]) -> FoundTables {
        let options = phuluc_page::options::Options::default();
        let grid = Grid { form: Form::Tabs, records: records(rows), diagnostics: Vec::new() };
        find_tables(grid, &Deadline::begin(&options))
    }

    const HEADER: &[&str] = &["TT", "Nội dung", "Chủ trì"];
    const ROW: &[&str] = &["1", "Rà soát", "Phòng Tư pháp"];

    #[test]
    fn a_header_wider_than_any_row_is_no_table_and_is_reported() {
        let diagnostic = |rows: &[&[&str]]| {
            found(rows).diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>()
        };
        assert_eq!(diagnostic(&[HEADER, ROW]), []);
        let wide: Vec<&str> = HEADER.iter().copied().cycle().take(MAX_CELLS + 1).collect();
        assert_eq!(diagnostic(&[&wide, ROW]), [Code::NoTable]);
    }

    #[test]
    fn a_header_that_comes_again_is_no_row() {
        let sorted = found(&[HEADER, ROW, ROW, HEADER, HEADER, ROW]);
        let rows: Vec<usize> = sorted.tables.iter().map(|table| table.rows.len()).collect();
        assert_eq!(rows, [3]);
        let repeat_budget = sorted.left.iter().filter(|(why, _)| *why == Remainder::RepeatedHeader);
        assert_eq!(repeat_budget.count(), 2);
    }

    #[test]
    fn rows_above_the_first_header_stay_with_it() {
        let letterhead: &[&str] = &["UBND PHƯỜNG", "CỘNG HÒA"];
        let rows = records(&[letterhead, HEADER, ROW, HEADER, ROW]);
        let lengths: Vec<usize> =
            table_parts(&rows).iter().map(|table_part| table_part.len()).collect();
        assert_eq!(lengths, [3, 2]);
    }
}
