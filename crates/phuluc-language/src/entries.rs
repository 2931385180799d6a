//! The lines of the files in `data/`: one entry a line, its columns between tabs.

use std::error::Error;
use std::fmt;

/// The entries of a data file, each with the number of its line and its columns; comments (`#`) and
/// empty lines are passed over. A column that the line does not have is empty.
pub(crate) fn entries<const COLUMNS: usize>(
    text: &str,
) -> impl Iterator<Item = (usize, [&str; COLUMNS])> {
    let lines = (1..).zip(text.lines());
    lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')).map(|(at, line)| {
        let mut columns = [""; COLUMNS];
        for (slot, column) in columns.iter_mut().zip(line.split('\t')) {
            *slot = column.trim();
        }
        (at, columns)
    })
}

/// The phrases of each use, in the order of the file; the second column has the uses.
pub(crate) fn by_use(text: &'static str, uses: &[&str]) -> Vec<Vec<&'static str>> {
    let mut lists = vec![Vec::new(); uses.len()];
    for (_, [phrase, own]) in entries(text) {
        for (wanted, list) in uses.iter().zip(&mut lists) {
            if own.split(' ').any(|name| name == *wanted) {
                list.push(phrase);
            }
        }
    }
    lists
}

/// Why a line is no entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: EntryProblem,
}

/// What is wrong with a line of entries.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EntryProblem {
    /// It has no word before the first tab.
    NoWord,
    /// It has no kind after the first tab.
    NoKind,
    /// A kind, a role or a use that does not exist.
    Unknown(String),
    /// The entry has more words than can be looked up.
    TooLong {
        /// How many words it has.
        found: usize,
        /// How many it may have.
        limit: usize,
    },
}

impl fmt::Display for EntryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match &self.problem {
            EntryProblem::NoWord => f.write_str("there is no word before the tab"),
            EntryProblem::NoKind => f.write_str("there is no kind after the tab"),
            EntryProblem::Unknown(name) => write!(f, "`{name}` is not known"),
            EntryProblem::TooLong { found, limit } => {
                write!(f, "the entry has {found} words, more than the limit of {limit}")
            }
        }
    }
}

impl Error for EntryError {}

/// Declares the kinds of the entries of a data file, with their names there.
macro_rules! kinds {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$doc:meta])* $kind:ident = $text:literal,)* }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$doc])* $kind,)*
        }

        impl $name {
            /// Every kind, in the order of their definition.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The name in the data file.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $text,)*
                }
            }
        }
    };
}
pub(crate) use kinds;

#[cfg(test)]
pub(crate) mod check {
    use std::collections::BTreeSet;

    use super::entries;

    /// Checks what holds for every data file: each line has all columns and none of them is empty,
    /// no entry stands twice, the second column has known names only. Gives the entries.
    #[track_caller]
    pub(crate) fn file<const COLUMNS: usize>(
        text: &'static str,
        known: &[&str],
    ) -> Vec<&'static str> {
        let mut seen = BTreeSet::new();
        let mut phrases = Vec::new();
        for (at, columns) in entries::<COLUMNS>(text) {
            let line = text.lines().nth(at - 1).unwrap_or_default();
            assert_eq!(line.split('\t').count(), COLUMNS, "line {at}: {line}");
            assert!(columns.iter().all(|column| !column.is_empty()), "line {at}: {line}");
            assert!(seen.insert(columns[0]), "line {at}: {line}");
            for name in columns[1].split(' ').filter(|_| !known.is_empty()) {
                assert!(known.contains(&name), "line {at}: {name}");
            }
            phrases.push(columns[0]);
        }
        phrases
    }

    /// The same for a file that is sorted by bytes.
    #[track_caller]
    pub(crate) fn sorted_file<const COLUMNS: usize>(
        text: &'static str,
        known: &[&str],
    ) -> Vec<&'static str> {
        let phrases = file::<COLUMNS>(text, known);
        let turned = phrases.windows(2).find(|two| two[0] > two[1]);
        assert_eq!(turned, None, "not sorted");
        phrases
    }
}
