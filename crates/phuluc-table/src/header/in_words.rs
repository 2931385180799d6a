//! The header of a table without rules around its cells: labels found by their words.

use std::ops::Range;

use crate::convention::column_numbers::counts_columns;
use crate::convention::total_row::is_total;
use crate::furniture::appendix_heading::opens_as_title;
use crate::header::label::{beginnings, opens_as_label};
use crate::header::label_stack::{LabelStack, stacks};
use crate::header::number_label::number_label;
use crate::header::role::names_a_role;
use crate::page_reader::page_table::PartCell;
use crate::page_reader::table_frame::is_code;
use crate::page_reader::text_block::{TextBlock, is_outside};
use crate::page_reader::text_chunk::TextChunk;
use phuluc_language::fold::plain;
use phuluc_language::labels::LabelWords;
use phuluc_model::ordinal::Ordinal;
use phuluc_page::extent::Extent;
use phuluc_page::page::Page;
use phuluc_page::rule::Rule;

/// A header has at most this many labels.
const MAX_LABELS: usize = 64;

/// At most this many blocks of a header are above the number label.
const MAX_ABOVE: usize = 8;

/// A line of a label that is alone in its block has at most this many words.
const MAX_ALONE: usize = 3;

/// A text wider than this share of the page is no label.
const WIDE: f32 = 0.5;

/// The next two lines of a label are looked for in this many blocks.
const SPACED: usize = 3;

/// Tolerance in points for lines of a label that are below each other.
const ALIGNED: f32 = 3.0;

/// Tolerance in points: texts on a grid of characters that overlap by at most this only touch.
const TOUCH: f32 = 5.0;

/// Numbers begin at most this far right of the middle of their label, in points.
const BESIDE: f32 = 30.0;

/// A header, with its cells in one or two rows.
#[derive(Debug)]
pub(crate) struct WordHeader {
    pub(crate) y: Extent,
    /// The extents of the labels, from left to right.
    pub(crate) columns: Vec<Extent>,
    /// How many rows the labels have: two if a head is over several of them.
    pub(crate) rows: usize,
    pub(crate) cells: Vec<PartCell>,
    /// The row below that counts the columns, if there is one.
    pub(crate) counts: Vec<TextChunk>,
    /// Whether it is a copy of the header of the table above, which continues below it.
    pub(crate) is_copy: bool,
    /// The blocks of the header.
    pub(crate) blocks: Range<usize>,
}

/// The blocks with a number label.
pub(crate) fn candidates(blocks: &[TextBlock]) -> Vec<usize> {
    let named =
        blocks.iter().enumerate().filter(|(_, block)| block.chunks.iter().any(names_numbers));
    named.map(|(index, _)| index).collect()
}

/// The header around a block with a number label.
///
/// `open` are the words of the header of the table above, of which this may be a copy.
pub(crate) fn head(
    blocks: &[TextBlock],
    at: usize,
    page: &Page,
    leading: f32,
    open: &[String],
    known: &LabelWords,
) -> Option<WordHeader> {
    let label = label_of_numbers(blocks.get(at)?)?;
    let rules = heights(&page.rules.horizontal, label);
    let copy = copy(blocks, at, open);
    let (from, to) = copy.clone().map_or_else(
        || {
            let top = top(blocks, at, page, leading, &rules, known);
            let bottom = bottom(blocks, at, &rules, label);
            (top, if page.on_grid { grid_bottom(blocks, top, at, bottom, known) } else { bottom })
        },
        |copy| (copy.start, copy.end),
    );
    let chunks: Vec<&TextChunk> =
        blocks.get(from..to)?.iter().flat_map(|block| &block.chunks).collect();
    let parts = if page.on_grid { grid_labels(blocks.get(from..to)?, known) } else { Vec::new() };
    let chunks = if page.on_grid { parts.iter().collect() } else { chunks };
    let y = Extent::around(blocks.get(from..to)?.iter().map(|block| block.y))?;
    let stacks = stacks(&chunks, page.on_grid, MAX_LABELS)?;
    let rows = if stacks.iter().any(|stack| stack.heads.is_some()) { 2 } else { 1 };
    let columns = stacks.iter().map(|stack| stack.x).collect();
    let counts = blocks.get(to).filter(|block| block_counts_columns(block));
    Some(WordHeader {
        y,
        columns,
        rows,
        cells: cells(stacks, rows),
        is_copy: copy.is_some(),
        counts: counts.map(|block| block.chunks.clone()).unwrap_or_default(),
        blocks: from..to + usize::from(counts.is_some()),
    })
}

