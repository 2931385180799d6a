//! Slabs: lines with no white between them across the page, and the white strips that part them.

use crate::furniture::appendix_heading::is_label;
use crate::furniture::letterhead::is_signature;
use crate::page_reader::cell_text::plain_word;
use crate::page_reader::text_chunk::TextChunk;
use phuluc_page::extent::Extent;
use phuluc_page::line::{Gap, Line};

/// White between the lines of a cell is no wider than this share of the size.
const WIDEST: f32 = 0.5;

/// Runs whose heights touch.
#[derive(Debug, Clone)]
pub(crate) struct TextBlock {
    pub(crate) y: Extent,
    /// The runs, from top to bottom.
    pub(crate) runs: Vec<TextChunk>,
}

/// The slabs of runs, from top to bottom.
pub(crate) fn slabs(mut runs: Vec<TextChunk>) -> Vec<TextBlock> {
    runs.sort_by(|a, b| a.y.min.total_cmp(&b.y.min));
    let mut slabs: Vec<TextBlock> = Vec::new();
    for run in runs {
        match slabs.last_mut() {
            Some(slab) if run.y.min < slab.y.max => {
                slab.y = slab.y.join(run.y);
                slab.runs.push(run);
            }
            _ => slabs.push(TextBlock { y: run.y, runs: vec![run] }),
        }
    }
    slabs
}

/// Cuts the runs of slabs at the borders of columns.
pub(crate) fn cut(slabs: &mut [TextBlock], columns: &[Extent]) {
    let borders: Vec<f32> = columns.iter().skip(1).map(|column| column.min).collect();
    for slab in slabs {
        let runs = std::mem::take(&mut slab.runs);
        slab.runs = runs.into_iter().flat_map(|run| run.cut(&borders)).collect();
    }
}

/// Whether a slab stands outside a table: a signature, or the label of an appendix.
pub(crate) fn is_outside(slab: &TextBlock) -> bool {
    slab.runs.iter().any(|run| {
        let words = run.words.iter().map(|word| plain_word(word, 1, Gap::Space)).collect();
        let line = Line { words, blanks_above: 0, page_mark: false };
        is_signature(&line) || is_label(&line)
    })
}

/// The white between neighbouring slabs that is usual inside a cell: that between its lines.
pub(crate) fn leading(slabs: &[TextBlock]) -> f32 {
    let mut gaps: Vec<f32> =
        slabs.iter().zip(slabs.iter().skip(1)).map(|(a, b)| b.y.min - a.y.max).collect();
    gaps.sort_by(f32::total_cmp);
    let size = slabs.iter().flat_map(|slab| &slab.runs).map(|run| run.size).fold(0.0, f32::max);
    gaps.get(gaps.len() / 4).copied().unwrap_or(0.0).min(WIDEST * size)
}
