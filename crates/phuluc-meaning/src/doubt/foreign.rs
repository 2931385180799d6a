//! Words that keep other spelling rules than Vietnamese ones.

use crate::letter::{Tone, is_vowel, split_tone};
use crate::syllable::is_possible;

/// Whether the word has vowels and only letters of the Vietnamese alphabet.
pub(super) fn is_vietnamese(word: &str) -> bool {
    let mut shapes = word.chars().map(|letter| split_tone(letter).0);
    let is_letter = |shape: char| shape.is_ascii_lowercase() && !"fjwz".contains(shape);
    shapes.clone().any(is_vowel)
        && shapes.all(|shape| is_letter(shape) || is_vowel(shape) || shape == 'đ')
}

/// Whether the word is a loan written without hyphens: `ôxy`, `axít`, `vắcxin`, `iốt`.
///
/// Its syllables are possible and have no tone but the one that a stop asks for. Each begins with a
/// consonant, but the first and what follows a first of one letter.
pub(super) fn is_loan(word: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: bool) {
        for word in words.split(' ') {
            assert_eq!(is_loan(word), expected, "{word}");
        }
    }

    #[test]
    fn loans_have_the_tones_of_stops_only() {
        check("ôxy axít vắcxin bêtông iốt ôtô", true);
        check("chihường quyđịnh muu đuợc", false);
    }

    #[test]
    fn letters_of_the_alphabet() {
        assert!(is_vietnamese("chihường"));
        assert!(!is_vietnamese("café"));
        assert!(!is_vietnamese("đkt"));
        assert!(!is_vietnamese("tôß"));
    }
}
