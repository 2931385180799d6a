//! Whether pieces on lines below each other are one word that a narrow column broke.
//!
//! Only the texts are asked; whether the lines were full is for the medium to say.

use phuluc_language::abbreviations::is_known;
use phuluc_language::fold::plain;
use phuluc_language::syllable::is_possible;

use crate::header::number_label::is_number_label;

/// A word with this many letters is no Vietnamese syllable; the longest, `nghiêng`, has seven.
const LONG: usize = 8;

/// Marks after a word that are not part of it.
const AFTER: [char; 8] = ['.', ',', ';', ':', ')', '!', '?', '”'];

/// Marks before a word that are not part of it.
const BEFORE: [char; 2] = ['(', '“'];

/// Whether the joined pieces are better known as a word than the pieces. `alone` says that the first
/// of them is alone on its line: only then a symbol can have begun on it.
pub(crate) fn is_one_word(pieces: &[&str], alone: bool) -> bool {
    let joined = pieces.concat();
    let whole = joined.trim_start_matches(BEFORE).trim_end_matches(AFTER);
    let (Some(first), true) = (pieces.first(), pieces.len() > 1) else { return false };
    is_number_label(&plain(whole))
        || (is_date(whole) && !is_date(first.trim_start_matches(BEFORE)))
        || is_syllable(pieces, whole)
        || is_abbreviation(pieces, whole)
        || is_symbol(pieces, alone)
}

/// Whether a text is a date, a month or a year with figures: `31/12/2026`, `10/2026`, `IV/2026`.
pub(crate) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let figures = |part: &str, most: u32| {
        part.len() <= 2 && part.parse::<u32>().is_ok_and(|figure| (1..=most).contains(&figure))
    };
    let year = |part: &str| {
        part.len() == 4 && part.parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year))
    };
    match parts.as_slice() {
        [day, month, end] => figures(day, 31) && figures(month, 12) && year(end),
        [month, end] => {
            let quarter = matches!(*month, "I" | "II" | "III" | "IV");
            text.contains('/') && (quarter || figures(month, 12)) && year(end)
        }
        _ => false,
    }
}

/// Whether the pieces are a syllable and one of them is none.
fn is_syllable(pieces: &[&str], whole: &str) -> bool {
    let possible = |text: &str| is_possible(&text.to_lowercase());
    // A capital inside a word begins another one, unless all letters are capitals.
    let small = whole.contains(char::is_lowercase);
    let is_inner = |piece: &&str| !(small && piece.starts_with(char::is_uppercase));
    let last = pieces.last().map_or("", |last| last.trim_end_matches(AFTER));
    let inner = pieces.get(..pieces.len() - 1).unwrap_or_default();
    whole.chars().all(char::is_alphabetic)
        && !last.is_empty()
        && pieces.iter().skip(1).all(is_inner)
        && possible(whole)
        && (!possible(last)
            || inner.iter().any(|piece| !possible(piece.trim_start_matches(BEFORE))))
}

/// Whether the pieces are a known abbreviation, which the first of them is not.
fn is_abbreviation(pieces: &[&str], whole: &str) -> bool {
    let high = whole.chars().all(char::is_uppercase);
    high && is_known(whole) && pieces.iter().any(|piece| !is_known(piece))
}

/// Whether the pieces are one symbol or one long word, as `108/2020/N` and `Đ-CP` are.
fn is_symbol(pieces: &[&str], alone: bool) -> bool {
    let Some((first, rest)) = pieces.split_first() else { return false };
    let mut piece = (*first).to_owned();
    rest.iter().all(|next| {
        let joins = is_cut_initial(&piece, next)
            || if alone { is_broken(&piece, next) } else { is_cut_code(&piece, next) };
        piece.push_str(next);
        joins
    })
}

/// Whether two pieces are one symbol or one long word.
///
/// Vietnamese syllables are short and hardly ever broken; symbols and addresses are.
fn is_broken(piece: &str, rest: &str) -> bool {
    let joins = |c: char| matches!(c, '/' | '-' | '_' | '@' | '.');
    let open = piece.ends_with(|c: char| c.is_alphanumeric() || joins(c));
    if !open
        || !rest.starts_with(|c: char| c.is_alphanumeric() || joins(c))
        || rest.len() < 2 && !rest.starts_with(char::is_alphanumeric)
    {
        return false;
    }
    let is_symbol =
        piece.contains(joins) && piece.contains(|c: char| c.is_ascii_digit() || c.is_uppercase());
    if is_symbol {
        let small = rest.contains(char::is_lowercase);
        return !small && !is_date(piece) && !are_syllables(piece, rest);
    }
    let long = piece.chars().filter(|c| c.is_alphabetic()).count() >= LONG;
    long && rest.starts_with(|c: char| c.is_lowercase() || joins(c))
}

