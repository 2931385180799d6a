//! Where a unit begins behind another.

use super::cell::{Joint, Word, key, length, opens};
use super::office;
use super::opening::{self, Opening};
use phuluc_language::lexicon::{Kinds, WordKind};

const POST: Kinds = Kinds::of(&[WordKind::Post]);
const FIELD_UNIT: Kinds = Kinds::of(&[WordKind::FieldUnit]);
const FIELD_POST: Kinds = Kinds::of(&[WordKind::FieldPost]);
const UNIT_CLAUSE: Kinds = Kinds::of(&[WordKind::UnitClause]);
const PEER: Kinds = Kinds::of(&[WordKind::Peer]);
const OPEN_UNIT: Kinds = Kinds::of(&[WordKind::OpenUnit]);

/// Whether a unit begins behind a joint.
pub(super) fn begins(joint: Joint, before: &[Word<'_>], behind: &[Word<'_>]) -> bool {
    match joint {
        Joint::Semicolon => true,
        Joint::Space => is_glued(before, behind),
        Joint::Comma | Joint::Plus => behind_comma(before, behind),
        Joint::Paragraph => behind_paragraph(before, behind),
        Joint::And => behind_and(before, behind),
        Joint::Marker => Opening::read(behind) != Opening::Nothing,
        Joint::Slash => {
            let named = |words| Opening::read(words) == Opening::Named;
            named(before) && named(behind) && starts_big(behind)
        }
        Joint::Stop => starts_big(behind) && behind_comma(before, behind),
        Joint::Bracket => Opening::read(behind) == Opening::Named && starts_big(behind),
    }
}

fn behind_comma(before: &[Word<'_>], behind: &[Word<'_>]) -> bool {
    match (Opening::read(behind), members(before)) {
        (_, Members::Units)
        | (Opening::Bare | Opening::Class(_) | Opening::Nothing, Members::Names) => false,
        (Opening::Collective, _) => true,
        (Opening::Named, _) => !is_joined(before, behind),
        (Opening::Bare, _) => {
            is_complete(before) || (is_strong(behind) && !is_joined(before, behind))
        }
        (Opening::Class(class), _) => {
            !has_clause(before) && !is_governed(before) && opening::ending(before) != Some(class)
        }
        (Opening::Nothing, _) => is_complete(before) && starts_big(behind),
    }
}

/// A label opens a paragraph of its own: `Phối hợp: Sở Tài chính`.
///
/// Without a comma at its end a paragraph may also end within a name, so a noun does not do.
fn behind_paragraph(before: &[Word<'_>], behind: &[Word<'_>]) -> bool {
    let comma = before.last().is_some_and(|word| word.text.ends_with(','));
    let noun = matches!(Opening::read(behind), Opening::Class(_) | Opening::Nothing);
    let label = behind.iter().take(4).any(|word| word.text.ends_with(':'));
    label || ((comma || !noun) && behind_comma(before, behind))
}

/// `và` stands inside names, so a head without a name does not do (`Vụ Tổ chức và Cán bộ`), unless
/// it is an abbreviation (`HĐND và UBND`).
fn behind_and(before: &[Word<'_>], behind: &[Word<'_>]) -> bool {
    match Opening::read(behind) {
        Opening::Bare => {
            behind.first().is_some_and(|word| opening::is_abbreviation(word.text))
                && behind_comma(before, behind)
        }
        Opening::Class(_) => !starts_big(behind) && behind_comma(before, behind),
        Opening::Collective | Opening::Named => behind_comma(before, behind),
        Opening::Nothing => false,
    }
}

fn starts_big(words: &[Word<'_>]) -> bool {
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

fn members(before: &[Word<'_>]) -> Members {
    let listed = matches!(Opening::read(before), Opening::Collective | Opening::Class(_));
    let colon = before.iter().position(|word| listed && word.text.ends_with(':'));
    match colon.map(|place| Opening::read(before.get(place + 1..).unwrap_or_default())) {
        Some(Opening::Named) => Members::Units,
        Some(_) => Members::Names,
        None if opening::is_plural_of_names(before) => Members::Names,
        None => Members::None,
    }
}

/// Whether the words behind belong to the unit before, although they open one.
fn is_joined(before: &[Word<'_>], behind: &[Word<'_>]) -> bool {
    let territory = opening::is_territory(behind)
        && !opening::is_territory(before)
        && opening::names_territory(before);
    territory || office::is_one(before, behind) || shares_body(before, behind)
}

/// `Giám đốc, Thủ trưởng các sở`: both posts are in the body that only the second names.
fn shares_body(before: &[Word<'_>], behind: &[Word<'_>]) -> bool {
    length(POST, before) == before.len() && opens(POST, behind)
}

/// Whether a head without a name can stand as a unit: two syllables or an abbreviation.
fn is_strong(words: &[Word<'_>]) -> bool {
    let long = opening::head_length(words) > 1;
    let short = words.first().is_some_and(|word| opening::is_abbreviation(word.text));
    (long || short) && !opens(FIELD_UNIT, words)
}

/// Whether a unit is whole with the words it has: `Bưu điện`, `VNPT`.
fn is_complete(before: &[Word<'_>]) -> bool {
    if let [only] = before {
        return opening::is_abbreviation(only.text);
    }
    let whole = is_strong(before) || opens(FIELD_POST, before);
    whole && Opening::read(before) == Opening::Bare
}

/// Whether a plural at the beginning (`các`, `Thủ trưởng các`) still governs what follows.
///
/// `liên quan` ends what a plural governs.
fn is_governed(before: &[Word<'_>]) -> bool {
    let post = length(POST, before);
    let plural = opening::is_plural(before)
        || (post > 0 && opening::is_plural(before.get(post..).unwrap_or_default()));
    plural && key(before, before.len().saturating_sub(2), 2) != "liên quan"
}

fn has_clause(before: &[Word<'_>]) -> bool {
    (1..before.len()).any(|place| opens(UNIT_CLAUSE, before.get(place..).unwrap_or_default()))
}

/// Whether two units stand side by side, as only the end of a line parted them.
///
/// A unit may name the one it is in without a word between (`Phòng Tham mưu Công an tỉnh`), so a
/// head does not do: it has to be the head of the unit before, or one of the two to be the office
/// of HĐND and UBND, which is in no other unit and has none with a name in it.
fn is_glued(before: &[Word<'_>], behind: &[Word<'_>]) -> bool {
    if !starts_big(behind) || Opening::read(behind) != Opening::Named || is_open(before) {
        return false;
    }
    if opening::is_territory(behind) || !is_ended(before) {
        return false;
    }
    let own = peer(before);
    let other = own.is_some() && (own == peer(behind) || office::opens(behind));
    other || office::ends(before)
}

/// The head, if it is one of the peers and a name with a capital stands behind it.
fn peer(words: &[Word<'_>]) -> Option<String> {
    let length = length(PEER, words);
    let named = words.get(length).is_some_and(|word| opening::is_capital(word.text));
    (length > 0 && named && starts_big(words)).then(|| key(words, 0, length))
}

/// A name ends in a capital syllable or in the one behind it; `phối hợp với Bộ …` does not.
fn is_ended(before: &[Word<'_>]) -> bool {
    before.iter().rev().take(2).any(|word| opening::is_capital(word.text))
}

fn is_open(before: &[Word<'_>]) -> bool {
    let dash = |word: &Word<'_>| matches!(word.text, "-" | "–");
    before.last().is_some_and(|word| dash(word) || opens(OPEN_UNIT, std::slice::from_ref(word)))
}
