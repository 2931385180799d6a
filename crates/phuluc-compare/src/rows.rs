//! Which task of the old document is which of the new one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::change::{Change, Limit};
use crate::field::{self, words};
use crate::likeness::{MAX_STEPS, Words};
use crate::pairs::Pairs;
use crate::side::{Side, TaskAt};

/// How alike the words of one task in two versions are at least. Of two tasks of one section in the PDFs of
/// `fixtures/pdf` and in published plans 3 pairs in 100 are that alike, mostly the parts of one row.
const ALIKE: usize = 550;

/// The same where both have the same number in the same section, which speaks for one task.
const ALIKE_IN_PLACE: usize = 400;

/// The same where they stand in sections that are not the same; there 1 pair in 2,000 is that alike.
const ALIKE_ELSEWHERE: usize = 700;

/// Rows with the same words first: in the same section under the same number, in the same section, and
/// anywhere. Then the rows that are left, those that are most alike first.
pub(super) fn pairs(old: &Side<'_>, new: &Side<'_>, groups: &Pairs) -> (Pairs, Option<Limit>) {
    let mut pairs = Pairs::new(old.rows.len(), new.rows.len());
    let was = |row: &TaskAt<'_>| Some(row.place);
    let is = |row: &TaskAt<'_>| groups.old_of(row.place);
    pairs.join_by(
        &old.rows,
        &new.rows,
        |row| Some((was(row)?, number(row), text(row))),
        |row| Some((is(row)?, number(row), text(row))),
    );
    pairs.join_by(
        &old.rows,
        &new.rows,
        |row| Some((was(row)?, text(row)?)),
        |row| Some((is(row)?, text(row)?)),
    );
    pairs.join_by(&old.rows, &new.rows, text, text);
    let limit = join_alike(&mut pairs, old, new, groups);
    (pairs, limit)
}

fn number(row: &TaskAt<'_>) -> Option<String> {
    row.task.number.as_ref().map(words)
}

fn text(row: &TaskAt<'_>) -> Option<String> {
    row.task.task.as_ref().map(words)
}

/// A row without a pair, and its words.
struct Lone {
    position: usize,
    /// The section as the old document counts it; `None` for one that only the new one has.
    group: Option<usize>,
    number: Option<String>,
    words: Words,
}

fn lone(
    rows: &[TaskAt<'_>],
    free: Vec<usize>,
    group: impl Fn(usize) -> Option<usize>,
) -> Vec<Lone> {
    let lone = |position: usize| {
        let row = rows.get(position)?;
        let words = Words::of(row.task.task.as_ref()?);
        Some(Lone { position, group: group(row.place), number: number(row), words })
    };
    free.into_iter().filter_map(lone).collect()
}

/// Rows worded anew. Each is compared with each, unless they are too many.
fn join_alike(pairs: &mut Pairs, old: &Side<'_>, new: &Side<'_>, groups: &Pairs) -> Option<Limit> {
    let was = lone(&old.rows, pairs.free_old(), Some);
    let is = lone(&new.rows, pairs.free_new(), |place| groups.old_of(place));
    let limit = (steps(&was, &is) > MAX_STEPS).then_some(Limit { old: was.len(), new: is.len() });
    if limit.is_some() {
        join_in_place(pairs, &was, &is);
    } else {
        join_most_alike(pairs, &was, &is);
    }
    limit
}

/// The steps that comparing each with each takes.
fn steps(old: &[Lone], new: &[Lone]) -> usize {
    let words = |rows: &[Lone]| rows.iter().map(|row| row.words.len()).sum::<usize>();
    let each = words(old).saturating_mul(new.len());
    each.saturating_add(words(new).saturating_mul(old.len()))
}

fn join_most_alike(pairs: &mut Pairs, old: &[Lone], new: &[Lone]) {
    let mut found = Vec::new();
    for old in old {
        for new in new {
            let least = least(old, new);
            if old.words.bound(&new.words) < least {
                continue;
            }
            let likeness = old.words.likeness(&new.words);
            if likeness >= least {
                // What is over the threshold is compared, so that the place counts here too.
                found.push((Reverse(likeness - least), old.position, new.position));
            }
        }
    }
    found.sort_unstable();
    for (_, old, new) in found {
        pairs.join(old, new);
    }
}

/// How alike two rows must be to be one.
fn least(old: &Lone, new: &Lone) -> usize {
    if old.group != new.group {
        ALIKE_ELSEWHERE
    } else if old.number == new.number {
        ALIKE_IN_PLACE
    } else {
        ALIKE
    }
}

/// Only rows of the same number in the same section.
fn join_in_place(pairs: &mut Pairs, old: &[Lone], new: &[Lone]) {
    let mut places = BTreeMap::new();
    for new in new {
        places.entry((new.group, new.number.as_deref())).or_insert(new);
    }
    for old in old {
        if let Some(new) = places.get(&(old.group, old.number.as_deref()))
            && old.words.likeness(&new.words) >= ALIKE_IN_PLACE
        {
            pairs.join(old.position, new.position);
        }
    }
}

/// Tasks that came, went, moved or have other cells.
pub(super) fn changes<'a>(
    old: &Side<'a>,
    new: &Side<'a>,
    pairs: &Pairs,
    moved: &[bool],
) -> Vec<Change<'a, TaskAt<'a>>> {
    let mut changes = Vec::new();
    for (position, row) in new.rows.iter().enumerate() {
        let before = pairs.old_of(position).and_then(|position| old.rows.get(position));
        let Some(before) = before else {
            changes.push((Some(position), 0, Change::Added(*row)));
            continue;
        };
        let differences = field::of_tasks(before.task, row.task);
        let moved = moved.get(position).copied().unwrap_or_default();
        if moved || !differences.is_empty() {
            let change = Change::Kept { old: *before, new: *row, moved, differences };
            changes.push((Some(position), 0, change));
        }
    }
    // What went stands behind the row that it stood behind.
    let mut behind = None;
    for (position, row) in old.rows.iter().enumerate() {
        match pairs.new_of(position) {
            Some(new) if moved.get(new) == Some(&false) => behind = Some(new),
            Some(_) => {}
            None => changes.push((behind, position + 1, Change::Removed(*row))),
        }
    }
    changes.sort_by_key(|(new, old, _)| (*new, *old));
    changes.into_iter().map(|(_, _, change)| change).collect()
}
