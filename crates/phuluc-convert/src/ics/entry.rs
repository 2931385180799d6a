//! The components of a calendar: tasks that are due, and events on a day.

use std::collections::BTreeMap;
use std::io;

use phuluc_messages::{sentence, words};
use phuluc_model::{Appendix, Arguments, Bound, Date, Role, Text, Timing};

use super::content::{Content, day};
use super::rule::RecurrenceRule;
use crate::caption;
use crate::creation_date::{UNDATED, issued};
use crate::report::Report;
use crate::row::{TaskRow, rows};

/// The kinds of times that are left out, with the number of each.
pub(super) type LeftOutTimes = BTreeMap<&'static str, usize>;

/// Nine in the morning, a week before the due day; counted from the start of that day.
const WEEK_BEFORE: &str = "-P6DT15H";

/// Nine in the morning of the day before.
const DAY_BEFORE: &str = "-PT15H";

/// The fields that a description lists.
const DESCRIBED: [Role; 5] =
    [Role::LeadUnit, Role::CoordinatingUnit, Role::Product, Role::Timeframe, Role::Note];

/// A component.
pub(super) struct Entry<'a> {
    row: TaskRow<'a>,
    report: Report<'a>,
    when: EventDays,
    /// The position of its time in a list, from one.
    position: Option<usize>,
}

/// The days of a component.
enum EventDays {
    Due { start: Option<Date>, last: Date },
    On { day: Date },
    Again { first: Date, rule: String },
}

/// The components of all tasks, and the times that were left out.
pub(super) fn entries<'a>(report: &Report<'a>) -> (Vec<Entry<'a>>, LeftOutTimes) {
    let mut entries = Vec::new();
    let mut left_out = LeftOutTimes::new();
    for row in rows(report.document) {
        let Some(schedule) = &row.task.meaning.schedule else {
            *left_out.entry(Timing::Unspecified.name()).or_default() += 1;
            continue;
        };
        let listed = !schedule.timing.items().is_empty();
        for (position, time) in (1..).zip(schedule.times()) {
            match EventDays::of(&time.timing, row.appendix) {
                Some(when) => {
                    let position = listed.then_some(position);
                    entries.push(Entry { row, report: *report, when, position });
                }
                None => *left_out.entry(time.timing.name()).or_default() += 1,
            }
        }
    }
    (entries, left_out)
}

impl EventDays {
    fn of(timing: &Timing, appendix: &Appendix) -> Option<Self> {
        match timing {
            Timing::Date { due } => Some(Self::On { day: *due }),
            Timing::Recurring { rrule: Some(rule), bound } => again(rule, *bound, appendix),
            timing => {
                let last = timing.last_day()?;
                let start = timing.start().filter(|start| *start < last);
                Some(Self::Due { start, last })
            }
        }
    }
}

/// The first day of a rule and the rule, until the end of the year of the plan.
fn again(rule: &str, bound: Bound, appendix: &Appendix) -> Option<EventDays> {
    let known = RecurrenceRule::parse(rule)?;
    let meant = if bound == Bound::Before { known.day_before()? } else { known };
    let first = meant.first(beginning(appendix)?)?;
    let end = appendix.year.as_ref().and_then(|year| Date::new(year.value, 12, 31).ok());
    let until = end.filter(|end| first <= *end).map(|end| format!(";UNTIL={}", day(end)));
    Some(EventDays::Again { first, rule: format!("{meant}{}", until.unwrap_or_default()) })
}

/// The day from which a plan is in force.
fn beginning(appendix: &Appendix) -> Option<Date> {
    let year = appendix.year.as_ref().and_then(|year| Date::new(year.value, 1, 1).ok());
    issued(appendix).max(year)
}

