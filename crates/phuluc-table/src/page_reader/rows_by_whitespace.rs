//! Rows from whitespace: decides which lines belong to which number.
//!
//! Cells are aligned to the top of their row, beside the number, or to its middle, around the
//! number. Both are tried, and the one with the smaller distances of the cells is taken.

use crate::page_reader::table_frame::{LEVEL, TableFrame};

use crate::page_reader::column_span::span;
use crate::page_reader::earliest::Earliest;
use crate::page_reader::number_alignment::{AlignedCells, NumberOffset};
use crate::page_reader::row_border_text::border_costs;
use crate::page_reader::text_block::{TextBlock, blocks, leading};
use crate::page_reader::text_chunk::TextChunk;
use phuluc_page::extent::Extent;

/// At most this many gaps between two numbers are tried as the border of their rows: the time grows
/// with the square.
const STRIPS: usize = 40;

/// The cost in lines of a page that opens with a row without a number.
const NO_NUMBER_FIRST: f32 = 0.3;

/// The cost in lines of a border without whitespace, if another gap is wider.
const NARROW: f32 = 0.8;

/// Tolerance in lines for cells that are exactly centred on their numbers.
const EXACT: f32 = 0.02;

/// Lines of one row.
#[derive(Debug, Clone)]
pub(crate) struct RowBand {
    pub(crate) y: Extent,
    pub(crate) chunks: Vec<TextChunk>,
}

/// Whether the chunks have the numbers of several rows, one below the other.
pub(crate) fn has_rows(chunks: &[TextChunk], frame: TableFrame<'_>) -> bool {
    let mut numbers: Vec<&TextChunk> =
        chunks.iter().filter(|chunk| frame.is_number(chunk)).collect();
    numbers.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut pairs = numbers.iter().zip(numbers.iter().skip(1));
    pairs.any(|(a, b)| b.baseline - a.baseline > LEVEL * a.size)
}

/// Cuts chunks into rows. If not `fresh` they may begin with the rest of a row above.
pub(crate) fn row_bands(
    chunks: Vec<TextChunk>,
    frame: TableFrame<'_>,
    fresh: bool,
) -> Vec<RowBand> {
    let blocks = blocks(chunks);
    let numbers = numbers(&blocks, frame);
    if numbers.is_empty() {
        return row_band(blocks.into_iter().flat_map(|block| block.chunks).collect())
            .into_iter()
            .collect();
    }
    let top = at_top(&blocks, &numbers);
    let Some(middle) = around_middle(&blocks, &numbers, frame, fresh) else { return top };
    let top_cost = cost(&top, &numbers, frame, |_, off| off.top);
    // A row that the page end cuts is aligned to the top, whatever the others are.
    let cut = numbers.last().map_or(f32::MAX, |last| last.baseline);
    let middle_cost = cost(&middle, &numbers, frame, |number, off| {
        if number.baseline < cut { off.middle } else { off.middle.min(off.top) }
    });
    let (middle_cost, top_cost) = (middle_cost + borders(&middle), top_cost + borders(&top));
    // If all cells are centred on their numbers, lines above the first number are no continuation.
    let exact = middle_cost < EXACT && middle.len() < top.len();
    let border_costs = border_costs(&blocks, frame);
    let words = |row_bands: &[RowBand]| words_cost(&blocks, row_bands, &border_costs);
    if exact || middle_cost + words(&middle) + 0.05 < top_cost + words(&top) { middle } else { top }
}

/// The cost of borders with less whitespace than there is inside the rows beside them: the mean
/// over the borders.
fn borders(row_bands: &[RowBand]) -> f32 {
    let inside: Vec<f32> = row_bands.iter().map(widest_white).collect();
    let pairs = row_bands.iter().zip(row_bands.iter().skip(1));
    let beside = inside.iter().zip(inside.iter().skip(1)).map(|(above, below)| above.max(*below));
    let costs: Vec<f32> = pairs
        .zip(beside)
        .map(|((above, below), inside)| {
            let white = (below.y.min - above.y.max).max(0.0);
            if white + 0.5 < inside { NARROW * (1.0 - white / inside) } else { 0.0 }
        })
        .collect();
    let count = u16::try_from(costs.len()).unwrap_or(u16::MAX).max(1);
    costs.iter().sum::<f32>() / f32::from(count)
}

