//! What changed: what a comparison gives.

use std::fmt;

use phuluc_messages::Lang;
use phuluc_model::{Arguments, Coded};

use crate::field::Difference;
use crate::likeness::MAX_STEPS;
use crate::side::{SectionAt, TableAt, TaskAt};

/// What changed between two documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// Task tables that came, went or have another heading.
    pub appendices: Vec<Change<'a, TableAt<'a>>>,
    /// Sections that came, went or have another number or title.
    pub sections: Vec<Change<'a, SectionAt<'a>>>,
    /// Tasks that came, went, moved or have other cells, in the order of the new document; a task that
    /// went stands behind the one that it stood behind.
    pub tasks: Vec<Change<'a, TaskAt<'a>>>,
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

/// Tasks that follow each other in both documents and whose numbers changed by the same step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renumbered<'a> {
    /// The first of them as it was and as it is.
    pub first: (TaskAt<'a>, TaskAt<'a>),
    /// The last of them as it was and as it is.
    pub last: (TaskAt<'a>, TaskAt<'a>),
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

impl Coded for Limit {
    fn code(&self) -> &'static str {
        "too_many_rows"
    }

    fn arguments(&self) -> Arguments {
        let rows = Arguments::new().with("old", self.old).with("new", self.new);
        rows.with("limit", MAX_STEPS)
    }
}

/// In English; [`phuluc_messages::error`] says it in another language.
impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&phuluc_messages::error(Lang::En, self))
    }
}
