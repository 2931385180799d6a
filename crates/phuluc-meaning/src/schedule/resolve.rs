//! The days of the times of a cell, once their years are known.

use phuluc_model::{Assumption, Bound, Date, Schedule, Timing, YearSource};

use super::calendar::{Part, Point, Span, span};
use super::context::{Context, PlanYear, Unread};
use super::dated::{Dated, Year};
use super::item::Item;
use super::recurring::closing;
use super::years::{self, known};

/// The schedules of items that stand in one cell.
pub(super) fn schedules(items: Vec<Item>, context: &Context) -> Result<Vec<Schedule>, Unread> {
    let mut items = items;
    years::share(&mut items);
    items.into_iter().map(|item| item.schedule(context)).collect()
}

impl Item {
    /// The schedule of the item.
    fn schedule(self, context: &Context) -> Result<Schedule, Unread> {
        match self {
            Self::On(dated) => on(dated, context),
            Self::Deadline(bound, dated) => deadline(bound, dated, context),
            Self::Range(from, to) => range(from, to, context),
            Self::Open(from) => open(from, context),
            Self::Continuous(None) => Ok(throughout(context)),
            Self::Continuous(Some(within)) => going_on(within.schedule(context)?),
            Self::Every(cycle) => Ok(closing(cycle)),
            Self::Ready(schedule) => Ok(schedule),
        }
    }
}

fn days(dated: &Dated, year: i16) -> Result<Span, Unread> {
    span(dated.point, year).ok_or(Unread::Date)
}

/// A schedule of the days of a point.
fn dated_schedule(timing: Timing, dated: &Dated, span: &Span, source: YearSource) -> Schedule {
    Schedule {
        timing,
        approximate: dated.rough || span.is_approximate(),
        year_source: Some(source),
        assumptions: dated.spelling.into_iter().chain(span.assumption).collect(),
    }
}

/// A day that has passed when the document is issued is not in the year of its issue.
fn not_passed(day: Date, source: YearSource, context: &Context) -> Result<(), Unread> {
    let passed = context.issued.is_some_and(|issued| day < issued);
    if passed && source == YearSource::IssueDate { Err(Unread::Year) } else { Ok(()) }
}

fn on(dated: Dated, context: &Context) -> Result<Schedule, Unread> {
    if dated.year == Some(Year::Every) {
        return every_year(Bound::By, dated);
    }
    let (year, source) = known(&dated, context)?;
    let span = days(&dated, year)?;
    not_passed(span.end, source, context)?;
    let timing = if dated.is_day() {
        Timing::Date { due: span.end }
    } else {
        Timing::Window { start: Some(span.start), end: span.end }
    };
    Ok(dated_schedule(timing, &dated, &span, source))
}

/// `Trước` a span is before its first day; any other bound is its last day, and so is `trước cuối`.
fn deadline(bound: Bound, dated: Dated, context: &Context) -> Result<Schedule, Unread> {
    let bound = if dated.point.is_an_end() { Bound::By } else { bound };
    if dated.year == Some(Year::Every) {
        return every_year(bound, dated);
    }
    let (year, source) = known(&dated, context)?;
    let span = days(&dated, year)?;
    let due = if bound == Bound::Before { span.start } else { span.end };
    not_passed(due, source, context)?;
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
    schedule.approximate = dated.rough || span.is_approximate();
    Ok(schedule)
}

/// A year that one end of a range does not say is that of the other end; the end comes after the
/// start, so `Tháng 12 - Tháng 01/2025` begins in 2024.
fn range(from: Option<Dated>, to: Dated, context: &Context) -> Result<Schedule, Unread> {
    if to.year == Some(Year::Every) {
        return every_year(Bound::By, to);
    }
    // From the beginning of a year to the end of it are the days of the whole.
    let to = Dated { point: to.point.without(Part::End), ..to };
    let Some(from) = from else { return from_now(to, context) };
    let from = Dated { point: from.point.without(Part::Beginning), ..from };
    let (from, to) = ends(from, to)?;
    let (year, source) = known(&to, context)?;
    let end = days(&to, year)?;
    let (from_year, _) = known(&from, context)?;
    let start = days(&from, from_year)?;
    if start.start > end.end {
        // Without any year, the turn of the year may lie before the plan or behind it.
        let turns = from.year.is_none() && to.year.is_none();
        return Err(if turns { Unread::Year } else { Unread::Order });
    }
    not_passed(end.end, source, context)?;
    let timing = Timing::Window { start: Some(start.start), end: end.end };
    let mut schedule = dated_schedule(timing, &to, &end, source);
    schedule.approximate |= from.rough || start.is_approximate();
    for assumption in from.spelling.into_iter().chain(start.assumption) {
        if !schedule.assumptions.contains(&assumption) {
            schedule.assumptions.push(assumption);
        }
    }
    Ok(schedule)
}

