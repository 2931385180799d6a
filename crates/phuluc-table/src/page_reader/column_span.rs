//! Columns from whitespace: borders where the fewest texts cross.

use crate::page_reader::text_chunk::TextChunk;
use phuluc_page::extent::Extent;

/// At most this many chunks are looked at, to bound the time; a page has far fewer.
const MAX_CHUNKS: usize = 2_000;

/// The columns under labels: each border is between two labels where the fewest chunks cross.
pub(crate) fn columns(labels: &[Extent], chunks: &[&TextChunk], page: Extent) -> Vec<Extent> {
    let mut borders = vec![page.min];
    for (left, right) in labels.iter().zip(labels.iter().skip(1)) {
        let room = Extent { min: left.middle(), max: right.middle() };
        let between = Extent { min: left.max, max: right.min };
        borders.push(border(room, between, chunks));
    }
    borders.push(page.max);
    borders.iter().zip(borders.iter().skip(1)).map(|(a, b)| Extent { min: *a, max: *b }).collect()
}

/// The middle of the widest interval of `room` that the fewest chunks cross.
fn border(room: Extent, between: Extent, chunks: &[&TextChunk]) -> f32 {
    let near: Vec<Extent> = chunks
        .iter()
        .take(MAX_CHUNKS)
        .map(|chunk| chunk.x)
        .filter(|x| x.overlap(room) > 0.0)
        .collect();
    let mut edges: Vec<f32> = near.iter().flat_map(|x| [x.min, x.max]).collect();
    edges.retain(|edge| room.holds(*edge));
    edges.extend([room.min, room.max]);
    edges.sort_by(f32::total_cmp);
    let mut starts: Vec<f32> = near.iter().map(|x| x.min).collect();
    let mut ends: Vec<f32> = near.iter().map(|x| x.max).collect();
    starts.sort_by(f32::total_cmp);
    ends.sort_by(f32::total_cmp);
    let mut best: Option<(usize, f32, f32)> = None;
    for (from, to) in edges.iter().zip(edges.iter().skip(1)) {
        let stretch = Extent { min: *from, max: *to };
        let middle = stretch.middle();
        // Chunks that have begun and have not ended.
        let begun = starts.partition_point(|start| *start < middle);
        let crossing = begun.saturating_sub(ends.partition_point(|end| *end <= middle));
        // The gutter between the labels themselves is preferred.
        let width = stretch.length() + stretch.overlap(between).max(0.0);
        let better = best.is_none_or(|(least, widest, _)| {
            crossing < least || (crossing == least && width > widest)
        });
        if better {
            best = Some((crossing, width, middle));
        }
    }
    best.map_or(room.middle(), |(_, _, middle)| middle)
}

/// The first and the last column that a chunk covers.
pub(crate) fn span(x: Extent, columns: &[Extent]) -> (usize, usize) {
    let takes = |column: &Extent| {
        let shared = column.overlap(x);
        shared > 0.5 * x.length() || shared > 2.0
    };
    let first = columns.iter().position(takes).unwrap_or(0);
    let last = columns.iter().rposition(takes).unwrap_or(first);
    (first, last)
}
