//! Which times a list may hold, and what one of them lets the next leave out.

use phuluc_model::Bound;

use super::item::TimeItem;

/// Which times may be in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListScope {
    /// All.
    Any,
    /// Those of flattened words, whose cells have no ends: all without words of what they are for,
    /// which may be the words of the next cell.
    Passage,
    /// Those that do not end in free words, so that free words are never read in two ways.
    Closed,
}

/// What the next item may leave out because the item before it says it: `Quý II, III`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ElidedHead {
    Quarter,
    Month,
    /// `Trước`, before a day.
    Bound(Bound),
    /// `Ngày 15 tháng 3 và tháng 9`; the bound of a deadline.
    Day(Option<Bound>, u32),
    /// `Hàng`.
    Every,
}

/// A time and the head that the next one may leave out.
pub(super) type FoundTime = Option<(TimeItem, Option<ElidedHead>)>;
