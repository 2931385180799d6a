//! `phuluc check`: agree, differ, missing, and what --update makes of them.

use serde_json::json;

use super::workshop::Workshop;

/// A folder with a fixture that can be read and one that cannot, both with expected outputs.
fn fixtures() -> Workshop {
    let workshop = Workshop::new();
    workshop.put_page("set/plan.txt").put("set/empty.txt", "");
    workshop.run("check set --update").exits(0).prints("0 agree, 0 rewritten, 2 written\n");
    workshop
}

#[test]
fn what_was_written_agrees() {
    let workshop = fixtures();
    let ran = workshop.run("check set").exits(0);
    assert_eq!(
        (ran.out.as_str(), ran.err.as_str()),
        ("2 agree, 0 differ, 0 without expected output\n", "")
    );
    let names = ["empty.expected.json", "empty.txt", "plan.expected.json", "plan.txt"];
    assert_eq!(workshop.names("set"), names);
}

#[test]
fn expects_what_convert_writes_and_why_an_input_fails() {
    let workshop = fixtures();
    let converted = workshop.run("convert set/plan.txt").out;
    assert_eq!(workshop.text("set/plan.expected.json"), converted);
    assert_eq!(
        workshop.json("set/empty.expected.json"),
        json!({ "error": "the input is empty or holds only white space" })
    );
}

#[test]
fn shows_a_difference() {
    let workshop = fixtures();
    let expected = workshop.text("set/plan.expected.json");
    workshop.put("set/plan.expected.json", expected.replacen("Phòng Nội vụ", "Phòng Khác", 1));
    let ran = workshop.run("check set").exits(1).prints("1 agree, 1 differ, 0 without expected");
    let ran = ran.prints("--- set/plan.expected.json\n+++ set/plan.txt as read now\n@@ ");
    let ran = ran.prints("-              \"lead_unit\": \"Phòng Khác\"");
    ran.prints("+              \"lead_unit\": \"Phòng Nội vụ\"");
    workshop.run("check set --update").exits(0).prints("1 agree, 1 rewritten, 0 written");
    assert_eq!(workshop.text("set/plan.expected.json"), expected);
}

#[test]
fn names_a_missing_output() {
    let workshop = fixtures();
    workshop.put("set/new.txt", "");
    let ran = workshop.run("check set").exits(1).prints("`set/new.expected.json` is missing");
    ran.prints("2 agree, 0 differ, 1 without expected output\n");
}

#[test]
fn names_an_output_without_input() {
    let workshop = fixtures();
    workshop.put("set/old.expected.json", "{}");
    let ran =
        workshop.run("check set").exits(1).prints("`set/old.expected.json` belongs to no input");
    ran.prints("2 agree, 0 differ, 0 without expected output, 1 without input\n");
}

#[test]
fn two_inputs_do_not_share_an_output() {
    let workshop = fixtures();
    workshop.put("set/plan.md", "");
    let ran = workshop.run("check set --update").exits(2);
    ran.says("`set/plan.md` and `set/plan.txt` would both be written to `set/plan.expected.json`");
}

#[test]
fn a_folder_without_inputs_checks_nothing() {
    let workshop = Workshop::new();
    workshop.put("set/old.expected.json", "{}");
    workshop.run("check set").exits(3).says("error: `set` holds no file to read");
}

#[cfg(unix)]
#[test]
fn an_output_that_cannot_be_written_is_an_error() {
    let workshop = Workshop::new();
    let ran = workshop.put_page("set/plan.txt").run_short_of_space("check set --update").exits(4);
    ran.says("error: `set/plan.expected.json` could not be written\n  cause: ");
    assert_eq!(workshop.names("set"), ["plan.txt"]);
}
