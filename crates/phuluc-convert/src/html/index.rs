//! The rows of a document by number, and the row of each diagnostic.

use std::collections::BTreeMap;

use phuluc_model::{
    Appendix, Diagnostic, Document, Place, Role, Scope, Section, Severity, Task, Text, view,
};

/// A cell of a row: its role, and its index among the cells without a role.
pub(super) type Slot = (Role, usize);

/// A row of the document: the heading of a section, or a task.
pub(super) struct ReviewRow<'a> {
    pub(super) at: view::Row,
    pub(super) page: u32,
    pub(super) what: What<'a>,
    /// The diagnostics of the row.
    pub(super) doubts: Vec<Doubt>,
}

/// The kind of a row.
#[derive(Clone, Copy)]
pub(super) enum What<'a> {
    /// The heading of a table, on the page of the first row under it.
    Appendix(&'a Appendix),
    Section(&'a Section),
    Task(&'a Appendix, &'a Task),
}

/// The index of a diagnostic, and the cell that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Doubt {
    pub(super) index: usize,
    pub(super) slot: Option<Slot>,
}

impl ReviewRow<'_> {
    /// The highest severity of the diagnostics of a cell.
    pub(super) fn worst(&self, slot: Slot, diagnostics: &[Diagnostic]) -> Option<Severity> {
        let own = self.doubts.iter().filter(|doubt| doubt.slot == Some(slot));
        own.filter_map(|doubt| Some(diagnostics.get(doubt.index)?.severity())).min()
    }

    /// The highest severity of the diagnostics of the row.
    pub(super) fn worst_severity(&self, diagnostics: &[Diagnostic]) -> Option<Severity> {
        let all = self.doubts.iter().filter_map(|doubt| diagnostics.get(doubt.index));
        all.map(Diagnostic::severity).min()
    }
}

/// The rows of a document, and the diagnostics that belong to no row.
pub(super) struct Index<'a> {
    pub(super) rows: Vec<ReviewRow<'a>>,
    /// The diagnostics of pages, and those of the whole input.
    pub(super) page_diagnostics: BTreeMap<u32, Vec<usize>>,
    pub(super) input_diagnostics: Vec<usize>,
    /// The numbers of rows by their position in the document.
    pub(super) numbers: BTreeMap<view::Row, usize>,
}

impl<'a> Index<'a> {
    pub(super) fn new(document: &'a Document, diagnostics: &[Diagnostic]) -> Self {
        let rows = rows(document);
        let tasks = |row: &ReviewRow<'_>| !matches!(row.what, What::Appendix(_));
        let numbers = rows.iter().enumerate().filter(|(_, row)| tasks(row));
        let numbers = numbers.map(|(number, row)| (row.at, number)).collect();
        let mut index = Self {
            rows,
            page_diagnostics: BTreeMap::new(),
            input_diagnostics: Vec::new(),
            numbers,
        };
        let places = Places::new(&index.rows);
        for (number, diagnostic) in diagnostics.iter().enumerate() {
            match (places.cell(diagnostic), diagnostic.place) {
                (Some((row, slot)), _) => {
                    if let Some(row) = index.rows.get_mut(row) {
                        row.doubts.push(Doubt { index: number, slot });
                    }
                }
                (None, Some(place)) => {
                    index.page_diagnostics.entry(place.page).or_default().push(number);
                }
                (None, None) => index.input_diagnostics.push(number),
            }
        }
        index
    }
}

fn rows(document: &Document) -> Vec<ReviewRow<'_>> {
    let mut rows: Vec<ReviewRow<'_>> = Vec::new();
    let mut last = 1;
    // A row is on the page of the row before it or on a later one.
    let mut add = |at, place: Option<Place>, what| {
        last = place.map_or(last, |place| place.page.max(last));
        rows.push(ReviewRow { at, page: last, what, doubts: Vec::new() });
    };
    for (a, appendix) in document.appendices().iter().enumerate() {
        let head = view::Row { appendix: a, section: 0, task: None };
        add(head, Some(appendix.place), What::Appendix(appendix));
        for (s, section) in appendix.sections.iter().enumerate() {
            let heading = section.number.iter().chain(&section.title).map(|text| text.place).min();
            let first = section.tasks.first().map(|task| task.place);
            if heading.is_some() {
                let at = view::Row { appendix: a, section: s, task: None };
                add(at, heading.or(first), What::Section(section));
            }
            for (t, task) in section.tasks.iter().enumerate() {
                let at = view::Row { appendix: a, section: s, task: Some(t) };
                add(at, Some(task.place), What::Task(appendix, task));
            }
        }
    }
    rows
}

