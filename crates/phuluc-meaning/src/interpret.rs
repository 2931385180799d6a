//! What the cells of whole tables mean.

use std::collections::BTreeSet;

use phuluc_model::{
    Appendix, Code, Column, Diagnostic, Item, Meaning, Place, Placed, Role, Schedule, Section,
    Task, Text, Timing, Variant, YearSource,
};

use rustc_hash::FxHashMap;

use crate::area::area;
use crate::citation::citations;
use crate::doubt::TextDoubter;
use crate::list;
use crate::plan_year::{only_year, year_of_issue, year_of_plan};
use crate::schedule::{Context, PlanYear, Unread, schedule};

/// Adds to every task and section what its text means, and reports what to doubt.
///
/// `caller_year` is the year of times without a year in a document without one.
pub fn interpret(
    appendices: &mut [Appendix],
    caller_year: Option<i16>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    interpret_while(appendices, caller_year, diagnostics, |_| true);
}

/// The same, as long as `goes_on` is true for the place of the next task; the tasks after that stay
/// as they are.
pub fn interpret_while(
    appendices: &mut [Appendix],
    caller_year: Option<i16>,
    diagnostics: &mut Vec<Diagnostic>,
    goes_on: impl Fn(Place) -> bool,
) {
    let mut report =
        DoubtReport { diagnostics, reader: TextDoubter::default(), read: BTreeSet::new() };
    for appendix in appendices {
        let context = context(appendix, caller_year);
        let mut known = Known::default();
        appendix.year = year_of(appendix, &context);
        let has_times = appendix.columns.iter().any(|column| column.role == Role::Timeframe);
        report.doubt(appendix.title.as_ref(), None);
        for section in &mut appendix.sections {
            add_to_section(section, &mut report);
            for task in &mut section.tasks {
                if !goes_on(task.place) {
                    return;
                }
                let schedule = has_times.then(|| known.timed(task, &context, &mut report));
                task.meaning = known.meaning(task, schedule);
                for (role, text) in cells(task) {
                    report.doubt(Some(text), Some(role));
                }
            }
        }
    }
}

/// The doubts about texts, each once: several rows show a cell that spans them, and several
/// sections show the title that they are under.
struct DoubtReport<'a> {
    diagnostics: &'a mut Vec<Diagnostic>,
    reader: TextDoubter,
    /// The texts that were doubted.
    read: BTreeSet<(Place, Option<Role>, String)>,
}

impl DoubtReport<'_> {
    fn doubt(&mut self, text: Option<&Text>, field: Option<Role>) {
        let Some(text) = text else { return };
        if self.read.insert((text.place, field, text.value.clone())) {
            self.diagnostics.extend(self.reader.doubts(text, field));
        }
    }

    /// Reports a time that was not read, once, although several rows may show its cell.
    fn unread(&mut self, text: &Text, reason: Unread) {
        if !self.read.contains(&(text.place, Some(Role::Timeframe), text.value.clone())) {
            self.diagnostics.push(unread(text, reason));
        }
    }
}

/// The year of the plan, as far as the table itself says it.
fn year_of(appendix: &Appendix, context: &Context) -> Option<Placed<i16>> {
    let place = appendix.title.as_ref().map_or(appendix.place, |title| title.place);
    let (PlanYear::Calendar(year) | PlanYear::School(year), source) = context.year?;
    let own = matches!(source, YearSource::ColumnHeader | YearSource::Title);
    own.then_some(Placed::new(year, place))
}

/// What a table says of the times in its cells.
///
/// The labels of its columns are nearest to them, that of the times first; then come the title and
/// the date of issue.
fn context(appendix: &Appendix, caller_year: Option<i16>) -> Context {
    let issued = appendix.issued_with.as_ref().and_then(|issued| issued.date.as_ref());
    let issued = issued.map(|date| date.value);
    let title = appendix.title.as_ref().map_or("", Text::as_str);
    let (times, others): (Vec<&Column>, Vec<&Column>) =
        appendix.columns.iter().partition(|column| column.role == Role::Timeframe);
    let label = times.iter().chain(&others).find_map(|column| only_year(&column.label.value));
    let issue = issued.and_then(|issued| year_of_issue(title, issued));
    let year = [
        (label, YearSource::ColumnHeader),
        (year_of_plan(title, issued), YearSource::Title),
        (issue.map(PlanYear::Calendar), YearSource::IssueDate),
        (caller_year.map(PlanYear::Calendar), YearSource::Caller),
    ];
    let year = year.into_iter().find_map(|(year, source)| Some((year?, source)));
    Context { year, issued }
}

