//! How well the cells of a row are aligned to its number: centred on it, or beginning beside it.
//!
//! Of each cell only sums are kept, so that two halves of a row are joined without reading their
//! texts again.

use crate::page_reader::column_span::span;
use crate::page_reader::table_frame::{LEVEL, TableFrame};
use crate::page_reader::text_chunk::TextChunk;
use phuluc_page::extent::Extent;

/// The cost of each line that a cell has more on one side of its number than on the other.
const NEARLY: f32 = 0.2;

/// The distance of a cell from being centred on its number, and from beginning beside it, in lines.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NumberOffset {
    pub(crate) middle: f32,
    pub(crate) top: f32,
}

/// The cells of a row or of a part of a row.
#[derive(Debug, Clone)]
pub(crate) struct AlignedCells<'a> {
    number: &'a TextChunk,
    frame: TableFrame<'a>,
    /// The texts of each column.
    columns: Vec<Option<Texts>>,
}

/// The texts of a cell: their places, and how many lines are above, below and beside the number.
#[derive(Debug, Clone, Copy)]
struct Texts {
    y: Extent,
    first: f32,
    above: f32,
    below: f32,
    beside: bool,
}

impl<'a> AlignedCells<'a> {
    /// The row of a number, without texts.
    pub(crate) fn none(number: &'a TextChunk, frame: TableFrame<'a>) -> Self {
        Self { number, frame, columns: vec![None; frame.columns.len()] }
    }

    /// Adds texts.
    pub(crate) fn add<'r>(&mut self, chunks: impl IntoIterator<Item = &'r TextChunk>) {
        for chunk in chunks {
            let column = span(chunk.x, self.frame.columns).0;
            if let Some(texts) = self.columns.get_mut(column) {
                *texts = Texts::join(*texts, Some(Texts::new(chunk, self.number)));
            }
        }
    }

    /// The offset of each cell that has texts here or in the other part, with its column.
    pub(crate) fn off(&self, other: Option<&Self>) -> impl Iterator<Item = (usize, NumberOffset)> {
        let texts = self.columns.iter().enumerate().map(move |(column, texts)| {
            let more = other.and_then(|other| other.columns.get(column).copied().flatten());
            (column, Texts::join(*texts, more))
        });
        texts.filter_map(|(column, texts)| Some((column, self.off_of(texts?))))
    }

    fn off_of(&self, texts: Texts) -> NumberOffset {
        if self.frame.on_grid {
            return texts.off_by_lines();
        }
        let number = self.number;
        NumberOffset {
            middle: (texts.y.middle() - number.y.middle()).abs() / number.size,
            top: (texts.first - number.baseline).abs() / number.size,
        }
    }
}

impl Texts {
    fn new(chunk: &TextChunk, number: &TextChunk) -> Self {
        let level = LEVEL * number.size;
        let (above, below, beside) = match chunk.baseline - number.baseline {
            off if off < -level => (1.0, 0.0, false),
            off if off > level => (0.0, 1.0, false),
            _ => (0.0, 0.0, true),
        };
        Self { y: chunk.y, first: chunk.baseline, above, below, beside }
    }

    fn join(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        let (Some(a), Some(b)) = (one, other) else { return one.or(other) };
        Some(Self {
            y: a.y.join(b.y),
            first: a.first.min(b.first),
            above: a.above + b.above,
            below: a.below + b.below,
            beside: a.beside || b.beside,
        })
    }

    /// On a grid of characters lines that are half a line apart are written below each other, so
    /// distances mislead. Only the lines of the cell itself count: as many above its number as
    /// below it, or one more.
    fn off_by_lines(self) -> NumberOffset {
        let Self { above, below, beside, .. } = self;
        let off = (above - below).abs();
        let first = if beside || above > 0.0 { 0.0 } else { 1.0 };
        NumberOffset { middle: (off - 1.0).max(0.0) / 2.0 + NEARLY * off, top: above + first }
    }
}
