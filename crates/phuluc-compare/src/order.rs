//! Which tasks moved, and which have another number only because others came, went or moved.

use std::collections::BTreeMap;

use crate::change::Renumbered;
use crate::field::words;
use crate::pairs::Pairs;
use crate::side::{Side, TaskAt};

/// For each row of the new document whether it moved: from another section, or past rows that stayed.
///
/// Of the rows of a section the most that kept their order stayed.
pub(super) fn moved(old: &Side<'_>, new: &Side<'_>, groups: &Pairs, rows: &Pairs) -> Vec<bool> {
    let mut moved = vec![false; new.rows.len()];
    let mut by_group: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (before, after) in rows.joined() {
        let place = new.rows.get(after).map(|row| row.place);
        let was = old.rows.get(before).map(|row| row.place);
        match place {
            Some(place) if groups.old_of(place) == was => {
                by_group.entry(place).or_default().push((before, after));
            }
            _ => mark(&mut moved, after),
        }
    }
    for pairs in by_group.values() {
        let stayed = longest_run(pairs);
        pairs.iter().zip(stayed).filter(|(_, stayed)| !stayed).for_each(|((_, after), _)| {
            mark(&mut moved, *after);
        });
    }
    moved
}

fn mark(moved: &mut [bool], position: usize) {
    if let Some(moved) = moved.get_mut(position) {
        *moved = true;
    }
}

/// Which pairs belong to the longest run whose old positions rise; the new ones rise already.
fn longest_run(pairs: &[(usize, usize)]) -> Vec<bool> {
    // For each length of a run the pair that ends the run with the lowest old position.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    for (index, (old, _)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|(end, _)| end < old);
        before.push(length.checked_sub(1).and_then(|last| ends.get(last)).map(|end| end.1));
        match ends.get_mut(length) {
            Some(end) => *end = (*old, index),
            None => ends.push((*old, index)),
        }
    }
    let mut stayed = vec![false; pairs.len()];
    let mut next = ends.last().map(|end| end.1);
    while let Some(index) = next {
        mark(&mut stayed, index);
        next = before.get(index).copied().flatten();
    }
    stayed
}

/// The rows that stayed and have another number, those together that follow each other by one step.
pub(super) fn renumbered<'a>(
    old: &Side<'a>,
    new: &Side<'a>,
    rows: &Pairs,
    moved: &[bool],
) -> Vec<Renumbered<'a>> {
    let mut runs: Vec<Renumbered<'a>> = Vec::new();
    for (before, after) in rows.joined() {
        let (Some(was), Some(is)) = (old.rows.get(before), new.rows.get(after)) else { continue };
        if moved.get(after) == Some(&true) || number(was) == number(is) {
            continue;
        }
        match runs.last_mut().filter(|run| goes_on(&run.last, &(*was, *is))) {
            Some(run) => (run.last, run.tasks) = ((*was, *is), run.tasks + 1),
            None => runs.push(Renumbered { first: (*was, *is), last: (*was, *is), tasks: 1 }),
        }
    }
    runs
}

fn number(row: &TaskAt<'_>) -> Option<String> {
    row.task.number.as_ref().map(words)
}

/// Whether a row is the next one of a run, in both documents.
fn goes_on<'a>(last: &(TaskAt<'a>, TaskAt<'a>), next: &(TaskAt<'a>, TaskAt<'a>)) -> bool {
    succeeds(&last.0, &next.0) && succeeds(&last.1, &next.1)
}

/// Whether the number of a row is that of another and one, with the same words around it.
fn succeeds(last: &TaskAt<'_>, next: &TaskAt<'_>) -> bool {
    let (Some(last), Some(next)) = (parts(last), parts(next)) else { return false };
    last.0 == next.0 && last.1.checked_add(1) == Some(next.1)
}

/// The last figure of a number and what stands before it: `1.` and 2 of `1.2`.
fn parts(row: &TaskAt<'_>) -> Option<(String, u32)> {
    let number = number(row)?;
    let before = number.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let figure = number.strip_prefix(before)?.parse().ok()?;
    Some((before.to_owned(), figure))
}
