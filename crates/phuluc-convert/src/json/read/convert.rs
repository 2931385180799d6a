//! Converts the JSON shape to the model, and checks what depends on more than one value. Errors have the
//! path of the value.

use std::collections::BTreeMap;

use phuluc_model::{
    Appendix, Argument, Audit, Citation, Column, Diagnostic, Document, Draft, IssuedWith, Item,
    Meaning, Place, Placed, Schedule, Section, Task, Text, Timing,
};

use super::checked::{Checked, Day, Hash, NonEmpty, Object};
use super::error::ReadError;
use super::extra::{Labels, MAX_COLUMNS};
use super::saved::{Saved, SavedFilter, SavedSource};
use super::shape::{
    Reason, StoredAppendix, StoredArgument, StoredAudit, StoredCell, StoredCitation, StoredColumn,
    StoredDiagnostic, StoredFilter, StoredIssuedWith, StoredLeftOut, StoredPlace, StoredReport,
    StoredSchedule, StoredSection, StoredSource, StoredTask,
};

/// What is wrong with a value, and the inner part of the path to it.
struct Problem {
    path: String,
    reason: String,
}

impl Problem {
    fn new(path: &str, reason: impl Into<String>) -> Self {
        Self { path: path.to_owned(), reason: reason.into() }
    }

    /// The same error with one more step of the path before it.
    fn within(self, key: &str) -> Self {
        let Self { path, reason } = self;
        let dot = if path.is_empty() || path.starts_with('[') { "" } else { "." };
        Self { path: format!("{key}{dot}{path}"), reason }
    }
}

impl From<Problem> for ReadError {
    fn from(Problem { path, reason }: Problem) -> Self {
        Self::Value { path, reason }
    }
}

/// Each value of an array, with its position in the path of an error.
fn each<T, U>(
    key: &str,
    values: Vec<T>,
    one: impl Fn(T) -> Result<U, Problem>,
) -> Result<Vec<U>, Problem> {
    let values = values.into_iter().enumerate();
    let one = |(position, value)| {
        one(value).map_err(|problem| problem.within(&format!("{key}[{position}]")))
    };
    values.map(one).collect()
}

pub(super) fn report(shape: StoredReport, max_tasks: usize) -> Result<Saved, ReadError> {
    let StoredReport { source, filter, appendices, audit, diagnostics } = shape;
    let sections = appendices.iter().flat_map(|Object(appendix)| &appendix.sections);
    let found = sections.map(|Object(section)| section.tasks.len()).sum();
    if found > max_tasks {
        return Err(ReadError::TooManyTasks { found, limit: max_tasks });
    }
    let appendices = each("appendices", appendices, appendix)?;
    let draft = Draft { appendices, audit: self::audit(audit) };
    let document = Document::try_from(draft).map_err(|error| {
        let [appendix, section, task] = error.position;
        let path = format!("appendices[{appendix}].sections[{section}].tasks[{task}].id");
        let reason = match error.twice {
            Some(id) => format!("another task has the id `{id}` too"),
            None => "the task has no id".to_owned(),
        };
        ReadError::Value { path, reason }
    })?;
    Ok(Saved {
        source: self::source(source),
        document,
        diagnostics: diagnostics.into_iter().map(diagnostic).collect(),
        filter: filter.map(self::filter),
    })
}

fn source(Object(shape): Object<StoredSource>) -> SavedSource {
    let Checked(Hash(sha256)) = shape.sha256;
    SavedSource {
        name: words(shape.name),
        kind: words(shape.kind),
        form: shape.form,
        sha256,
        pages: shape.pages,
    }
}

fn filter(Object(shape): Object<StoredFilter>) -> SavedFilter {
    let StoredFilter { only, tasks_read, diagnostics_left_out } = shape;
    SavedFilter { only, tasks_read, diagnostics_left_out }
}

fn audit(Object(shape): Object<StoredAudit>) -> Audit {
    let StoredAudit { words_in, in_cells, in_headings, left_out: StoredLeftOut(left_out) } = shape;
    let left_out: BTreeMap<_, _> =
        left_out.into_iter().map(|(Reason(reason), words)| (reason, words)).collect();
    Audit { words_in, in_cells, in_headings, left_out }
}

