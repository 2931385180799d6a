//! One time of a cell, and its days once the year is known.

use phuluc_model::{Assumption, Bound, Date, Schedule, Timing, YearSource};

use super::calendar::{Part, Point, Span, span};
use super::dated::{Dated, Year};
use super::{Context, Unread};

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
    /// All the time, within a span where one is named.
    Continuous(Option<Dated>),
    /// A time that needs no year.
    Ready(Schedule),
}

/// A year and where it came from.
type Known = (i16, YearSource);

impl Item {
    /// The year that the item says.
    fn year(&self) -> Option<Year> {
        match self {
            Self::On(dated) | Self::Deadline(_, dated) | Self::Range(_, dated) => dated.year,
            Self::Open(dated) | Self::Continuous(dated) => dated.as_ref()?.year,
            Self::Ready(_) => None,
        }
    }

    /// Gives the item the year of the item behind it: `Tháng 6 và tháng 12/2024`.
    fn inherit(&mut self, year: Option<Year>) {
        match self {
            Self::On(dated) | Self::Deadline(_, dated) => dated.year = dated.year.or(year),
            Self::Range(from, to) if from.is_none_or(|from| from.year.is_none()) => {
                to.year = to.year.or(year);
            }
            _ => {}
        }
    }

    /// The schedule of the item.
    fn schedule(self, context: &Context) -> Result<Schedule, Unread> {
        match self {
            Self::On(dated) => on(dated, context),
            Self::Deadline(bound, dated) => deadline(bound, dated, context),
            Self::Range(from, to) => range(from, to, context),
            Self::Open(from) => open(from, context),
            Self::Continuous(within) => continuous(within, context),
            Self::Ready(schedule) => Ok(schedule),
        }
    }
}

/// The schedules of items that stand in one cell; an item without a year has that of the next item
/// that says one.
pub(super) fn schedules(items: Vec<Item>, context: &Context) -> Result<Vec<Schedule>, Unread> {
    let mut year = None;
    let mut items = items;
    for item in items.iter_mut().rev() {
        item.inherit(year);
        year = item.year().or(year);
    }
    items.into_iter().map(|item| item.schedule(context)).collect()
}

fn known(year: Option<Year>, context: &Context) -> Result<Known, Unread> {
    match year {
        Some(Year::Stated(year)) => Ok((year, YearSource::Cell)),
        Some(Year::Every) => Err(Unread::Words),
        Some(Year::Next) => {
            let (year, source) = context.year.ok_or(Unread::Year)?;
            Ok((year.checked_add(1).ok_or(Unread::Date)?, source))
        }
        None => context.year.ok_or(Unread::Year),
    }
}

fn days(dated: &Dated, year: i16) -> Result<Span, Unread> {
    span(dated.point, year).ok_or(Unread::Date)
}

/// A schedule of the days of a point.
fn dated_schedule(timing: Timing, dated: &Dated, span: &Span, source: YearSource) -> Schedule {
    Schedule {
        timing,
        approximate: dated.rough || span.assumption.is_some(),
        year_source: Some(source),
        assumptions: dated.spelling.into_iter().chain(span.assumption).collect(),
    }
}

fn on(dated: Dated, context: &Context) -> Result<Schedule, Unread> {
    if dated.year == Some(Year::Every) {
        return every_year(Bound::By, dated);
    }
    let (year, source) = known(dated.year, context)?;
    let span = days(&dated, year)?;
    let timing = if dated.is_day() {
        Timing::Date { due: span.end }
    } else {
        Timing::Window { start: Some(span.start), end: span.end }
    };
    Ok(dated_schedule(timing, &dated, &span, source))
}

/// `Trước` a span is before its first day; any other bound is its last day.
fn deadline(bound: Bound, dated: Dated, context: &Context) -> Result<Schedule, Unread> {
    if dated.year == Some(Year::Every) {
        return every_year(bound, dated);
    }
    let (year, source) = known(dated.year, context)?;
    let span = days(&dated, year)?;
    let due = if bound == Bound::Before { span.start } else { span.end };
    Ok(dated_schedule(Timing::Deadline { due, bound }, &dated, &span, source))
}

/// A year that has every day: for spans that return each year.
const LEAP_YEAR: i16 = 2024;

