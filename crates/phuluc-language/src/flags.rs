//! Phrases by which a cell says that its unit does not perform the task.

use std::sync::LazyLock;

use crate::entries::by_use;
use crate::fold;

const TEXT: &str = include_str!("../data/flag-phrases.txt");
const USES: [&str; 2] = ["cell", "cut"];

/// A phrase in the forms in which its words are compared.
#[derive(Debug)]
pub struct FlagPhrase {
    /// The words as [`fold::key`] gives them.
    pub keys: Vec<String>,
    /// The words as [`fold::plain`] gives them.
    pub plain: Vec<String>,
}

static PHRASES: LazyLock<[Vec<FlagPhrase>; 2]> = LazyLock::new(|| {
    let mut lists = by_use(TEXT, &USES).into_iter();
    let mut next = || {
        let mut phrases: Vec<_> =
            lists.next().unwrap_or_default().into_iter().map(FlagPhrase::new).collect();
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.keys.len()));
        phrases
    };
    [next(), next()]
});

impl FlagPhrase {
    fn new(phrase: &str) -> Self {
        let words = |fold: fn(&str) -> String| phrase.split(' ').map(fold).collect();
        Self { keys: words(fold::key), plain: words(fold::plain) }
    }
}

/// The phrases that may end a cell or be the whole of it, the longest first.
#[must_use]
pub fn cell_phrases() -> &'static [FlagPhrase] {
    let [cell, _] = &*PHRASES;
    cell
}

/// The phrases that are certain enough to find the border of a cell by, the longest first.
#[must_use]
pub fn cut_phrases() -> &'static [FlagPhrase] {
    let [_, cut] = &*PHRASES;
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::check::sorted_file;

    #[test]
    fn the_data_file_is_sound() {
        for phrase in sorted_file::<3>(TEXT, &USES) {
            assert_eq!(fold::key(phrase), phrase);
        }
    }

    #[test]
    fn longer_phrases_come_first() {
        let lengths: Vec<usize> = cell_phrases().iter().map(|phrase| phrase.plain.len()).collect();
        assert_eq!(lengths, [6, 3]);
        assert_eq!(cut_phrases().len(), 1);
    }
}
