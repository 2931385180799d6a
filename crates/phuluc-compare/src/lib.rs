//! What changed between two versions of a plan.
//!
//! Rows are the same where their words are, not where their numbers are: a row put in above others
//! gives each of them a new number, and none of them has changed. So the text is asked first and the
//! number only where the text has changed too.
//!
//! White space is no difference, because two readings of one page may break its lines elsewhere.
//!
//! ```
//! use phuluc_model::{Draft, validate};
//!
//! let document = validate(Draft::default(), &mut Vec::new());
//! assert!(phuluc_compare::compare(&document, &document).is_empty());
//! ```

mod change;
mod field;
mod likeness;
mod order;
mod pairs;
mod rows;
mod sections;
mod side;
#[cfg(test)]
mod tests;

use phuluc_model::Document;

use self::pairs::Pairs;
use self::side::Side;

pub use self::change::{Change, Comparison, Limit, Renumbered};
pub use self::field::Difference;
pub use self::likeness::MAX_STEPS;
pub use self::side::{SectionAt, TableAt, TaskAt};

/// What changed from an old document to a new one.
#[must_use]
pub fn compare<'a>(old: &'a Document, new: &'a Document) -> Comparison<'a> {
    let (old, new) = (Side::of(old), Side::of(new));
    let tables = tables(&old, &new);
    let groups = sections::pairs(&old, &new, &tables);
    let (rows, limit) = rows::pairs(&old, &new, &groups);
    let moved = order::moved(&old, &new, &groups, &rows);
    let tasks = rows::changes(&old, &new, &rows, &moved);
    let kept = tasks.iter().filter(|change| matches!(change, Change::Kept { .. })).count();
    Comparison {
        appendices: pairs::changes(&old.tables, &new.tables, &tables, field::of_tables),
        sections: pairs::changes(&old.groups, &new.groups, &groups, field::of_groups),
        renumbered: order::renumbered(&old, &new, &rows, &moved),
        same: rows.joined().count() - kept,
        tasks,
        limit,
    }
}

/// Tables are the same by their labels, and the only table of a document is that of the other.
fn tables(old: &Side<'_>, new: &Side<'_>) -> Pairs {
    let mut pairs = Pairs::new(old.tables.len(), new.tables.len());
    let label = |table: &TableAt<'_>| table.appendix.label.as_ref().map(field::words);
    let title = |table: &TableAt<'_>| table.appendix.title.as_ref().map(field::words);
    let both = |table: &TableAt<'_>| Some((label(table), title(table)));
    pairs.join_by(&old.tables, &new.tables, both, both);
    pairs.join_by(&old.tables, &new.tables, label, label);
    // `Phụ lục I` and `Phụ lục III` are two tables, but a label that came or went is no other table.
    let unnamed = |table: &TableAt<'_>| label(table).is_none().then_some(());
    pairs.join_by(&old.tables, &new.tables, unnamed, unnamed);
    if let ([_], [_]) = (old.tables.as_slice(), new.tables.as_slice()) {
        pairs.join(0, 0);
    }
    pairs
}
