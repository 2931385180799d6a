//! The columns of the CSV: name, type, description, and how a task fills them.
//!
//! The CSV and its description (the Data Package) both use this one table, so that they always have the
//! same columns.

use std::borrow::Cow;

use phuluc_model::{Area, Bound, Date, Item, Text, Timing};

use crate::row::TaskRow;

/// The separator of the values of a cell.
pub(crate) const BETWEEN: &str = "; ";

/// A column that every CSV has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    /// Its name in the header.
    pub(crate) name: &'static str,
    /// The type of its cells.
    pub(crate) kind: Kind,
    /// One sentence about its cells.
    pub(crate) about: &'static str,
    /// Makes the cell of a task; empty if there is no value.
    pub(crate) cell: for<'a> fn(&TaskRow<'a>) -> Cow<'a, str>,
}

/// The type of the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An id, different in each row.
    Key,
    /// Text.
    Text,
    /// One of these names.
    Name(&'static [&'static str]),
    /// Texts with [`BETWEEN`] between them.
    Texts,
    /// `true` or `false`.
    Flag,
    /// Days in ISO 8601 with [`BETWEEN`] between them: a list of times has several days.
    Days,
    /// A number from one.
    Count,
}

/// The names of [`Timing`].
const KINDS: &[&str] = &[
    "window",
    "date",
    "deadline",
    "continuous",
    "recurring",
    "frequency",
    "relative",
    "on_demand",
    "by_reference",
    "list",
    "unspecified",
    "unparsed",
];

/// The names of [`Area`].
const AREAS: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "8", "survey", "other"];

/// The columns before those of the extra labels.
pub(crate) const FIELDS: [Field; 26] = [
    Field {
        name: "id",
        kind: Kind::Key,
        about: "The name of the task: REFERENCE#SECTION.NUMBER.",
        cell: |row| Cow::Borrowed(&row.task.id),
    },
    Field {
        name: "appendix",
        kind: Kind::Text,
        about: "The label of the appendix, or its position.",
        cell: |row| row.appendix_name(),
    },
    Field {
        name: "section_number",
        kind: Kind::Text,
        about: "The number of the section, without a trailing dot.",
        cell: |row| text(row.section.number.as_ref()),
    },
    Field {
        name: "section_title",
        kind: Kind::Text,
        about: "The title of the section.",
        cell: |row| text(row.section.title.as_ref()),
    },
    Field {
        name: "number",
        kind: Kind::Text,
        about: "The ordinal of the row as printed, without a trailing dot.",
        cell: |row| text(row.task.number.as_ref()),
    },
    Field {
        name: "task",
        kind: Kind::Text,
        about: "What is to be done.",
        cell: |row| text(row.task.task.as_ref()),
    },
    Field {
        name: "lead_unit",
        kind: Kind::Text,
        about: "Who does it.",
        cell: |row| text(row.task.lead_unit.as_ref()),
    },
    Field {
        name: "coordinating_unit",
        kind: Kind::Text,
        about: "Who takes part, without the phrase that says they do not.",
        cell: |row| text(row.task.coordinating_unit.as_ref()),
    },
    Field {
        name: "not_performed",
        kind: Kind::Flag,
        about: "Whether the coordinating unit is said not to perform the task.",
        cell: |row| Cow::Borrowed(if row.task.not_performed.is_some() { "true" } else { "false" }),
    },
    Field {
        name: "not_performed_note",
        kind: Kind::Text,
        about: "The phrase that says so.",
        cell: |row| text(row.task.not_performed.as_ref()),
    },
    Field {
        name: "product",
        kind: Kind::Text,
        about: "What comes out.",
        cell: |row| text(row.task.product.as_ref()),
    },
    Field {
        name: "timeframe",
        kind: Kind::Text,
        about: "When, in the words of the cell.",
        cell: |row| text(row.task.timeframe.as_ref()),
    },
    Field {
        name: "note",
        kind: Kind::Text,
        about: "A remark.",
        cell: |row| text(row.task.note.as_ref()),
    },
    Field {
        name: "area",
        kind: Kind::Name(AREAS),
        about: "The area of the PAR Index that the section's title names.",
        cell: |row| Cow::Borrowed(row.section.area.map(Area::name).unwrap_or_default()),
    },
    Field {
        name: "lead_units",
        kind: Kind::Texts,
        about: "The units of lead_unit.",
        cell: |row| texts(&row.task.meaning.lead_units),
    },
    Field {
        name: "coordinating_units",
        kind: Kind::Texts,
        about: "The units of coordinating_unit.",
        cell: |row| texts(&row.task.meaning.coordinating_units),
    },
    Field {
        name: "products",
        kind: Kind::Texts,
        about: "The products of product.",
        cell: |row| texts(&row.task.meaning.products),
    },
    Field {
        name: "schedule",
        kind: Kind::Text,
        about: "The whole of timeframe in days: < is before a day, <= by it, ~ approximate.",
        cell: |row| {
            Cow::Owned(
                row.task.meaning.schedule.as_ref().map(ToString::to_string).unwrap_or_default(),
            )
        },
    },
    Field {
        name: "schedule_kind",
        kind: Kind::Name(KINDS),
        about: "The kind of time.",
        cell: |row| {
            let schedule = row.task.meaning.schedule.as_ref();
            Cow::Borrowed(schedule.map(|schedule| schedule.timing.name()).unwrap_or_default())
        },
    },
    Field {
        name: "schedule_start",
        kind: Kind::Days,
        about: "The first day; of a list, that of each of its times that has one.",
        cell: |row| times(row, |timing| timing.start().map(day)),
    },
    Field {
        name: "schedule_end",
        kind: Kind::Days,
        about: "The last day, on which a window is due; of a list, of each of its times.",
        cell: |row| times(row, |timing| timing.end().map(day)),
    },
    Field {
        name: "schedule_due",
        kind: Kind::Days,
        about: "The day of a date or a deadline; of a list, of each of its times.",
        cell: |row| times(row, |timing| timing.due().map(day)),
    },
    Field {
        name: "schedule_bound",
        kind: Kind::Texts,
        about: "How that day bounds the work: before leaves it out, by takes it in, on is the day.",
        cell: |row| times(row, |timing| timing.bound().map(Bound::name).map(str::to_owned)),
    },
    Field {
        name: "schedule_rrule",
        kind: Kind::Texts,
        about: "The rule of RFC 5545 of what recurs.",
        cell: |row| times(row, |timing| timing.rrule().map(str::to_owned)),
    },
    Field {
        name: "schedule_event",
        kind: Kind::Texts,
        about: "What the time hangs on, in the words of the cell.",
        cell: |row| times(row, |timing| timing.event().map(str::to_owned)),
    },
    Field {
        name: "citations",
        kind: Kind::Texts,
        about: "The documents that the cells refer to.",
        cell: |row| {
            let citations = row.task.meaning.citations.iter();
            joined(citations.map(|citation| citation.canonical.clone()))
        },
    },
];

