//! Which section of the old document is which of the new one.

use std::collections::BTreeMap;

use crate::field::words;
use crate::pairs::Pairs;
use crate::side::{SectionAt, Side};

/// Sections are the same by number and title, then by title alone, then by the rows that they share, and
/// last by number alone.
///
/// A section put in between gives all later ones other numbers, so the number alone is asked last.
pub(super) fn pairs(old: &Side<'_>, new: &Side<'_>, tables: &Pairs) -> Pairs {
    let mut pairs = Pairs::new(old.groups.len(), new.groups.len());
    let was = |group: &SectionAt<'_>| Some(group.table.index);
    let is = |group: &SectionAt<'_>| tables.old_of(group.table.index);
    let number = |group: &SectionAt<'_>| group.section.number.as_ref().map(words);
    let title = |group: &SectionAt<'_>| group.section.title.as_ref().map(words);
    pairs.join_by(
        &old.groups,
        &new.groups,
        |group| Some((was(group)?, number(group), title(group))),
        |group| Some((is(group)?, number(group), title(group))),
    );
    pairs.join_by(
        &old.groups,
        &new.groups,
        |group| Some((was(group)?, title(group)?)),
        |group| Some((is(group)?, title(group)?)),
    );
    join_by_rows(&mut pairs, old, new);
    pairs.join_by(
        &old.groups,
        &new.groups,
        |group| Some((was(group)?, number(group)?)),
        |group| Some((is(group)?, number(group)?)),
    );
    pairs
}

/// Those that share most rows first; a row counts when its words stand once in each document.
fn join_by_rows(pairs: &mut Pairs, old: &Side<'_>, new: &Side<'_>) {
    let (was, is) = (places(old), places(new));
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (text, place) in &was {
        if let (Some(old), Some(Some(new))) = (place, is.get(text)) {
            *shared.entry((*old, *new)).or_default() += 1;
        }
    }
    let mut shared: Vec<_> = shared.into_iter().collect();
    shared.sort_by_key(|(places, count)| (std::cmp::Reverse(*count), *places));
    for ((old, new), _) in shared {
        pairs.join(old, new);
    }
}

/// The section of each text of a task; `None` where it stands in several rows.
fn places(side: &Side<'_>) -> BTreeMap<String, Option<usize>> {
    let mut places = BTreeMap::new();
    for row in &side.rows {
        if let Some(task) = &row.task.task {
            places.entry(words(task)).and_modify(|place| *place = None).or_insert(Some(row.place));
        }
    }
    places
}
