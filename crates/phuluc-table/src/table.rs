//! The table that all readers return: labels, and rows of cells.

use std::ops::Range;

use ecow::EcoVec;
use phuluc_model::Place;
use phuluc_model::ordinal::Ordinal;

use crate::header::label::Label;
use crate::page_reader::page_table::TableSource;
use phuluc_page::extent::Extent;
use phuluc_page::line::{Line, Word};

/// One table and its heading.
#[derive(Debug, Clone)]
pub struct Table {
    /// The lines of the heading above the table.
    pub heading: Vec<Line>,
    /// The lines of the letterhead above the heading.
    pub letterhead: Vec<Line>,
    /// The labels of its first header.
    pub labels: Vec<Label>,
    /// Its rows, in the order of the input.
    pub rows: Vec<Row>,
    /// Its part on each page of a PDF, for `inspect`; empty for a text.
    pub seen: Vec<TableOnPage>,
}

/// The part of a table on one page of a PDF.
#[derive(Debug, Clone)]
pub struct TableOnPage {
    /// Its page, from one.
    pub page: u32,
    /// What its borders were read from.
    pub source: TableSource,
    /// The columns from left to right, in points.
    pub columns: Vec<Extent>,
    /// The rows from top to bottom, in points.
    pub rows: Vec<Extent>,
    /// The rows and the columns of each cell.
    pub cells: Vec<(Range<usize>, Range<usize>)>,
}

/// A row: its ordinal and its cells.
#[derive(Debug, Clone)]
pub struct Row {
    /// What the row is.
    pub kind: RowKind,
    /// Its ordinal; the rows that one number spans repeat it.
    pub number: Option<Number>,
    /// One cell for each column but the number column, in column order; a section has only its
    /// title.
    pub cells: Vec<Cell>,
    /// Score of the reading minus score of the next one; `None` if there was no other.
    pub margin: Option<f32>,
    /// What is wrong with the row as a whole.
    pub flaw: Option<Flaw>,
}

/// What is wrong with a row as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It was too long to be cut into cells.
    Uncut,
    /// Its lines do not fit the widths of their columns.
    Misfit,
}

impl Row {
    /// The place of its first word that is not repeated from a row above.
    pub fn place(&self) -> Place {
        let number = self.number.iter().filter(|number| !number.repeated);
        let cells = self.cells.iter().filter(|cell| !cell.repeated).map(|cell| &cell.words);
        let mut words = number.map(|number| &number.words).chain(cells);
        let first = words.find_map(|words| words.first());
        first.map_or(Place::START, |word| word.place)
    }

    /// What its cells count against the limit of cells: repeated cells are copies, so their words
    /// count too.
    pub fn weight(&self) -> usize {
        let copied = |cell: &Cell| if cell.repeated { cell.words.len() } else { 0 };
        self.cells.iter().map(|cell| 1 + copied(cell)).sum()
    }

    /// How its number was read.
    pub fn ordinal(&self) -> Option<&Ordinal> {
        self.number.as_ref().and_then(|number| number.ordinal.as_ref())
    }
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A heading row.
    Section,
    /// A task.
    Task,
}

/// The ordinal of a row.
#[derive(Debug, Clone)]
pub struct Number {
    /// Its words on the page, nearly always one.
    pub words: Vec<Word>,
    /// How it was read; `None` for a code such as `KH20_TT_N01.1.1`.
    pub ordinal: Option<Ordinal>,
    /// Whether it is repeated from a row above, which spans this one.
    pub repeated: bool,
    /// Its rectangles, as for a [`Cell`].
    pub cell_boxes: EcoVec<CellBox>,
}

impl Number {
    /// The number as printed, without a dot at its end. A number of dots only is kept, because an
    /// empty number would be no number.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        let whole = words.join(" ");
        let bare = whole.trim_end_matches(['.', ' ']);
        if bare.is_empty() { whole } else { bare.to_owned() }
    }
}

/// The words of a cell.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// Its words, in reading order.
    pub words: Vec<Word>,
    /// Which of them open a paragraph, by index.
    pub paragraphs: Vec<usize>,
    /// Whether it is repeated from a row above: it has a rowspan.
    pub repeated: bool,
    /// Its rectangle on each of its pages; only for a view of a PDF, else empty.
    pub cell_boxes: EcoVec<CellBox>,
}

impl Cell {
    /// Its length in characters, with a space between two words.
    pub fn length(&self) -> usize {
        let spaces = self.words.len().saturating_sub(1);
        self.words.iter().map(|word| word.text.chars().count()).sum::<usize>() + spaces
    }
}

/// A rectangle of a page, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CellBox {
    /// Its page, from one.
    pub page: u32,
    /// From left to right, in points.
    pub x: Extent,
    /// From top to bottom, in points.
    pub y: Extent,
}
