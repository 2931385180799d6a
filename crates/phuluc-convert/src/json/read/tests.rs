use serde_json::{Value, json};

use super::*;
use crate::{Report, json, sample};

fn written(report: &Report<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    json::write(report, &mut bytes).unwrap();
    bytes
}

fn sample() -> Value {
    let (document, diagnostics) = sample::document();
    serde_json::from_slice(&written(&sample::report(&document, &diagnostics))).unwrap()
}

fn read_value(value: &Value) -> Result<Saved, ReadError> {
    read(value.to_string().as_bytes(), &Limits::default())
}

#[test]
fn what_was_written_is_written_again() {
    let (document, diagnostics) = sample::document();
    let only = ["performed".to_owned()];
    let filter = crate::Filtered::new(&only, 2, 3);
    let wanted = document.with_tasks(|_, task| task.not_performed.is_none());
    for report in [
        sample::report(&document, &diagnostics),
        sample::report(&wanted, &diagnostics).with_filter(Some(filter)),
    ] {
        let bytes = written(&report);
        let saved = read(&bytes, &Limits::default()).unwrap();
        assert_eq!(written(&saved.report()), bytes);
    }
}

#[test]
fn a_document_keeps_its_ids_and_its_labels() {
    let mut value = sample();
    value["appendices"][0]["sections"][0]["tasks"][0]["id"] = json!("X-7");
    let extra = ["TT", "Căn cứ", "Căn cứ", "note"].map(
        |label| json!({ "role": if label == "TT" { "number" } else { "extra" }, "label": label }),
    );
    value["appendices"][0]["columns"] = json!(extra);
    // Arrays of `serde_json` keep their order, objects are sorted; these cells are in order both ways.
    let saved = read_value(&value).unwrap();
    let task = saved.document.tasks().next().unwrap();
    assert_eq!(task.id, "X-7");
    let labels: Vec<&str> = task.extra.iter().map(|extra| extra.label.as_str()).collect();
    assert_eq!(labels, ["Căn cứ", "Căn cứ", "note"]);
    assert_eq!(task.place, phuluc_model::Place::new(2, 40));
}

#[test]
fn keys_of_a_later_version_are_passed_over() {
    let mut value = sample();
    value["schema_version"] = json!("1.12");
    value["remark"] = json!({ "by": ["x"] });
    value["appendices"][0]["sections"][0]["tasks"][0]["colour"] = json!(7);
    let saved = read_value(&value).unwrap();
    assert_eq!(saved.document, read_value(&sample()).unwrap().document);
}

#[track_caller]
fn says(value: &Value, sentence: &str) {
    assert_eq!(read_value(value).unwrap_err().to_string(), sentence);
}

#[track_caller]
fn changed(pointer: &str, to: Value, sentence: &str) {
    let mut value = sample();
    *value.pointer_mut(pointer).unwrap() = to;
    says(&value, sentence);
}

#[track_caller]
fn without(pointer: &str, key: &str, sentence: &str) {
    let mut value = sample();
    value.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    says(&value, sentence);
}

const TASK: &str = "/appendices/0/sections/0/tasks/0";

#[test]
fn what_it_is_not_is_said() {
    let only = "only `phuluc/document` can be read";
    changed("/schema", json!("phuluc/diff"), &format!("the JSON is a `phuluc/diff`; {only}"));
    let unsaid = format!("the JSON does not say what it is (`schema`); {only}");
    without("", "schema", &unsaid);
    let reads = "of `phuluc/document`; this program reads 1.0 and all later 1.x";
    for version in ["2.0", "1", "1.", "1.x", "01.0", ""] {
        changed(
            "/schema_version",
            json!(version),
            &format!("the JSON is of version {version} {reads}"),
        );
    }
    without(
        "",
        "schema_version",
        "the JSON cannot be read: it does not say its version (`schema_version`)",
    );
    changed(
        "/source",
        json!(["sample.txt", "text", "lines", "", 1]),
        "`source` cannot be read: invalid type: sequence, expected an object",
    );
    says(&json!([1]), "the JSON cannot be read: invalid type: sequence, expected an object");
}

#[test]
fn a_value_of_the_wrong_kind_is_said_with_its_path() {
    let path = "appendices[0].sections[0].tasks[0]";
    changed(
        &format!("{TASK}/number"),
        json!(5),
        &format!("`{path}.number` cannot be read: invalid type: integer `5`, expected a string"),
    );
    changed(
        &format!("{TASK}/place/line"),
        json!(0),
        &format!(
            "`{path}.place.line` cannot be read: invalid value: integer `0`, expected a nonzero u32"
        ),
    );
    changed(
        &format!("{TASK}/task"),
        json!(""),
        &format!("`{path}.task` cannot be read: the text is empty; an empty cell is null"),
    );
    changed(
        &format!("{TASK}/schedule/items/1/end"),
        json!("2024-02-30"),
        &format!(
            "`{path}.schedule.items[1].end` cannot be read: `2024-02-30` is no day of the calendar; days are written 2024-06-05"
        ),
    );
    changed(
        &format!("{TASK}/extra"),
        json!({ "a": null, "Căn cứ": 1 }),
        &format!(
            "`{path}.extra[\"Căn cứ\"]` cannot be read: invalid type: integer `1`, expected a string"
        ),
    );
    changed(
        "/appendices/0/columns/1/role",
        json!("boss"),
        "`appendices[0].columns[1].role` cannot be read: there is no role with the name `boss`",
    );
    changed(
        "/appendices",
        json!({}),
        "`appendices` cannot be read: invalid type: map, expected a sequence",
    );
    changed(
        "/source/sha256",
        json!("E3B0"),
        "`source.sha256` cannot be read: a SHA-256 has 64 figures from 0 to f",
    );
    changed(
        "/audit/left_out",
        json!({ "lost": 1 }),
        "`audit.left_out.lost` cannot be read: there is no reason to leave words out with the name `lost`",
    );
    changed(
        "/diagnostics/0/code",
        json!("odd"),
        "`diagnostics[0].code` cannot be read: there is no code of a diagnostic with the name `odd`",
    );
}

