//! Times in words and dates.

use phuluc_messages::{Lang, sentence, words as say};
use phuluc_model::{Arguments, Bound, Date, Schedule, Timing};

/// A date as the language writes it: `31/12/2024` in Vietnamese.
pub(super) fn day(day: Date, lang: Lang) -> String {
    let arguments = Arguments::new()
        .with("day", format!("{:02}", day.day()))
        .with("month", format!("{:02}", day.month()))
        .with("year", day.year().to_string());
    sentence(lang, "time-day", &arguments)
}

/// The meaning of a time; `None` if it was not understood.
pub(super) fn words(schedule: &Schedule, lang: Lang) -> Option<String> {
    let time = timing(&schedule.timing, lang)?;
    let about = schedule.approximate && !matches!(schedule.timing, Timing::List { .. });
    if !about {
        return Some(time);
    }
    Some(sentence(lang, "time-about", &Arguments::new().with("time", time)))
}

fn timing(timing: &Timing, lang: Lang) -> Option<String> {
    let none = Arguments::new;
    let with_day = |key, name: &'static str, own: Date| {
        sentence(lang, key, &none().with(name, day(own, lang)))
    };
    let with_event = |key, event: &str| sentence(lang, key, &none().with("event", event));
    Some(match timing {
        Timing::Window { start: Some(start), end } => span("time-from_to", *start, *end, lang),
        Timing::Window { start: None, end } => with_day("time-until", "end", *end),
        Timing::Date { due } => with_day("time-on", "day", *due),
        Timing::Deadline { due, bound: Bound::Before } => with_day("time-before", "day", *due),
        Timing::Deadline { due, .. } => with_day("time-by", "day", *due),
        Timing::Continuous { start, end } => match (*start, *end) {
            (Some(start), Some(end)) => span("time-continuous_from_to", start, end, lang),
            (Some(start), None) => with_day("time-continuous_from", "start", start),
            (None, Some(end)) => with_day("time-continuous_until", "end", end),
            (None, None) => say(lang, "time-continuous").into_owned(),
        },
        Timing::Recurring { rrule: Some(rule), .. } => {
            let often = say(lang, often(rule)).into_owned();
            sentence(lang, "time-by_rule", &none().with("often", often).with("rule", rule.as_str()))
        }
        Timing::Recurring { rrule: None, .. } => say(lang, "time-recurring").into_owned(),
        Timing::Frequency { times, per, at_least } => {
            let key = if *at_least { "time-frequency_at_least" } else { "time-frequency" };
            let period = say(lang, &format!("period-{}", per.name())).into_owned();
            sentence(lang, key, &none().with("times", *times).with("period", period))
        }
        Timing::Relative { offset, business_days, event } => {
            after(offset, *business_days, event, lang)
        }
        Timing::OnDemand { event } => with_event("time-on_demand", event),
        Timing::ByReference { event } => with_event("time-by_reference", event),
        Timing::List { items } => {
            let times = items.iter().filter_map(|item| words(item, lang));
            times.collect::<Vec<_>>().join("; ")
        }
        Timing::Unspecified | Timing::Unparsed => return None,
    })
}

fn span(key: &str, start: Date, end: Date, lang: Lang) -> String {
    let arguments = Arguments::new().with("start", day(start, lang)).with("end", day(end, lang));
    sentence(lang, key, &arguments)
}

/// A time after an event; `offset` is a duration of ISO 8601: `P10D`.
fn after(offset: &str, business_days: bool, event: &str, lang: Lang) -> String {
    let event = Arguments::new().with("event", event);
    match offset.strip_prefix('P').and_then(|rest| rest.strip_suffix('D')) {
        Some("0") => sentence(lang, "time-as_soon_as", &event),
        Some(days) => {
            let key = if business_days { "time-business_days_after" } else { "time-days_after" };
            sentence(lang, key, &event.with("days", days))
        }
        None => sentence(lang, "time-after", &event.with("offset", offset)),
    }
}

/// Message keys of how often a rule repeats, by the start of the rule.
fn often(rule: &str) -> &'static str {
    const OFTEN: [(&str, &str); 7] = [
        ("FREQ=YEARLY", "time-yearly"),
        ("FREQ=MONTHLY;INTERVAL=3", "time-quarterly"),
        ("FREQ=MONTHLY;INTERVAL=", "time-every_few_months"),
        ("FREQ=MONTHLY", "time-monthly"),
        ("FREQ=WEEKLY;INTERVAL=", "time-every_few_weeks"),
        ("FREQ=WEEKLY", "time-weekly"),
        ("FREQ=DAILY", "time-daily"),
    ];
    let found = OFTEN.iter().find(|(begins, _)| rule.starts_with(begins));
    found.map_or("time-recurring", |(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(timing: Timing, expected: Option<&str>) {
        assert_eq!(words(&Schedule::new(timing), Lang::Vi).as_deref(), expected);
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
