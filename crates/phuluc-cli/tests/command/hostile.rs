//! Files that were made to do harm, all in one run: each ends as the table beside them says it must.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::workshop::Workshop;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/hostile");

/// The last end of each file by its name.
pub(crate) fn ends(manifest: &str) -> BTreeMap<String, Value> {
    let lines = manifest.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let ends = lines.filter(|line| line["event"] == "end");
    let name = |end: &Value| {
        let name = Path::new(end["input"].as_str().unwrap()).file_name().unwrap();
        name.to_str().unwrap().to_owned()
    };
    ends.map(|end| (name(&end), end)).collect()
}

#[test]
fn every_file_has_an_end_that_is_right() {
    let workshop = Workshop::new();
    let args = ["convert", FOLDER, "--out-dir", "out", "--jobs", "2", "--quiet", "--report"];
    let report = workshop.run_args(args.into_iter().chain(["--timeout", "20"])).exits(1).json();
    let ends = ends(&workshop.text("out/manifest.jsonl"));
    let table = fs::read_to_string(Path::new(FOLDER).join("outcomes.json")).unwrap();
    let cases: Vec<Value> = serde_json::from_str(&table).unwrap();
    assert_eq!(report["inputs"], cases.len(), "each file is in the table");
    let mut wrong = Vec::new();
    for case in &cases {
        let file = case["file"].as_str().unwrap();
        let end = &ends[file];
        // What was only found and is of no kind is left out.
        let status =
            if end["status"] == "left_out" { "failed" } else { end["status"].as_str().unwrap() };
        let mut outcomes = case["outcomes"].as_array().unwrap().iter();
        // This run has no password.
        let is_locked = !case["password"].is_null() && end["error"] == "password_needed";
        let is = |right: &Value| right["status"] == status && right["error"] == end["error"];
        if !is_locked && !outcomes.any(is) {
            wrong.push(format!("{file}: {status} {}", end["error"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
