//! Lines with their uses to tables: ordinals give the rows, the best reading gives the cells.

use ecow::EcoVec;
use phuluc_model::{Code, Diagnostic, Role};

use crate::cells;
use crate::cells::{CutRow, RecordCells};
use crate::flow::line_uses::{LineUses, TableLines};
use crate::flow::ordinals;
use crate::flow::ordinals::OrdinalRow;
use crate::header::label::Label;
use crate::repeat_budget::RepeatBudget;
use crate::table::{Cell, Flaw, Number, Row, RowKind, Table};
use phuluc_page::deadline::Deadline;
use phuluc_page::line::Word;

/// The tables of a text. If the words of a table have lost the order of its cells, it has no rows:
/// its words are left out, with a diagnostic.
pub(crate) fn tables(
    lines: &mut LineUses,
    deadline: &Deadline<'_>,
    repeat_budget: &mut RepeatBudget,
) -> (Vec<Table>, Vec<Diagnostic>) {
    let mut tables = Vec::new();
    let mut cells = 0;
    let mut diagnostics = Vec::new();
    for index in 0..lines.tables.len() {
        let Some(found) = lines.tables.get(index) else { break };
        let rows = rows(lines, found, deadline, &mut cells, repeat_budget);
        if rows.is_none() {
            let diagnostic = Diagnostic::new(Code::OrderLost);
            diagnostics.push(match found.labels.first().and_then(|label| label.words.first()) {
                Some(word) => diagnostic.at(word.place),
                None => diagnostic,
            });
        }
        tables.push(Table {
            heading: lines.heading(index),
            letterhead: lines.letterhead(index),
            labels: found.labels.clone(),
            rows: rows.unwrap_or_else(|| {
                lines.leave_out(index);
                Vec::new()
            }),
            seen: Vec::new(),
        });
    }
    (tables, diagnostics)
}

/// `cells` counts the cells of the tables so far.
fn rows(
    lines: &LineUses,
    found: &TableLines,
    deadline: &Deadline<'_>,
    cells: &mut usize,
    repeat_budget: &mut RepeatBudget,
) -> Option<Vec<Row>> {
    let ordinal_rows = ordinals::rows(lines.body(found), deadline);
    let roles = cell_roles(&found.labels);
    let words: Vec<Vec<Word>> = ordinal_rows
        .iter()
        .filter(|ordinal_row| ordinal_row.kind == RowKind::Task)
        .map(|ordinal_row| ordinal_row.words.clone())
        .collect();
    let cuts = cells::rows(&words, &roles, deadline);
    let mut cuts = cuts?.into_iter();
    let mut rows = Vec::new();
    for ordinal_row in ordinal_rows {
        let before = rows.len();
        repeat_budget.read(ordinal_row.words.len());
        match ordinal_row.kind {
            RowKind::Section => rows.push(section(ordinal_row)),
            RowKind::Task => {
                rows.extend(tasks(ordinal_row, cuts.next().flatten(), &roles, repeat_budget));
            }
        }
        let added = rows.get(before..).unwrap_or_default();
        *cells += added.iter().map(Row::weight).sum::<usize>();
        if !added.first().is_none_or(|row| deadline.allows_cells(*cells, row.place())) {
            break;
        }
    }
    Some(rows)
}

/// The roles of the columns that have cells: all but the number column.
pub fn cell_roles(labels: &[Label]) -> Vec<Role> {
    labels.iter().map(|label| label.role).filter(|role| *role != Role::Number).collect()
}

fn section(ordinal_row: OrdinalRow) -> Row {
    let title = Cell { words: ordinal_row.words, ..Cell::default() };
    Row {
        kind: RowKind::Section,
        number: ordinal_row.number,
        cells: vec![title],
        margin: None,
        flaw: None,
    }
}

fn tasks(
    ordinal_row: OrdinalRow,
    cut: Option<CutRow>,
    roles: &[Role],
    repeat_budget: &mut RepeatBudget,
) -> Vec<Row> {
    let Some(cut) = cut else { return vec![uncut(ordinal_row, roles)] };
    let empty: Vec<RecordCells> = vec![vec![Vec::new(); roles.len()]];
    let records = if cut.records.is_empty() { empty } else { cut.records };
    let mut rows: Vec<Row> = Vec::new();
    for record in &records {
        let cells = record.iter().map(|cell| self::cell(&ordinal_row.words, cell, &cut.paragraphs));
        let margin = cut.margin.is_finite().then_some(cut.margin);
        let number = ordinal_row.number.clone();
        let flaw = cut.misfit.then_some(Flaw::Misfit);
        let row = Row { kind: RowKind::Task, number, cells: cells.collect(), margin, flaw };
        rows.push(match rows.first() {
            Some(first) => spanned(row, first, roles, repeat_budget),
            None => row,
        });
    }
    rows
}

/// A row whose number and task are those of the first one.
fn spanned(mut row: Row, first: &Row, roles: &[Role], repeat_budget: &mut RepeatBudget) -> Row {
    row.number = row.number.map(|number| Number { repeated: true, ..number });
    let pairs = row.cells.iter_mut().zip(&first.cells).zip(roles);
    for ((cell, above), _) in pairs.filter(|(_, role)| **role == Role::Task) {
        if !cell.words.is_empty() {
        } else if repeat_budget.may_add(above.words.len()) {
            *cell = Cell { repeated: true, ..above.clone() };
        } else {
            repeat_budget.leave_out_cell(1, &above.words);
        }
    }
    row
}

/// A row that is too long to be cut: all its words are in the column of tasks.
fn uncut(ordinal_row: OrdinalRow, roles: &[Role]) -> Row {
    let task = roles.iter().position(|role| *role == Role::Task).unwrap_or(0);
    let mut cells = vec![Cell::default(); roles.len()];
    if let Some(cell) = cells.get_mut(task) {
        cell.words = ordinal_row.words;
    }
    Row {
        kind: RowKind::Task,
        number: ordinal_row.number,
        cells,
        margin: None,
        flaw: Some(Flaw::Uncut),
    }
}

fn cell(words: &[Word], indexes: &[usize], paragraphs: &[usize]) -> Cell {
    let opens = |(position, index): (usize, &usize)| paragraphs.contains(index).then_some(position);
    Cell {
        words: indexes.iter().filter_map(|index| words.get(*index).cloned()).collect(),
        paragraphs: indexes.iter().enumerate().filter_map(opens).collect(),
        repeated: false,
        cell_boxes: EcoVec::new(),
    }
}
