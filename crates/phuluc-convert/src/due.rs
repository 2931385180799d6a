//! The days that a calendar and a summary need: until when, and since when.

use phuluc_model::{Appendix, Bound, Date, Timing};

/// The last day on which work is in time; `None` where its time names no such day.
///
/// A window is due at its end. `Trước ngày 15/12` leaves the day out, so the day before is the last one.
/// Work that goes on (`Thường xuyên`) has no such day: its end is that of the plan, mostly taken for
/// granted, and nothing is handed in then.
pub(crate) fn last_day(timing: &Timing) -> Option<Date> {
    match timing {
        Timing::Window { end, .. } => Some(*end),
        Timing::Deadline { due, bound: Bound::Before } => due.yesterday().ok(),
        Timing::Date { due } | Timing::Deadline { due, .. } => Some(*due),
        _ => None,
    }
}

/// The day of making of outputs that must name one and know no date of issue.
pub(crate) const UNDATED: Date = Date::constant(1970, 1, 1);

/// The date of issue. Outputs that must name a day of their making take it, because a clock would give
/// other bytes each time.
pub(crate) fn issued(appendix: &Appendix) -> Option<Date> {
    Some(appendix.issued_with.as_ref()?.date.as_ref()?.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn before_leaves_the_day_out_and_by_takes_it_in() {
        let due = Date::constant(2025, 1, 1);
        let check =
            |timing: Timing, expected: Option<Date>| assert_eq!(last_day(&timing), expected);
        check(Timing::Deadline { due, bound: Bound::Before }, Date::new(2024, 12, 31).ok());
        check(Timing::Deadline { due, bound: Bound::By }, Some(due));
        check(Timing::Date { due }, Some(due));
        check(Timing::Window { start: None, end: due }, Some(due));
        check(Timing::Continuous { start: None, end: Some(due) }, None);
        check(Timing::Unparsed, None);
    }
}
