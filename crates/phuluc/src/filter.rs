//! Filters: which tasks of a document are kept.
//!
//! What is left out is counted; what stays is as it was, ids too.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use phuluc_language::fold::plain;
use phuluc_messages::Lang;
use phuluc_model::{
    Arguments, Coded, Date, Diagnostic, Document, Item, Place, Schedule, Section, Severity, Task,
    Text, Timing, view,
};

/// What a task must be to be kept.
///
/// | written | keeps |
/// | --- | --- |
/// | `section=II` | the tasks of this section and of those inside it |
/// | `lead=Phòng Nội vụ` | those whose lead unit has these words, in capitals or not, with marks or without |
/// | `performed`, `not-performed` | those without and with the phrase `không thực hiện` |
/// | `due=2026-01-01..2026-06-30` | those with a day, or a span that ends, within; either side may be left open |
///
/// ```
/// let filter: phuluc::Filter = "section=II".parse()?;
/// assert_eq!(filter.to_string(), "section=II");
/// # Ok::<(), phuluc::FilterError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The filter as it was written.
    text: String,
    condition: Condition,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Condition {
    /// A section and those inside it.
    Section(String),
    /// Words of the lead unit.
    Lead(String),
    Performed(bool),
    /// The first and the last day.
    Due(Option<Date>, Option<Date>),
}

/// Why a filter was not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FilterError {
    /// No filter begins like this.
    Key(String),
    /// A key without its words, and an example of them.
    Empty(&'static str, &'static str),
    /// What should be a day is no day.
    Day(String),
    /// The key `due=` without a day.
    NoDay,
    /// The first day is after the last one.
    Order(Date, Date),
}

impl Coded for FilterError {
    fn code(&self) -> &'static str {
        match self {
            Self::Key(_) => "filter_key",
            Self::Empty(..) => "filter_empty",
            Self::Day(_) => "filter_day",
            Self::NoDay => "filter_no_day",
            Self::Order(..) => "filter_order",
        }
    }

    fn arguments(&self) -> Arguments {
        let none = Arguments::new();
        match self {
            Self::Key(key) => none.with("key", key.as_str()),
            Self::Empty(key, example) => none.with("key", *key).with("example", *example),
            Self::Day(day) => none.with("day", day.as_str()),
            Self::NoDay => none,
            Self::Order(first, last) => {
                none.with("first", first.to_string()).with("last", last.to_string())
            }
        }
    }
}

/// In English; [`phuluc_messages::error`] says it in another language.
impl fmt::Display for FilterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&phuluc_messages::error(Lang::En, self))
    }
}

impl FromStr for Filter {
    type Err = FilterError;

