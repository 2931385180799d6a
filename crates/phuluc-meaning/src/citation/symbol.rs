//! Symbols, and the grammar that each follows.

use std::sync::LazyLock;

use phuluc_model::CitationClass;
use regex::Regex;

use super::organ;

/// A hyphen, any dash, and the soft hyphen that a PDF leaves at the end of a line.
pub(super) const DASH: &str = r"[-\u{AD}\u{2010}-\u{2015}\u{2212}]";

/// What has to stand in front of a reference.
pub(super) enum Needs {
    /// Nothing: the symbol tells that a document is meant.
    Nothing,
    /// `số` or a word for a kind.
    Announcement,
    /// A word for a kind.
    Kind,
    /// This word for a kind.
    This(&'static str),
}

/// The marks between the parts of a symbol in its plain form.
const JOINT: [char; 2] = ['-', '.'];

static JOINTS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"\s?{DASH}\s?|\.")).ok());

/// The symbol up to the last part that belongs to it.
///
/// A part behind a space or a dot has to look like one: `KH - Phòng` is `KH`. Behind a hyphen any
/// letters do but those of a word: `KH-UBND-Phòng` is `KH-UBND`.
pub(super) fn shown(written: &str) -> &str {
    let Some(joints) = JOINTS.as_ref() else { return written };
    let tail = joints.find_iter(written).enumerate().find(|(place, joint)| {
        let rest = written.get(joint.end()..).unwrap_or_default();
        let part = joints.find(rest).map_or(Some(rest), |next| rest.get(..next.start()));
        !part.is_some_and(|part| match joint.as_str() {
            // Behind a body a dot parts it from the unit that drafted (`KH-UBND.NC`), but a known
            // body begins a sentence that lost its space.
            "." => is_symbol(part) && (*place == 0 || !organ::is_known(part)),
            joint if joint.contains(char::is_whitespace) => is_symbol(part),
            _ => is_symbol(part) || !part.contains(char::is_lowercase) || organ::is_premier(part),
        })
    });
    tail.and_then(|(_, joint)| written.get(..joint.start())).unwrap_or(written)
}

/// Two capitals or more: `TTg` and `UBND` are symbols, `Phòng` is a word.
fn is_symbol(part: &str) -> bool {
    part.chars().filter(|char| char.is_uppercase()).count() >= 2
}

pub(super) struct Symbol {
    /// The abbreviated kind.
    kind: Option<String>,
    /// What stands between the kind and the body: a hyphen, or a dot in some provinces.
    joint: char,
    organ: Option<String>,
    /// How many bytes of the text are the symbol; a mark of a footnote behind it is not.
    pub(super) length: usize,
}

impl Symbol {
    pub(super) fn read(written: &str) -> Option<Self> {
        let whole = with_term(&plain(written));
        let joint = whole.chars().find(|char| JOINT.contains(char)).unwrap_or('-');
        let (kind, organ) = match whole.split_once(JOINT) {
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
        Some(Self { kind, joint, organ, length: written.len() - footnote })
    }

    pub(super) fn canonical(&self) -> String {
        match (&self.kind, &self.organ) {
            (Some(kind), Some(organ)) => format!("{kind}{}{organ}", self.joint),
            (Some(only), None) | (None, Some(only)) => only.clone(),
            (None, None) => String::new(),
        }
    }

    pub(super) fn class(&self, has_year: bool) -> Option<CitationClass> {
        let organ = self.organ.as_deref();
        if organ.is_some_and(is_assembly) {
            return (has_year || self.kind.is_some()).then_some(CitationClass::Assembly);
        }
        match (&self.kind, organ, has_year) {
            (Some(_), Some(_), true) => Some(CitationClass::Normative),
            (Some(_), _, false) => Some(CitationClass::Admin),
            (None, Some(organ), false) => is_symbol(organ).then_some(CitationClass::Dispatch),
            (None, Some(_), true) => self.longer_kind().map(|_| CitationClass::Normative),
            _ => None,
        }
    }

    pub(super) fn kind_words(&self, class: CitationClass) -> Option<&'static str> {
        match (&self.kind, class) {
            (Some(kind), _) if !self.is_kind_of_another(class) => organ::kind(kind),
            (None, CitationClass::Dispatch) if !self.is_bare() => Some("Công văn"),
            _ => None,
        }
    }

