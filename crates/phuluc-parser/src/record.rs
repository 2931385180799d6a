//! Rows to records: sections, cells by role, the flag phrase.

use std::iter::Peekable;
use std::vec::IntoIter;

use phuluc_model::ordinal::{Ordinal, Scheme};
use phuluc_model::{
    Appendix, Code, Column, Diagnostic, Extra, Place, Role, Section, Task, Text, Variant, view,
};

use crate::assignment::{Assignment, assignment};
use phuluc_language::flags::{FlagFold, phrase_at};
use phuluc_language::fold::plain;
use phuluc_page::deadline::Deadline;
use phuluc_page::line::Word;
use phuluc_table::cells::weights::CLOSE;
use phuluc_table::flow::tables::cell_roles;
use phuluc_table::furniture::appendix_heading;
use phuluc_table::header::label::Label;
use phuluc_table::joined_text;
use phuluc_table::repeat_budget::RepeatBudget;
use phuluc_table::table::{Cell, Flaw, Number, Row, RowKind, Table};

/// A row and the record that it became.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowRecord<'a> {
    /// The place of the record in the document.
    pub(crate) at: view::Row,
    pub(crate) row: &'a Row,
    /// The roles of its cells.
    pub(crate) roles: &'a [Role],
}

/// Makes the appendix of a table, row by row: each row is returned when its record is made, so that
/// rows and records are not all in memory at once.
pub(crate) struct AppendixRecords<'a> {
    deadline: &'a Deadline<'a>,
    /// The appendix, without its sections, and its index in the document.
    appendix: Appendix,
    index: usize,
    roles: Vec<Role>,
    extra_labels: Vec<String>,
    rows: Peekable<IntoIter<Row>>,
    /// The open headings, outermost first.
    open: Vec<OpenSection>,
    sections: Vec<Section>,
}

