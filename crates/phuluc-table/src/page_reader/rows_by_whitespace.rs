//! Rows out of white: which lines belong to which number.
//!
//! Cells stand at the top of their row, beside its number, or at its middle, around it. Both are
//! tried, and the one that leaves the cells nearer to where they should stand is taken.

use crate::page_reader::table_frame::{LEVEL, TableFrame};

use crate::page_reader::column_span::span;
use crate::page_reader::earliest::Earliest;
use crate::page_reader::number_alignment::{AlignedCells, NumberOffset};
use crate::page_reader::row_border_text::seams;
use crate::page_reader::text_block::{TextBlock, leading, slabs};
use crate::page_reader::text_chunk::TextChunk;
use phuluc_page::extent::Extent;

/// White strips between two numbers that are tried as the border of their rows.
const STRIPS: usize = 40;

/// What it costs, in lines, that a page opens with a row without a number.
const REST: f32 = 0.3;

/// What it costs, in lines, that a border has no white at all, where another one has more.
const NARROW: f32 = 0.8;

/// Cells stand exactly around their numbers if they are no further off than this, in lines.
const EXACT: f32 = 0.02;

/// Lines of one row.
#[derive(Debug, Clone)]
pub(crate) struct RowBand {
    pub(crate) y: Extent,
    pub(crate) runs: Vec<TextChunk>,
}

/// Whether a band holds the numbers of several rows, one below the other.
pub(crate) fn has_rows(runs: &[TextChunk], frame: TableFrame<'_>) -> bool {
    let mut numbers: Vec<&TextChunk> = runs.iter().filter(|run| frame.is_number(run)).collect();
    numbers.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut pairs = numbers.iter().zip(numbers.iter().skip(1));
    pairs.any(|(a, b)| b.baseline - a.baseline > LEVEL * a.size)
}

/// Cuts a band into its rows. A band that is not `fresh` may begin with the rest of a row above it.
pub(crate) fn bands(runs: Vec<TextChunk>, frame: TableFrame<'_>, fresh: bool) -> Vec<RowBand> {
    let slabs = slabs(runs);
    let numbers = numbers(&slabs, frame);
    if numbers.is_empty() {
        return band(slabs.into_iter().flat_map(|slab| slab.runs).collect()).into_iter().collect();
    }
    let top = at_top(&slabs, &numbers);
    let Some(middle) = around_middle(&slabs, &numbers, frame, fresh) else { return top };
    let top_cost = cost(&top, &numbers, frame, |_, off| off.top);
    // A row that the end of the page cuts stands at its top whatever the others do.
    let cut = numbers.last().map_or(f32::MAX, |last| last.baseline);
    let middle_cost = cost(&middle, &numbers, frame, |number, off| {
        if number.baseline < cut { off.middle } else { off.middle.min(off.top) }
    });
    let (middle_cost, top_cost) = (middle_cost + borders(&middle), top_cost + borders(&top));
    // Where all cells stand around their numbers, lines above the first one are no rest.
    let exact = middle_cost < EXACT && middle.len() < top.len();
    let seams = seams(&slabs, frame);
    let words = |bands: &[RowBand]| words_cost(&slabs, bands, &seams);
    if exact || middle_cost + words(&middle) + 0.05 < top_cost + words(&top) { middle } else { top }
}

