//! What comes again: `hàng tháng`, `trước ngày 08 hàng tháng`, `02 lần/năm`, `6 tháng/lần`.

use phuluc_model::{Assumption, Bound, Period, Schedule, Timing};

use super::bound::bound;
use super::token::Cursor;

/// Reads a time that comes again.
pub(super) fn recurring(cursor: &mut Cursor<'_>) -> Option<Schedule> {
    let routine = cursor.one_of(&["định kỳ", "thường kỳ"]).is_some();
    cursor
        .try_read(weekday)
        .or_else(|| cursor.try_read(day_of_month))
        .or_else(|| cursor.try_read(day_of_quarter))
        .or_else(|| cursor.try_read(close_of_period))
        .or_else(|| cursor.try_read(frequency))
        .or_else(|| cursor.try_read(|ahead| every(ahead, routine)))
        .or_else(|| routine.then(|| rule(None, Bound::By)))
}

fn rule(rrule: Option<String>, bound: Bound) -> Schedule {
    Schedule::new(Timing::Recurring { rrule, bound })
}

/// A span that returns, such as 6 months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cycle {
    count: u32,
    period: Period,
}

/// The word of a period of time.
pub(super) fn period(cursor: &mut Cursor<'_>) -> Option<Period> {
    const PERIODS: [(&str, Period); 5] = [
        ("ngày", Period::Day),
        ("tuần", Period::Week),
        ("tháng", Period::Month),
        ("quý", Period::Quarter),
        ("năm", Period::Year),
    ];
    PERIODS.iter().find(|(word, _)| cursor.phrase(word)).map(|(_, period)| *period)
}

/// `Hàng tháng`, `mỗi quý`, `hàng 6 tháng`, `6 tháng/lần`, `quý một lần`, `định kỳ 6 tháng`.
fn every(cursor: &mut Cursor<'_>, routine: bool) -> Option<Schedule> {
    let each = cursor.one_of(&["hàng", "mỗi", "từng", "theo từng"]).is_some();
    if each && cursor.phrase("giai đoạn") {
        return Some(rule(None, Bound::By));
    }
    let cycle = cycle(cursor)?;
    let once = once(cursor);
    (each || once || routine).then_some(())?;
    let day = cursor.try_read(|ahead| due_within(ahead, cycle));
    Some(day.unwrap_or_else(|| closing(cycle)))
}

/// A period and how many of them: `6 tháng`, `quý`.
pub(super) fn cycle(cursor: &mut Cursor<'_>) -> Option<Cycle> {
    cursor.try_read(|ahead| {
        let count = ahead.count().unwrap_or(1);
        let period = period(ahead).filter(|_| (1..=60).contains(&count))?;
        Some(Cycle { count, period })
    })
}

/// `/lần`, `/01 lần`, `một lần`.
fn once(cursor: &mut Cursor<'_>) -> bool {
    let whole = cursor.try_read(|ahead| {
        let slash = ahead.sign('/');
        let count = ahead.count();
        let one = count == Some(1) || (slash && count.is_none());
        (one && ahead.phrase("lần")).then_some(())
    });
    whole.is_some()
}

/// What is due when a period closes.
pub(super) fn closing(cycle: Cycle) -> Schedule {
    let Cycle { count, period } = cycle;
    let every = |frequency: &str, on: &str| {
        let interval = if count > 1 { format!(";INTERVAL={count}") } else { String::new() };
        format!("FREQ={frequency}{interval}{on}")
    };
    let rrule = match period {
        Period::Day => return rule(Some(every("DAILY", "")), Bound::By),
        Period::Week => return rule(Some(every("WEEKLY", "")), Bound::By),
        Period::Month => months_rule(count),
        Period::Quarter => months_rule(3 * count),
        Period::Year => every("YEARLY", ";BYMONTH=12;BYMONTHDAY=31"),
    };
    let mut schedule = rule(Some(rrule), Bound::By);
    schedule.assumptions.push(Assumption::PeriodEnd);
    schedule
}

/// Every so many months, counted from January where a year is so many of them.
fn months_rule(count: u32) -> String {
    match count {
        1 => "FREQ=MONTHLY;BYMONTHDAY=-1".to_owned(),
        12 => "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31".to_owned(),
        _ if 12 % count == 0 => format!("FREQ=YEARLY;BYMONTH={};BYMONTHDAY=-1", closings(count)),
        // Nine months are a report of their own, each year.
        9 => "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1".to_owned(),
        _ => format!("FREQ=MONTHLY;INTERVAL={count};BYMONTHDAY=-1"),
    }
}

