//! How much of a text is Vietnamese.

use std::borrow::Cow;
use std::iter::Sum;

use unicode_normalization::UnicodeNormalization;

use crate::latin::{in_small, is_alphabetic, is_composed};
use crate::syllable;

/// Of a hundred words of sound text at least so many are possible syllables. Measured on the seed:
/// 99 as it is, 95 after a converter that ran over Unicode, and no more than 51 in any old encoding.
pub(super) const SOUND: usize = 80;

/// Words below which nothing is said. Measured on random pieces of the texts under `fixtures/`: of
/// 8 words up to one in a hundred is taken for another encoding than it is in, of 12 none of 1,000;
/// of 18,000 pieces in other
/// languages none is decoded at any length.
pub(super) const ENOUGH: usize = 12;

/// How many words of a text are syllables that Vietnamese spelling can form.
///
/// A word here is two letters or more; words in capitals are left out, because most of them are
/// abbreviations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// The words that are possible syllables.
    pub possible: usize,
    /// All words.
    pub words: usize,
}

impl Share {
    /// Whether it is that of a text that is Vietnamese as it is, or says too little.
    #[must_use]
    pub const fn is_sound(self) -> bool {
        self.words < ENOUGH || self.reaches(SOUND)
    }

    /// Whether at least so many words in a hundred are possible.
    pub(super) const fn reaches(self, hundredths: usize) -> bool {
        self.possible.saturating_mul(100) >= self.words.saturating_mul(hundredths)
    }

    /// Whether it is larger than another by so many words in a hundred.
    pub(super) const fn exceeds(self, other: Self, hundredths: usize) -> bool {
        let own = self.possible.saturating_mul(100).saturating_mul(other.words);
        let least = other.possible.saturating_mul(100).saturating_mul(self.words);
        let margin = hundredths.saturating_mul(self.words).saturating_mul(other.words);
        own >= least.saturating_add(margin)
    }
}

fn composed(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_composed) { Cow::Borrowed(text) } else { text.nfc().collect() }
}

impl Sum for Share {
    fn sum<I: Iterator<Item = Self>>(shares: I) -> Self {
        shares.fold(Self::default(), |sum, share| Self {
            possible: sum.possible + share.possible,
            words: sum.words + share.words,
        })
    }
}

/// Counts the words of a text.
#[must_use]
pub fn share(text: &str) -> Share {
    let mut share = Share::default();
    for word in composed(text).split(|letter| !is_alphabetic(letter)) {
        if word.chars().nth(1).is_some() && word.chars().any(char::is_lowercase) {
            share.words += 1;
            share.possible += usize::from(syllable::is_possible(&in_small(word)));
        }
    }
    share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, possible: usize, words: usize) {
        assert_eq!(share(text), Share { possible, words }, "{text}");
    }

    #[test]
    fn words_are_counted() {
        check("Ủy ban nhân dân quận 1", 5, 5);
        check("UBND, TP. HCM: 3/4", 0, 0);
        check("nh©n d©n quËn", 0, 2);
        check("Quy\u{302}\u{301}t tie\u{302}\u{301}n", 1, 2);
    }
}