/// The widest gap between the lines of a row.
fn widest_white(row_band: &RowBand) -> f32 {
    let blocks = blocks(row_band.chunks.clone());
    (1..blocks.len()).map(|index| white_above(&blocks, index)).fold(0.0, f32::max)
}

/// The lines of one row; `None` without lines.
pub(crate) fn row_band(chunks: Vec<TextChunk>) -> Option<RowBand> {
    let y = Extent::around(chunks.iter().map(|chunk| chunk.y))?;
    Some(RowBand { y, chunks })
}

/// The numbers and titles that open rows, from top to bottom.
fn numbers(blocks: &[TextBlock], frame: TableFrame<'_>) -> Vec<TextChunk> {
    let white = leading(blocks) + 2.0;
    let right = right_edge(blocks);
    let mut numbers: Vec<TextChunk> = Vec::new();
    let mut above: Option<&TextBlock> = None;
    for (index, block) in blocks.iter().enumerate() {
        let apart = above.is_none_or(|above| {
            block.y.min - above.y.max > white && !continues_title(block, above, frame, right)
        });
        let note = frame.on_grid && opens_note(blocks, index, frame);
        let opens = |chunk: &&TextChunk| {
            frame.is_number(chunk)
                || (note && frame.is_title(chunk, block))
                || (apart && (frame.is_title(chunk, block) || frame.names_total(chunk, block)))
        };
        numbers.extend(block.chunks.iter().filter(opens).cloned());
        above = Some(block);
    }
    numbers.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    numbers.dedup_by(|b, a| b.baseline - a.baseline < LEVEL * a.size);
    numbers
}

/// The gap between the lines of a title is at most this share of the size: double spacing.
const TITLE_LEADING: f32 = 1.25;

/// Whether a line continues the title above it, which had no room for the first word of the line.
/// Lines of a title may be further apart than those of cells
/// (`part-ruled-libreoffice-one-line-on-a-page.pdf`).
pub(crate) fn continues_title(
    block: &TextBlock,
    above: &TextBlock,
    frame: TableFrame<'_>,
    right: f32,
) -> bool {
    let [chunk] = block.chunks.as_slice() else { return false };
    let word = chunk.words.first().map_or(0.0, |word| word.x.length());
    let is_full = |title: &&TextChunk| {
        let (first, last) = span(title.x, frame.columns);
        first < last
            && title.x.max + word > right
            && (title.x.min - chunk.x.min).abs() < LEVEL * chunk.size
    };
    block.y.min - above.y.max < TITLE_LEADING * chunk.size
        && above.chunks.iter().any(|title| is_full(&title))
}

/// The right edge of the texts.
pub(crate) fn right_edge(blocks: &[TextBlock]) -> f32 {
    blocks.iter().flat_map(|block| &block.chunks).map(|chunk| chunk.x.max).fold(0.0, f32::max)
}

/// Whether a note across the columns begins with a block; on a grid of characters no gap shows it.
fn opens_note(blocks: &[TextBlock], index: usize, frame: TableFrame<'_>) -> bool {
    let across = |block: &&TextBlock| block.chunks.iter().any(|chunk| frame.is_title(chunk, block));
    let numbered = |block: &TextBlock| block.chunks.iter().any(|chunk| frame.is_number(chunk));
    let above = index.checked_sub(1).and_then(|above| blocks.get(above));
    // Only the first line opens the note.
    if above.as_ref().is_some_and(across) {
        return false;
    }
    let below = blocks.get(index..).unwrap_or_default();
    let lines = below.iter().take_while(across).count();
    let around = index.saturating_sub(1)..index + lines + 1;
    let around = blocks.get(around.start..around.end.min(blocks.len())).unwrap_or_default();
    lines > 0 && !around.iter().any(numbered)
}

/// The rows if cells are aligned to the top: each begins on the line of its number.
fn at_top(blocks: &[TextBlock], numbers: &[TextChunk]) -> Vec<RowBand> {
    let mut rows: Vec<Vec<TextChunk>> = vec![Vec::new(); numbers.len() + 1];
    for chunk in blocks.iter().flat_map(|block| &block.chunks) {
        let above = numbers.partition_point(|number| {
            number.baseline - LEVEL * number.size.min(chunk.size) <= chunk.baseline
        });
        if let Some(row) = rows.get_mut(above) {
            row.push(chunk.clone());
        }
    }
    rows.into_iter().filter_map(row_band).collect()
}

