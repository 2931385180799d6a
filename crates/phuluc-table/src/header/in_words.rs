//! The header of a table without rules around its cells: labels found by their words.

use std::ops::Range;

use crate::convention::total_row::is_total;
use crate::furniture::appendix_heading::opens_as_title;
use crate::header::in_cells::count_columns;
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

/// A header has no more labels than this.
const MAX_LABELS: usize = 64;

/// No more slabs than this stand above the label of the numbers in a header.
const MAX_ABOVE: usize = 8;

/// A line of a label that stands alone has no more words than this.
const MAX_ALONE: usize = 3;

/// A label that is wider than this share of the page is a line of text.
const WIDE: f32 = 0.5;

/// Slabs in which the next two lines of a label are looked for.
const SPACED: usize = 3;

/// The lines of a label stand below each other to within this, in points.
const ALIGNED: f32 = 3.0;

/// Texts of a grid that overlap by no more than this, in points, only touch.
const TOUCH: f32 = 5.0;

/// Numbers begin no further right of the middle of their label than this, in points.
const BESIDE: f32 = 30.0;

/// A header, with its cells in one or two rows.
#[derive(Debug)]
pub(crate) struct WordHeader {
    pub(crate) y: Extent,
    /// The stretches that the labels take, from left to right.
    pub(crate) columns: Vec<Extent>,
    /// How many rows the labels have: two, where a head stands over several of them.
    pub(crate) rows: usize,
    pub(crate) cells: Vec<PartCell>,
    /// The row below that counts the columns, if there is one.
    pub(crate) counts: Vec<TextChunk>,
    /// Whether it is a copy of the header of the table above, which goes on below it.
    pub(crate) is_copy: bool,
    /// The slabs it is made of.
    pub(crate) slabs: Range<usize>,
}

/// The slabs that hold the label of a number column.
pub(crate) fn candidates(slabs: &[TextBlock]) -> Vec<usize> {
    let named = slabs.iter().enumerate().filter(|(_, slab)| slab.runs.iter().any(names_numbers));
    named.map(|(index, _)| index).collect()
}

/// The header around the slab that holds the label of the number column.
///
/// `open` are the words of the header of the table above, of which this may be a copy.
pub(crate) fn head(
    slabs: &[TextBlock],
    at: usize,
    page: &Page,
    leading: f32,
    open: &[String],
    known: &LabelWords,
) -> Option<WordHeader> {
    let label = label_of_numbers(slabs.get(at)?)?;
    let rules = heights(&page.rules.horizontal, label);
    let copy = copy(slabs, at, open);
    let (from, to) = copy.clone().map_or_else(
        || {
            let top = top(slabs, at, page, leading, &rules, known);
            let bottom = bottom(slabs, at, &rules, label);
            (top, if page.on_grid { grid_bottom(slabs, top, at, bottom, known) } else { bottom })
        },
        |copy| (copy.start, copy.end),
    );
    let runs: Vec<&TextChunk> = slabs.get(from..to)?.iter().flat_map(|slab| &slab.runs).collect();
    let parts = if page.on_grid { grid_labels(slabs.get(from..to)?, known) } else { Vec::new() };
    let runs = if page.on_grid { parts.iter().collect() } else { runs };
    let y = Extent::around(slabs.get(from..to)?.iter().map(|slab| slab.y))?;
    let stacks = stacks(&runs, page.on_grid, MAX_LABELS)?;
    let rows = if stacks.iter().any(|stack| stack.heads.is_some()) { 2 } else { 1 };
    let columns = stacks.iter().map(|stack| stack.x).collect();
    let counts = slabs.get(to).filter(|slab| counts_columns(slab));
    Some(WordHeader {
        y,
        columns,
        rows,
        cells: cells(stacks, rows),
        is_copy: copy.is_some(),
        counts: counts.map(|slab| slab.runs.clone()).unwrap_or_default(),
        slabs: from..to + usize::from(counts.is_some()),
    })
}

