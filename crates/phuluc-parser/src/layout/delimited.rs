//! Delimited rows to tables: cells are known, so each is put where a ruled page would have it.

use phuluc_model::{Diagnostic, Remainder};

use super::assemble::Assembly;
use super::extent::Extent;
use super::outside::PlacedLine;
use super::page::{Lie, PlacedWord};
use super::piece::{Piece, PieceCell, Recogniser};
use crate::Form;
use crate::heading::is_label;
use crate::options::Limits;
use crate::read::Record;
use crate::sorted::Sorted;

/// The width of a column, of a letter and the height of a line, in points of a page that is not
/// there.
const COLUMN: f32 = 100_000.0;
const LETTER: f32 = 5.0;
const LINE: f32 = 12.0;
const SIZE: f32 = 10.0;

/// Rows of a piece, and rows within which one has to open another piece; looking up the cells of a row
/// takes time in proportion.
const PIECE: usize = 200;
const LONGEST: usize = 1_000;

/// A row has no more cells than this; a longer one is no row of a table.
const MAX_CELLS: usize = 64;

/// The page of a text.
const PAGE: u32 = 1;

/// Tells delimited records apart.
pub(crate) fn sort(
    records: &[Record],
    form: Form,
    diagnostics: Vec<Diagnostic>,
    limits: &Limits,
) -> Sorted {
    let mut assembly = Assembly::new(limits, false);
    let mut words_in = 0;
    for (place, part) in parts(records) {
        match place {
            Place::Outside => {
                for line in part.iter().flat_map(lines) {
                    words_in += line.len();
                    let reason = is_drawn(&line).then_some(Remainder::Ornament);
                    for part in PlacedLine::parts(&line, PAGE) {
                        assembly.add_line(part, reason);
                    }
                }
            }
            Place::Table => {
                for rows in pieces(part) {
                    let piece = piece(rows);
                    words_in += piece.cells.iter().map(|cell| cell.words.len()).sum::<usize>();
                    assembly.add_piece(piece, PAGE);
                }
            }
        }
    }
    let (tables, copies, left) = assembly.finish();
    Sorted { form, pages: PAGE, words_in, tables, left, diagnostics, copies }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Table,
    Outside,
}

/// The runs of records in and outside tables. A record of one cell between rows is a title across
/// the table, unless it is the label of the next one.
fn parts(records: &[Record]) -> Vec<(Place, &[Record])> {
    let last = records.iter().rposition(is_row);
    let mut labelled = false;
    let mut begun = false;
    let places: Vec<Place> = records
        .iter()
        .enumerate()
        .map(|(index, record)| {
            let row = is_row(record) && !is_rule(record);
            begun |= row;
            labelled = (labelled || names_an_appendix(record)) && !row;
            let title = begun && !labelled && last.is_some_and(|last| index < last);
            if row || (title && !is_rule(record)) { Place::Table } else { Place::Outside }
        })
        .collect();
    let mut parts = Vec::new();
    let mut rest = records;
    for run in places.chunk_by(|a, b| a == b) {
        let (part, behind) = rest.split_at(run.len().min(rest.len()));
        parts.extend(run.first().map(|place| (*place, part)));
        rest = behind;
    }
    parts
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

fn names_an_appendix(record: &Record) -> bool {
    lines(record)
        .iter()
        .flat_map(|line| PlacedLine::parts(line, PAGE))
        .any(|part| is_label(&part.line))
}

/// Pieces of some rows, each but the first beginning with a row that has a first cell.
fn pieces(rows: &[Record]) -> Vec<&[Record]> {
    let mut pieces = Vec::new();
    let mut rest = rows;
    while rest.len() > PIECE {
        let opens =
            |record: &Record| record.cells.first().is_some_and(|cell| !cell.trim().is_empty());
        let next = rest.iter().take(LONGEST).skip(PIECE).position(opens);
        let end = next.map_or(LONGEST, |next| PIECE + next).min(rest.len());
        let (piece, behind) = rest.split_at(end);
        pieces.push(piece);
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
    pieces
}

fn piece(records: &[Record]) -> Piece {
    let columns = records.iter().map(|record| record.cells.len()).max().unwrap_or(0);
    let stretch =
        |column: usize| Extent { min: COLUMN * count(column), max: COLUMN * (count(column) + 1.0) };
    let mut piece = Piece {
        recogniser: Recogniser::Delimited,
        columns: (0..columns).map(stretch).collect(),
        rows: Vec::new(),
        cells: Vec::new(),
    };
    let mut top = 0.0;
    for (row, record) in records.iter().enumerate() {
        let mut foot: f32 = top + LINE;
        for (column, cell) in record.cells.iter().enumerate() {
            let words = words(cell, column, top, record.line);
            foot = words.iter().map(|word| word.baseline).fold(foot, f32::max);
            let across = if record.cells.len() > 1 { column + 1 } else { columns };
            piece.cells.push(PieceCell { rows: row..row + 1, columns: column..across, words });
        }
        piece.rows.push(Extent { min: top, max: foot });
        top = foot + LINE;
    }
    piece
}

/// The lines of a record outside the tables, its cells side by side.
fn lines(record: &Record) -> Vec<Vec<PlacedWord>> {
    let cells = record.cells.iter().enumerate();
    let words = cells.flat_map(|(column, cell)| words(cell, column, 0.0, record.line));
    let mut words: Vec<PlacedWord> = words.collect();
    words.sort_by_key(|word| word.line);
    words.chunk_by(|a, b| a.line == b.line).map(<[PlacedWord]>::to_vec).collect()
}

fn words(cell: &str, column: usize, top: f32, line: u32) -> Vec<PlacedWord> {
    let mut words = Vec::new();
    for (row, text) in cell.split('\n').enumerate() {
        let mut x = COLUMN * count(column);
        let baseline = top + LINE * (count(row) + 1.0);
        let line = line.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
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
            });
            x += length + LETTER;
        }
    }
    words
}

#[expect(clippy::cast_precision_loss, reason = "rows and letters of a piece are few")]
const fn count(count: usize) -> f32 {
    count as f32
}

/// Whether a line is drawn: the rule under a header.
fn is_drawn(line: &[PlacedWord]) -> bool {
    line.iter().all(|word| word.text.chars().all(|c| matches!(c, '-' | ':')))
}
