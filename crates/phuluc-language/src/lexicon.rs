//! Words that open a cell of a certain role, and those by which cells are cut into values.
//!
//! The entries are *heads*: the first word or words of units, products and times, never whole
//! values. Where a table is cut into cells they are evidence among other evidence, and a document's
//! own first words are learned besides; lists of units and products are cut by them alone.

use std::borrow::Cow;
use std::sync::LazyLock;

use phuluc_model::Role;
use rustc_hash::FxHashMap;

use crate::entries::{EntryError, EntryProblem, entries};
pub use crate::kind::{Kinds, WordKind};
use crate::{fold, latin};

const HEADS: &str = include_str!("../data/heads.txt");
const CONNECTIVES: &str = include_str!("../data/connectives.txt");

/// The most words that a head has; no more of a text are looked at.
const LONGEST: usize = 3;

/// Heads of units.
pub const UNIT: Kinds = Kinds::of(&[WordKind::Unit]);
/// Heads of documents.
pub const DOCUMENT: Kinds = Kinds::of(&[WordKind::Document]);
/// Heads of events and media, also of those that only lists of products go by.
pub const EVENT: Kinds = Kinds::of(&[WordKind::Event, WordKind::ListedEvent]);
const PRODUCT: Kinds = Kinds::of(&[WordKind::Document, WordKind::Event, WordKind::Effect]);
const TIME: Kinds = Kinds::of(&[WordKind::Time]);
const TASK: Kinds = Kinds::of(&[WordKind::Task]);
const OPENING: Kinds = UNIT.and(PRODUCT).and(TIME).and(TASK);
const NAMED_UNIT: Kinds = Kinds::of(&[WordKind::NamedUnit]);

/// Words with their kinds: those of `data/heads.txt` and `data/connectives.txt`, or those and more.
///
/// ```
/// use phuluc_language::lexicon::{Lexicon, UNIT};
///
/// let own = Lexicon::built_in().with("khu chế xuất\tunit").unwrap();
/// assert_eq!(own.length(UNIT, &["Khu", "chế", "xuất", "Tân", "Thuận"]), 3);
///
/// let error = Lexicon::built_in().with("# mine\nkhu chế xuất\tplace").unwrap_err();
/// assert_eq!(error.to_string(), "line 2: `place` is not known");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Lexicon(FxHashMap<String, Vec<Head>>);

/// A head after its first word, and its kinds.
#[derive(Debug, Clone)]
struct Head {
    rest: Vec<String>,
    kinds: Kinds,
}

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    let heads = Lexicon::default().with(HEADS);
    heads.and_then(|heads| heads.with(CONNECTIVES)).unwrap_or_default()
});

impl Lexicon {
    /// The words of the data files.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The same words and more: one entry a line, `head<TAB>kinds`, with spaces between its words
    /// and between the names of its kinds ([`WordKind::name`]). A line that begins with `#` is a
    /// comment, and so is what follows a second tab.
    pub fn with(&self, text: &str) -> Result<Self, EntryError> {
        let mut lexicon = self.clone();
        for (line, [head, kinds]) in entries(text) {
            lexicon.add(head, kinds).map_err(|problem| EntryError { line, problem })?;
        }
        Ok(lexicon)
    }

    fn add(&mut self, head: &str, kinds: &str) -> Result<(), EntryProblem> {
        let kinds = read_kinds(kinds)?;
        let mut words = head.split_whitespace().map(fold::key);
        let first = words.next().ok_or(EntryProblem::NoWord)?;
        let rest: Vec<String> = words.collect();
        if rest.len() >= LONGEST {
            return Err(EntryProblem::TooLong { found: rest.len() + 1, limit: LONGEST });
        }
        let heads = self.0.entry(first).or_default();
        match heads.iter_mut().find(|head| head.rest == rest) {
            Some(known) => known.kinds = known.kinds.and(kinds),
            None => heads.push(Head { rest, kinds }),
        }
        Ok(())
    }

