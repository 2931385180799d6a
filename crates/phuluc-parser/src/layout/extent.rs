//! Stretches of one axis, in points.

/// A stretch from a lower to an upper end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Extent {
    pub(crate) min: f32,
    pub(crate) max: f32,
}

impl Extent {
    /// The stretch between two ends, in either order.
    pub(crate) const fn between(a: f32, b: f32) -> Self {
        Self { min: a.min(b), max: a.max(b) }
    }

    pub(crate) fn length(self) -> f32 {
        self.max - self.min
    }

    pub(crate) fn middle(self) -> f32 {
        f32::midpoint(self.min, self.max)
    }

    pub(crate) fn holds(self, at: f32) -> bool {
        self.min <= at && at <= self.max
    }

    /// How much of the two is common; negative where they are apart.
    pub(crate) const fn overlap(self, other: Self) -> f32 {
        self.max.min(other.max) - self.min.max(other.min)
    }

    /// The least stretch that holds both.
    pub(crate) const fn join(self, other: Self) -> Self {
        Self { min: self.min.min(other.min), max: self.max.max(other.max) }
    }

    /// The least stretch that holds all.
    pub(crate) fn around(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        all.into_iter().reduce(Self::join)
    }
}
