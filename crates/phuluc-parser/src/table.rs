//! The table that every reader gives: labels, and rows of cells.

use phuluc_model::ordinal::Ordinal;

use crate::label::Label;
use crate::page::{Line, Word};

/// One table and its heading.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// The lines of the heading above the table.
    pub(crate) heading: Vec<Line>,
    /// The lines of the letterhead above that.
    pub(crate) letterhead: Vec<Line>,
    /// The first copy of its header.
    pub(crate) labels: Vec<Label>,
    /// Its rows, in the order of the input.
    pub(crate) rows: Vec<Row>,
}

/// A row: its ordinal and its cells.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// What the row is.
    pub(crate) kind: Kind,
    /// The word of its ordinal; the parts of a spanned row repeat it.
    pub(crate) number: Option<Number>,
    /// One cell for each column but that of the numbers, in column order; a section has only its
    /// title.
    pub(crate) cells: Vec<Cell>,
    /// Whether number and task belong to the row above, which spans this one.
    pub(crate) spanned: bool,
    /// How far the reading is ahead of the next one; `None` where there was nothing to choose.
    pub(crate) margin: Option<f32>,
    /// Whether the row was too long to be cut.
    pub(crate) uncut: bool,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A heading row.
    Section,
    /// A task.
    Task,
}

/// The ordinal of a row.
#[derive(Debug, Clone)]
pub(crate) struct Number {
    /// The word on the page.
    pub(crate) word: Word,
    /// How it was read.
    pub(crate) ordinal: Ordinal,
}

/// The words of a cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    /// Its words, in reading order.
    pub(crate) words: Vec<Word>,
    /// Which of them open a paragraph, by index.
    pub(crate) paragraphs: Vec<usize>,
}
