//! What is kept over all pages on a grid of characters: the width in print of each column, and the
//! doubtful lines.
//!
//! The place of a column differs from page to page, because each page is pressed into the grid on
//! its own, but its width in print is the same on all pages.

use std::collections::{HashMap, HashSet};

use phuluc_model::{Code, Diagnostic, Place, Role, Variant};

use crate::table::Table;

/// One text in this many is ignored as wider than its column: a title, or two texts taken for one.
const ONE_OF: usize = 24;

/// Fewer texts are too few samples for the width of a column.
const ENOUGH: usize = 6;

/// The widths of the columns by the roles of the table, and the doubtful lines.
#[derive(Debug, Default)]
pub(crate) struct ColumnWidths {
    known: HashMap<Vec<Role>, Vec<Option<f32>>>,
    seen: HashMap<Vec<Role>, Vec<Vec<f32>>>,
    doubted: HashSet<u32>,
    /// For each page with too many headers: the place of the first one left out, and their number.
    left: Vec<(Place, usize)>,
}

impl ColumnWidths {
    /// The width of each column of a table in ems; `None` or missing if not known.
    pub(crate) fn widths(&self, roles: &[Role]) -> &[Option<f32>] {
        self.known.get(roles).map_or(&[], Vec::as_slice)
    }

    /// Counts the width of a text that is in one column.
    pub(crate) fn add(&mut self, roles: &[Role], column: usize, width: f32) {
        if !self.seen.contains_key(roles) {
            self.seen.insert(roles.to_vec(), vec![Vec::new(); roles.len()]);
        }
        if let Some(widths) = self.seen.get_mut(roles).and_then(|seen| seen.get_mut(column)) {
            widths.push(width);
        }
    }

    /// Marks a line as doubtful: two cuts cost nearly the same.
    pub(crate) fn doubt(&mut self, line: u32) {
        self.doubted.insert(line);
    }

    /// Counts headers that were not read, from a place on.
    pub(crate) fn leave(&mut self, from: Place, count: usize) {
        self.left.push((from, count));
    }

    /// A diagnostic for each page with headers that were not read.
    pub(crate) fn losses(&self, limit: usize) -> Vec<Diagnostic> {
        let diagnostic = |(from, count): &(Place, usize)| {
            let diagnostic = Diagnostic::new(Code::PageCutShort).variant(Variant::Headers);
            diagnostic.with("found", *count).with("limit", limit).at(*from)
        };
        self.left.iter().map(diagnostic).collect()
    }

    /// Makes rows doubtful that have a word on a doubtful line. Lines are counted over the whole
    /// text.
    pub(crate) fn pass_doubts(&self, tables: &mut [Table]) {
        for row in tables.iter_mut().flat_map(|table| &mut table.rows) {
            let mut words = row.cells.iter().filter(|cell| !cell.repeated).flat_map(|c| &c.words);
            if words.any(|word| self.doubted.contains(&word.place.line)) {
                row.margin = Some(0.0);
            }
        }
    }

    /// The widths that the first reading gives, for the second reading.
    pub(crate) fn learned(self) -> Self {
        let known = self.seen.into_iter();
        let known = known.map(|(roles, seen)| (roles, seen.into_iter().map(widest).collect()));
        Self { known: known.collect(), ..Self::default() }
    }
}

fn widest(mut widths: Vec<f32>) -> Option<f32> {
    widths.sort_by(f32::total_cmp);
    let last = widths.len().checked_sub(1 + widths.len() / ONE_OF)?;
    widths.get(last).copied().filter(|_| widths.len() >= ENOUGH)
}
