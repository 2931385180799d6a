//! Syllables that cannot be, or make no word in their place.
//!
//! The evidence for another syllable is a known pair that it would make with a neighbour. A
//! syllable that makes one already is never doubted: `văn bản hành chính` does not hold `ban hành`.

use phuluc_model::{Code, Diagnostic, Variant};

use crate::doubt::finding::Suspicion;
use crate::doubt::fit::{Evidence, Fit};
use crate::doubt::foreign::{is_framed, is_loan, is_vietnamese};
use crate::doubt::variant::{differ_in_one_feature, lost_its_initial};
use crate::doubt::vocabulary::{Case, capitalised};
use crate::doubt::words::{TextWord, TextWords};
use phuluc_language::connectives::is_grammar;
use phuluc_language::fold;
use phuluc_language::pair::PAIRS;
use phuluc_language::syllable::is_possible;

/// Longer runs of letters are not words: three of the longest syllables together have 21 letters.
const MAX_LETTERS: usize = 21;

/// What is wrong with a word as a syllable.
pub(super) fn finding(words: &TextWords, index: usize) -> Option<Suspicion> {
    let word = words.get(index)?;
    // Most words make a known pair in their place.
    if word.is_possible && words.is_paired(index) {
        return None;
    }
    let length = word.small.chars().take(MAX_LETTERS + 1).count();
    let is_prose = !word.tied && word.case != Case::Mixed && words.have_marks();
    if !is_prose || length > MAX_LETTERS {
        return None;
    }
    if word.is_possible { misplaced(words, index) } else { impossible(words, index) }
}

/// A syllable that exists and makes no pair, where another would.
fn misplaced(words: &TextWords, index: usize) -> Option<Suspicion> {
    let word = words.get(index)?;
    let is_free = is_grammar(&word.small) || is_purpose(words, index);
    if is_free || words.is_paired(index) {
        return None;
    }
    let near = Fit { words, index, relation: differ_in_one_feature, takes_paired: false };
    let Some(Evidence { pair, suggestion }) = near.evidence() else {
        return lost_initial(words, index, false).filter(|_| !is_letter(word));
    };
    Some(at(word, said(Code::ConfusableSyllable, word).with("pair", pair), suggestion))
}

/// A word that no spelling can form.
fn impossible(words: &TextWords, index: usize) -> Option<Suspicion> {
    let word = words.get(index)?;
    let near = Fit { words, index, relation: differ_in_one_feature, takes_paired: true };
    if let Some(Evidence { pair, suggestion }) = near.evidence() {
        return Some(unspellable(word, Some(&pair), suggestion));
    }
    if word.small.is_ascii() || is_letter(word) || !is_vietnamese(&word.small) {
        return None;
    }
    if let Some(finding) = lost_initial(words, index, true) {
        return Some(finding);
    }
    let cuts = cuts(words, index);
    if !cuts.is_empty() {
        let best = best(&cuts);
        let suggestion = best.as_deref().map(|best| word.case.write(best));
        return Some(unspellable(word, best.as_deref(), suggestion));
    }
    (!is_foreign(words, index)).then(|| unspellable(word, None, None))
}

/// Whether a word that cannot be spelled is a loan, an abbreviation or a name: `ôxy`, `HĐND`, `Đắk
/// Lắk`.
///
/// The capital of a sentence does not make a name where small letters follow: names go on with a
/// capital.
fn is_foreign(words: &TextWords, index: usize) -> bool {
    let Some(word) = words.get(index) else { return false };
    let before_small = words.after(index).is_some_and(|next| next.case == Case::Small);
    let is_native = match word.case {
        Case::Small => true,
        Case::Title => word.opens && before_small && is_framed(&word.small),
        Case::Capitals | Case::Mixed => false,
    };
    !is_native || is_loan(&word.small)
}