/// Gives both ends of a range the year that one of them says.
fn ends(from: Dated, to: Dated) -> Result<(Dated, Dated), Unread> {
    let with = |dated: Dated, year: i16| Dated { year: Some(Year::Stated(year)), ..dated };
    let start = |dated: &Dated, year: i16| days(dated, year).map(|span| span.start);
    Ok(match (from.year, to.year) {
        (None, Some(Year::Stated(year))) => {
            let turns = start(&from, year)? > days(&to, year)?.end;
            (with(from, if turns { year - 1 } else { year }), to)
        }
        (Some(Year::Stated(year)), None) => {
            let turns = start(&from, year)? > days(&to, year)?.end;
            (from, with(to, if turns { year + 1 } else { year }))
        }
        // `Từ tháng 11 năm 2024 đến tháng 02 năm sau`.
        (Some(Year::Stated(year)), Some(Year::Next)) => (from, with(to, year + 1)),
        _ => (from, to),
    })
}

/// `Từ nay đến hết năm`: from the day of issue, where it is known.
fn from_now(to: Dated, context: &Context) -> Result<Schedule, Unread> {
    let (year, source) = known(&to, context)?;
    let end = days(&to, year)?;
    if context.issued.is_some_and(|issued| issued > end.end) {
        return Err(Unread::Year);
    }
    let timing = Timing::Window { start: context.issued, end: end.end };
    let mut schedule = dated_schedule(timing, &to, &end, source);
    schedule.assumptions.extend(context.issued.map(|_| Assumption::IssueDate));
    Ok(schedule)
}

fn open(from: Option<Dated>, context: &Context) -> Result<Schedule, Unread> {
    let Some(dated) = from else {
        let mut schedule = Schedule::new(Timing::Continuous { start: context.issued, end: None });
        schedule.assumptions.extend(context.issued.map(|_| Assumption::IssueDate));
        return Ok(schedule);
    };
    let (year, source) = known(&dated, context)?;
    let span = days(&dated, year)?;
    let timing = Timing::Continuous { start: Some(span.start), end: None };
    Ok(dated_schedule(timing, &dated, &span, source))
}

/// Work that goes on within another time; on a day it does not.
fn going_on(within: Schedule) -> Result<Schedule, Unread> {
    let timing = match within.timing {
        Timing::Window { start, end } => Timing::Continuous { start, end: Some(end) },
        Timing::Deadline { due, .. } => Timing::Continuous { start: None, end: Some(due) },
        Timing::Continuous { start, end } => Timing::Continuous { start, end },
        _ => return Err(Unread::Words),
    };
    Ok(Schedule { timing, ..within })
}

/// The year of the plan, where the plan says one; a plan that was issued in a year may be for many,
/// as national programmes are.
fn throughout(context: &Context) -> Schedule {
    let plan = context.year.filter(|(_, source)| *source != YearSource::IssueDate);
    let found = plan.and_then(|(plan, source)| {
        let (whole, year, assumed) = match plan {
            PlanYear::Calendar(year) => (Point::YEAR, year, None),
            PlanYear::School(first) => (Point::SchoolYear, first, Some(Assumption::SchoolYear)),
        };
        Some((span(whole, year)?, source, assumed))
    });
    let Some((span, source, assumed)) = found else {
        return Schedule::new(Timing::Continuous { start: None, end: None });
    };
    Schedule {
        timing: Timing::Continuous { start: Some(span.start), end: Some(span.end) },
        approximate: assumed.is_some(),
        year_source: Some(source),
        assumptions: std::iter::once(Assumption::PlanYear).chain(assumed).collect(),
    }
}
