//! JSON: the whole report, in the shape of [`SCHEMA`](crate::SCHEMA).
//!
//! The types here are that shape. The model does not know them, so a change of its fields or their order
//! cannot change what users read.
//!
//! A key is always present, except the variant and the arguments of a diagnostic without them. An empty
//! cell is `null`, never `""`.

mod indented;
mod meaning;
mod place;
mod read;
mod version;

use std::io::{self, Write as _};

use phuluc_messages::Lang;
use phuluc_model::{
    Appendix, Area, Argument, Arguments, Audit, Column, Diagnostic, Document, Extra, IssuedWith,
    Remainder, Section, Task, Text, Variant,
};
use serde::{Serialize, Serializer};

use self::indented::Indented;
use self::meaning::{CitationShape, ScheduleShape, expanded, iso, texts};
pub(crate) use self::place::PlaceShape;
pub use self::read::{
    Limits, ReadError, Saved, SavedFilter, SavedSource, is_document, is_json, read,
};
use self::version::{SCHEMA_NAME, SCHEMA_VERSION};
use crate::error::Error;
use crate::format::Format;
use crate::label;
use crate::report::{Filtered, Report, Source};

/// The bytes that are collected before they are written to the output.
pub(crate) const BUFFER: usize = 1 << 16;

/// The whole report as JSON, the default.
pub const FORMAT: Format = Format::new("json", "json", write);

/// Writes the report as one JSON object: two spaces for each level, one newline at the end.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    write_indented(&ReportShape::of(report), out)
}

/// Writes any value in the style of the report.
pub(crate) fn write_indented(value: &impl Serialize, out: &mut dyn io::Write) -> Result<(), Error> {
    let mut out = io::BufWriter::with_capacity(BUFFER, out);
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, Indented::default());
    value.serialize(&mut serializer)?;
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(())
}

#[derive(Serialize)]
struct ReportShape<'a> {
    schema: &'static str,
    schema_version: &'static str,
    source: SourceShape<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    filter: Option<FilterShape<'a>>,
    appendices: Vec<AppendixShape<'a>>,
    audit: AuditShape<'a>,
    diagnostics: Vec<DiagnosticShape<'a>>,
}

impl<'a> ReportShape<'a> {
    fn of(report: &Report<'a>) -> Self {
        Self {
            schema: SCHEMA_NAME,
            schema_version: SCHEMA_VERSION,
            source: SourceShape::of(report.source),
            filter: report.filter.map(|filter| FilterShape::of(filter, report.document)),
            appendices: report.document.appendices().iter().map(AppendixShape::of).collect(),
            audit: AuditShape::of(report.document.audit()),
            diagnostics: report.diagnostics.iter().map(DiagnosticShape::of).collect(),
        }
    }
}

/// What a filter left out; absent without a filter.
#[derive(Serialize)]
struct FilterShape<'a> {
    only: &'a [String],
    tasks_read: usize,
    tasks_kept: usize,
    diagnostics_left_out: usize,
}

impl<'a> FilterShape<'a> {
    fn of(filter: Filtered<'a>, kept: &Document) -> Self {
        let Filtered { only, tasks_read, diagnostics_left_out } = filter;
        Self { only, tasks_read, tasks_kept: kept.tasks().count(), diagnostics_left_out }
    }
}

#[derive(Serialize)]
pub(crate) struct SourceShape<'a> {
    name: &'a str,
    kind: &'a str,
    form: &'a str,
    sha256: &'a str,
    pages: u32,
}

impl<'a> SourceShape<'a> {
    pub(crate) const fn of(source: Source<'a>) -> Self {
        let Source { name, kind, form, sha256, pages } = source;
        Self { name, kind, form, sha256, pages }
    }
}

#[derive(Serialize)]
struct AppendixShape<'a> {
    label: Option<&'a str>,
    title: Option<&'a str>,
    issuer: Option<&'a str>,
    unit: Option<&'a str>,
    year: Option<i16>,
    issued_with: Option<IssuedWithShape<'a>>,
    citations: Vec<CitationShape<'a>>,
    columns: Vec<ColumnShape<'a>>,
    sections: Sections<'a>,
}

impl<'a> AppendixShape<'a> {
    fn of(appendix: &'a Appendix) -> Self {
        Self {
            label: value(appendix.label.as_ref()),
            title: value(appendix.title.as_ref()),
            issuer: value(appendix.issuer.as_ref()),
            unit: value(appendix.unit.as_ref()),
            year: appendix.year.as_ref().map(|year| year.value),
            issued_with: appendix.issued_with.as_ref().map(IssuedWithShape::of),
            citations: CitationShape::all(&appendix.citations),
            columns: appendix.columns.iter().map(ColumnShape::of).collect(),
            sections: Sections(&appendix.sections),
        }
    }
}

