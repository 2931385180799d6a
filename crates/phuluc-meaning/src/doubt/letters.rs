//! Letters that are not what they look like, and marks in the wrong order.

use phuluc_model::Code;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::doubt::Finding;
use crate::doubt::words::Words;

/// Letters of another alphabet that stand for Vietnamese ones in Word files and scans.
const STAND_INS: [(char, char); 6] =
    [('Ð', 'Đ'), ('ð', 'đ'), ('Ɖ', 'Đ'), ('ɖ', 'đ'), ('Ƣ', 'Ư'), ('ƣ', 'ư')];

/// Cyrillic and Greek letters, and the Latin letters that they look like, in the same order.
const LOOKALIKES: [(&str, &str); 2] = [
    ("АВЕІКМНОРСТУХаеорсухіЅѕһԁ", "ABEIKMHOPCTYXaeopcyxiSshd"),
    ("ΑΒΕΗΙΚΜΝΟΡΤΥΧΖονϲ", "ABEHIKMNOPTYXZovc"),
];

/// A short stroke laid over the letter before it: `D` and this look like `Đ`.
const STROKE: char = '\u{335}';

/// Marks that give a vowel its shape: hat, breve, horn.
const SHAPES: [char; 3] = ['\u{302}', '\u{306}', '\u{31B}'];

/// A word with the letters that it seems to have.
pub(super) struct Repair {
    /// The word, composed (NFC).
    pub(super) text: String,
    has_lookalike: bool,
    is_disordered: bool,
}

impl Repair {
    pub(super) fn of(word: &str) -> Self {
        if word.is_ascii() {
            return Self { text: word.to_owned(), has_lookalike: false, is_disordered: false };
        }
        let replaced = replaced(word);
        let composed: String = replaced.nfc().collect();
        let text = ordered(&composed);
        Self { has_lookalike: replaced != word, is_disordered: text != composed, text }
    }
}

/// The word without letters of other alphabets, where it is not wholly of another.
fn replaced(word: &str) -> String {
    // `т` has no Latin twin, so a word of Russian keeps a letter that is none.
    let is_latin = word.nfd().any(|char| char.is_ascii_alphabetic());
    let mut replaced = String::with_capacity(word.len());
    for char in word.chars() {
        let twin = stand_in(char).or_else(|| latin(char).filter(|_| is_latin));
        match (char, replaced.chars().last()) {
            (STROKE, Some('D')) => restroke(&mut replaced, 'Đ'),
            (STROKE, Some('d')) => restroke(&mut replaced, 'đ'),
            _ => replaced.push(twin.unwrap_or(char)),
        }
    }
    replaced
}

fn restroke(word: &mut String, letter: char) {
    word.pop();
    word.push(letter);
}

fn stand_in(char: char) -> Option<char> {
    STAND_INS.iter().find(|(other, _)| *other == char).map(|(_, meant)| *meant)
}

fn latin(char: char) -> Option<char> {
    LOOKALIKES.iter().find_map(|(others, latin)| {
        let place = others.chars().position(|other| other == char)?;
        latin.chars().nth(place)
    })
}

/// The word with the shape of each vowel before its tone, composed.
///
/// NFC leaves `e` U+0301 U+0302 as two characters, because both marks stand above the letter.
fn ordered(word: &str) -> String {
    if !word.chars().any(is_combining_mark) {
        return word.to_owned();
    }
    let mut ordered = String::with_capacity(word.len());
    let mut tones = String::new();
    for char in word.nfd() {
        if is_combining_mark(char) && !SHAPES.contains(&char) {
            tones.push(char);
            continue;
        }
        if !is_combining_mark(char) {
            ordered.push_str(&tones);
            tones.clear();
        }
        ordered.push(char);
    }
    ordered.push_str(&tones);
    ordered.nfc().collect()
}

/// A word whose letters are not what they look like.
pub(super) fn finding(words: &Words, index: usize) -> Option<Finding> {
    let word = words.get(index)?;
    let (code, message) = if word.repair.has_lookalike {
        (Code::LookalikeLetter, format!("«{}» has a letter of another alphabet", word.raw))
    } else if word.repair.is_disordered {
        (
            Code::ToneOrder,
            format!("a mark of tone in «{}» stands before the mark of its vowel", word.raw),
        )
    } else {
        return None;
    };
    Some(Finding {
        code,
        message,
        start: word.start,
        found: word.raw.to_owned(),
        suggestion: Some(word.repair.text.clone()),
    })
}
