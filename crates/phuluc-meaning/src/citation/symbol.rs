//! Numbers with symbols, and the grammar that each follows.

use std::sync::LazyLock;

use phuluc_model::CitationClass;
use regex::{Captures, Regex};

use super::organ;

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
    /// Whether the symbol alone does not tell that a document is meant.
    pub(super) is_bare: bool,
}

/// A hyphen, any dash, and the soft hyphen that a PDF leaves at the end of a line.
const DASH: &str = r"[-\u{AD}\u{2010}-\u{2015}\u{2212}]";

/// A part of a symbol. A space may stand before `Đ`, where a PDF takes the letter from another
/// font: `N Đ-CP`, `H ĐND`.
const PART: &str = r"(?:[NQHC] [ĐÐƉ](?:ND)?|[A-ZĐÐƉ][A-Za-zĐÐƉđÂÊÔƠƯĂ&]{0,19}[0-9]{0,4})";

static STATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"([0-9]{{1,5}}[a-zđ]?)\s?/\s?(?:((?:19|20)[0-9]{{2}})\s?/\s?)?({PART}(?:\s?{DASH}\s?{PART}){{0,3}})"
    ))
    .ok()
});

static PARTY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(r"([0-9]{{1,5}})\s?{DASH}\s?({PART})\s?/\s?({PART}(?:{DASH}{PART})?)")).ok()
});

static JOINTS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"\s?{DASH}\s?")).ok());

/// The references of a text in its order.
pub(super) fn references(text: &str) -> Vec<Reference> {
    let mut found: Vec<Reference> = read_all(text, &PARTY, party);
    found.extend(read_all(text, &STATE, state));
    found.sort_by_key(|reference| reference.start);
    found
}

type Read = fn(&Captures<'_>) -> Option<Reference>;

fn read_all(text: &str, pattern: &LazyLock<Option<Regex>>, read: Read) -> Vec<Reference> {
    let Some(pattern) = pattern.as_ref() else { return Vec::new() };
    pattern
        .captures_iter(text)
        .filter_map(|captures| read(&captures))
        .filter(|reference| stands_alone(text, reference))
        .collect()
}

/// Whether neither neighbour makes the reference a part of something else: a date, a range, a
/// longer word.
fn stands_alone(text: &str, reference: &Reference) -> bool {
    let passed = text.get(..reference.start).unwrap_or_default();
    // A lost space: `số165/KH-MNBT`.
    let before = passed.chars().next_back().filter(|_| !passed.ends_with("số"));
    let after = text.get(reference.end..).and_then(|text| text.chars().next());
    !before.is_some_and(|char| char.is_alphanumeric() || "/.-–&".contains(char))
        && !after.is_some_and(|char| char.is_alphabetic() || "/&".contains(char))
}

/// `124-KH/TU`
fn party(captures: &Captures<'_>) -> Option<Reference> {
    let number = captures.get(1)?;
    let kind = with_kind_letters(&plain(captures.get(2)?.as_str()))?;
    let written = captures.get(3)?;
    // No body of the party has figures in its symbol: they are the mark of a footnote (`NQ/TW1`).
    let shown = written.as_str().trim_end_matches(|char: char| char.is_ascii_digit());
    let organ = plain(shown);
    is_symbol(&organ).then(|| Reference {
        start: number.start(),
        end: written.start() + shown.len(),
        canonical: format!("{}-{kind}/{organ}", number.as_str()),
        class: CitationClass::Party,
        number: number.as_str().to_owned(),
        year: None,
        kind: organ::kind(&kind),
        organ: Some(organ),
        is_bare: false,
    })
}

/// `108/2020/NĐ-CP`, `165/KH-MNBT`, `74/2022/QH15`, `2231/SNV-CCHC`
fn state(captures: &Captures<'_>) -> Option<Reference> {
    let number = captures.get(1)?;
    let year = captures.get(2);
    let written = captures.get(3)?;
    let symbol = Symbol::read(without_tail(written.as_str()))?;
    let class = symbol.class(year.is_some())?;
    let middle = year.map_or_else(String::new, |year| format!("{}/", year.as_str()));
    Some(Reference {
        start: number.start(),
        end: written.start() + symbol.length,
        canonical: format!("{}/{middle}{}", number.as_str(), symbol.canonical()),
        class,
        number: number.as_str().to_owned(),
        year: year.and_then(|year| year.as_str().parse().ok()),
        kind: symbol.kind_words(class),
        is_bare: symbol.is_bare(class),
        organ: symbol.body(class),
    })
}

/// The symbol up to the last part that belongs to it: `KH - Phòng` is `KH`, since a part behind a
/// space has to look like one.
fn without_tail(written: &str) -> &str {
    let Some(joints) = JOINTS.as_ref() else { return written };
    let spaced =
        joints.find_iter(written).filter(|joint| joint.as_str().contains(char::is_whitespace));
    let tail = spaced.into_iter().find(|joint| {
        let rest = written.get(joint.end()..).unwrap_or_default();
        let part = joints.find(rest).map_or(Some(rest), |next| rest.get(..next.start()));
        !part.is_some_and(is_symbol)
    });
    tail.and_then(|joint| written.get(..joint.start())).unwrap_or(written)
}

/// Two capitals or more: `TTg` and `UBND` are symbols, `Phòng` is a word.
fn is_symbol(part: &str) -> bool {
    part.chars().filter(|char| char.is_uppercase()).count() >= 2
}

struct Symbol {
    /// The abbreviated kind.
    kind: Option<String>,
    organ: Option<String>,
    /// How many bytes of the text are the symbol; a mark of a footnote behind it is not.
    length: usize,
}

impl Symbol {
    fn read(written: &str) -> Option<Self> {
        let whole = plain(written);
        let (kind, organ) = match whole.split_once('-') {
            Some((first, rest)) => match with_kind_letters(first) {
                Some(kind) => (Some(kind), Some(rest.to_owned())),
                None => (None, Some(whole.clone())),
            },
            None => one_part(&whole)?,
        };
        let organ = organ.map(|organ| with_body_letters(&organ));
        let (organ, footnote) = organ.map_or((None, 0), |organ| {
            let (organ, footnote) = without_footnote(&organ);
            (Some(organ), footnote)
        });
        Some(Self { kind, organ, length: written.len() - footnote })
    }

    fn canonical(&self) -> String {
        match (&self.kind, &self.organ) {
            (Some(kind), Some(organ)) => format!("{kind}-{organ}"),
            (Some(only), None) | (None, Some(only)) => only.clone(),
            (None, None) => String::new(),
        }
    }

    fn class(&self, has_year: bool) -> Option<CitationClass> {
        let organ = self.organ.as_deref();
        if organ.is_some_and(is_assembly) {
            return (has_year || self.kind.is_some()).then_some(CitationClass::Assembly);
        }
        match (&self.kind, organ, has_year) {
            (Some(_), Some(_), true) => Some(CitationClass::Normative),
            (Some(_), _, false) => Some(CitationClass::Admin),
            (None, Some(organ), false) => is_symbol(organ).then_some(CitationClass::Dispatch),
            _ => None,
        }
    }

    fn kind_words(&self, class: CitationClass) -> Option<&'static str> {
        match (&self.kind, class) {
            (Some(kind), _) => organ::kind(kind),
            (None, CitationClass::Dispatch) => Some("Công văn"),
            (None, _) => None,
        }
    }

    /// The body; a letter has its drafting unit behind it.
    fn body(self, class: CitationClass) -> Option<String> {
        let organ = self.organ?;
        match organ.split_once('-') {
            Some((body, _)) if class == CitationClass::Dispatch => Some(body.to_owned()),
            _ => Some(organ),
        }
    }

    /// `12/KH`, `06/ĐU`, and letters of bodies that are not known.
    fn is_bare(&self, class: CitationClass) -> bool {
        match self.organ.as_deref() {
            None => true,
            Some(organ) if class == CitationClass::Dispatch => {
                organ.split_once('-').is_none_or(|(body, _)| !organ::is_familiar(body))
            }
            Some(_) => false,
        }
    }
}

