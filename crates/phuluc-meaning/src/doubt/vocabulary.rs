//! What is known of a word in every place.
//!
//! The words of a document return, so each is looked at once.

use ecow::EcoString;
use rustc_hash::FxHashMap;

use crate::doubt::names;
use crate::doubt::repair::Repair;
use phuluc_language::fold;
use phuluc_language::latin::in_small;
use phuluc_language::pair::{PAIRS, PairSides, Syllable};
use phuluc_language::syllable::is_possible;

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
    fn new(word: &str) -> Self {
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

/// What is known of a word.
pub(super) struct SpellingFacts {
    /// The word with the letters that it seems to have.
    pub(super) repair: Repair,
    pub(super) case: Case,
    /// The same in small letters.
    pub(super) small: EcoString,
    /// The same as a key of [`fold::key`].
    pub(super) key: EcoString,
    /// Whether Vietnamese spelling can form it.
    pub(super) is_possible: bool,
    /// Whether it is written without any mark.
    pub(super) is_ascii: bool,
    /// Whether the name of a body begins with its key.
    pub(super) opens_body: bool,
    /// The known pairs it is in.
    sides: Option<&'static PairSides>,
}

impl SpellingFacts {
    fn new(raw: &str) -> Self {
        let repair = Repair::new(raw);
        let small = in_small(&repair.text);
        let key = fold::folded(&small);
        Self {
            case: Case::new(&repair.text),
            is_possible: is_possible(&small),
            is_ascii: small.is_ascii(),
            opens_body: names::may_open(&key),
            sides: PAIRS.sides(&key),
            key: key.as_ref().into(),
            small: small.as_ref().into(),
            repair,
        }
    }

    /// The syllables before it in known pairs.
    pub(super) fn before(&self) -> &'static [Syllable] {
        self.sides.map_or(&[], |sides| &sides.before)
    }

    /// The syllables after it in known pairs.
    pub(super) fn after(&self) -> &'static [Syllable] {
        self.sides.map_or(&[], |sides| &sides.after)
    }

    /// Whether it makes a known pair with a word after it.
    pub(super) fn pairs_with(&self, next: &Self) -> bool {
        next.sides.is_some_and(|next| self.after().iter().any(|syllable| syllable.id == next.id))
    }
}

/// More words are forgotten and looked at again; a document of a thousand pages has some thousands.
const MOST: usize = 20_000;

/// The words that were looked at.
#[derive(Default)]
pub(super) struct KnownWords {
    places: FxHashMap<EcoString, usize>,
    facts: Vec<SpellingFacts>,
}

impl KnownWords {
    /// Makes room for the words of another text.
    pub(super) fn make_room(&mut self) {
        if self.facts.len() > MOST {
            *self = Self::default();
        }
    }

    /// The place of a word, which stays until room is made.
    pub(super) fn learn(&mut self, raw: &str) -> usize {
        if let Some(place) = self.places.get(raw) {
            return *place;
        }
        self.facts.push(SpellingFacts::new(raw));
        let place = self.facts.len() - 1;
        self.places.insert(raw.into(), place);
        place
    }

    pub(super) fn get(&self, place: usize) -> Option<&SpellingFacts> {
        self.facts.get(place)
    }
}