    fn from_str(text: &str) -> Result<Self, FilterError> {
        Ok(Self { text: text.to_owned(), condition: condition(text)? })
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn condition(text: &str) -> Result<Condition, FilterError> {
    let (key, value) = text.split_once('=').map_or((text, None), |(key, value)| (key, Some(value)));
    let words = |key: &'static str, example: &'static str| {
        let words = folded(value.unwrap_or_default());
        if words.is_empty() { Err(FilterError::Empty(key, example)) } else { Ok(words) }
    };
    Ok(match (key, value) {
        ("section", _) => {
            Condition::Section(words("section=", "II")?.trim_end_matches('.').to_owned())
        }
        ("lead", _) => Condition::Lead(words("lead=", "\"Sở Nội vụ\"")?),
        ("due", _) => due(value.unwrap_or_default())?,
        ("performed", None) => Condition::Performed(true),
        ("not-performed", None) => Condition::Performed(false),
        _ => return Err(FilterError::Key(text.to_owned())),
    })
}

/// Small letters without marks, single spaces: `SỞ  Nội vụ` is `so noi vu`.
fn folded(text: &str) -> String {
    plain(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn due(text: &str) -> Result<Condition, FilterError> {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    let day = |text: &str| match text.trim() {
        "" => Ok(None),
        day => day.parse().map(Some).map_err(|_| FilterError::Day(day.to_owned())),
    };
    match (day(from)?, day(to)?) {
        (None, None) => Err(FilterError::NoDay),
        (Some(from), Some(to)) if from > to => Err(FilterError::Order(from, to)),
        (from, to) => Ok(Condition::Due(from, to)),
    }
}

impl Filter {
    fn keeps(&self, section: &Section, task: &Task) -> bool {
        match &self.condition {
            Condition::Section(number) => is_in(section, number),
            Condition::Lead(words) => leads(task, words),
            Condition::Performed(performed) => task.not_performed.is_none() == *performed,
            Condition::Due(from, to) => {
                let schedule = task.meaning.schedule.as_ref();
                schedule.is_some_and(|schedule| is_due(schedule, *from, *to))
            }
        }
    }
}

/// Whether a section has the number, or is inside the one that has it: `II.1` is in `II`.
fn is_in(section: &Section, number: &str) -> bool {
    let Some(own) = &section.number else { return false };
    let own = folded(own.as_str());
    own.strip_prefix(number).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Whether the words are in the cell, or in one of its units with its abbreviations written out.
fn leads(task: &Task, words: &str) -> bool {
    let cell = task.lead_unit.as_ref().map(Text::as_str);
    let written_out = |unit: &Item| unit.expanded.as_deref().map(folded);
    cell.is_some_and(|cell| folded(cell).contains(words))
        || task.meaning.lead_units.iter().filter_map(written_out).any(|unit| unit.contains(words))
}

/// Whether one of the times ends in the span. What goes on or recurs has no such day.
fn is_due(schedule: &Schedule, from: Option<Date>, to: Option<Date>) -> bool {
    let within = |day: Date| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to);
    schedule.times().iter().any(|time| days(&time.timing).into_iter().flatten().any(within))
}

/// The day that the outputs show. `Trước ngày 01/7` means the 30th of June too: a person who asks for the
/// first half of the year wants it, and so does one who asks for July and sees `2026-07-01` in `due`.
fn days(timing: &Timing) -> [Option<Date>; 2] {
    let written = match timing {
        Timing::Deadline { due, .. } => Some(*due),
        _ => None,
    };
    [written, timing.last_day()]
}

/// A document without what filters leave out.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) document: Document,
    /// The diagnostics without the doubts about rows that were left out.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The old and the new position of the rows that stayed.
    pub(crate) rows: BTreeMap<view::Row, view::Row>,
}

/// The tasks that pass every filter. Losses stay, because nobody knows which rows were lost with them.
pub(crate) fn kept(document: &Document, diagnostics: &[Diagnostic], filters: &[Filter]) -> Kept {
    let wants =
        |section: &Section, task: &Task| filters.iter().all(|filter| filter.keeps(section, task));
    let wanted = document.with_tasks(wants);
    let (all, left) = (places(document), places(&wanted));
    let stays = |diagnostic: &&Diagnostic| {
        let gone =
            diagnostic.place.is_some_and(|place| all.contains(&place) && !left.contains(&place));
        diagnostic.severity() == Severity::Error || !gone
    };
    let diagnostics = diagnostics.iter().filter(stays).cloned().collect();
    Kept { document: wanted, diagnostics, rows: rows(document, wants) }
}

/// The new position of each heading and each row that stays, counted as [`Document::with_tasks`] leaves them.
fn rows(
    document: &Document,
    wants: impl Fn(&Section, &Task) -> bool,
) -> BTreeMap<view::Row, view::Row> {
    let mut rows = BTreeMap::new();
    for (appendix, table) in document.appendices().iter().enumerate() {
        let mut left = 0;
        for (section, group) in table.sections.iter().enumerate() {
            let kept = group.tasks.iter().enumerate().filter(|(_, task)| wants(group, task));
            let kept: Vec<_> = kept.map(|(position, _)| position).collect();
            if kept.is_empty() {
                continue;
            }
            let at = |section, task| view::Row { appendix, section, task };
            rows.insert(at(section, None), at(left, None));
            let tasks = kept.into_iter().enumerate();
            rows.extend(tasks.map(|(new, old)| (at(section, Some(old)), at(left, Some(new)))));
            left += 1;
        }
    }
    rows
}

/// The lines of every section and every row.
fn places(document: &Document) -> BTreeSet<Place> {
    let mut places = BTreeSet::new();
    for section in document.appendices().iter().flat_map(|appendix| &appendix.sections) {
        let heading = [&section.number, &section.title];
        places.extend(heading.into_iter().flatten().flat_map(Text::places));
        for task in &section.tasks {
            places.insert(task.place);
            places.extend(cells(task).flat_map(Text::places));
        }
    }
    places
}

fn cells(task: &Task) -> impl Iterator<Item = &Text> {
    let roles = phuluc_model::Role::ALL.into_iter().filter_map(|role| task.cell(role));
    let extra = task.extra.iter().filter_map(|extra| extra.value.as_ref());
    roles.chain(&task.not_performed).chain(extra)
}

#[cfg(test)]
mod tests {
    use phuluc_model::{Appendix, Draft, validate};

    use super::*;

    #[track_caller]
    fn refuses(text: &str, sentence: &str) {
        assert_eq!(text.parse::<Filter>().unwrap_err().to_string(), sentence);
    }

    #[test]
    fn what_it_does_not_know_is_refused_with_a_sentence() {
        let keys = "the keys are section=, lead=, due=, performed and not-performed";
        refuses("unit=X", &format!("there is no key `unit=X`; {keys}"));
        refuses("performed=yes", &format!("there is no key `performed=yes`; {keys}"));
        refuses("section=", "`section=` needs words behind it, such as section=II");
        refuses("lead", "`lead=` needs words behind it, such as lead=\"Sở Nội vụ\"");
        refuses("due=30/6/2026", "`30/6/2026` is no day; write 2026-06-30");
        refuses("due=2026-02-30..", "`2026-02-30` is no day; write 2026-06-30");
        refuses("due=2026-07-01..2026-06-30", "2026-07-01 is after 2026-06-30");
        for text in ["due", "due=", "due=.."] {
            assert_eq!(text.parse::<Filter>(), Err(FilterError::NoDay), "{text}");
        }
    }

    fn text(value: &str) -> Text {
        Text::new(value.to_owned(), Place::START)
    }

    #[track_caller]
    fn check(filter: &str, section: &Section, task: &Task, expected: bool) {
        assert_eq!(filter.parse::<Filter>().unwrap().keeps(section, task), expected, "{filter}");
    }

    #[test]
    fn rows_that_stay_are_counted_anew() {
        let flagged = |flag: bool| {
            let not_performed = flag.then(|| text("không thực hiện"));
            Task { not_performed, ..Task::empty(Place::START) }
        };
        let section = |flags: &[bool]| {
            let tasks = flags.iter().map(|flag| flagged(*flag)).collect();
            Section { tasks, ..Section::default() }
        };
        let sections = vec![section(&[true]), section(&[true, false, false])];
        let appendix = Appendix { sections, ..Appendix::empty(Place::START) };
        let draft = Draft { appendices: vec![appendix], ..Draft::default() };
        let document = validate(draft, &mut Vec::new());
        let kept = kept(&document, &[], &["performed".parse().unwrap()]);
        let at = |section, task| view::Row { appendix: 0, section, task };
        let expected = [
            (at(1, None), at(0, None)),
            (at(1, Some(1)), at(0, Some(0))),
            (at(1, Some(2)), at(0, Some(1))),
        ];
        assert_eq!(kept.rows, expected.into());
        assert_eq!(kept.document.appendices()[0].sections[0].tasks.len(), 2);
    }

    #[test]
    fn a_section_holds_the_sections_inside_it() {
        let section = Section { number: Some(text("II.1")), ..Section::default() };
        let task = Task::empty(Place::START);
        for (filter, expected) in [
            ("section=II", true),
            ("section=ii.1.", true),
            ("section=I", false),
            ("section=II.10", false),
        ] {
            check(filter, &section, &task, expected);
        }
        check("section=I", &Section::default(), &task, false);
    }

    #[test]
    fn a_unit_is_found_without_marks_and_written_out() {
        let mut task = Task::empty(Place::START);
        task.lead_unit = Some(text("VP UBND,\nPhòng Nội vụ"));
        let expanded = Some("Văn phòng Ủy ban nhân dân".to_owned());
        task.meaning.lead_units = vec![Item { text: "VP UBND".to_owned(), expanded }];
        let section = Section::default();
        check("lead=PHONG  noi vu", &section, &task, true);
        check("lead=ủy ban nhân dân", &section, &task, true);
        check("lead=UBND, Phòng", &section, &task, true);
        check("lead=Sở Nội vụ", &section, &task, false);
    }

    #[test]
    fn a_deadline_counts_with_its_day_and_before_it_with_the_day_before() {
        let mut task = Task::empty(Place::START);
        let section = Section::default();
        check("due=2026-01-01..", &section, &task, false);
        let due = Date::constant(2026, 7, 1);
        let timing = Timing::Deadline { due, bound: phuluc_model::Bound::Before };
        task.meaning.schedule = Some(Schedule::new(timing));
        check("due=..2026-06-30", &section, &task, true);
        check("due=2026-07-01", &section, &task, true);
        check("due=2026-07-02..", &section, &task, false);
        let first = Schedule::new(Timing::Window { start: None, end: Date::constant(2026, 3, 31) });
        let items = vec![first, Schedule::new(Timing::Continuous { start: None, end: Some(due) })];
        task.meaning.schedule = Some(Schedule::new(Timing::List { items }));
        check("due=2026-01-01..2026-03-31", &section, &task, true);
        check("due=2026-06-01..", &section, &task, false);
    }
}
