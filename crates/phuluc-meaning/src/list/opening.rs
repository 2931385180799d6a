//! What kind of unit words open, if any.

use std::sync::LazyLock;

use super::cell::Word;
use crate::lexicon::{Heads, Opens, UNIT_HEADS};

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

const TERRITORIES: &str =
    "tỉnh thành|phố quận huyện thị|xã xã phường thị|trấn đặc|khu thôn ấp khu|phố";

const PERSONS: &str = "cán|bộ công|chức viên|chức giáo|viên nhân|viên người|lao|động người|dân học|sinh phụ|huynh cha|mẹ";

/// Words that begin like a unit and name none: `Cục Bản quyền, Sở hữu trí tuệ`.
const NO_UNITS: &str = "phòng|thủ phòng|chống phòng|cháy phòng|ngừa phòng|tránh sở|hữu sở|tại báo|chí bộ|máy hội|nhập \
    viện|trợ vụ|việc cục|bộ khối|lượng đội|ngũ trường|hợp tổ|hợp xã|hội ban|hành tỉnh|lộ phường|hội";

static PLURAL: LazyLock<Heads> = LazyLock::new(|| Heads::of(PLURALS));
static KIND: LazyLock<Heads> = LazyLock::new(|| Heads::of(KINDS));
static INSTITUTION: LazyLock<Heads> = LazyLock::new(|| Heads::of(INSTITUTIONS));
static ROW: LazyLock<Heads> = LazyLock::new(|| Heads::of(ROWS));
static TERRITORY: LazyLock<Heads> = LazyLock::new(|| Heads::of(TERRITORIES));
static PERSON: LazyLock<Heads> = LazyLock::new(|| Heads::of(PERSONS));
static NO_UNIT: LazyLock<Heads> = LazyLock::new(|| Heads::of(NO_UNITS));

impl Opening {
    /// Reads the first words of a segment.
    pub(super) fn read(words: &[Word<'_>]) -> Self {
        let segment = segment(words);
        let count =
            segment.first().is_some_and(|word| word.chars().all(|char| char.is_ascii_digit()));
        let counted = segment.get(1..).unwrap_or_default();
        if PLURAL.opens(&segment) || (count && (TERRITORY.opens(counted) || KIND.opens(counted))) {
            return Self::Collective;
        }
        if NO_UNIT.opens(&segment) {
            return Self::Nothing;
        }
        noun(&segment).unwrap_or_else(|| head(&segment))
    }
}

/// A noun of a class, or a name that such a noun begins.
fn noun(segment: &[&str]) -> Option<Opening> {
    let capital = is_capital(segment.first()?);
    if PERSON.opens(segment) {
        return Some(Opening::Class(Class::Person));
    }
    if KIND.opens(segment) {
        return Some(Opening::Class(Class::Body));
    }
    let body = INSTITUTION.length(segment);
    let territory = TERRITORY.length(segment);
    let (length, class) =
        if body >= territory { (body, Class::Body) } else { (territory, Class::Territory) };
    if length == 0 || length < UNIT_HEADS.length(segment) {
        return None;
    }
    let next = segment.get(length);
    let named = match class {
        Class::Territory => next.is_some_and(|next| is_capital(next)),
        _ => capital && next.is_some() && Opens::at(segment.iter().copied()).unit,
    };
    Some(if named { Opening::Named } else { Opening::Class(class) })
}

/// Any other head of a unit. One small syllable is a part of some other word: `thuế`, `báo`.
fn head(segment: &[&str]) -> Opening {
    let length = UNIT_HEADS.length(segment);
    let small = length == 1 && !segment.first().is_some_and(|word| is_capital(word));
    if length == 0 || small || !Opens::at(segment.iter().copied()).unit {
        Opening::Nothing
    } else if length == segment.len() {
        Opening::Bare
    } else {
        Opening::Named
    }
}

/// The first words up to a mark or `và`.
fn segment<'a>(words: &[Word<'a>]) -> Vec<&'a str> {
    let mut segment = Vec::new();
    for word in words.iter().take(4) {
        if word.text == "và" {
            break;
        }
        segment.push(word.text);
        if word.text.ends_with([',', ';', '.']) {
            break;
        }
    }
    segment
}

/// The class of the noun that the words end with.
pub(super) fn ending(words: &[Word<'_>]) -> Option<Class> {
    (1..=3).rev().find_map(|length| {
        let last = words.get(words.len().checked_sub(length)?..)?;
        let last: Vec<&str> = last.iter().map(|word| word.text).collect();
        let is = |heads: &Heads| heads.length(&last) == length;
        if is(&PERSON) {
            Some(Class::Person)
        } else if is(&ROW) {
            Some(Class::Body)
        } else {
            is(&TERRITORY).then_some(Class::Territory)
        }
    })
}

/// Whether the words begin with a plural or a count.
pub(super) fn is_plural(words: &[Word<'_>]) -> bool {
    Opening::read(words) == Opening::Collective
}

/// Whether a name stands behind a plural: `các Sở Nội vụ, Tài chính`.
pub(super) fn is_plural_of_names(words: &[Word<'_>]) -> bool {
    let nouns: Vec<&str> = words.iter().skip(1).take(3).map(|word| word.text).collect();
    let length = INSTITUTION.length(&nouns);
    let open = nouns.get(length.saturating_sub(1)).is_some_and(|word| !word.ends_with(','));
    is_plural(words) && length > 0 && open && nouns.get(length).is_some_and(|next| is_capital(next))
}

/// Whether the words hold a territory with its name: `UBND tỉnh Lâm Đồng`.
pub(super) fn names_territory(words: &[Word<'_>]) -> bool {
    (1..words.len()).any(|place| {
        let rest: Vec<&str> = words.iter().skip(place).take(3).map(|word| word.text).collect();
        let length = TERRITORY.length(&rest);
        length > 0 && rest.get(length).is_some_and(|next| is_capital(next))
    })
}

/// Whether the words open with a noun for a territory.
pub(super) fn is_territory(words: &[Word<'_>]) -> bool {
    TERRITORY.opens(&segment(words))
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
