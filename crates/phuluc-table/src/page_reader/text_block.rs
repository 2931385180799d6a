//! Text blocks: lines without a gap between them across the page; gaps separate the blocks.

use crate::convention::signature::is_signature;
use crate::furniture::appendix_heading::is_label;
use crate::page_reader::cell_text::plain_word;
use crate::page_reader::text_chunk::TextChunk;
use phuluc_page::extent::Extent;
use phuluc_page::line::{Gap, Line};

/// The gap between the lines of a cell is at most this share of the size.
const WIDEST: f32 = 0.5;

/// Chunks whose heights touch.
#[derive(Debug, Clone)]
pub(crate) struct TextBlock {
    pub(crate) y: Extent,
    /// The chunks, from top to bottom.
    pub(crate) chunks: Vec<TextChunk>,
}

/// The blocks of chunks, from top to bottom.
pub(crate) fn blocks(mut chunks: Vec<TextChunk>) -> Vec<TextBlock> {
    chunks.sort_by(|a, b| a.y.min.total_cmp(&b.y.min));
    let mut blocks: Vec<TextBlock> = Vec::new();
    for chunk in chunks {
        match blocks.last_mut() {
            Some(block) if chunk.y.min < block.y.max => {
                block.y = block.y.join(chunk.y);
                block.chunks.push(chunk);
            }
            _ => blocks.push(TextBlock { y: chunk.y, chunks: vec![chunk] }),
        }
    }
    blocks
}

/// Cuts the chunks of blocks at the borders of columns.
pub(crate) fn cut(blocks: &mut [TextBlock], columns: &[Extent]) {
    let borders: Vec<f32> = columns.iter().skip(1).map(|column| column.min).collect();
    for block in blocks {
        let chunks = std::mem::take(&mut block.chunks);
        block.chunks = chunks.into_iter().flat_map(|chunk| chunk.cut(&borders)).collect();
    }
}

/// Whether a block is outside a table: a signature, or the label of an appendix.
pub(crate) fn is_outside(block: &TextBlock) -> bool {
    block.chunks.iter().any(|chunk| {
        let words = chunk.words.iter().map(|word| plain_word(word, 1, Gap::Space)).collect();
        let line = Line { words, blanks_above: 0, page_mark: false };
        is_signature(&line) || is_label(&line)
    })
}

/// The gap that is usual between the lines of a cell.
pub(crate) fn leading(blocks: &[TextBlock]) -> f32 {
    let mut gaps: Vec<f32> =
        blocks.iter().zip(blocks.iter().skip(1)).map(|(a, b)| b.y.min - a.y.max).collect();
    gaps.sort_by(f32::total_cmp);
    let size =
        blocks.iter().flat_map(|block| &block.chunks).map(|chunk| chunk.size).fold(0.0, f32::max);
    gaps.get(gaps.len() / 4).copied().unwrap_or(0.0).min(WIDEST * size)
}