/// Sections; the shape of each is made only when it is written, to save memory.
struct Sections<'a>(&'a [Section]);

impl Serialize for Sections<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(SectionShape::of))
    }
}

/// Tasks; the shape of each is made only when it is written, because there may be many.
struct Tasks<'a>(&'a [Task]);

impl Serialize for Tasks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(TaskShape::of))
    }
}

#[derive(Serialize)]
pub(crate) struct IssuedWithShape<'a> {
    r#type: Option<&'a str>,
    number: Option<&'a str>,
    date: Option<String>,
    issuer: Option<&'a str>,
}

impl<'a> IssuedWithShape<'a> {
    pub(crate) fn of(issued: &'a IssuedWith) -> Self {
        Self {
            r#type: value(issued.kind.as_ref()),
            number: value(issued.number.as_ref()),
            date: issued.date.as_ref().map(|date| iso(date.value)),
            issuer: value(issued.issuer.as_ref()),
        }
    }
}

#[derive(Serialize)]
struct ColumnShape<'a> {
    role: &'static str,
    label: &'a str,
}

impl<'a> ColumnShape<'a> {
    fn of(column: &'a Column) -> Self {
        Self { role: column.role.name(), label: column.label.as_str() }
    }
}

#[derive(Serialize)]
struct SectionShape<'a> {
    number: Option<&'a str>,
    title: Option<&'a str>,
    area: Option<&'static str>,
    citations: Vec<CitationShape<'a>>,
    tasks: Tasks<'a>,
}

impl<'a> SectionShape<'a> {
    fn of(section: &'a Section) -> Self {
        Self {
            number: value(section.number.as_ref()),
            title: value(section.title.as_ref()),
            area: section.area.map(Area::name),
            citations: CitationShape::all(&section.citations),
            tasks: Tasks(&section.tasks),
        }
    }
}

#[derive(Serialize)]
pub(crate) struct TaskShape<'a> {
    id: &'a str,
    number: Option<&'a str>,
    task: Option<&'a str>,
    lead_unit: Option<&'a str>,
    coordinating_unit: Option<&'a str>,
    not_performed: bool,
    not_performed_note: Option<&'a str>,
    product: Option<&'a str>,
    timeframe: Option<&'a str>,
    note: Option<&'a str>,
    extra: ExtraShape<'a>,
    schedule: Option<ScheduleShape<'a>>,
    lead_units: Vec<&'a str>,
    lead_units_expanded: Vec<&'a str>,
    coordinating_units: Vec<&'a str>,
    coordinating_units_expanded: Vec<&'a str>,
    products: Vec<&'a str>,
    products_expanded: Vec<&'a str>,
    citations: Vec<CitationShape<'a>>,
    place: PlaceShape,
}

impl<'a> TaskShape<'a> {
    pub(crate) fn of(task: &'a Task) -> Self {
        let meaning = &task.meaning;
        Self {
            id: &task.id,
            number: value(task.number.as_ref()),
            task: value(task.task.as_ref()),
            lead_unit: value(task.lead_unit.as_ref()),
            coordinating_unit: value(task.coordinating_unit.as_ref()),
            not_performed: task.not_performed.is_some(),
            not_performed_note: value(task.not_performed.as_ref()),
            product: value(task.product.as_ref()),
            timeframe: value(task.timeframe.as_ref()),
            note: value(task.note.as_ref()),
            extra: ExtraShape(&task.extra),
            schedule: meaning.schedule.as_ref().map(ScheduleShape::of),
            lead_units: texts(&meaning.lead_units),
            lead_units_expanded: expanded(&meaning.lead_units),
            coordinating_units: texts(&meaning.coordinating_units),
            coordinating_units_expanded: expanded(&meaning.coordinating_units),
            products: texts(&meaning.products),
            products_expanded: expanded(&meaning.products),
            citations: CitationShape::all(&meaning.citations),
            place: PlaceShape::of(task.place),
        }
    }
}

/// The cells of columns without a role by label, in column order, which a sorted map would lose.
struct ExtraShape<'a>(&'a [Extra]);

impl Serialize for ExtraShape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let labels = label::distinct(self.0.iter().map(|extra| extra.label.as_str()), &[]);
        let values = self.0.iter().map(|extra| value(extra.value.as_ref()));
        serializer.collect_map(labels.into_iter().zip(values))
    }
}

#[derive(Serialize)]
struct AuditShape<'a> {
    words_in: usize,
    in_cells: usize,
    in_headings: usize,
    left_out: LeftOutShape<'a>,
}

