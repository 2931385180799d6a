//! What comes again: `hàng tháng`, `trước ngày 08 hàng tháng`, `02 lần/năm`, `6 tháng/lần`.

use phuluc_model::{Assumption, Bound, Period, Schedule, Timing};

use super::bound::bound;
use super::cycle::Cycle;
use super::item::Item;
use super::token::Cursor;
use super::weekday::weekdays;

/// Reads a time that comes again.
pub(super) fn recurring(cursor: &mut Cursor<'_>) -> Option<Item> {
    const ROUTINE: [&str; 4] =
        ["theo chế độ báo cáo định kỳ", "theo định kỳ", "định kỳ", "thường kỳ"];
    let routine = cursor.one_of(&ROUTINE).is_some();
    let ready = cursor
        .try_read(weekly)
        .or_else(|| cursor.try_read(day_of_month))
        .or_else(|| cursor.try_read(day_of_quarter))
        .or_else(|| cursor.try_read(close_of_period))
        .or_else(|| cursor.try_read(frequency));
    ready
        .map(Item::Ready)
        .or_else(|| cursor.try_read(|ahead| every(ahead, routine)))
        .or_else(|| routine.then(|| Item::Ready(rule(None, Bound::By))))
}

fn rule(rrule: Option<String>, bound: Bound) -> Schedule {
    Schedule::new(Timing::Recurring { rrule, bound })
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

/// `Hàng tháng`, `mỗi quý`, `theo quý`, `6 tháng/lần`, `quý một lần`, `định kỳ 6 tháng`.
fn every(cursor: &mut Cursor<'_>, routine: bool) -> Option<Item> {
    const EACH: [&str; 6] = ["theo từng", "theo hàng", "theo", "hàng", "mỗi", "từng"];
    let each = cursor.one_of(&EACH).is_some() || cursor.try_read(all_of_the_year).is_some();
    if each && cursor.phrase("giai đoạn") {
        return Some(Item::Ready(rule(None, Bound::By)));
    }
    let cycle = cycle(cursor)?;
    let once = once(cursor);
    (each || once || routine).then_some(())?;
    cursor.phrase("trong năm");
    let due = cursor.try_read(|ahead| due_within(ahead, cycle));
    Some(due.map_or(Item::Every(cycle), Item::Ready))
}

/// `Các` before `tháng trong năm`.
fn all_of_the_year(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.phrase("các").then_some(())?;
    let mut ahead = *cursor;
    period(&mut ahead)?;
    ahead.phrase("trong năm").then_some(())
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
        Period::Month | Period::Quarter => months_rule(cycle.months()),
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
        _ => format!("FREQ=MONTHLY;INTERVAL={count};BYMONTHDAY=-1"),
    }
}

/// A cycle as the name of a report; nine months are one of each year.
pub(super) fn report(cycle: Cycle) -> Item {
    if cycle.months() == 9 {
        let rule = rule(Some("FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1".to_owned()), Bound::By);
        return Item::Ready(Schedule { assumptions: vec![Assumption::PeriodEnd], ..rule });
    }
    Item::Every(cycle)
}

/// The months that close periods of `count` months: `3,6,9,12`.
fn closings(count: u32) -> String {
    let months = (1..=12).filter(|month| month % count == 0);
    months.map(|month| month.to_string()).collect::<Vec<_>>().join(",")
}

/// The day of each period behind its name: `hàng tháng, trước ngày 25`, `hàng tuần vào thứ sáu`.
fn due_within(cursor: &mut Cursor<'_>, cycle: Cycle) -> Option<Schedule> {
    let bracket = cursor.sign('(');
    if !bracket {
        cursor.sign(',');
    }
    cursor.phrase("vào");
    let schedule =
        if cycle == WEEK { on_weekdays(cursor, Bound::By)? } else { day_within(cursor, cycle)? };
    (!bracket || cursor.sign(')')).then_some(schedule)
}

const WEEK: Cycle = Cycle { count: 1, period: Period::Week };

fn day_within(cursor: &mut Cursor<'_>, cycle: Cycle) -> Option<Schedule> {
    let bound = bound(cursor);
    let named = cursor.phrase("ngày");
    (bound.is_some() || named).then_some(())?;
    let (day, _) = cursor.figures()?;
    let bound = bound.unwrap_or(Bound::By);
    match (cycle.count, cycle.period) {
        (1, Period::Month) => monthly(&[day], bound),
        (1, Period::Quarter) => {
            cursor.phrase("của");
            on_day(month_of_quarter(cursor)?, day, bound)
        }
        _ => None,
    }
}

