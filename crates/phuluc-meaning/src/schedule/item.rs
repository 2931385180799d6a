//! One time of a cell, as it is written.

use phuluc_model::{Bound, Schedule};

use super::cycle::Cycle;
use super::dated::{Dated, Year};

/// One time of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// In a span, or on a day.
    On(Dated),
    /// Until a day, or until a span begins or ends.
    Deadline(Bound, Dated),
    /// From the first to the second; `None` is `nay`.
    Range(Option<Dated>, Dated),
    /// From then on; `None` is `nay`.
    Open(Option<Dated>),
    /// All the time, within another time where one is named.
    Continuous(Option<Box<Item>>),
    /// At the close of each cycle.
    Every(Cycle),
    /// A time that needs no year.
    Ready(Schedule),
}

impl Item {
    /// Whether it can be in a calendar: nothing begins `từ tháng 3 hàng năm`, and work does not go on
    /// within a day or within a time that returns each year.
    pub(super) fn is_sound(&self) -> bool {
        let returns = |dated: &Dated| dated.year == Some(Year::Every);
        match self {
            Self::Range(Some(from), to) => returns(to) || !returns(from),
            Self::Open(Some(from)) => !returns(from),
            Self::Continuous(Some(within)) => {
                let is_day = matches!(within.as_ref(), Self::On(dated) if dated.is_day());
                !is_day && within.year() != Some(Year::Every) && within.is_sound()
            }
            _ => true,
        }
    }

    /// The year that the item says.
    pub(super) fn year(&self) -> Option<Year> {
        match self {
            Self::On(dated) | Self::Deadline(_, dated) | Self::Range(_, dated) => dated.year,
            Self::Open(dated) => dated.as_ref()?.year,
            Self::Continuous(within) => within.as_ref()?.year(),
            Self::Every(_) | Self::Ready(_) => None,
        }
    }
}
