//! Syllables that cannot be, or make no word where they stand.
//!
//! The evidence for another syllable is a known pair that it would make with a neighbour. A syllable
//! that makes one already is never doubted: `văn bản hành chính` is no `ban hành`.

use phuluc_model::Code;

use crate::doubt::pair::{PAIRS, Syllable};
use crate::doubt::variant::{differ_in_one_feature, lost_its_initial, only_possible};
use crate::doubt::words::{Case, Word, Words, capitalised};
use crate::doubt::{Finding, body};
use crate::letter::{Tone, is_vowel, split_tone};
use crate::syllable::is_possible;

/// Words of grammar and of counting, which stand beside any word: a pair that one of them would make
/// with another mark says nothing.
///
/// `để` and `từ` are not among them: they are what `đề` and `tư` are misread as.
const GRAMMAR: &str = "và của cho tại về với đã đang sẽ do bị được có là các những một này nay đó khi mà thì cũng không chưa \
    rất hơn như trong ngoài trên dưới sau trước theo đến tới lên ra vào bằng vì nếu nên hay hoặc mỗi mọi còn lại đều cả mới \
    hai ba bốn năm sáu bảy tám chín mười";

/// What is wrong with a word as a syllable.
pub(super) fn finding(words: &Words, index: usize) -> Option<Finding> {
    let word = words.get(index)?;
    if word.tied || word.case == Case::Mixed || word.small.chars().nth(1).is_none() {
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
    let confused = Fit { words, index, relation: differ_in_one_feature, takes_paired: false };
    if confused.fits() {
        let suggestion = confused.suggestion();
        let message = told(word, "makes no word here", suggestion.as_deref());
        return Some(at(word, Code::ConfusableSyllable, message, suggestion));
    }
    lost_initial(words, index, false)
}

/// A word that no spelling can form.
fn impossible(words: &Words, index: usize) -> Option<Finding> {
    let word = words.get(index)?;
    let near = Fit { words, index, relation: differ_in_one_feature, takes_paired: true };
    if near.fits() {
        return Some(unspellable(word, near.suggestion()));
    }
    if word.small.is_ascii() || !is_vietnamese(&word.small) {
        return None;
    }
    if let Some(finding) = lost_initial(words, index, true) {
        return Some(finding);
    }
    if let Some(parted) = parted(words, index) {
        return Some(unspellable(word, Some(word.case.write(&parted))));
    }
    // In capitals it is an abbreviation, and with one a name: `HĐND`, `Đắk Lắk`.
    if word.case != Case::Small || is_loan(&word.small) {
        return None;
    }
    Some(unspellable(word, only_possible(&word.small)))
}

fn lost_initial(words: &Words, index: usize, takes_paired: bool) -> Option<Finding> {
    let word = words.get(index)?;
    let fit = Fit { words, index, relation: lost_its_initial, takes_paired };
    // The first letter of a cell is a capital.
    let suggestion =
        fit.suggestion().map(|whole| if index == 0 { capitalised(&whole) } else { whole });
    let message = told(word, "may have lost its first letter", suggestion.as_deref());
    fit.fits().then(|| at(word, Code::LostInitial, message, suggestion))
}

fn unspellable(word: &Word, suggestion: Option<String>) -> Finding {
    let message = told(word, "is no syllable of Vietnamese", suggestion.as_deref());
    at(word, Code::ImpossibleSyllable, message, suggestion)
}

fn told(word: &Word, what: &str, suggestion: Option<&str>) -> String {
    let maybe = suggestion.map_or_else(String::new, |other| format!("; it may be «{other}»"));
    format!("«{}» {what}{maybe}", word.raw)
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

impl<'a> Fit<'a> {
    fn fits(self) -> bool {
        self.syllables().next().is_some()
    }

    /// What to write for the word; `None` where its two neighbours do not agree.
    fn suggestion(self) -> Option<String> {
        let mut spelled = self.syllables().map(|syllable| syllable.spelled);
        let first = spelled.next()?;
        let word = self.words.get(self.index)?;
        spelled.all(|other| other == first).then(|| {
            let written = word.case.write(first);
            let names = body::head(self.words, self.index, first).is_some();
            if names { capitalised(&written) } else { written }
        })
    }

    fn syllables(self) -> impl Iterator<Item = &'static Syllable> + 'a {
        let key = self.words.get(self.index).map_or("", |word| word.key.as_str());
        let near = move |syllable: &&Syllable| (self.relation)(key, &syllable.key);
        self.before_next().iter().chain(self.after_previous()).filter(near)
    }

    fn before_next(self) -> &'static [Syllable] {
        let is_free = self.takes_paired || !self.words.opens_pair(self.index + 1);
        let next = self.words.after(self.index).filter(|next| is_free && self.speaks(next));
        next.map_or(&[], |next| PAIRS.before(&next.key))
    }

    fn after_previous(self) -> &'static [Syllable] {
        let Some(before) = self.index.checked_sub(1) else { return &[] };
        let is_free = self.takes_paired || !self.words.closes_pair(before);
        let previous = self.words.before(self.index).filter(|word| is_free && self.speaks(word));
        previous.map_or(&[], |previous| PAIRS.after(&previous.key))
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
    small.char_indices().skip(1).find_map(|(place, _)| {
        let (head, tail) = small.split_at_checked(place)?;
        if !is_possible(head) {
            return None;
        }
        let is_word = PAIRS.knows(head, tail) || PAIRS.knows(tail, next);
        let whole = PAIRS.before(next).iter().find(|whole| lost_its_initial(tail, &whole.key));
        let tail = if is_word { tail } else { whole?.spelled };
        Some(format!("{head} {tail}"))
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

/// Whether the word is a loan written without hyphens: `ôxy`, `axít`, `vắcxin`.
///
/// Its syllables are possible, all but the first begin with a consonant, and it has no tone but the
/// one that a stop asks for.
fn is_loan(word: &str) -> bool {
    word.char_indices().skip(1).any(|(place, letter)| {
        let Some((head, tail)) = word.split_at_checked(place) else { return false };
        !is_vowel(split_tone(letter).0) && is_toneless(head) && (is_toneless(tail) || is_loan(tail))
    })
}

/// Whether the word is a possible syllable without a tone, or with the one that a stop asks for.
fn is_toneless(word: &str) -> bool {
    let has_tone = word.chars().map(|letter| split_tone(letter).1).any(|tone| tone != Tone::Level);
    let stops = word.ends_with(['c', 'p', 't'])
        && word.chars().any(|letter| split_tone(letter).1 == Tone::Acute);
    is_possible(word) && (!has_tone || stops)
}