/// The rows if cells are centred on the numbers; `None` if no gap separates the rows.
fn around_middle(
    blocks: &[TextBlock],
    numbers: &[TextChunk],
    frame: TableFrame<'_>,
    fresh: bool,
) -> Option<Vec<RowBand>> {
    let places: Vec<usize> = numbers.iter().map(|number| place(blocks, number)).collect();
    if places.iter().zip(places.iter().skip(1)).any(|(a, b)| a == b) {
        return None;
    }
    let first = *places.first()?;
    // The choices for the first block of each row.
    let mut choices: Vec<Vec<usize>> = vec![if fresh { vec![0] } else { strips(blocks, 0, first) }];
    for (from, to) in places.iter().zip(places.iter().skip(1)) {
        choices.push(strips(blocks, from + 1, *to));
    }
    let starts = best_starts(blocks, numbers, frame, &choices)?;
    let mut ends: Vec<usize> = starts.iter().skip(1).copied().collect();
    ends.push(blocks.len());
    let mut row_bands: Vec<RowBand> = Vec::new();
    let chunks = |from: usize, to: usize| -> Vec<TextChunk> {
        let blocks = blocks.get(from..to).unwrap_or_default();
        blocks.iter().flat_map(|block| block.chunks.iter().cloned()).collect()
    };
    row_bands.extend(row_band(chunks(0, *starts.first()?)));
    row_bands
        .extend(starts.iter().zip(&ends).filter_map(|(from, to)| row_band(chunks(*from, *to))));
    Some(row_bands)
}

fn place(blocks: &[TextBlock], number: &TextChunk) -> usize {
    blocks.partition_point(|block| block.y.max < number.y.middle())
}

/// The gap above a block.
fn white_above(blocks: &[TextBlock], index: usize) -> f32 {
    let above = index.checked_sub(1).and_then(|above| blocks.get(above));
    above.zip(blocks.get(index)).map_or(0.0, |(above, below)| below.y.min - above.y.max)
}

/// The cost of each block as the first of a row: the smaller the gap above it, the higher.
fn narrowness(blocks: &[TextBlock], starts: &[usize]) -> Vec<f32> {
    let white: Vec<f32> = starts.iter().map(|start| white_above(blocks, *start)).collect();
    let most = white.iter().copied().fold(0.1, f32::max);
    let cost = |(start, white): (&usize, &f32)| match start {
        0 => 0.0,
        _ => NARROW * (1.0 - white / most),
    };
    starts.iter().zip(&white).map(cost).collect()
}

/// The blocks from `from` to `to` that may open a row: those under the widest gaps.
fn strips(blocks: &[TextBlock], from: usize, to: usize) -> Vec<usize> {
    let gap = |index: usize| white_above(blocks, index);
    let mut indexes: Vec<usize> = (from..=to).collect();
    if indexes.len() > STRIPS {
        indexes.sort_by(|a, b| gap(*b).total_cmp(&gap(*a)));
        indexes.truncate(STRIPS);
        indexes.sort_unstable();
    }
    indexes
}

