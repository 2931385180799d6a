//! Counts tasks by unit, quarter and section.

use std::collections::BTreeMap;

use phuluc_messages::{Lang, sentence, words};
use phuluc_model::{Appendix, Arguments, Date, Task, Timing};

use crate::row::TaskRow;

/// The message key for tasks without a value.
const EMPTY: &str = "book-empty";

/// The number of tasks, and of those marked as not performed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) all: u32,
    pub(super) flagged: u32,
}

impl Count {
    pub(super) fn of<'a>(tasks: impl IntoIterator<Item = &'a Task>) -> Self {
        let mut count = Self::default();
        tasks.into_iter().for_each(|task| count.add(task));
        count
    }

    fn add(&mut self, task: &Task) {
        self.all += 1;
        self.flagged += u32::from(task.not_performed.is_some());
    }
}

/// A line of a summary: a number if there is one, a name, and the count.
pub(super) type CountLine = (String, String, Count);

/// Counts by lead unit, the one with the most tasks first. A task with several units counts for each.
pub(super) fn by_lead(rows: &[TaskRow<'_>], lang: Lang) -> Vec<CountLine> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for row in rows {
        for unit in lead_units(row.task, lang) {
            counts.entry(unit).or_default().add(row.task);
        }
    }
    let mut lines: Vec<(String, Count)> = counts.into_iter().collect();
    // The sort is stable: units with equal counts stay in the order of their names.
    lines.sort_by_key(|(_, count)| std::cmp::Reverse(count.all));
    let numbers = (1..).map(|number: u32| number.to_string());
    lines.into_iter().zip(numbers).map(|((unit, count), number)| (number, unit, count)).collect()
}

/// The lead units of a task as printed, each once.
fn lead_units(task: &Task, lang: Lang) -> Vec<String> {
    let mut units: Vec<String> =
        task.meaning.lead_units.iter().map(|unit| unit.text.clone()).collect();
    if units.is_empty() {
        let cell = task.lead_unit.as_ref().map(|cell| cell.as_str().to_owned());
        units.push(cell.unwrap_or_else(|| words(lang, EMPTY).into_owned()));
    }
    units.sort();
    units.dedup();
    units
}

/// Counts by the quarter in which a task is due. A task due in several quarters counts for each; one without
/// a day counts under the kind of its time.
pub(super) fn by_quarter(rows: &[TaskRow<'_>], lang: Lang) -> Vec<CountLine> {
    let mut counts: BTreeMap<DueTime, Count> = BTreeMap::new();
    for row in rows {
        let mut times: Vec<DueTime> = match &row.task.meaning.schedule {
            Some(schedule) => {
                schedule.times().iter().map(|time| DueTime::from_timing(&time.timing)).collect()
            }
            None => vec![DueTime::Without(0, EMPTY)],
        };
        times.sort_unstable();
        times.dedup();
        for time in times {
            counts.entry(time).or_default().add(row.task);
        }
    }
    let numbers = (1..).map(|number: u32| number.to_string());
    let lines = counts.into_iter().zip(numbers);
    lines.map(|((when, count), number)| (number, when.name(lang), count)).collect()
}

/// When a task is due; quarters come before the kinds without a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum DueTime {
    Quarter(i16, i8),
    /// The position among the others, and the message key of the name.
    Without(u8, &'static str),
}

impl DueTime {
    fn from_timing(timing: &Timing) -> Self {
        match timing.last_day() {
            Some(day) => Self::Quarter(day.year(), quarter(day)),
            None => Self::without(timing),
        }
    }

    const fn without(timing: &Timing) -> Self {
        match timing {
            Timing::Continuous { .. } => Self::Without(1, "book-continuous"),
            Timing::Recurring { .. } => Self::Without(2, "book-recurring"),
            Timing::Frequency { .. } => Self::Without(3, "book-frequency"),
            Timing::Relative { .. } => Self::Without(4, "book-relative"),
            Timing::OnDemand { .. } => Self::Without(5, "book-on_demand"),
            Timing::ByReference { .. } => Self::Without(6, "book-by_reference"),
            Timing::Unparsed => Self::Without(7, "book-unparsed"),
            _ => Self::Without(0, EMPTY),
        }
    }

    fn name(self, lang: Lang) -> String {
        match self {
            Self::Quarter(year, quarter) => {
                let numeral = ["I", "II", "III", "IV"];
                let index = usize::try_from(quarter - 1).unwrap_or_default();
                let numeral = numeral.get(index).copied().unwrap_or_default();
                let quarter = Arguments::new().with("quarter", numeral);
                sentence(lang, "book-quarter", &quarter.with("year", year.to_string()))
            }
            Self::Without(_, key) => words(lang, key).into_owned(),
        }
    }
}

fn quarter(day: Date) -> i8 {
    (day.month() + 2) / 3
}

/// Counts by section, in the order of the appendix, also sections without a task.
pub(super) fn by_section(appendix: &Appendix, lang: Lang) -> Vec<CountLine> {
    let line = |section: &phuluc_model::Section| {
        let number = section.number.as_ref().map(|number| number.as_str().to_owned());
        let title = section.title.as_ref().map(|title| title.as_str().to_owned());
        let title = title.unwrap_or_else(|| words(lang, EMPTY).into_owned());
        (number.unwrap_or_default(), title, Count::of(&section.tasks))
    };
    appendix.sections.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use phuluc_model::Bound;

    use super::*;

    #[test]
    fn a_deadline_counts_for_the_quarter_of_its_last_day() {
        let due = Date::constant(2024, 7, 1);
        let name = |bound| DueTime::from_timing(&Timing::Deadline { due, bound }).name(Lang::Vi);
        assert_eq!(name(Bound::Before), "Quý II/2024");
        assert_eq!(name(Bound::By), "Quý III/2024");
        assert_eq!(DueTime::from_timing(&Timing::Unspecified).name(Lang::Vi), "(để trống)");
        let quarters: Vec<i8> =
            (1..=12).map(|month| quarter(Date::new(2024, month, 1).unwrap())).collect();
        assert_eq!(quarters, [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
    }
}
