//! The words of a text, with what is next to them.

use std::ops::{Deref, Range};

use unicode_normalization::char::is_combining_mark;

use crate::doubt::vocabulary::{KnownWords, SpellingFacts};
use phuluc_language::latin::{is_alphabetic, is_composed};

/// A run of letters.
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself")]
pub(super) struct TextWord<'a> {
    /// Its byte offset in the text.
    pub(super) start: usize,
    /// The word as the text has it.
    pub(super) raw: &'a str,
    facts: &'a SpellingFacts,
    /// Whether a sign or a digit ties it to more letters: `KH-UBND`, `a@b.vn`, `Mát-xcơ-va`.
    pub(super) tied: bool,
    /// Whether it begins a sentence or something like one: a cell, a clause, a point of a list.
    pub(super) opens: bool,
    /// Whether only white space separates it from the word before.
    follows: bool,
    /// Whether it makes a known pair with the next.
    paired: bool,
}

impl Deref for TextWord<'_> {
    type Target = SpellingFacts;

    fn deref(&self) -> &SpellingFacts {
        self.facts
    }
}

impl<'a> TextWord<'a> {
    fn new(
        text: &'a str,
        range: Range<usize>,
        facts: &'a SpellingFacts,
        end_before: Option<usize>,
    ) -> Self {
        let before = text.get(..range.start).unwrap_or_default();
        let after = text.get(range.end..).unwrap_or_default();
        let between = end_before.and_then(|end| text.get(end..range.start));
        Self {
            start: range.start,
            raw: text.get(range).unwrap_or_default(),
            facts,
            tied: ties(before.chars().rev()) || ties(after.chars()),
            opens: before.trim_end_matches(' ').chars().next_back().is_none_or(ends_clause),
            follows: between.is_some_and(|gap| gap.bytes().all(|byte| byte == b' ')),
            paired: false,
        }
    }
}

/// Whether what is next to a word, read away from it, ties the word to more letters.
fn ties(mut beside: impl Iterator<Item = char>) -> bool {
    match beside.next() {
        Some(' ') | None => false,
        Some(
            '-' | '‐' | '‑' | '\u{AD}' | '/' | '\\' | '@' | '_' | '.' | '&' | '\'' | '’' | '+'
            | ':',
        ) => beside.next().is_some_and(char::is_alphanumeric),
        Some(char) => char.is_numeric(),
    }
}

/// Whether a sentence or a point of a list begins after the sign.
const fn ends_clause(sign: char) -> bool {
    matches!(sign, '\n' | '.' | '!' | '?' | ';' | ':' | ')' | '-' | '–' | '+' | '•')
}

/// The words of a text, and which of them make a known pair with the next.
pub(super) struct TextWords<'a> {
    all: Vec<TextWord<'a>>,
    have_marks: bool,
}

impl<'a> TextWords<'a> {
    pub(super) fn new(text: &'a str, vocabulary: &'a mut KnownWords) -> Self {
        vocabulary.make_room();
        let mut learned: Vec<(usize, Range<usize>)> = Vec::with_capacity(text.len() / LETTERS);
        for range in ranges(text) {
            learned.push((vocabulary.learn(text.get(range.clone()).unwrap_or_default()), range));
        }
        let vocabulary: &'a KnownWords = vocabulary;
        let mut words: Vec<TextWord<'_>> = Vec::with_capacity(learned.len());
        for (place, range) in learned {
            let Some(facts) = vocabulary.get(place) else { continue };
            let end = words.last().map(|word| word.start + word.raw.len());
            let word = TextWord::new(text, range, facts, end);
            if let Some(before) = words.last_mut().filter(|_| word.follows) {
                before.paired = before.pairs_with(&word);
            }
            words.push(word);
        }
        let marked = words.iter().filter(|word| !word.is_ascii).count();
        let have_marks = marked * 3 >= words.len();
        Self { all: words, have_marks }
    }

    /// Whether the text is written with marks: a third of the words of Vietnamese have some.
    ///
    /// In prose three in four have; names of files and foreign titles have few.
    pub(super) fn have_marks(&self) -> bool {
        self.have_marks
    }

    pub(super) const fn indices(&self) -> Range<usize> {
        0..self.all.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &TextWord<'a>> {
        self.all.iter()
    }

    pub(super) fn get(&self, index: usize) -> Option<&TextWord<'a>> {
        self.all.get(index)
    }

    /// The word before, where only white space separates them.
    pub(super) fn before(&self, index: usize) -> Option<&TextWord<'a>> {
        self.get(index)?.follows.then(|| self.get(index.checked_sub(1)?))?
    }

    /// The word after, where only white space separates them.
    pub(super) fn after(&self, index: usize) -> Option<&TextWord<'a>> {
        self.get(index + 1).filter(|word| word.follows)
    }

    /// The words from `index` on that only white space separates.
    pub(super) fn run(&self, index: usize) -> impl Iterator<Item = &TextWord<'a>> {
        let rest = self.all.get(index..).unwrap_or_default().iter();
        rest.enumerate()
            .take_while(|(place, word)| *place == 0 || word.follows)
            .map(|(_, word)| word)
    }

    /// Whether the word makes a known pair with the next.
    pub(super) fn opens_pair(&self, index: usize) -> bool {
        self.get(index).is_some_and(|word| word.paired)
    }

    /// Whether the word makes a known pair with one of its neighbours.
    pub(super) fn is_paired(&self, index: usize) -> bool {
        self.opens_pair(index) || self.closes_pair(index)
    }

    /// Whether the word before makes a known pair with the one before it.
    pub(super) fn previous_closes_pair(&self, index: usize) -> bool {
        index.checked_sub(1).is_some_and(|before| self.closes_pair(before))
    }

    /// Whether the word makes a known pair with the word before.
    pub(super) fn closes_pair(&self, index: usize) -> bool {
        index.checked_sub(1).is_some_and(|before| self.opens_pair(before))
    }
}

/// The bytes that a syllable and its space take, or more.
const LETTERS: usize = 5;

/// Where the runs of letters and their marks are.
fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut chars = text.char_indices();
    std::iter::from_fn(move || {
        let (start, _) = chars.find(|(_, char)| is_alphabetic(*char))?;
        let end = chars.find(|(_, char)| !is_letter(*char));
        Some(start..end.map_or(text.len(), |(place, _)| place))
    })
}

fn is_letter(char: char) -> bool {
    is_alphabetic(char) || (!is_composed(char) && is_combining_mark(char))
}
