//! Builds the labels of a header from its lines, and the heads over several labels.

use std::collections::HashMap;

use crate::page_reader::text_chunk::TextChunk;
use phuluc_page::extent::Extent;
use phuluc_page::placed_word::PlacedWord;

/// A line is over another one if they share this much of the shorter.
const OVER: f32 = 0.25;

/// A head is more than this many font sizes above its labels; lines of a label are nearer.
const HEAD: f32 = 1.4;

/// The same if labels beside it begin on its line.
const TOP: f32 = 1.0;

/// Tolerance for a head over the middle of its labels, as a share of their width.
const CENTRED: f32 = 0.15;

/// A header with heads has at most this many texts; with more it is no header.
const MAX_CHUNKS: usize = 400;

/// A label, and the head over it and its neighbours.
#[derive(Debug, Clone)]
pub(crate) struct LabelStack {
    pub(crate) x: Extent,
    pub(crate) words: Vec<PlacedWord>,
    /// The number of the head over it.
    pub(crate) heads: Option<usize>,
    pub(crate) head_words: Vec<PlacedWord>,
    /// Lines that belong to the head.
    raised: Vec<PlacedWord>,
}

/// Builds labels from their lowest lines upwards; a chunk over several labels is their head. `None`
/// if there are more labels than `most`.
///
/// On a grid of characters lines of different labels may be level by chance.
pub(crate) fn stacks(chunks: &[&TextChunk], on_grid: bool, most: usize) -> Option<Vec<LabelStack>> {
    let mut order: Vec<&TextChunk> = chunks.to_vec();
    order.sort_by(|a, b| b.baseline.total_cmp(&a.baseline));
    let mut stacks: Vec<LabelStack> = Vec::new();
    for (number, chunk) in order.into_iter().enumerate() {
        if let Some(labels) = narrow_head(&stacks, chunk, chunks) {
            for index in labels {
                if let Some(stack) = stacks.get_mut(index) {
                    stack.heads = Some(number);
                    stack.head_words.extend(chunk.words.iter().cloned());
                }
            }
            continue;
        }
        let stands_over = |stack: &&mut LabelStack| {
            stack.x.overlap(chunk.x) > OVER * stack.x.length().min(chunk.x.length())
        };
        let is_full = stacks.len() == most;
        let mut over: Vec<&mut LabelStack> = stacks.iter_mut().filter(stands_over).collect();
        match over.as_mut_slice() {
            [] if is_full => return None,
            [] => stacks.push(LabelStack {
                x: chunk.x,
                words: chunk.words.clone(),
                heads: None,
                head_words: Vec::new(),
                raised: Vec::new(),
            }),
            [stack] if stack.heads.is_none() => {
                stack.x = stack.x.join(chunk.x);
                stack.words.extend(chunk.words.iter().cloned());
            }
            heads => {
                let known: Vec<usize> = heads.iter().filter_map(|stack| stack.heads).collect();
                for stack in heads.iter_mut() {
                    stack.heads = Some(number);
                    stack.head_words.extend(chunk.words.iter().cloned());
                }
                join_heads(&mut stacks, &known, number);
            }
        }
    }
    stacks.sort_by(|a, b| a.x.min.total_cmp(&b.x.min));
    raise_lines(&mut stacks);
    widen_heads(&mut stacks, on_grid);
    settle_heads(&mut stacks);
    Some(stacks)
}

/// Gives heads under one chunk the same number: each may be over other labels too.
fn join_heads(stacks: &mut [LabelStack], heads: &[usize], number: usize) {
    let is_one = |stack: &&mut LabelStack| stack.heads.is_some_and(|head| heads.contains(&head));
    for stack in stacks.iter_mut().filter(is_one) {
        stack.heads = Some(number);
    }
}

/// Joins heads that share a label to one head over all their labels, so that each word is in one
/// cell.
fn settle_heads(stacks: &mut [LabelStack]) {
    let mut start = 0;
    while start < stacks.len() {
        let Some(head) = stacks.get(start).and_then(|stack| stack.heads) else {
            start += 1;
            continue;
        };
        let mut ids = vec![head];
        let mut end = start;
        while let Some(last) =
            stacks.iter().rposition(|stack| stack.heads.is_some_and(|id| ids.contains(&id)))
            && last > end
        {
            end = last;
            ids = stacks
                .get(start..=end)
                .unwrap_or_default()
                .iter()
                .filter_map(|s| s.heads)
                .collect();
        }
        let group = stacks.get_mut(start..=end).unwrap_or_default();
        let words = each_once(group.iter().flat_map(|stack| &stack.head_words));
        for stack in group {
            stack.heads = Some(head);
            stack.head_words.clone_from(&words);
        }
        start = end + 1;
    }
}

/// The words without duplicates.
fn each_once<'a>(words: impl Iterator<Item = &'a PlacedWord>) -> Vec<PlacedWord> {
    let mut seen: HashMap<(u32, u32, &str), Vec<&PlacedWord>> = HashMap::new();
    let mut once = Vec::new();
    for word in words {
        // Duplicates have the same place.
        let same = seen.entry((word.line, (word.x.min + 0.0).to_bits(), &word.text)).or_default();
        if !same.contains(&word) {
            same.push(word);
            once.push(word.clone());
        }
    }
    once
}

