//! The tables of an input, and the words outside them.

use phuluc_model::{Audit, Diagnostic, Remainder};

use crate::header::label::Label;
use crate::repeat_budget::RepeatBudget;
use crate::table;
use crate::table::Table;
use phuluc_page::form::Form;
use phuluc_page::line::{Line, count_pieces};

/// What an input holds.
#[derive(Debug)]
pub struct FoundTables {
    /// What form the input has.
    pub form: Form,
    /// How many pages it has; of a text, as many as it shows.
    pub pages: u32,
    /// How many words were read.
    pub words_in: usize,
    /// The tables, in the order of the input.
    pub tables: Vec<Table>,
    /// What was left out and why, in the order of the input.
    pub left: Vec<(Remainder, Line)>,
    /// What to doubt.
    pub diagnostics: Vec<Diagnostic>,
    /// How many words of cells were repeated in several rows.
    pub repeat_budget: RepeatBudget,
}

/// The words of a label without those of a head that another label has, too.
fn own_words(label: &Label) -> usize {
    count_pieces(label.words.get(label.shared..).unwrap_or_default())
}

/// Counts each word by where it is now; a word that several rows share counts once.
pub fn audit(found: &FoundTables) -> Audit {
    let mut audit = Audit { words_in: found.words_in, ..Audit::default() };
    for (reason, line) in &found.left {
        *audit.left_out.entry(*reason).or_default() += count_pieces(&line.words);
    }
    for table in &found.tables {
        audit.in_headings +=
            table.heading.iter().map(|line| count_pieces(&line.words)).sum::<usize>();
        audit.in_headings += table.labels.iter().map(own_words).sum::<usize>();
        for row in &table.rows {
            let number = row.number.iter().filter(|number| !number.repeated);
            let cells = row.cells.iter().filter(|cell| !cell.repeated);
            let words = number.map(|number| count_pieces(&number.words)).sum::<usize>()
                + cells.map(|cell| count_pieces(&cell.words)).sum::<usize>();
            match row.kind {
                table::RowKind::Section => audit.in_headings += words,
                table::RowKind::Task => audit.in_cells += words,
            }
        }
    }
    audit
}
