//! Every hostile fixture ends as a person decided that it must.
//!
//! `fixtures/make/hostile.py` makes the files and the table of their outcomes, `outcomes.json`. What
//! would end the process that reads it is left to the tests of the command.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use phuluc_convert::FORMATS;
use phuluc_model::{Code, Severity};
use phuluc_parser::{Error, Options, Parsed, parse};
use phuluc_tests::reading::report;
use serde_json::Value;

const TABLE: &str = "outcomes.json";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("fixtures/hostile")
}

/// The rows of the table.
fn cases() -> Vec<Value> {
    let table = fs::read_to_string(folder().join(TABLE)).unwrap();
    serde_json::from_str(&table).unwrap()
}

fn name(case: &Value) -> &str {
    case["file"].as_str().unwrap()
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// How the command ends with what was read, as the table says it.
#[derive(Debug)]
struct End {
    status: &'static str,
    error: Option<&'static str>,
    said: BTreeSet<&'static str>,
    tasks: Option<u64>,
}

impl End {
    fn of(read: &Result<Parsed, Error>) -> Self {
        match read {
            Err(error) => Self {
                status: "failed",
                error: Some(error.code()),
                said: BTreeSet::new(),
                tasks: None,
            },
            Ok(parsed) => Self {
                status: status(parsed),
                error: None,
                said: parsed.diagnostics.iter().map(|said| said.code.name()).collect(),
                tasks: Some(parsed.document.tasks().count() as u64),
            },
        }
    }

    /// Whether the table has it for right.
    fn is(&self, outcome: &Value) -> bool {
        outcome["status"] == self.status
            && outcome["error"].as_str() == self.error
            && names(&outcome["said"]).iter().all(|code| self.said.contains(code))
            && (outcome["tasks"].is_null() || outcome["tasks"].as_u64() == self.tasks)
    }
}

fn status(parsed: &Parsed) -> &'static str {
    let lost = parsed.diagnostics.iter().any(|said| said.severity() == Severity::Error);
    match (parsed.document.appendices().is_empty(), lost) {
        (true, _) => "no_table",
        (false, true) => "converted_with_losses",
        (false, false) => "converted",
    }
}

/// The names of errors in the table.
const ERRORS: [&str; 20] = [
    "empty",
    "too_many_bytes",
    "too_many_lines",
    "too_many_pages",
    "too_many_decoded_bytes",
    "too_many_searched_bytes",
    "too_long",
    "password_needed",
    "password_wrong",
    "cipher_unknown",
    "damaged",
    "truncated",
    "no_pages",
    "scanned",
    "no_text_map",
    "no_text",
    "engine_failed",
    "binary",
    "not_utf8",
    "json_no_schema",
];

/// The cases that this process may read, and what the library made of them.
static READ: LazyLock<Vec<(Value, Result<Parsed, Error>)>> = LazyLock::new(|| {
    let safe = cases().into_iter().filter(|case| case["process"] != true);
    safe.map(|case| (case.clone(), read(&case))).collect()
});

fn read(case: &Value) -> Result<Parsed, Error> {
    read_with(case, false)
}

fn read_with(case: &Value, view: bool) -> Result<Parsed, Error> {
    let bytes = fs::read(folder().join(name(case))).unwrap();
    let mut options = Options::default();
    options.view = view;
    options.password = case["password"].as_str().map(str::to_owned);
    parse(&bytes, &options)
}

#[test]
fn each_ends_as_it_must() {
    let mut wrong = Vec::new();
    for (case, read) in READ.iter() {
        let end = End::of(read);
        if !case["outcomes"].as_array().unwrap().iter().any(|outcome| end.is(outcome)) {
            wrong.push(format!("{}: {end:?}", name(case)));
        }
    }
    assert!(READ.len() > 400, "{}", READ.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_word_is_accounted_for_and_nothing_is_lost_silently() {
    let mut wrong = Vec::new();
    for (case, read) in READ.iter() {
        let Ok(parsed) = read else { continue };
        let lost = parsed.diagnostics.iter().find(|said| said.code == Code::WordsUnaccounted);
        let said = parsed.diagnostics.iter().any(|said| said.severity() == Severity::Error);
        let silent = parsed.document.tasks().next().is_none() && !said;
        if lost.is_some() || silent {
            wrong.push(format!("{}: {lost:?}", name(case)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What was read can be written in each format, with what a person sees of the page where one asks
/// for it.
#[test]
fn each_format_can_be_written() {
    let mut wrong = Vec::new();
    for (case, read) in READ.iter() {
        let Ok(read) = read else { continue };
        let shown = read_with(case, true);
        for format in FORMATS {
            let parsed = if format.view { shown.as_ref().unwrap() } else { read };
            let mut bytes = Vec::new();
            // JSON Lines of no task are no bytes.
            if let Err(error) = (format.write)(&report(parsed, name(case)), &mut bytes) {
                wrong.push(format!("{} as {}: {error}", name(case), format.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Cells come out as text, whatever a spreadsheet or a browser would make of them.
#[test]
fn cells_that_look_like_more_than_text_stay_as_they_are() {
    let check = |file: &str, expected: &str| {
        let bytes = fs::read(folder().join(file)).unwrap();
        let parsed = parse(&bytes, &Options::default()).unwrap();
        let task = parsed.document.tasks().nth(1).unwrap();
        assert_eq!(task.task.as_ref().unwrap().value, expected, "{file}");
    };
    check("letter-cell-begins-with-equals.txt", "=cmd|' /C calc'!A0");
    check("letter-cell-begins-with-at.txt", "@cmd|' /C calc'!A0");
    check("letter-markup.txt", "Báo cáo <script>alert(1)</script>&amp;\"' kết quả");
    check("letter-bidi-override.txt", "Báo cáo \u{202e}txt.exe\u{202c} kết quả");
    check("letter-path.txt", "Báo cáo ../../../etc/passwd kết quả");
}

#[test]
fn the_table_names_each_file_and_only_what_exists() {
    let cases = cases();
    let files: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|file| file != TABLE)
        .collect();
    assert_eq!(cases.iter().map(|case| name(case).to_owned()).collect::<BTreeSet<_>>(), files);
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    for case in &cases {
        for outcome in case["outcomes"].as_array().unwrap() {
            let error = outcome["error"].as_str();
            assert!(error.is_none_or(|error| ERRORS.contains(&error)), "{case}");
            assert_eq!(outcome["status"] == "failed", error.is_some(), "{case}");
            assert!(names(&outcome["said"]).iter().all(|code| codes.contains(code)), "{case}");
        }
    }
}
