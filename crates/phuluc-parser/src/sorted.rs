//! An input told apart: its tables, and the words that are in none of them.

use phuluc_model::{Audit, Diagnostic, Remainder};

use crate::Form;
use crate::copies::Copies;
use crate::page::Line;
use crate::table::{self, Table};

/// What an input holds.
#[derive(Debug)]
pub(crate) struct Sorted {
    pub(crate) form: Form,
    pub(crate) pages: u32,
    /// How many words were read.
    pub(crate) words_in: usize,
    pub(crate) tables: Vec<Table>,
    /// What was left out and why, in the order of the input.
    pub(crate) left: Vec<(Remainder, Line)>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What several rows show.
    pub(crate) copies: Copies,
}

/// Counts each word where it ended; a word that several rows share counts once.
pub(crate) fn audit(sorted: &Sorted) -> Audit {
    let mut audit = Audit { words_in: sorted.words_in, ..Audit::default() };
    for (reason, line) in &sorted.left {
        *audit.left_out.entry(*reason).or_default() += line.words.len();
    }
    for table in &sorted.tables {
        audit.in_headings += table.heading.iter().map(|line| line.words.len()).sum::<usize>();
        audit.in_headings +=
            table.labels.iter().map(|label| label.words.len() - label.shared).sum::<usize>();
        for row in &table.rows {
            let number = row.number.iter().filter(|number| !number.repeated);
            let cells = row.cells.iter().filter(|cell| !cell.repeated);
            let words = number.map(|number| number.words.len()).sum::<usize>()
                + cells.map(|cell| cell.words.len()).sum::<usize>();
            match row.kind {
                table::Kind::Section => audit.in_headings += words,
                table::Kind::Task => audit.in_cells += words,
            }
        }
    }
    audit
}
