//! Flattened text to tables.
//!
//! First each line gets its use (`line_uses`), then the ordinals cut the body into rows
//! (`ordinals`), then each row is cut into cells ([`cells`](crate::cells)).

pub mod line_use;
pub mod line_uses;
pub(crate) mod ordinals;
pub mod tables;

use crate::flow::line_uses::line_uses;
use crate::found_tables::FoundTables;
use crate::repeat_budget::RepeatBudget;
use phuluc_page::deadline::Deadline;
use phuluc_page::line::count_pieces;
use phuluc_page::medium::Flow;

/// The tables of a flattened text, and the lines that are no table.
pub fn find_tables(read: Flow, deadline: &Deadline<'_>) -> FoundTables {
    let Flow { form, lines, diagnostics } = read;
    let mut lines = line_uses(lines, deadline);
    let mut repeat_budget = RepeatBudget::default();
    let (tables, lost) = tables::tables(&mut lines, deadline, &mut repeat_budget);
    let read = diagnostics.into_iter().map(|diagnostic| lines.on_its_page(diagnostic));
    FoundTables {
        form,
        pages: lines.pages,
        words_in: lines.lines.iter().map(|line| count_pieces(&line.words)).sum(),
        tables,
        diagnostics: lines.diagnostics().into_iter().chain(lost).chain(read).collect(),
        left: lines.left(),
        repeat_budget,
    }
}
