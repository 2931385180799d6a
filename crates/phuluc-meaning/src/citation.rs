//! References to documents: `Kế hoạch số 3815/KH-UBND ngày 18 tháng 10 năm 2022`.
//!
//! A reference is a number with a symbol. `reference` finds both, `symbol` says which grammar they
//! follow, `before` and `law` read the kind of document before them, `numbered` what else has
//! numbers, `after` the date and `issuer` the body after them. Laws that are named without a number
//! are not found.

mod after;
mod before;
mod body;
mod issuer;
mod law;
mod numbered;
mod organ;
mod reference;
mod symbol;

use phuluc_model::{Citation, CitationClass, Role, Text};

use before::Before;
use reference::Reference;
use symbol::Needs;

/// The references in a text, in its order.
#[must_use]
pub fn citations(text: &Text, field: Option<Role>) -> Vec<Citation> {
    let mut found: Vec<Citation> = Vec::new();
    let mut told = 0;
    for reference in reference::references(&text.value) {
        let (Some(passed), Some(coming)) =
            (text.value.get(told..reference.start), text.value.get(reference.end..))
        else {
            continue;
        };
        let (passed, coming) = (end_of(passed), beginning_of(coming));
        let before = before::read(passed);
        if !is_certain(&reference, &before) {
            continue;
        }
        let after = after::read(coming);
        let kind = kind(passed, &reference, &before, found.last());
        told = reference.end + after.length;
        found.push(Citation {
            canonical: reference.canonical,
            raw: text.value.get(reference.start..reference.end).unwrap_or_default().to_owned(),
            class: reference.class,
            number: reference.number,
            year: reference.year,
            kind: kind.map(str::to_owned),
            organ: reference.organ,
            issuer: after.issuer,
            date: after.date,
            place: text.place_at(reference.start),
            field,
        });
    }
    found
}

/// Bytes on each side of a reference that are looked at, so that a cell without spaces is not read
/// again for each of its references. The longest name of a law in the samples takes 120.
const REACH: usize = 600;

fn end_of(text: &str) -> &str {
    let start =
        (text.len().saturating_sub(REACH)..=text.len()).find(|at| text.is_char_boundary(*at));
    start.and_then(|start| text.get(start..)).unwrap_or_default()
}

fn beginning_of(text: &str) -> &str {
    let end = (0..=text.len().min(REACH)).rev().find(|at| text.is_char_boundary(*at));
    end.and_then(|end| text.get(..end)).unwrap_or_default()
}

/// Whether the words before the reference confirm it.
///
/// `4 7/2020/NĐ-CP` has lost a figure to a space, so its number is not known. A symbol that could
/// be something else (`12/KH`, `06/ĐU`) needs `số` or a kind of document in front.
fn is_certain(reference: &Reference, before: &Before) -> bool {
    let told = match reference.needs {
        Needs::Nothing => true,
        Needs::Announcement => before.announces,
        Needs::Kind => before.kind.is_some(),
        Needs::This(kind) => before.kind == Some(kind),
    };
    told && !before.refuses
}

/// The kind of document: the word before the reference, else what the symbol abbreviates.
///
/// A symbol without a kind is that of a letter, but not where some other word comes before it.
fn kind(
    passed: &str,
    reference: &Reference,
    before: &Before,
    last: Option<&Citation>,
) -> Option<&'static str> {
    let law = || law::kind(passed).filter(|_| reference.class == CitationClass::Assembly);
    let letter = reference.class == CitationClass::Dispatch;
    before
        .kind
        .or_else(|| shared_kind(passed, last, reference.class))
        .or_else(law)
        .or_else(|| reference.kind.filter(|_| !letter || !before.has_noun))
}

/// The kind of the reference before this one, where both share it: `Luật số 71/2025/QH15, số
/// 72/2025/QH15`.
fn shared_kind(
    passed: &str,
    last: Option<&Citation>,
    class: CitationClass,
) -> Option<&'static str> {
    let last = last.filter(|last| last.class == class)?;
    before::only_joins(passed).then(|| before::kind(last.kind.as_deref()?)).flatten()
}

#[cfg(test)]
mod tests;