/// The parts of a nested title are doubted one by one, because other titles repeat the outer ones.
fn add_to_section(section: &mut Section, report: &mut DoubtReport<'_>) {
    let Some(title) = &section.title else { return };
    section.area = Some(area(&title.value));
    section.citations = citations(title, None);
    for part in title.split(" / ") {
        report.doubt(Some(&part), None);
    }
}

/// The cells of a task with their roles, in the order of the record.
fn cells(task: &Task) -> impl Iterator<Item = (Role, &Text)> {
    let fields = Role::ALL.into_iter().filter(|role| *role != Role::Number);
    let named = fields.filter_map(|role| Some((role, task.cell(role)?)));
    let extra = task.extra.iter().filter_map(|extra| Some((Role::Extra, extra.value.as_ref()?)));
    named.chain(extra)
}

/// The cells of a table that were read; units, products and times return from row to row.
#[derive(Default)]
struct Known {
    units: Remembered<Vec<Item>>,
    products: Remembered<Vec<Item>>,
    times: Remembered<Result<Schedule, Unread>>,
}

/// What texts were read as.
struct Remembered<T>(FxHashMap<String, T>);

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T: Clone> Remembered<T> {
    fn get_or_read(&mut self, text: &str, read: impl FnOnce(&str) -> T) -> T {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let reading = read(text);
        self.0.insert(text.to_owned(), reading.clone());
        reading
    }
}

impl Known {
    fn meaning(&mut self, task: &Task, schedule: Option<Schedule>) -> Meaning {
        let text = |role| task.cell(role).map_or("", Text::as_str);
        Meaning {
            schedule,
            lead_units: self.units.get_or_read(text(Role::LeadUnit), list::units),
            coordinating_units: self.units.get_or_read(text(Role::CoordinatingUnit), list::units),
            products: self.products.get_or_read(text(Role::Product), list::products),
            citations: cells(task).flat_map(|(role, text)| citations(text, Some(role))).collect(),
        }
    }

    /// When the task is due; what cannot be read is unparsed, with the reason.
    fn timed(&mut self, task: &Task, context: &Context, report: &mut DoubtReport<'_>) -> Schedule {
        let Some(text) = &task.timeframe else { return Schedule::new(Timing::Unspecified) };
        self.times.get_or_read(&text.value, |text| schedule(text, context)).unwrap_or_else(
            |reason| {
                report.unread(text, reason);
                Schedule::new(Timing::Unparsed)
            },
        )
    }
}

fn unread(text: &Text, reason: Unread) -> Diagnostic {
    let words = quoted(&text.value);
    let diagnostic = match reason {
        Unread::Words => Diagnostic::new(Code::ScheduleUnparsed),
        Unread::Year => Diagnostic::new(Code::YearUnknown),
        Unread::Date => Diagnostic::new(Code::DateInvalid).variant(Variant::Day),
        Unread::Order => Diagnostic::new(Code::DateInvalid).variant(Variant::Range),
    };
    let diagnostic = diagnostic.with("words", words.as_str());
    diagnostic.at(text.place).field(Role::Timeframe).found(words)
}

/// Letters of a cell that a message shows.
const SHOWN: usize = 60;

