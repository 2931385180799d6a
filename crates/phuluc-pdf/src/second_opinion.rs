//! The second opinion: where two engines read different words.
//!
//! The words of a page are compared without their order and their places, so that an engine that
//! draws them elsewhere is not an engine that reads something else.

use std::collections::BTreeMap;

use phuluc_model::{Code, Diagnostic, Place};
use unicode_normalization::UnicodeNormalization;

use phuluc_page::error::Error;
use phuluc_page::options::Engine;
use phuluc_page::page::Page;

/// Words that a message names of each engine; it counts the rest.
const NAMED: usize = 8;

/// Letters of a word that a message shows.
const SHOWN: usize = 40;

/// What one engine read.
type EnginePages<'a> = (Engine, &'a [Page]);

/// One diagnostic for each page on which the engines read different words.
pub(crate) fn differences(first: EnginePages<'_>, second: EnginePages<'_>) -> Vec<Diagnostic> {
    let mut numbers: Vec<u32> =
        [first.1, second.1].concat().iter().map(|page| page.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().filter_map(|number| difference(number, first, second)).collect()
}

/// What is said where there is no second opinion.
pub(crate) fn missing(engine: Engine, error: &Error) -> Diagnostic {
    let reason = match error {
        Error::Engine { reason, .. } => reason.clone(),
        error => error.to_string(),
    };
    let message = format!("there is no second opinion from {}: {reason}", engine.name());
    Diagnostic::new(Code::SecondOpinionMissing, message)
}

fn difference(number: u32, first: EnginePages<'_>, second: EnginePages<'_>) -> Option<Diagnostic> {
    let (ours, theirs) = (words(first.1, number), words(second.1, number));
    let (only_ours, only_theirs) = (beyond(&ours, &theirs), beyond(&theirs, &ours));
    let said = [(first.0, &only_ours), (second.0, &only_theirs)];
    let said: Vec<String> =
        said.iter().filter_map(|(engine, words)| sentence(*engine, words)).collect();
    let line = only_ours.first().map_or(1, |(_, line)| *line);
    let message = format!("the engines read different words: {}", said.join("; "));
    let place = Place::new(number, line);
    (!said.is_empty()).then(|| Diagnostic::new(Code::EnginesDisagree, message).at(place))
}

/// A word as it is compared, and its line.
type ComparedWord = (String, u32);

/// The words of a page in reading order; none where there is no such page.
fn words(pages: &[Page], number: u32) -> Vec<ComparedWord> {
    let words = pages.iter().filter(|page| page.number == number).flat_map(|page| &page.words);
    words.map(|word| (folded(&word.text), word.line)).collect()
}

fn folded(text: &str) -> String {
    text.nfc().filter(|letter| !letter.is_whitespace()).collect()
}

/// The words of a list that the other list has less often, in order.
fn beyond<'a>(words: &'a [ComparedWord], others: &[ComparedWord]) -> Vec<&'a ComparedWord> {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for (word, _) in others {
        *left.entry(word).or_default() += 1;
    }
    let mut is_beyond = |word: &str| match left.get_mut(word) {
        Some(count @ 1..) => {
            *count -= 1;
            false
        }
        _ => true,
    };
    words.iter().filter(|(word, _)| is_beyond(word)).collect()
}

fn sentence(engine: Engine, words: &[&ComparedWord]) -> Option<String> {
    let shown =
        |(word, _): &&ComparedWord| format!("`{}`", word.chars().take(SHOWN).collect::<String>());
    let named: Vec<String> = words.iter().take(NAMED).map(shown).collect();
    let rest = words.len().saturating_sub(NAMED);
    let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    let sentence = || format!("only {} reads {}{more}", engine.name(), named.join(" "));
    (!words.is_empty()).then(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_page::canvas::{Canvas, Glyph, Point};
    use phuluc_page::page::Composer;

    /// A page with a line for each text.
    fn page(number: u32, lines: &[&str]) -> Page {
        let mut glyphs = Vec::new();
        let mut y = 20.0;
        for line in lines {
            let mut x = 20.0;
            for letter in line.chars() {
                glyphs.push(Glyph {
                    text: Some(letter),
                    origin: Point { x, y },
                    advance: 5.0,
                    size: 10.0,
                    direction: Point { x: 1.0, y: 0.0 },
                    first: false,
                    font: 0,
                    code: None,
                });
                x += 5.0;
            }
            y += 20.0;
        }
        Composer::default().page(&Canvas { number, glyphs, ..Canvas::default() })
    }

    #[track_caller]
    fn check(first: &[Page], second: &[Page], expected: &[&str]) {
        let found = differences((Engine::Hayro, first), (Engine::PdfExtract, second));
        let found: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_same_words_in_another_order_agree() {
        check(&[page(1, &["a b", "c"])], &[page(1, &["c a", "b"])], &[]);
    }

    #[test]
    fn words_of_one_engine_are_named_with_their_page_and_line() {
        check(
            &[page(1, &["a"]), page(2, &["a a", "b"])],
            &[page(1, &["a"]), page(2, &["a b", "c"])],
            &[
                "warning[engines_disagree]: page 2, line 1: the engines read different words: only hayro reads `a`; only pdf-extract reads `c`",
            ],
        );
    }

    #[test]
    fn many_words_are_counted() {
        check(
            &[page(1, &["a b c d e f g h i j"])],
            &[],
            &[
                "warning[engines_disagree]: page 1, line 1: the engines read different words: only hayro reads `a` `b` `c` `d` `e` `f` `g` `h` and 2 more",
            ],
        );
    }

    #[test]
    fn a_missing_opinion_gives_its_reason() {
        let error = Error::Engine { engine: Engine::PdfExtract, reason: "it fell".to_owned() };
        let said = missing(Engine::PdfExtract, &error).message;
        assert_eq!(said, "there is no second opinion from pdf-extract: it fell");
    }
}