impl<'a> AuditShape<'a> {
    const fn of(audit: &'a Audit) -> Self {
        Self {
            words_in: audit.words_in,
            in_cells: audit.in_cells,
            in_headings: audit.in_headings,
            left_out: LeftOutShape(audit),
        }
    }
}

/// The words left out by reason, in the order of [`Remainder::ALL`].
struct LeftOutShape<'a>(&'a Audit);

impl Serialize for LeftOutShape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let count = |reason: Remainder| Some((reason.name(), self.0.left_out.get(&reason)?));
        serializer.collect_map(Remainder::ALL.into_iter().filter_map(count))
    }
}

#[derive(Serialize)]
struct DiagnosticShape<'a> {
    code: &'static str,
    severity: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<&'static str>,
    #[serde(skip_serializing_if = "ArgumentsShape::is_empty")]
    arguments: ArgumentsShape<'a>,
    place: Option<PlaceShape>,
    field: Option<&'static str>,
    found: Option<&'a str>,
    suggestion: Option<&'a str>,
}

impl<'a> DiagnosticShape<'a> {
    fn of(diagnostic: &'a Diagnostic) -> Self {
        Self {
            code: diagnostic.code.name(),
            severity: diagnostic.severity().name(),
            message: phuluc_messages::diagnostic(Lang::En, diagnostic),
            variant: diagnostic.variant.map(Variant::name),
            arguments: ArgumentsShape(&diagnostic.arguments),
            place: diagnostic.place.map(PlaceShape::of),
            field: diagnostic.field.map(phuluc_model::Role::name),
            found: diagnostic.found.as_deref(),
            suggestion: diagnostic.suggestion.as_deref(),
        }
    }
}

/// The arguments of a message by their names: numbers, texts, places, lists of pages.
struct ArgumentsShape<'a>(&'a Arguments);

