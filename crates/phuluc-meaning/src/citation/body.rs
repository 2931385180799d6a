//! Of what the names of bodies are made: heads, fields, territories.

use std::cmp::Ordering;

use phuluc_language::lexicon::{Kinds, Opens, UNIT, WordKind, head_key, head_length};

/// Abbreviations of territories in front of a dot.
const SHORT_TERRITORIES: [&str; 6] = ["TP", "Tp", "TX", "P", "Q", "H"];

const ISSUER: Kinds = Kinds::of(&[WordKind::Issuer]);
const WHOLE_NAME: Kinds = Kinds::of(&[WordKind::WholeName]);
/// Territories from the lowest level upwards.
const LEVELS: [Kinds; 4] = [
    Kinds::of(&[WordKind::Commune]),
    Kinds::of(&[WordKind::District]),
    Kinds::of(&[WordKind::City]),
    Kinds::of(&[WordKind::Province]),
];
pub(super) const SYLLABLES: Kinds = Kinds::of(&[WordKind::NameSyllable]);
pub(super) const FIELDS: Kinds = Kinds::of(&[WordKind::Field]);

/// How many of the words are the head of a body; `None` where they open something else.
pub(super) fn head(words: &[&str]) -> Option<usize> {
    let issuer = head_length(ISSUER, words);
    let unit = Opens::at(words.iter().copied()).unit;
    let units = if unit { head_length(UNIT, words) } else { 0 };
    (issuer.max(units) > 0).then(|| issuer.max(units))
}

/// How the words of a name end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// With the head of the body: `Ban Quản lý`.
    Head,
    /// With a name that needs no more: `Thủ tướng Chính phủ`, `HĐND`.
    Whole,
    /// With a territory: `UBND tỉnh`.
    Territory,
    /// With the first syllable of its name: `UBND phường Bến`.
    Syllable,
    /// With a territory and its name: `UBND phường Bến Thành`.
    Place,
    /// With any other word.
    Other,
}

impl Ending {
    /// Whether the name may end here, and a word that no name has ends it.
    pub(super) const fn is_complete(self) -> bool {
        matches!(self, Self::Whole | Self::Territory | Self::Place)
    }
}

/// How the words of a name end, of which the first are the head.
pub(super) fn ending(words: &[&str], head: usize) -> Ending {
    let last = |count: usize| words.len().checked_sub(count).and_then(|start| words.get(start..));
    let is_whole = |words: &[&str]| head_length(WHOLE_NAME, words) == words.len();
    if [1, 2, 3].into_iter().filter_map(last).any(is_whole) {
        return Ending::Whole;
    }
    match last_territory(words) {
        Some((_, [])) => Ending::Territory,
        Some((_, [one])) if !one.starts_with(|char: char| char.is_ascii_digit()) => {
            if is_abbreviation(one) {
                Ending::Place
            } else {
                Ending::Syllable
            }
        }
        Some(_) => Ending::Place,
        None if words.len() <= head => Ending::Head,
        None => Ending::Other,
    }
}

/// The level of the last territory and the words of its name, all of them capitalised.
fn last_territory<'a>(words: &'a [&'a str]) -> Option<(usize, &'a [&'a str])> {
    let at = |start: usize| {
        let behind = words.get(start..)?;
        let (level, length) = territory_at(behind)?;
        let name = behind.get(length..)?;
        let big = |word: &&str| !word.starts_with(char::is_lowercase) && *word != "-";
        name.iter().all(big).then_some((level, name))
    };
    (0..words.len()).rev().find_map(at)
}

/// The level of the territory that the words begin with, and how many of them it takes.
fn territory_at(words: &[&str]) -> Option<(usize, usize)> {
    let of_level = |(level, kinds): (usize, &Kinds)| (level, head_length(*kinds, words));
    let longest = LEVELS.iter().enumerate().map(of_level).max_by_key(|(_, length)| *length)?;
    let glued = words.first().and_then(|first| abbreviated_territory(first));
    match (longest, glued) {
        // `TP.HCM` is the territory with its name.
        ((_, 0), Some(short)) => Some((territory_at(&[short])?.0, 0)),
        ((_, 0), None) => None,
        (longest, _) => Some(longest),
    }
}

/// How many of the words are a territory or a body that needs no name: `phường`, `Huyện ủy`.
pub(super) fn named(words: &[&str]) -> usize {
    let territory = territory_at(words).filter(|_| head_length(FIELDS, words) == 0);
    territory.map_or(0, |(_, length)| length).max(head_length(WHOLE_NAME, words))
}

/// The abbreviation in front of the dot of `TP.` and `TP.HCM`.
pub(super) fn abbreviated_territory(word: &str) -> Option<&'static str> {
    let (short, _) = word.split_once('.')?;
    SHORT_TERRITORIES.into_iter().find(|known| *known == short)
}

/// How the territory behind a comma compares with that of the name in front: `UBND phường Buôn
/// Hồ, tỉnh Đắk Lắk` names a greater one.
pub(super) fn around(passed: &[&str], behind: &[&str]) -> Option<Ordering> {
    let plain: Vec<&str> = passed.iter().map(|word| word.trim_end_matches(',')).collect();
    let (inner, _) = last_territory(&plain).filter(|(_, name)| !name.is_empty())?;
    let (outer, length) = territory_at(behind)?;
    let named = !behind.get(length)?.starts_with(char::is_lowercase);
    named.then(|| outer.cmp(&inner))
}

/// Whether the words open with the sign of a plural.
pub(super) fn is_plural(words: &[&str]) -> bool {
    words.first().is_some_and(|word| head_key(word) == "các")
}

/// Two capitals or more: `UBND`.
pub(super) fn is_abbreviation(name: &str) -> bool {
    name.chars().filter(|char| char.is_uppercase()).count() >= 2
}
