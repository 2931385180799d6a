//! The year of times that do not say it: that of the times beside them, else that of the plan.

use phuluc_model::{Date, YearSource};

use super::calendar::{Point, span};
use super::context::{Context, PlanYear, Unread};
use super::cycle::Cycle;
use super::dated::{Dated, Year};
use super::item::Item;

/// The year of a point and who says it.
pub(super) fn known(dated: &Dated, context: &Context) -> Result<(i16, YearSource), Unread> {
    let Some(year) = dated.year else {
        let (plan, source) = context.year.ok_or(Unread::Year)?;
        return Ok((plan.year_of(dated.point).ok_or(Unread::Year)?, source));
    };
    let beside = |years: i16| match context.year {
        Some((PlanYear::Calendar(plan), source)) => {
            Ok((plan.checked_add(years).ok_or(Unread::Date)?, source))
        }
        _ => Err(Unread::Year),
    };
    match year {
        Year::Stated(year) => Ok((year, YearSource::Cell)),
        Year::Next => beside(1),
        Year::Previous => beside(-1),
        Year::Every => Err(Unread::Words),
    }
}

impl PlanYear {
    /// The year in which a point of the plan stands.
    fn year_of(self, point: Point) -> Option<i16> {
        match (self, point) {
            (Self::Calendar(_), Point::SchoolYear) => None,
            (Self::Calendar(year), _) => Some(year),
            (Self::School(first), point) => {
                let opens = match point {
                    Point::Day { month, .. }
                    | Point::Month { month, .. }
                    | Point::Week { month, .. } => month >= SCHOOL_OPENS,
                    Point::Quarter { quarter, .. } => 3 * quarter >= SCHOOL_OPENS,
                    Point::SchoolYear => true,
                    Point::Months { .. } | Point::Report { .. } | Point::Year { .. } => {
                        return None;
                    }
                };
                if opens { Some(first) } else { first.checked_add(1) }
            }
        }
    }
}

/// The month in which schools begin to prepare their year: August.
const SCHOOL_OPENS: u32 = 8;

/// Gives the items of one cell the years that others of them say.
///
/// A year stands behind the times that it is for: `Tháng 6 và tháng 12/2024`; else in front of them:
/// `Quý I/2026, quý II`. Times run forward, so `Tháng 12 và tháng 01/2026` begins in 2025.
pub(super) fn share(items: &mut Vec<Item>) {
    put_into_cycles(items);
    let mut right: Option<(Year, Option<Date>)> = None;
    for item in items.iter_mut().rev() {
        item.take_year(right, |own, beside| own > beside, -1);
        right = item.year().map(|year| (year, item.start())).or(right.filter(|_| item.is_ready()));
    }
    let mut left: Option<(Year, Option<Date>)> = None;
    for item in items.iter_mut() {
        item.take_year(left, |own, beside| own < beside, 1);
        left = item.year().map(|year| (year, item.start())).or(left.filter(|_| item.is_ready()));
    }
}

/// Times within a longer cycle say when in the cycle: `Hằng năm, tháng 11` is each November, and
/// `Hàng quý (trước ngày 10/3, 10/6)` is on these days.
fn put_into_cycles(items: &mut Vec<Item>) {
    let cycles = items.iter().take_while(|item| matches!(item, Item::Every(_))).count();
    let last = cycles.checked_sub(1).and_then(|last| items.get(last));
    let (Some(Item::Every(cycle)), Some(within)) = (last, items.get(cycles..)) else { return };
    let (cycle, refines) = (*cycle, |item: &Item| cycle_holds(*cycle, item));
    if within.is_empty() || !within.iter().all(refines) {
        return;
    }
    items.drain(..cycles);
    if cycles == 1 && cycle.is_a_year() {
        for item in items {
            item.set_year(Year::Every);
        }
    }
}

/// Whether an item without a year of its own is shorter than a cycle.
fn cycle_holds(cycle: Cycle, item: &Item) -> bool {
    let Some(point) = item.point().filter(|_| item.year().is_none()) else { return false };
    match point {
        Point::Day { .. } => cycle.months() >= 3,
        Point::Month { .. } | Point::Quarter { .. } => cycle.is_a_year(),
        _ => false,
    }
}

impl Item {
    const fn is_ready(&self) -> bool {
        matches!(self, Self::Ready(_))
    }

    /// The point that decides its year.
    fn point(&self) -> Option<Point> {
        match self {
            Self::On(dated) | Self::Deadline(_, dated) | Self::Range(_, dated) => Some(dated.point),
            Self::Open(_) | Self::Continuous(_) | Self::Every(_) | Self::Ready(_) => None,
        }
    }

    /// Its first day, where it says the year.
    fn start(&self) -> Option<Date> {
        match self.year()? {
            Year::Stated(year) => Some(span(self.point()?, year)?.start),
            _ => None,
        }
    }

    fn set_year(&mut self, year: Year) {
        match self {
            Self::On(dated) | Self::Deadline(_, dated) => dated.year = Some(year),
            Self::Range(from, to) if from.is_none_or(|from| from.year.is_none()) => {
                to.year = Some(year);
            }
            _ => {}
        }
    }

    /// Takes the year of the item beside it, or the one before or behind that, if it would stand on
    /// the wrong side of it.
    fn take_year(
        &mut self,
        beside: Option<(Year, Option<Date>)>,
        is_wrong: fn(Date, Date) -> bool,
        step: i16,
    ) {
        let Some((year, start)) = beside.filter(|_| self.year().is_none()) else { return };
        self.set_year(year);
        let wrong = self.start().zip(start).is_some_and(|(own, beside)| is_wrong(own, beside));
        if let (true, Year::Stated(year)) = (wrong, year) {
            self.set_year(Year::Stated(year.saturating_add(step)));
        }
    }
}