/// The cells of a row with their texts.
pub(super) fn cells(what: What<'_>) -> Vec<(Slot, Option<&Text>)> {
    match what {
        What::Appendix(appendix) => {
            let texts = [&appendix.label, &appendix.title, &appendix.unit, &appendix.issuer];
            texts.into_iter().map(|text| ((Role::Task, 0), text.as_ref())).collect()
        }
        What::Section(section) => vec![
            ((Role::Number, 0), section.number.as_ref()),
            ((Role::Task, 0), section.title.as_ref()),
        ],
        What::Task(appendix, task) => {
            let has = |role: &Role| {
                let column = appendix.columns.iter().any(|column| column.role == *role);
                *role != Role::Extra && (column || task.cell(*role).is_some())
            };
            let named = Role::ALL.into_iter().filter(has);
            let named = named.map(|role| ((role, 0), task.cell(role)));
            let extra = task.extra.iter().enumerate();
            let extra = extra.map(|(index, extra)| ((Role::Extra, index), extra.value.as_ref()));
            named.chain(extra).collect()
        }
    }
}

/// The cells by the places of their lines.
struct Places<'a> {
    lines: BTreeMap<Place, Vec<(usize, Slot, &'a str)>>,
    starts: BTreeMap<Place, usize>,
}

impl<'a> Places<'a> {
    fn new(rows: &[ReviewRow<'a>]) -> Self {
        let mut places = Self { lines: BTreeMap::new(), starts: BTreeMap::new() };
        for (number, row) in rows.iter().enumerate() {
            for (slot, text) in cells(row.what) {
                if let Some(text) = text {
                    places.add(number, slot, text);
                }
            }
            if let What::Task(_, task) = row.what {
                places.starts.entry(task.place).or_insert(number);
                if let Some(flag) = &task.not_performed {
                    places.add(number, (Role::CoordinatingUnit, 0), flag);
                }
            }
        }
        places
    }

    fn add(&mut self, number: usize, slot: Slot, text: &'a Text) {
        for place in text.places() {
            self.lines.entry(place).or_default().push((number, slot, text.as_str()));
        }
    }

    /// The row and the cell that a diagnostic is about, if any.
    fn cell(&self, diagnostic: &Diagnostic) -> Option<(usize, Option<Slot>)> {
        let place = diagnostic.place.filter(|_| diagnostic.code.scope() == Scope::Row)?;
        let here = self.lines.get(&place).map(Vec::as_slice).unwrap_or_default();
        let found = diagnostic.found.as_deref();
        let of_field =
            |(_, (role, _), _): &&(usize, Slot, &str)| diagnostic.field.is_none_or(|f| f == *role);
        let holds =
            |(_, _, text): &&(usize, Slot, &str)| found.is_none_or(|found| text.contains(found));
        let says = diagnostic.field.is_some() || found.is_some();
        let mut cells = here.iter().filter(of_field).filter(|_| says);
        // If several cells have a line there, the one that contains the doubted words is taken.
        let cell = match (cells.next(), cells.next()) {
            (first, None) => first,
            (first, Some(_)) => here.iter().filter(of_field).find(holds).or(first),
        };
        if let Some((number, slot, _)) = cell {
            return Some((*number, Some(*slot)));
        }
        let slot = diagnostic.field.map(|role| (role, 0));
        let start = self.starts.get(&place).copied();
        start.or_else(|| here.first().map(|(number, ..)| *number)).map(|number| (number, slot))
    }
}