impl Entry<'_> {
    pub(super) fn write(&self, content: &mut Content<'_>) -> io::Result<()> {
        let kind = match self.when {
            EventDays::Due { .. } => "VTODO",
            EventDays::On { .. } | EventDays::Again { .. } => "VEVENT",
        };
        content.line("BEGIN", kind)?;
        content.text("UID", &self.uid())?;
        let stamp = issued(self.row.appendix).unwrap_or(UNDATED);
        content.line("DTSTAMP", &format!("{}T000000Z", day(stamp)))?;
        self.write_days(content)?;
        content.text("SUMMARY", self.summary())?;
        content.text("DESCRIPTION", &self.description())?;
        self.write_categories(content)?;
        self.write_alarm(content)?;
        content.line("END", kind)
    }

    fn write_days(&self, content: &mut Content<'_>) -> io::Result<()> {
        match &self.when {
            EventDays::Due { start, last } => {
                if let Some(start) = start {
                    content.day("DTSTART", *start)?;
                }
                content.day("DUE", *last)?;
                content.line("STATUS", "NEEDS-ACTION")
            }
            EventDays::On { day } => {
                content.day("DTSTART", *day)?;
                content.line("TRANSP", "TRANSPARENT")
            }
            EventDays::Again { first, rule } => {
                content.day("DTSTART", *first)?;
                content.line("RRULE", rule)?;
                content.line("TRANSP", "TRANSPARENT")
            }
        }
    }

    fn write_categories(&self, content: &mut Content<'_>) -> io::Result<()> {
        if let Some(title) = &self.row.section.title {
            content.text("CATEGORIES", title.as_str())?;
        }
        if self.row.task.not_performed.is_some() {
            content.text("CATEGORIES", &words(self.report.lang, "not_performed"))?;
        }
        Ok(())
    }

    fn write_alarm(&self, content: &mut Content<'_>) -> io::Result<()> {
        if self.row.task.not_performed.is_some() {
            return Ok(());
        }
        content.line("BEGIN", "VALARM")?;
        content.line("ACTION", "DISPLAY")?;
        content.text("DESCRIPTION", self.summary())?;
        match self.when {
            EventDays::Due { .. } => content.line("TRIGGER;RELATED=END", WEEK_BEFORE)?,
            EventDays::On { .. } | EventDays::Again { .. } => {
                content.line("TRIGGER", DAY_BEFORE)?;
            }
        }
        content.line("END", "VALARM")
    }

    fn uid(&self) -> String {
        let position = self.position.map_or_else(String::new, |position| format!("/{position}"));
        let id = &self.row.task.id;
        format!("{id}{position}@{}.phuluc", edition(self.row.appendix, self.report.source.sha256))
    }

    /// The text of the task; for a row without one, the name of the row.
    fn summary(&self) -> &str {
        self.row.task.task.as_ref().map_or(&self.row.task.id, Text::as_str)
    }

    /// The other cells of the row with their labels, one on each line, and their place in the source.
    fn description(&self) -> String {
        let TaskRow { task, .. } = self.row;
        let labelled = |label: &str, text: &Text| format!("{label}: {}", text.as_str());
        let Report { document, lang, .. } = self.report;
        let fields = DESCRIBED.into_iter().filter_map(|role| Some((role, task.cell(role)?)));
        let fields =
            fields.map(|(role, text)| labelled(&caption::of_role(document, role, lang), text));
        let not_performed = words(lang, "not_performed");
        let note = task.not_performed.iter().map(|text| labelled(&not_performed, text));
        let extras = task
            .extra
            .iter()
            .filter_map(|extra| extra.value.as_ref().map(|text| labelled(&extra.label, text)));
        let source = Arguments::new().with("name", self.report.source.name);
        let source = sentence(lang, "source", &source.with("page", task.place.page));
        let lines: Vec<String> = fields.chain(note).chain(extras).chain([source]).collect();
        lines.join("\n")
    }
}

/// What distinguishes an appendix from one of another year with the same number.
fn edition(appendix: &Appendix, sha256: &str) -> String {
    let year = appendix.year.as_ref().map(|year| year.value.to_string());
    let date = issued(appendix).map(|date| date.to_string());
    date.or(year).unwrap_or_else(|| sha256.chars().take(16).collect())
}
