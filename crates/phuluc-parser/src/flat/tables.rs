//! A sheet to its tables: rows by their ordinals, cells by the best reading.

use ecow::EcoVec;
use phuluc_model::{Code, Diagnostic, Role};

use super::outline::{self, Run};
use super::sheet::{Found, Sheet};
use crate::copies::Copies;
use crate::cut::{self, Cells, CutRow};
use crate::label::Label;
use crate::page::Word;
use crate::table::{Cell, Flaw, Kind, Number, Row, Table};
use crate::watch::Watch;

/// The tables of a sheet. A table whose words have lost the order of its cells has no rows: its words
/// are left out, and that is said.
pub(crate) fn tables(
    sheet: &mut Sheet,
    watch: &Watch<'_>,
    copies: &mut Copies,
) -> (Vec<Table>, Vec<Diagnostic>) {
    let mut tables = Vec::new();
    let mut cells = 0;
    let mut diagnostics = Vec::new();
    for index in 0..sheet.tables.len() {
        let Some(found) = sheet.tables.get(index) else { break };
        let rows = rows(sheet, found, watch, &mut cells, copies);
        if rows.is_none() {
            let said = Diagnostic::new(Code::OrderLost);
            diagnostics.push(match found.labels.first().and_then(|label| label.words.first()) {
                Some(word) => said.at(word.place),
                None => said,
            });
        }
        tables.push(Table {
            heading: sheet.heading(index),
            letterhead: sheet.letterhead(index),
            labels: found.labels.clone(),
            rows: rows.unwrap_or_else(|| {
                sheet.leave_out(index);
                Vec::new()
            }),
            seen: Vec::new(),
        });
    }
    (tables, diagnostics)
}

/// `cells` are those of the tables so far.
fn rows(
    sheet: &Sheet,
    found: &Found,
    watch: &Watch<'_>,
    cells: &mut usize,
    copies: &mut Copies,
) -> Option<Vec<Row>> {
    let runs = outline::rows(sheet.body(found), watch);
    let roles = cell_roles(&found.labels);
    let words: Vec<Vec<Word>> =
        runs.iter().filter(|run| run.kind == Kind::Task).map(|run| run.words.clone()).collect();
    let cuts = cut::rows(&words, &roles, watch);
    let mut cuts = cuts?.into_iter();
    let mut rows = Vec::new();
    for run in runs {
        let before = rows.len();
        copies.read(run.words.len());
        match run.kind {
            Kind::Section => rows.push(section(run)),
            Kind::Task => rows.extend(tasks(run, cuts.next().flatten(), &roles, copies)),
        }
        let added = rows.get(before..).unwrap_or_default();
        *cells += added.iter().map(Row::weight).sum::<usize>();
        if !added.first().is_none_or(|row| watch.allows_cells(*cells, row.place())) {
            break;
        }
    }
    Some(rows)
}

/// The roles of the columns that hold cells: all but that of the numbers.
pub(crate) fn cell_roles(labels: &[Label]) -> Vec<Role> {
    labels.iter().map(|label| label.role).filter(|role| *role != Role::Number).collect()
}

fn section(run: Run) -> Row {
    let title = Cell { words: run.words, ..Cell::default() };
    Row { kind: Kind::Section, number: run.number, cells: vec![title], margin: None, flaw: None }
}

fn tasks(run: Run, cut: Option<CutRow>, roles: &[Role], copies: &mut Copies) -> Vec<Row> {
    let Some(cut) = cut else { return vec![uncut(run, roles)] };
    let empty: Vec<Cells> = vec![vec![Vec::new(); roles.len()]];
    let records = if cut.records.is_empty() { empty } else { cut.records };
    let mut rows: Vec<Row> = Vec::new();
    for record in &records {
        let cells = record.iter().map(|cell| self::cell(&run.words, cell, &cut.paragraphs));
        let margin = cut.margin.is_finite().then_some(cut.margin);
        let number = run.number.clone();
        let flaw = cut.misfit.then_some(Flaw::Misfit);
        let row = Row { kind: Kind::Task, number, cells: cells.collect(), margin, flaw };
        rows.push(match rows.first() {
            Some(first) => spanned(row, first, roles, copies),
            None => row,
        });
    }
    rows
}

/// A row whose number and task are those of the first one.
fn spanned(mut row: Row, first: &Row, roles: &[Role], copies: &mut Copies) -> Row {
    row.number = row.number.map(|number| Number { repeated: true, ..number });
    let pairs = row.cells.iter_mut().zip(&first.cells).zip(roles);
    for ((cell, above), _) in pairs.filter(|(_, role)| **role == Role::Task) {
        if !cell.words.is_empty() {
        } else if copies.may_add(above.words.len()) {
            *cell = Cell { repeated: true, ..above.clone() };
        } else {
            copies.leave_out_cell(1, &above.words);
        }
    }
    row
}

/// A row that is too long: all its words in the column of tasks.
fn uncut(run: Run, roles: &[Role]) -> Row {
    let task = roles.iter().position(|role| *role == Role::Task).unwrap_or(0);
    let mut cells = vec![Cell::default(); roles.len()];
    if let Some(cell) = cells.get_mut(task) {
        cell.words = run.words;
    }
    Row { kind: Kind::Task, number: run.number, cells, margin: None, flaw: Some(Flaw::Uncut) }
}

fn cell(words: &[Word], indexes: &[usize], paragraphs: &[usize]) -> Cell {
    let opens = |(position, index): (usize, &usize)| paragraphs.contains(index).then_some(position);
    Cell {
        words: indexes.iter().filter_map(|index| words.get(*index).cloned()).collect(),
        paragraphs: indexes.iter().enumerate().filter_map(opens).collect(),
        repeated: false,
        spots: EcoVec::new(),
    }
}