    /// The body; a letter has its drafting unit behind it, and so has a dot.
    pub(super) fn body(self, class: CitationClass) -> Option<String> {
        let longer = self.longer_kind().is_some();
        let organ = self.organ?;
        let body = match class {
            CitationClass::Dispatch => organ.split(JOINT).next(),
            CitationClass::Normative if longer => organ.split_once(JOINT).map(|(_, body)| body),
            _ => organ.split('.').next(),
        };
        body.map(str::to_owned)
    }

    /// What has to stand in front, for `12/KH`, `06/ĐU`, and letters of bodies that are not known.
    pub(super) fn needs(&self, class: CitationClass) -> Needs {
        let bare = match class {
            CitationClass::Dispatch => self.is_bare(),
            _ => self.organ.is_none() || self.is_kind_of_another(class),
        };
        match self.longer_kind().filter(|_| class == CitationClass::Normative) {
            Some(kind) => Needs::This(kind),
            None if bare => Needs::Announcement,
            None => Needs::Nothing,
        }
    }

    /// Whether the letters of a letter are not those of a known body with its drafting unit.
    fn is_bare(&self) -> bool {
        let parts = self.organ.as_deref().and_then(|organ| organ.split_once(JOINT));
        parts.is_none_or(|(body, _)| !organ::is_familiar(body))
    }

    /// Whether both the kind and the body are known.
    pub(super) fn is_familiar(&self) -> bool {
        let body = |organ: &str| organ::is_familiar(organ) || is_assembly(organ);
        match (&self.kind, &self.organ) {
            (Some(_), Some(organ)) => body(organ),
            (None, Some(organ)) => is_assembly(organ),
            _ => false,
        }
    }

    pub(super) fn always_has_year(&self) -> bool {
        self.kind.as_deref().is_some_and(organ::has_year)
            || (self.kind.is_none() && self.organ.as_deref().is_some_and(is_assembly))
    }

    fn is_kind_of_another(&self, class: CitationClass) -> bool {
        let organ = self.organ.as_deref().unwrap_or_default();
        class == CitationClass::Admin
            && self.kind.as_deref().is_some_and(|kind| organ::is_kind_of_another(kind, organ))
    }

    /// The kind that a longer abbreviation in the place of a kind begins with.
    fn longer_kind(&self) -> Option<&'static str> {
        let organ = self.organ.as_deref().filter(|_| self.kind.is_none())?;
        organ::longer_kind(organ.split_once('-')?.0)
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
pub(super) fn with_kind_letters(written: &str) -> Option<String> {
    let as_written = organ::kind(written).map(|_| written.to_owned());
    let restored = || {
        let restored = written.replace('D', "Đ");
        organ::kind(&restored).map(|_| restored)
    };
    as_written.or_else(restored).or_else(|| organ::kind_of_capitals(written).map(str::to_owned))
}

/// The body with the letter that it lost: `HDND` is `HĐND`, `TTG` is `TTg`.
fn with_body_letters(written: &str) -> String {
    if organ::is_premier(written) {
        return organ::PREMIER.to_owned();
    }
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

/// The term of an assembly without the hyphen in front: `QH-15` is `QH15`.
fn with_term(whole: &str) -> String {
    match whole.split_once("QH-") {
        Some((before, term)) if term.starts_with(|char: char| char.is_ascii_digit()) => {
            format!("{before}QH{term}")
        }
        _ => whole.to_owned(),
    }
}

/// The letters of a symbol: no spaces, one kind of hyphen, one `Đ`.
pub(super) fn plain(written: &str) -> String {
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