/// The labels of a header on a grid of characters, where a single space may separate two labels:
/// chunks are cut where labels begin, and below the line with most labels at the nearest of these.
fn grid_labels(blocks: &[TextBlock], known: &LabelWords) -> Vec<TextChunk> {
    let of_slab =
        |block: &TextBlock| block.chunks.iter().flat_map(|chunk| labels(chunk, known)).collect();
    let lines: Vec<Vec<TextChunk>> = blocks.iter().map(of_slab).collect();
    let richest = lines.iter().enumerate().rev().max_by_key(|(_, chunks)| chunks.len());
    let Some((richest, seeds)) = richest else { return Vec::new() };
    let mut seeds: Vec<Extent> = seeds.iter().map(|chunk| chunk.x).collect();
    seeds.sort_by(|a, b| a.min.total_cmp(&b.min));
    let below = |(index, chunks): (usize, &Vec<TextChunk>)| -> Vec<TextChunk> {
        if index > richest {
            chunks.iter().flat_map(|chunk| spread(chunk, &seeds)).collect()
        } else {
            chunks.clone()
        }
    };
    lines.iter().enumerate().flat_map(below).collect()
}

/// The labels of a chunk by their words.
fn labels(chunk: &TextChunk, known: &LabelWords) -> Vec<TextChunk> {
    let words: Vec<&str> = chunk.words.iter().map(|word| &*word.text).collect();
    parts(chunk, &beginnings(&words, known))
}

/// A chunk below several labels, cut so that each part is as near as possible to the middle of its
/// label.
fn spread(chunk: &TextChunk, labels: &[Extent]) -> Vec<TextChunk> {
    let over: Vec<&Extent> = labels.iter().filter(|label| label.overlap(chunk.x) > TOUCH).collect();
    let whole = vec![chunk.clone()];
    let (&[left, right], true) = (over.as_slice(), chunk.words.len() > 1) else { return whole };
    let off = |part: &[TextChunk]| -> f32 {
        let pairs = part.iter().zip([left, right]);
        pairs.map(|(part, label)| (part.x.middle() - label.middle()).abs()).sum()
    };
    let ways = (1..chunk.words.len()).map(|at| parts(chunk, &[0, at]));
    ways.min_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or(whole)
}

/// The parts of a chunk that begin with the words of these indexes.
fn parts(chunk: &TextChunk, starts: &[usize]) -> Vec<TextChunk> {
    let ends = starts.iter().skip(1).copied().chain([chunk.words.len()]);
    let part = |(start, end): (&usize, usize)| {
        crate::page_reader::text_chunk::chunk(chunk.words.get(*start..end)?)
    };
    starts.iter().zip(ends).filter_map(part).collect()
}

/// Whether a block counts the columns: `(1) (2) (3)`.
fn block_counts_columns(block: &TextBlock) -> bool {
    let mut chunks: Vec<&TextChunk> = block.chunks.iter().collect();
    chunks.sort_by(|a, b| a.x.min.total_cmp(&b.x.min));
    counts_columns(chunks.into_iter().map(|chunk| chunk.word().unwrap_or_default()))
}

/// The heights of the rules above and below the number label, from the top; a rule that only
/// separates a head from its labels is left out.
fn heights(rules: &[Rule], label: f32) -> Vec<f32> {
    let mut heights: Vec<f32> =
        rules.iter().filter(|rule| rule.along.holds(label)).map(|rule| rule.at).collect();
    heights.sort_by(f32::total_cmp);
    heights
}

/// Whether one of these heights is between two blocks.
fn ruled(rules: &[f32], above: &TextBlock, below: &TextBlock) -> bool {
    let (from, to) = (above.y.max - 1.0, below.y.min + 1.0);
    rules.get(rules.partition_point(|rule| *rule < from)).is_some_and(|rule| *rule <= to)
}

/// The middle of the number label in a block.
fn label_of_numbers(block: &TextBlock) -> Option<f32> {
    block.chunks.iter().find(|chunk| names_numbers(chunk)).map(|chunk| chunk.x.middle())
}

fn names_numbers(chunk: &TextChunk) -> bool {
    let words: Vec<String> = chunk.words.iter().take(4).map(|word| plain(&word.text)).collect();
    number_label(&words) == words.len()
}

/// The first block of the header: lines of labels may be above the number label.
fn top(
    blocks: &[TextBlock],
    at: usize,
    page: &Page,
    leading: f32,
    rules: &[f32],
    known: &LabelWords,
) -> usize {
    if let Some(from) = ruled_top(blocks, at, rules) {
        return from;
    }
    let mut from = at;
    while let (Some(above), Some(here)) =
        (from.checked_sub(1).and_then(|i| blocks.get(i)), blocks.get(from))
    {
        let near = here.y.min - above.y.max <= leading + 2.0
            || blocks.get(from..).is_some_and(|below| is_spaced_like(above, below));
        let wide = above.chunks.iter().any(|chunk| chunk.x.length() > WIDE * page.width);
        if !near
            || wide
            || closes_a_bracket(above)
            || (page.on_grid && is_above_header(above, blocks.get(at), known))
            || is_outside(above)
            || ruled(rules, above, here)
        {
            break;
        }
        from -= 1;
    }
    from
}

