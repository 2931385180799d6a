//! The columns of what the cells of a task mean.

use phuluc_model::{Area, Item, Schedule, Section, Task, Timing};

/// What stands between two values of a cell.
const BETWEEN: &str = "; ";

/// The cells, in the order of their columns.
pub(super) fn cells(section: &Section, task: &Task) -> [String; 13] {
    let meaning = &task.meaning;
    let [kind, start, end, due, bound, rrule, event] = schedule(meaning.schedule.as_ref());
    let citations = meaning.citations.iter().map(|citation| citation.canonical.clone());
    [
        section.area.map(Area::name).unwrap_or_default().to_owned(),
        texts(&meaning.lead_units),
        texts(&meaning.coordinating_units),
        texts(&meaning.products),
        meaning.schedule.as_ref().map(ToString::to_string).unwrap_or_default(),
        kind,
        start,
        end,
        due,
        bound,
        rrule,
        event,
        joined(citations),
    ]
}

fn texts(items: &[Item]) -> String {
    joined(items.iter().map(|item| item.text.clone()))
}

fn joined(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join(BETWEEN)
}

/// Kind, start, end, due, bound, rule and event; those of a list are those of its items that have
/// one.
fn schedule(schedule: Option<&Schedule>) -> [String; 7] {
    let Some(schedule) = schedule else { return Default::default() };
    let items = match &schedule.timing {
        Timing::List { items } => items.as_slice(),
        _ => std::slice::from_ref(schedule),
    };
    let column = |value: fn(&Timing) -> Option<String>| {
        joined(items.iter().filter_map(|item| value(&item.timing)))
    };
    [
        schedule.timing.name().to_owned(),
        column(|timing| timing.start().map(|day| day.to_string())),
        column(|timing| timing.end().map(|day| day.to_string())),
        column(|timing| timing.due().map(|day| day.to_string())),
        column(|timing| timing.bound().map(|bound| bound.name().to_owned())),
        column(|timing| timing.rrule().map(str::to_owned)),
        column(|timing| timing.event().map(str::to_owned)),
    ]
}
