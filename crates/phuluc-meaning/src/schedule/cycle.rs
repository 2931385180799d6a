//! Spans of time that return.

use phuluc_model::Period;

/// A span that returns, such as 6 months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cycle {
    pub(super) count: u32,
    pub(super) period: Period,
}

impl Cycle {
    pub(super) fn is_a_year(self) -> bool {
        self.months() == 12
    }

    /// How many months it takes; none for days and weeks.
    pub(super) const fn months(self) -> u32 {
        self.count
            * match self.period {
                Period::Day | Period::Week => 0,
                Period::Month => 1,
                Period::Quarter => 3,
                Period::Year => 12,
            }
    }
}