    /// How many of the words are a head of one of the kinds; the longest head counts.
    #[must_use]
    pub fn length(&self, kinds: Kinds, words: &[&str]) -> usize {
        let keys: Vec<Cow<'_, str>> =
            words.iter().take(LONGEST).map(|word| head_of(word)).collect();
        self.length_of_keys(kinds, keys.iter().map(|key| &**key))
    }

    /// The same of words that are given as their [`head_key`]s.
    pub fn length_of_keys<'k>(
        &self,
        kinds: Kinds,
        mut keys: impl Iterator<Item = &'k str> + Clone,
    ) -> usize {
        let Some(first) = keys.next() else { return 0 };
        let heads = self.heads(first).filter(|head| head.kinds.meets(kinds));
        heads.filter_map(|head| head.length(keys.clone())).max().unwrap_or(0)
    }

    /// Whether a word, given as its [`head_key`], is one of the kinds by itself.
    #[must_use]
    pub fn holds(&self, kinds: Kinds, key: &str) -> bool {
        self.heads(key).any(|head| head.rest.is_empty() && head.kinds.meets(kinds))
    }

    /// Which kinds of cell the words open, given as their [`head_key`]s.
    pub fn opens<'k>(&self, mut keys: impl Iterator<Item = &'k str> + Clone) -> Opens {
        let mut lengths = [0; 4];
        let first = keys.next().unwrap_or_default();
        for head in self.heads(first).filter(|head| head.kinds.meets(OPENING)) {
            let Some(length) = head.length(keys.clone()) else { continue };
            for (slot, kinds) in lengths.iter_mut().zip([UNIT, PRODUCT, TIME, TASK]) {
                if head.kinds.meets(kinds) {
                    *slot = length.max(*slot);
                }
            }
        }
        // The longest head decides: `Tổ chức` is a verb, although `Tổ` is the head of a unit.
        let longest = lengths.into_iter().max().unwrap_or(0);
        let [unit, product, time, task] = lengths.map(|length| length > 0 && length == longest);
        Opens { unit, product, time, task }
    }

    /// Whether a head of a cell begins with a word, given as its [`head_key`]. Most words begin none,
    /// so asking this first saves looking at the words after them.
    #[must_use]
    pub fn may_open(&self, key: &str) -> bool {
        self.heads(key).any(|head| head.kinds.meets(OPENING))
    }

    /// The heads that begin with a word.
    fn heads(&self, first: &str) -> impl Iterator<Item = &Head> {
        self.0.get(first).map_or(&[][..], Vec::as_slice).iter()
    }
}

impl Head {
    /// How many words it has, if those after its first one are as given.
    fn length<'k>(&self, mut keys: impl Iterator<Item = &'k str>) -> Option<usize> {
        let fits = self.rest.iter().all(|word| keys.next() == Some(word));
        fits.then(|| self.rest.len() + 1)
    }
}

fn read_kinds(names: &str) -> Result<Kinds, EntryProblem> {
    if names.is_empty() {
        return Err(EntryProblem::NoKind);
    }
    names.split_whitespace().try_fold(Kinds::default(), |kinds, name| {
        let kind = WordKind::ALL.iter().find(|kind| kind.name() == name);
        let kind = kind.ok_or_else(|| EntryProblem::Unknown(name.to_owned()))?;
        Ok(kinds.and(Kinds::of(&[*kind])))
    })
}

/// Which kinds of cell the words may open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one word may open any of the four")]
pub struct Opens {
    /// A unit.
    pub unit: bool,
    /// A product.
    pub product: bool,
    /// A time.
    pub time: bool,
    /// A task.
    pub task: bool,
}

impl Opens {
    /// Reads up to three words, the first of them the cell's first.
    pub fn at<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let keys: Vec<Cow<'_, str>> = words.take(LONGEST).map(head_of).collect();
        Lexicon::built_in().opens(keys.iter().map(|key| &**key))
    }

    /// Whether one of the heads begins with a word, as [`Lexicon::may_open`] says.
    #[must_use]
    pub fn may_begin_with(key: &str) -> bool {
        Lexicon::built_in().may_open(key)
    }

    /// Reads words that are given as their [`head_key`]s.
    #[must_use]
    pub fn with(keys: &[&str]) -> Self {
        Lexicon::built_in().opens(keys.iter().copied())
    }

    /// Whether the head speaks for the role; `None` where a role has no heads.
    #[must_use]
    pub const fn speaks_for(self, role: Role) -> Option<bool> {
        match role {
            Role::Task => Some(self.task),
            Role::LeadUnit | Role::CoordinatingUnit => Some(self.unit),
            Role::Product => Some(self.product),
            Role::Timeframe => Some(self.time),
            Role::Number | Role::Note | Role::Extra => None,
        }
    }
}

