//! Digits inside words: `hài 1òng`, `kế h0ạch`.

use std::ops::Range;

use phuluc_model::{Code, Diagnostic, Variant};
use unicode_normalization::char::is_combining_mark;

use crate::doubt::finding::Suspicion;
use crate::doubt::words::TextWords;
use phuluc_language::fold;
use phuluc_language::latin::is_alphabetic;
use phuluc_language::pair::PAIRS;

/// The digits that scans put for letters, and the letters.
const STAND_INS: [(char, char); 3] = [('0', 'o'), ('1', 'l'), ('1', 'i')];

/// Words that make a known pair when the one digit in them is a letter.
///
/// Without a pair nothing is doubted: `1ấp` is one hamlet, and `việc1` has the mark of a footnote.
pub(super) fn findings(words: &TextWords, text: &str) -> Vec<Suspicion> {
    if !words.have_marks() || !touches_letters(text) {
        return Vec::new();
    }
    let tokens: Vec<Range<usize>> = tokens(text).collect();
    let token = |place: Option<usize>| tokens.get(place?);
    let finding = |(place, word): (usize, &Range<usize>)| {
        let text_of = |token: &Range<usize>| text.get(token.clone()).unwrap_or_default();
        let digit = digit(text_of(word))?;
        let before =
            token(place.checked_sub(1)).filter(|before| are_neighbours(text, before, word));
        let after = token(place.checked_add(1)).filter(|after| are_neighbours(text, word, after));
        let key = |token: &Range<usize>| fold::key(text_of(token));
        let beside = [before, after].map(|token| token.map_or_else(String::new, key));
        finding(word.start, text_of(word), digit, &beside)
    };
    tokens.iter().enumerate().filter_map(finding).collect()
}

/// Whether one of the digits touches what may be a letter.
fn touches_letters(text: &str) -> bool {
    let is_letter =
        |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(place, byte)| {
        matches!(byte, b'0' | b'1')
            && (is_letter(place.checked_sub(1).and_then(|before| bytes.get(before)))
                || is_letter(bytes.get(place + 1)))
    })
}

/// The runs of letters, marks and digits.
fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part =
        |char: char| is_alphabetic(char) || char.is_ascii_digit() || is_combining_mark(char);
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|(_, char)| is_part(*char))?;
        let mut end = start + first.len_utf8();
        while let Some((place, char)) = chars.next_if(|(_, char)| is_part(*char)) {
            end = place + char.len_utf8();
        }
        Some(start..end)
    })
}

fn are_neighbours(text: &str, left: &Range<usize>, right: &Range<usize>) -> bool {
    text.get(left.end..right.start) == Some(" ")
}

/// The digit of a word that has one, and letters next to it.
fn digit(word: &str) -> Option<char> {
    let mut digits = word.chars().filter(|char| char.is_numeric());
    let digit = digits.next()?;
    let alone = digits.next().is_none() && word.len() > digit.len_utf8();
    (alone && STAND_INS.iter().any(|(other, _)| *other == digit)).then_some(digit)
}

fn finding(
    start: usize,
    raw: &str,
    digit: char,
    [before, after]: &[String; 2],
) -> Option<Suspicion> {
    let letters = STAND_INS.iter().filter(|(other, _)| *other == digit).map(|(_, letter)| letter);
    letters.map(|letter| raw.replace(digit, &letter.to_string())).find_map(|meant| {
        let key = fold::key(&meant);
        let is_pair = PAIRS.knows(before, &key) || PAIRS.knows(&key, after);
        is_pair.then(|| Suspicion {
            said: Diagnostic::new(Code::ImpossibleSyllable)
                .variant(Variant::Digit)
                .with("word", raw)
                .with("digit", digit.to_string())
                .with("meant", meant.as_str()),
            start,
            found: raw.to_owned(),
            suggestion: Some(meant),
        })
    })
}
