//! Where a unit begins after another.

use super::cell::{Joint, ListWord, key, length, opens};
use super::office;
use super::opening::{self, UnitOpening};
use phuluc_language::lexicon::{Kinds, WordKind};

const POST: Kinds = Kinds::new(&[WordKind::Post]);
const FIELD_UNIT: Kinds = Kinds::new(&[WordKind::FieldUnit]);
const FIELD_POST: Kinds = Kinds::new(&[WordKind::FieldPost]);
const UNIT_CLAUSE: Kinds = Kinds::new(&[WordKind::UnitClause]);
const PEER: Kinds = Kinds::new(&[WordKind::Peer]);
const OPEN_UNIT: Kinds = Kinds::new(&[WordKind::OpenUnit]);

/// Whether a unit begins after a joint.
pub(super) fn begins(joint: Joint, before: &[ListWord<'_>], after: &[ListWord<'_>]) -> bool {
    match joint {
        Joint::Semicolon => true,
        Joint::Space => is_glued(before, after),
        Joint::Comma | Joint::Plus => after_comma(before, after),
        Joint::Paragraph => after_paragraph(before, after),
        Joint::And => after_and(before, after),
        Joint::Marker => UnitOpening::read(after) != UnitOpening::Nothing,
        Joint::Slash => {
            let named = |words| UnitOpening::read(words) == UnitOpening::Named;
            named(before) && named(after) && starts_big(after)
        }
        Joint::Stop => starts_big(after) && after_comma(before, after),
        Joint::Bracket => UnitOpening::read(after) == UnitOpening::Named && starts_big(after),
    }
}

fn after_comma(before: &[ListWord<'_>], after: &[ListWord<'_>]) -> bool {
    match (UnitOpening::read(after), members(before)) {
        (_, Members::Units)
        | (UnitOpening::Bare | UnitOpening::Class(_) | UnitOpening::Nothing, Members::Names) => {
            false
        }
        (UnitOpening::Collective, _) => true,
        (UnitOpening::Named, _) => !is_joined(before, after),
        (UnitOpening::Bare, _) => {
            is_complete(before) || (is_strong(after) && !is_joined(before, after))
        }
        (UnitOpening::Class(class), _) => {
            !has_clause(before) && !is_governed(before) && opening::ending(before) != Some(class)
        }
        (UnitOpening::Nothing, _) => is_complete(before) && starts_big(after),
    }
}

/// A label opens a paragraph of its own: `Phối hợp: Sở Tài chính`.
///
/// Without a comma at its end a paragraph may also end within a name, so a noun is not enough.
fn after_paragraph(before: &[ListWord<'_>], after: &[ListWord<'_>]) -> bool {
    let comma = before.last().is_some_and(|word| word.text.ends_with(','));
    let noun = matches!(UnitOpening::read(after), UnitOpening::Class(_) | UnitOpening::Nothing);
    let label = after.iter().take(4).any(|word| word.text.ends_with(':'));
    label || ((comma || !noun) && after_comma(before, after))
}

/// `và` occurs inside names, so a head without a name is not enough (`Vụ Tổ chức và Cán bộ`),
/// unless it is an abbreviation (`HĐND và UBND`).
fn after_and(before: &[ListWord<'_>], after: &[ListWord<'_>]) -> bool {
    match UnitOpening::read(after) {
        UnitOpening::Bare => {
            after.first().is_some_and(|word| opening::is_abbreviation(word.text))
                && after_comma(before, after)
        }
        UnitOpening::Class(_) => !starts_big(after) && after_comma(before, after),
        UnitOpening::Collective | UnitOpening::Named => after_comma(before, after),
        UnitOpening::Nothing => false,
    }
}