/// Whether a block is a line of the heading above a header on a grid of characters, where no gap
/// separates them: a long text alone that does not open like a label, or a reference. Several
/// labels may look like one text, but have none below them on the line of the number label.
fn is_above_header(block: &TextBlock, labels: Option<&TextBlock>, known: &LabelWords) -> bool {
    let [chunk] = block.chunks.as_slice() else { return false };
    let words: Vec<&str> = chunk.words.iter().map(|word| &*word.text).collect();
    let beside =
        |labels: &TextBlock| labels.chunks.iter().all(|label| label.x.overlap(chunk.x) <= 0.0);
    let several = beginnings(&words, known).len() > 1
        && !opens_as_title(&words)
        && labels.is_some_and(beside);
    chunk.first().starts_with('(')
        || (words.len() > MAX_ALONE && !opens_as_label(&words, known) && !several)
}

/// Whether a block closes a bracket that it does not open: the reference above the header, in two
/// lines.
fn closes_a_bracket(block: &TextBlock) -> bool {
    let mut words = block.chunks.iter().flat_map(|chunk| &chunk.words);
    let opens = words.clone().any(|word| word.text.contains('('));
    !opens && words.any(|word| word.text.ends_with(')'))
}

/// The first block under the rule above the header, if there is one.
fn ruled_top(blocks: &[TextBlock], at: usize, rules: &[f32]) -> Option<usize> {
    let height = blocks.get(at)?.y.min;
    let over = rules.partition_point(|rule| *rule < height);
    let rule = *rules.get(over.checked_sub(1)?)?;
    let from = blocks.partition_point(|block| block.y.middle() < rule);
    let inside = blocks.get(from..at)?;
    (inside.len() <= MAX_ABOVE && !inside.iter().any(is_outside)).then_some(from)
}

/// Whether the gap between a block and the label below it is that between the lines of the label.
fn is_spaced_like(above: &TextBlock, below: &[TextBlock]) -> bool {
    let [chunk] = above.chunks.as_slice() else { return false };
    let mut label: Vec<&TextChunk> = below
        .iter()
        .take(SPACED)
        .flat_map(|block| &block.chunks)
        .filter(|other| other.x.overlap(chunk.x) > 0.0)
        .collect();
    label.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    match label.as_slice() {
        [first, second, ..] => {
            let spacing = second.baseline - first.baseline;
            let aligned = (first.x.middle() - chunk.x.middle()).abs() < ALIGNED
                || (first.x.min - chunk.x.min).abs() < ALIGNED;
            aligned && (first.baseline - chunk.baseline - spacing).abs() < 0.1 * spacing
        }
        _ => false,
    }
}

/// The blocks of a copy of a header, if the number label is in one.
fn copy(blocks: &[TextBlock], at: usize, header: &[String]) -> Option<Range<usize>> {
    let starts = (at.saturating_sub(MAX_ABOVE)..=at).rev();
    // The copy above another header may end before its label.
    let repeat_budget =
        starts.into_iter().filter_map(|from| Some(from..copy_end(blocks, from, header)?));
    repeat_budget.into_iter().find(|copy| copy.contains(&at))
}

/// The end of a copy of a header: after all its words, if there was no other word.
fn copy_end(blocks: &[TextBlock], from: usize, header: &[String]) -> Option<usize> {
    let mut missing: Vec<&str> = header.iter().map(String::as_str).collect();
    if missing.is_empty() {
        return None;
    }
    for (index, block) in blocks.iter().enumerate().skip(from) {
        for word in block.chunks.iter().flat_map(|chunk| &chunk.words) {
            let key = plain(&word.text);
            let found = missing.iter().position(|word| *word == key)?;
            missing.swap_remove(found);
        }
        if missing.is_empty() {
            return Some(index + 1);
        }
    }
    None
}

