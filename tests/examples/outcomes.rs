//! Compares the manifest of a run over hostile files with the outcomes that are right, and prints the sums.
//!
//! `phuluc convert FOLDER --out-dir OUT --jobs 2`, then
//! `cargo run --release -p phuluc-tests --example outcomes -- FOLDER/outcomes.json OUT/manifest.jsonl`

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use serde_json::Value;

/// What became of a file: its status, and the name of its error.
type End = (String, Option<String>);

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = std::env::args_os().skip(1);
    let (Some(table), Some(manifest)) = (paths.next(), paths.next()) else {
        return Err("usage: outcomes OUTCOMES.json MANIFEST.jsonl".into());
    };
    let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(table)?)?;
    let ends = ends(&fs::read_to_string(manifest)?)?;
    let (mut statuses, mut wrong) = (BTreeMap::<&str, usize>::new(), 0);
    let mut out = std::io::stdout().lock();
    for case in &cases {
        let file = text(case, "file").unwrap_or_default();
        let Some((status, error)) = ends.get(&file) else {
            wrong += 1;
            writeln!(out, "{file}: has no end")?;
            continue;
        };
        *statuses.entry(status).or_default() += 1;
        let outcomes = case.get("outcomes").and_then(Value::as_array).into_iter().flatten();
        // The run had no password.
        let is_locked =
            case.get("password").is_some() && error.as_deref() == Some("password_needed");
        if !is_locked && !outcomes.into_iter().any(|right| is(right, status, error.as_deref())) {
            wrong += 1;
            writeln!(out, "{file}: {status} {}", error.as_deref().unwrap_or_default())?;
        }
    }
    let counts: Vec<_> =
        statuses.iter().map(|(status, count)| format!("{count} {status}")).collect();
    writeln!(out, "{} files, {wrong} not as they must: {}", cases.len(), counts.join(", "))?;
    Ok(())
}

/// Whether an end is an outcome of the table. What was only found and is of no kind is left out.
fn is(outcome: &Value, status: &str, error: Option<&str>) -> bool {
    let status = if status == "left_out" { "failed" } else { status };
    text(outcome, "status").as_deref() == Some(status) && text(outcome, "error").as_deref() == error
}

/// The last end of each file, by its name.
fn ends(manifest: &str) -> Result<BTreeMap<String, End>, Box<dyn Error>> {
    let mut ends = BTreeMap::new();
    for line in manifest.lines() {
        let line: Value = serde_json::from_str(line)?;
        if let (Some("end"), Some(input)) = (text(&line, "event").as_deref(), text(&line, "input"))
        {
            let file = Path::new(&input).file_name().unwrap_or_default().to_string_lossy();
            let status = text(&line, "status").unwrap_or_default();
            ends.insert(file.into_owned(), (status, text(&line, "error")));
        }
    }
    Ok(ends)
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(Value::as_str).map(str::to_owned)
}