/// Whether pieces without figures are syllables between slashes: `TRÌNH/` and `THỰC`.
fn are_syllables(piece: &str, rest: &str) -> bool {
    let possible = |part: &str| part.is_empty() || is_possible(&part.to_lowercase());
    let joins = |c: char| matches!(c, '/' | '-' | ',');
    [piece, rest].iter().all(|text| text.split(joins).all(possible))
}

/// Whether two pieces are one code that a full line cut between capitals: `56-NQ/T` and `W`.
fn is_cut_code(piece: &str, rest: &str) -> bool {
    let high = |text: &str| !text.contains(char::is_lowercase);
    let code = piece.contains(|c: char| c.is_ascii_digit()) && piece.contains(['/', '-']);
    code && high(piece)
        && high(rest)
        && piece.ends_with(char::is_uppercase)
        && rest.starts_with(|c: char| c.is_uppercase() || c == '-')
        && rest.contains(char::is_alphabetic)
}

/// Whether a code was cut after the first letter of a name, as `3348/Q` and `Đ-TTg` are: no name
/// has one letter, so the room that is left does not matter.
pub(crate) fn is_cut_initial(piece: &str, rest: &str) -> bool {
    let Some((number, name)) = piece.rsplit_once('/') else { return false };
    let initial = name.rsplit('-').next().is_some_and(|name| {
        let mut letters = name.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    });
    initial
        && number.contains(|c: char| c.is_ascii_digit())
        && rest.starts_with(|c: char| c.is_uppercase() || c == '-')
        && (rest.contains('-') || !rest.contains(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces between `|`; whether they are one word.
    #[track_caller]
    fn check(pieces: &str, expected: bool) {
        let pieces: Vec<&str> = pieces.split('|').collect();
        assert_eq!(is_one_word(&pieces, true), expected, "{pieces:?}");
    }

    #[test]
    fn labels_of_numbers_are_whole_again() {
        check("T|T", true);
        check("ST|T", true);
        check("S|T|T.", true);
        check("T|P", false);
    }

    #[test]
    fn dates_are_whole_again() {
        check("15/12|/2025", true);
        check("2|5/11/2|026", true);
        check("10/202|6", true);
        check("IV/20|26,", true);
        check("31/12/2026|2027", false);
        check("30/6/2026|Hoàn", false);
        check("15/13/20|25 Hoàn", false);
        check("2026,|2027", false);
    }

    #[test]
    fn syllables_are_whole_again() {
        check("Th|áng", true);
        check("ngh|iêm", true);
        check("DUN|G", true);
        check("t|hườ|ng", true);
        check("thường|xuyên", false);
        check("Bộ|Y", false);
        check("lớp|A", false);
        check("và|Đào", false);
    }

    #[test]
    fn symbols_are_whole_again_and_words_stay_apart() {
        check("108/2020/N|Đ-CP", true);
        check("3815/KH|-UBND", true);
        check("66-NQ/T|W", true);
        check("dichvucong.|gov.vn", true);
        check("2026|-", false);
        check("TRÌNH/|THỰC", false);
    }

    #[test]
    fn a_code_that_a_full_line_cut_is_whole_again() {
        assert!(is_cut_code("56-NQ/T", "W"));
        assert!(is_cut_code("4360/UB", "ND-NC"));
        assert!(!is_cut_code("I/2026", "IV/2026"));
        assert!(!is_cut_code("HĐND/UBND", "TP."));
        assert!(!is_cut_code("12/UBND", "Sở"));
    }

    #[test]
    fn a_code_that_was_cut_after_one_letter_is_whole_again() {
        assert!(is_cut_initial("3348/Q", "Đ-TTg"));
        assert!(is_cut_initial("68-NQ/T", "W"));
        assert!(is_cut_initial("108/2020/N", "Đ-CP"));
        assert!(!is_cut_initial("68-NQ/TW", "UBND"));
        assert!(!is_cut_initial("3/A", "Phường"));
        assert!(!is_cut_initial("Quý I/V", "W"));
    }
}
