//! The rows of a table while they are built: cells are indexes, so that several rows may share one.

use std::ops::Range;

use phuluc_model::Role;

use crate::page_reader::cell_text::CellText;
use crate::table::RowKind;

/// The rows so far.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(crate) roles: Vec<Role>,
    pub(crate) cells: Vec<CellText>,
    pub(crate) drafts: Vec<DraftRow>,
    /// Whether the table has rows without their own number inside a page.
    pub(crate) numberless: bool,
    /// Whether cells keep their rectangles.
    pub(crate) keeps_boxes: bool,
}

impl Rows {
    /// Whether a new row has no number, or shares that of the last row.
    pub(crate) fn lacks_number(&self, cells: &[Option<usize>]) -> bool {
        let Some(at) = self.roles.iter().position(|role| *role == Role::Number) else {
            return false;
        };
        let of = |cells: &[Option<usize>]| cells.get(at).copied().flatten();
        let last = self.drafts.last().filter(|last| last.kind == RowKind::Task);
        of(cells).is_none_or(|number| last.and_then(|last| of(&last.cells)) == Some(number))
    }
}

/// A row of cells by their index, one for each column.
#[derive(Debug)]
pub(crate) struct DraftRow {
    pub(crate) kind: RowKind,
    pub(crate) cells: Vec<Option<usize>>,
    /// Whether it is doubtful how the row continues over a page end.
    pub(crate) doubtful: bool,
}

/// A cell of a table part as one row has it.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// The index of the cell in the table part.
    pub(crate) index: usize,
    /// The columns of the table that it covers.
    pub(crate) columns: Range<usize>,
    /// Whether it has words.
    pub(crate) filled: bool,
    /// Whether it spans several rows.
    pub(crate) tall: bool,
}
