//! What is promised of the outputs: each format is written, and what is read back is the document.

#![expect(clippy::indexing_slicing, reason = "a key that a JSON does not have is null")]

use std::sync::LazyLock;

use jsonschema::Validator;
use phuluc_convert::{FORMATS, Format, Report, SCHEMA, Source};
use phuluc_model::{Diagnostic, Document, Role, Section, Task, Text};
use phuluc_parser::Parsed;
use serde_json::Value;

use super::{Broken, hold, same};

/// A fingerprint, which the schema asks for and no promise depends on.
const SHA: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Each format of a document that was read.
pub fn outputs(parsed: &Parsed) -> Result<(), Broken> {
    let Parsed { document, diagnostics, form, pages, view, .. } = parsed;
    let source = Source::new("input", form.kind().name()).with_form(form.name());
    let source = source.with_sha256(SHA).with_pages(*pages);
    let report = Report::new(source, document, diagnostics).with_view(view.as_ref());
    for format in FORMATS {
        read_back(&report, format, &written(&report, format)?)?;
    }
    Ok(())
}

/// The JSON of a document says what the document says.
pub fn read_back_json(document: &Document, diagnostics: &[Diagnostic]) -> Result<(), Broken> {
    alone(document, diagnostics, &["json", "jsonl", "datapackage"])
}

/// The CSV of a document has its tasks and no others.
pub fn read_back_csv(document: &Document) -> Result<(), Broken> {
    alone(document, &[], &["csv", "csv-excel", "csv-excel-semicolon"])
}

/// Some formats of a document that no input has.
fn alone(document: &Document, said: &[Diagnostic], formats: &[&str]) -> Result<(), Broken> {
    let source = Source::new("made", "text").with_form("lines").with_sha256(SHA).with_pages(1);
    let report = Report::new(source, document, said);
    for format in FORMATS.iter().filter(|format| formats.contains(&format.name)) {
        read_back(&report, format, &written(&report, format)?)?;
    }
    Ok(())
}

fn written(report: &Report<'_>, format: &Format) -> Result<Vec<u8>, Broken> {
    let mut bytes = Vec::new();
    let failed = |error| Broken(format!("{} is not written: {error}", format.name));
    (format.write)(report, &mut bytes).map_err(failed)?;
    Ok(bytes)
}

fn read_back(report: &Report<'_>, format: &Format, bytes: &[u8]) -> Result<(), Broken> {
    match format.name {
        "json" => json(report, bytes),
        "jsonl" => jsonl(report, bytes),
        "csv" => csv(report, text(bytes)?, b',', false),
        "csv-excel" => csv(report, text(bytes)?, b',', true),
        "csv-excel-semicolon" => csv(report, text(bytes)?, b';', true),
        "ics" => ics(text(bytes)?),
        "html" => html(text(bytes)?),
        "datapackage" => value(bytes).map(drop),
        _ => Ok(()),
    }
}

fn text(bytes: &[u8]) -> Result<&str, Broken> {
    std::str::from_utf8(bytes).map_err(|error| Broken(format!("an output is no UTF-8: {error}")))
}

fn value(bytes: &[u8]) -> Result<Value, Broken> {
    serde_json::from_slice(bytes).map_err(|error| Broken(format!("no JSON: {error}")))
}

/// The schema is compiled once: fuzzers ask thousands of times.
#[expect(clippy::unwrap_used, reason = "a test of the converter holds that the schema is one")]
static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap());

fn json(report: &Report<'_>, bytes: &[u8]) -> Result<(), Broken> {
    let read = value(bytes)?;
    if let Some(error) = VALIDATOR.iter_errors(&read).next() {
        return Err(Broken(format!("against the schema at {}: {error}", error.instance_path())));
    }
    let counts = |key: &str| read[key].as_array().map(Vec::len);
    same("appendices", &counts("appendices"), &Some(report.document.appendices().len()))?;
    same("diagnostics", &counts("diagnostics"), &Some(report.diagnostics.len()))?;
    let empty = Vec::new();
    let list = |value: &Value, key: &str| value[key].as_array().unwrap_or(&empty).clone();
    for (appendix, read) in report.document.appendices().iter().zip(list(&read, "appendices")) {
        says(&read["label"], appendix.label.as_ref())?;
        says(&read["title"], appendix.title.as_ref())?;
        let sections = list(&read, "sections");
        same("sections", &sections.len(), &appendix.sections.len())?;
        for (section, read) in appendix.sections.iter().zip(sections) {
            says(&read["number"], section.number.as_ref())?;
            says(&read["title"], section.title.as_ref())?;
            let tasks = list(&read, "tasks");
            same("tasks", &tasks.len(), &section.tasks.len())?;
            section.tasks.iter().zip(&tasks).try_for_each(|(task, read)| of_task(task, read))?;
        }
    }
    Ok(())
}

/// A value of the JSON is a text of the document.
fn says(read: &Value, text: Option<&Text>) -> Result<(), Broken> {
    let said = text.map(Text::as_str);
    hold(read.as_str() == said && read.is_null() == said.is_none(), || {
        format!("{said:?} is {read} in the JSON")
    })
}

