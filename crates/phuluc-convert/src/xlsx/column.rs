//! The columns of the sheet of tasks.

use std::borrow::Cow;

use phuluc_messages::{Lang, words};
use phuluc_model::{Bound, Date, Document, Role, Schedule, Text, Timing};

use super::look::Sort;
use crate::row::TaskRow;
use crate::{caption, csv, label};

/// A column of the sheet of tasks.
pub(super) struct SheetColumn {
    /// The label above it.
    pub(super) label: String,
    /// Its width, in digits of the standard font, as Excel measures it.
    pub(super) width: f64,
    /// Where its cells come from.
    pub(super) source: CellSource,
    /// Whether it is printed: the others are for programs and for looking up details.
    pub(super) printed: bool,
}

/// Where the cells of a column come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CellSource {
    Appendix,
    SectionNumber,
    SectionTitle,
    Role(Role),
    NotPerformed,
    Start,
    End,
    Due,
    /// A column without a role, by its name.
    Extra(String),
    NotPerformedNote,
    Bound,
    Schedule,
    Id,
    Page,
    Line,
}

/// A cell.
pub(super) enum SheetCell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Flag(bool),
    Day(Date),
    Count(u32),
}

/// The columns of a document: those of its tables, and those of the meanings of cells.
pub(super) fn columns(document: &Document, lang: Lang) -> Vec<SheetColumn> {
    let extras = csv::extra_columns(document);
    let several = document.appendices().len() > 1;
    let printed = order(document, &extras, several);
    let unprinted = unprinted(several);
    let count = printed.len();
    let sources: Vec<CellSource> = printed.into_iter().chain(unprinted).collect();
    let labels: Vec<String> = sources.iter().map(|source| source.label(document, lang)).collect();
    let labels = label::distinct(labels.iter().map(String::as_str), &[]);
    let columns = sources.into_iter().zip(labels).enumerate();
    let column = |(index, (source, label)): (usize, (CellSource, String))| SheetColumn {
        label,
        width: source.width(),
        printed: index < count,
        source,
    };
    columns.map(column).collect()
}

/// The printed columns, in order.
fn order(document: &Document, extras: &[String], several: bool) -> Vec<CellSource> {
    let mut sources = Vec::new();
    if several {
        sources.push(CellSource::Appendix);
    }
    sources.extend([CellSource::SectionNumber, CellSource::SectionTitle]);
    for role in Role::ALL {
        if !is_there(document, role) {
            continue;
        }
        if role == Role::Note {
            sources.extend(extras.iter().cloned().map(CellSource::Extra));
        }
        sources.push(CellSource::Role(role));
        match role {
            Role::CoordinatingUnit => sources.push(CellSource::NotPerformed),
            Role::Timeframe => {
                sources.extend([CellSource::Start, CellSource::End, CellSource::Due]);
            }
            _ => {}
        }
    }
    if !sources.contains(&CellSource::Role(Role::Note)) {
        sources.extend(extras.iter().cloned().map(CellSource::Extra));
    }
    sources
}

/// The columns after the printed ones, in order.
fn unprinted(several: bool) -> Vec<CellSource> {
    let rest = [CellSource::NotPerformedNote, CellSource::Bound, CellSource::Schedule];
    let appendix = (!several).then_some(CellSource::Appendix);
    let place = [CellSource::Id, CellSource::Page, CellSource::Line];
    rest.into_iter().chain(appendix).chain(place).collect()
}

/// Whether a table has a column of the role or a task has a cell of it. Tasks and units are always there.
fn is_there(document: &Document, role: Role) -> bool {
    match role {
        Role::Number | Role::Task | Role::LeadUnit | Role::CoordinatingUnit => true,
        Role::Extra => false,
        role => {
            let mut columns = document.appendices().iter().flat_map(|appendix| &appendix.columns);
            columns.any(|column| column.role == role)
                || document.tasks().any(|task| task.cell(role).is_some())
        }
    }
}

