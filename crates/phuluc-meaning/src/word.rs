//! Words of more than one syllable.

use crate::doubt::pair::PAIRS;

/// Whether two syllables, given as their [`fold::key`](crate::fold::key)s, are a known word.
#[must_use]
pub fn is_known(left: &str, right: &str) -> bool {
    PAIRS.knows(left, right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_words_of_two_syllables() {
        assert!(is_known("ban", "ngành") && !is_known("ngành", "ban"));
    }
}
