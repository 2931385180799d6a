//! Highlights doubted words in a text.

use std::io::{self, Write};

use super::escape::Escaped;

/// The words to highlight, sorted.
pub(super) struct DoubtedWords<'a> {
    words: Vec<&'a str>,
    /// For each word, the longest other word that is its prefix.
    within: Vec<Option<usize>>,
}

impl<'a> DoubtedWords<'a> {
    pub(super) fn new(doubted: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words: Vec<&str> = doubted.into_iter().filter(|word| !word.is_empty()).collect();
        words.sort_unstable();
        words.dedup();
        let mut open: Vec<usize> = Vec::new();
        let mut within = Vec::with_capacity(words.len());
        for (index, word) in words.iter().enumerate() {
            let begins =
                |other: &usize| words.get(*other).is_some_and(|other| word.starts_with(other));
            while open.last().is_some_and(|other| !begins(other)) {
                open.pop();
            }
            within.push(open.last().copied());
            open.push(index);
        }
        Self { words, within }
    }

    /// Writes text with the words highlighted; of words that begin at one place the longest.
    pub(super) fn write(&self, text: &str, out: &mut dyn Write) -> io::Result<()> {
        let mut written = 0;
        for (at, _) in text.char_indices().filter(|_| !self.words.is_empty()) {
            let rest = text.get(at..).unwrap_or_default();
            let Some(word) = self.longest(rest).filter(|_| at >= written) else { continue };
            let before = text.get(written..at).unwrap_or_default();
            write!(out, "{}<span class=\"found\">{}</span>", Escaped(before), Escaped(word))?;
            written = at + word.len();
        }
        write!(out, "{}", Escaped(text.get(written..).unwrap_or_default()))
    }

    /// The longest word that is a prefix of the text.
    ///
    /// A prefix sorts before the text, and it is also a prefix of every word that sorts between the two.
    fn longest(&self, text: &str) -> Option<&'a str> {
        let mut at = self.words.partition_point(|word| *word <= text).checked_sub(1);
        while let Some(word) = at.and_then(|at| self.words.get(at)) {
            if text.starts_with(word) {
                return Some(word);
            }
            at = at.and_then(|at| self.within.get(at).copied().flatten());
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, doubted: &[&str], expected: &str) {
        let mut out = Vec::new();
        DoubtedWords::new(doubted.iter().copied()).write(text, &mut out).unwrap();
        let open = "<span class=\"found\">";
        let written = String::from_utf8(out).unwrap();
        assert_eq!(written.replace(open, "[").replace("</span>", "]"), expected);
    }

    #[test]
    fn doubted_words_are_highlighted_and_escaped() {
        check("a <b> trục", &["trục", "", "<b>"], "a [&lt;b&gt;] [trục]");
        check("không có gì", &[], "không có gì");
    }

    #[test]
    fn the_longest_of_those_that_begin_first_is_highlighted() {
        check("abcabd", &["ab", "abc", "b", "abz"], "[abc][ab]d");
        check("xabab", &["ab", "abax", "xa"], "[xa]b[ab]");
        check("aaab", &["a", "aaaa", "aab", "aa"], "[aa][a]b");
    }
}