/// The columns after those of the extra labels.
pub(crate) const PLACE_FIELDS: [Field; 2] = [
    Field {
        name: "page",
        kind: Kind::Count,
        about: "The page on which the row begins.",
        cell: |row| Cow::Owned(row.task.place.page.to_string()),
    },
    Field {
        name: "line",
        kind: Kind::Count,
        about: "The line on which the row begins: of the file or, in a PDF, of the page.",
        cell: |row| Cow::Owned(row.task.place.line.to_string()),
    },
];

/// The names of all columns that every CSV has.
pub(crate) fn names() -> Vec<&'static str> {
    FIELDS.iter().chain(&PLACE_FIELDS).map(|field| field.name).collect()
}

fn text(text: Option<&Text>) -> Cow<'_, str> {
    Cow::Borrowed(text.map_or("", Text::as_str))
}

fn texts<'a>(items: &[Item]) -> Cow<'a, str> {
    joined(items.iter().map(|item| item.text.clone()))
}

fn joined<'a>(values: impl Iterator<Item = String>) -> Cow<'a, str> {
    Cow::Owned(values.collect::<Vec<_>>().join(BETWEEN))
}

fn day(day: Date) -> String {
    day.to_string()
}

/// The values of the times of a task; of a list, those of its items that have one.
fn times<'a>(row: &TaskRow<'a>, value: fn(&Timing) -> Option<String>) -> Cow<'a, str> {
    let Some(schedule) = &row.task.meaning.schedule else { return Cow::Borrowed("") };
    joined(schedule.times().iter().filter_map(|time| value(&time.timing)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unlike() {
        let mut names = names();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FIELDS.len() + PLACE_FIELDS.len());
    }

    #[test]
    fn names_what_the_model_names() {
        assert_eq!(AREAS, Area::ALL.map(Area::name));
        let schema: serde_json::Value = serde_json::from_str(crate::SCHEMA).unwrap();
        let kinds = &schema["$defs"]["schedule"]["properties"]["kind"]["enum"];
        assert_eq!(kinds, &serde_json::json!(KINDS));
    }
}
