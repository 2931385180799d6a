//! The cost of a border between two rows, from the words on both sides of it.

use phuluc_language::lexicon::{Opens, head_key};
use phuluc_language::pair::is_known;
use phuluc_model::Role;

use crate::page_reader::column_span::span;
use crate::page_reader::page_break::is_open;
use crate::page_reader::table_frame::TableFrame;
use crate::page_reader::text_block::TextBlock;
use crate::page_reader::text_chunk::TextChunk;

/// Costs in lines, the unit of the distances in `number_alignment`: a cell opens with a small
/// letter; the text above ends in a word that needs another; a word of two syllables is cut. A head
/// at the opening and a full stop above are a bonus.
const OPENS_LOW: f32 = 1.0;
const ENDS_OPEN: f32 = 1.0;
const CUTS_WORD: f32 = 1.0;
const OPENS_WITH_HEAD: f32 = -0.4;
const ENDS_SENTENCE: f32 = -0.3;

/// For each block the cost of a row that begins with it: in each column the next text would open a
/// cell, and the text above would end one.
pub(crate) fn border_costs(blocks: &[TextBlock], frame: TableFrame<'_>) -> Vec<f32> {
    let columns = frame.columns.len();
    let mut below: Vec<Option<&TextChunk>> = vec![None; columns];
    // The next text of each column at or below each block, from the last block upwards.
    let mut costs = vec![0.0; blocks.len()];
    let mut next: Vec<Vec<Option<&TextChunk>>> = Vec::with_capacity(blocks.len());
    for block in blocks.iter().rev() {
        for chunk in block.chunks.iter().rev() {
            if let Some(slot) = below.get_mut(span(chunk.x, frame.columns).0) {
                *slot = Some(chunk);
            }
        }
        next.push(below.clone());
    }
    next.reverse();
    let mut above: Vec<Option<&TextChunk>> = vec![None; columns];
    for ((block, next), cost) in blocks.iter().zip(&next).zip(&mut costs) {
        let cells = above.iter().zip(next).zip(frame.roles);
        *cost = cells
            .filter_map(|((above, next), role)| Some(border_cost((*above)?, (*next)?, *role)))
            .sum();
        for chunk in &block.chunks {
            if let Some(slot) = above.get_mut(span(chunk.x, frame.columns).0) {
                *slot = Some(chunk);
            }
        }
    }
    costs
}

/// The cost of a border between two texts of a column.
pub(crate) fn border_cost(above: &TextChunk, below: &TextChunk, role: Role) -> f32 {
    let last = above.words.last().map_or("", |word| &word.text);
    let first = below.first();
    // A title that begins in the column of the numbers may have several lines.
    if role == Role::Number && !first.starts_with(char::is_lowercase) {
        return 0.0;
    }
    let low = first.starts_with(char::is_lowercase);
    let head = opens_with_head(below, role);
    let mut cost = 0.0;
    for (holds, weight) in [
        (low, OPENS_LOW),
        (is_open(last), ENDS_OPEN),
        (is_known(&head_key(last), &head_key(first)), CUTS_WORD),
        (!low && head, OPENS_WITH_HEAD),
        (!low && last.ends_with(['.', ';']), ENDS_SENTENCE),
    ] {
        cost += if holds { weight } else { 0.0 };
    }
    cost
}

/// Whether a text opens with a head of its column.
fn opens_with_head(text: &TextChunk, role: Role) -> bool {
    Opens::at(text.words.iter().map(|word| &*word.text)).speaks_for(role) == Some(true)
}
