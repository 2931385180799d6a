//! The form of each kind of text, and what is said of rows whose order a form has lost.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fs;
use std::path::Path;

use phuluc_model::{Code, Place};
use phuluc_parser::{Form, Options, Parsed, parse};

fn read(fixture: &str) -> Parsed {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("fixtures");
    parse(&fs::read(path.join(fixture)).unwrap(), &Options::default()).unwrap()
}

#[test]
fn the_form_of_an_input_is_found() {
    let forms = [
        ("pdf/unruled-typst-lead-first.pdf", Form::Pdf),
        ("text/aligned-without-rules.txt", Form::Aligned),
        ("text/delimited-tabs-from-word.txt", Form::Tabs),
        ("text/delimited-markdown.txt", Form::Pipes),
        ("text/ben-thanh-2024.txt", Form::Paragraphs),
        ("text/blocks-with-mixed-lines.txt", Form::Blocks),
        ("text/number-alone-on-its-line.txt", Form::Lines),
    ];
    for (fixture, form) in forms {
        assert_eq!(read(fixture).form, form, "{fixture}");
    }
}

/// `pdftotext` without options mixes the lines of cells: no row of this text can be right.
#[test]
fn every_row_of_mixed_lines_is_doubted() {
    let parsed = read("text/blocks-with-mixed-lines.txt");
    let doubts = [Code::CloseReading, Code::LinesMisfit, Code::TableDoubtful];
    let said = parsed.diagnostics.iter().filter(|said| doubts.contains(&said.code));
    let places: Vec<Place> = said.filter_map(|said| said.place).collect();
    let rows: Vec<Place> = parsed.document.tasks().map(|task| task.place).collect();
    assert_eq!(rows.len(), 10);
    assert!(rows.iter().all(|row| places.contains(row)), "{rows:?} {places:?}");
}
