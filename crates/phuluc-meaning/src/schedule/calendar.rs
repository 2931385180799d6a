//! Spans of the calendar: days, months, quarters, years and their parts.

use phuluc_model::{Assumption, Date};

/// A span of the calendar in a year that is not known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CalendarPoint {
    /// A day of a month.
    Day { day: u32, month: u32 },
    /// A month, or a part of it.
    Month { month: u32, part: SpanPart },
    /// The seven days of a month that a week takes, counted from its first day or from its last.
    Week { week: Week, month: u32 },
    /// A quarter, or a part of it.
    Quarter { quarter: u32, part: SpanPart },
    /// The first or the last months of a year.
    Months { count: u32, last: bool },
    /// The months of a report, from January: `6 tháng`.
    Report { months: u32 },
    /// A year, or a part of it.
    Year { part: SpanPart },
    /// The school year that begins in the year.
    SchoolYear,
}

/// A part of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SpanPart {
    Whole,
    /// Đầu, thượng tuần.
    Beginning,
    /// Giữa, trung tuần.
    Middle,
    /// Cuối, hạ tuần.
    End,
    /// Kết thúc: the last day.
    Close,
    /// Nửa đầu.
    FirstHalf,
    /// Nửa cuối.
    SecondHalf,
}

impl CalendarPoint {
    /// A whole year.
    pub(super) const YEAR: Self = Self::Year { part: SpanPart::Whole };

    /// Whether the point is the end of a longer span: `cuối tháng 6`.
    pub(super) const fn is_an_end(self) -> bool {
        let (Self::Month { part, .. } | Self::Quarter { part, .. } | Self::Year { part }) = self
        else {
            return false;
        };
        matches!(part, SpanPart::End | SpanPart::Close)
    }

    /// The whole of the span where the point is the named part of it.
    pub(super) fn without(self, named: SpanPart) -> Self {
        match self {
            Self::Month { month, part } if part == named => {
                Self::Month { month, part: SpanPart::Whole }
            }
            Self::Quarter { quarter, part } if part == named => {
                Self::Quarter { quarter, part: SpanPart::Whole }
            }
            Self::Year { part } if part == named => Self::Year { part: SpanPart::Whole },
            other => other,
        }
    }
}

/// A week of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Week {
    /// Counted from the first day of the month.
    Nth(u32),
    /// The last seven days.
    Last,
}

/// The days of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DaySpan {
    pub(super) start: Date,
    pub(super) end: Date,
    /// What is taken for granted where the words leave the days open.
    pub(super) assumption: Option<Assumption>,
}

impl DaySpan {
    fn new(start: Option<Date>, end: Option<Date>, assumption: Option<Assumption>) -> Option<Self> {
        Some(Self { start: start?, end: end?, assumption })
    }
}

impl DaySpan {
    /// Whether the words leave the days open; those of a report are known.
    pub(super) fn is_approximate(&self) -> bool {
        self.assumption.is_some_and(|assumption| assumption != Assumption::ReportPeriod)
    }
}

/// The days of a point in a year; `None` where the calendar has no such day.
pub(super) fn span(point: CalendarPoint, year: i16) -> Option<DaySpan> {
    match point {
        CalendarPoint::Day { day: on, month } => {
            let on = day(year, month, on);
            DaySpan::new(on, on, None)
        }
        CalendarPoint::Month { month, part } => part_of_month(year, month, part),
        CalendarPoint::Week { week, month } => week_of_month(year, month, week),
        CalendarPoint::Quarter { quarter, part } => part_of_quarter(year, 3 * quarter - 2, part),
        CalendarPoint::Months { count, last: false } => months(year, 1, count, None),
        CalendarPoint::Report { months: count } => {
            months(year, 1, count, Some(Assumption::ReportPeriod))
        }
        CalendarPoint::Months { count, last: true } => months(year, 13 - count.min(12), 12, None),
        CalendarPoint::Year { part } => part_of_year(year, part),
        CalendarPoint::SchoolYear => {
            let end = last_day(year.checked_add(1)?, 5);
            DaySpan::new(day(year, 9, 1), end, Some(Assumption::SchoolYear))
        }
    }
}

fn day(year: i16, month: u32, day: u32) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn last_day(year: i16, month: u32) -> Option<Date> {
    Some(day(year, month, 1)?.last_of_month())
}

/// Whole months from the first to the last of them.
fn months(year: i16, first: u32, last: u32, assumption: Option<Assumption>) -> Option<DaySpan> {
    DaySpan::new(day(year, first, 1), last_day(year, last), assumption)
}