/// The labels of a header on a grid of characters, where a single space may part two of them: runs
/// are cut where labels begin, and below the line with most labels at the nearest of these.
fn grid_labels(slabs: &[TextBlock], known: &LabelWords) -> Vec<TextChunk> {
    let of_slab = |slab: &TextBlock| slab.runs.iter().flat_map(|run| labels(run, known)).collect();
    let lines: Vec<Vec<TextChunk>> = slabs.iter().map(of_slab).collect();
    let richest = lines.iter().enumerate().rev().max_by_key(|(_, runs)| runs.len());
    let Some((richest, seeds)) = richest else { return Vec::new() };
    let mut seeds: Vec<Extent> = seeds.iter().map(|run| run.x).collect();
    seeds.sort_by(|a, b| a.min.total_cmp(&b.min));
    let below = |(index, runs): (usize, &Vec<TextChunk>)| -> Vec<TextChunk> {
        if index > richest {
            runs.iter().flat_map(|run| spread(run, &seeds)).collect()
        } else {
            runs.clone()
        }
    };
    lines.iter().enumerate().flat_map(below).collect()
}

/// The labels of a run by their words.
fn labels(run: &TextChunk, known: &LabelWords) -> Vec<TextChunk> {
    let words: Vec<&str> = run.words.iter().map(|word| &*word.text).collect();
    parts(run, &beginnings(&words, known))
}

/// A run below several labels, cut so that each part stands as near to the middle of its label as
/// can be.
fn spread(run: &TextChunk, labels: &[Extent]) -> Vec<TextChunk> {
    let over: Vec<&Extent> = labels.iter().filter(|label| label.overlap(run.x) > TOUCH).collect();
    let whole = vec![run.clone()];
    let (&[left, right], true) = (over.as_slice(), run.words.len() > 1) else { return whole };
    let off = |part: &[TextChunk]| -> f32 {
        let pairs = part.iter().zip([left, right]);
        pairs.map(|(part, label)| (part.x.middle() - label.middle()).abs()).sum()
    };
    let ways = (1..run.words.len()).map(|at| parts(run, &[0, at]));
    ways.min_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or(whole)
}

/// The parts of a run that begin with the words of these numbers.
fn parts(run: &TextChunk, starts: &[usize]) -> Vec<TextChunk> {
    let ends = starts.iter().skip(1).copied().chain([run.words.len()]);
    let part = |(start, end): (&usize, usize)| {
        crate::page_reader::text_chunk::run(run.words.get(*start..end)?)
    };
    starts.iter().zip(ends).filter_map(part).collect()
}

/// Whether a slab counts the columns: `(1) (2) (3)`.
fn counts_columns(slab: &TextBlock) -> bool {
    let mut runs: Vec<&TextChunk> = slab.runs.iter().collect();
    runs.sort_by(|a, b| a.x.min.total_cmp(&b.x.min));
    count_columns(runs.into_iter().map(|run| run.word().unwrap_or_default()))
}

/// The heights of the rules above and below the label of the numbers, from the top; one that only
/// parts a head from its labels is none of them.
fn heights(rules: &[Rule], label: f32) -> Vec<f32> {
    let mut heights: Vec<f32> =
        rules.iter().filter(|rule| rule.along.holds(label)).map(|rule| rule.at).collect();
    heights.sort_by(f32::total_cmp);
    heights
}

/// Whether a rule of these heights runs between two slabs.
fn ruled(rules: &[f32], above: &TextBlock, below: &TextBlock) -> bool {
    let (from, to) = (above.y.max - 1.0, below.y.min + 1.0);
    rules.get(rules.partition_point(|rule| *rule < from)).is_some_and(|rule| *rule <= to)
}

/// The label of the number column, and the middle of it.
fn label_of_numbers(slab: &TextBlock) -> Option<f32> {
    slab.runs.iter().find(|run| names_numbers(run)).map(|run| run.x.middle())
}

fn names_numbers(run: &TextChunk) -> bool {
    let words: Vec<String> = run.words.iter().take(4).map(|word| plain(&word.text)).collect();
    number_label(&words) == words.len()
}