/// The months that close periods of `count` months: `3,6,9,12`.
fn closings(count: u32) -> String {
    let months = (1..=12).filter(|month| month % count == 0);
    months.map(|month| month.to_string()).collect::<Vec<_>>().join(",")
}

/// The day of each period behind its name: `hàng tháng, trước ngày 25`, `hàng năm (trước 15/12)`.
fn due_within(cursor: &mut Cursor<'_>, cycle: Cycle) -> Option<Schedule> {
    let bracket = cursor.sign('(');
    if !bracket {
        cursor.sign(',');
    }
    let bound = bound(cursor);
    let named = cursor.phrase("ngày");
    (bound.is_some() || named).then_some(())?;
    let (day, _) = cursor.figures()?;
    let bound = bound.unwrap_or(Bound::By);
    let schedule = match (cycle.count, cycle.period) {
        (1, Period::Month) => monthly(&[day], bound)?,
        (1, Period::Year) => {
            (cursor.sign('/') || cursor.phrase("tháng")).then_some(())?;
            let (month, _) = cursor.figures()?;
            yearly(month, day, bound)?
        }
        (1, Period::Quarter) => {
            cursor.phrase("của");
            quarterly(last_or_first_month(cursor)?, day, bound)?
        }
        _ => return None,
    };
    (!bracket || cursor.sign(')')).then_some(schedule)
}

/// `Trước ngày 08 hàng tháng`, `ngày 15 và 30 hàng tháng`, `chậm nhất ngày 20 tháng sau`.
fn day_of_month(cursor: &mut Cursor<'_>) -> Option<Schedule> {
    let bound = bound(cursor).unwrap_or(Bound::By);
    cursor.phrase("vào");
    cursor.phrase("ngày");
    let mut days = vec![cursor.figures()?.0];
    while let Some(day) = cursor.try_read(|ahead| {
        (ahead.sign(',') || ahead.sign('-') || ahead.phrase("và")).then_some(())?;
        ahead.phrase("ngày");
        ahead.figures()
    }) {
        days.push(day.0);
    }
    cursor.phrase("của");
    let each = cursor.one_of(&["hàng tháng", "mỗi tháng", "các tháng", "từng tháng"]).is_some();
    if !each {
        let next =
            ["tháng sau liền kề", "tháng liền kề", "tháng kế tiếp", "tháng tiếp theo", "tháng sau"];
        cursor.one_of(&next)?;
        cursor.one_of(&["của kỳ báo cáo", "hàng tháng"]);
    }
    monthly(&days, bound)
}

fn monthly(days: &[u32], bound: Bound) -> Option<Schedule> {
    let known = days.iter().all(|day| (1..=31).contains(day));
    // A day that a month lacks would be skipped; the 31st is the last day.
    let name = |day: &u32| if *day == 31 { "-1".to_owned() } else { day.to_string() };
    let days: Vec<String> = days.iter().map(name).collect();
    known.then(|| rule(Some(format!("FREQ=MONTHLY;BYMONTHDAY={}", days.join(","))), bound))
}

