//! A document that was written as JSON is read back, and every other format of it is the same.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fs;
use std::path::{Path, PathBuf};

use phuluc_convert::json::{Limits, Saved, is_document, read};
use phuluc_convert::{FORMATS, Report, Source, json};
use phuluc_model::{Document, Section, Task};
use phuluc_parser::{Options, parse};
use phuluc_tests::{filled, made, reading};
use proptest::prelude::*;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn written(report: &Report<'_>, write: phuluc_convert::WriteFn) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(report, &mut bytes).unwrap();
    bytes
}

fn saved(bytes: &[u8]) -> Saved {
    assert!(is_document(bytes));
    read(bytes, &Limits::default()).unwrap()
}

/// The golden documents, each with its path.
fn golden() -> Vec<(PathBuf, Vec<u8>)> {
    let kinds = ["text", "pdf", "malformed"].map(|kind| root().join("tests/golden").join(kind));
    let folders = kinds.into_iter().flat_map(|kind| fs::read_dir(kind).unwrap());
    let paths = folders.map(|folder| folder.unwrap().path().join("document.json"));
    let mut golden: Vec<_> =
        paths.filter_map(|path| Some((path.clone(), fs::read(path).ok()?))).collect();
    golden.sort();
    assert!(golden.len() > 50);
    golden
}

#[test]
fn every_golden_document_is_written_again_as_it_was() {
    for (path, bytes) in golden() {
        let again = written(&saved(&bytes).report(), json::write);
        assert!(again == bytes, "{}", path.display());
    }
}

/// The formats of a document before it was written as JSON that are other ones after it was read back.
fn differing(before: &Report<'_>) -> Vec<&'static str> {
    let saved = saved(&written(before, json::write));
    let mut after = saved.report();
    after.diagnostics = if before.diagnostics.is_empty() { &[] } else { after.diagnostics };
    let differs = |format: &&phuluc_convert::Format| {
        written(before, format.write) != written(&after, format.write)
    };
    FORMATS.iter().filter(differs).map(|format| format.name).collect()
}

/// Whether a heading stands on another page than the first row under it.
fn heading_alone_on_a_page(document: &Document) -> bool {
    let page = |task: Option<&Task>| task.map(|task| task.place.page);
    document.appendices().iter().any(|appendix| {
        let first = page(appendix.sections.iter().find_map(|section| section.tasks.first()));
        let section = |section: &Section| {
            let own = section.number.iter().chain(&section.title).map(|text| text.place).min();
            own.is_some_and(|own| Some(own.page) != page(section.tasks.first()).or(first))
        };
        first != Some(appendix.place.page) || appendix.sections.iter().any(section)
    })
}

/// The JSON has the place where a row begins and not the other lines of its cells. Two formats point to such
/// lines: the workbook links a doubt to the cell that has its line, and the review sheet shows the doubt in
/// that cell. The sheet also puts a heading on its page, which after reading back is that of the first row under
/// it. All else is the same.
#[test]
fn every_format_is_that_of_the_document_before() {
    let mut read = 0;
    for kind in ["text", "pdf"] {
        for entry in fs::read_dir(root().join("fixtures").join(kind)).unwrap() {
            let path = entry.unwrap().path();
            let Ok(parsed) = parse(&fs::read(&path).unwrap(), &Options::default()) else {
                continue;
            };
            let told = path.display();
            let mut report = reading::report(&parsed, "input.pdf");
            let others = differing(&report);
            assert!(
                others.iter().all(|name| ["xlsx", "html"].contains(name)),
                "{told}: {others:?}"
            );
            report.diagnostics = &[];
            let others = differing(&report);
            let expected =
                if heading_alone_on_a_page(&parsed.document) { vec!["html"] } else { vec![] };
            assert_eq!(others, expected, "{told} without doubts");
            read += 1;
        }
    }
    assert!(read > 50);
}

fn any_report(seed: u64) -> Vec<u8> {
    let (document, diagnostics) = filled::document(seed);
    let source = Source::new("made", "text").with_form("lines").with_pages(3);
    written(&Report::new(source, &document, &diagnostics), json::write)
}

proptest! {
    #[test]
    fn any_document_is_written_again_as_it_was(seed: u64) {
        let bytes = any_report(seed);
        prop_assert!(written(&saved(&bytes).report(), json::write) == bytes);
    }

    #[test]
    fn a_document_of_any_words_is_written_again(text in "[ab1~\n\u{1E}\u{1F}\\PC]{0,200}") {
        let (document, diagnostics) = made::document(&text);
        let report = Report::new(Source::new("made", "text"), &document, &diagnostics);
        for format in FORMATS {
            let before = written(&report, format.write);
            if format.name == "json" {
                let again = written(&saved(&before).report(), format.write);
                prop_assert!(again == before);
            }
        }
    }

    /// Damaged JSON is refused with a sentence, or read; what was read can be written in every format.
    #[test]
    fn damage_is_no_panic(
        seed: u64,
        damages in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..30, DAMAGE), 1..4),
    ) {
        let mut bytes = any_report(seed);
        for (at, length, with) in damages {
            let at = at.index(bytes.len());
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, with.bytes());
        }
        let _ = is_document(&bytes);
        match read(&bytes, &Limits::default()) {
            Ok(saved) => {
                for format in FORMATS {
                    written(&saved.report(), format.write);
                }
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }

    #[test]
    fn bytes_that_are_no_json_are_no_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = (is_document(&bytes), read(&bytes, &Limits::default()));
        let begun = [b"{\"schema\": \"phuluc/document\", \"schema_version\": \"1.0\", ", &bytes[..]];
        prop_assert!(read(&begun.concat(), &Limits::default()).is_err());
    }
}

/// What damage puts into a JSON.
const DAMAGE: &str = "([0-9\"{}\\[\\],:]|null|true|-1|1e99|\"\"|\\PC){0,3}";
