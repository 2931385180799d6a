//! The words of a cell as text: lines joined, paragraphs found.

use phuluc_model::Place;

use crate::page_reader::page_table::cell_lines;
use crate::table::Cell;
use phuluc_page::extent::Extent;
use phuluc_page::line::{Gap, Word};
use phuluc_page::placed_word::PlacedWord;

/// A space between words in font sizes, with some tolerance.
const SPACE: f32 = 0.4;

/// Room after a line in font sizes; with more, the writer ended the line, if a capital follows.
const AMPLE: f32 = 1.5;

/// The text of a cell, and how it could continue after the page end.
#[derive(Debug, Clone, Default)]
pub(crate) struct CellText {
    pub(crate) cell: Cell,
    /// The room after its last word in points.
    room: f32,
    /// The length of its first word and of the space before it.
    opening: f32,
}

impl CellText {
    /// A text of words from another cell, without geometry.
    pub(crate) fn from_words(words: Vec<Word>) -> Self {
        Self { cell: Cell { words, ..Cell::default() }, ..Self::default() }
    }

    /// Whether the next text could have begun on the last line of this one.
    pub(crate) fn has_room_for(&self, next: &Self) -> bool {
        self.room > next.opening
    }

    /// Adds the rest of the cell from the next page.
    pub(crate) fn extend(&mut self, mut rest: Self) {
        let count = self.cell.words.len();
        if rest.cell.words.is_empty() {
            return;
        }
        if let (Some(last), Some(first)) = (self.cell.words.last(), rest.cell.words.first_mut()) {
            first.gap = Gap::Page;
            if ends_item(&last.text, &first.text) {
                self.cell.paragraphs.push(count);
            }
        }
        self.cell.words.append(&mut rest.cell.words);
        self.cell.cell_boxes.extend(rest.cell.cell_boxes);
        self.cell.paragraphs.extend(rest.cell.paragraphs.iter().map(|index| index + count));
        self.room = rest.room;
    }
}

/// What ends the lines of a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Breaks {
    /// Mostly the width of its column, in points.
    Wrapped(f32),
    /// The same on a grid of characters, where a text is not as wide as in print.
    Pressed(f32),
    /// The writer.
    Written,
}

/// The text of one cell of a page.
pub(crate) fn text(mut words: Vec<PlacedWord>, page: u32, breaks: Breaks) -> CellText {
    let count = words.len();
    let lines = cell_lines(&mut words);
    let length = |line: &&[PlacedWord]| {
        Extent::around(line.iter().map(|word| word.x)).map_or(0.0, Extent::length)
    };
    let first = lines.first().and_then(|line| line.first());
    let width = match breaks {
        Breaks::Wrapped(width) | Breaks::Pressed(width) => width,
        Breaks::Written => 0.0,
    };
    CellText {
        room: width - lines.last().map_or(0.0, length),
        opening: first.map_or(0.0, |word| word.x.length() + SPACE * word.size),
        cell: cell(&lines, count, page, breaks),
    }
}

fn cell(lines: &[&[PlacedWord]], count: usize, page: u32, breaks: Breaks) -> Cell {
    let mut cell = Cell { words: Vec::with_capacity(count), ..Cell::default() };
    let ends = line_ends(lines, breaks);
    for (line, end) in lines.iter().zip(ends) {
        if end == Some(LineEnd::Paragraph) {
            cell.paragraphs.push(cell.words.len());
        }
        for (index, word) in line.iter().enumerate() {
            let gap = if index == 0 { Gap::Line } else { Gap::Space };
            cell.words.push(plain_word(word, page, gap));
        }
    }
    cell
}

