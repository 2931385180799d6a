//! Where numbers with symbols stand in a text.

use std::sync::LazyLock;

use phuluc_model::CitationClass;
use regex::{Captures, Match, Regex};

use super::organ;
use super::symbol::{DASH, Needs, Symbol, plain, shown, with_kind_letters};

/// A number with its symbol.
pub(super) struct Reference {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) canonical: String,
    pub(super) class: CitationClass,
    pub(super) number: String,
    pub(super) year: Option<i16>,
    /// What the symbol stands for.
    pub(super) kind: Option<&'static str>,
    pub(super) organ: Option<String>,
    pub(super) needs: Needs,
}

/// A part of a symbol. A space may stand before `Đ`, where a PDF takes the letter from another
/// font: `N Đ-CP`, `H ĐND`; and a hyphen or a space before the term of an assembly: `QH-15`.
const PART: &str = r"(?:(?:UBTV)?QH[- ][0-9]{1,2}\b|[NQHC] [ĐÐƉ](?:ND)?|[A-ZĐÐƉ][A-Za-zĐÐƉđÂÊÔƠƯĂ&]{0,19}[0-9]{0,4})";

const YEAR: &str = "((?:19|20)[0-9]{2})";

/// Bodies of the party in the symbols that have lost a mark (Hướng dẫn 05-HD/VPTW).
const PARTY_BODIES: &str = "(TW|TU|HU|QU|ĐU)";

type Read = fn(&Captures<'_>) -> Option<Reference>;

/// One way to write a number with its symbol. Its pattern is compiled when a text may hold it.
struct Grammar {
    pattern: LazyLock<Option<Regex>>,
    /// Whether the text has what every number of this grammar has.
    may_be_in: fn(&str) -> bool,
    read: Read,
}

static GRAMMARS: [Grammar; 5] = [
    // 124-KH/TU
    Grammar {
        pattern: LazyLock::new(|| {
            let dashed = format!(r"([0-9]{{1,5}})\s?{DASH}\s?({PART})");
            compiled(&format!(r"{dashed}\s?/\s?({PART}(?:{DASH}{PART})?)"))
        }),
        may_be_in: has_dash,
        read: party,
    },
    // 57-NQTW, 57 NQ/TW
    Grammar {
        pattern: LazyLock::new(|| {
            let kind = "([A-ZĐ][A-Za-zĐ]{1,3})";
            compiled(&format!(r"([0-9]{{1,5}})(?:\s?{DASH}\s?{kind}| {kind}/){PARTY_BODIES}\b"))
        }),
        may_be_in: |text| {
            PARTY_BODIES.trim_matches(['(', ')']).split('|').any(|body| text.contains(body))
        },
        read: party_without_mark,
    },
    // 108/2020/NĐ-CP, 165/KH-MNBT, 154-2025/NĐ-CP, 30/NĐ-CP/2020, 101/KH-UBND.NC
    Grammar {
        pattern: LazyLock::new(|| {
            let ahead = format!(r"\s?/\s?(?:{YEAR}\s?/\s?)?|{DASH}{YEAR}\s?/\s?");
            let symbol = format!(r"{PART}(?:(?:\s?{DASH}\s?|\.){PART}){{0,3}}");
            compiled(&format!(r"([0-9]{{1,5}}[a-zđ]?)(?:{ahead})({symbol})(?:/{YEAR}\b)?"))
        }),
        may_be_in: has_stroke,
        read: state,
    },
    // 59/2019/nđ-cp
    Grammar {
        pattern: LazyLock::new(|| {
            let symbol = format!("[a-zđ]{{1,5}}{DASH}[a-zđ&]{{2,9}}|(?:ubtv)?qh");
            compiled(&format!(r"([0-9]{{1,5}})/(?:{YEAR}/)?((?:{symbol})[0-9]{{0,2}})\b"))
        }),
        may_be_in: |text| text.split('/').skip(1).any(|behind| behind.starts_with(is_small)),
        read: small_letters,
    },
    // 130-CP
    Grammar {
        pattern: LazyLock::new(|| compiled(&format!(r"([0-9]{{1,4}})\s?{DASH}\s?(CP|TTg|HĐBT)\b"))),
        may_be_in: has_dash,
        read: without_kind,
    },
];

fn compiled(pattern: &str) -> Option<Regex> {
    Regex::new(pattern).ok()
}

impl Grammar {
    fn references<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Reference> + 't {
        let pattern = (self.may_be_in)(text).then(|| self.pattern.as_ref()).flatten();
        let found = pattern.into_iter().flat_map(move |pattern| pattern.captures_iter(text));
        found.filter_map(|found| (self.read)(&found))
    }
}

