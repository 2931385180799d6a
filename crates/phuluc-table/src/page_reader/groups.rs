//! Things that belong together, found by pairs (a union-find).

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

    /// The number that stands for the group of a number.
    pub(crate) fn of(&mut self, number: usize) -> usize {
        let mut at = number;
        while let Some(&parent) = self.parent.get(at) {
            if parent == at {
                break;
            }
            // Halves the way for the next time.
            let above = self.parent.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.parent.get_mut(at) {
                *slot = above;
            }
            at = above;
        }
        at
    }

    /// Makes two groups one.
    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        if let Some(slot) = self.parent.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}
