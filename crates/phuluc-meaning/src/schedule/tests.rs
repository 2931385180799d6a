//! Times and what they mean, in the notation of the tables beside this file.
//!
//! `timeframes.tsv` holds phrases of appendices and dashboards with the form that was expected of
//! them before the grammar was written; `phrases.tsv` holds phrases that somebody who had not seen
//! the grammar made and expected.

use phuluc_model::{Bound, Period};

use super::*;

const CONTEXT: Context = Context {
    year: Some((2024, YearSource::ColumnHeader)),
    issued: Some(Date::constant(2024, 6, 5)),
};

/// A schedule as the tables write it.
fn noted(schedule: &Schedule) -> String {
    let mut noted = match &schedule.timing {
        Timing::Window { start, end } => format!("window {}/{end}", day(*start)),
        Timing::Date { due } => format!("date = {due}"),
        Timing::Deadline { due, bound: Bound::Before } => format!("deadline < {due}"),
        Timing::Deadline { due, .. } => format!("deadline <= {due}"),
        Timing::Continuous { start, end } => format!("continuous {}/{}", day(*start), day(*end)),
        Timing::Recurring { rrule, bound } => {
            let before = if *bound == Bound::Before { " [before]" } else { "" };
            format!("recurring {}{before}", rrule.as_deref().unwrap_or("(no period)"))
        }
        Timing::Frequency { times, per, at_least } => {
            format!("frequency {}{times}/{}", if *at_least { ">=" } else { "=" }, vietnamese(*per))
        }
        Timing::Relative { offset, business_days, event } => {
            let business = if *business_days { " (business)" } else { "" };
            format!("relative +{offset}{business} after «{}»", event.to_lowercase())
        }
        Timing::OnDemand { event } => format!("on_demand «{}»", event.to_lowercase()),
        Timing::ByReference { event } => format!("by_reference «{}»", event.to_lowercase()),
        Timing::List { items } => {
            return format!("list[{}]", items.iter().map(noted).collect::<Vec<_>>().join(" + "));
        }
        other => other.name().to_owned(),
    };
    if schedule.approximate {
        noted.push_str(" ~");
    }
    noted
}

fn day(day: Option<Date>) -> String {
    day.map_or_else(|| "..".to_owned(), |day| day.to_string()).trim_end_matches("..").to_owned()
        + if day.is_none() { ".." } else { "" }
}

const fn vietnamese(period: Period) -> &'static str {
    match period {
        Period::Day => "ngày",
        Period::Week => "tuần",
        Period::Month => "tháng",
        Period::Quarter => "quý",
        Period::Year => "năm",
    }
}

fn reading(phrase: &str) -> String {
    schedule(phrase, &CONTEXT).as_ref().map_or_else(|_| "unparsed".to_owned(), noted)
}

/// Reads every phrase of a table and gives those that are read otherwise.
fn wrong(table: &str) -> Vec<String> {
    let lines = table.lines().skip(1).filter(|line| !line.is_empty());
    let wrong = lines.filter_map(|line| {
        let (phrase, expected) = line.split_once('\t').unwrap();
        let phrase =
            if phrase == "(blank cell)" { String::new() } else { phrase.replace("\\n", "\n") };
        let actual = reading(&phrase);
        (actual != expected)
            .then(|| format!("{phrase}\n  expected {expected}\n  actual   {actual}"))
    });
    wrong.collect()
}

#[test]
fn reads_the_phrases_of_appendices() {
    let wrong = wrong(include_str!("timeframes.tsv"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn reads_the_phrases_of_a_stranger() {
    let wrong = wrong(include_str!("phrases.tsv"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