fn starts_big(words: &[ListWord<'_>]) -> bool {
    words.first().is_some_and(|word| opening::is_capital(word.text))
}

/// What a plural lists.
enum Members {
    /// Units with their heads: `Các đoàn thể: Đoàn Thanh niên, Hội Phụ nữ`.
    Units,
    /// Names without them: `Các Bộ: Xây dựng, Y tế`, `các Sở Nội vụ, Tài chính`.
    Names,
    /// Nothing by name.
    None,
}

fn members(before: &[ListWord<'_>]) -> Members {
    let listed =
        matches!(UnitOpening::read(before), UnitOpening::Collective | UnitOpening::Class(_));
    let colon = before.iter().position(|word| listed && word.text.ends_with(':'));
    match colon.map(|place| UnitOpening::read(before.get(place + 1..).unwrap_or_default())) {
        Some(UnitOpening::Named) => Members::Units,
        Some(_) => Members::Names,
        None if opening::is_plural_of_names(before) => Members::Names,
        None => Members::None,
    }
}

/// Whether the words after a joint belong to the unit before it, although they open one.
fn is_joined(before: &[ListWord<'_>], after: &[ListWord<'_>]) -> bool {
    let territory = opening::is_territory(after)
        && !opening::is_territory(before)
        && opening::names_territory(before);
    territory || office::is_one(before, after) || shares_body(before, after)
}

/// `Giám đốc, Thủ trưởng các sở`: both posts are in the body that only the second names.
fn shares_body(before: &[ListWord<'_>], after: &[ListWord<'_>]) -> bool {
    length(POST, before) == before.len() && opens(POST, after)
}

/// Whether a head without a name can be a unit: two syllables or an abbreviation.
fn is_strong(words: &[ListWord<'_>]) -> bool {
    let long = opening::head_length(words) > 1;
    let short = words.first().is_some_and(|word| opening::is_abbreviation(word.text));
    (long || short) && !opens(FIELD_UNIT, words)
}

/// Whether a unit is whole with the words it has: `Bưu điện`, `VNPT`.
fn is_complete(before: &[ListWord<'_>]) -> bool {
    if let [only] = before {
        return opening::is_abbreviation(only.text);
    }
    let whole = is_strong(before) || opens(FIELD_POST, before);
    whole && UnitOpening::read(before) == UnitOpening::Bare
}

/// Whether a plural at the beginning (`các`, `Thủ trưởng các`) still governs what follows.
///
/// `liên quan` ends what a plural governs.
fn is_governed(before: &[ListWord<'_>]) -> bool {
    let post = length(POST, before);
    let plural = opening::is_plural(before)
        || (post > 0 && opening::is_plural(before.get(post..).unwrap_or_default()));
    plural && key(before, before.len().saturating_sub(2), 2) != "liên quan"
}

fn has_clause(before: &[ListWord<'_>]) -> bool {
    (1..before.len()).any(|place| opens(UNIT_CLAUSE, before.get(place..).unwrap_or_default()))
}

/// Whether two units are side by side, because only the end of a line separated them.
///
/// A unit may name the one it is in without a word between (`Phòng Tham mưu Công an tỉnh`), so a
/// head is not enough: it has to be the head of the unit before, or one of the two to be the office
/// of HĐND and UBND, which is in no other unit and has no unit with a name in it.
fn is_glued(before: &[ListWord<'_>], after: &[ListWord<'_>]) -> bool {
    if !starts_big(after) || UnitOpening::read(after) != UnitOpening::Named || is_open(before) {
        return false;
    }
    if opening::is_territory(after) || !is_ended(before) {
        return false;
    }
    let own = peer(before);
    let other = own.is_some() && (own == peer(after) || office::opens(after));
    other || office::ends(before)
}

/// The head, if it is one of the peers and a name with a capital comes after it.
fn peer(words: &[ListWord<'_>]) -> Option<String> {
    let length = length(PEER, words);
    let named = words.get(length).is_some_and(|word| opening::is_capital(word.text));
    (length > 0 && named && starts_big(words)).then(|| key(words, 0, length))
}

/// A name ends in a capital syllable or in the one after it; `phối hợp với Bộ …` does not.
fn is_ended(before: &[ListWord<'_>]) -> bool {
    before.iter().rev().take(2).any(|word| opening::is_capital(word.text))
}

fn is_open(before: &[ListWord<'_>]) -> bool {
    let dash = |word: &ListWord<'_>| matches!(word.text, "-" | "–");
    before.last().is_some_and(|word| dash(word) || opens(OPEN_UNIT, std::slice::from_ref(word)))
}