/// The references of a text in its order.
pub(super) fn references(text: &str) -> Vec<Reference> {
    if !has_number(text) {
        return Vec::new();
    }
    let mut found: Vec<Reference> = GRAMMARS
        .iter()
        .flat_map(|grammar| grammar.references(text))
        .filter(|reference| stands_alone(text, reference))
        .collect();
    found.sort_by_key(|reference| reference.start);
    found
}

/// Whether figures stand in front of what may begin a symbol, as in every grammar; most cells have
/// none, and the patterns need not look at them.
fn has_number(text: &str) -> bool {
    text.match_indices(|letter: char| letter.is_ascii_digit()).any(|(at, _)| {
        let behind = text.get(at + 1..).unwrap_or_default();
        let behind = behind.strip_prefix(is_small).unwrap_or(behind);
        let next = behind.strip_prefix(char::is_whitespace).unwrap_or(behind);
        next.starts_with(is_joint) || (behind.starts_with(' ') && next.starts_with(is_capital))
    })
}

/// Whether a capital stands behind a stroke, with a space between them or none.
fn has_stroke(text: &str) -> bool {
    text.split('/').skip(1).any(opens_symbol)
}

/// Whether a dash stands between figures and a capital, with a space on each side or none.
fn has_dash(text: &str) -> bool {
    text.char_indices().filter(|(_, letter)| is_joint(*letter) && *letter != '/').any(
        |(at, dash)| {
            let before = text.get(..at).unwrap_or_default();
            let before = before.strip_suffix(char::is_whitespace).unwrap_or(before);
            let behind = text.get(at + dash.len_utf8()..).unwrap_or_default();
            before.ends_with(|letter: char| letter.is_ascii_digit()) && opens_symbol(behind)
        },
    )
}

/// Whether a text begins as a [`PART`] does, or with a space and then so.
fn opens_symbol(text: &str) -> bool {
    let text = text.strip_prefix(char::is_whitespace).unwrap_or(text);
    text.starts_with(|letter| is_capital(letter) || matches!(letter, 'Ð' | 'Ɖ'))
}

const fn is_small(letter: char) -> bool {
    matches!(letter, 'a'..='z' | 'đ')
}

const fn is_capital(letter: char) -> bool {
    matches!(letter, 'A'..='Z' | 'Đ')
}