fn yearly(month: u32, day: u32, bound: Bound) -> Option<Schedule> {
    let known = super::calendar::span(super::calendar::Point::Day { day, month }, 2024).is_some();
    known.then(|| rule(Some(format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}")), bound))
}

fn quarterly(months: &str, day: u32, bound: Bound) -> Option<Schedule> {
    let known = (1..=31).contains(&day);
    let day = if day == 31 { "-1".to_owned() } else { day.to_string() };
    known.then(|| rule(Some(format!("FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={day}")), bound))
}

/// `Trước ngày 20 của tháng cuối quý`, `ngày 10 tháng đầu quý sau`.
fn day_of_quarter(cursor: &mut Cursor<'_>) -> Option<Schedule> {
    let bound = bound(cursor).unwrap_or(Bound::By);
    cursor.phrase("vào");
    cursor.phrase("ngày");
    let (day, _) = cursor.figures()?;
    cursor.phrase("của");
    quarterly(last_or_first_month(cursor)?, day, bound)
}

fn last_or_first_month(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    const LAST: [&str; 2] = ["tháng cuối cùng", "tháng cuối"];
    const FIRST: [&str; 2] = ["tháng đầu tiên", "tháng đầu"];
    let last = cursor.one_of(&LAST).is_some();
    (last || cursor.one_of(&FIRST).is_some()).then_some(())?;
    cursor.phrase("của");
    cursor.one_of(&["mỗi", "hàng", "từng"]);
    cursor.phrase("quý").then_some(())?;
    cursor.one_of(&["sau liền kề", "tiếp theo", "sau"]);
    Some(if last { "3,6,9,12" } else { "1,4,7,10" })
}

/// `Ngày cuối cùng của tháng`, `ngày làm việc cuối cùng của tháng`, `cuối mỗi quý`.
fn close_of_period(cursor: &mut Cursor<'_>) -> Option<Schedule> {
    cursor.phrase("vào");
    let day = cursor.phrase("ngày");
    let working = day && cursor.phrase("làm việc");
    cursor.one_of(&["cuối cùng", "cuối"])?;
    cursor.phrase("của");
    let each = cursor.one_of(&["hàng", "mỗi", "từng"]).is_some();
    let period = period(cursor)?;
    let each = each || cursor.one_of(&["hàng tháng", "hàng quý", "hàng năm"]).is_some();
    // `Cuối tháng` alone may be the end of one month.
    (each || day).then_some(())?;
    if !working {
        return Some(closing(Cycle { count: 1, period }));
    }
    (period == Period::Month)
        .then(|| rule(Some("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1".to_owned()), Bound::By))
}

/// `Thứ sáu hàng tuần`, `chiều thứ 2 hàng tuần`, `thứ hai đầu tuần`.
fn weekday(cursor: &mut Cursor<'_>) -> Option<Schedule> {
    const DAYS: [(&str, u32, &str); 6] = [
        ("hai", 2, "MO"),
        ("ba", 3, "TU"),
        ("tư", 4, "WE"),
        ("năm", 5, "TH"),
        ("sáu", 6, "FR"),
        ("bảy", 7, "SA"),
    ];
    let bound = bound(cursor).unwrap_or(Bound::By);
    cursor.one_of(&["vào", "sáng", "chiều", "ngày"]);
    let day = if cursor.phrase("chủ nhật") {
        "SU"
    } else {
        cursor.phrase("thứ").then_some(())?;
        let figure = cursor.figures().map(|(figure, _)| figure);
        DAYS.iter()
            .find(|(word, number, _)| figure.map_or_else(|| cursor.phrase(word), |f| f == *number))?
            .2
    };
    cursor.one_of(&["hàng tuần", "mỗi tuần", "đầu tuần", "cuối tuần", "trong tuần"])?;
    Some(rule(Some(format!("FREQ=WEEKLY;BYDAY={day}")), bound))
}

/// `02 lần/năm`, `ít nhất 01 lần mỗi quý`, `mỗi năm tối thiểu 02 lần`.
fn frequency(cursor: &mut Cursor<'_>) -> Option<Schedule> {
    let behind = cursor.try_read(|ahead| {
        ahead.one_of(&["mỗi", "hàng"])?;
        let period = period(ahead)?;
        let (at_least, times) = times(ahead)?;
        Some((at_least, times, Cycle { count: 1, period }))
    });
    let (at_least, times, cycle) = behind.or_else(|| {
        let (at_least, times) = times(cursor)?;
        let joined = cursor.sign('/')
            || cursor.one_of(&["trong một", "trong", "một", "mỗi", "trên", "hàng"]).is_some();
        Some((at_least, times, joined.then(|| cycle(cursor))??))
    })?;
    let Cycle { count, period } = cycle;
    match (times, count) {
        (_, 1) => Some(Schedule::new(Timing::Frequency { times, per: period, at_least })),
        // Once in six months is every six months.
        (1, _) if !at_least => Some(closing(cycle)),
        _ => None,
    }
}

/// `Ít nhất 02 lần`; whether it may be more often.
fn times(cursor: &mut Cursor<'_>) -> Option<(bool, u32)> {
    cursor.sign(',');
    let at_least = cursor.one_of(&["ít nhất", "tối thiểu", "không ít hơn", "từ"]).is_some();
    let times = cursor.count().filter(|times| (1..=366).contains(times))?;
    let more = cursor.phrase("lần").then(|| cursor.phrase("trở lên"))?;
    Some((at_least || more, times))
}