/// The end of the header: a rule, or the widest gap before the first number.
fn bottom(blocks: &[TextBlock], at: usize, rules: &[f32], label: f32) -> usize {
    let numbers = |block: &TextBlock| {
        let opens = |chunk: &TextChunk| {
            chunk.x.min < label + BESIDE
                && (!Ordinal::readings(chunk.first()).is_empty() || is_code(chunk.first()))
                || is_total(chunk.words.iter().map(|word| &*word.text))
        };
        block.chunks.iter().any(opens)
    };
    let first = blocks.iter().enumerate().skip(at + 1).find(|(_, block)| numbers(block));
    let first = first.map_or(blocks.len(), |(index, _)| index);
    let counts = blocks.iter().enumerate().take(first + 1).skip(at + 1);
    if let Some((index, _)) = counts.into_iter().find(|(_, block)| block_counts_columns(block)) {
        return index;
    }
    let mut best = (f32::MIN, first);
    for index in at + 1..=first.min(blocks.len().saturating_sub(1)) {
        let (Some(above), Some(below)) = (blocks.get(index - 1), blocks.get(index)) else { break };
        if ruled(rules, above, below) {
            return index;
        }
        let gap = below.y.min - above.y.max;
        // Of equal gaps the last one is taken.
        if gap > best.0 - 1.0 {
            best = (gap.max(best.0), index);
        }
    }
    best.1
}

/// The end of the header on a grid of characters, where no gap separates it from the row below.
///
/// If lines are above the number label, the label is in the middle and as many lines are below it.
/// Labels continue in small letters, or in capitals if all are in capitals.
fn grid_bottom(
    blocks: &[TextBlock],
    top: usize,
    at: usize,
    most: usize,
    known: &LabelWords,
) -> usize {
    let label = first_line_of_number_label(blocks, top, at);
    let end = if top < label { most.min(label + at - top + 1) } else { at + 1 };
    let Some(labels) = blocks.get(top..=at) else { return end };
    let capitals = !labels.iter().any(has_small_letters);
    let continues = |block: &&TextBlock| {
        let in_capitals = capitals
            && !has_small_letters(block)
            && !labels.last().is_some_and(|labels| is_beside_numbers(block, labels));
        let title = !capitals && !has_small_letters(block) && has_capitals(block);
        in_capitals || (!title && block.chunks.iter().all(|chunk| goes_on(chunk, known)))
    };
    let below = blocks.get(end..most).unwrap_or_default();
    end + below.iter().take_while(continues).count()
}

/// The block of a header in which the number label begins: `Số TT` may have two lines.
fn first_line_of_number_label(blocks: &[TextBlock], top: usize, at: usize) -> usize {
    let begins = |block: &TextBlock| {
        let first = block.chunks.iter().min_by(|a, b| a.x.min.total_cmp(&b.x.min));
        first.is_some_and(|chunk| chunk.words.len() == 1 && plain(chunk.first()) == "so")
    };
    let above = blocks.get(top..at).unwrap_or_default();
    above.iter().rposition(begins).map_or(at, |index| top + index)
}

fn has_capitals(block: &TextBlock) -> bool {
    let mut words = block.chunks.iter().flat_map(|chunk| &chunk.words);
    words.any(|word| word.text.contains(char::is_uppercase))
}

fn has_small_letters(block: &TextBlock) -> bool {
    let mut words = block.chunks.iter().flat_map(|chunk| &chunk.words);
    words.any(|word| word.text.contains(char::is_lowercase))
}

/// Whether a block is only a text under the label to the right of the number label, like a title.
fn is_beside_numbers(block: &TextBlock, labels: &TextBlock) -> bool {
    let mut xs: Vec<Extent> = labels.chunks.iter().map(|chunk| chunk.x).collect();
    xs.sort_by(|a, b| a.min.total_cmp(&b.min));
    let end = xs.get(2).map_or(f32::MAX, |x| x.min);
    block.chunks.iter().all(|chunk| chunk.x.min < end)
}

/// Whether a chunk continues a label: it opens in small letters, names a column itself, or is the
/// first line of a label.
fn goes_on(chunk: &TextChunk, known: &LabelWords) -> bool {
    let words: Vec<&str> = chunk.words.iter().map(|word| &*word.text).collect();
    let text: Vec<String> = words.iter().map(|word| plain(word)).collect();
    !chunk.first().starts_with(char::is_uppercase)
        || names_a_role(&text.join(" "), known)
        || (words.len() <= MAX_ALONE && opens_as_label(&words, known))
}

fn cells(stacks: Vec<LabelStack>, rows: usize) -> Vec<PartCell> {
    let mut cells: Vec<PartCell> = Vec::new();
    let mut last_head: Option<usize> = None;
    for (column, stack) in stacks.into_iter().enumerate() {
        let first_row = usize::from(stack.heads.is_some());
        let same_head = stack.heads.is_some() && stack.heads == last_head;
        if let Some(head) =
            cells.iter_mut().rev().find(|cell| cell.rows == (0..1)).filter(|_| same_head)
        {
            head.columns.end = column + 1;
        } else if stack.heads.is_some() {
            cells.push(PartCell {
                rows: 0..1,
                columns: column..column + 1,
                words: stack.head_words,
            });
        }
        last_head = stack.heads;
        cells.push(PartCell {
            rows: first_row..rows,
            columns: column..column + 1,
            words: stack.words,
        });
    }
    cells
}
