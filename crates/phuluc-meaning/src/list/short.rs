//! Abbreviations by themselves: what is known of one, and where.

use phuluc_language::abbreviations::{AbbreviationKind, LongForm, long_form};
use phuluc_language::lexicon::{self, UNIT};

/// Where an abbreviation stands in a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// At its beginning.
    First,
    /// Where a name begins: behind the head, or in a list of names.
    Named,
    /// Anywhere else.
    Within,
}

/// Whether a word is a body or an office: `TAND`, `BCĐ`; fields begin like units too (`PCCC` like
/// a `Phòng`, `CSDL` like a `Cơ sở`).
pub(super) fn is_unit(word: &str) -> bool {
    match find(core(word), Standing::Within) {
        Some(LongForm { kind: AbbreviationKind::Office, .. }) => true,
        Some(LongForm { kind: AbbreviationKind::Name, words }) => {
            lexicon::head_length(UNIT, &words.split(' ').take(3).collect::<Vec<_>>()) > 0
        }
        _ => false,
    }
}

/// A word without the marks around it.
pub(super) fn core(word: &str) -> &str {
    word.trim_matches(|char: char| !char.is_alphanumeric())
}

/// Whether a word has two capitals, as every abbreviation has.
pub(super) fn may_be_short(word: &str) -> bool {
    word.chars().filter(|char| char.is_uppercase()).nth(1).is_some()
}

/// How an abbreviation is written out where it stands.
pub(super) fn find(short: &str, standing: Standing) -> Option<LongForm> {
    if !may_be_short(short) {
        return None;
    }
    let long = long_form(short)?;
    (standing == Standing::First || long.kind != AbbreviationKind::Head).then_some(long)
}
