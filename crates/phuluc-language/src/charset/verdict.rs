//! Whether a text is in an old encoding.

use super::encoding::{Encoding, is_unicode};
use super::share::{ENOUGH, SOUND, Share, share};

/// Of a hundred words that were decoded rightly at least so many are possible syllables. Measured on
/// the seed: 99, and 96 where a tool dropped the soft hyphens that are the `ư` of TCVN3.
const RIGHT: usize = 90;

/// Decoding rightly makes at least so many more of a hundred words possible. Measured on the seed:
/// 48 in VISCII, which shares many letters with Latin-1, and more in the others.
const GAIN: usize = 25;

/// Of a hundred words of Vietnamese at least so many have a letter beyond ASCII, in any encoding.
/// Measured on the texts under `fixtures/`: 83 and more. French has about 20, English hardly any.
const MARKED: usize = 60;

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing speaks against it as it is.
    Sound,
    /// It is in this encoding.
    Old(Encoding),
    /// It is no Vietnamese as it is, and no encoding makes it so beyond doubt.
    Doubtful,
}

/// Judges a text as a tool showed it. `decode` gives it as an encoding would have it.
///
/// A text with a letter that no byte shows is never in an old encoding as a whole.
pub fn verdict(shown: &str, mut decode: impl FnMut(Encoding) -> String) -> Verdict {
    if shown.is_ascii() && !shown.chars().any(is_viscii_control) {
        return Verdict::Sound;
    }
    let before = share(shown);
    if before.words >= ENOUGH && before.reaches(SOUND) {
        return Verdict::Sound;
    }
    if !is_unicode(shown) {
        let right = |encoding: &Encoding| is_right(before, share(&decode(*encoding)));
        let mut right = Encoding::ALL.into_iter().filter(right);
        // Two that make sense are no evidence for either.
        if let (Some(encoding), None) = (right.next(), right.next()) {
            return Verdict::Old(encoding);
        }
    }
    if is_doubtful(shown) { Verdict::Doubtful } else { Verdict::Sound }
}

fn is_right(before: Share, after: Share) -> bool {
    after.words >= ENOUGH
        && !before.reaches(SOUND)
        && after.reaches(RIGHT)
        && after.exceeds(before, GAIN)
}

/// Whether a text has as many marks as Vietnamese and is no Vietnamese as it is.
#[must_use]
pub fn is_doubtful(shown: &str) -> bool {
    if share(shown).is_sound() {
        return false;
    }
    let words = shown.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic));
    let (marked, all) =
        words.fold((0, 0), |(marked, all), word| (marked + usize::from(!word.is_ascii()), all + 1));
    Share { possible: marked, words: all }.reaches(MARKED)
}

/// A control character that is a capital in VISCII.
#[must_use]
pub const fn is_viscii_control(shown: char) -> bool {
    matches!(shown, '\u{2}' | '\u{5}' | '\u{6}' | '\u{14}' | '\u{19}' | '\u{1E}')
}
