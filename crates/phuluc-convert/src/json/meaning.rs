//! The JSON shapes of the meanings of cells: schedules, lists, citations.

use phuluc_model::{Bound, Citation, Date, Item, Schedule, Timing, YearSource};
use serde::Serialize;

use super::place::PlaceShape;

/// A schedule: the keys that all kinds have, then the keys of its own kind.
#[derive(Serialize)]
pub(super) struct ScheduleShape<'a> {
    kind: &'static str,
    start: Option<String>,
    end: Option<String>,
    due: Option<String>,
    bound: Option<&'static str>,
    rrule: Option<&'a str>,
    event: Option<&'a str>,
    #[serde(flatten)]
    own: OwnShape<'a>,
    items: Vec<Self>,
    approximate: bool,
    year_source: Option<&'static str>,
    assumptions: Vec<&'static str>,
}

/// The keys that only one kind of schedule has.
#[derive(Serialize)]
#[serde(untagged)]
enum OwnShape<'a> {
    Frequency { times: u32, per: &'static str, at_least: bool },
    Relative { offset: &'a str, business_days: bool },
    None {},
}

impl<'a> ScheduleShape<'a> {
    pub(super) fn of(schedule: &'a Schedule) -> Self {
        let Schedule { timing, approximate, year_source, assumptions } = schedule;
        Self {
            kind: timing.name(),
            start: timing.start().map(iso),
            end: timing.end().map(iso),
            due: timing.due().map(iso),
            bound: timing.bound().map(Bound::name),
            rrule: timing.rrule(),
            event: timing.event(),
            own: OwnShape::of(timing),
            items: timing.items().iter().map(Self::of).collect(),
            approximate: *approximate,
            year_source: year_source.map(YearSource::name),
            assumptions: assumptions.iter().map(|assumption| assumption.name()).collect(),
        }
    }
}

impl<'a> OwnShape<'a> {
    fn of(timing: &'a Timing) -> Self {
        match timing {
            Timing::Frequency { times, per, at_least } => {
                Self::Frequency { times: *times, per: per.name(), at_least: *at_least }
            }
            Timing::Relative { offset, business_days, .. } => {
                Self::Relative { offset, business_days: *business_days }
            }
            _ => Self::None {},
        }
    }
}

/// A date is written as ISO 8601.
pub(super) fn iso(date: Date) -> String {
    date.to_string()
}

/// The values of a cell that lists several.
pub(super) fn texts(items: &[Item]) -> Vec<&str> {
    items.iter().map(|item| item.text.as_str()).collect()
}

/// The same values with their abbreviations written out, in the same order.
pub(super) fn expanded(items: &[Item]) -> Vec<&str> {
    items.iter().map(|item| item.expanded.as_deref().unwrap_or(&item.text)).collect()
}

#[derive(Serialize)]
pub(super) struct CitationShape<'a> {
    canonical: &'a str,
    raw: &'a str,
    class: &'static str,
    number: &'a str,
    year: Option<i16>,
    r#type: Option<&'a str>,
    organ: Option<&'a str>,
    issuer: Option<&'a str>,
    date: Option<String>,
    field: Option<&'static str>,
    place: PlaceShape,
}

impl<'a> CitationShape<'a> {
    fn of(citation: &'a Citation) -> Self {
        Self {
            canonical: &citation.canonical,
            raw: &citation.raw,
            class: citation.class.name(),
            number: &citation.number,
            year: citation.year,
            r#type: citation.kind.as_deref(),
            organ: citation.organ.as_deref(),
            issuer: citation.issuer.as_deref(),
            date: citation.date.map(iso),
            field: citation.field.map(phuluc_model::Role::name),
            place: PlaceShape::of(citation.place),
        }
    }

    pub(super) fn all(citations: &'a [Citation]) -> Vec<Self> {
        citations.iter().map(Self::of).collect()
    }
}

#[cfg(test)]
mod tests {
    use phuluc_model::{Assumption, Period};
    use serde_json::{Value, json};

    use super::*;

    #[track_caller]
    fn check(timing: Timing, own: &Value) {
        let name = timing.name();
        let schedule = Schedule::new(timing);
        let mut expected = json!({ "kind": name, "start": null, "end": null, "due": null,
            "bound": null, "rrule": null, "event": null, "items": [], "approximate": false,
            "year_source": null, "assumptions": [] });
        for (key, value) in own.as_object().unwrap() {
            expected[key] = value.clone();
        }
        assert_eq!(serde_json::to_value(ScheduleShape::of(&schedule)).unwrap(), expected);
    }

    #[test]
    fn each_kind_has_its_keys() {
        let day = Date::constant(2024, 6, 30);
        let bound = Bound::Before;
        let event = "có hướng dẫn".to_owned();
        check(Timing::Window { start: None, end: day }, &json!({ "end": "2024-06-30" }));
        check(Timing::Date { due: day }, &json!({ "due": "2024-06-30", "bound": "on" }));
        let before = json!({ "due": "2024-06-30", "bound": "before" });
        check(Timing::Deadline { due: day, bound }, &before);
        let from = Timing::Continuous { start: Some(day), end: None };
        check(from, &json!({ "start": "2024-06-30" }));
        let rule = "FREQ=WEEKLY".to_owned();
        let weekly = json!({ "rrule": "FREQ=WEEKLY", "bound": "before" });
        check(Timing::Recurring { rrule: Some(rule), bound }, &weekly);
        let twice = Timing::Frequency { times: 2, per: Period::Year, at_least: true };
        check(twice, &json!({ "times": 2, "per": "year", "at_least": true }));
        let offset = "P10D".to_owned();
        let after = Timing::Relative { offset, business_days: true, event: event.clone() };
        let keys = json!({ "offset": "P10D", "business_days": true, "event": "có hướng dẫn" });
        check(after, &keys);
        check(Timing::OnDemand { event }, &json!({ "event": "có hướng dẫn" }));
        check(Timing::Unparsed, &json!({}));
    }

    #[test]
    fn a_list_holds_whole_schedules() {
        let item = Schedule {
            timing: Timing::Unspecified,
            approximate: true,
            year_source: Some(YearSource::Cell),
            assumptions: vec![Assumption::PlanYear],
        };
        let list = Schedule::new(Timing::List { items: vec![item] });
        let written = serde_json::to_value(ScheduleShape::of(&list)).unwrap();
        assert_eq!(written["items"][0]["year_source"], json!("cell"));
        assert_eq!(written["items"][0]["assumptions"], json!(["plan_year"]));
        assert_eq!(written["items"][0]["approximate"], json!(true));
    }
}
