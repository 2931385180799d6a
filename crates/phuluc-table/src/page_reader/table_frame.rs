//! The columns of a table without a grid, and what a text is by where it is among them.

use phuluc_model::Role;
use phuluc_model::ordinal::Ordinal;
use phuluc_page::extent::Extent;

use crate::convention::total_row::is_total;
use crate::page_reader::column_span::span;
use crate::page_reader::text_block::TextBlock;
use crate::page_reader::text_chunk::TextChunk;

/// Baselines no further apart than this share of the size are one.
pub(crate) const LEVEL: f32 = 0.35;

/// The columns of a table and which of them holds the numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TableFrame<'a> {
    pub(crate) columns: &'a [Extent],
    /// Where the labels of the columns stood when a page had them, if it is known.
    pub(crate) labels: &'a [Extent],
    pub(crate) number: usize,
    /// The roles of the columns.
    pub(crate) roles: &'a [Role],
    /// The words of its header, plain.
    pub(crate) header: &'a [String],
    /// Whether its letters stand on a grid of characters.
    pub(crate) on_grid: bool,
}

impl TableFrame<'_> {
    /// Whether a run is the number of a row, or opens with it.
    pub(crate) fn is_number(&self, run: &TextChunk) -> bool {
        let (first, last) = span(run.x, self.columns);
        let opens = !Ordinal::readings(run.first()).is_empty();
        let code = run.word().is_some_and(is_code);
        first == self.number
            && (if first == last { run.word().is_some() && (opens || code) } else { opens })
    }

    /// Whether a run stands alone across several columns: a title without a number.
    pub(crate) fn is_title(&self, run: &TextChunk, slab: &TextBlock) -> bool {
        let (first, last) = span(run.x, self.columns);
        slab.runs.len() == 1 && first < last && run.x.length() > 0.3 * self.width()
    }

    /// Whether a run names a row of sums. One word may be the end of a cell, unless nothing but figures
    /// stands beside it.
    pub(crate) fn names_total(&self, run: &TextChunk, slab: &TextBlock) -> bool {
        let column = span(run.x, self.columns).0;
        let sums = slab.runs.len() > 1
            && slab.runs.iter().all(|other| other.x == run.x || is_figure(other.first()));
        let beside =
            column == self.number || (column <= self.number + 2 && (run.words.len() > 1 || sums));
        beside && is_total(run.words.iter().map(|word| &*word.text))
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