/// Why the line before each line ends.
fn line_ends(lines: &[&[PlacedWord]], breaks: Breaks) -> Vec<Option<LineEnd>> {
    let pairs = || lines.iter().zip(lines.iter().skip(1));
    let mut ends: Vec<LineEnd> = pairs()
        .map(|(above, line)| match breaks {
            Breaks::Wrapped(width) => line_end(above, line, width, AMPLE),
            Breaks::Pressed(width) => line_end(above, line, width, f32::INFINITY),
            Breaks::Written => LineEnd::Paragraph,
        })
        .collect();
    // If short lines show one value a line, the full lines are values too.
    let listed: Vec<bool> = pairs().map(|(above, line)| ends_value(above, line)).collect();
    if ends.iter().zip(&listed).any(|(end, listed)| *listed && *end == LineEnd::Paragraph) {
        let full = ends.iter_mut().zip(&listed).filter(|(_, listed)| **listed);
        full.for_each(|(end, _)| *end = LineEnd::Paragraph);
    }
    std::iter::once(None).chain(ends.into_iter().map(Some)).collect()
}

/// Whether a line ends a value of a list and the next line begins another one.
fn ends_value(line: &[PlacedWord], next: &[PlacedWord]) -> bool {
    let ends = line.last().is_some_and(|last| last.text.ends_with(';'));
    ends && next.first().is_some_and(|first| first.text.starts_with(char::is_uppercase))
}

/// The word without its geometry.
pub(crate) fn plain_word(word: &PlacedWord, page: u32, gap: Gap) -> Word {
    Word { text: word.text.clone(), gap, place: Place::new(page, word.line), pieces: word.pieces }
}

/// Why a line of a cell ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineEnd {
    /// The next word had no room.
    Full,
    /// The writer ended a paragraph.
    Paragraph,
}

/// Why a line ends. `ample` is the room in font sizes that only the writer leaves.
fn line_end(line: &[PlacedWord], next: &[PlacedWord], width: f32, ample: f32) -> LineEnd {
    let (Some(first), Some(last), Some(opens)) = (line.first(), line.last(), next.first()) else {
        return LineEnd::Full;
    };
    let length = last.x.max - first.x.min;
    let room = width - length;
    let fits = room > opens.x.length() + SPACE * last.size;
    let ends = last.text.ends_with(['.', ';', ':', '!', '?']);
    let capital = opens.text.starts_with(char::is_uppercase);
    let ample = room > opens.x.length() + ample * last.size && !is_open(&last.text);
    let sentence = capital && (ample || (ends && fits));
    let item = ends_item(&last.text, &opens.text);
    if sentence || item { LineEnd::Paragraph } else { LineEnd::Full }
}

/// Whether no writer ends a line with the word.
fn is_open(last: &str) -> bool {
    last.ends_with([',', '-', '–', '/', '('])
}

/// Whether a word at a line's end closes an item of a list and the next word opens another one.
fn ends_item(last: &str, next: &str) -> bool {
    last.ends_with(['.', ';', ':']) && matches!(next, "-" | "–" | "+" | "•")
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_page::placed_word::Lie;

    /// Two lines of a cell 100 points wide: the length of the first and the texts at the border.
    #[track_caller]
    fn check(length: f32, last: &str, next: &str, expected: LineEnd) {
        let word = |text: &str, from: f32, to: f32| PlacedWord {
            text: text.into(),
            x: Extent { min: from, max: to },
            baseline: 0.0,
            size: 10.0,
            line: 1,
            lie: Lie::Level,
            follows: true,
            spaced: !text.ends_with('/'),
            pieces: 1,
        };
        let line = [word("Rà", 0.0, 12.0), word(last, 15.0, length)];
        assert_eq!(line_end(&line, &[word(next, 0.0, 20.0)], 100.0, AMPLE), expected);
    }

    #[test]
    fn a_sentence_that_ends_where_there_was_room_ends_a_paragraph() {
        check(50.0, "xã.", "Sở", LineEnd::Paragraph);
        check(90.0, "xã.", "Sở", LineEnd::Full);
        check(70.0, "xã", "Sở", LineEnd::Full);
        check(50.0, "xã", "Sở", LineEnd::Paragraph);
        check(50.0, "xã", "sở", LineEnd::Full);
        check(50.0, "xã,", "Sở", LineEnd::Full);
        check(50.0, "TP.", "dân", LineEnd::Full);
        check(90.0, "sau:", "-", LineEnd::Paragraph);
    }
}
