//! JSON Lines: one task on each line, each line a complete record.
//!
//! A line can be read alone: the keys of its source, appendix and section come before the keys that a task
//! has in the JSON, with the names of the CSV if it has them. Keys are always present, an empty cell is
//! `null`, lines end with LF. `issuer`, `unit`, `year` and `issued_with` are those of the appendix, `area`
//! is that of the section.

use std::borrow::Cow;
use std::io::{self, Write as _};

use phuluc_model::{Area, Text};
use serde::Serialize;

use crate::error::Error;
use crate::format::Format;
use crate::json::{BUFFER, IssuedWithShape, TaskShape};
use crate::report::Report;
use crate::row::{TaskRow, rows};

/// The tasks as JSON Lines.
pub const FORMAT: Format = Format::new("jsonl", "jsonl", write);

/// Writes the tasks, one JSON object on each line.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    let mut out = io::BufWriter::with_capacity(BUFFER, out);
    for row in rows(report.document) {
        serde_json::to_writer(&mut out, &JsonLine::of(&row, report.source.name))?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}

#[derive(Serialize)]
struct JsonLine<'a> {
    source: &'a str,
    appendix: Cow<'a, str>,
    appendix_title: Option<&'a str>,
    issuer: Option<&'a str>,
    unit: Option<&'a str>,
    year: Option<i16>,
    issued_with: Option<IssuedWithShape<'a>>,
    section_number: Option<&'a str>,
    section_title: Option<&'a str>,
    area: Option<&'static str>,
    #[serde(flatten)]
    task: TaskShape<'a>,
}

impl<'a> JsonLine<'a> {
    fn of(row: &TaskRow<'a>, source: &'a str) -> Self {
        let TaskRow { appendix, section, task, .. } = *row;
        Self {
            source,
            appendix: row.appendix_name(),
            appendix_title: appendix.title.as_ref().map(Text::as_str),
            issuer: appendix.issuer.as_ref().map(Text::as_str),
            unit: appendix.unit.as_ref().map(Text::as_str),
            year: appendix.year.as_ref().map(|year| year.value),
            issued_with: appendix.issued_with.as_ref().map(IssuedWithShape::of),
            section_number: section.number.as_ref().map(Text::as_str),
            section_title: section.title.as_ref().map(Text::as_str),
            area: section.area.map(Area::name),
            task: TaskShape::of(task),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{json, sample};

    fn written() -> String {
        let (document, diagnostics) = sample::document();
        let mut bytes = Vec::new();
        write(&sample::report(&document, &diagnostics), &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    /// The keys that a line has before those of the task.
    const AROUND: [&str; 10] = [
        "source",
        "appendix",
        "appendix_title",
        "issuer",
        "unit",
        "year",
        "issued_with",
        "section_number",
        "section_title",
        "area",
    ];

    #[test]
    fn a_line_is_the_task_of_the_json_with_what_stands_around_it() {
        let (document, diagnostics) = sample::document();
        let mut whole = Vec::new();
        json::write(&sample::report(&document, &diagnostics), &mut whole).unwrap();
        let whole: Value = serde_json::from_slice(&whole).unwrap();
        let text = written();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2);
        for (line, appendix) in lines.iter().zip(whole["appendices"].as_array().unwrap()) {
            let mut line: Value = serde_json::from_str(line).unwrap();
            let line = line.as_object_mut().unwrap();
            for key in AROUND {
                line.remove(key).unwrap();
            }
            assert_eq!(&json!(line), &appendix["sections"][0]["tasks"][0]);
        }
    }

    #[test]
    fn a_line_can_be_read_alone() {
        let text = written();
        let lines: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        let around = |line: &Value| AROUND.map(|key| line[key].clone());
        let issued = json!({ "type": "Kế hoạch", "number": "165/KH-MNBT", "date": "2024-06-05",
            "issuer": null });
        let full = json!([
            "sample.txt",
            "Phụ lục",
            "Phân công nhiệm vụ",
            "Ủy ban nhân dân Quận 1",
            "Trường mầm non Bến Thành",
            2024,
            issued,
            "I",
            "Chỉ đạo, điều hành",
            "1"
        ]);
        assert_eq!(json!(around(&lines[0])), full);
        let bare = json!(["sample.txt", "2", null, null, null, null, null, null, null, null]);
        assert_eq!(json!(around(&lines[1])), bare);
    }

    #[test]
    fn ends_each_line_and_keeps_letters_unescaped() {
        let text = written();
        assert!(text.starts_with("{\"source\":\"sample.txt\",\"appendix\":\"Phụ lục\","));
        assert!(text.ends_with("}\n") && !text.ends_with("\n\n"));
        assert!(text.contains(sample::DECOMPOSED) && text.contains("Quý II\\nQuý III"));
    }
}
