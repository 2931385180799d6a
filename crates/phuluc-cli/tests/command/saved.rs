//! A `phuluc/document` as an input.

use super::workshop::{Workshop, page};

/// A page of a plan, and its JSON.
fn workshop() -> Workshop {
    let workshop = Workshop::new();
    workshop.put_page("a.txt").run("convert a.txt -o a.json").exits(0);
    workshop
}

#[test]
fn a_saved_document_is_converted() {
    let workshop = workshop();
    workshop.run("convert a.txt -o from-text.csv").exits(0);
    workshop.run("convert a.json --format csv -o a.csv").exits(0);
    assert_eq!(workshop.text("a.csv"), workshop.text("from-text.csv"));
    let again = workshop.run("convert a.json --format json").exits(0);
    assert_eq!(again.out, workshop.text("a.json"));
    let html = workshop.run("convert a.json --format html").exits(0);
    assert!(html.out.starts_with("<!DOCTYPE html>") || html.out.starts_with("<!doctype html>"));
}

#[test]
fn standard_input_and_runs_of_many_take_it_too() {
    let workshop = workshop();
    let json = workshop.text("a.json");
    assert_eq!(workshop.run_on("convert -", &json).exits(0).out, json);
    workshop.put("b/b.json", &json);
    workshop.run("convert a.json b/b.json --out-dir out --format csv,jsonl --jobs 2").exits(0);
    assert_eq!(workshop.text("out/a.csv"), workshop.text("out/b.csv"));
    let again = workshop.run("convert a.json b/b.json --out-dir out --format csv,jsonl --jobs 2");
    assert!(again.exits(0).err.contains("earlier"), "the manifest knows what is done");
}

#[test]
fn in_a_folder_it_is_an_output() {
    let workshop = workshop();
    workshop.run("convert . --out-dir out --format csv").exits(0);
    assert_eq!(workshop.names("out"), ["a.csv"]);
}

#[test]
fn filters_add_up() {
    let workshop = workshop();
    workshop.run("convert a.txt -o part.json --only performed").exits(0);
    let ran = workshop.run("convert part.json --only section=I").exits(0);
    assert_eq!(ran.json()["filter"]["only"], serde_json::json!(["performed", "section=I"]));
}

#[test]
fn it_is_compared_with_its_source_and_with_another() {
    let workshop = workshop();
    workshop.run("diff a.json a.txt").exits(0).prints("no difference: 4 tasks are the same\n");
    workshop.run("diff a.txt a.json").exits(0);
    workshop.put("b.txt", page().replace("165/KH-MNBT", "170/KH-MNBT"));
    workshop.run("diff a.json b.txt").exits(1).prints("{+170/KH-MNBT+}");
}

#[test]
fn it_has_an_expected_output_as_other_fixtures_have() {
    let workshop = workshop();
    workshop.put("f/a.json", workshop.text("a.json"));
    workshop.run("check f --update").exits(0);
    assert_eq!(workshop.names("f"), ["a.expected.json", "a.json"]);
    assert_eq!(workshop.text("f/a.expected.json"), workshop.text("a.json"));
    workshop.run("check f").exits(0);
}

#[test]
fn its_records_and_their_meaning_can_be_inspected() {
    let workshop = workshop();
    for stage in ["records", "meaning"] {
        let of_text = workshop.run(&format!("inspect a.txt --stage {stage}")).exits(0).out;
        assert_eq!(workshop.run(&format!("inspect a.json --stage {stage}")).exits(0).out, of_text);
    }
    workshop.run("inspect a.json --stage lines").exits(3).says("has no stage `lines`");
}

#[test]
fn another_json_is_one_clear_error() {
    let workshop = Workshop::new();
    workshop.put("a.json", "{\"schema\": \"phuluc/diff\"}").put("b.json", "{\"a\": 1}");
    let ran = workshop.run("convert a.json").exits(3);
    assert_eq!(ran.err.lines().filter(|line| line.starts_with("error")).count(), 1, "{}", ran.err);
    ran.says("`a.json`").says("the JSON is a `phuluc/diff`; only `phuluc/document` can be read");
    workshop.run("convert b.json").exits(3).says("does not say what it is (`schema`)");
    workshop.run("diff a.json b.json").exits(3).says("`a.json`");
}
