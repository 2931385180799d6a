//! Makes the text of a word from its letters: composed (NFC), with accents in the right order.

use ecow::EcoString;
use phuluc_language::latin::is_composed;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// Whether a letter is an accent on the letter before it.
pub(crate) fn is_mark(letter: char) -> bool {
    !is_composed(letter) && is_combining_mark(letter)
}

/// Whether a character is invisible and separates no words.
pub(crate) const fn is_void(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\0'..='\u{8}' | '\u{E}'..='\u{1F}')
}

/// Whether a word may be the mark of a footnote.
pub(crate) fn is_note_mark(text: &str) -> bool {
    let is_mark = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '*' | '(' | ')'));
    is_mark && text.len() <= 4
}

/// The text of letters and accents, in NFC.
///
/// A tone that was drawn before the circumflex, breve or horn of its letter is put after it, because only
/// this order composes to one letter. A soft hyphen becomes a hyphen, because it was drawn. Ligatures
/// become their letters.
pub(crate) fn spelled(letters: &str) -> EcoString {
    if letters.chars().all(|letter| is_composed(letter) && letter != SOFT_HYPHEN) {
        return letters.into();
    }
    let mut marks: Vec<char> = Vec::new();
    let mut text = String::new();
    let decomposed = letters.chars().flat_map(shown).nfd();
    for letter in decomposed {
        if is_mark(letter) {
            marks.push(letter);
            continue;
        }
        put_marks(&mut text, &mut marks);
        text.push(letter);
    }
    put_marks(&mut text, &mut marks);
    text.nfc().collect()
}

const SOFT_HYPHEN: char = '\u{AD}';

fn put_marks(text: &mut String, marks: &mut Vec<char>) {
    let is_tone = |mark: char| matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}');
    marks.sort_by_key(|mark| (canonical_combining_class(*mark), is_tone(*mark)));
    text.extend(marks.drain(..));
}

fn shown(letter: char) -> impl Iterator<Item = char> {
    let parts: &[char] = match letter {
        SOFT_HYPHEN => &['-'],
        '\u{FB00}' => &['f', 'f'],
        '\u{FB01}' => &['f', 'i'],
        '\u{FB02}' => &['f', 'l'],
        '\u{FB03}' => &['f', 'f', 'i'],
        '\u{FB04}' => &['f', 'f', 'l'],
        _ => &[],
    };
    let whole = parts.is_empty().then_some(letter);
    parts.iter().copied().chain(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(letters: &str, expected: &str) {
        assert_eq!(&*spelled(letters), expected);
    }

    #[test]
    fn letters_are_composed_whatever_the_order_of_their_marks() {
        check("Tie\u{302}\u{301}n", "Tiến");
        check("Tie\u{301}\u{302}n", "Tiến");
        check("vie\u{323}\u{302}c", "việc");
        check("tru\u{31B}\u{301}c", "trức");
        check("tru\u{301}\u{31B}c", "trức");
    }

    #[test]
    fn hyphens_and_ligatures_are_what_they_show() {
        check("KH\u{AD}UBND", "KH-UBND");
        check("of\u{FB01}ce", "office");
    }
}