/// How many of the words, given as their [`head_key`]s, are the head of a unit that takes a name.
#[must_use]
pub fn named_unit(keys: &[&str]) -> usize {
    Lexicon::built_in().length_of_keys(NAMED_UNIT, keys.iter().copied())
}

/// How many of the words are a head of one of the kinds in the built-in lexicon.
#[must_use]
pub fn head_length(kinds: Kinds, words: &[&str]) -> usize {
    Lexicon::built_in().length(kinds, words)
}

/// A word as heads are compared, without the punctuation around it.
#[must_use]
pub fn head_key(word: &str) -> String {
    head_of(word).into_owned()
}

/// The [`head_key`] of a word, borrowed where the word has it already.
pub fn head_of(word: &str) -> Cow<'_, str> {
    fold::folded(
        word.trim_matches(|letter: char| !(latin::is_alphabetic(letter) || letter.is_numeric())),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::check::sorted_file;

    #[track_caller]
    fn check(text: &str, role: Role, expected: bool) {
        let opens = Opens::at(text.split(' '));
        assert_eq!(opens.speaks_for(role), Some(expected), "{text}: {role}");
    }

    #[test]
    fn heads_speak_for_roles() {
        check("Phòng Nội vụ", Role::LeadUnit, true);
        check("Tổ chuyên môn", Role::LeadUnit, true);
        check("Tổ chức hội nghị", Role::LeadUnit, false);
        check("Uỷ ban nhân dân", Role::LeadUnit, true);
        check("Số hóa kết quả", Role::LeadUnit, false);
        check("Kế hoạch, báo cáo", Role::Product, true);
        check("Quý II", Role::Timeframe, true);
        check("Tham mưu Kế hoạch", Role::Task, true);
    }

    #[test]
    fn some_heads_take_a_name() {
        assert_eq!(named_unit(&["thanh", "tra", "bộ"]), 2);
        assert_eq!(named_unit(&["chính", "phủ"]), 0);
    }

    /// Each head is one under every spelling, and the parser of the file accepts it.
    #[test]
    fn the_data_files_are_sound() {
        let known: Vec<&str> = WordKind::ALL.iter().map(|kind| kind.name()).collect();
        for text in [HEADS, CONNECTIVES] {
            let mut keys: Vec<String> = Vec::new();
            for head in sorted_file::<3>(text, &known) {
                assert_eq!(latin::in_small(head), head);
                assert!(!keys.contains(&fold::key(head)), "{head}");
                keys.push(fold::key(head));
            }
            assert!(Lexicon::default().with(text).is_ok());
        }
    }

    #[test]
    fn entries_of_a_caller_are_added() {
        let own =
            Lexicon::built_in().with("# own words\n\nKhu chế xuất\tunit\tmy table\n").unwrap();
        let words = ["khu", "chế", "xuất", "Tân"];
        assert!(own.opens(words.into_iter()).unit && !Opens::with(&words).unit);
        assert_eq!(own.length(UNIT, &["Sở", "Nội", "vụ"]), 1);
    }

    #[test]
    fn errors_name_the_line() {
        let error = |text: &str| Lexicon::default().with(text).unwrap_err().to_string();
        assert_eq!(error("sở\tunit\nban\t"), "line 2: there is no kind after the tab");
        assert_eq!(error("\tunit"), "line 1: there is no word before the tab");
        assert_eq!(error("# x\nsở\tunit bodies"), "line 2: `bodies` is not known");
        let long = "line 1: the entry has 4 words, more than the limit of 3";
        assert_eq!(error("sở tài nguyên nước\tunit"), long);
    }
}