impl<'a> AppendixRecords<'a> {
    /// Reads the heading of a table, the `index`th of its document, and reports doubtful rows.
    pub(crate) fn new(
        table: Table,
        index: usize,
        deadline: &'a Deadline<'a>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let heading = appendix_heading::read(&table.heading, &table.letterhead, diagnostics);
        report_doubts(&table, diagnostics);
        report_long_cells(&table, deadline.limits.max_cell_chars, diagnostics);
        let appendix = Appendix {
            label: heading.label,
            title: heading.title,
            issuer: heading.issuer,
            unit: heading.unit,
            year: None,
            issued_with: heading.issued_with,
            citations: heading.citations,
            columns: table.labels.iter().filter_map(column).collect(),
            place: place(&table),
            sections: Vec::new(),
        };
        Self {
            deadline,
            appendix,
            index,
            roles: cell_roles(&table.labels),
            extra_labels: extra_labels(&table.labels),
            rows: table.rows.into_iter().peekable(),
            open: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// The roles of the cells of each row.
    pub(crate) fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// Makes the next row a record; returns the place of the record and the row.
    pub(crate) fn next_row(
        &mut self,
        repeat_budget: &mut RepeatBudget,
    ) -> Option<(view::Row, Row)> {
        let row = self.rows.next().filter(|row| self.deadline.goes_on(row.place()))?;
        let appendix = self.index;
        if row.kind == RowKind::Section || is_group(&row, self.rows.peek(), &self.roles) {
            close_levels(&mut self.open, &row);
            self.open.push(heading_of(&row));
            self.sections.push(section(&self.open, repeat_budget));
            return Some((
                view::Row { appendix, section: self.sections.len() - 1, task: None },
                row,
            ));
        }
        let last = self.sections.last().and_then(|section| section.tasks.last());
        if leaves_group(&self.open, &row, last) {
            self.open.pop();
            self.sections.push(section(&self.open, repeat_budget));
        }
        if self.sections.is_empty() {
            self.sections.push(section(&self.open, repeat_budget));
        }
        let index = self.sections.len() - 1;
        let section = self.sections.last_mut()?;
        let at = view::Row { appendix, section: index, task: Some(section.tasks.len()) };
        section.tasks.push(task(&row, &self.roles, &self.extra_labels));
        Some((at, row))
    }

    /// The appendix with all sections.
    pub(crate) fn finish(self) -> Appendix {
        Appendix { sections: self.sections, ..self.appendix }
    }
}

fn column(label: &Label) -> Option<Column> {
    Some(Column { role: label.role, label: joined_text::text(&label.words, &[])? })
}

fn place(table: &Table) -> Place {
    let heading = table.heading.iter().map(phuluc_page::line::Line::place);
    let header = table.labels.iter().flat_map(|label| &label.words).map(|word| word.place);
    heading.chain(header).next().unwrap_or(Place::START)
}

/// An open heading: the tasks below belong to it.
struct OpenSection {
    ordinal: Option<Ordinal>,
    number: Option<Text>,
    title: Option<Text>,
    /// Whether it is a title across the table; `false` for a numbered row that only groups.
    across: bool,
}

/// Whether a numbered row only groups: it has one cell, and its children follow.
///
/// The cell is that of the task; if the lead unit is before the task, the title may be there.
fn is_group(row: &Row, next: Option<&Row>, roles: &[Role]) -> bool {
    let ordinal = row.ordinal();
    let below = next.and_then(Row::ordinal);
    let (Some(ordinal), Some(below)) = (ordinal, below) else { return false };
    let mut filled = row.cells.iter().zip(roles).enumerate();
    let mut filled = filled.by_ref().filter(|(_, (cell, _))| !cell.words.is_empty());
    let first = filled.next();
    let alone = filled.next().is_none();
    let title = first.is_none_or(|(column, (_, role))| column == 0 || *role == Role::Task);
    title && alone && is_child(below, ordinal)
}

/// Whether an ordinal is under another one: `1.1` under `1`, `a)` under `1`.
fn is_child(child: &Ordinal, parent: &Ordinal) -> bool {
    let numbered = child.scheme == parent.scheme && child.counts.starts_with(&parent.counts);
    (numbered && child.depth() > parent.depth())
        || (child.scheme == Scheme::Small && parent.scheme == Scheme::Arabic)
}

/// Whether the row ends the innermost group: `2` after `1.1`.
///
/// A title across the table with a figure may have tasks that count from 1 again; so it ends only
/// after a task that counts under it.
fn leaves_group(open: &[OpenSection], row: &Row, last: Option<&Task>) -> bool {
    let Some(OpenSection { ordinal: Some(group), across, .. }) = open.last() else { return false };
    let Some(ordinal) = row.ordinal().filter(|_| group.scheme == Scheme::Arabic) else {
        return false;
    };
    let number = last.and_then(|task| task.number.as_ref());
    let children = number.is_some_and(|number| {
        Ordinal::readings(&number.value).iter().any(|ordinal| is_child(ordinal, group))
    });
    !is_child(ordinal, group) && ordinal.scheme != Scheme::Dash && (!across || children)
}

/// Closes the headings that end where this heading row begins.
fn close_levels(open: &mut Vec<OpenSection>, row: &Row) {
    let Some(ordinal) = row.ordinal() else {
        open.clear();
        return;
    };
    let ends = |level: &OpenSection| match &level.ordinal {
        Some(level) if level.scheme == ordinal.scheme => level.depth() >= ordinal.depth(),
        Some(level) => level.scheme > ordinal.scheme && ordinal.scheme == Scheme::Roman,
        None => true,
    };
    // `A` contains `I`, `I` contains `1`: a heading closes the open one of its scheme and all inside it.
    if let Some(at) = open.iter().position(ends) {
        let nested = open.get(at).is_some_and(|level| {
            level.ordinal.as_ref().is_some_and(|o| o.scheme == Scheme::Capital)
        }) && ordinal.scheme == Scheme::Roman;
        open.truncate(if nested { at + 1 } else { at });
    }
}

fn heading_of(row: &Row) -> OpenSection {
    let title = row.cells.iter().find(|cell| !cell.words.is_empty());
    OpenSection {
        ordinal: row.ordinal().cloned(),
        number: row.number.as_ref().and_then(number),
        title: title.and_then(|cell| joined_text::text(&cell.words, &cell.paragraphs)),
        across: row.kind == RowKind::Section,
    }
}

/// The section under the open headings: their numbers joined by dots, their titles by slashes.
///
/// If the titles are too long to be repeated, only the innermost is kept.
fn section(open: &[OpenSection], repeat_budget: &mut RepeatBudget) -> Section {
    let titles: Vec<&Text> = open.iter().filter_map(|level| level.title.as_ref()).collect();
    let words = titles.iter().map(|title| title.value.len() / BYTES_OF_A_WORD).sum();
    let outer = if repeat_budget.may_add(words) { 0 } else { titles.len().saturating_sub(1) };
    let (left, titles) = titles.split_at(outer);
    if !left.is_empty() {
        repeat_budget.leave_out(1, titles.first().map(|title| title.place));
    }
    Section {
        number: joined_numbers(open.iter().filter_map(|level| level.number.as_ref())),
        title: joined(titles.iter().copied(), " / "),
        tasks: Vec::new(),
        ..Section::default()
    }
}

/// About the bytes of a word and its space.
const BYTES_OF_A_WORD: usize = 6;

/// `I` and `1` are `I.1`; `1` and `1.1` are `1.1`, because the second includes the first.
fn joined_numbers<'a>(numbers: impl Iterator<Item = &'a Text>) -> Option<Text> {
    let mut parts: Vec<&Text> = Vec::new();
    for number in numbers {
        let holds = |part: &&Text| {
            number.value.strip_prefix(&*part.value).is_some_and(|rest| rest.starts_with('.'))
        };
        if parts.last().is_some_and(holds) {
            parts.pop();
        }
        parts.push(number);
    }
    joined(parts.into_iter(), ".")
}

/// The place of the whole is that of its last part, the innermost heading.
fn joined<'a>(parts: impl Iterator<Item = &'a Text>, by: &str) -> Option<Text> {
    let parts: Vec<&Text> = parts.collect();
    let mut joined = Text::new(String::new(), parts.last()?.place);
    for (index, part) in parts.into_iter().enumerate() {
        if index > 0 {
            joined.value.push_str(by);
        }
        joined.append(part);
    }
    Some(joined)
}

