//! Words that keep other spelling rules than Vietnamese ones.

use phuluc_language::letter::{Tone, is_vowel, split_tone};
use phuluc_language::syllable::{is_onset, is_possible};

/// What a Vietnamese syllable can have after its last vowel.
const ENDS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

/// Whether the word has vowels and only letters of the Vietnamese alphabet.
pub(super) fn is_vietnamese(word: &str) -> bool {
    let mut shapes = word.chars().map(|letter| split_tone(letter).0);
    let is_letter = |shape: char| shape.is_ascii_lowercase() && !"fjwz".contains(shape);
    shapes.clone().any(is_vowel)
        && shapes.all(|shape| is_letter(shape) || is_vowel(shape) || shape == 'đ')
}

/// The stops, and the nasals after the same vowels: `-ac` is a rhyme because `-ang` is one. Loans
/// leave the tone of a stop out: `cácbonat`.
const NASALS: [(&str, &str); 4] = [("ch", "nh"), ("c", "ng"), ("p", "m"), ("t", "n")];

/// Whether the word begins and ends with consonants that Vietnamese syllables begin and end with,
/// so that it is not a name from another language of the country: `Đắk`, `Krông`, `Srêpốk`,
/// `Hmông`.
pub(super) fn is_framed(word: &str) -> bool {
    let letters: String = word.chars().map(|letter| split_tone(letter).0).collect();
    let onset: String = letters.chars().take_while(|shape| !is_vowel(*shape)).collect();
    let end = letters.trim_start_matches(|shape| !is_vowel(shape)).rsplit(is_vowel).next();
    is_onset(&onset) && end.is_some_and(|end| ENDS.contains(&end))
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

/// Whether the word is a syllable without a tone, but perhaps the acute that a stop asks for.
fn is_toneless(word: &str) -> bool {
    let is_acute = word.chars().any(|letter| split_tone(letter).1 == Tone::Acute);
    match NASALS.iter().find_map(|(stop, nasal)| Some((word.strip_suffix(stop)?, nasal))) {
        Some((head, nasal)) if !is_acute => is_level(&format!("{head}{nasal}")),
        Some(_) => is_possible(word),
        None => is_level(word),
    }
}

fn is_level(word: &str) -> bool {
    is_possible(word) && word.chars().all(|letter| split_tone(letter).1 == Tone::Level)
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
        check("ôxy axít vắcxin bêtông iốt ôtô cácbonat manhêdit", true);
        check("chihường quyđịnh muu đuợc quyêt nhât tuơng", false);
    }

    #[test]
    fn names_of_places_are_framed_otherwise() {
        for word in ["trién", "nguời", "đươc", "lâp", "phừơng"] {
            assert!(is_framed(word), "{word}");
        }
        for name in ["đắk", "krông", "srêpốk", "hmông"] {
            assert!(!is_framed(name), "{name}");
        }
    }

    #[test]
    fn letters_of_the_alphabet() {
        assert!(is_vietnamese("chihường"));
        assert!(!is_vietnamese("café"));
        assert!(!is_vietnamese("đkt"));
        assert!(!is_vietnamese("tôß"));
    }
}
