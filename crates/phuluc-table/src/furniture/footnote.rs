//! Footnotes: lines at the foot of a page; a figure at the end of a word refers to them.

use std::collections::BTreeSet;

use phuluc_page::line::Line;

/// The lines of a footnote cover the page, so they are longer than those of a cell by this factor.
const LONGER: usize = 2;

/// The index of the first footnote line of a page, if it has one.
///
/// A footnote opens with the figure that ends a word above it (`NQ/TW1` and `1 Nghị quyết …`).
pub(crate) fn start(page: &[Line]) -> Option<usize> {
    let marks: BTreeSet<&str> =
        page.iter().flat_map(|line| &line.words).filter_map(|word| mark(&word.text)).collect();
    if marks.is_empty() {
        return None;
    }
    let usual = usual_length(page);
    page.iter().position(|line| marks.contains(line.first()) && length(line) > LONGER * usual)
}

/// Whether a word may open a footnote: a figure or stars alone.
pub(crate) fn opens_note(word: &str) -> bool {
    let figure = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    figure || word.bytes().all(|byte| byte == b'*')
}

/// The figure at the end of a word.
fn mark(word: &str) -> Option<&str> {
    let word = word.trim_end_matches([',', '.', ';', ')', '”', '"']);
    let body = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let figure = word.get(body.len()..)?;
    let glued = body.chars().next_back().is_some_and(char::is_alphabetic);
    (glued && matches!(figure.len(), 1 | 2)).then_some(figure)
}

fn length(line: &Line) -> usize {
    line.words.iter().map(|word| word.text.chars().count() + 1).sum()
}

fn usual_length(page: &[Line]) -> usize {
    let mut lengths: Vec<usize> = page.iter().map(length).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).copied().unwrap_or(0)
}
