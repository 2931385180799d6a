//! Kinds of documents and their abbreviations in symbols.

use std::sync::LazyLock;

use crate::entries::entries;

const TEXT: &str = include_str!("../data/document-kinds.txt");

/// A kind of document.
#[derive(Debug)]
pub struct DocumentKind {
    /// Its words: `Tờ trình`.
    pub words: &'static str,
    /// Its abbreviations in symbols: `TTr`.
    pub abbreviations: Vec<&'static str>,
    /// Whether an appendix may be issued with it.
    pub issues: bool,
}

static KINDS: LazyLock<Vec<DocumentKind>> = LazyLock::new(|| {
    let read = |(_, [words, shorts, issues]): (usize, [&'static str; 3])| DocumentKind {
        words,
        abbreviations: shorts.split(' ').filter(|short| *short != "-").collect(),
        issues: issues == "issues",
    };
    entries(TEXT).map(read).collect()
});

/// Every kind, sorted by its words.
#[must_use]
pub fn all() -> &'static [DocumentKind] {
    &KINDS
}

/// Every abbreviation with the words of its kind.
pub fn abbreviations() -> impl Iterator<Item = (&'static str, &'static str)> {
    all().iter().flat_map(|kind| kind.abbreviations.iter().map(|short| (*short, kind.words)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::entries::check::sorted_file;

    #[test]
    fn the_data_file_is_sound() {
        sorted_file::<4>(TEXT, &[]);
        for (at, [_, _, issues]) in entries::<3>(TEXT) {
            assert!(matches!(issues, "issues" | "-"), "line {at}");
        }
    }

    /// Symbols are also compared in capitals, so two kinds must differ there too.
    #[test]
    fn an_abbreviation_is_of_one_kind() {
        let mut seen = BTreeSet::new();
        for (short, words) in abbreviations() {
            assert!(seen.insert(short.to_uppercase()), "{short}: {words}");
        }
    }
}
