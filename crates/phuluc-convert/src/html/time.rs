//! Times in Vietnamese words and days.

use phuluc_model::{Bound, Date, Period, Schedule, Timing};

/// A day as it is written in Vietnam: `31/12/2024`.
pub(super) fn day(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// What a time was understood as; `None` where nothing was.
pub(super) fn words(schedule: &Schedule) -> Option<String> {
    let words = timing(&schedule.timing)?;
    let about = schedule.approximate && !matches!(schedule.timing, Timing::List { .. });
    Some(if about { format!("khoảng {words}") } else { words })
}

fn timing(timing: &Timing) -> Option<String> {
    Some(match timing {
        Timing::Window { start: Some(start), end } => {
            format!("từ {} đến {}", day(*start), day(*end))
        }
        Timing::Window { start: None, end } => format!("đến {}", day(*end)),
        Timing::Date { due } => format!("ngày {}", day(*due)),
        Timing::Deadline { due, bound: Bound::Before } => format!("trước ngày {}", day(*due)),
        Timing::Deadline { due, .. } => format!("chậm nhất ngày {}", day(*due)),
        Timing::Continuous { start, end } => {
            let start = start.map_or(String::new(), |start| format!(" từ {}", day(start)));
            let end = end.map_or(String::new(), |end| format!(" đến {}", day(end)));
            format!("thường xuyên{start}{end}")
        }
        Timing::Recurring { rrule: Some(rule), .. } => format!("{} ({rule})", often(rule)),
        Timing::Recurring { rrule: None, .. } => "định kỳ".to_owned(),
        Timing::Frequency { times, per, at_least } => {
            let least = if *at_least { "ít nhất " } else { "" };
            format!("{least}{times} lần mỗi {}", period(*per))
        }
        Timing::Relative { offset, business_days, event } => {
            let days = offset.strip_prefix('P').and_then(|rest| rest.strip_suffix('D'));
            let business = if *business_days { " làm việc" } else { "" };
            match days {
                Some("0") => format!("ngay khi: «{event}»"),
                Some(days) => format!("{days} ngày{business} sau: «{event}»"),
                None => format!("{offset} sau: «{event}»"),
            }
        }
        Timing::OnDemand { event } => format!("khi phát sinh: «{event}»"),
        Timing::ByReference { event } => format!("theo văn bản khác: «{event}»"),
        Timing::List { items } => items.iter().filter_map(words).collect::<Vec<_>>().join("; "),
        Timing::Unspecified | Timing::Unparsed => return None,
    })
}

/// How often a rule repeats, by how it begins.
fn often(rule: &str) -> &'static str {
    const OFTEN: [(&str, &str); 7] = [
        ("FREQ=YEARLY", "hằng năm"),
        ("FREQ=MONTHLY;INTERVAL=3", "hằng quý"),
        ("FREQ=MONTHLY;INTERVAL=", "định kỳ nhiều tháng"),
        ("FREQ=MONTHLY", "hằng tháng"),
        ("FREQ=WEEKLY;INTERVAL=", "định kỳ nhiều tuần"),
        ("FREQ=WEEKLY", "hằng tuần"),
        ("FREQ=DAILY", "hằng ngày"),
    ];
    OFTEN.iter().find(|(begins, _)| rule.starts_with(begins)).map_or("định kỳ", |(_, often)| often)
}

const fn period(period: Period) -> &'static str {
    match period {
        Period::Day => "ngày",
        Period::Week => "tuần",
        Period::Month => "tháng",
        Period::Quarter => "quý",
        Period::Year => "năm",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(timing: Timing, expected: Option<&str>) {
        assert_eq!(words(&Schedule::new(timing)).as_deref(), expected);
    }

    #[test]
    fn times_are_said_in_days() {
        let due = Date::new(2024, 12, 5).unwrap();
        check(Timing::Deadline { due, bound: Bound::Before }, Some("trước ngày 05/12/2024"));
        check(Timing::Window { start: None, end: due }, Some("đến 05/12/2024"));
        check(
            Timing::Continuous { start: None, end: Some(due) },
            Some("thường xuyên đến 05/12/2024"),
        );
        check(Timing::Unparsed, None);
    }
}
