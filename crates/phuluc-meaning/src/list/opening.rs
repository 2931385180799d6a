//! What kind of unit words open, if any.

use super::cell::{self, Word, opens};
use super::short;
use phuluc_language::lexicon::{Kinds, UNIT, WordKind};

/// How words open a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// Many at once: `các sở`, `toàn thể`, `10 phường`.
    Collective,
    /// A noun for any of its class: `cơ quan`, `địa phương`, `giáo viên`.
    Class(Class),
    /// A head with its name: `Sở Nội vụ`.
    Named,
    /// A head that is the whole segment: `Công an`.
    Bare,
    /// No unit.
    Nothing,
}

/// The classes of nouns that name no single unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// `bộ`, `ngành`, `cơ quan`
    Body,
    /// `tỉnh`, `xã`
    Territory,
    /// `cán bộ`, `giáo viên`
    Person,
}

const PLURAL: Kinds = Kinds::of(&[WordKind::Plural]);
const COMMON_NOUN: Kinds = Kinds::of(&[WordKind::CommonNoun]);
const INSTITUTION: Kinds = Kinds::of(&[WordKind::Institution]);
const ROW_END: Kinds = Kinds::of(&[WordKind::RowEnd]);
const TERRITORY: Kinds = Kinds::of(&[WordKind::Territory]);
const PERSON: Kinds = Kinds::of(&[WordKind::Person]);
const NO_UNIT: Kinds = Kinds::of(&[WordKind::NoUnit]);
const NO_UNIT_VERB: Kinds = Kinds::of(&[WordKind::NoUnitVerb]);
const NO_NAME: Kinds = Kinds::of(&[WordKind::NoName]);
const LISTED_UNIT: Kinds = Kinds::of(&[WordKind::ListedUnit]);