/// The first slab of the header: lines of labels may stand above the label of the numbers.
fn top(
    slabs: &[TextBlock],
    at: usize,
    page: &Page,
    leading: f32,
    rules: &[f32],
    known: &LabelWords,
) -> usize {
    if let Some(from) = ruled_top(slabs, at, rules) {
        return from;
    }
    let mut from = at;
    while let (Some(above), Some(here)) =
        (from.checked_sub(1).and_then(|i| slabs.get(i)), slabs.get(from))
    {
        let near = here.y.min - above.y.max <= leading + 2.0
            || slabs.get(from..).is_some_and(|below| is_spaced_like(above, below));
        let wide = above.runs.iter().any(|run| run.x.length() > WIDE * page.width);
        if !near
            || wide
            || closes_a_bracket(above)
            || (page.on_grid && is_above_header(above, slabs.get(at), known))
            || is_outside(above)
            || ruled(rules, above, here)
        {
            break;
        }
        from -= 1;
    }
    from
}

/// Whether a slab is a line of the heading over a header on a grid of characters, where white does not
/// part them: a long text alone that opens as no label does, or a reference. Several labels may look
/// like one text, but have none below them on the line of the number label.
fn is_above_header(slab: &TextBlock, labels: Option<&TextBlock>, known: &LabelWords) -> bool {
    let [run] = slab.runs.as_slice() else { return false };
    let words: Vec<&str> = run.words.iter().map(|word| &*word.text).collect();
    let beside = |labels: &TextBlock| labels.runs.iter().all(|label| label.x.overlap(run.x) <= 0.0);
    let several = beginnings(&words, known).len() > 1
        && !opens_as_title(&words)
        && labels.is_some_and(beside);
    run.first().starts_with('(')
        || (words.len() > MAX_ALONE && !opens_as_label(&words, known) && !several)
}

/// Whether a slab ends a bracket that it does not open: the reference above the header, in two lines.
fn closes_a_bracket(slab: &TextBlock) -> bool {
    let mut words = slab.runs.iter().flat_map(|run| &run.words);
    let opens = words.clone().any(|word| word.text.contains('('));
    !opens && words.any(|word| word.text.ends_with(')'))
}

/// The first slab under the rule over the header, if there is one.
fn ruled_top(slabs: &[TextBlock], at: usize, rules: &[f32]) -> Option<usize> {
    let height = slabs.get(at)?.y.min;
    let over = rules.partition_point(|rule| *rule < height);
    let rule = *rules.get(over.checked_sub(1)?)?;
    let from = slabs.partition_point(|slab| slab.y.middle() < rule);
    let inside = slabs.get(from..at)?;
    (inside.len() <= MAX_ABOVE && !inside.iter().any(is_outside)).then_some(from)
}

/// Whether a slab stands as far above the label below it as the lines of that label from each other.
fn is_spaced_like(above: &TextBlock, below: &[TextBlock]) -> bool {
    let [run] = above.runs.as_slice() else { return false };
    let mut label: Vec<&TextChunk> = below
        .iter()
        .take(SPACED)
        .flat_map(|slab| &slab.runs)
        .filter(|other| other.x.overlap(run.x) > 0.0)
        .collect();
    label.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    match label.as_slice() {
        [first, second, ..] => {
            let spacing = second.baseline - first.baseline;
            let aligned = (first.x.middle() - run.x.middle()).abs() < ALIGNED
                || (first.x.min - run.x.min).abs() < ALIGNED;
            aligned && (first.baseline - run.baseline - spacing).abs() < 0.1 * spacing
        }
        _ => false,
    }
}

/// The slabs of a copy of a header, if the label of the numbers stands in one.
fn copy(slabs: &[TextBlock], at: usize, header: &[String]) -> Option<Range<usize>> {
    let starts = (at.saturating_sub(MAX_ABOVE)..=at).rev();
    // The copy above another header may end before its label.
    let copies = starts.into_iter().filter_map(|from| Some(from..copy_end(slabs, from, header)?));
    copies.into_iter().find(|copy| copy.contains(&at))
}

