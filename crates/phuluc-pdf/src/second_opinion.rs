//! The second opinion: where two engines read different words.
//!
//! The words of a page are compared without their order and place, so that an engine that only places
//! them differently does not disagree.

use std::collections::BTreeMap;

use phuluc_model::{Code, Diagnostic, Place, Variant};
use unicode_normalization::UnicodeNormalization;

use phuluc_page::error::Error;
use phuluc_page::options::Engine;
use phuluc_page::page::Page;

/// Words of each engine that a message names; it gives the number of the others.
const NAMED: usize = 8;

/// Letters of a word that a message shows, so that it stays short.
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

/// The message if there is no second opinion.
pub(crate) fn missing(engine: Engine, error: &Error) -> Diagnostic {
    let reason = match error {
        Error::Engine { reason, .. } => reason.clone(),
        error => error.to_string(),
    };
    let message = Diagnostic::new(Code::SecondOpinionMissing);
    message.with("engine", engine.name()).with("reason", reason)
}

fn difference(number: u32, first: EnginePages<'_>, second: EnginePages<'_>) -> Option<Diagnostic> {
    let (ours, theirs) = (words(first.1, number), words(second.1, number));
    let (only_ours, only_theirs) = (beyond(&ours, &theirs), beyond(&theirs, &ours));
    let line = only_ours.first().map_or(1, |(_, line)| *line);
    let message = Diagnostic::new(Code::EnginesDisagree).at(Place::new(number, line));
    let one = |engine: Engine, words: &[&ComparedWord]| {
        let message = message.clone().with("engine", engine.name()).with("words", named(words));
        message.with("more", words.len().saturating_sub(NAMED))
    };
    match (only_ours.as_slice(), only_theirs.as_slice()) {
        ([], []) => None,
        (ours, []) => Some(one(first.0, ours).variant(Variant::One)),
        ([], theirs) => Some(one(second.0, theirs).variant(Variant::One)),
        (ours, theirs) => Some(
            one(first.0, ours)
                .variant(Variant::Both)
                .with("other_engine", second.0.name())
                .with("other_words", named(theirs))
                .with("other_more", theirs.len().saturating_sub(NAMED)),
        ),
    }
}

/// A word in the form that is compared, and its line.
type ComparedWord = (String, u32);

/// The words of a page in reading order; empty if there is no such page.
fn words(pages: &[Page], number: u32) -> Vec<ComparedWord> {
    let words = pages.iter().filter(|page| page.number == number).flat_map(|page| &page.words);
    words.map(|word| (folded(&word.text), word.line)).collect()
}

fn folded(text: &str) -> String {
    text.nfc().filter(|letter| !letter.is_whitespace()).collect()
}

/// The words that are more often in the first list than in the other, in order.
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

/// The first of the words.
fn named(words: &[&ComparedWord]) -> String {
    let shown =
        |(word, _): &&ComparedWord| format!("`{}`", word.chars().take(SHOWN).collect::<String>());
    let named: Vec<String> = words.iter().take(NAMED).map(shown).collect();
    named.join(" ")
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
                "warning[engines_disagree-both]: page 2, line 1: engine «hayro», words «`a`», more 0, other_engine «pdf-extract», other_words «`c`», other_more 0",
            ],
        );
    }

    #[test]
    fn many_words_are_counted() {
        check(
            &[page(1, &["a b c d e f g h i j"])],
            &[],
            &[
                "warning[engines_disagree-one]: page 1, line 1: engine «hayro», words «`a` `b` `c` `d` `e` `f` `g` `h`», more 2",
            ],
        );
    }

    #[test]
    fn a_missing_opinion_gives_its_reason() {
        let error = Error::Engine { engine: Engine::PdfExtract, reason: "it fell".to_owned() };
        let message = missing(Engine::PdfExtract, &error).to_string();
        let expected = "warning[second_opinion_missing]: engine «pdf-extract», reason «it fell»";
        assert_eq!(message, expected);
    }
}
