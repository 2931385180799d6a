//! Every fixture has a golden file for every stage, read by a person against the page.
//!
//! `UPDATE=1 cargo test -p phuluc-tests --test golden` rewrites them; read the difference before
//! you commit it.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use phuluc_convert::{SCHEMA, csv, json};
use phuluc_parser::{Options, Stage, inspect, parse};
use phuluc_tests::reading::{line, report};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The inputs under `fixtures/`, each with its golden folder.
fn fixtures() -> Vec<(PathBuf, PathBuf)> {
    let mut fixtures = Vec::new();
    for kind in ["text", "malformed", "pdf"] {
        for entry in fs::read_dir(root().join("fixtures").join(kind)).unwrap() {
            let input = entry.unwrap().path();
            // The truth beside a PDF is compared in the tests of PDFs.
            if input.extension().is_some_and(|extension| extension == "json") {
                continue;
            }
            let golden = root().join("tests/golden").join(kind).join(input.file_name().unwrap());
            fixtures.push((input, golden));
        }
    }
    fixtures.sort();
    fixtures
}

/// What a fixture gives at every stage, by file name.
fn outputs(input: &Path) -> Vec<(&'static str, String)> {
    let bytes = fs::read(input).unwrap();
    let options = Options::default();
    let parsed = match parse(&bytes, &options) {
        Ok(parsed) => parsed,
        Err(error) => return vec![("error.txt", format!("{error}\n"))],
    };
    let name = input.file_name().unwrap().to_str().unwrap();
    let report = report(&parsed, name);
    let written = |write: phuluc_convert::WriteFn| {
        let mut bytes = Vec::new();
        write(&report, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    let stage = |stage| inspect(&bytes, &options, stage).unwrap();
    let diagnostics: Vec<String> = parsed.diagnostics.iter().map(line).collect();
    vec![
        ("pages.txt", stage(Stage::Pages)),
        ("lines.txt", stage(Stage::Lines)),
        ("table.txt", stage(Stage::Table)),
        ("records.txt", stage(Stage::Records)),
        ("meaning.txt", stage(Stage::Meaning)),
        ("remainder.txt", stage(Stage::Remainder)),
        ("diagnostics.txt", diagnostics.join("\n") + "\n"),
        ("document.json", written(json::write)),
        ("document.csv", written(csv::write)),
    ]
}

#[test]
fn every_stage_reads_as_before() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut differing = Vec::new();
    for (input, golden) in fixtures() {
        for (name, actual) in outputs(&input) {
            let path = golden.join(name);
            if update {
                fs::create_dir_all(&golden).unwrap();
                fs::write(&path, &actual).unwrap();
            } else if fs::read_to_string(&path).ok().as_deref() != Some(&actual) {
                differing.push(path);
            }
        }
    }
    assert!(differing.is_empty(), "differ or are missing: {differing:#?}");
}

#[test]
fn no_golden_file_is_without_a_fixture() {
    let mut expected = BTreeSet::new();
    for (input, golden) in fixtures() {
        expected.extend(outputs(&input).into_iter().map(|(name, _)| golden.join(name)));
    }
    let kinds = fs::read_dir(root().join("tests/golden")).unwrap();
    // `parity.txt` beside the folders is of its own test.
    let kinds = kinds.map(|kind| kind.unwrap().path()).filter(|kind| kind.is_dir());
    let folders = kinds.flat_map(|kind| fs::read_dir(kind).unwrap());
    let files = folders.flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap());
    let found: BTreeSet<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_json_keeps_the_schema() {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let mut checked = 0;
    for (input, _) in fixtures() {
        for (_, text) in outputs(&input).iter().filter(|(name, _)| *name == "document.json") {
            let document = serde_json::from_str(&text.replace(r#""sha256": """#, &sha())).unwrap();
            let errors: Vec<_> = schema.iter_errors(&document).map(|e| e.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", input.display());
            checked += 1;
        }
    }
    assert!(checked > 0);
}

/// Golden files leave the fingerprint out, so that one changed byte does not change every file.
fn sha() -> String {
    format!(r#""sha256": "{}""#, "0".repeat(64))
}