impl Opening {
    /// Reads the first words of a segment.
    pub(super) fn read(words: &[Word<'_>]) -> Self {
        let segment = segment(words);
        let count =
            segment.first().is_some_and(|word| word.text.chars().all(|char| char.is_ascii_digit()));
        let counted = segment.get(1..).unwrap_or_default();
        if opens(PLURAL, segment)
            || (count && (opens(TERRITORY, counted) || opens(COMMON_NOUN, counted)))
        {
            return Self::Collective;
        }
        if opens(NO_UNIT, segment) || opens(NO_UNIT_VERB, words) || is_field(segment) {
            return Self::Nothing;
        }
        noun(segment).unwrap_or_else(|| head(segment))
    }
}

/// A noun of a class, or a name that such a noun begins.
fn noun(segment: &[Word<'_>]) -> Option<Opening> {
    let capital = is_capital(segment.first()?.text);
    if opens(PERSON, segment) {
        return Some(Opening::Class(Class::Person));
    }
    if opens(COMMON_NOUN, segment) {
        return Some(Opening::Class(Class::Body));
    }
    let body = cell::length(INSTITUTION, segment);
    let territory = cell::length(TERRITORY, segment);
    let (length, class) =
        if body >= territory { (body, Class::Body) } else { (territory, Class::Territory) };
    if length == 0 || length < head_length(segment) {
        return None;
    }
    let next = segment.get(length);
    let named = if class == Class::Territory {
        // A list of names may stand behind the nouns: `các xã, phường (Bến Thành, Tân Định)`.
        next.is_some_and(|next| is_capital(next.text) && !next.text.starts_with('('))
    } else {
        let other = |next| !opens(NO_NAME, std::slice::from_ref(next));
        capital && next.is_some_and(other) && is_unit(segment)
    };
    Some(if named { Opening::Named } else { Opening::Class(class) })
}

/// Any other head of a unit. One small syllable is a part of some other word: `thuế`, `báo`.
fn head(segment: &[Word<'_>]) -> Opening {
    let length = head_length(segment);
    let small = length == 1 && !segment.first().is_some_and(|word| is_capital(word.text));
    if length == 0 || small || !is_unit(segment) {
        Opening::Nothing
    } else if length == segment.len() {
        Opening::Bare
    } else {
        Opening::Named
    }
}

/// How many of the words are a head of a unit.
///
/// One syllable that only lists go by needs a name behind it: `Khoa Nội`, but `Khoa học`.
pub(super) fn head_length(segment: &[Word<'_>]) -> usize {
    let listed = match cell::length(LISTED_UNIT, segment) {
        1 if !is_named(segment) => 0,
        length => length,
    };
    let short = segment.first().is_some_and(|word| short::is_unit(word.text));
    cell::length(UNIT, segment).max(listed).max(usize::from(short))
}

fn is_named(segment: &[Word<'_>]) -> bool {
    segment.first().is_some_and(|word| is_abbreviation(word.text))
        || segment.get(1).is_some_and(|word| is_capital(word.text))
}

fn is_unit(segment: &[Word<'_>]) -> bool {
    head_length(segment) > cell::length(UNIT, segment) || cell::opened(segment).unit
}

/// `TT & DL` goes on with a field of work: no head of two letters has a `&` behind it.
fn is_field(segment: &[Word<'_>]) -> bool {
    matches!(segment, [first, mark, ..] if mark.text == "&" && first.text.chars().count() <= 2)
}

/// The first words up to a mark or `và`.
fn segment<'w, 'a>(words: &'w [Word<'a>]) -> &'w [Word<'a>] {
    /// Heads have fewer words.
    const REACH: usize = 4;
    let mut length = 0;
    for word in words.iter().take(REACH) {
        if word.text == "và" {
            break;
        }
        length += 1;
        let marked = word.text.ends_with([',', ';', '.', ':']);
        let shortened = || word.text.ends_with('.') && word.text.chars().all(|c| !c.is_lowercase());
        if marked && !shortened() {
            break;
        }
    }
    words.get(..length).unwrap_or_default()
}

/// The class of the noun that the words end with.
pub(super) fn ending(words: &[Word<'_>]) -> Option<Class> {
    (1..=3).rev().find_map(|length| {
        let last = words.get(words.len().checked_sub(length)?..)?;
        let is = |kinds: Kinds| cell::length(kinds, last) == length;
        if is(PERSON) {
            Some(Class::Person)
        } else if is(ROW_END) || (is(INSTITUTION) && is_whole(words, length)) {
            Some(Class::Body)
        } else {
            is(TERRITORY).then_some(Class::Territory)
        }
    })
}

/// Whether the last words are all that stands behind a comma: `Vụ, Cục, Viện`.
fn is_whole(words: &[Word<'_>], length: usize) -> bool {
    let before = words.get(..words.len().saturating_sub(length)).unwrap_or_default();
    before.last().is_none_or(|word| word.text.ends_with(','))
}

/// Whether the words begin with a plural or a count.
pub(super) fn is_plural(words: &[Word<'_>]) -> bool {
    Opening::read(words) == Opening::Collective
}

/// Whether a name stands behind a plural: `các Sở Nội vụ, Tài chính`.
pub(super) fn is_plural_of_names(words: &[Word<'_>]) -> bool {
    let nouns = words.get(1..words.len().min(4)).unwrap_or_default();
    let length = cell::length(INSTITUTION, nouns);
    let open = nouns.get(length.saturating_sub(1)).is_some_and(|word| !word.text.ends_with(','));
    let named = nouns.get(length).is_some_and(|next| is_capital(next.text));
    length > 0 && open && named && is_plural(words)
}

/// Whether the words hold a territory with its name: `UBND tỉnh Lâm Đồng`.
pub(super) fn names_territory(words: &[Word<'_>]) -> bool {
    (1..words.len()).any(|place| {
        let rest = words.get(place..words.len().min(place + 3)).unwrap_or_default();
        let length = cell::length(TERRITORY, rest);
        length > 0 && rest.get(length).is_some_and(|next| is_capital(next.text))
    })
}

/// Whether the words open with a noun for a territory.
pub(super) fn is_territory(words: &[Word<'_>]) -> bool {
    opens(TERRITORY, segment(words))
}

/// A capital, also behind an opening bracket or a quotation mark.
pub(super) fn is_capital(word: &str) -> bool {
    word.trim_start_matches(['(', '“', '"'])
        .starts_with(|char: char| char.is_uppercase() || char.is_ascii_digit())
}

/// Two capitals or more, or one with figures: `UBND`, `P2`.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let capitals = word.chars().filter(|char| char.is_uppercase()).count();
    capitals >= 2 || (capitals == 1 && word.chars().any(|char| char.is_ascii_digit()))
}
