//! The model is stored and read back by serde: what comes back is the same, and what breaks a rule is
//! refused.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fmt::Debug;

use phuluc_model::view::View;
use phuluc_model::{Diagnostic, Document, Draft};
use phuluc_parser::{Options, parse};
use phuluc_tests::{filled, made};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

#[track_caller]
fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let stored = serde_json::to_string(value).unwrap();
    let back: T = serde_json::from_str(&stored).unwrap();
    assert!(back == *value, "stored as {stored}\nbefore {value:?}\nafter {back:?}");
}

proptest! {
    #[test]
    fn any_document_comes_back(seed: u64) {
        let (document, diagnostics) = filled::document(seed);
        comes_back(&document);
        comes_back(&diagnostics);
    }

    #[test]
    fn a_document_of_any_words_comes_back(text in "[ab1~\n\u{1E}\u{1F}\\PC]{0,200}") {
        let (document, diagnostics) = made::document(&text);
        comes_back(&document);
        comes_back(&diagnostics);
    }
}

#[test]
fn what_a_reader_makes_comes_back_with_its_view() {
    for kind in ["text", "pdf"] {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/");
        for entry in std::fs::read_dir(format!("{folder}{kind}")).unwrap() {
            let mut options = Options::default();
            options.view = true;
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            let Ok(parsed) = parse(&bytes, &options) else { continue };
            comes_back(&parsed.document);
            comes_back::<Vec<Diagnostic>>(&parsed.diagnostics);
            comes_back::<View>(&parsed.view.unwrap());
        }
    }
}

/// A document of one task, stored.
fn stored() -> Value {
    let text =
        |value: &str| json!({ "value": value, "place": { "page": 1, "line": 2 }, "turns": [] });
    let task = json!({
        "id": "a#1", "number": text("1"), "task": text("Rà soát"), "lead_unit": null,
        "coordinating_unit": null, "not_performed": null, "product": null, "timeframe": null,
        "note": null, "extra": [], "place": { "page": 1, "line": 2 },
        "meaning": {
            "schedule": { "timing": { "date": { "due": "2024-02-29" } }, "approximate": false,
                "year_source": "title", "assumptions": ["plan_year"] },
            "lead_units": [], "coordinating_units": [], "products": [], "citations": [],
        },
    });
    json!({
        "appendices": [{
            "label": null, "title": null, "issuer": null, "unit": null, "year": null,
            "issued_with": null, "citations": [], "place": { "page": 1, "line": 1 },
            "columns": [{ "role": "task", "label": text("Nội dung") }],
            "sections": [{ "number": null, "title": null, "area": "1", "citations": [],
                "tasks": [task] }],
        }],
        "audit": { "words_in": 3, "in_cells": 3, "in_headings": 0, "left_out": { "ornament": 0 } },
    })
}

const TASK: &str = "/appendices/0/sections/0/tasks/0";

#[track_caller]
fn refuses(pointer: &str, value: Value, why: &str) {
    let mut stored = stored();
    *stored.pointer_mut(pointer).unwrap() = value;
    let error = serde_json::from_value::<Document>(stored).unwrap_err().to_string();
    assert!(error.contains(why), "{pointer}: {error}");
}

#[test]
fn the_stored_shape_is_that_of_the_fields() {
    let document: Document = serde_json::from_value(stored()).unwrap();
    assert_eq!(serde_json::to_value(&document).unwrap(), stored());
    assert_eq!(document.tasks().next().unwrap().id, "a#1");
}

#[test]
fn what_breaks_a_rule_is_refused() {
    refuses(&format!("{TASK}/id"), json!(""), "has no id");
    refuses(&format!("{TASK}/task/value"), json!(""), "never empty");
    let line = json!({ "page": 1, "line": 3 });
    let turns = json!([[4, line], [2, line]]);
    refuses(&format!("{TASK}/task/turns"), turns, "not in its order");
    refuses(&format!("{TASK}/place/line"), json!(0), "counted from one");
    refuses(&format!("{TASK}/not_performed"), json!(true), "expected a text with its places");
    let due = format!("{TASK}/meaning/schedule/timing/date/due");
    refuses(&due, json!("2023-02-29"), "day");
    refuses(&format!("{TASK}/meaning/schedule/timing"), json!({ "soon": {} }), "`soon`");
    let source = format!("{TASK}/meaning/schedule/year_source");
    refuses(&source, json!("guess"), "there is no source of a year with the name `guess`");
    refuses("/appendices/0/columns/0/role", json!("boss"), "there is no role");
    refuses("/appendices/0/sections/0/area", json!("9"), "there is no area");
    refuses("/audit/left_out", json!({ "lost": 1 }), "there is no reason to leave words out");
}

#[test]
fn a_draft_of_a_reader_is_no_document_yet() {
    let mut stored = stored();
    stored["appendices"][0]["sections"][0]["tasks"][0]["id"] = json!("");
    assert!(serde_json::from_value::<Draft>(stored.clone()).is_ok());
    assert!(serde_json::from_value::<Document>(stored).is_err());
}

#[test]
fn times_within_times_end_somewhere() {
    let deep = |depth: usize| {
        let open = r#"{"timing":{"list":{"items":["#.repeat(depth);
        let close = r#"]}},"approximate":false,"year_source":null,"assumptions":[]}"#.repeat(depth);
        serde_json::from_str::<phuluc_model::Schedule>(&(open + &close))
    };
    assert!(deep(20).is_ok());
    assert!(deep(10_000).unwrap_err().to_string().contains("recursion limit"));
}
