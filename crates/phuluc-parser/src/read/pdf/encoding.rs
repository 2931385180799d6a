//! Pages in an old encoding.
//!
//! The name of a font tells its encoding. Where no name does, the words of a page decide: whether
//! they are syllables as they are, or only when decoded.

use phuluc_meaning::encoding::{Encoding, Font, Verdict, share, verdict};
use phuluc_model::{Code, Diagnostic, Place};

use super::canvas::Canvas;
use super::old_font::Fonts;
use crate::error::page_list;
use crate::layout::{Page, PlacedWord, compose};

/// What was found on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    /// The encoding from which the page was decoded; `None` if it was left as it is.
    encoding: Option<Encoding>,
    /// The first line that shows it.
    place: Place,
    /// Words of that line before it was decoded.
    found: String,
}

/// The page that a canvas shows, decoded where that is beyond doubt.
pub(super) fn page(canvas: Canvas) -> (Page, Option<Finding>) {
    let (canvas, by_name) = by_name(canvas);
    let (page, by_words) = by_words(canvas);
    (page, by_name.or(by_words))
}

/// Decodes the letters of fonts with a name.
fn by_name(canvas: Canvas) -> (Canvas, Option<Finding>) {
    let fonts = Fonts::named(&canvas);
    let Some(Font { encoding, .. }) = fonts.first() else { return (canvas, None) };
    let decoded = fonts.decoded(&canvas);
    let (before, after) = (compose(canvas.clone()), compose(decoded.clone()));
    // A file may say the right letters of such a font; then decoding spoils them.
    if share(&text(&before)).possible > share(&text(&after)).possible {
        return (canvas, None);
    }
    let finding = changed(&before, &after).map(|word| finding(&before, word, Some(encoding)));
    (decoded, finding)
}

/// Decodes a page that is Vietnamese in one encoding only.
fn by_words(canvas: Canvas) -> (Page, Option<Finding>) {
    let page = compose(canvas.clone());
    let decoded = |encoding| {
        let font = Font { encoding, capitals: false };
        compose(Fonts::all(&canvas, font).decoded(&canvas))
    };
    match verdict(&text(&page), |encoding| text(&decoded(encoding))) {
        Verdict::Sound => (page, None),
        Verdict::Old(encoding) => {
            let after = decoded(encoding);
            let word = changed(&page, &after).unwrap_or(0);
            (after, Some(finding(&page, word, Some(encoding))))
        }
        Verdict::Doubtful => {
            let odd = page.words.iter().position(|word| !word.text.is_ascii());
            let finding = finding(&page, odd.unwrap_or(0), None);
            (page, Some(finding))
        }
    }
}

/// The words of a page, line by line.
fn text(page: &Page) -> String {
    let lines = page.words.chunk_by(|a, b| a.line == b.line);
    let line = |words: &[_]| words.iter().map(word).collect::<Vec<_>>().join(" ");
    lines.map(line).collect::<Vec<_>>().join("\n")
}

fn word(word: &PlacedWord) -> &str {
    &word.text
}

/// The first word that decoding changed.
fn changed(before: &Page, after: &Page) -> Option<usize> {
    let mut pairs = before.words.iter().zip(&after.words);
    pairs.position(|(before, after)| before.text != after.text)
}

/// Words that a finding shows.
const SHOWN: usize = 6;

fn finding(page: &Page, index: usize, encoding: Option<Encoding>) -> Finding {
    let line = page.words.get(index).map_or(1, |word| word.line);
    let words = page.words.iter().skip(index).take_while(|word| word.line == line);
    let found = words.take(SHOWN).map(word).collect::<Vec<_>>().join(" ");
    Finding { encoding, place: Place::new(page.number, line), found }
}

/// One diagnostic for each run of pages that are alike.
pub(super) fn diagnostics(findings: &[Finding]) -> Vec<Diagnostic> {
    let alike = |a: &Finding, b: &Finding| {
        a.encoding == b.encoding && a.place.page.checked_add(1) == Some(b.place.page)
    };
    findings.chunk_by(alike).filter_map(diagnostic).collect()
}

fn diagnostic(run: &[Finding]) -> Option<Diagnostic> {
    let first = run.first()?;
    let pages: Vec<u32> = run.iter().map(|finding| finding.place.page).collect();
    let pages = page_list(&pages);
    let (code, message) = match first.encoding {
        Some(encoding) => {
            let name = encoding.name();
            let message =
                format!("text on {pages} was in an old encoding, {name}, and was decoded");
            (Code::EncodingDecoded, message)
        }
        None => {
            let message = format!(
                "text on {pages} may be in an old encoding and was left as it is; export it with fonts in Unicode"
            );
            (Code::EncodingSuspected, message)
        }
    };
    Some(Diagnostic::new(code, message).at(first.place).found(&first.found))
}