/// The first block of each row, so that the distances of the cells from the middles of their rows
/// are least: a segmentation of the blocks by dynamic programming.
fn best_starts(
    blocks: &[TextBlock],
    numbers: &[TextChunk],
    frame: TableFrame<'_>,
    choices: &[Vec<usize>],
) -> Option<Vec<usize>> {
    let border_costs = border_costs(blocks, frame);
    let narrowness = |starts: &[usize]| -> Vec<f32> {
        let words = starts.iter().map(|start| border_costs.get(*start).copied().unwrap_or(0.0));
        narrowness(blocks, starts)
            .into_iter()
            .zip(words)
            .map(|(white, words)| white + words)
            .collect()
    };
    // For each choice of the first block of a row: the least cost of the rows above, and their
    // choice.
    let first = choices.first()?;
    let rest = |(start, narrow): (&usize, f32)| {
        (if *start > 0 { NO_NUMBER_FIRST + narrow } else { 0.0 }, 0)
    };
    let mut best: Vec<Vec<(f32, usize)>> =
        vec![first.iter().zip(narrowness(first)).map(rest).collect()];
    let ends = choices.iter().skip(1).cloned().chain([vec![blocks.len()]]);
    for ((starts, ends), number) in choices.iter().zip(ends).zip(numbers) {
        let before = best.last()?;
        let mut costs = Vec::new();
        // All paths have the block after the last start in common.
        let inside = starts.last().copied()?;
        let none = || AlignedCells::none(number, frame);
        let mut above = gathered(blocks, inside, starts.iter().rev().copied(), none());
        above.reverse();
        let below = gathered(blocks, inside, ends.iter().copied(), none());
        for ((end, below), narrow) in ends.iter().zip(&below).zip(narrowness(&ends)) {
            let ways = above.iter().zip(before).enumerate().map(|(index, (above, (cost, _)))| {
                let last = *end == blocks.len();
                (cost + narrow + off_middle(above, below, last), index)
            });
            costs.push(ways.min_by(|a, b| a.0.total_cmp(&b.0))?);
        }
        best.push(costs);
    }
    let mut starts = Vec::new();
    let mut at = 0;
    for (costs, choices) in best.iter().skip(1).rev().zip(choices.iter().rev()) {
        at = costs.get(at)?.1;
        starts.push(*choices.get(at)?);
    }
    starts.reverse();
    Some(starts)
}

/// The cells of a row between one block and each of `others`, which are on one side of it, the
/// nearest first.
fn gathered<'a>(
    blocks: &[TextBlock],
    from: usize,
    others: impl Iterator<Item = usize>,
    none: AlignedCells<'a>,
) -> Vec<AlignedCells<'a>> {
    let (mut at, mut cells) = (from, none);
    let to = |other: usize| {
        let passed = blocks.get(at.min(other)..at.max(other)).unwrap_or_default();
        cells.add(passed.iter().flat_map(|block| &block.chunks));
        at = other;
        cells.clone()
    };
    others.map(to).collect()
}

/// The sum of the distances of the cells of a row from its middle, in lines; those of the last row
/// of a page may be aligned to the top instead, because the page may have cut it.
fn off_middle(above: &AlignedCells<'_>, below: &AlignedCells<'_>, last: bool) -> f32 {
    let (mut middle, mut top) = (0.0, 0.0);
    for (_, off) in above.off(Some(below)) {
        middle += off.middle;
        top += off.top;
    }
    if last { middle.min(top) } else { middle }
}

/// The mean cost of the words at the borders of the rows.
fn words_cost(blocks: &[TextBlock], row_bands: &[RowBand], border_costs: &[f32]) -> f32 {
    let mut tops: Vec<f32> = row_bands.iter().map(|row_band| row_band.y.min).collect();
    tops.sort_by(f32::total_cmp);
    let begins = |block: &&(&TextBlock, &f32)| {
        let first = tops.get(tops.partition_point(|top| *top < block.0.y.min));
        first.is_some_and(|top| *top < block.0.y.max)
    };
    let sum: f32 = blocks
        .iter()
        .zip(border_costs)
        .skip(1)
        .filter(|block| begins(&block))
        .map(|(_, border_cost)| *border_cost)
        .sum();
    #[expect(clippy::cast_precision_loss, reason = "a page has some dozen rows")]
    let count = row_bands.len().max(1) as f32;
    sum / count
}

