//! What is promised of one cell: its time, and the documents that it refers to.

use phuluc_meaning::citation::citations;
use phuluc_meaning::schedule::{Context, PlanYear, Unread, schedule};
use phuluc_model::{Date, Place, Schedule, Text, Timing, YearSource};

use super::{Broken, hold, same};

/// The context in which times are read: a plan of a year, of a school year, and none.
const CONTEXTS: [Context; 3] = [
    Context {
        year: Some((PlanYear::Calendar(2024), YearSource::Title)),
        issued: Some(Date::constant(2024, 6, 5)),
    },
    Context { year: Some((PlanYear::School(2026), YearSource::ColumnHeader)), issued: None },
    Context { year: None, issued: None },
];

/// A time has its days in order, its rule in the form of its standard and its words from the cell,
/// and white space around the cell changes nothing.
pub fn timeframe(text: &str) -> Result<(), Broken> {
    for context in CONTEXTS {
        let read = schedule(text, &context);
        let spaced = format!(" {text} ");
        same("the time with spaces around it", &read, &schedule(&spaced, &context))?;
        match &read {
            Ok(schedule) => of_schedule(schedule, text)?,
            // A cell without words that are known is none with another year either.
            Err(Unread::Words) => same("unread", &read, &schedule(text, &Context::default()))?,
            Err(_) => {}
        }
    }
    Ok(())
}

fn of_schedule(schedule: &Schedule, text: &str) -> Result<(), Broken> {
    let told = schedule.to_string();
    hold(told.starts_with(schedule.timing.name()) && !told.contains('\n'), || {
        format!("shown as {told:?}")
    })?;
    if let (Some(start), Some(end)) = (schedule.timing.start(), schedule.timing.end()) {
        hold(start <= end, || format!("{told} ends before it begins"))?;
    }
    if let Some(event) = schedule.timing.event() {
        let folded = words(text);
        hold(!event.is_empty() && folded.contains(&words(event)), || {
            format!("{told} has words that {text:?} does not have")
        })?;
    }
    of_timing(&schedule.timing, &told)?;
    schedule.timing.items().iter().try_for_each(|item| of_schedule(item, text))
}

fn of_timing(timing: &Timing, told: &str) -> Result<(), Broken> {
    let fits = match timing {
        Timing::Recurring { rrule: Some(rule), .. } => is_rule(rule),
        Timing::Relative { offset, .. } => is_duration(offset),
        Timing::Frequency { times, .. } => *times > 0,
        Timing::List { items } => {
            items.len() > 1 && !items.iter().any(|item| matches!(item.timing, Timing::List { .. }))
        }
        Timing::Unparsed => false,
        _ => true,
    };
    hold(fits, || format!("{told} has no form"))
}

/// A rule of RFC 5545: a frequency, and parts with a name and a value.
fn is_rule(rule: &str) -> bool {
    let known = |part: &str| {
        part.split_once('=').is_some_and(|(name, value)| {
            let capitals = name.bytes().all(|byte| byte.is_ascii_uppercase());
            let plain = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || ",-".contains(c);
            !name.is_empty() && capitals && !value.is_empty() && value.chars().all(plain)
        })
    };
    rule.starts_with("FREQ=") && rule.split(';').all(known)
}

/// A duration of ISO 8601 with one unit.
fn is_duration(offset: &str) -> bool {
    let rest = offset.strip_prefix('-').unwrap_or(offset).strip_prefix('P').unwrap_or_default();
    let rest = rest.strip_prefix('T').unwrap_or(rest);
    let figures = rest.trim_end_matches(['D', 'W', 'M', 'Y', 'H']);
    figures.len() + 1 == rest.len() && figures.parse::<u64>().is_ok()
}

/// References follow each other in the text, and one in its standard form is itself.
pub fn citation(text: &str) -> Result<(), Broken> {
    let place = Place::new(3, 14);
    let mut rest = text;
    for citation in citations(&Text::new(text.to_owned(), place), None) {
        let raw = &citation.raw;
        let end = rest.find(raw.as_str()).map(|start| start + raw.len());
        let behind = end.and_then(|end| rest.get(end..)).filter(|_| !raw.is_empty());
        rest = behind.ok_or_else(|| Broken(format!("{raw:?} is not in {rest:?}")))?;
        same("the place of a citation", &citation.place, &place)?;
        let canonical = &citation.canonical;
        hold(!canonical.contains(char::is_whitespace), || format!("white space in {canonical:?}"))?;
        hold(canonical.starts_with(&citation.number), || {
            format!("{canonical} does not begin with {}", citation.number)
        })?;
        let kind = citation.kind.as_deref().unwrap_or_default();
        let alone = Text::new(format!("{kind} số {canonical}"), place);
        let again: Vec<_> = citations(&alone, None)
            .into_iter()
            .map(|again| (again.canonical, again.class, again.number, again.year))
            .collect();
        let once = (canonical.clone(), citation.class, citation.number.clone(), citation.year);
        same("a reference in its standard form", &again, &vec![once])?;
    }
    Ok(())
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