/// What it costs that borders between rows have less white than the lines inside the rows beside
/// them: the mean over the borders.
fn borders(bands: &[RowBand]) -> f32 {
    let inside: Vec<f32> = bands.iter().map(widest_white).collect();
    let pairs = bands.iter().zip(bands.iter().skip(1));
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

/// The widest white across a row, between its lines.
fn widest_white(band: &RowBand) -> f32 {
    let slabs = slabs(band.runs.clone());
    (1..slabs.len()).map(|index| white_above(&slabs, index)).fold(0.0, f32::max)
}

/// The lines of one row; `None` without lines.
pub(crate) fn band(runs: Vec<TextChunk>) -> Option<RowBand> {
    let y = Extent::around(runs.iter().map(|run| run.y))?;
    Some(RowBand { y, runs })
}

/// The numbers and titles that open rows, from top to bottom.
fn numbers(slabs: &[TextBlock], frame: TableFrame<'_>) -> Vec<TextChunk> {
    let white = leading(slabs) + 2.0;
    let right = right_edge(slabs);
    let mut numbers: Vec<TextChunk> = Vec::new();
    let mut above: Option<&TextBlock> = None;
    for (index, slab) in slabs.iter().enumerate() {
        let apart = above.is_none_or(|above| {
            slab.y.min - above.y.max > white && !is_rest_of_title(slab, above, frame, right)
        });
        let note = frame.on_grid && opens_note(slabs, index, frame);
        let opens = |run: &&TextChunk| {
            frame.is_number(run)
                || (note && frame.is_title(run, slab))
                || (apart && (frame.is_title(run, slab) || frame.names_total(run, slab)))
        };
        numbers.extend(slab.runs.iter().filter(opens).cloned());
        above = Some(slab);
    }
    numbers.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    numbers.dedup_by(|b, a| b.baseline - a.baseline < LEVEL * a.size);
    numbers
}

/// White between the lines of a title is no wider than this share of the size: double spacing.
const TITLE_LEADING: f32 = 1.25;

/// Whether a line goes on with the title above it, which had no room for its first word. Lines of a title
/// may stand further apart than those of cells do (`part-ruled-libreoffice-one-line-on-a-page.pdf`).
pub(crate) fn is_rest_of_title(
    slab: &TextBlock,
    above: &TextBlock,
    frame: TableFrame<'_>,
    right: f32,
) -> bool {
    let [run] = slab.runs.as_slice() else { return false };
    let word = run.words.first().map_or(0.0, |word| word.x.length());
    let is_full = |title: &&TextChunk| {
        let (first, last) = span(title.x, frame.columns);
        first < last
            && title.x.max + word > right
            && (title.x.min - run.x.min).abs() < LEVEL * run.size
    };
    slab.y.min - above.y.max < TITLE_LEADING * run.size
        && above.runs.iter().any(|title| is_full(&title))
}

/// How far the texts reach to the right.
pub(crate) fn right_edge(slabs: &[TextBlock]) -> f32 {
    slabs.iter().flat_map(|slab| &slab.runs).map(|run| run.x.max).fold(0.0, f32::max)
}

/// Whether lines across the columns without a number begin with a slab; on a grid no white shows it.
fn opens_note(slabs: &[TextBlock], index: usize, frame: TableFrame<'_>) -> bool {
    let across = |slab: &&TextBlock| slab.runs.iter().any(|run| frame.is_title(run, slab));
    let numbered = |slab: &TextBlock| slab.runs.iter().any(|run| frame.is_number(run));
    let above = index.checked_sub(1).and_then(|above| slabs.get(above));
    // So the lines of a note are counted from its first one only.
    if above.as_ref().is_some_and(across) {
        return false;
    }
    let below = slabs.get(index..).unwrap_or_default();
    let lines = below.iter().take_while(across).count();
    let around = index.saturating_sub(1)..index + lines + 1;
    let around = slabs.get(around.start..around.end.min(slabs.len())).unwrap_or_default();
    lines > 0 && !around.iter().any(numbered)
}

/// The rows if each begins on the line of its number.
fn at_top(slabs: &[TextBlock], numbers: &[TextChunk]) -> Vec<RowBand> {
    let mut rows: Vec<Vec<TextChunk>> = vec![Vec::new(); numbers.len() + 1];
    for run in slabs.iter().flat_map(|slab| &slab.runs) {
        let above = numbers.partition_point(|number| {
            number.baseline - LEVEL * number.size.min(run.size) <= run.baseline
        });
        if let Some(row) = rows.get_mut(above) {
            row.push(run.clone());
        }
    }
    rows.into_iter().filter_map(band).collect()
}

/// The rows if the cells of each stand around its number; `None` if no white parts the rows.
fn around_middle(
    slabs: &[TextBlock],
    numbers: &[TextChunk],
    frame: TableFrame<'_>,
    fresh: bool,
) -> Option<Vec<RowBand>> {
    let places: Vec<usize> = numbers.iter().map(|number| place(slabs, number)).collect();
    if places.iter().zip(places.iter().skip(1)).any(|(a, b)| a == b) {
        return None;
    }
    let first = *places.first()?;
    // The choices for the first slab of each row.
    let mut choices: Vec<Vec<usize>> = vec![if fresh { vec![0] } else { strips(slabs, 0, first) }];
    for (from, to) in places.iter().zip(places.iter().skip(1)) {
        choices.push(strips(slabs, from + 1, *to));
    }
    let starts = best_starts(slabs, numbers, frame, &choices)?;
    let mut ends: Vec<usize> = starts.iter().skip(1).copied().collect();
    ends.push(slabs.len());
    let mut bands: Vec<RowBand> = Vec::new();
    let runs = |from: usize, to: usize| -> Vec<TextChunk> {
        let slabs = slabs.get(from..to).unwrap_or_default();
        slabs.iter().flat_map(|slab| slab.runs.iter().cloned()).collect()
    };
    bands.extend(band(runs(0, *starts.first()?)));
    bands.extend(starts.iter().zip(&ends).filter_map(|(from, to)| band(runs(*from, *to))));
    Some(bands)
}

fn place(slabs: &[TextBlock], number: &TextChunk) -> usize {
    slabs.partition_point(|slab| slab.y.max < number.y.middle())
}

/// The white above a slab.
fn white_above(slabs: &[TextBlock], index: usize) -> f32 {
    let above = index.checked_sub(1).and_then(|above| slabs.get(above));
    above.zip(slabs.get(index)).map_or(0.0, |(above, below)| below.y.min - above.y.max)
}

/// What it costs that each of the slabs opens a row: the more, the less white is above it.
fn narrowness(slabs: &[TextBlock], starts: &[usize]) -> Vec<f32> {
    let white: Vec<f32> = starts.iter().map(|start| white_above(slabs, *start)).collect();
    let most = white.iter().copied().fold(0.1, f32::max);
    let cost = |(start, white): (&usize, &f32)| match start {
        0 => 0.0,
        _ => NARROW * (1.0 - white / most),
    };
    starts.iter().zip(&white).map(cost).collect()
}

/// The slabs from `from` to `to` that may open a row: those under the widest strips.
fn strips(slabs: &[TextBlock], from: usize, to: usize) -> Vec<usize> {
    let gap = |index: usize| white_above(slabs, index);
    let mut indexes: Vec<usize> = (from..=to).collect();
    if indexes.len() > STRIPS {
        indexes.sort_by(|a, b| gap(*b).total_cmp(&gap(*a)));
        indexes.truncate(STRIPS);
        indexes.sort_unstable();
    }
    indexes
}

/// The first slab of each row, so that the cells stand as near to the middle of their rows as can be.
fn best_starts(
    slabs: &[TextBlock],
    numbers: &[TextChunk],
    frame: TableFrame<'_>,
    choices: &[Vec<usize>],
) -> Option<Vec<usize>> {
    let seams = seams(slabs, frame);
    let narrowness = |starts: &[usize]| -> Vec<f32> {
        let words = starts.iter().map(|start| seams.get(*start).copied().unwrap_or(0.0));
        narrowness(slabs, starts)
            .into_iter()
            .zip(words)
            .map(|(white, words)| white + words)
            .collect()
    };
    // For each choice of a row's first slab: the least cost of the rows above, and their choice.
    let first = choices.first()?;
    let rest = |(start, narrow): (&usize, f32)| (if *start > 0 { REST + narrow } else { 0.0 }, 0);
    let mut best: Vec<Vec<(f32, usize)>> =
        vec![first.iter().zip(narrowness(first)).map(rest).collect()];
    let ends = choices.iter().skip(1).cloned().chain([vec![slabs.len()]]);
    for ((starts, ends), number) in choices.iter().zip(ends).zip(numbers) {
        let before = best.last()?;
        let mut costs = Vec::new();
        // All ways have the slab in common that stands behind the last start.
        let inside = starts.last().copied()?;
        let none = || AlignedCells::none(number, frame);
        let mut above = gathered(slabs, inside, starts.iter().rev().copied(), none());
        above.reverse();
        let below = gathered(slabs, inside, ends.iter().copied(), none());
        for ((end, below), narrow) in ends.iter().zip(&below).zip(narrowness(&ends)) {
            let ways = above.iter().zip(before).enumerate().map(|(index, (above, (cost, _)))| {
                let last = *end == slabs.len();
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

/// The cells of a row between one slab and each of some others, which lie on one side of it and are
/// further off from one to the next.
fn gathered<'a>(
    slabs: &[TextBlock],
    from: usize,
    others: impl Iterator<Item = usize>,
    none: AlignedCells<'a>,
) -> Vec<AlignedCells<'a>> {
    let (mut at, mut cells) = (from, none);
    let to = |other: usize| {
        let passed = slabs.get(at.min(other)..at.max(other)).unwrap_or_default();
        cells.add(passed.iter().flat_map(|slab| &slab.runs));
        at = other;
        cells.clone()
    };
    others.map(to).collect()
}

/// How far the cells of a row stand from its middle, in lines for each cell; those of the last row of
/// a page may stand at its top instead, because the page may have cut it.
fn off_middle(above: &AlignedCells<'_>, below: &AlignedCells<'_>, last: bool) -> f32 {
    let (mut middle, mut top) = (0.0, 0.0);
    for (_, off) in above.off(Some(below)) {
        middle += off.middle;
        top += off.top;
    }
    if last { middle.min(top) } else { middle }
}

/// What the words say against the borders of bands, for each of them.
fn words_cost(slabs: &[TextBlock], bands: &[RowBand], seams: &[f32]) -> f32 {
    let mut tops: Vec<f32> = bands.iter().map(|band| band.y.min).collect();
    tops.sort_by(f32::total_cmp);
    let begins = |slab: &&(&TextBlock, &f32)| {
        let first = tops.get(tops.partition_point(|top| *top < slab.0.y.min));
        first.is_some_and(|top| *top < slab.0.y.max)
    };
    let sum: f32 =
        slabs.iter().zip(seams).skip(1).filter(|slab| begins(&slab)).map(|(_, seam)| *seam).sum();
    #[expect(clippy::cast_precision_loss, reason = "a page has some dozen rows")]
    let count = bands.len().max(1) as f32;
    sum / count
}

/// The mean distance of cells from where they should stand, in lines.
fn cost(
    bands: &[RowBand],
    numbers: &[TextChunk],
    frame: TableFrame<'_>,
    off: impl Fn(&TextChunk, NumberOffset) -> f32,
) -> f32 {
    let (mut sum, mut count) = (0.0, 0.0);
    let middles = Earliest::of(numbers.iter().map(|number| number.y.middle()));
    for band in bands {
        let Some(number) = middles.within(band.y).and_then(|first| numbers.get(first)) else {
            continue;
        };
        let mut cells = AlignedCells::none(number, frame);
        cells.add(&band.runs);
        for (_, cell) in cells.off(None).filter(|(column, _)| *column != frame.number) {
            sum += off(number, cell);
            count += 1.0;
        }
    }
    if count > 0.0 { sum / count } else { 0.0 }
}