/// The mean distance of cells from their expected place, in lines.
fn cost(
    row_bands: &[RowBand],
    numbers: &[TextChunk],
    frame: TableFrame<'_>,
    off: impl Fn(&TextChunk, NumberOffset) -> f32,
) -> f32 {
    let (mut sum, mut count) = (0.0, 0.0);
    let middles = Earliest::new(numbers.iter().map(|number| number.y.middle()));
    for row_band in row_bands {
        let Some(number) = middles.within(row_band.y).and_then(|first| numbers.get(first)) else {
            continue;
        };
        let mut cells = AlignedCells::none(number, frame);
        cells.add(&row_band.chunks);
        for (_, cell) in cells.off(None).filter(|(column, _)| *column != frame.number) {
            sum += off(number, cell);
            count += 1.0;
        }
    }
    if count > 0.0 { sum / count } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use phuluc_model::Role;

    use super::*;
    use phuluc_page::placed_word::{Lie, PlacedWord};

    const COLUMNS: [Extent; 2] = [Extent { min: 0.0, max: 20.0 }, Extent { min: 20.0, max: 200.0 }];
    const ROLES: [Role; 2] = [Role::Number, Role::Task];

    /// A text of ten points on a baseline.
    fn text(text: &str, left: f32, baseline: f32) -> TextChunk {
        let word = |text: &str| PlacedWord {
            text: text.into(),
            x: Extent { min: left, max: left + 10.0 },
            baseline,
            size: 10.0,
            line: 1,
            lie: Lie::Level,
            follows: true,
            spaced: true,
            pieces: 1,
        };
        TextChunk {
            words: text.split(' ').map(word).collect(),
            x: Extent { min: left, max: left + 10.0 },
            y: Extent { min: baseline - 8.0, max: baseline + 2.0 },
            baseline,
            size: 10.0,
        }
    }

    /// Which lines open a row, given the lines of the tasks and the baselines of the numbers; any
    /// line between two numbers may.
    fn starts(lines: &[(&str, f32)], numbers: &[f32]) -> Vec<usize> {
        let blocks: Vec<TextBlock> = lines
            .iter()
            .map(|(line, baseline)| text(line, 25.0, *baseline))
            .map(|chunk| TextBlock { y: chunk.y, chunks: vec![chunk] })
            .collect();
        let numbers: Vec<TextChunk> =
            numbers.iter().map(|baseline| text("1", 5.0, *baseline)).collect();
        let places: Vec<usize> = numbers.iter().map(|number| place(&blocks, number)).collect();
        let between = places.iter().zip(places.iter().skip(1));
        let choices: Vec<Vec<usize>> = std::iter::once(vec![0])
            .chain(between.map(|(above, below)| (above + 1..=*below).collect()))
            .collect();
        let frame = TableFrame {
            columns: &COLUMNS,
            labels: &[],
            number: 0,
            roles: &ROLES,
            header: &[],
            on_grid: false,
        };
        best_starts(&blocks, &numbers, frame, &choices).unwrap()
    }

    /// Lines of one distance, by their texts.
    fn even<'a>(texts: &[&'a str]) -> Vec<(&'a str, f32)> {
        texts.iter().copied().zip((0_u8..).map(|index| f32::from(index) * 12.0)).collect()
    }

    #[test]
    fn cells_are_centred_on_their_numbers() {
        let lines = even(&["Rà soát", "Văn bản", "Báo cáo", "Họp", "Đề án", "Kiểm tra"]);
        assert_eq!(starts(&lines, &[12.0, 48.0]), [0, 3]);
        assert_eq!(starts(&lines, &[0.0, 36.0]), [0, 1]);
    }

    #[test]
    fn one_line_a_number() {
        assert_eq!(starts(&even(&["Rà soát", "Báo cáo", "Họp"]), &[0.0, 12.0, 24.0]), [0, 1, 2]);
        assert_eq!(starts(&even(&["Rà soát", "Báo cáo"]), &[6.0]), [0]);
    }

    /// Five lines around two numbers: the third line is as near to the first number as to the
    /// second.
    const TIED: [f32; 2] = [9.0, 39.0];

    #[test]
    fn of_equal_borders_the_upper_one_is_taken() {
        assert_eq!(starts(&even(&["Họp"; 5]), &TIED), [0, 2]);
    }

    #[test]
    fn a_row_does_not_open_with_a_small_letter() {
        let lines = even(&["Rà soát", "văn bản", "quy phạm", "Họp", "giao ban"]);
        assert_eq!(starts(&lines, &TIED), [0, 3]);
        let lines = even(&["Rà soát", "văn bản", "Họp", "giao ban", "định kỳ"]);
        assert_eq!(starts(&lines, &TIED), [0, 2]);
    }

    #[test]
    fn a_row_opens_below_the_wider_white() {
        let mut lines = even(&["Họp"; 5]);
        for (_, baseline) in lines.iter_mut().skip(3) {
            *baseline += 6.0;
        }
        assert_eq!(starts(&lines, &[9.0, 42.0]), [0, 3]);
    }
}
