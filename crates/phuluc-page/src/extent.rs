//! Intervals on one axis, in points.

/// An interval from a lower to an upper end, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// Where it begins.
    pub min: f32,
    /// Where it ends.
    pub max: f32,
}

impl Extent {
    /// The interval between two ends, in either order.
    pub const fn between(a: f32, b: f32) -> Self {
        Self { min: a.min(b), max: a.max(b) }
    }

    /// How long it is.
    pub fn length(self) -> f32 {
        self.max - self.min
    }

    /// Its middle.
    pub fn middle(self) -> f32 {
        f32::midpoint(self.min, self.max)
    }

    /// Whether a place is in it, its ends included.
    pub fn holds(self, at: f32) -> bool {
        self.min <= at && at <= self.max
    }

    /// The length of the common part; negative if there is a gap between the two.
    pub const fn overlap(self, other: Self) -> f32 {
        self.max.min(other.max) - self.min.max(other.min)
    }

    /// The smallest interval that contains both.
    #[must_use]
    pub const fn join(self, other: Self) -> Self {
        Self { min: self.min.min(other.min), max: self.max.max(other.max) }
    }

    /// The smallest interval that contains all.
    pub fn around(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        all.into_iter().reduce(Self::join)
    }
}