/// `Trước ngày 08 hàng tháng`, `ngày 15 và 30 hàng tháng`, `chậm nhất ngày 20 tháng sau`.
fn day_of_month(cursor: &mut Cursor<'_>) -> Option<Schedule> {
    let bound = bound(cursor).unwrap_or(Bound::By);
    let from = cursor.phrase("từ");
    cursor.phrase("vào");
    cursor.phrase("ngày");
    let mut days = vec![cursor.figures()?.0];
    while let Some(day) = cursor.try_read(|ahead| {
        let to = ahead.sign('-') || ahead.phrase("đến");
        (to || (!from && (ahead.sign(',') || ahead.phrase("và")))).then_some(())?;
        ahead.phrase("ngày");
        Some((to, ahead.figures()?.0))
    }) {
        // A span of days is due on its last one.
        if day.0 {
            days.pop();
        }
        days.push(day.1);
    }
    cursor.phrase("của");
    let each = cursor.one_of(&["hàng tháng", "mỗi tháng", "các tháng", "từng tháng"]).is_some();
    if !each {
        const NEXT: [&str; 5] =
            ["tháng sau liền kề", "tháng liền kề", "tháng kế tiếp", "tháng tiếp theo", "tháng sau"];
        cursor.one_of(&NEXT)?;
        cursor.one_of(&["của kỳ báo cáo", "hàng tháng"]);
    }
    monthly(&days, bound)
}

fn monthly(days: &[u32], bound: Bound) -> Option<Schedule> {
    let days = days.iter().map(|day| month_day(*day)).collect::<Option<Vec<_>>>()?;
    Some(rule(Some(format!("FREQ=MONTHLY;BYMONTHDAY={}", days.join(","))), bound))
}

fn on_day(months: &str, day: u32, bound: Bound) -> Option<Schedule> {
    let day = month_day(day)?;
    Some(rule(Some(format!("FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={day}")), bound))
}

/// RFC 5545 skips a day that a month lacks, so the 31st is written as the last day; the 30th, which
/// only February lacks, stays.
fn month_day(day: u32) -> Option<String> {
    match day {
        31 => Some("-1".to_owned()),
        1..=30 => Some(day.to_string()),
        _ => None,
    }
}

/// `Trước ngày 20 của tháng cuối quý`, `ngày 10 tháng đầu quý sau`.
fn day_of_quarter(cursor: &mut Cursor<'_>) -> Option<Schedule> {
    let bound = bound(cursor).unwrap_or(Bound::By);
    cursor.phrase("vào");
    cursor.phrase("ngày");
    let (day, _) = cursor.figures()?;
    cursor.phrase("của");
    on_day(month_of_quarter(cursor)?, day, bound)
}

/// The months that `tháng cuối quý` or `tháng đầu quý` names.
fn month_of_quarter(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    const LAST: [&str; 3] = ["các tháng cuối", "tháng cuối cùng", "tháng cuối"];
    const FIRST: [&str; 3] = ["các tháng đầu", "tháng đầu tiên", "tháng đầu"];
    let last = cursor.one_of(&LAST).is_some();
    (last || cursor.one_of(&FIRST).is_some()).then_some(())?;
    cursor.phrase("của");
    cursor.one_of(&["mỗi", "hàng", "từng"]);
    cursor.phrase("quý").then_some(())?;
    cursor.one_of(&["sau liền kề", "liền kề", "kế tiếp", "tiếp theo", "sau"]);
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

/// `Thứ sáu hàng tuần`, `chiều thứ 2, thứ 4 hàng tuần`.
fn weekly(cursor: &mut Cursor<'_>) -> Option<Schedule> {
    let bound = bound(cursor).unwrap_or(Bound::By);
    let schedule = on_weekdays(cursor, bound)?;
    cursor.one_of(&["hàng tuần", "mỗi tuần", "đầu tuần", "cuối tuần", "trong tuần"])?;
    Some(schedule)
}

fn on_weekdays(cursor: &mut Cursor<'_>, bound: Bound) -> Option<Schedule> {
    let days = weekdays(cursor)?.join(",");
    Some(rule(Some(format!("FREQ=WEEKLY;BYDAY={days}")), bound))
}

/// `02 lần/năm`, `ít nhất 01 lần mỗi quý`, `mỗi năm tối thiểu 02 lần`.
fn frequency(cursor: &mut Cursor<'_>) -> Option<Schedule> {
    let behind = cursor.try_read(|ahead| {
        let at_least = at_least(ahead);
        ahead.one_of(&["mỗi", "hàng"])?;
        let period = period(ahead)?;
        ahead.sign(',');
        let (more, times) = times(ahead)?;
        Some((at_least || more, times, Cycle { count: 1, period }))
    });
    let (at_least, times, cycle) = behind.or_else(|| {
        const JOINTS: [&str; 7] = ["trong mỗi", "trong một", "trong", "một", "mỗi", "trên", "hàng"];
        let (at_least, times) = times(cursor)?;
        let joined = cursor.sign('/') || cursor.one_of(&JOINTS).is_some();
        let cycle = joined.then(|| cycle(cursor))??;
        Some((at_least || cursor.phrase("trở lên"), times, cycle))
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
    let at_least = at_least(cursor);
    let times = cursor.count().filter(|times| (1..=366).contains(times))?;
    let more = cursor.one_of(&["lần", "cuộc", "đợt"]).map(|_| cursor.phrase("trở lên"))?;
    Some((at_least || more, times))
}

fn at_least(cursor: &mut Cursor<'_>) -> bool {
    cursor.one_of(&["ít nhất", "tối thiểu", "không ít hơn", "từ"]).is_some()
}