/// The end of a copy of a header: where all its words have come and no other word.
fn copy_end(slabs: &[TextBlock], from: usize, header: &[String]) -> Option<usize> {
    let mut missing: Vec<&str> = header.iter().map(String::as_str).collect();
    if missing.is_empty() {
        return None;
    }
    for (index, slab) in slabs.iter().enumerate().skip(from) {
        for word in slab.runs.iter().flat_map(|run| &run.words) {
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

/// The end of the header: a rule, or the widest white before the first number.
fn bottom(slabs: &[TextBlock], at: usize, rules: &[f32], label: f32) -> usize {
    let numbers = |slab: &TextBlock| {
        let opens = |run: &TextChunk| {
            run.x.min < label + BESIDE
                && (!Ordinal::readings(run.first()).is_empty() || is_code(run.first()))
                || is_total(run.words.iter().map(|word| &*word.text))
        };
        slab.runs.iter().any(opens)
    };
    let first = slabs.iter().enumerate().skip(at + 1).find(|(_, slab)| numbers(slab));
    let first = first.map_or(slabs.len(), |(index, _)| index);
    let counts = slabs.iter().enumerate().take(first + 1).skip(at + 1);
    if let Some((index, _)) = counts.into_iter().find(|(_, slab)| counts_columns(slab)) {
        return index;
    }
    let mut best = (f32::MIN, first);
    for index in at + 1..=first.min(slabs.len().saturating_sub(1)) {
        let (Some(above), Some(below)) = (slabs.get(index - 1), slabs.get(index)) else { break };
        if ruled(rules, above, below) {
            return index;
        }
        let gap = below.y.min - above.y.max;
        // Of gaps that are alike the last one counts.
        if gap > best.0 - 1.0 {
            best = (gap.max(best.0), index);
        }
    }
    best.1
}

/// The end of the header on a grid of characters, where no white tells it from the row below.
///
/// Where lines stand above the label of the numbers it is in the middle, and as many stand below it.
/// Labels go on in small letters, or in capitals where all are written in them.
fn grid_bottom(
    slabs: &[TextBlock],
    top: usize,
    at: usize,
    most: usize,
    known: &LabelWords,
) -> usize {
    let label = first_line_of_number_label(slabs, top, at);
    let end = if top < label { most.min(label + at - top + 1) } else { at + 1 };
    let Some(labels) = slabs.get(top..=at) else { return end };
    let capitals = !labels.iter().any(has_small_letters);
    let goes_on = |slab: &&TextBlock| {
        let in_capitals = capitals
            && !has_small_letters(slab)
            && !labels.last().is_some_and(|labels| is_beside_numbers(slab, labels));
        let title = !capitals && !has_small_letters(slab) && has_capitals(slab);
        in_capitals || (!title && slab.runs.iter().all(|run| goes_on(run, known)))
    };
    let below = slabs.get(end..most).unwrap_or_default();
    end + below.iter().take_while(goes_on).count()
}

/// The slab of a header in which the label of the numbers begins: `Số TT` may have two lines.
fn first_line_of_number_label(slabs: &[TextBlock], top: usize, at: usize) -> usize {
    let begins = |slab: &TextBlock| {
        let first = slab.runs.iter().min_by(|a, b| a.x.min.total_cmp(&b.x.min));
        first.is_some_and(|run| run.words.len() == 1 && plain(run.first()) == "so")
    };
    let above = slabs.get(top..at).unwrap_or_default();
    above.iter().rposition(begins).map_or(at, |index| top + index)
}

fn has_capitals(slab: &TextBlock) -> bool {
    let mut words = slab.runs.iter().flat_map(|run| &run.words);
    words.any(|word| word.text.contains(char::is_uppercase))
}

fn has_small_letters(slab: &TextBlock) -> bool {
    let mut words = slab.runs.iter().flat_map(|run| &run.words);
    words.any(|word| word.text.contains(char::is_lowercase))
}

/// Whether a slab has nothing but a text under the label right of the numbers, as a title has.
fn is_beside_numbers(slab: &TextBlock, labels: &TextBlock) -> bool {
    let mut xs: Vec<Extent> = labels.runs.iter().map(|run| run.x).collect();
    xs.sort_by(|a, b| a.min.total_cmp(&b.min));
    let end = xs.get(2).map_or(f32::MAX, |x| x.min);
    slab.runs.iter().all(|run| run.x.min < end)
}

/// Whether a run goes on with a label: it opens in small letters, names a column itself, or is the
/// first line of a label.
fn goes_on(run: &TextChunk, known: &LabelWords) -> bool {
    let words: Vec<&str> = run.words.iter().map(|word| &*word.text).collect();
    let text: Vec<String> = words.iter().map(|word| plain(word)).collect();
    !run.first().starts_with(char::is_uppercase)
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