fn every_year(bound: Bound, dated: Dated) -> Result<Schedule, Unread> {
    let span = days(&dated, LEAP_YEAR)?;
    let due = if bound == Bound::Before { span.start } else { span.end };
    // The last of February is not the same day each year.
    let closes = !dated.is_day() && due == due.last_of_month();
    let day = if closes { -1 } else { due.day() };
    let rrule = Some(format!("FREQ=YEARLY;BYMONTH={};BYMONTHDAY={day}", due.month()));
    let mut schedule = Schedule::new(Timing::Recurring { rrule, bound });
    schedule.assumptions.extend(dated.spelling.into_iter().chain(span.assumption));
    if closes {
        schedule.assumptions.push(Assumption::PeriodEnd);
    }
    schedule.approximate = dated.rough || span.assumption.is_some();
    Ok(schedule)
}

/// A year that one end of a range does not say is that of the other end; the end comes after the
/// start, so `Tháng 12 - Tháng 01/2025` begins in 2024.
fn range(from: Option<Dated>, to: Dated, context: &Context) -> Result<Schedule, Unread> {
    // From the beginning of a year to the end of it are the days of the whole.
    let to = Dated { point: to.point.without(Part::End), ..to };
    let from = from.map(|from| Dated { point: from.point.without(Part::Beginning), ..from });
    let to_year = to.year.or_else(|| from.as_ref()?.year);
    let (year, source) = known(to_year, context)?;
    let end = days(&to, year)?;
    let Some(from) = from else {
        let mut schedule = dated_schedule(window(context.issued, end.end), &to, &end, source);
        schedule.assumptions.extend(context.issued.map(|_| Assumption::IssueDate));
        return in_order(schedule);
    };
    let (from_year, _) = known(from.year.or(to_year), context)?;
    let mut start = days(&from, from_year)?;
    let mut end = end;
    if start.start > end.end && from.year.is_none() {
        start = days(&from, from_year - 1)?;
    } else if start.start > end.end && to.year.is_none() {
        end = days(&to, year.checked_add(1).ok_or(Unread::Date)?)?;
    }
    let mut schedule = dated_schedule(window(Some(start.start), end.end), &to, &end, source);
    schedule.approximate |= from.rough || start.assumption.is_some();
    for assumption in from.spelling.into_iter().chain(start.assumption) {
        if !schedule.assumptions.contains(&assumption) {
            schedule.assumptions.push(assumption);
        }
    }
    in_order(schedule)
}

const fn window(start: Option<Date>, end: Date) -> Timing {
    Timing::Window { start, end }
}

/// A range that ends before it begins is no range.
fn in_order(schedule: Schedule) -> Result<Schedule, Unread> {
    match schedule.timing {
        Timing::Window { start: Some(start), end } if start > end => Err(Unread::Date),
        _ => Ok(schedule),
    }
}

fn open(from: Option<Dated>, context: &Context) -> Result<Schedule, Unread> {
    let Some(dated) = from else {
        let mut schedule = Schedule::new(Timing::Continuous { start: context.issued, end: None });
        schedule.assumptions.extend(context.issued.map(|_| Assumption::IssueDate));
        return Ok(schedule);
    };
    let (year, source) = known(dated.year, context)?;
    let span = days(&dated, year)?;
    let timing = Timing::Continuous { start: Some(span.start), end: None };
    Ok(dated_schedule(timing, &dated, &span, source))
}

/// Work that goes on within a span, or for as long as the plan.
fn continuous(within: Option<Dated>, context: &Context) -> Result<Schedule, Unread> {
    let Some(dated) = within.filter(|dated| dated.year != Some(Year::Every)) else {
        return Ok(throughout(context));
    };
    let (year, source) = known(dated.year, context)?;
    let span = days(&dated, year)?;
    let timing = Timing::Continuous { start: Some(span.start), end: Some(span.end) };
    Ok(dated_schedule(timing, &dated, &span, source))
}

/// The year of the plan, where the plan says one; a plan that was issued in a year may be for many,
/// as national programmes are.
fn throughout(context: &Context) -> Schedule {
    let whole = Point::Year { part: Part::Whole };
    let plan = context.year.filter(|(_, source)| *source != YearSource::IssueDate);
    let span = plan.and_then(|(year, _)| span(whole, year));
    let timing = Timing::Continuous {
        start: span.as_ref().map(|span| span.start),
        end: span.as_ref().map(|span| span.end),
    };
    Schedule {
        timing,
        approximate: false,
        year_source: span.and(plan).map(|(_, source)| source),
        assumptions: span.map(|_| Assumption::PlanYear).into_iter().collect(),
    }
}