fn of_task(task: &Task, read: &Value) -> Result<(), Broken> {
    same("the id", &read["id"].as_str(), &Some(task.id.as_str()))?;
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Extra) {
        says(&read[role.name()], task.cell(role))?;
    }
    says(&read["not_performed_note"], task.not_performed.as_ref())?;
    same("the flag", &read["not_performed"].as_bool(), &Some(task.not_performed.is_some()))?;
    let extra = read["extra"].as_object().map_or(0, serde_json::Map::len);
    same("cells without a role", &extra, &task.extra.len())?;
    let place = [&read["place"]["page"], &read["place"]["line"]].map(Value::as_u64);
    same("the place", &place, &[task.place.page, task.place.line].map(|n| Some(u64::from(n))))
}

fn jsonl(report: &Report<'_>, bytes: &[u8]) -> Result<(), Broken> {
    let lines: Vec<&str> = text(bytes)?.split_terminator('\n').collect();
    same("lines", &lines.len(), &report.document.tasks().count())?;
    for (task, line) in report.document.tasks().zip(lines) {
        of_task(task, &value(line.as_bytes())?)?;
    }
    Ok(())
}

/// A CSV has one record a task, and each cell is the value of the task.
fn csv(report: &Report<'_>, text: &str, separator: u8, excel: bool) -> Result<(), Broken> {
    let bare = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    hold(text.starts_with('\u{FEFF}') == excel || bare.starts_with('\u{FEFF}'), || {
        "the byte order mark".to_owned()
    })?;
    let failed = |error| Broken(format!("no CSV: {error}"));
    let mut reader = ::csv::ReaderBuilder::new().delimiter(separator).from_reader(bare.as_bytes());
    let header = reader.headers().map_err(failed)?.clone();
    let records = reader.records().collect::<Result<Vec<_>, _>>().map_err(failed)?;
    let sections = report.document.appendices().iter().flat_map(|appendix| &appendix.sections);
    let rows: Vec<(&Section, &Task)> = sections
        .flat_map(|section| section.tasks.iter().map(move |task| (section, task)))
        .collect();
    same("records", &records.len(), &rows.len())?;
    for (record, (section, task)) in records.iter().zip(rows) {
        let cell = |name: &str| {
            let place = header.iter().position(|own| own == name);
            place.and_then(|place| record.get(place)).unwrap_or("(no such column)")
        };
        for (name, value) in named_cells(section, task) {
            same(name, &cell(name), &guarded(&value, excel).as_str())?;
        }
        // Columns without a role stand between the last that every CSV has and the place.
        let first = header.iter().position(|name| name == "citations").unwrap_or(0) + 1;
        let extras = record.iter().take(header.len().saturating_sub(2)).skip(first);
        let mut found: Vec<&str> = extras.filter(|cell| !cell.is_empty()).collect();
        let values = task.extra.iter().filter_map(|extra| extra.value.as_ref());
        let mut expected: Vec<String> =
            values.map(|value| guarded(value.as_str(), excel)).collect();
        found.sort_unstable();
        expected.sort_unstable();
        hold(found == expected, || format!("cells without a role: {found:?} and {expected:?}"))?;
    }
    Ok(())
}

/// A value as it stands in a cell: for a spreadsheet behind a guard where it begins like a formula.
fn guarded(value: &str, excel: bool) -> String {
    let guard = excel && value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("{}{value}", if guard { "'" } else { "" })
}

/// The cells of a task by the names of their columns.
fn named_cells(section: &Section, task: &Task) -> Vec<(&'static str, String)> {
    let text = |text: Option<&Text>| text.map_or("", Text::as_str).to_owned();
    let roles = Role::ALL.into_iter().filter(|role| *role != Role::Extra);
    let mut cells: Vec<_> = roles.map(|role| (role.name(), text(task.cell(role)))).collect();
    cells.extend([
        ("id", task.id.clone()),
        ("section_number", text(section.number.as_ref())),
        ("section_title", text(section.title.as_ref())),
        ("not_performed", task.not_performed.is_some().to_string()),
        ("not_performed_note", text(task.not_performed.as_ref())),
        ("page", task.place.page.to_string()),
        ("line", task.place.line.to_string()),
    ]);
    cells
}

/// Lines of a calendar are short, and every component that begins ends (RFC 5545).
fn ics(text: &str) -> Result<(), Broken> {
    let mut open = Vec::new();
    for line in text.split_terminator("\r\n") {
        hold(line.len() <= 75 && !line.contains(['\r', '\n']), || format!("a line is {line:?}"))?;
        if let Some(name) = line.strip_prefix("BEGIN:") {
            open.push(name);
        } else if let Some(name) = line.strip_prefix("END:") {
            same("the component that ends", &open.pop(), &Some(name))?;
        }
    }
    hold(text.ends_with("END:VCALENDAR\r\n") && open.is_empty(), || format!("open: {open:?}"))
}

/// Nothing of an input becomes markup: the only script and the only style are those of the sheet.
fn html(text: &str) -> Result<(), Broken> {
    for tag in ["<script", "<style", "<main"] {
        same(tag, &text.matches(tag).count(), &1)?;
    }
    hold(text.ends_with("</html>\n"), || "the sheet has no end".to_owned())
}
