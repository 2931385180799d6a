//! `phuluc inspect`: every stage can be shown.

use super::workshop::Workshop;

#[test]
fn shows_every_stage() {
    let workshop = Workshop::new();
    workshop.put_page("plan.txt");
    for stage in ["pages", "lines", "table", "records", "meaning", "remainder"] {
        let ran = workshop.run(&format!("inspect plan.txt --stage {stage}")).exits(0);
        assert!(!ran.out.is_empty(), "{stage}");
        assert_eq!(ran.err, "", "{stage}");
    }
}

#[test]
fn shows_the_records_by_default() {
    let workshop = Workshop::new();
    workshop.put_page("plan.txt");
    let records = workshop.run("inspect plan.txt --stage records").out;
    assert_eq!(workshop.run("inspect plan.txt").exits(0).out, records);
}

#[test]
fn escapes_what_a_terminal_obeys() {
    let workshop = Workshop::new();
    workshop.put("odd.txt", "Kính gửi \u{202e}Ông\u{9b}31m\n");
    let ran = workshop.run("inspect odd.txt --stage lines");
    assert!(!ran.out.contains(['\u{202e}', '\u{9b}']), "{:?}", ran.out);
}

#[test]
fn an_input_that_cannot_be_read_is_an_error() {
    let workshop = Workshop::new();
    workshop.run("inspect missing.txt").exits(3).says("error: `missing.txt` could not be read");
    workshop.run_on("inspect -", "").exits(3).says("error: `stdin` could not be read");
}
