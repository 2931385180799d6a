//! A word with the letters that it seems to have: without letters of other alphabets, its marks in
//! order.

use ecow::EcoString;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use phuluc_language::latin::is_composed;

/// Letters of other Latin alphabets that stand for Vietnamese ones in Word files and scans.
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
    pub(super) text: EcoString,
    pub(super) strangers: Vec<Stranger>,
    pub(super) is_disordered: bool,
}

/// A letter that is not what it looks like.
#[derive(PartialEq, Eq)]
pub(super) struct Stranger {
    /// One character, or `D` with a stroke laid over it.
    pub(super) letter: String,
    pub(super) meant: char,
}

impl Repair {
    pub(super) fn of(word: &str) -> Self {
        if word.chars().all(|letter| is_composed(letter) && stand_in(letter).is_none()) {
            return Self { text: word.into(), strangers: Vec::new(), is_disordered: false };
        }
        let (replaced, strangers) = replaced(word);
        let composed: String = replaced.nfc().collect();
        let text = ordered(&composed);
        Self { strangers, is_disordered: text != composed, text: text.into() }
    }
}

/// The word without letters of other alphabets, where it is not wholly of another, and those letters.
fn replaced(word: &str) -> (String, Vec<Stranger>) {
    // `т` has no Latin twin, so a word of Russian keeps a letter that is none.
    let is_latin = word.nfd().any(|char| char.is_ascii_alphabetic());
    let mut replaced = String::with_capacity(word.len());
    let mut strangers = Vec::new();
    for char in word.chars() {
        let struck = replaced.chars().last().filter(|_| char == STROKE).and_then(stroked);
        let twin = stand_in(char).or_else(|| latin(char).filter(|_| is_latin));
        let mut letter = String::from(char);
        if let Some((bare, _)) = struck {
            replaced.pop();
            letter.insert(0, bare);
        }
        let meant = struck.map(|(_, meant)| meant).or(twin);
        replaced.push(meant.unwrap_or(char));
        strangers.extend(meant.map(|meant| Stranger { letter, meant }));
    }
    (replaced, strangers)
}

/// The letter, and what it looks like with a stroke laid over it.
const fn stroked(letter: char) -> Option<(char, char)> {
    match letter {
        'D' => Some((letter, 'Đ')),
        'd' => Some((letter, 'đ')),
        _ => None,
    }
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
