//! What kind of unit words open, if any.

use std::sync::LazyLock;

use super::abbreviation;
use super::cell::{self, Word, opens};
use phuluc_language::lexicon::{Heads, LISTED_UNIT_HEADS, Opens, UNIT_HEADS};

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

/// Words that put a noun into the plural.
const PLURALS: &str = "các những mọi toàn|thể tất|cả";

/// Nouns for bodies that never have a name of their own.
const KINDS: &str =
    "ngành cơ|quan đơn|vị tổ|chức đoàn|thể doanh|nghiệp cơ|sở địa|phương nhà|trường";

/// Nouns for bodies that stand for their class where no name follows: `các phòng, ban`.
const INSTITUTIONS: &str = "bộ sở ban phòng cục vụ viện trường hội tổ khối trạm đội chi|cục tổng|cục trung|tâm bệnh|viện \
    công|ty hợp|tác|xã hiệp|hội tập|đoàn chi|bộ";

/// Those that end a noun in a row of nouns; `hội` and `đội` would also end `Quốc hội`, `bộ đội`.
const ROWS: &str = "bộ ngành sở ban phòng cơ|quan đơn|vị tổ|chức đoàn|thể doanh|nghiệp cơ|sở địa|phương nhà|trường \
    trung|tâm bệnh|viện hiệp|hội tập|đoàn công|ty";

const TERRITORIES: &str = "tỉnh thành|phố quận huyện thị|xã xã phường thị|trấn đặc|khu thôn ấp buôn khóm khu|phố tổ|dân|phố";

const PERSONS: &str = "cán|bộ công|chức viên|chức giáo|viên nhân|viên chuyên|viên người|lao|động người|dân học|sinh phụ|huynh cha|mẹ";

/// Words that begin like a unit and name none: `Cục Bản quyền, Sở hữu trí tuệ`.
const NO_UNITS: &str = "phòng|thủ phòng|cháy sở|hữu sở|tại báo|chí bộ|máy hội|nhập \
    viện|trợ vụ|việc cục|bộ khối|lượng đội|ngũ trường|hợp tổ|hợp xã|hội ban|hành tỉnh|lộ phường|hội";

/// Verbs that begin like one, also with a comma within: `phòng, chống tội phạm`.
const VERBS: &str = "phòng|chống phòng|ngừa phòng|tránh phòng|chữa";

/// Small words that a name does not begin with: `Trung tâm thuộc Bộ`.
const NO_NAMES: &str = "thuộc của có trực cấp liên khác";

static PLURAL: LazyLock<Heads> = LazyLock::new(|| Heads::of(PLURALS));
static KIND: LazyLock<Heads> = LazyLock::new(|| Heads::of(KINDS));
static INSTITUTION: LazyLock<Heads> = LazyLock::new(|| Heads::of(INSTITUTIONS));
static ROW: LazyLock<Heads> = LazyLock::new(|| Heads::of(ROWS));
static TERRITORY: LazyLock<Heads> = LazyLock::new(|| Heads::of(TERRITORIES));
static PERSON: LazyLock<Heads> = LazyLock::new(|| Heads::of(PERSONS));
static NO_UNIT: LazyLock<Heads> = LazyLock::new(|| Heads::of(NO_UNITS));
static VERB: LazyLock<Heads> = LazyLock::new(|| Heads::of(VERBS));
static NO_NAME: LazyLock<Heads> = LazyLock::new(|| Heads::of(NO_NAMES));

impl Opening {
    /// Reads the first words of a segment.
    pub(super) fn read(words: &[Word<'_>]) -> Self {
        let segment = segment(words);
        let count =
            segment.first().is_some_and(|word| word.text.chars().all(|char| char.is_ascii_digit()));
        let counted = segment.get(1..).unwrap_or_default();
        if opens(&PLURAL, segment)
            || (count && (opens(&TERRITORY, counted) || opens(&KIND, counted)))
        {
            return Self::Collective;
        }
        if opens(&NO_UNIT, segment) || opens(&VERB, words) || is_field(segment) {
            return Self::Nothing;
        }
        noun(segment).unwrap_or_else(|| head(segment))
    }
}

/// A noun of a class, or a name that such a noun begins.
fn noun(segment: &[Word<'_>]) -> Option<Opening> {
    let capital = is_capital(segment.first()?.text);
    if opens(&PERSON, segment) {
        return Some(Opening::Class(Class::Person));
    }
    if opens(&KIND, segment) {
        return Some(Opening::Class(Class::Body));
    }
    let body = cell::length(&INSTITUTION, segment);
    let territory = cell::length(&TERRITORY, segment);
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
        let other = |next| !opens(&NO_NAME, std::slice::from_ref(next));
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
    let listed = match cell::length(&LISTED_UNIT_HEADS, segment) {
        1 if !is_named(segment) => 0,
        length => length,
    };
    let short = segment.first().is_some_and(|word| abbreviation::is_unit(word.text));
    cell::length(&UNIT_HEADS, segment).max(listed).max(usize::from(short))
}

fn is_named(segment: &[Word<'_>]) -> bool {
    segment.first().is_some_and(|word| is_abbreviation(word.text))
        || segment.get(1).is_some_and(|word| is_capital(word.text))
}

fn is_unit(segment: &[Word<'_>]) -> bool {
    head_length(segment) > cell::length(&UNIT_HEADS, segment)
        || Opens::read(&segment.iter().map(|word| &*word.key)).unit
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
        let is = |heads: &Heads| cell::length(heads, last) == length;
        if is(&PERSON) {
            Some(Class::Person)
        } else if is(&ROW) || (is(&INSTITUTION) && is_whole(words, length)) {
            Some(Class::Body)
        } else {
            is(&TERRITORY).then_some(Class::Territory)
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
    let length = cell::length(&INSTITUTION, nouns);
    let open = nouns.get(length.saturating_sub(1)).is_some_and(|word| !word.text.ends_with(','));
    let named = nouns.get(length).is_some_and(|next| is_capital(next.text));
    length > 0 && open && named && is_plural(words)
}

/// Whether the words hold a territory with its name: `UBND tỉnh Lâm Đồng`.
pub(super) fn names_territory(words: &[Word<'_>]) -> bool {
    (1..words.len()).any(|place| {
        let rest = words.get(place..words.len().min(place + 3)).unwrap_or_default();
        let length = cell::length(&TERRITORY, rest);
        length > 0 && rest.get(length).is_some_and(|next| is_capital(next.text))
    })
}

/// Whether the words open with a noun for a territory.
pub(super) fn is_territory(words: &[Word<'_>]) -> bool {
    opens(&TERRITORY, segment(words))
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