#[test]
fn a_value_that_is_missing_is_said() {
    let path = "appendices[0].sections[0].tasks[0]";
    without(TASK, "task", &format!("`{path}` cannot be read: missing field `task`"));
    without("/appendices/1", "title", "`appendices[1]` cannot be read: missing field `title`");
    without("", "audit", "the JSON cannot be read: missing field `audit`");
    let end = format!("`{path}.schedule.items[0].end`");
    changed(
        &format!("{TASK}/schedule/items/0/end"),
        json!(null),
        &format!("{end} cannot be read: a time of the kind `window` needs it"),
    );
}

#[test]
fn values_that_contradict_each_other_are_said() {
    let path = "appendices[0].sections[0].tasks[0]";
    let flag = "the flag is true where not_performed_note says so, and only there";
    let flag = format!("`{path}.not_performed` cannot be read: {flag}");
    changed(&format!("{TASK}/not_performed"), json!(false), &flag);
    changed(&format!("{TASK}/not_performed_note"), json!(null), &flag);
    changed(
        &format!("{TASK}/lead_units_expanded"),
        json!([]),
        &format!("`{path}.lead_units_expanded` cannot be read: 0 values, and lead_units has 2"),
    );
    changed(
        "/appendices/1/sections/0/tasks/0/id",
        json!("165/KH-MNBT#I.1"),
        "`appendices[1].sections[0].tasks[0].id` cannot be read: another task has the id `165/KH-MNBT#I.1` too",
    );
}

#[test]
fn broken_json_is_said_with_its_place() {
    let read = |text: &str| read(text.as_bytes(), &Limits::default()).unwrap_err();
    let told =
        "the JSON is broken at line 2, column 0: EOF while parsing an object; write it again";
    assert_eq!(
        read("{\"schema\": \"phuluc/document\",\n").to_string(),
        told.replace("an object", "a value")
    );
    assert_eq!(read("{} x").code(), "json_broken");
    let bytes = b"{\"schema\": \"phuluc/document\xFF\"}";
    assert_eq!(super::read(bytes, &Limits::default()).unwrap_err().code(), "json_broken");
}

#[test]
fn limits_are_kept() {
    let bytes = sample().to_string();
    let refused = |limits: Limits| read(bytes.as_bytes(), &limits).unwrap_err().to_string();
    let length = bytes.len();
    assert_eq!(
        refused(Limits::default().with_max_bytes(length - 1)),
        format!("the input has {length} bytes, more than the limit of {} (max_bytes)", length - 1)
    );
    assert_eq!(
        refused(Limits::default().with_max_tasks(1)),
        "the document has 2 tasks, more than the limit of 1 (max_tasks)"
    );
    assert!(read(bytes.as_bytes(), &Limits::default().with_max_tasks(2)).is_ok());
}

#[test]
fn depth_is_bounded() {
    let list = |depth: usize| {
        let mut value = sample();
        let window = value.pointer(&format!("{TASK}/schedule/items/0")).unwrap().to_string();
        let mut list = value.pointer(&format!("{TASK}/schedule")).unwrap().clone();
        list["items"] = json!(["…"]);
        let (before, after) = list
            .to_string()
            .split_once("\"…\"")
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .unwrap();
        *value.pointer_mut(&format!("{TASK}/schedule")).unwrap() = json!("…");
        let deep = before.repeat(depth) + &window + &after.repeat(depth);
        value.to_string().replacen("\"…\"", &deep, 1)
    };
    assert!(read(list(20).as_bytes(), &Limits::default()).is_ok());
    let refused = read(list(100_000).as_bytes(), &Limits::default()).unwrap_err();
    assert_eq!(refused.to_string(), "the JSON is nested more than 128 levels deep");
    // What is passed over may be as deep as it likes.
    let mut value = sample();
    value["remark"] = json!("…");
    let deep = value.to_string().replace("\"…\"", &("[".repeat(100_000) + &"]".repeat(100_000)));
    assert!(read(deep.as_bytes(), &Limits::default()).is_ok());
}

#[test]
fn a_table_has_a_bounded_number_of_columns() {
    let columns = vec![json!({ "role": "extra", "label": "x" }); 65];
    changed(
        "/appendices/0/columns",
        json!(columns),
        "`appendices[0].columns` cannot be read: more than 64 columns",
    );
    let bytes = sample().to_string().replacen("\"extra\":{", "\"extra\":{\"note\":null,", 1);
    let refused = read(bytes.as_bytes(), &Limits::default()).unwrap_err().to_string();
    assert!(refused.contains("the cell `note` is there twice"), "{refused}");
}
