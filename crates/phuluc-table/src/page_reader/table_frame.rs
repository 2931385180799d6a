//! The columns of a table without a ruled grid, and what a text is by its place among them.

use phuluc_model::Role;
use phuluc_model::ordinal::Ordinal;
use phuluc_page::extent::Extent;

use crate::convention::total_row::is_total;
use crate::page_reader::column_span::span;
use crate::page_reader::text_block::TextBlock;
use crate::page_reader::text_chunk::TextChunk;

/// Tolerance: baselines no further apart than this share of the size are one.
pub(crate) const LEVEL: f32 = 0.35;

/// The columns of a table and which of them holds the numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TableFrame<'a> {
    pub(crate) columns: &'a [Extent],
    /// The places of the labels on the last page that had them; empty if not known.
    pub(crate) labels: &'a [Extent],
    pub(crate) number: usize,
    /// The roles of the columns.
    pub(crate) roles: &'a [Role],
    /// The words of its header, without marks.
    pub(crate) header: &'a [String],
    /// Whether its letters are on a grid of characters.
    pub(crate) on_grid: bool,
}

impl TableFrame<'_> {
    /// Whether a chunk is the number of a row, or opens with one.
    pub(crate) fn is_number(&self, chunk: &TextChunk) -> bool {
        let (first, last) = span(chunk.x, self.columns);
        let opens = !Ordinal::readings(chunk.first()).is_empty();
        let code = chunk.word().is_some_and(is_code);
        first == self.number
            && (if first == last { chunk.word().is_some() && (opens || code) } else { opens })
    }

    /// Whether a chunk is alone and covers several columns: a title without a number.
    pub(crate) fn is_title(&self, chunk: &TextChunk, block: &TextBlock) -> bool {
        let (first, last) = span(chunk.x, self.columns);
        block.chunks.len() == 1 && first < last && chunk.x.length() > 0.3 * self.width()
    }

    /// Whether a chunk names a row of sums. One word may be the end of a cell, unless only figures
    /// are beside it.
    pub(crate) fn names_total(&self, chunk: &TextChunk, block: &TextBlock) -> bool {
        let column = span(chunk.x, self.columns).0;
        let sums = block.chunks.len() > 1
            && block.chunks.iter().all(|other| other.x == chunk.x || is_figure(other.first()));
        let beside =
            column == self.number || (column <= self.number + 2 && (chunk.words.len() > 1 || sums));
        beside && is_total(chunk.words.iter().map(|word| &*word.text))
    }

    pub(crate) fn width(&self) -> f32 {
        Extent::around(self.columns.iter().copied()).map_or(0.0, Extent::length)
    }
}

/// Whether a word is a figure such as `1.250` or `85,5`.
fn is_figure(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

/// Whether a word is a code such as `KH20_TT_N01.1.1` or `13.0`.
pub(crate) fn is_code(word: &str) -> bool {
    let figure = word.contains(|c: char| c.is_ascii_digit());
    figure && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
}
