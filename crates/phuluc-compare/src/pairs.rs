//! Which thing of the old document is which of the new one.

use std::collections::{BTreeMap, VecDeque};

use crate::change::Change;
use crate::field::Difference;

/// Pairs of positions, each position in one pair at most.
#[derive(Debug)]
pub(super) struct Pairs {
    /// The new position of each old one.
    forth: Vec<Option<usize>>,
    /// The old position of each new one.
    back: Vec<Option<usize>>,
}

impl Pairs {
    pub(super) fn new(old: usize, new: usize) -> Self {
        Self { forth: vec![None; old], back: vec![None; new] }
    }

    pub(super) fn new_of(&self, old: usize) -> Option<usize> {
        self.forth.get(old).copied().flatten()
    }

    pub(super) fn old_of(&self, new: usize) -> Option<usize> {
        self.back.get(new).copied().flatten()
    }

    /// Makes a pair of two positions that have none yet.
    pub(super) fn join(&mut self, old: usize, new: usize) {
        if let (Some(forth @ None), Some(back @ None)) =
            (self.forth.get_mut(old), self.back.get_mut(new))
        {
            (*forth, *back) = (Some(new), Some(old));
        }
    }

    /// Every pair in the order of the new positions: old, new.
    pub(super) fn joined(&self) -> impl Iterator<Item = (usize, usize)> {
        self.back.iter().enumerate().filter_map(|(new, old)| Some(((*old)?, new)))
    }

    /// The old positions without a pair.
    pub(super) fn free_old(&self) -> Vec<usize> {
        free(&self.forth)
    }

    /// The new positions without a pair.
    pub(super) fn free_new(&self) -> Vec<usize> {
        free(&self.back)
    }

    /// Makes pairs of things that have the same key; those that share one are taken in their order.
    pub(super) fn join_by<T, K: Ord>(
        &mut self,
        old: &[T],
        new: &[T],
        old_key: impl Fn(&T) -> Option<K>,
        new_key: impl Fn(&T) -> Option<K>,
    ) {
        let mut waiting: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
        for (position, thing) in new.iter().enumerate() {
            if self.old_of(position).is_none()
                && let Some(key) = new_key(thing)
            {
                waiting.entry(key).or_default().push_back(position);
            }
        }
        for (position, thing) in old.iter().enumerate() {
            if self.new_of(position).is_none()
                && let Some(key) = old_key(thing)
                && let Some(found) = waiting.get_mut(&key).and_then(VecDeque::pop_front)
            {
                self.join(position, found);
            }
        }
    }
}

fn free(side: &[Option<usize>]) -> Vec<usize> {
    let free = side.iter().enumerate().filter(|(_, pair)| pair.is_none());
    free.map(|(position, _)| position).collect()
}

/// What came, went or is written otherwise: first what the new document has, in its order.
pub(super) fn changes<'a, T: Copy>(
    old: &[T],
    new: &[T],
    pairs: &Pairs,
    differences: impl Fn(T, T) -> Vec<Difference<'a>>,
) -> Vec<Change<'a, T>> {
    let mut changes = Vec::new();
    for (position, thing) in new.iter().enumerate() {
        match pairs.old_of(position).and_then(|position| old.get(position)) {
            None => changes.push(Change::Added(*thing)),
            Some(before) => {
                let differences = differences(*before, *thing);
                if !differences.is_empty() {
                    let (old, new) = (*before, *thing);
                    changes.push(Change::Kept { old, new, moved: false, differences });
                }
            }
        }
    }
    let gone = pairs.free_old().into_iter().filter_map(|position| old.get(position));
    changes.extend(gone.map(|thing| Change::Removed(*thing)));
    changes
}
