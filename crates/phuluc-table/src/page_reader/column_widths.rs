//! What is kept of the pages of a grid of characters: how wide the texts of each column are in print,
//! learned from all of them, and which lines are doubtful.
//!
//! A grid of characters is pressed together anew on each page, but the columns of a table are as wide
//! in print on all of them.

use std::collections::{HashMap, HashSet};

use phuluc_model::{Code, Diagnostic, Place, Role, Variant};

use crate::table::Table;

/// One of so many texts may be wider than its column: a title, or two texts taken for one.
const ONE_OF: usize = 24;

/// Fewer texts do not show how wide a column is.
const ENOUGH: usize = 6;

/// The widths of the columns of tables, which are known by their roles, and the doubtful lines.
#[derive(Debug, Default)]
pub(crate) struct ColumnWidths {
    known: HashMap<Vec<Role>, Vec<Option<f32>>>,
    seen: HashMap<Vec<Role>, Vec<Vec<f32>>>,
    doubted: HashSet<u32>,
    /// The first of the headers that were left out of each page that has too many, and how many the
    /// page has.
    left: Vec<(Place, usize)>,
}

impl ColumnWidths {
    /// The width of each column of a table, in ems, as far as it was learned.
    pub(crate) fn of(&self, roles: &[Role]) -> &[Option<f32>] {
        self.known.get(roles).map_or(&[], Vec::as_slice)
    }

    /// A text that fills no more than one column.
    pub(crate) fn add(&mut self, roles: &[Role], column: usize, width: f32) {
        if !self.seen.contains_key(roles) {
            self.seen.insert(roles.to_vec(), vec![Vec::new(); roles.len()]);
        }
        if let Some(widths) = self.seen.get_mut(roles).and_then(|seen| seen.get_mut(column)) {
            widths.push(width);
        }
    }

    /// A line that can be cut in two ways which cost nearly the same.
    pub(crate) fn doubt(&mut self, line: u32) {
        self.doubted.insert(line);
    }

    /// Headers that were not looked at, from a place on, on a page that has so many.
    pub(crate) fn leave(&mut self, from: Place, count: usize) {
        self.left.push((from, count));
    }

    /// What is said of the headers that were not looked at.
    pub(crate) fn losses(&self, limit: usize) -> Vec<Diagnostic> {
        let said = |(from, count): &(Place, usize)| {
            let said = Diagnostic::new(Code::PageCutShort).variant(Variant::Headers);
            said.with("found", *count).with("limit", limit).at(*from)
        };
        self.left.iter().map(said).collect()
    }

    /// Makes the rows doubtful that have a word on a doubted line. Lines are counted over the whole
    /// text.
    pub(crate) fn pass_doubts(&self, tables: &mut [Table]) {
        for row in tables.iter_mut().flat_map(|table| &mut table.rows) {
            let mut words = row.cells.iter().filter(|cell| !cell.repeated).flat_map(|c| &c.words);
            if words.any(|word| self.doubted.contains(&word.place.line)) {
                row.margin = Some(0.0);
            }
        }
    }

    /// What was seen, known from now on.
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
