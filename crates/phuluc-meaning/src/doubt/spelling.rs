//! Syllables that cannot be, or make no word where they stand.
//!
//! The evidence for another syllable is a known pair that it would make with a neighbour. A syllable
//! that makes one already is never doubted: `văn bản hành chính` is no `ban hành`.

use phuluc_model::Code;

use crate::doubt::Finding;
use crate::doubt::fit::{Evidence, Fit};
use crate::doubt::foreign::{is_loan, is_vietnamese};
use crate::doubt::pair::PAIRS;
use crate::doubt::variant::{differ_in_one_feature, lost_its_initial};
use crate::doubt::words::{Case, Word, Words, capitalised};
use crate::fold;
use crate::syllable::is_possible;

/// Words of grammar and of counting, which stand beside any word: a pair that one of them would make
/// with another mark says nothing.
///
/// `để` and `từ` are not among them: they are what `đề` and `tư` are misread as.
const GRAMMAR: &str = "và của cho tại về với đã đang sẽ do bị được có là các những một này nay đó khi mà thì rằng \
    cùng cũng không chưa rất hơn như trong ngoài trên dưới sau trước theo đến tới lên ra vào \
    bằng vì nếu nên hay hoặc mỗi mọi còn lại đều cả mới hai ba bốn năm sáu bảy tám chín mười";

/// Longer runs of letters are no words: three of the longest syllables run together have as many.
const MAX_LETTERS: usize = 21;

/// What is wrong with a word as a syllable.
pub(super) fn finding(words: &Words, index: usize) -> Option<Finding> {
    let word = words.get(index)?;
    let length = word.small.chars().take(MAX_LETTERS + 1).count();
    let is_prose = !word.tied && word.case != Case::Mixed && words.have_marks();
    if !is_prose || !(2..=MAX_LETTERS).contains(&length) {
        return None;
    }
    if is_possible(&word.small) { misplaced(words, index) } else { impossible(words, index) }
}

/// A syllable that exists and makes no pair, where another would.
fn misplaced(words: &Words, index: usize) -> Option<Finding> {
    let word = words.get(index)?;
    if words.opens_pair(index) || words.closes_pair(index) || is_grammar(&word.small) {
        return None;
    }
    let near = Fit { words, index, relation: differ_in_one_feature, takes_paired: false };
    let Some(Evidence { pair, suggestion }) = near.evidence() else {
        return lost_initial(words, index, false);
    };
    let message = format!("«{}» makes no word here; «{pair}» would", word.raw);
    Some(at(word, Code::ConfusableSyllable, message, suggestion))
}

/// A word that no spelling can form.
fn impossible(words: &Words, index: usize) -> Option<Finding> {
    let word = words.get(index)?;
    let near = Fit { words, index, relation: differ_in_one_feature, takes_paired: true };
    if let Some(Evidence { pair, suggestion }) = near.evidence() {
        return Some(unspellable(word, Some(&pair), suggestion));
    }
    if word.small.is_ascii() || !is_vietnamese(&word.small) {
        return None;
    }
    if let Some(finding) = lost_initial(words, index, true) {
        return Some(finding);
    }
    if let Some(parted) = parted(words, index) {
        return Some(unspellable(word, Some(&parted), Some(word.case.write(&parted))));
    }
    // In capitals it is an abbreviation, and with one a name: `HĐND`, `Đắk Lắk`.
    let is_foreign = word.case != Case::Small || is_loan(&word.small);
    (!is_foreign).then(|| unspellable(word, None, None))
}

fn lost_initial(words: &Words, index: usize, takes_paired: bool) -> Option<Finding> {
    let word = words.get(index)?;
    let fit = Fit { words, index, relation: lost_its_initial, takes_paired };
    let Evidence { pair, suggestion } = fit.evidence()?;
    let message = format!("«{}» may have lost its first letter; «{pair}» is a word", word.raw);
    // The first letter of a cell is a capital.
    let suggestion = suggestion.map(|whole| if index == 0 { capitalised(&whole) } else { whole });
    Some(at(word, Code::LostInitial, message, suggestion))
}

fn unspellable(word: &Word, pair: Option<&str>, suggestion: Option<String>) -> Finding {
    let is = pair.map_or_else(String::new, |pair| format!("; «{pair}» is"));
    let message = format!("«{}» is no Vietnamese{is}", word.raw);
    at(word, Code::ImpossibleSyllable, message, suggestion)
}

fn at(word: &Word, code: Code, message: String, suggestion: Option<String>) -> Finding {
    Finding { code, message, start: word.start, found: word.raw.to_owned(), suggestion }
}

/// The word as two, where a space was lost and perhaps the letter behind it: `chihường xuyên`.
fn parted(words: &Words, index: usize) -> Option<String> {
    let small = &words.get(index)?.small;
    let next = words.after(index).map_or("", |next| next.key.as_str());
    small.char_indices().find_map(|(place, _)| {
        let (head, tail) = small.split_at_checked(place)?;
        let length = head.chars().count();
        if length < 2 || !is_possible(head) {
            return None;
        }
        let key = fold::key(tail);
        if PAIRS.knows(&fold::key(head), &key) || PAIRS.knows(&key, next) {
            return Some(format!("{head} {tail}"));
        }
        // `irụ sở` is `trụ sở`, not `i trụ sở`: two letters are too few to be a word before it.
        let mut wholes = PAIRS.before(next).iter().filter(|_| length > 2);
        wholes
            .find(|whole| lost_its_initial(&key, &whole.key))
            .map(|whole| format!("{head} {}", whole.spelled))
    })
}

fn is_grammar(word: &str) -> bool {
    GRAMMAR.split_ascii_whitespace().any(|other| other == word)
}