fn diagnostic(Object(shape): Object<StoredDiagnostic>) -> Diagnostic {
    let Checked(code) = shape.code;
    let mut diagnostic = Diagnostic::new(code);
    diagnostic.variant = shape.variant.map(value);
    for (name, shape) in shape.arguments.0 {
        diagnostic.arguments = diagnostic.arguments.with(name, argument(shape));
    }
    diagnostic.place = shape.place.map(place);
    diagnostic.field = shape.field.map(value);
    diagnostic.found = shape.found.map(words);
    diagnostic.suggestion = shape.suggestion.map(words);
    diagnostic
}

fn argument(shape: StoredArgument) -> Argument {
    match shape {
        StoredArgument::Number(number) => number.into(),
        StoredArgument::Text(text) => text.into(),
        StoredArgument::Pages(pages) => pages.into(),
        StoredArgument::Place(shape) => place(Object(shape)).into(),
    }
}

fn appendix(Object(shape): Object<StoredAppendix>) -> Result<Appendix, Problem> {
    let StoredAppendix { label, title, issuer, unit, year, issued_with, .. } = shape;
    if shape.columns.len() > MAX_COLUMNS {
        return Err(Problem::new("columns", format!("more than {MAX_COLUMNS} columns")));
    }
    let first = shape.sections.iter().find_map(|Object(section)| section.tasks.first());
    let place = first.map_or(Place::START, |Object(task)| place(task.place));
    let columns = shape.columns.into_iter().map(|column| self::column(column, place));
    let columns: Vec<Column> = columns.collect();
    let labels = Labels::of(&columns);
    Ok(Appendix {
        label: text(label, place),
        title: text(title, place),
        issuer: text(issuer, place),
        unit: text(unit, place),
        year: year.map(|year| Placed::new(year, place)),
        issued_with: issued_with.map(|issued| self::issued_with(issued, place)),
        citations: citations(shape.citations),
        columns,
        sections: each("sections", shape.sections, |section| {
            self::section(section, &labels, place)
        })?,
        place,
    })
}