fn number(number: &Number) -> Option<Text> {
    Some(Text::new(number.text(), number.words.first()?.place))
}

/// The labels of the columns without a role, in column order.
fn extra_labels(labels: &[Label]) -> Vec<String> {
    let extra = labels.iter().filter(|label| label.role == Role::Extra);
    extra
        .map(|label| {
            joined_text::text(&label.words, &[]).map(|text| text.value).unwrap_or_default()
        })
        .collect()
}

fn task(row: &Row, roles: &[Role], extra_labels: &[String]) -> Task {
    let mut task = Task::empty(row.place());
    task.number = row.number.as_ref().and_then(number);
    let mut labels = extra_labels.iter();
    for (role, cell) in roles.iter().zip(&row.cells) {
        let (value, phrase) = match &task.not_performed {
            None => without_phrase(*role, cell),
            // A record has one flag phrase; that of a second cell stays in the cell.
            Some(_) => (joined_text::text(&cell.words, &cell.paragraphs), None),
        };
        task.not_performed = task.not_performed.or(phrase);
        match role {
            Role::Task => task.task = value,
            Role::LeadUnit => task.lead_unit = value,
            Role::CoordinatingUnit => task.coordinating_unit = value,
            Role::Product => task.product = value,
            Role::Timeframe => task.timeframe = value,
            Role::Note => task.note = value,
            Role::Extra => {
                let label = labels.next().cloned().unwrap_or_default();
                task.extra.push(Extra { label, value });
            }
            Role::Number => {}
        }
        if *role == Role::LeadUnit && !roles.contains(&Role::CoordinatingUnit) {
            assign(&mut task, cell);
        }
    }
    task
}

/// Splits a cell that names lead and coordinating units, if there is no column of coordinating
/// units.
fn assign(task: &mut Task, cell: &Cell) {
    let Some(Assignment { lead: (from, to), coop }) = assignment(&cell.words) else { return };
    let part = |from: usize, to: usize| {
        let words = cell.words.get(from..to).unwrap_or_default();
        let paragraphs = cell.paragraphs.iter().filter(|at| (from..to).contains(at));
        joined_text::text(words, &paragraphs.map(|at| at - from).collect::<Vec<_>>())
    };
    task.lead_unit = part(from, to);
    task.coordinating_unit = part(coop, cell.words.len());
    // The punctuation between the two belongs to neither.
    if let (Some(lead), Some(_)) = (&mut task.lead_unit, &task.coordinating_unit) {
        let end = lead.value.trim_end_matches([';', ',', '.', ' ']).len();
        if end > 0 {
            lead.value.truncate(end);
        }
    }
}

/// The text of a cell and, split from it, the flag phrase: the unit does not perform the task.
///
/// `không thực hiện` is usual wording in tasks. It is the flag at the end of the cell of a unit, and
/// if it is a whole cell.
fn without_phrase(role: Role, cell: &Cell) -> (Option<Text>, Option<Text>) {
    let (value, phrase) = cell.words.split_at(phrase_start(role, &cell.words));
    (joined_text::text(value, &cell.paragraphs), joined_text::text(phrase, &[]))
}