fn part_of_month(year: i16, month: u32, part: SpanPart) -> Option<DaySpan> {
    let end = last_day(year, month);
    let from = |first| day(year, month, first);
    let third = Some(Assumption::ThirdOfMonth);
    match part {
        SpanPart::Whole => DaySpan::new(from(1), end, None),
        SpanPart::Beginning => DaySpan::new(from(1), from(10), third),
        SpanPart::Middle => DaySpan::new(from(11), from(20), third),
        SpanPart::End => DaySpan::new(from(21), end, third),
        SpanPart::Close => DaySpan::new(end, end, Some(Assumption::PeriodEnd)),
        SpanPart::FirstHalf => DaySpan::new(from(1), from(15), Some(Assumption::HalfOfMonth)),
        SpanPart::SecondHalf => DaySpan::new(from(16), end, Some(Assumption::HalfOfMonth)),
    }
}

fn week_of_month(year: i16, month: u32, week: Week) -> Option<DaySpan> {
    let end = last_day(year, month)?;
    let counted = Some(Assumption::WeekOfMonth);
    match week {
        Week::Nth(week) => {
            let first = week.checked_sub(1)?.checked_mul(7)?.checked_add(1)?;
            let last = day(year, month, first + 6).unwrap_or(end);
            DaySpan::new(day(year, month, first), Some(last), counted)
        }
        Week::Last => {
            let first = u32::try_from(end.day()).ok()?.checked_sub(6)?;
            DaySpan::new(day(year, month, first), Some(end), counted)
        }
    }
}

fn part_of_quarter(year: i16, first: u32, part: SpanPart) -> Option<DaySpan> {
    let month = Some(Assumption::MonthOfQuarter);
    match part {
        SpanPart::Whole => months(year, first, first + 2, None),
        SpanPart::Beginning => months(year, first, first, month),
        SpanPart::Middle => months(year, first + 1, first + 1, month),
        SpanPart::End => months(year, first + 2, first + 2, month),
        SpanPart::Close => part_of_month(year, first + 2, SpanPart::Close),
        // Half a quarter is a month and a half, which nobody means to the day.
        SpanPart::FirstHalf | SpanPart::SecondHalf => None,
    }
}

fn part_of_year(year: i16, part: SpanPart) -> Option<DaySpan> {
    let edge = Some(Assumption::PartOfYear);
    match part {
        SpanPart::Whole => months(year, 1, 12, None),
        SpanPart::Beginning => months(year, 1, 1, edge),
        SpanPart::End => months(year, 12, 12, edge),
        SpanPart::Close => part_of_month(year, 12, SpanPart::Close),
        SpanPart::FirstHalf => months(year, 1, 6, None),
        SpanPart::SecondHalf => months(year, 7, 12, None),
        SpanPart::Middle => months(year, 6, 6, edge),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(point: CalendarPoint, year: i16, expected: Option<&str>) {
        let actual = span(point, year).map(|span| format!("{}/{}", span.start, span.end));
        assert_eq!(actual.as_deref(), expected, "{point:?} {year}");
    }

    #[test]
    fn months_end_where_the_calendar_ends_them() {
        let month = |month| CalendarPoint::Month { month, part: SpanPart::Whole };
        check(month(2), 2024, Some("2024-02-01/2024-02-29"));
        check(month(2), 2025, Some("2025-02-01/2025-02-28"));
        check(month(13), 2025, None);
        check(
            CalendarPoint::Month { month: 2, part: SpanPart::End },
            2025,
            Some("2025-02-21/2025-02-28"),
        );
    }

    #[test]
    fn days_that_no_month_has_are_none() {
        check(CalendarPoint::Day { day: 29, month: 2 }, 2024, Some("2024-02-29/2024-02-29"));
        check(CalendarPoint::Day { day: 29, month: 2 }, 2025, None);
        check(CalendarPoint::Day { day: 31, month: 6 }, 2025, None);
        check(CalendarPoint::Day { day: 1, month: 300 }, 2025, None);
    }

    #[test]
    fn weeks_are_counted_from_either_end() {
        let week = |week| CalendarPoint::Week { week, month: 2 };
        check(week(Week::Nth(1)), 2025, Some("2025-02-01/2025-02-07"));
        check(week(Week::Nth(4)), 2025, Some("2025-02-22/2025-02-28"));
        check(week(Week::Nth(5)), 2025, None);
        check(week(Week::Nth(5)), 2024, Some("2024-02-29/2024-02-29"));
        check(week(Week::Last), 2025, Some("2025-02-22/2025-02-28"));
    }

    #[test]
    fn years_have_parts_and_school_years_two_of_them() {
        check(CalendarPoint::Months { count: 6, last: true }, 2024, Some("2024-07-01/2024-12-31"));
        check(CalendarPoint::Months { count: 9, last: false }, 2024, Some("2024-01-01/2024-09-30"));
        check(CalendarPoint::Months { count: 13, last: false }, 2024, None);
        check(CalendarPoint::SchoolYear, 2024, Some("2024-09-01/2025-05-31"));
        check(
            CalendarPoint::Year { part: SpanPart::SecondHalf },
            2024,
            Some("2024-07-01/2024-12-31"),
        );
    }
}