/// `QH15`, `UBTVQH15`: the National Assembly and its committee, with their term.
fn is_assembly(organ: &str) -> bool {
    let body = organ.trim_end_matches(|char: char| char.is_ascii_digit());
    (body == "QH" || body == "UBTVQH") && body.len() < organ.len()
}

/// A symbol without a hyphen: an assembly, a kind and a body that lost it, a kind alone, a body
/// alone.
fn one_part(whole: &str) -> Option<(Option<String>, Option<String>)> {
    if whole.starts_with("QH") || whole.starts_with("UBTVQH") {
        return Some((None, Some(whole.to_owned())));
    }
    if let Some(kind) = with_kind_letters(whole) {
        return Some((Some(kind), None));
    }
    if let Some((kind, organ)) = lost_hyphen(whole) {
        return Some((Some(kind), Some(organ)));
    }
    is_symbol(whole).then(|| (None, Some(whole.to_owned())))
}

/// `QĐUBND`: the longest kind behind which the rest is built like a body.
fn lost_hyphen(whole: &str) -> Option<(String, String)> {
    let ends = whole.char_indices().map(|(start, _)| start).rev();
    ends.filter_map(|end| whole.split_at_checked(end)).find_map(|(kind, organ)| {
        let kind = with_kind_letters(kind)?;
        let (body, _) = without_footnote(&with_body_letters(organ));
        (organ::is_familiar(&body) || is_assembly(&body)).then(|| (kind, organ.to_owned()))
    })
}

/// The abbreviation of a kind, with `Đ` where only a `D` was written: `ND` is `NĐ`, but `HD` is
/// `HD`, since that is a kind too.
fn with_kind_letters(written: &str) -> Option<String> {
    let as_written = organ::kind(written).map(|_| written.to_owned());
    as_written.or_else(|| {
        let restored = written.replace('D', "Đ");
        organ::kind(&restored).map(|_| restored)
    })
}

/// The body with the letter that it lost: `HDND` is `HĐND`.
fn with_body_letters(written: &str) -> String {
    let letters = written.trim_end_matches(|char: char| char.is_ascii_digit());
    let restored = letters.replacen('D', "Đ", 1);
    if !organ::is_known(letters) && organ::is_known(&restored) {
        written.replacen('D', "Đ", 1)
    } else {
        written.to_owned()
    }
}

/// The body without the figures of a footnote, and how many figures they are.
///
/// A known body has no figures (`NQ-CP2`), an assembly has two at most (`UBTVQH151`); a school may
/// have them in its name (`KH-MN10`).
fn without_footnote(organ: &str) -> (String, usize) {
    let letters = organ.trim_end_matches(|char: char| char.is_ascii_digit());
    let figures = organ.len() - letters.len();
    let kept = match letters {
        "QH" | "UBTVQH" | "NQ-UBTVQH" => figures.min(2),
        _ if organ::is_known(letters) => 0,
        _ => figures,
    };
    let footnote = figures - kept;
    (organ.get(..organ.len() - footnote).unwrap_or(organ).to_owned(), footnote)
}

/// The letters of a symbol: no spaces, one kind of hyphen, one `Đ`.
fn plain(written: &str) -> String {
    written
        .chars()
        .filter(|char| !char.is_whitespace())
        .map(|char| match char {
            'Ð' | 'Ɖ' => 'Đ',
            '\u{AD}' | '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            other => other,
        })
        .collect()
}