/// The neighbouring labels that a chunk is centred over, if it is narrower than they are.
///
/// They begin and end on one line, further below the chunk than the lines of a label are, and
/// nothing else is over them: a label at the middle of its cell would not be level with its
/// neighbours.
fn narrow_head(
    stacks: &[LabelStack],
    chunk: &TextChunk,
    chunks: &[&TextChunk],
) -> Option<Vec<usize>> {
    if chunks.len() > MAX_CHUNKS {
        return None;
    }
    let middle = chunk.x.middle();
    let off =
        |index: &usize| stacks.get(*index).map_or(f32::MAX, |s| (s.x.middle() - middle).abs());
    let nearest = (0..stacks.len()).min_by(|a, b| off(a).total_cmp(&off(b)))?;
    let own = stacks.get(nearest).and_then(|stack| lines(&stack.words))?;
    let level = |stack: &LabelStack| {
        let lines = lines(&stack.words);
        stack.heads.is_none()
            && lines.is_some_and(|l| (l.min - own.min).abs() < 1.0 && (l.max - own.max).abs() < 1.0)
    };
    let mut order: Vec<usize> = (0..stacks.len()).collect();
    order.sort_by(|a, b| {
        let at = |index: &usize| stacks.get(*index).map_or(0.0, |stack| stack.x.min);
        at(a).total_cmp(&at(b))
    });
    let is_level = |index: &usize| stacks.get(*index).is_some_and(level);
    let group =
        order.chunk_by(|a, b| is_level(a) && is_level(b)).find(|group| group.contains(&nearest))?;
    let over = Extent::around(group.iter().filter_map(|index| stacks.get(*index)).map(|s| s.x))?;
    let inside = over.overlap(chunk.x) >= chunk.x.length() - 1.0;
    let centred = (over.middle() - middle).abs() < CENTRED * over.length();
    // If labels begin at the top of the header, a head begins with those beside it.
    let first = chunks.iter().all(|other| other.baseline > chunk.baseline - 1.0);
    let level_with = |other: &TextChunk| {
        (other.baseline - chunk.baseline).abs() < 1.0 && other.x.overlap(over) < 0.0
    };
    let top = first && chunks.iter().any(|other| level_with(other));
    let far = if top { TOP } else { HEAD };
    let below = own.min - chunk.baseline > far * chunk.size;
    let beside = |other: &&&TextChunk| {
        (other.baseline - chunk.baseline).abs() < 1.0
            && other.x != chunk.x
            && other.x.overlap(over) > 0.0
    };
    let alone = || !chunks.iter().any(|other| beside(&other));
    (group.len() > 1 && inside && centred && below && alone()).then(|| group.to_vec())
}

/// Moves to a head its lower lines, which are over one label only.
///
/// Such a line is nearer to the head than to the label below.
fn raise_lines(stacks: &mut [LabelStack]) {
    for stack in stacks.iter_mut().filter(|stack| stack.heads.is_some()) {
        let Some(head) = baselines(&stack.head_words).last().copied() else { continue };
        let mut above = head;
        let lines = baselines(&stack.words);
        for pair in lines.windows(2) {
            let [line, next] = pair else { break };
            if line - above + 1.0 > next - line {
                break;
            }
            above = *line;
        }
        let (raised, own) =
            std::mem::take(&mut stack.words).into_iter().partition(|word| word.baseline <= above);
        stack.words = own;
        let raised: Vec<PlacedWord> = raised;
        stack.raised = raised;
    }
    let raised: Vec<(usize, Vec<PlacedWord>)> = stacks
        .iter_mut()
        .filter_map(|stack| Some((stack.heads?, std::mem::take(&mut stack.raised))))
        .collect();
    for (head, words) in raised {
        let under = stacks.iter_mut().filter(|stack| stack.heads == Some(head));
        under.for_each(|stack| stack.head_words.extend(words.iter().cloned()));
    }
}

/// Extends heads that are narrower than their labels to neighbouring labels that begin on the line
/// of those below the head, or are centred on one; on a grid of characters only if that brings the
/// middle of the labels nearer to the head.
fn widen_heads(stacks: &mut [LabelStack], on_grid: bool) {
    for index in 0..stacks.len() {
        for step in [1, usize::MAX] {
            let Some(LabelStack { heads: Some(head), head_words, words, .. }) =
                stacks.get(index).cloned()
            else {
                break;
            };
            let Some(own) = lines(&words) else { break };
            let under =
                stacks.iter().filter(|stack| stack.heads == Some(head)).map(|stack| stack.x);
            let middle = Extent::around(head_words.iter().map(|word| word.x)).map(Extent::middle);
            let (Some(mut over), Some(middle)) = (Extent::around(under), middle) else { break };
            let mut at = index.wrapping_add(step);
            while let Some(beside) = stacks.get_mut(at) {
                let level = lines(&beside.words).is_some_and(|beside| {
                    (own.min - beside.min).abs() < 1.0
                        || (own.middle() - beside.middle()).abs() < 1.0
                });
                let wider = over.join(beside.x);
                let nearer =
                    !on_grid || (wider.middle() - middle).abs() < (over.middle() - middle).abs();
                if beside.heads.is_some() || !level || !nearer {
                    break;
                }
                over = wider;
                beside.heads = Some(head);
                beside.head_words.clone_from(&head_words);
                at = at.wrapping_add(step);
            }
        }
    }
}

/// From the first to the last line of words.
fn lines(words: &[PlacedWord]) -> Option<Extent> {
    Extent::around(words.iter().map(|word| Extent::between(word.baseline, word.baseline)))
}

/// The lines of words, from top to bottom.
fn baselines(words: &[PlacedWord]) -> Vec<f32> {
    let mut lines: Vec<f32> = words.iter().map(|word| word.baseline).collect();
    lines.sort_by(f32::total_cmp);
    lines.dedup_by(|b, a| *b - *a < 1.0);
    lines
}
