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

mod field;
mod likeness;
mod order;
mod pairs;
mod rows;
mod sections;
#[cfg(test)]
mod tests;

use std::fmt;

use phuluc_model::{Appendix, Document, Section, Task};

use self::pairs::Pairs;

pub use self::field::Difference;
pub use self::likeness::MAX_STEPS;

/// What changed between two documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// Task tables that came, went or have another heading.
    pub appendices: Vec<Change<'a, Table<'a>>>,
    /// Sections that came, went or have another number or title.
    pub sections: Vec<Change<'a, Group<'a>>>,
    /// Tasks that came, went, moved or have other cells, in the order of the new document; a task that
    /// went stands behind the one that it stood behind.
    pub tasks: Vec<Change<'a, Row<'a>>>,
    /// Tasks that have another number because others came, went or moved.
    pub renumbered: Vec<Renumbered<'a>>,
    /// How many tasks have the same cells and have not moved; their numbers may have changed.
    pub same: usize,
    /// The limit that was met, if one was.
    pub limit: Option<Limit>,
}

impl Comparison<'_> {
    /// Whether nothing changed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.appendices.is_empty()
            && self.sections.is_empty()
            && self.tasks.is_empty()
            && self.renumbered.is_empty()
    }
}

/// What became of a thing that one of two documents has, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<'a, T> {
    /// Only the new document has it.
    Added(T),
    /// Only the old document has it.
    Removed(T),
    /// Both have it.
    Kept {
        /// As it was.
        old: T,
        /// As it is.
        new: T,
        /// Whether it stands elsewhere: in another section, or elsewhere among the same rows.
        moved: bool,
        /// What is written in it and was written otherwise.
        differences: Vec<Difference<'a>>,
    },
}

impl<T> Change<'_, T> {
    /// The thing as it was, if it was there.
    pub const fn before(&self) -> Option<&T> {
        match self {
            Self::Added(_) => None,
            Self::Removed(old) | Self::Kept { old, .. } => Some(old),
        }
    }

    /// The thing as it is, if it is there.
    pub const fn after(&self) -> Option<&T> {
        match self {
            Self::Removed(_) => None,
            Self::Added(new) | Self::Kept { new, .. } => Some(new),
        }
    }
}

/// A task table and its position in the document, from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table<'a> {
    /// The position.
    pub index: usize,
    /// The table.
    pub appendix: &'a Appendix,
}

/// A section and the table it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group<'a> {
    /// The table.
    pub table: Table<'a>,
    /// The section.
    pub section: &'a Section,
}

/// A task and the section it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row<'a> {
    /// The section.
    pub group: Group<'a>,
    /// The task.
    pub task: &'a Task,
    /// The position of the section among all sections of the document.
    place: usize,
}

/// Tasks that follow each other in both documents and whose numbers changed by the same step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renumbered<'a> {
    /// The first of them as it was and as it is.
    pub first: (Row<'a>, Row<'a>),
    /// The last of them as it was and as it is.
    pub last: (Row<'a>, Row<'a>),
    /// How many they are.
    pub tasks: usize,
}

/// Rows that were not compared one by one, because they are too many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// How many rows of the old document have no row with the same words.
    pub old: usize,
    /// How many of the new one.
    pub new: usize,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { old, new } = self;
        write!(
            f,
            "{old} old and {new} new rows have words of their own, too many to compare each with each \
             (max_steps {MAX_STEPS}): rows worded anew are found by their numbers only"
        )
    }
}

/// A document taken apart.
struct Side<'a> {
    tables: Vec<Table<'a>>,
    groups: Vec<Group<'a>>,
    rows: Vec<Row<'a>>,
}

impl<'a> Side<'a> {
    fn of(document: &'a Document) -> Self {
        let tables = document.appendices().iter().enumerate();
        let tables: Vec<_> = tables.map(|(index, appendix)| Table { index, appendix }).collect();
        let groups_of = |table: Table<'a>| {
            table.appendix.sections.iter().map(move |section| Group { table, section })
        };
        let groups: Vec<_> = tables.iter().copied().flat_map(groups_of).collect();
        let rows = groups.iter().enumerate().flat_map(|(place, group)| {
            group.section.tasks.iter().map(move |task| Row { group: *group, task, place })
        });
        let rows = rows.collect();
        Self { tables, groups, rows }
    }
}

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
    let label = |table: &Table<'_>| table.appendix.label.as_ref().map(field::words);
    let title = |table: &Table<'_>| table.appendix.title.as_ref().map(field::words);
    let both = |table: &Table<'_>| Some((label(table), title(table)));
    pairs.join_by(&old.tables, &new.tables, both, both);
    pairs.join_by(&old.tables, &new.tables, label, label);
    // `Phụ lục I` and `Phụ lục III` are two tables, but a label that came or went is no other table.
    let unnamed = |table: &Table<'_>| label(table).is_none().then_some(());
    pairs.join_by(&old.tables, &new.tables, unnamed, unnamed);
    if let ([_], [_]) = (old.tables.as_slice(), new.tables.as_slice()) {
        pairs.join(0, 0);
    }
    pairs
}
