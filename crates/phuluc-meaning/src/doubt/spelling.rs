//! Syllables that cannot be, or make no word where they stand.
//!
//! The evidence for another syllable is a known pair that it would make with a neighbour. A syllable
//! that makes one already is never doubted: `văn bản hành chính` is no `ban hành`.

use phuluc_model::Code;

use crate::doubt::pair::{PAIRS, Syllable};
use crate::doubt::variant::{differ_in_one_feature, lost_its_initial};
use crate::doubt::words::{Case, Word, Words, capitalised};
use crate::doubt::{Finding, body};
use crate::fold;
use crate::letter::{Tone, is_vowel, split_tone};
use crate::syllable::is_possible;

/// Words of grammar and of counting, which stand beside any word: a pair that one of them would make
/// with another mark says nothing.
///
/// `để` and `từ` are not among them: they are what `đề` and `tư` are misread as.
const GRAMMAR: &str = "và của cho tại về với đã đang sẽ do bị được có là các những một này nay đó khi mà thì rằng cùng cũng không chưa \
    rất hơn như trong ngoài trên dưới sau trước theo đến tới lên ra vào bằng vì nếu nên hay hoặc mỗi mọi còn lại đều cả mới \
    hai ba bốn năm sáu bảy tám chín mười";

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

/// The search for syllables that a word may stand for, because they would make a known pair.
#[derive(Clone, Copy)]
struct Fit<'a> {
    words: &'a Words<'a>,
    index: usize,
    /// Whether the first key may be a misreading of the second.
    relation: fn(&str, &str) -> bool,
    /// Whether a neighbour speaks that makes a pair with its other neighbour: `bắt đầu từ` is no
    /// `đầu tư`.
    takes_paired: bool,
}

/// A pair that a word would make, and what to write for the word.
struct Evidence {
    pair: String,
    /// `None` where the two neighbours do not agree.
    suggestion: Option<String>,
}

impl<'a> Fit<'a> {
    fn evidence(self) -> Option<Evidence> {
        let word = self.words.get(self.index)?;
        let next =
            self.before_next().map(|(syllable, next)| (syllable, format!("{syllable} {next}")));
        let previous = self.after_previous();
        let previous =
            previous.map(|(syllable, before)| (syllable, format!("{before} {syllable}")));
        let mut readings = next.chain(previous);
        let (spelled, pair) = readings.next()?;
        let suggestion = readings.all(|(other, _)| other == spelled).then(|| {
            let written = word.case.write(spelled);
            let is_name = body::head(self.words, self.index, spelled).is_some();
            if is_name { capitalised(&written) } else { written }
        });
        Some(Evidence { pair, suggestion })
    }

    /// Syllables that make a pair with the next word, each with that word.
    fn before_next(self) -> impl Iterator<Item = (&'static str, &'a str)> {
        let is_free = self.takes_paired || !self.words.opens_pair(self.index + 1);
        let next = self.words.after(self.index).filter(|next| is_free && self.speaks(next));
        next.into_iter().flat_map(move |next| self.near(PAIRS.before(&next.key), next))
    }

    /// Syllables that make a pair with the word before, each with that word.
    fn after_previous(self) -> impl Iterator<Item = (&'static str, &'a str)> {
        let is_paired =
            self.index.checked_sub(1).is_some_and(|before| self.words.closes_pair(before));
        let is_free = self.takes_paired || !is_paired;
        let previous = self.words.before(self.index).filter(|word| is_free && self.speaks(word));
        previous.into_iter().flat_map(move |before| self.near(PAIRS.after(&before.key), before))
    }

    fn near(
        self,
        syllables: &'static [Syllable],
        neighbour: &'a Word,
    ) -> impl Iterator<Item = (&'static str, &'a str)> {
        let key = self.words.get(self.index).map_or("", |word| word.key.as_str());
        let near = syllables.iter().filter(move |syllable| (self.relation)(key, &syllable.key));
        near.map(|syllable| (syllable.spelled, neighbour.small.as_str()))
    }

    /// Whether the neighbour can be of one word with this one: two capitalised words are a name, and
    /// capitals beside small letters an abbreviation.
    fn speaks(self, neighbour: &Word) -> bool {
        let case = self.words.get(self.index).map(|word| word.case);
        match (case, neighbour.case) {
            (Some(Case::Title), Case::Title) => false,
            (Some(Case::Capitals), case) | (Some(case), Case::Capitals) => case == Case::Capitals,
            _ => true,
        }
    }
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

/// Whether the word has vowels and only letters of the Vietnamese alphabet.
fn is_vietnamese(word: &str) -> bool {
    let mut shapes = word.chars().map(|letter| split_tone(letter).0);
    let is_letter = |shape: char| shape.is_ascii_lowercase() && !"fjwz".contains(shape);
    shapes.clone().any(is_vowel)
        && shapes.all(|shape| is_letter(shape) || is_vowel(shape) || shape == 'đ')
}

/// Whether the word is a loan written without hyphens: `ôxy`, `axít`, `vắcxin`, `iốt`.
///
/// Its syllables are possible and have no tone but the one that a stop asks for. Each begins with a
/// consonant, but the first and what follows a first of one letter.
fn is_loan(word: &str) -> bool {
    word.char_indices().skip(1).enumerate().any(|(before, (place, letter))| {
        let Some((head, tail)) = word.split_at_checked(place) else { return false };
        let may_begin = before == 0 || !is_vowel(split_tone(letter).0);
        may_begin && is_toneless(head) && (is_toneless(tail) || is_loan(tail))
    })
}

/// Whether the word is a possible syllable without a tone, or with the one that a stop asks for.
fn is_toneless(word: &str) -> bool {
    let has_tone = word.chars().map(|letter| split_tone(letter).1).any(|tone| tone != Tone::Level);
    let stops = word.ends_with(['c', 'p', 't'])
        && word.chars().any(|letter| split_tone(letter).1 == Tone::Acute);
    is_possible(word) && (!has_tone || stops)
}