/// Marks of punctuation around and after the words of a flag phrase.
const AROUND_PHRASE: [char; 9] = ['.', ',', ';', ':', '(', ')', '[', ']', '-'];

/// Where the flag phrase begins that ends the cell; the number of words if the cell has none.
fn phrase_start(role: Role, words: &[Word]) -> usize {
    if role == Role::Task {
        return words.len();
    }
    let unit = matches!(role, Role::LeadUnit | Role::CoordinatingUnit);
    let begins = if unit { words.len().saturating_sub(MAX_PHRASE) } else { 0 };
    let tail = words.get(begins..).unwrap_or_default();
    let tail: Vec<String> = tail
        .iter()
        .take(if unit { MAX_PHRASE } else { MAX_PHRASE + 1 })
        .map(|word| plain(word.text.trim_matches(AROUND_PHRASE)))
        .collect();
    let is_phrase = |at: &usize| {
        let rest = tail.get(*at..).unwrap_or_default();
        // A dash or bracket alone before the phrase belongs to it.
        let marks = rest.iter().take_while(|word| word.is_empty()).count();
        let rest = rest.get(marks..).unwrap_or_default();
        let closing = rest.iter().rev().take_while(|word| word.is_empty()).count();
        let rest = rest.get(..rest.len() - closing).unwrap_or_default();
        phrase_at(rest, FlagFold::Plain).is_some_and(|phrase| phrase.words == rest.len())
    };
    let starts = if unit { 0..tail.len() } else { 0..tail.len().min(1) };
    starts.into_iter().find(is_phrase).map_or(words.len(), |at| begins + at)
}

/// The longest phrase has nine words: each part with the most words it may have. Marks alone are
/// counted as words.
const MAX_PHRASE: usize = 12;

/// Reports rows that may be cut wrongly: doubtful rows, and if a table has many of them all other
/// rows too, because they were cut with the counts of those rows.
fn report_doubts(table: &Table, diagnostics: &mut Vec<Diagnostic>) {
    let repeats = |row: &Row| row.number.as_ref().is_some_and(|number| number.repeated);
    let rows: Vec<&Row> =
        table.rows.iter().filter(|row| row.kind == RowKind::Task && !repeats(row)).collect();
    let doubtful = rows.iter().filter(|row| is_close(row) || row.flaw.is_some()).count();
    let all_doubtful = rows.len() >= FEW_ROWS && doubtful * OF.1 > rows.len() * OF.0;
    for row in rows {
        let diagnostic = doubts(row, all_doubtful).map(|code| {
            let diagnostic = Diagnostic::new(code).at(row.place());
            match &row.number {
                Some(number) => diagnostic.with("row", number.text()),
                None => diagnostic.variant(Variant::Unnumbered),
            }
        });
        diagnostics.extend(diagnostic);
    }
}

/// Reports cells that are longer than a cell should be. A repeated cell is reported once.
fn report_long_cells(table: &Table, limit: usize, diagnostics: &mut Vec<Diagnostic>) {
    for row in &table.rows {
        for cell in row.cells.iter().filter(|cell| !cell.repeated) {
            let (Some(first), length) = (cell.words.first(), cell.length()) else { continue };
            if length > limit {
                let diagnostic = Diagnostic::new(Code::CellTooLong).with("found", length);
                diagnostics.push(diagnostic.with("limit", limit).at(first.place));
            }
        }
    }
}

/// A table with at least this many rows and more than this share of doubtful rows: most of the
/// other rows are wrong too, as in the text of pdfminer and of `pdftotext` without options.
const FEW_ROWS: usize = 4;
const OF: (usize, usize) = (2, 5);

fn is_close(row: &Row) -> bool {
    row.margin.is_some_and(|margin| margin < CLOSE)
}

fn doubts(row: &Row, all_doubtful: bool) -> impl Iterator<Item = Code> {
    let close = is_close(row).then_some(Code::CloseReading);
    let flaw = row.flaw.map(|flaw| match flaw {
        Flaw::Uncut => Code::RowTooLong,
        Flaw::Misfit => Code::LinesMisfit,
    });
    let table = (all_doubtful && close.is_none() && flaw.is_none()).then_some(Code::TableDoubtful);
    close.into_iter().chain(flaw).chain(table)
}
