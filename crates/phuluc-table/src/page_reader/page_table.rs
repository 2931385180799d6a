//! The part of a table on one page, in one shape for all sources of its borders.

use std::ops::Range;

use phuluc_page::extent::Extent;
use phuluc_page::placed_word::PlacedWord;

/// What the borders of a table were read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableSource {
    /// Rules around the cells.
    Ruled,
    /// Rules along one axis and whitespace along the other.
    PartRuled,
    /// Whitespace alone.
    Unruled,
    /// Whitespace on a grid of characters.
    Aligned,
    /// The delimiters of a text.
    Delimited,
}

impl TableSource {
    /// Its name in `inspect`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ruled => "ruled",
            Self::PartRuled => "part-ruled",
            Self::Unruled => "unruled",
            Self::Aligned => "aligned",
            Self::Delimited => "delimited",
        }
    }
}

/// The part of a table on one page; places in points.
#[derive(Debug, Clone)]
pub(crate) struct TablePart {
    pub(crate) source: TableSource,
    /// Its columns from left to right.
    pub(crate) columns: Vec<Extent>,
    /// Its rows from top to bottom.
    pub(crate) rows: Vec<Extent>,
    /// Its cells, by first row and then by first column.
    pub(crate) cells: Vec<PartCell>,
}

/// A cell: the rows and the columns it spans, and its words in reading order.
#[derive(Debug, Clone)]
pub(crate) struct PartCell {
    pub(crate) rows: Range<usize>,
    pub(crate) columns: Range<usize>,
    pub(crate) words: Vec<PlacedWord>,
}

impl TablePart {
    /// From the top to the bottom edge.
    pub(crate) fn y(&self) -> Extent {
        Extent::around(self.rows.iter().copied()).unwrap_or(Extent { min: 0.0, max: 0.0 })
    }

    /// The cells that a row shows, from left to right.
    pub(crate) fn row(&self, row: usize) -> impl Iterator<Item = &PartCell> {
        self.cells.iter().filter(move |cell| cell.rows.contains(&row))
    }
}

/// Tolerance for the baselines of one line, as a share of the size: raised figures are on their
/// line.
const SAME_LINE: f32 = 0.4;

/// Puts the words of a cell in reading order and groups them by line.
pub(crate) fn cell_lines(words: &mut [PlacedWord]) -> Vec<&[PlacedWord]> {
    words.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let lengths = line_lengths(words);
    let mut lines = Vec::with_capacity(lengths.len());
    let mut rest = words;
    for length in lengths {
        let Some((line, below)) = rest.split_at_mut_checked(length) else { break };
        line.sort_by(|a, b| a.x.min.total_cmp(&b.x.min));
        lines.push(&*line);
        rest = below;
    }
    lines
}

/// How many of the words, which are sorted by height, are on each line.
fn line_lengths(words: &[PlacedWord]) -> Vec<usize> {
    let mut lengths: Vec<usize> = Vec::new();
    let (mut top, mut tallest) = (0.0, 0.0);
    for word in words {
        let size = word.size.max(tallest);
        let on_line = word.baseline - top <= SAME_LINE * size;
        if let Some(length) = lengths.last_mut().filter(|_| on_line) {
            *length += 1;
            tallest = size;
        } else {
            lengths.push(1);
            (top, tallest) = (word.baseline, word.size);
        }
    }
    lengths
}