impl CellSource {
    fn label(&self, document: &Document, lang: Lang) -> String {
        let key = match self {
            Self::Role(role) => return caption::of_role(document, *role, lang),
            Self::Extra(label) => return label.clone(),
            Self::Appendix => "appendix",
            Self::SectionNumber => "book-section",
            Self::SectionTitle => "book-section_title",
            Self::NotPerformed => "not_performed",
            Self::Start => "book-start",
            Self::End => "book-end",
            Self::Due => "book-due",
            Self::NotPerformedNote => "book-not_performed_note",
            Self::Bound => "book-bound",
            Self::Schedule => "book-schedule",
            Self::Id => "book-id",
            Self::Page => "book-page",
            Self::Line => "book-line",
        };
        words(lang, key).into_owned()
    }

    /// Wide enough for some words on a line.
    const fn width(&self) -> f64 {
        match self {
            Self::SectionNumber | Self::Role(Role::Number) => 6.5,
            Self::Page | Self::Line => 8.0,
            Self::Appendix | Self::NotPerformed => 10.5,
            Self::Start | Self::End | Self::Due | Self::Bound => 11.5,
            Self::Role(Role::Task) => 48.0,
            Self::Schedule => 36.0,
            Self::Id | Self::NotPerformedNote => 24.0,
            Self::SectionTitle | Self::Role(_) | Self::Extra(_) => 17.0,
        }
    }

    /// How its texts are aligned: ordinals in the middle.
    pub(super) const fn sort(&self) -> Sort {
        match self {
            Self::SectionNumber | Self::Role(Role::Number) => Sort::Mark,
            _ => Sort::Text,
        }
    }

    /// The cell of a task.
    pub(super) fn cell<'a>(&self, row: &TaskRow<'a>, lang: Lang) -> SheetCell<'a> {
        let TaskRow { section, task, .. } = *row;
        match self {
            Self::Appendix => SheetCell::Text(row.appendix_name()),
            Self::SectionNumber => text(section.number.as_ref()),
            Self::SectionTitle => text(section.title.as_ref()),
            Self::Role(role) => text(task.cell(*role)),
            Self::NotPerformed => SheetCell::Flag(task.not_performed.is_some()),
            Self::NotPerformedNote => text(task.not_performed.as_ref()),
            Self::Extra(name) => text(extra(row, name)),
            Self::Start => day(times(row).filter_map(Timing::start).min()),
            Self::End => day(times(row).filter_map(Timing::end).max()),
            Self::Due => day(times(row).filter_map(Timing::due).min()),
            Self::Bound => bounds(row, lang),
            Self::Schedule => match &task.meaning.schedule {
                Some(schedule) => SheetCell::Text(Cow::Owned(schedule.to_string())),
                None => SheetCell::Empty,
            },
            Self::Id => SheetCell::Text(Cow::Borrowed(&task.id)),
            Self::Page => SheetCell::Count(task.place.page),
            Self::Line => SheetCell::Count(task.place.line),
        }
    }
}

fn text(text: Option<&Text>) -> SheetCell<'_> {
    text.map_or(SheetCell::Empty, |text| SheetCell::Text(Cow::Borrowed(text.as_str())))
}

fn day<'a>(day: Option<Date>) -> SheetCell<'a> {
    day.map_or(SheetCell::Empty, SheetCell::Day)
}

fn times<'a>(row: &TaskRow<'a>) -> impl Iterator<Item = &'a Timing> {
    let schedule = row.task.meaning.schedule.as_ref();
    schedule.into_iter().flat_map(Schedule::times).map(|time| &time.timing)
}

/// The bounds of the due days, each kind once.
fn bounds<'a>(row: &TaskRow<'a>, lang: Lang) -> SheetCell<'a> {
    let mut bounds: Vec<Bound> = Vec::new();
    for bound in times(row).filter_map(Timing::bound) {
        if !bounds.contains(&bound) {
            bounds.push(bound);
        }
    }
    let named = bounds.iter().map(|bound| words(lang, &format!("bound-{}", bound.name())));
    let named: Vec<Cow<'_, str>> = named.collect();
    if named.is_empty() { SheetCell::Empty } else { SheetCell::Text(Cow::Owned(named.join("; "))) }
}

/// The cell of a column without a role.
pub(super) fn extra<'a>(row: &TaskRow<'a>, name: &str) -> Option<&'a Text> {
    let names = csv::extra_names(row.task);
    let found = names.iter().zip(&row.task.extra).find(|(own, _)| *own == name);
    found.and_then(|(_, extra)| extra.value.as_ref())
}
