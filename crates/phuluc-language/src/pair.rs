//! Known words of two syllables.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::entries::entries;
use crate::fold;

const PAIRS_TEXT: &str = include_str!("../data/pairs.txt");
const TRIPLES_TEXT: &str = include_str!("../data/triples.txt");

/// The pairs of `data/pairs.txt`; its header explains how it is written.
pub static PAIRS: LazyLock<Pairs> = LazyLock::new(|| Pairs::parse(PAIRS_TEXT));

/// The words of `data/triples.txt`: a syllable, and the pair after it.
static TRIPLES: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
    let words = entries(TRIPLES_TEXT).filter_map(|(_, [word])| {
        let (syllable, pair) = word.split_once(' ')?;
        let (left, right) = pair.split_once(' ')?;
        Some([syllable, left, right])
    });
    words.collect()
});

/// The syllables that are one word with the pair of the keys after them. Before any other pair a
/// syllable proves nothing: `khá năng động` is not a misread `khả năng`.
pub fn before_pair(left: &str, right: &str) -> impl Iterator<Item = &'static str> {
    let of_pair = move |[_, first, second]: &&[&str; 3]| *first == left && *second == right;
    TRIPLES.iter().filter(of_pair).map(|[syllable, ..]| *syllable)
}

/// A syllable as the list spells it and as a key of [`fold::key`].
pub struct Syllable {
    /// As the list spells it.
    pub spelled: &'static str,
    /// Its key.
    pub key: String,
    /// The number of its key.
    pub id: usize,
}

/// The pairs that one key is in.
#[derive(Default)]
pub struct Sides {
    /// The number of the key.
    pub id: usize,
    /// The syllables that stand before it.
    pub before: Vec<Syllable>,
    /// Those that stand behind it.
    pub after: Vec<Syllable>,
}

/// Whether two syllables, given as their [`fold::key`]s, are a known word.
#[must_use]
pub fn is_known(left: &str, right: &str) -> bool {
    PAIRS.knows(left, right)
}

/// Pairs, to be asked from both sides.
pub struct Pairs(FxHashMap<String, Sides>);

impl Pairs {
    fn parse(list: &'static str) -> Self {
        let mut pairs = Self(FxHashMap::default());
        for (left, right) in pairs_of(list) {
            let (left, right) = (pairs.syllable(left), pairs.syllable(right));
            let (left_key, right_key) = (left.key.clone(), right.key.clone());
            if let Some(sides) = pairs.0.get_mut(&left_key) {
                sides.after.push(right);
            }
            if let Some(sides) = pairs.0.get_mut(&right_key) {
                sides.before.push(left);
            }
        }
        pairs
    }

    /// A syllable, its key numbered.
    fn syllable(&mut self, spelled: &'static str) -> Syllable {
        let (key, next) = (fold::key(spelled), self.0.len());
        let sides =
            self.0.entry(key.clone()).or_insert_with(|| Sides { id: next, ..Sides::default() });
        Syllable { spelled, key, id: sides.id }
    }

    /// The pairs that a key is in; `None` if it is in none.
    pub fn sides(&self, key: &str) -> Option<&Sides> {
        self.0.get(key)
    }

    /// Whether the keys are a known pair.
    pub fn knows(&self, left: &str, right: &str) -> bool {
        let sides = self.sides(left);
        sides.is_some_and(|sides| sides.after.iter().any(|syllable| syllable.key == right))
    }

    /// Whether the key is a syllable of a known pair.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The syllables that stand before a key in known pairs.
    pub fn before(&self, right: &str) -> &[Syllable] {
        self.sides(right).map_or(&[], |sides| &sides.before)
    }
}

fn pairs_of(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    entries(list).filter_map(|(_, [pair])| pair.split_once(' '))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::entries::check::{file, sorted_file};
    use crate::syllable::is_possible;

    /// The pairs of each topic.
    fn topics() -> impl Iterator<Item = Vec<&'static str>> {
        let topics = PAIRS_TEXT.split("\n# ").filter(|topic| topic.contains('\t'));
        topics.map(|topic| {
            let lines = topic.lines().filter_map(|line| line.split_once('\t'));
            lines.map(|(pair, _)| pair).collect()
        })
    }

    #[test]
    fn every_pair_is_two_possible_syllables_in_small_letters() {
        for pair in topics().flatten() {
            let syllables: Vec<&str> = pair.split(' ').collect();
            assert_eq!(syllables.len(), 2, "{pair}");
            assert!(syllables.iter().all(|syllable| is_possible(syllable)), "{pair}");
        }
    }

    #[test]
    fn order_counts() {
        assert!(is_known("ban", "ngành") && !is_known("ngành", "ban"));
    }

    #[test]
    fn longer_words_end_in_known_pairs() {
        for [syllable, left, right] in TRIPLES.iter() {
            assert!(is_possible(syllable) && PAIRS.knows(left, right), "{syllable} {left} {right}");
        }
    }

    #[test]
    fn no_pair_stands_twice() {
        let mut seen = HashSet::new();
        for pair in topics().flatten() {
            assert!(seen.insert(fold::key(pair)), "{pair}");
        }
        assert_eq!(file::<2>(PAIRS_TEXT, &[]).len(), seen.len());
        sorted_file::<2>(TRIPLES_TEXT, &[]);
    }

    #[test]
    fn the_pairs_of_a_topic_are_sorted() {
        for topic in topics() {
            assert!(topic.is_sorted(), "{:?}", topic.windows(2).find(|two| two[0] > two[1]));
        }
    }

    #[test]
    fn pairs_are_known_whatever_the_place_of_the_tone() {
        assert!(PAIRS.knows(&fold::key("uỷ"), "ban"));
        assert!(!PAIRS.knows("ban", "ủy"));
    }
}
