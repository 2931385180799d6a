//! The pairs that a word would make if it were another syllable.

use crate::doubt::body;
use crate::doubt::vocabulary::{Case, capitalised};
use crate::doubt::words::{TextWord, TextWords};
use phuluc_language::pair::{Syllable, before_pair};

/// The search for syllables that the word at `index` may be a misreading of, because they would
/// make a known pair.
#[derive(Clone, Copy)]
pub(super) struct Fit<'a> {
    pub(super) words: &'a TextWords<'a>,
    pub(super) index: usize,
    /// Whether the first key may be a misreading of the second.
    pub(super) relation: fn(&str, &str) -> bool,
    /// Whether a neighbour counts that makes a pair with its other neighbour: `bắt đầu từ` is no
    /// `đầu tư`.
    pub(super) takes_paired: bool,
}

/// A pair that a word would make, and what to write for the word.
pub(super) struct Evidence {
    pub(super) pair: String,
    /// `None` where the two neighbours do not agree.
    pub(super) suggestion: Option<String>,
}

impl<'a> Fit<'a> {
    /// The first pair that is found, to the right before the left.
    pub(super) fn evidence(self) -> Option<Evidence> {
        let word = self.words.get(self.index)?;
        let right = self.before_next(word).map(|(fit, next)| (fit, format!("{fit} {next}")));
        let left = self.after_previous(word).map(|(fit, before)| (fit, format!("{before} {fit}")));
        let mut readings = self.before_next_two(word).into_iter().chain(right).chain(left);
        let (spelled, pair) = readings.next()?;
        let agree = readings.all(|(other, _)| other == spelled);
        Some(Evidence { pair, suggestion: agree.then(|| self.written(word, spelled)) })
    }

    /// The syllable as the word is written, with a capital where it begins the name of a body.
    fn written(self, word: &TextWord, spelled: &str) -> String {
        let written = word.case.write(spelled);
        let is_name = body::head(self.words, self.index, spelled).is_some();
        if is_name { capitalised(&written) } else { written }
    }

    /// Syllables that make a pair with the next word, each with that word.
    fn before_next(self, word: &'a TextWord) -> impl Iterator<Item = (&'static str, &'a str)> {
        let is_free = self.takes_paired || !self.words.opens_pair(self.index + 1);
        let next = self.words.after(self.index).filter(|next| is_free && can_be_one(word, next));
        next.into_iter().flat_map(move |next| self.near(next.before(), word, next))
    }

    /// A syllable that makes a word with the next two, and that word.
    fn before_next_two(self, word: &TextWord) -> Option<(&'static str, String)> {
        let next = self.words.after(self.index).filter(|next| can_be_one(word, next))?;
        let last = self.words.after(self.index + 1).filter(|last| can_be_one(next, last))?;
        let mut near = before_pair(&next.key, &last.key);
        near.find(|syllable| (self.relation)(&word.key, syllable))
            .map(|syllable| (syllable, format!("{syllable} {} {}", next.small, last.small)))
    }

    /// Syllables that make a pair with the word before, each with that word.
    fn after_previous(self, word: &'a TextWord) -> impl Iterator<Item = (&'static str, &'a str)> {
        let is_free = self.takes_paired || !self.words.previous_closes_pair(self.index);
        let before =
            self.words.before(self.index).filter(|before| is_free && can_be_one(before, word));
        before.into_iter().flat_map(move |before| self.near(before.after(), word, before))
    }

    fn near(
        self,
        syllables: &'static [Syllable],
        word: &'a TextWord,
        neighbour: &'a TextWord,
    ) -> impl Iterator<Item = (&'static str, &'a str)> {
        let near = syllables.iter().filter(move |other| (self.relation)(&word.key, &other.key));
        near.map(|syllable| (syllable.spelled, &*neighbour.small))
    }
}

/// Whether two neighbours can be one word: a capital begins another (`khách Hạng A`, `công Bộ Tư
/// pháp`), and capitals next to small letters are an abbreviation.
fn can_be_one(left: &TextWord, right: &TextWord) -> bool {
    let is_capitals = |word: &TextWord| word.case == Case::Capitals;
    right.case != Case::Title && is_capitals(left) == is_capitals(right)
}