fn issued_with(Object(shape): Object<StoredIssuedWith>, place: Place) -> IssuedWith {
    IssuedWith {
        kind: text(shape.r#type, place),
        number: text(shape.number, place),
        date: shape.date.map(|Checked(Day(day))| Placed::new(day, place)),
        issuer: text(shape.issuer, place),
    }
}

fn column(Object(shape): Object<StoredColumn>, place: Place) -> Column {
    Column { role: value(shape.role), label: Text::new(words(shape.label), place) }
}

fn section(
    Object(shape): Object<StoredSection>,
    labels: &Labels,
    above: Place,
) -> Result<Section, Problem> {
    let place = shape.tasks.first().map_or(above, |Object(task)| place(task.place));
    Ok(Section {
        number: text(shape.number, place),
        title: text(shape.title, place),
        area: shape.area.map(value),
        citations: citations(shape.citations),
        tasks: each("tasks", shape.tasks, |task| self::task(task, labels))?,
    })
}

fn task(Object(shape): Object<StoredTask>, labels: &Labels) -> Result<Task, Problem> {
    let place = place(shape.place);
    if shape.not_performed != shape.not_performed_note.is_some() {
        let reason = "the flag is true where not_performed_note says so, and only there";
        return Err(Problem::new("not_performed", reason));
    }
    let schedule = shape.schedule.map(schedule).transpose();
    Ok(Task {
        id: words(shape.id),
        number: text(shape.number, place),
        task: text(shape.task, place),
        lead_unit: text(shape.lead_unit, place),
        coordinating_unit: text(shape.coordinating_unit, place),
        not_performed: text(shape.not_performed_note, place),
        product: text(shape.product, place),
        timeframe: text(shape.timeframe, place),
        note: text(shape.note, place),
        extra: labels.cells(shape.extra, place),
        meaning: Meaning {
            schedule: schedule.map_err(|problem| problem.within("schedule"))?,
            lead_units: items("lead_units", shape.lead_units, shape.lead_units_expanded)?,
            coordinating_units: items(
                "coordinating_units",
                shape.coordinating_units,
                shape.coordinating_units_expanded,
            )?,
            products: items("products", shape.products, shape.products_expanded)?,
            citations: citations(shape.citations),
        },
        place,
    })
}

/// The values of a cell. An expanded value that equals the original is no abbreviation.
fn items(
    key: &str,
    texts: Vec<Checked<NonEmpty>>,
    expanded: Vec<Checked<NonEmpty>>,
) -> Result<Vec<Item>, Problem> {
    if texts.len() != expanded.len() {
        let reason = format!("{} values, and {key} has {}", expanded.len(), texts.len());
        return Err(Problem::new(&format!("{key}_expanded"), reason));
    }
    let item = |(text, expanded): (String, String)| {
        let expanded = Some(expanded).filter(|expanded| *expanded != text);
        Item { text, expanded }
    };
    Ok(texts.into_iter().map(words).zip(expanded.into_iter().map(words)).map(item).collect())
}

fn citations(shapes: Vec<Object<StoredCitation>>) -> Vec<Citation> {
    shapes.into_iter().map(citation).collect()
}

fn citation(Object(shape): Object<StoredCitation>) -> Citation {
    Citation {
        canonical: words(shape.canonical),
        raw: words(shape.raw),
        class: value(shape.class),
        number: words(shape.number),
        year: shape.year,
        kind: shape.r#type.map(words),
        organ: shape.organ.map(words),
        issuer: shape.issuer.map(words),
        date: shape.date.map(|Checked(Day(day))| day),
        place: place(shape.place),
        field: shape.field.map(value),
    }
}

/// The recursion is as deep as the JSON, whose depth has a limit.
fn schedule(Object(shape): Object<StoredSchedule>) -> Result<Schedule, Problem> {
    let (approximate, year_source) = (shape.approximate, shape.year_source.map(value));
    let assumptions = shape.assumptions.into_iter().map(value).collect();
    let day = |day: Option<Checked<Day>>| day.map(|Checked(Day(day))| day);
    let (start, end, due) = (day(shape.start), day(shape.end), day(shape.due));
    let bound = shape.bound.map(value);
    let kind = words(shape.kind);
    let needs = |key: &'static str| {
        let kind = kind.as_str();
        move || Problem::new(key, format!("a time of the kind `{kind}` needs it"))
    };
    let event = || shape.event.map(words).ok_or_else(needs("event"));
    let timing = match kind.as_str() {
        "window" => Timing::Window { start, end: end.ok_or_else(needs("end"))? },
        "date" => Timing::Date { due: due.ok_or_else(needs("due"))? },
        "deadline" => Timing::Deadline {
            due: due.ok_or_else(needs("due"))?,
            bound: bound.ok_or_else(needs("bound"))?,
        },
        "continuous" => Timing::Continuous { start, end },
        "recurring" => Timing::Recurring {
            rrule: shape.rrule.map(words),
            bound: bound.ok_or_else(needs("bound"))?,
        },
        "frequency" => Timing::Frequency {
            times: shape.times.ok_or_else(needs("times"))?,
            per: shape.per.map(value).ok_or_else(needs("per"))?,
            at_least: shape.at_least.ok_or_else(needs("at_least"))?,
        },
        "relative" => Timing::Relative {
            offset: shape.offset.map(words).ok_or_else(needs("offset"))?,
            business_days: shape.business_days.ok_or_else(needs("business_days"))?,
            event: event()?,
        },
        "on_demand" => Timing::OnDemand { event: event()? },
        "by_reference" => Timing::ByReference { event: event()? },
        "list" => Timing::List { items: each("items", shape.items, schedule)? },
        "unspecified" => Timing::Unspecified,
        "unparsed" => Timing::Unparsed,
        _ => return Err(Problem::new("kind", format!("there is no time of the kind `{kind}`"))),
    };
    Ok(Schedule { timing, approximate, year_source, assumptions })
}

const fn place(Object(shape): Object<StoredPlace>) -> Place {
    shape.place()
}

fn value<T>(Checked(value): Checked<T>) -> T {
    value
}

fn words(Checked(NonEmpty(words)): Checked<NonEmpty>) -> String {
    words
}

fn text(cell: StoredCell, place: Place) -> Option<Text> {
    cell.map(|cell| Text::new(words(cell), place))
}