fn lost_initial(words: &TextWords, index: usize, takes_paired: bool) -> Option<Suspicion> {
    let word = words.get(index)?;
    let fit = Fit { words, index, relation: lost_its_initial, takes_paired };
    let Evidence { pair, suggestion } = fit.evidence()?;
    // The first letter of a cell is a capital.
    let suggestion = suggestion.map(|whole| if index == 0 { capitalised(&whole) } else { whole });
    Some(at(word, said(Code::LostInitial, word).with("pair", pair), suggestion))
}

fn unspellable(word: &TextWord, pair: Option<&str>, suggestion: Option<String>) -> Suspicion {
    let said = said(Code::ImpossibleSyllable, word);
    let said = match pair {
        Some(pair) => said.variant(Variant::Pair).with("pair", pair),
        None => said,
    };
    at(word, said, suggestion)
}

fn said(code: Code, word: &TextWord) -> Diagnostic {
    Diagnostic::new(code).with("word", word.raw)
}

fn at(word: &TextWord, said: Diagnostic, suggestion: Option<String>) -> Suspicion {
    Suspicion { said, start: word.start, found: word.raw.to_owned(), suggestion }
}

/// The words that it may be, where a space was lost and perhaps the letter after it:
/// `chihường xuyên`.
fn cuts<'a>(words: &'a TextWords, index: usize) -> Vec<(&'a str, String)> {
    let Some(word) = words.get(index) else { return Vec::new() };
    let next = words.after(index).map_or("", |next| &*next.key);
    let places = word.small.char_indices();
    places
        .filter_map(|(place, _)| word.small.split_at_checked(place))
        .filter_map(|(head, tail)| Some((head, tail_as_word(head, tail, next)?)))
        .collect()
}

/// The one cut that is a pair, or begins with a word of grammar, or with a syllable of the list:
/// `Cácơ quan` is not `cá cơ quan`. Where two are equally good, neither is chosen.
fn best(cuts: &[(&str, String)]) -> Option<String> {
    let is_pair = |(head, tail): &&(&str, String)| PAIRS.knows(&fold::key(head), &fold::key(tail));
    let best = only(cuts.iter().filter(is_pair))
        .or_else(|| only(cuts.iter().filter(|(head, _)| is_grammar(head))))
        .or_else(|| only(cuts.iter().filter(|(head, _)| PAIRS.has(&fold::key(head)))))
        .or_else(|| only(cuts.iter()));
    best.map(|(head, tail)| format!("{head} {tail}"))
}

fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next();
    first.filter(|_| items.next().is_none())
}

/// What the rest of a word is, if its head is one: a known pair with the head or with the next
/// word, perhaps when a first letter is put before it.
fn tail_as_word(head: &str, tail: &str, next: &str) -> Option<String> {
    let length = head.chars().count();
    if length < 2 || !is_possible(head) {
        return None;
    }
    let key = fold::key(tail);
    if PAIRS.knows(&fold::key(head), &key) || PAIRS.knows(&key, next) {
        return Some(tail.to_owned());
    }
    // `irụ sở` is `trụ sở`, not `i trụ sở`: two letters are too few to be a word before it.
    let mut wholes = PAIRS.before(next).iter().filter(|_| length > 2);
    wholes.find(|whole| lost_its_initial(&key, &whole.key)).map(|whole| whole.spelled.to_owned())
}

/// Whether the word is `để` before a verb, after what it is the purpose of: `phần mềm để xuất báo
/// cáo`.
///
/// At the beginning of a clause it is a misread `đề`, and before syllables that are not verbs it is
/// one too: `để nghị`.
fn is_purpose(words: &TextWords, index: usize) -> bool {
    let is = |word: Option<&TextWord>, small: &str| word.is_some_and(|word| word.small == small);
    is(words.get(index), "để") && words.before(index).is_some() && is(words.after(index), "xuất")
}

/// Whether the word is one letter, which may count a point of a list: `ỷ kiến` is doubted, `ở đầu`
/// and `â)` are not.
fn is_letter(word: &TextWord) -> bool {
    word.small.chars().nth(1).is_none()
}
