//! Which times a list may hold, and what one of them tells of the next.

use phuluc_model::Bound;

use super::item::Item;

/// Which times may stand in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
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
pub(super) enum Head {
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
pub(super) type Found = Option<(Item, Option<Head>)>;