impl ArgumentsShape<'_> {
    const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for ArgumentsShape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shaped = |argument| ArgumentShape::of(argument);
        serializer.collect_map(self.0.iter().map(|(name, argument)| (name, shaped(argument))))
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum ArgumentShape<'a> {
    Number(u64),
    Text(&'a str),
    Place(PlaceShape),
    Pages(&'a [u32]),
}

impl<'a> ArgumentShape<'a> {
    fn of(argument: &'a Argument) -> Self {
        match argument {
            Argument::Number(number) => Self::Number(*number),
            Argument::Text(text) => Self::Text(text),
            Argument::Place(place) => Self::Place(PlaceShape::of(*place)),
            Argument::Pages(pages) => Self::Pages(pages),
        }
    }
}

pub(crate) fn value(text: Option<&Text>) -> Option<&str> {
    text.map(Text::as_str)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::sample;

    fn written() -> String {
        let (document, diagnostics) = sample::document();
        let mut bytes = Vec::new();
        write(&sample::report(&document, &diagnostics), &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    fn read() -> Value {
        serde_json::from_str(&written()).unwrap()
    }

    /// The keys of every object on the way to the first task, in the order of the bytes.
    #[test]
    fn keeps_the_order_of_keys() {
        let text = written();
        let keys = [
            "{\n  \"schema\": \"phuluc/document\",\n  \"schema_version\": \"1.0\",\n  \"source\": {",
            "\"name\"",
            "\"kind\"",
            "\"sha256\"",
            "\"pages\"",
            "\"appendices\"",
            "\"label\"",
            "\"title\"",
            "\"issuer\"",
            "\"unit\"",
            "\"year\"",
            "\"issued_with\"",
            "\"type\"",
            "\"number\"",
            "\"date\"",
            "\"issuer\"",
            "\"citations\"",
            "\"columns\"",
            "\"role\"",
            "\"label\"",
            "\"sections\"",
            "\"number\"",
            "\"title\"",
            "\"area\"",
            "\"citations\"",
            "\"tasks\"",
            "\"id\"",
            "\"number\"",
            "\"task\"",
            "\"lead_unit\"",
            "\"coordinating_unit\"",
            "\"not_performed\"",
            "\"not_performed_note\"",
            "\"product\"",
            "\"timeframe\"",
            "\"note\"",
            "\"extra\"",
            "\"Căn cứ\"",
            "\"Căn cứ (2)\"",
            "\"note\"",
            "\"schedule\"",
            "\"kind\"",
            "\"items\"",
            "\"assumptions\"",
            "\"lead_units\"",
            "\"lead_units_expanded\"",
            "\"coordinating_units\"",
            "\"coordinating_units_expanded\"",
            "\"products\"",
            "\"products_expanded\"",
            "\"citations\"",
            "\"canonical\"",
            "\"place\"",
            "\"page\"",
            "\"line\"",
            "\"audit\"",
            "\"words_in\"",
            "\"in_cells\"",
            "\"in_headings\"",
            "\"left_out\"",
            "\"diagnostics\"",
            "\"code\"",
            "\"severity\"",
            "\"message\"",
            "\"place\"",
            "\"field\"",
            "\"found\"",
            "\"suggestion\"",
        ];
        let mut rest = text.as_str();
        for key in keys {
            rest = rest.split_once(key).unwrap_or_else(|| panic!("{key} is not in its place")).1;
        }
    }

    #[test]
    fn ends_in_one_newline_and_keeps_letters_unescaped() {
        let text = written();
        assert!(text.ends_with("}\n") && !text.ends_with("\n\n"));
        assert!(text.contains("Trường mầm non Bến Thành"));
        assert!(text.contains(sample::DECOMPOSED), "combining marks are written as they are");
    }

    #[test]
    fn writes_heading_and_date() {
        let read = read();
        let appendix = &read["appendices"][0];
        assert_eq!(appendix["year"], json!(2024));
        assert_eq!(
            appendix["issued_with"],
            json!({ "type": "Kế hoạch", "number": "165/KH-MNBT", "date": "2024-06-05", "issuer": null })
        );
        assert_eq!(appendix["columns"][1], json!({ "role": "task", "label": "Nội dung" }));
        assert_eq!(read["appendices"][1]["issued_with"], Value::Null);
    }

    #[test]
    fn writes_a_task() {
        let read = read();
        let mut task = read["appendices"][0]["sections"][0]["tasks"][0].clone();
        for key in MEANING {
            assert!(task.as_object_mut().unwrap().remove(key).is_some(), "{key}");
        }
        assert_eq!(
            task,
            json!({
                "id": "165/KH-MNBT#I.1", "number": "1", "task": "Rà soát \"quy trình\", thủ tục",
                "lead_unit": "Phòng Nội vụ", "coordinating_unit": null, "not_performed": true,
                "not_performed_note": "không thực hiện nội dung này", "product": "=1+1",
                "timeframe": "Quý II\nQuý III", "note": null,
                "extra": { "Căn cứ": sample::DECOMPOSED, "Căn cứ (2)": null, "note": "-5" },
                "place": { "page": 2, "line": 40 }
            })
        );
    }

    /// The keys of the meanings of cells.
    const MEANING: [&str; 8] = [
        "schedule",
        "lead_units",
        "lead_units_expanded",
        "coordinating_units",
        "coordinating_units_expanded",
        "products",
        "products_expanded",
        "citations",
    ];

    #[test]
    fn writes_what_the_cells_mean() {
        let read = read();
        let section = &read["appendices"][0]["sections"][0];
        assert_eq!(section["area"], json!("1"));
        let task = &section["tasks"][0];
        assert_eq!(task["schedule"]["kind"], json!("list"));
        assert_eq!(task["schedule"]["items"][1]["start"], json!("2024-07-01"));
        assert_eq!(task["lead_units"], json!(["Phòng Nội vụ", "VP UBND"]));
        assert_eq!(task["lead_units_expanded"], json!(["Phòng Nội vụ", "Văn phòng UBND"]));
        assert_eq!(
            task["citations"],
            json!([{ "canonical": "108/2020/NĐ-CP", "raw": "108/2020/NĐCP", "class": "normative",
                     "number": "108", "year": 2020, "type": "Nghị định", "organ": "CP",
                     "issuer": null, "date": "2020-09-14", "field": "task",
                     "place": { "page": 2, "line": 41 } }])
        );
        let bare = &read["appendices"][1]["sections"][0];
        assert_eq!((&bare["area"], &bare["tasks"][0]["schedule"]), (&Value::Null, &Value::Null));
    }

    #[test]
    fn writes_audit_and_diagnostics() {
        let read = read();
        assert_eq!(
            read["audit"],
            json!({ "words_in": 10, "in_cells": 6, "in_headings": 1,
                    "left_out": { "page_number": 2, "letterhead": 1 } })
        );
        assert_eq!(
            read["diagnostics"][0],
            json!({ "code": "flag_with_duty", "severity": "info", "field": "coordinating_unit",
                    "found": null, "suggestion": null,
                    "message": "row I.1 is said not to be performed («không thực hiện nội dung này») and has a product or a time",
                    "arguments": { "row": "I.1", "words": "không thực hiện nội dung này" },
                    "place": { "page": 2, "line": 42 } })
        );
        let whole = read["diagnostics"].as_array().unwrap().last().unwrap();
        assert_eq!((&whole["place"], &whole["field"]), (&Value::Null, &Value::Null));
    }
}