/// The first words of a text on one line.
fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use phuluc_model::{Date, IssuedWith};

    use super::*;

    fn text(value: &str) -> Text {
        Text::new(value.to_owned(), Place::START)
    }

    /// A table of one task that is due in quarter two.
    fn appendix(label: &str) -> Appendix {
        let task = Task { timeframe: Some(text("Quý II")), ..Task::empty(Place::START) };
        Appendix {
            columns: vec![Column { role: Role::Timeframe, label: text(label) }],
            sections: vec![Section {
                title: Some(text("Cải cách thủ tục hành chính")),
                tasks: vec![task],
                ..Section::default()
            }],
            ..Appendix::empty(Place::START)
        }
    }

    #[track_caller]
    fn check(appendix: Appendix, caller: Option<i16>, expected: Result<(&str, YearSource), Code>) {
        let mut diagnostics = Vec::new();
        let mut appendices = [appendix];
        interpret(&mut appendices, caller, &mut diagnostics);
        let schedule = appendices[0].sections[0].tasks[0].meaning.schedule.clone().unwrap();
        let actual = match diagnostics.first() {
            Some(diagnostic) => Err(diagnostic.code),
            None => Ok((schedule.timing.end().unwrap().to_string(), schedule.year_source.unwrap())),
        };
        assert_eq!(actual, expected.map(|(end, source)| (end.to_owned(), source)));
    }

    #[test]
    fn the_year_is_that_of_the_label_then_of_the_title_then_of_the_issue_then_the_callers() {
        let mut appendix = appendix("Thời gian");
        check(appendix.clone(), None, Err(Code::YearUnknown));
        check(appendix.clone(), Some(2023), Ok(("2023-06-30", YearSource::Caller)));
        appendix.issued_with = Some(IssuedWith {
            date: Some(Placed::new(Date::constant(2024, 5, 30), Place::START)),
            ..IssuedWith::default()
        });
        check(appendix.clone(), Some(2023), Ok(("2024-06-30", YearSource::IssueDate)));
        appendix.title = Some(text("Nhiệm vụ giai đoạn 2026 - 2030"));
        check(appendix.clone(), None, Err(Code::YearUnknown));
        appendix.title = Some(text("Nhiệm vụ năm 2024 của Đề án giai đoạn 2021 - 2025"));
        check(appendix.clone(), None, Ok(("2024-06-30", YearSource::Title)));
        appendix.columns[0].label = text("Thời gian trong năm 2026");
        check(appendix, None, Ok(("2026-06-30", YearSource::ColumnHeader)));
    }

    #[test]
    fn a_time_before_the_issue_is_not_of_its_year() {
        let mut appendix = appendix("Thời gian");
        appendix.issued_with = Some(IssuedWith {
            date: Some(Placed::new(Date::constant(2024, 8, 1), Place::START)),
            ..IssuedWith::default()
        });
        check(appendix, None, Err(Code::YearUnknown));
    }

    #[test]
    fn what_is_no_time_is_unparsed_and_said() {
        let mut appendix = appendix("Thời gian năm 2024");
        appendix.sections[0].tasks[0].timeframe = Some(text("Ngày 31/6"));
        check(appendix.clone(), None, Err(Code::DateInvalid));
        appendix.sections[0].tasks[0].timeframe = Some(text("Kỳ họp thứ nhất"));
        check(appendix, None, Err(Code::ScheduleUnparsed));
    }

    #[test]
    fn a_cell_that_several_rows_show_is_doubted_once_and_a_word_that_returns_in_it_twice() {
        let mut appendix = appendix("Thời gian năm 2024");
        let tasks = &mut appendix.sections[0].tasks;
        tasks[0].timeframe = Some(text("Sớm"));
        tasks[0].note = Some(text("Ban hành theo ủy ban nhân dân và ủy ban nhân dân"));
        tasks.push(tasks[0].clone());
        let mut diagnostics = Vec::new();
        interpret(&mut [appendix], None, &mut diagnostics);
        let codes: Vec<Code> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        let twice = Code::ProperNameCase;
        assert_eq!(codes, [Code::ScheduleUnparsed, twice, twice]);
    }

    #[test]
    fn the_year_of_the_table_is_that_of_its_times() {
        let mut appendix = appendix("Thời gian");
        appendix.title = Some(text("Triển khai thi hành Luật Đất đai năm 2024"));
        let year = |appendix: &Appendix| {
            let mut appendices = [appendix.clone()];
            interpret(&mut appendices, Some(2023), &mut Vec::new());
            appendices[0].year.as_ref().map(|year| year.value)
        };
        assert_eq!(year(&appendix), Some(2024));
        appendix.issued_with = Some(IssuedWith {
            date: Some(Placed::new(Date::constant(2025, 3, 1), Place::START)),
            ..IssuedWith::default()
        });
        assert_eq!(year(&appendix), None);
    }

    #[test]
    fn a_table_without_a_column_of_times_has_no_schedules() {
        let mut appendix = appendix("Thời gian");
        appendix.columns.clear();
        let mut appendices = [appendix];
        interpret(&mut appendices, None, &mut Vec::new());
        assert_eq!(appendices[0].sections[0].tasks[0].meaning.schedule, None);
    }
}
