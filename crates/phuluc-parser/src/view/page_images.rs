//! The pages of a view: pictures of a PDF, lines of a text.

use std::collections::{BTreeMap, BTreeSet};

use phuluc_model::view::{Blank, Face, Line, Mark, Page};

use crate::view::words::TextSource;
use phuluc_page::deadline::Deadline;
use phuluc_page::line::Word;
use phuluc_page::options::Options;
use phuluc_page::upright::Way;
use phuluc_table::found_tables::FoundTables;

/// A page of a PDF as it was read: what is needed to draw it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PageShape {
    number: u32,
    width: f32,
    height: f32,
    #[cfg_attr(not(feature = "pictures"), expect(dead_code, reason = "only pictures are turned"))]
    way: Way,
}

impl PageShape {
    pub(crate) const fn from_page(page: &phuluc_page::page::Page) -> Self {
        let phuluc_page::page::Page { number, width, height, way, .. } = *page;
        Self { number, width, height, way }
    }
}

/// The pages of a PDF; those with marks are drawn first.
pub(crate) fn drawn(
    bytes: &[u8],
    options: &Options,
    deadline: &Deadline<'_>,
    shapes: &[PageShape],
    marks: &[Mark],
) -> Vec<Page> {
    let marked: BTreeSet<u32> = marks.iter().map(|mark| mark.page).collect();
    let (mut order, others): (Vec<PageShape>, Vec<PageShape>) =
        shapes.iter().partition(|shape| marked.contains(&shape.number));
    order.extend(others);
    let pictures = pictures(bytes, options, deadline, &order);
    let mut pages: Vec<Page> = order.iter().zip(pictures).map(page).collect();
    pages.sort_by_key(|page| page.number);
    pages
}

fn page((shape, picture): (&PageShape, Result<String, Blank>)) -> Page {
    let PageShape { number, width, height, .. } = *shape;
    Page { number, width, height, face: picture.map_or_else(Face::Blank, Face::Svg) }
}

#[cfg(feature = "pictures")]
fn pictures(
    bytes: &[u8],
    options: &Options,
    deadline: &Deadline<'_>,
    shapes: &[PageShape],
) -> Vec<Result<String, Blank>> {
    use phuluc_pdf::page_images::{Wanted, pictures};
    let wanted = |shape: &PageShape| Wanted { number: shape.number, way: shape.way };
    let wanted: Vec<Wanted> = shapes.iter().map(wanted).collect();
    pictures(bytes, options, deadline, &wanted)
}

#[cfg(not(feature = "pictures"))]
fn pictures(
    _: &[u8],
    _: &Options,
    _: &Deadline<'_>,
    shapes: &[PageShape],
) -> Vec<Result<String, Blank>> {
    vec![Err(Blank::Unable); shapes.len()]
}

/// The pages of a text with the first line of each that has a word. Every word is in a table or in
/// a line outside, so no page is missed.
pub(crate) fn starts(found: &FoundTables) -> Vec<(u32, u32)> {
    let left = found.left.iter().flat_map(|(_, line)| &line.words);
    let mut starts = BTreeMap::new();
    let mut add = |word: &Word| {
        let first = starts.entry(word.place.page).or_insert(word.place.line);
        *first = word.place.line.min(*first);
    };
    left.for_each(&mut add);
    for table in &found.tables {
        let lines = table.heading.iter().chain(&table.letterhead);
        lines.flat_map(|line| &line.words).for_each(&mut add);
        table.labels.iter().flat_map(|label| &label.words).for_each(&mut add);
        for row in &table.rows {
            row.number.iter().flat_map(|number| &number.words).for_each(&mut add);
            row.cells.iter().flat_map(|cell| &cell.words).for_each(&mut add);
        }
    }
    starts.into_iter().collect()
}

/// The lines of a text by page, up to `limit` bytes; pages after that are blank.
pub(crate) fn lines_by_page(source: TextSource, starts: &[(u32, u32)], limit: usize) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    let mut starts = starts.iter().skip(1).peekable();
    let mut open = Vec::new();
    let mut left = Some(limit);
    let mut number = 1;
    for line in source.lines {
        while let Some((next, _)) = starts.next_if(|(_, first)| *first <= line.number) {
            pages.push(text_page(number, std::mem::take(&mut open), &mut left, limit));
            number = *next;
        }
        open.push(line);
    }
    pages.push(text_page(number, open, &mut left, limit));
    pages
}

/// A page of a text, without the empty lines at its foot.
fn text_page(number: u32, mut lines: Vec<Line>, left: &mut Option<usize>, limit: usize) -> Page {
    let used = lines.iter().rposition(|line| !line.text.trim().is_empty());
    lines.truncate(used.map_or(0, |last| last + 1));
    let bytes = lines.iter().map(|line| line.text.len() + 1).sum();
    *left = left.and_then(|left| left.checked_sub(bytes));
    let face = if left.is_some() { Face::Lines(lines) } else { Face::Blank(Blank::Bytes(limit)) };
    Page { number, width: 0.0, height: 0.0, face }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(text: &str, starts: &[(u32, u32)], limit: usize) -> Vec<(u32, usize)> {
        let count = |page: &Page| match &page.face {
            Face::Lines(lines) => (page.number, lines.len()),
            _ => (page.number, 0),
        };
        lines_by_page(TextSource::new(text), starts, limit).iter().map(count).collect()
    }

    #[test]
    fn lines_stand_on_their_pages() {
        let text = "\none\n\n\ntwo\nthree\n";
        assert_eq!(pages(text, &[(1, 2), (2, 5)], 100), [(1, 2), (2, 2)]);
        assert_eq!(pages(text, &[(1, 2)], 100), [(1, 6)]);
    }

    #[test]
    fn pages_beyond_the_limit_are_blank() {
        assert_eq!(pages("one\ntwo\n", &[(1, 1), (2, 2)], 5), [(1, 1), (2, 0)]);
    }
}
