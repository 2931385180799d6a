//! The words of a text, with what stands beside them.

use std::borrow::Cow;
use std::ops::Range;

use crate::doubt::letters::Repair;
use crate::doubt::pair::PAIRS;
use crate::fold;
use crate::latin::{in_small, is_alphabetic};
use unicode_normalization::char::is_combining_mark;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// `kế hoạch`
    Small,
    /// `Kế hoạch`; also a single capital.
    Title,
    /// `KẾ HOẠCH`, `UBND`
    Capitals,
    /// `TTr`
    Mixed,
}

impl Case {
    fn of(word: &str) -> Self {
        let mut letters = word.chars();
        let first = letters.next().is_some_and(char::is_uppercase);
        let small = letters.clone().any(char::is_lowercase);
        let capital = letters.any(char::is_uppercase);
        match (first, small, capital) {
            (false, _, false) => Self::Small,
            (true, _, false) => Self::Title,
            (true, false, true) => Self::Capitals,
            (_, _, true) => Self::Mixed,
        }
    }

    /// Writes small letters like this.
    pub(super) fn write(self, small: &str) -> String {
        match self {
            Self::Small | Self::Mixed => small.to_owned(),
            Self::Title => capitalised(small),
            Self::Capitals => small.to_uppercase(),
        }
    }
}

/// The text with a capital as its first letter.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A run of letters.
pub(super) struct Word<'a> {
    /// Its byte offset in the text.
    pub(super) start: usize,
    /// The word as the text has it.
    pub(super) raw: &'a str,
    /// The word with the letters that it seems to have.
    pub(super) repair: Repair<'a>,
    pub(super) case: Case,
    /// The same in small letters.
    pub(super) small: Cow<'a, str>,
    /// The same as a key of [`fold::key`].
    pub(super) key: Cow<'a, str>,
    /// Whether a sign or a digit ties it to more letters: `KH-UBND`, `a@b.vn`, `Mát-xcơ-va`.
    pub(super) tied: bool,
    /// Whether it begins a sentence or what stands like one: a cell, a clause, a point of a list.
    pub(super) opens: bool,
    /// Whether only white space parts it from the word before.
    follows: bool,
}

impl<'a> Word<'a> {
    fn of(text: &'a str, range: Range<usize>, end_before: Option<usize>) -> Self {
        let raw = text.get(range.clone()).unwrap_or_default();
        let before = text.get(..range.start).unwrap_or_default();
        let after = text.get(range.end..).unwrap_or_default();
        let between = end_before.and_then(|end| text.get(end..range.start));
        let repair = Repair::of(raw);
        let small = match &repair.text {
            Cow::Borrowed(text) => in_small(text),
            Cow::Owned(text) => Cow::Owned(text.to_lowercase()),
        };
        Self {
            start: range.start,
            raw,
            case: Case::of(&repair.text),
            key: key(&small),
            small,
            repair,
            tied: ties(before.chars().rev()) || ties(after.chars()),
            opens: before.trim_end_matches(' ').chars().next_back().is_none_or(ends_clause),
            follows: between.is_some_and(|gap| gap.chars().all(|char| char == ' ')),
        }
    }
}

/// The key of a word in small letters, borrowed where it is its own.
fn key<'a>(small: &Cow<'a, str>) -> Cow<'a, str> {
    match small {
        Cow::Borrowed(small) => fold::folded(small),
        Cow::Owned(small) => Cow::Owned(fold::key(small)),
    }
}

/// Whether what stands beside a word, read away from it, ties the word to more.
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

/// Whether a sentence or a point of a list begins behind the sign.
const fn ends_clause(sign: char) -> bool {
    matches!(sign, '\n' | '.' | '!' | '?' | ';' | ':' | ')' | '-' | '–' | '+' | '•')
}

/// The words of a text, and which of them make a known pair with the next.
pub(super) struct Words<'a> {
    all: Vec<Word<'a>>,
    paired: Vec<bool>,
    have_marks: bool,
}

impl<'a> Words<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        // A syllable and its space take five bytes or so.
        let mut words: Vec<Word> = Vec::with_capacity(text.len() / 5);
        for range in ranges(text) {
            let end = words.last().map(|word| word.start + word.raw.len());
            words.push(Word::of(text, range, end));
        }
        let marked = words.iter().filter(|word| !word.small.is_ascii()).count();
        let have_marks = marked * 3 >= words.len();
        let mut words = Self { all: words, paired: Vec::new(), have_marks };
        words.paired = words.indices().map(|index| words.is_pair(index)).collect();
        words
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

    pub(super) fn get(&self, index: usize) -> Option<&Word<'a>> {
        self.all.get(index)
    }

    /// The word before, where only white space parts them.
    pub(super) fn before(&self, index: usize) -> Option<&Word<'a>> {
        self.get(index)?.follows.then(|| self.get(index.checked_sub(1)?))?
    }

    /// The word behind, where only white space parts them.
    pub(super) fn after(&self, index: usize) -> Option<&Word<'a>> {
        self.get(index + 1).filter(|word| word.follows)
    }

    /// The words from `index` on that only white space parts.
    pub(super) fn run(&self, index: usize) -> impl Iterator<Item = &Word<'a>> {
        let rest = self.all.get(index..).unwrap_or_default().iter();
        rest.enumerate()
            .take_while(|(place, word)| *place == 0 || word.follows)
            .map(|(_, word)| word)
    }

    fn is_pair(&self, index: usize) -> bool {
        let (Some(left), Some(right)) = (self.get(index), self.after(index)) else { return false };
        PAIRS.knows(&left.key, &right.key)
    }

    /// Whether the word makes a known pair with the next.
    pub(super) fn opens_pair(&self, index: usize) -> bool {
        self.paired.get(index).is_some_and(|paired| *paired)
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

/// Where the runs of letters and their marks are.
fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|(_, char)| is_alphabetic(*char))?;
        let mut end = start + first.len_utf8();
        while let Some((place, char)) = chars.next_if(|(_, char)| is_letter(*char)) {
            end = place + char.len_utf8();
        }
        Some(start..end)
    })
}

fn is_letter(char: char) -> bool {
    is_alphabetic(char) || is_combining_mark(char)
}
