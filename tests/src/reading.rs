//! What was read from a document, in the shape of this project's own JSON.
//!
//! The score judges what users get: the JSON of this project, and the same shape from other tools.

use phuluc_convert::{Lang, Report, Source};
use phuluc_model::Diagnostic;
use phuluc_parser::Parsed;
use serde_json::Value;

/// The name of the column that holds the phrase of not performing.
pub const PHRASE: &str = "not_performed_note";

/// The name of each column without a role.
pub const EXTRA: &str = "extra";

/// The JSON of a document that was parsed.
///
/// # Panics
///
/// If the converter writes what is no JSON.
#[must_use]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
pub fn reading(parsed: &Parsed) -> Value {
    serde_json::from_slice(&written(parsed, "json")).unwrap()
}

/// A document that was parsed in one of the [formats](phuluc_convert::FORMATS).
///
/// # Panics
///
/// If there is no such format.
#[must_use]
#[expect(clippy::unwrap_used, reason = "memory takes every byte, and a panic is how a test fails")]
pub fn written(parsed: &Parsed, format: &str) -> Vec<u8> {
    let report = report(parsed, "");
    let mut bytes = Vec::new();
    (phuluc_convert::format(format).unwrap().write)(&report, &mut bytes).unwrap();
    bytes
}

/// What a converter is told of a document that was parsed; nothing of its file but a name.
#[must_use]
pub fn report<'a>(parsed: &'a Parsed, name: &'a str) -> Report<'a> {
    let Parsed { document, diagnostics, form, pages, view, .. } = parsed;
    let source = Source::new(name, form.kind().name()).with_form(form.name());
    Report::new(source.with_pages(*pages), document, diagnostics).with_view(view.as_ref())
}

/// A diagnostic on one line, as a person reads it: `error[no_tasks]: page 1, line 3: …`.
#[must_use]
pub fn line(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.map(|place| format!("{place}: ")).unwrap_or_default();
    let sentence = phuluc_messages::diagnostic(Lang::En, diagnostic);
    format!("{}[{}]: {place}{sentence}", diagnostic.severity(), diagnostic.code)
}

/// A section of a table: its number and title, and its tasks.
#[derive(Debug)]
pub struct Section<'a> {
    number: &'a Value,
    title: &'a Value,
    /// Its tasks.
    pub tasks: Vec<&'a Value>,
}

impl<'a> Section<'a> {
    fn of(section: &'a Value) -> Self {
        let tasks = list(&section["tasks"]).iter().collect();
        Self { number: &section["number"], title: &section["title"], tasks }
    }
}

/// The sections of each appendix.
#[must_use]
pub fn tables(document: &Value) -> Vec<Vec<Section<'_>>> {
    list(&document["appendices"]).iter().map(sections).collect()
}

fn sections(appendix: &Value) -> Vec<Section<'_>> {
    list(&appendix["sections"]).iter().map(Section::of).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The heading of a section, number and title together.
#[must_use]
pub fn heading(section: &Section<'_>) -> String {
    text(section.number) + &text(section.title)
}

/// How many cells of a task have no role.
#[must_use]
pub fn extras(task: &Value) -> usize {
    task["extra"].as_object().map_or(0, serde_json::Map::len)
}

/// The cells of a task in the order of the columns; those without a role follow each other.
#[must_use]
pub fn row(task: &Value, columns: &[String]) -> Vec<String> {
    let mut nth = 0;
    let cell = |name: &String| {
        let found = cell(task, name, nth);
        nth += usize::from(name == EXTRA);
        found
    };
    columns.iter().map(cell).collect()
}

/// A cell of a task: that of a role, or the nth of those without, in the order of their labels.
fn cell(task: &Value, name: &str, nth: usize) -> String {
    if name == EXTRA {
        let mut cells = task[EXTRA].as_object().into_iter().flat_map(|extra| extra.values());
        return cells.nth(nth).map(text).unwrap_or_default();
    }
    text(&task[name])
}

/// A text; empty where there is none.
#[must_use]
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
