//! The bodies and the kinds of document that a symbol abbreviates.

use std::sync::LazyLock;

use phuluc_language::abbreviations::{AbbreviationKind, is};
use phuluc_language::document_kinds::abbreviations;
use regex::Regex;

/// Kinds that only one body issues; without a year, and of another body, the letters stand for
/// something else (`36/PL-NS`).
const KINDS_OF_ONE: [(&str, &str); 2] = [("PL", "UBTVQH"), ("L", "CTN")];

/// Kinds of legal texts whose symbol always has a year.
const KINDS_WITH_YEAR: [&str; 6] = ["NĐ", "TT", "TTLT", "NQLT", "L", "PL"];

/// Families of bodies: ministries, departments and offices by their first letters, schools by
/// their level.
const FAMILIES: &str = r"B[A-ZĐ][A-ZĐ&]{1,8}|S[A-ZĐ][A-ZĐ&]{1,8}|VP[A-ZĐ]{1,6}|P[A-ZĐ]{2,5}|(?:MN|MG|TH|THCS|THPT|ĐH|CĐ)[A-ZĐ]{2,6}";

static FAMILY: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!("^(?:{FAMILIES})$")).ok());

/// The only body with a small letter in its abbreviation: the Prime Minister.
pub(super) const PREMIER: &str = "TTg";

/// Whether the letters are those of [`PREMIER`], whatever their case.
pub(super) fn is_premier(written: &str) -> bool {
    written.eq_ignore_ascii_case(PREMIER)
}

/// The words for an abbreviated kind.
pub(super) fn kind(abbreviation: &str) -> Option<&'static str> {
    abbreviations().find(|(short, _)| *short == abbreviation).map(|(_, words)| words)
}

/// The abbreviation of a kind, where a text in capitals has lost its small letters: `TTR`.
pub(super) fn kind_of_capitals(written: &str) -> Option<&'static str> {
    abbreviations().map(|(short, _)| short).find(|short| short.to_uppercase() == written)
}

/// The words for the kind that a longer abbreviation begins with: `HĐKT` is a `Hợp đồng`.
///
/// Letters that are built like a body are not looked at: `BCA` is no `Báo cáo`.
pub(super) fn longer_kind(written: &str) -> Option<&'static str> {
    let begins = |short: &str| short.len() > 1 && written.starts_with(short);
    let kinds = abbreviations().filter(|(short, _)| begins(short) && !is_familiar(written));
    kinds.max_by_key(|(short, _)| short.len()).map(|(_, words)| words)
}

/// Whether the kind is one that this body does not issue.
pub(super) fn is_kind_of_another(kind: &str, organ: &str) -> bool {
    KINDS_OF_ONE.iter().any(|(short, body)| *short == kind && !organ.starts_with(body))
}

/// Whether the symbol of the kind always has a year.
pub(super) fn has_year(kind: &str) -> bool {
    KINDS_WITH_YEAR.contains(&kind)
}

/// Whether the abbreviation is that of one body that everyone knows. None of them has figures.
pub(super) fn is_known(organ: &str) -> bool {
    is(organ, AbbreviationKind::Organ)
}

/// Whether the abbreviation is built like that of a ministry, a department, an office, a school.
pub(super) fn is_familiar(organ: &str) -> bool {
    is_known(organ) || FAMILY.as_ref().is_some_and(|family| family.is_match(organ))
}