/// A stroke, or a dash as in [`DASH`].
const fn is_joint(letter: char) -> bool {
    matches!(letter, '/' | '-' | '\u{AD}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Whether neither neighbour makes the reference a part of something else: a date, a range, a
/// longer word, a longer symbol (`05/XL-2025`).
fn stands_alone(text: &str, reference: &Reference) -> bool {
    let passed = text.get(..reference.start).unwrap_or_default();
    // A lost space: `số165/KH-MNBT`.
    let before = passed.chars().next_back().filter(|_| !passed.ends_with("số"));
    let mut coming = text.get(reference.end..).unwrap_or_default().chars();
    let after = coming.next();
    let goes_on = after == Some('-') && coming.next().is_some_and(|char| char.is_ascii_digit());
    !before.is_some_and(|char| char.is_alphanumeric() || "/.-–&".contains(char))
        && !after.is_some_and(|char| char.is_alphabetic() || "/&".contains(char))
        && !goes_on
}

fn party(captures: &Captures<'_>) -> Option<Reference> {
    let number = captures.get(1)?;
    let kind = with_kind_letters(&plain(captures.get(2)?.as_str()))?;
    let written = captures.get(3)?;
    // No body of the party has figures in its symbol: they are the mark of a footnote (`NQ/TW1`).
    let shown = written.as_str().trim_end_matches(|char: char| char.is_ascii_digit());
    let organ = plain(shown);
    let end = written.start() + shown.len();
    (organ.chars().filter(|char| char.is_uppercase()).count() >= 2)
        .then(|| of_party(number, &kind, organ, end, Needs::Nothing))
}

fn party_without_mark(captures: &Captures<'_>) -> Option<Reference> {
    let number = captures.get(1)?;
    let kind = with_kind_letters(captures.get(2).or(captures.get(3))?.as_str())?;
    let organ = captures.get(4)?;
    let end = organ.end();
    Some(of_party(number, &kind, organ.as_str().to_owned(), end, Needs::Announcement))
}

fn of_party(number: Match<'_>, kind: &str, organ: String, end: usize, needs: Needs) -> Reference {
    Reference {
        start: number.start(),
        end,
        canonical: format!("{}-{kind}/{organ}", number.as_str()),
        class: CitationClass::Party,
        number: number.as_str().to_owned(),
        year: None,
        kind: organ::kind(kind),
        organ: Some(organ),
        needs,
    }
}

fn state(captures: &Captures<'_>) -> Option<Reference> {
    let number = captures.get(1)?;
    let written = captures.get(4)?;
    let symbol = Symbol::read(shown(written.as_str()))?;
    let behind_dash = captures.get(3);
    if behind_dash.is_some() && year(Some(number)).is_some_and(|year| year >= 1900) {
        return None;
    }
    let ahead = captures.get(2).or(behind_dash);
    let last = captures.get(5).filter(|_| symbol.length == written.len());
    let reference = with_symbol(number, ahead, written.start(), symbol, last)?;
    (behind_dash.is_none() || reference.class == CitationClass::Normative).then_some(reference)
}

/// Small letters are those of a symbol only where both the kind and the body are known.
fn small_letters(captures: &Captures<'_>) -> Option<Reference> {
    let written = captures.get(3)?;
    let symbol = Symbol::read(&written.as_str().to_uppercase())?;
    let known = symbol.is_familiar();
    let reference = with_symbol(captures.get(1)?, captures.get(2), written.start(), symbol, None)?;
    known.then_some(Reference { needs: Needs::Announcement, ..reference })
}

/// A reference from its parts; `last` is a year behind the symbol.
fn with_symbol(
    number: Match<'_>,
    ahead: Option<Match<'_>>,
    start: usize,
    symbol: Symbol,
    last: Option<Match<'_>>,
) -> Option<Reference> {
    let moved = last.filter(|_| ahead.is_none() && symbol.always_has_year());
    let in_symbol = ahead.or(moved);
    let class = symbol.class(in_symbol.is_some())?;
    let middle = in_symbol.map_or_else(String::new, |year| format!("{}/", year.as_str()));
    let behind = last.filter(|_| moved.is_none());
    let behind_year = behind.map_or_else(String::new, |year| format!("/{}", year.as_str()));
    let symbol_end = start + symbol.length;
    Some(Reference {
        start: number.start(),
        end: last.map_or(symbol_end, |year| year.end()),
        canonical: format!("{}/{middle}{}{behind_year}", number.as_str(), symbol.canonical()),
        class,
        number: number.as_str().to_owned(),
        year: year(in_symbol.or(behind)),
        kind: symbol.kind_words(class),
        needs: symbol.needs(class),
        organ: symbol.body(class),
    })
}

/// Governments up to the nineties left the kind out of the symbol: `Nghị định 130-CP`.
fn without_kind(captures: &Captures<'_>) -> Option<Reference> {
    let number = captures.get(1)?;
    let organ = captures.get(2)?;
    Some(Reference {
        start: number.start(),
        end: organ.end(),
        canonical: format!("{}-{}", number.as_str(), organ.as_str()),
        class: CitationClass::Admin,
        number: number.as_str().to_owned(),
        year: None,
        kind: None,
        organ: Some(organ.as_str().to_owned()),
        needs: Needs::Kind,
    })
}

fn year(figures: Option<Match<'_>>) -> Option<i16> {
    figures?.as_str().parse().ok()
}
