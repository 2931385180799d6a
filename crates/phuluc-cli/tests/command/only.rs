//! `--only`: a part of the tasks, and what is said of the rest.

use std::fs;

use phuluc::FORMATS;

use super::workshop::{Workshop, page, plan, size};

fn workshop() -> Workshop {
    let workshop = Workshop::new();
    workshop.put("plan.txt", plan());
    workshop
}

/// How many tasks are kept.
#[track_caller]
fn check(only: &[&str], tasks: usize) {
    let only = only.iter().flat_map(|only| ["--only", only]);
    let ran = workshop().run_args(["convert", "plan.txt"].into_iter().chain(only)).exits(0);
    assert_eq!(size(&ran.json()).1, tasks);
    let label = if tasks == 0 { "warning" } else { "note" };
    ran.says(&format!("{label}: `plan.txt`: {tasks} of 47 tasks are "));
}

#[test]
fn each_key_keeps_its_tasks() {
    check(&["section=II"], 2);
    check(&["lead=phong noi vu"], 19);
    check(&["performed"], 26);
    check(&["not-performed"], 21);
    check(&["due=2024-06-30"], 6);
    check(&["section=I", "performed"], 3);
    check(&["section=I", "section=II"], 0);
}

#[test]
fn the_json_tells_what_was_left_out() {
    let workshop = workshop();
    let whole = workshop.run("convert plan.txt").exits(0).json();
    let ran = workshop.run("convert plan.txt --only section=II --only performed").exits(0);
    let part = ran.json();
    assert_eq!(whole.get("filter"), None);
    let filter = &part["filter"];
    assert_eq!(filter["only"], serde_json::json!(["section=II", "performed"]));
    assert_eq!((&filter["tasks_read"], &filter["tasks_kept"]), (&47.into(), &2.into()));
    assert_eq!(part["audit"], whole["audit"]);
    let count = |document: &serde_json::Value| document["diagnostics"].as_array().unwrap().len();
    assert_eq!(filter["diagnostics_left_out"], count(&whole) - count(&part));
    assert_eq!(part["appendices"][0]["sections"][0]["tasks"][0]["id"], "165/KH-MNBT#II.1");
    assert_eq!(ran.err.lines().count(), count(&part) + 1);
}

#[test]
fn every_format_has_the_same_part_and_an_empty_one_too() {
    let names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
    let workshop = Workshop::new();
    workshop.put("plan.txt", page());
    for (folder, only) in [("none", "section=X"), ("all", "section=I")] {
        let line = format!("convert plan.txt --out-dir {folder} --only {only} --format ");
        workshop.run(&(line + &names.join(","))).exits(0);
    }
    for name in workshop.names("none") {
        let bytes = |folder: &str| fs::read(workshop.path(format!("{folder}/{name}"))).unwrap();
        assert!(bytes("none") != bytes("all"), "{name}");
    }
    let calendar = workshop.text("all/plan.ics");
    assert!(calendar.contains("X-PHULUC-ONLY:4 of 4 tasks: section=I\r\n"), "{calendar}");
    let package = workshop.json("none/plan.datapackage.json");
    assert_eq!(package["description"], "0 of 4 tasks: section=X");
    assert_eq!(workshop.text("none/plan.jsonl"), "");
    assert_eq!(workshop.text("none/plan.csv").lines().count(), 1);
}

#[test]
fn quiet_leaves_the_count_out() {
    assert_eq!(workshop().run("convert -q plan.txt --only section=II").exits(0).err, "");
}

#[test]
fn a_wish_that_cannot_be_understood_is_an_error_of_usage() {
    for (only, sentence) in [
        ("unit=X", "there is no key `unit=X`; the keys are"),
        ("due=soon", "`soon` is no day; write 2026-06-30"),
        ("section=", "`section=` needs words behind it"),
    ] {
        let ran = workshop().run_args(["convert", "plan.txt", "--only", only]).exits(2);
        assert_eq!(ran.says(sentence).out, "");
    }
}
