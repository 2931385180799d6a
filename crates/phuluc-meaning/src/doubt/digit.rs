//! Digits inside words: `hài 1òng`, `kế h0ạch`.

use std::sync::LazyLock;

use phuluc_model::Code;
use regex::{Match, Regex};

use crate::doubt::Finding;
use crate::doubt::pair::PAIRS;
use crate::doubt::words::Words;
use crate::fold;

/// The digits that scans put for letters, and the letters.
const STAND_INS: [(char, char); 3] = [('0', 'o'), ('1', 'l'), ('1', 'i')];

/// A run of letters, marks and digits; `None` only if the pattern were wrong.
static TOKEN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[\p{L}\p{M}\p{Nd}]+").ok());

/// Words that make a known pair when the one digit in them is a letter.
///
/// Without a pair nothing is doubted: `1ấp` is one hamlet, and `việc1` has the mark of a footnote.
pub(super) fn findings(words: &Words, text: &str) -> Vec<Finding> {
    if !words.have_marks() || !text.contains(['0', '1']) {
        return Vec::new();
    }
    let tokens: Vec<Match> = TOKEN.iter().flat_map(|token| token.find_iter(text)).collect();
    let token = |place: Option<usize>| tokens.get(place?).copied();
    let finding = |(place, word): (usize, &Match)| {
        let before =
            token(place.checked_sub(1)).filter(|before| are_neighbours(text, before, word));
        let after = token(place.checked_add(1)).filter(|after| are_neighbours(text, word, after));
        finding(word, before, after)
    };
    tokens.iter().enumerate().filter_map(finding).collect()
}

fn are_neighbours(text: &str, left: &Match, right: &Match) -> bool {
    text.get(left.end()..right.start()) == Some(" ")
}

fn finding(word: &Match, before: Option<Match>, after: Option<Match>) -> Option<Finding> {
    let raw = word.as_str();
    let mut digits = raw.chars().filter(|char| char.is_numeric());
    let digit = digits.next().filter(|_| digits.next().is_none() && raw.chars().count() > 1)?;
    let key = |word: Option<Match>| word.map_or_else(String::new, |word| fold::key(word.as_str()));
    let (before, after) = (key(before), key(after));
    let letters = STAND_INS.iter().filter(|(other, _)| *other == digit).map(|(_, letter)| letter);
    letters.map(|letter| raw.replace(digit, &letter.to_string())).find_map(|meant| {
        let key = fold::key(&meant);
        let is_pair = PAIRS.knows(&before, &key) || PAIRS.knows(&key, &after);
        is_pair.then(|| Finding {
            code: Code::ImpossibleSyllable,
            message: format!(
                "«{raw}» has the digit {digit} for a letter; «{meant}» makes a word here"
            ),
            start: word.start(),
            found: raw.to_owned(),
            suggestion: Some(meant),
        })
    })
}
