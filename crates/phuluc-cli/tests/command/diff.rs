//! `phuluc diff`: what changed between two versions of a plan.

use super::workshop::{LETTER, Workshop, page, plan};

/// The plan before and after somebody worked on it.
fn edited() -> Workshop {
    let workshop = Workshop::new();
    let new = plan()
        .replace("165/KH-MNBT", "170/KH-MNBT")
        .replace("nâng cao nhận thức của đội ngũ", "nâng cao ý thức của đội ngũ");
    assert_ne!(new, plan());
    workshop.put("old.txt", plan()).put("new.txt", new);
    workshop
}

#[test]
fn the_same_plan_has_no_difference() {
    let workshop = Workshop::new();
    workshop.put("old.txt", plan()).put("new.txt", plan());
    let ran = workshop.run("diff old.txt new.txt").exits(0);
    assert_eq!(ran.out, "no difference: 47 tasks are the same\n");
    assert_eq!(ran.err, "");
}

#[test]
fn says_what_changed_with_the_words_marked() {
    let ran = edited().run("diff old.txt new.txt").exits(1);
    assert!(ran.out.starts_with("--- old.txt\n+++ new.txt\n"), "{}", ran.out);
    assert!(!ran.out.contains('\u{1b}'), "colours are for terminals");
    ran.prints("    issued_with.number: [-165/KH-MNBT-] {+170/KH-MNBT+}\n");
}

#[test]
fn writes_json() {
    let document = edited().run("diff old.txt new.txt --format json").exits(1).json();
    assert_eq!(document["schema"], "phuluc/diff");
    assert_eq!(
        (&document["old"]["name"], &document["new"]["name"]),
        (&"old.txt".into(), &"new.txt".into())
    );
    assert_eq!(document["appendices"][0]["fields"][0]["field"], "issued_with.number");
    assert_eq!(document["counts"]["added"], 0);
}

#[test]
fn reads_one_of_both_from_standard_input() {
    let workshop = Workshop::new();
    workshop.put_page("old.txt").run_on("diff old.txt -", &page()).exits(0);
    workshop.run("diff - -").exits(2).says("standard input can be read only once");
}

#[test]
fn what_was_lost_in_reading_is_said_and_is_no_agreement() {
    let workshop = Workshop::new();
    let header = "TT Nội dung công việc Đơn vị chủ trì Đơn vị phối hợp Sản phẩm Thời gian";
    workshop.put("bare.txt", format!("{header}\nI Lĩnh vực chỉ đạo, điều hành\n"));
    let ran = workshop.run("diff bare.txt bare.txt").exits(1).says("bare.txt:1:1: error[no_tasks]");
    assert_eq!(ran.out, "no difference: 0 tasks are the same\n");
    assert_eq!(workshop.run("diff -q bare.txt bare.txt").exits(1).err, "");
}

#[test]
fn an_input_that_cannot_be_read_is_an_error() {
    let workshop = Workshop::new();
    workshop.put_page("plan.txt").put("letter.txt", LETTER);
    workshop.run("diff plan.txt missing.txt").exits(3).says("`missing.txt` could not be read");
    let ran = workshop.run("diff letter.txt plan.txt").exits(3);
    assert_eq!(ran.says("`letter.txt` holds no task table to compare").out, "");
}
