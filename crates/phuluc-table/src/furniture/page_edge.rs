//! Running heads and page numbers at the edges of placed pages.
//!
//! A running head is a line at the top or foot of a page that the page before or after has at the
//! same height; its figures may differ.

use std::collections::BTreeMap;

use phuluc_model::Remainder;

use crate::header::number_label::is_number_label;
use phuluc_language::fold::plain;
use phuluc_page::page::Page;
use phuluc_page::placed_word::PlacedWord;

/// This many lines at each end of a page may be furniture.
const LINES: usize = 3;

/// Tolerance in points for the heights of one running head on two pages.
const SAME_HEIGHT: f32 = 6.0;

/// The lines of a header are at most this many font sizes from its number label.
const HEADER: f32 = 3.0;

/// The furniture of a page by line number.
pub(crate) type Furniture = BTreeMap<u32, Remainder>;

/// The furniture of a page, from its edges and those of the page before and after it. A line of
/// `header`, which the open table repeats, is not furniture: a label of many lines is above the
/// others.
pub(crate) fn furniture(
    own: &[Edge],
    above: &[Edge],
    below: &[Edge],
    header: &[String],
) -> Furniture {
    let reasons = own.iter().filter(|edge| !edge.is_of(header)).filter_map(|edge| {
        let twin = above.iter().chain(below).find(|other| edge.is_like(other));
        Some((edge.line, edge.reason(twin)?))
    });
    reasons.collect()
}

/// A line at the top or foot of a page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Edge {
    page: u32,
    line: u32,
    /// Its distance from the edge of the page in points, negative at the foot.
    height: f32,
    /// Its text without figures.
    text: String,
    /// The figures in it.
    figures: Vec<u32>,
    /// Whether gaps separate it from the lines around it, and it is not in a header.
    apart: bool,
    /// Whether it is the first or last line of its page.
    outermost: bool,
}

/// The lines of a page that may be furniture.
pub(crate) fn edges(page: &Page) -> Vec<Edge> {
    let lines: Vec<&[PlacedWord]> = page.words.chunk_by(|a, b| a.line == b.line).collect();
    let count = lines.len();
    let is_edge = |index: &usize| *index < LINES || *index + LINES >= count;
    (0..count).filter(is_edge).filter_map(|index| edge(page, &lines, index)).collect()
}

fn edge(page: &Page, lines: &[&[PlacedWord]], index: usize) -> Option<Edge> {
    let line = *lines.get(index)?;
    let first = line.first()?;
    let at = |index: usize| lines.get(index).and_then(|line| line.first()).map(|w| w.baseline);
    let above = index.checked_sub(1).and_then(at);
    let below = at(index + 1);
    let white = 1.8 * first.size;
    let apart = above.is_none_or(|above| first.baseline - above > white)
        && below.is_none_or(|below| below - first.baseline > white);
    let foot = first.baseline > page.height / 2.0;
    let text: Vec<String> = line.iter().map(|word| plain(&word.text)).collect();
    let text = text.join(" ");
    Some(Edge {
        page: page.number,
        line: first.line,
        height: if foot { first.baseline - page.height } else { first.baseline },
        figures: figures(&text),
        text: text.chars().filter(|c| !c.is_ascii_digit()).collect(),
        apart: apart && !is_in_header(lines, index),
        outermost: above.is_none() || below.is_none(),
    })
}

/// Whether a line is so near to a number label that it is in a header.
fn is_in_header(lines: &[&[PlacedWord]], index: usize) -> bool {
    let Some(own) = lines.get(index).and_then(|line| line.first()) else { return false };
    let names = |line: &&&[PlacedWord]| line.iter().any(|word| is_number_label(&plain(&word.text)));
    let near = lines.iter().skip(index.saturating_sub(LINES)).take(2 * LINES);
    let mut labels = near.filter(names).filter_map(|line| line.first());
    labels.any(|label| (label.baseline - own.baseline).abs() < HEADER * own.size)
}

fn figures(text: &str) -> Vec<u32> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.filter_map(|run| run.parse().ok()).collect()
}

impl Edge {
    /// Whether all of its words are words of a header.
    fn is_of(&self, header: &[String]) -> bool {
        self.figures.is_empty() && self.text.split(' ').all(|word| header.iter().any(|h| h == word))
    }

    /// Whether the other line is the same, with equal figures or figures that count the pages.
    fn is_like(&self, other: &Self) -> bool {
        let step = i64::from(other.page) - i64::from(self.page);
        let counts = |(own, other): (&u32, &u32)| {
            let moved = i64::from(*other) - i64::from(*own);
            moved == 0 || moved == step
        };
        self.text == other.text
            && (self.height - other.height).abs() < SAME_HEIGHT
            && self.figures.len() == other.figures.len()
            && self.figures.iter().zip(&other.figures).all(counts)
    }

    /// What the line is, given the line like it on the page before or after.
    fn reason(&self, twin: Option<&Self>) -> Option<Remainder> {
        let counts = twin.is_some_and(|twin| twin.figures != self.figures);
        let letters = self.text.contains(char::is_alphabetic);
        if !letters || matches!(self.text.trim(), "trang" | "trang /" | "page") {
            let own = self.figures.first() == Some(&self.page) && self.figures.len() <= 2;
            let numbered = !self.figures.is_empty() && (counts || (own && self.outermost));
            return numbered.then_some(Remainder::PageNumber);
        }
        let constant = twin.is_some() && self.apart;
        (counts || constant).then_some(Remainder::RunningHead)
    }
}
