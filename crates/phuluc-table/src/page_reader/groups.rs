//! Groups of items that are joined pair by pair (union-find).

/// A partition of the numbers from zero.
#[derive(Debug)]
pub(crate) struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    /// Each number in a group of its own.
    pub(crate) fn new(count: usize) -> Self {
        Self { parent: (0..count).collect() }
    }

    /// The number that represents the group of a number.
    pub(crate) fn group_of(&mut self, number: usize) -> usize {
        let mut at = number;
        while let Some(&parent) = self.parent.get(at) {
            if parent == at {
                break;
            }
            // Path halving: the next search is shorter.
            let above = self.parent.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.parent.get_mut(at) {
                *slot = above;
            }
            at = above;
        }
        at
    }

    /// Joins two groups.
    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.group_of(a), self.group_of(b));
        if let Some(slot) = self.parent.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}
