//! `phuluc convert`: where outputs go, and how a run ends.

use std::fs::File;
use std::process::Stdio;

use super::workshop::{LETTER, Ran, Workshop, give, page, plan, size};

#[test]
fn reads_the_whole_plan_and_says_where_to_look() {
    let workshop = Workshop::new();
    let ran = workshop.put("plans/plan.txt", plan()).run("convert plans/plan.txt").exits(0);
    let document = ran.json();
    assert_eq!(size(&document), (9, 47));
    assert_eq!(document["source"]["name"], "plan.txt");
    assert_eq!(document["source"]["sha256"].as_str().unwrap().len(), 64);
    assert!(ran.out.ends_with("}\n"));
    assert_eq!(ran.err.lines().count(), document["diagnostics"].as_array().unwrap().len());
    for line in ran.err.lines() {
        let mut parts = line.splitn(4, ':');
        assert_eq!(parts.next(), Some("plans/plan.txt"));
        assert!(parts.next().unwrap().parse::<u32>().is_ok(), "{line}");
        assert!(parts.next().unwrap().parse::<u32>().is_ok(), "{line}");
        assert!(parts.next().unwrap().contains("]: "), "{line}");
    }
}

#[test]
fn writes_csv_with_a_line_for_each_task() {
    let workshop = Workshop::new();
    let ran = workshop.put_page("plan.txt").run("convert plan.txt --format csv").exits(0);
    let mut reader = csv::Reader::from_reader(ran.out.as_bytes());
    assert_eq!(reader.headers().unwrap().get(0), Some("id"));
    assert_eq!(reader.records().map(Result::unwrap).count(), 4);
}

#[test]
fn reads_standard_input() {
    let workshop = Workshop::new();
    let ran = workshop.run_on("convert -", &page()).exits(0);
    assert_eq!(ran.json()["source"]["name"], "stdin");
    workshop.run_on("convert - --out-dir out", &page()).exits(0);
    assert_eq!(workshop.names("out"), ["stdin.json"]);
}

#[test]
fn writes_to_the_file_it_is_given() {
    let workshop = Workshop::new();
    let ran = workshop.put_page("plan.txt").run("convert plan.txt -o out.json").exits(0);
    assert_eq!(ran.out, "");
    assert_eq!(size(&workshop.json("out.json")), (1, 4));
    assert_eq!(workshop.names("."), ["out.json", "plan.txt"]);
}

#[test]
fn the_extension_chooses_the_format() {
    let workshop = Workshop::new();
    workshop.put_page("plan.txt").run("convert plan.txt -o out.csv").exits(0);
    assert!(workshop.text("out.csv").starts_with("id,appendix,"));
}

#[test]
fn writes_every_output_into_a_folder() {
    let workshop = Workshop::new();
    workshop.put_page("a.txt").put_page("b.md");
    workshop.run("convert a.txt b.md --out-dir deep/out --format json,csv").exits(0);
    assert_eq!(workshop.names("deep/out"), ["a.csv", "a.json", "b.csv", "b.json"]);
}

#[test]
fn a_folder_means_its_files() {
    let workshop = Workshop::new();
    workshop.put_page("in/a.txt").put_page("in/b.txt").put("in/.hidden", "x");
    workshop.put("in/picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0");
    let ran = workshop.run("convert in --out-dir out").exits(0);
    assert_eq!(workshop.names("out"), ["a.json", "b.json"]);
    ran.says("note: `in/picture` was left out");
}

#[test]
fn a_folder_can_be_converted_into_itself_twice() {
    let workshop = Workshop::new();
    workshop.put_page("in/a.txt");
    for _ in 0..2 {
        workshop.run("convert in --out-dir in").exits(0);
        assert_eq!(workshop.names("in"), ["a.json", "a.txt"]);
    }
}

#[test]
fn an_empty_folder_converts_nothing() {
    let workshop = Workshop::new();
    workshop.put("in/.hidden", "x");
    workshop.run("convert in --out-dir out").exits(3).says("`in` holds no file to read");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let workshop = Workshop::new();
    workshop.put_page("plan.txt");
    let first = workshop.run("convert plan.txt").out;
    assert_eq!(workshop.run("convert plan.txt").out, first);
}

#[test]
fn some_inputs_that_fail_are_losses() {
    let workshop = Workshop::new();
    workshop.put_page("plan.txt").put("letter.txt", LETTER);
    let ran = workshop.run("convert plan.txt letter.txt missing.txt --out-dir out").exits(1);
    assert_eq!(workshop.names("out"), ["plan.json"]);
    ran.says("error: `letter.txt` holds no task table").says("error: `missing.txt` could not be");
}

#[test]
fn a_table_without_tasks_is_a_loss() {
    let workshop = Workshop::new();
    let header = "TT Nội dung công việc Đơn vị chủ trì Đơn vị phối hợp Sản phẩm Thời gian";
    workshop.put("bare.txt", format!("{header}\nI Lĩnh vực chỉ đạo, điều hành\n"));
    let ran = workshop.run("convert bare.txt").exits(1).says("error[no_tasks]: ");
    assert_eq!(ran.json()["appendices"].as_array().unwrap().len(), 1);
}

#[test]
fn what_holds_no_table_is_not_converted() {
    let workshop = Workshop::new();
    workshop.put("letter.txt", LETTER);
    let ran = workshop.run("convert letter.txt -o out.json").exits(3);
    assert_eq!(workshop.names("."), ["letter.txt"]);
    assert_eq!(ran.says("error: `letter.txt` holds no task table").out, "");
}

#[test]
fn each_kind_of_bad_input_has_its_sentence() {
    let workshop = Workshop::new();
    workshop.put("empty.txt", "").put("binary.txt", b"\0\x01\x02").put("latin.txt", b"caf\xe9\n");
    workshop
        .run("convert empty.txt")
        .exits(3)
        .says("cause: the input is empty or holds only white space");
    workshop.run("convert binary.txt").exits(3).says("error: `binary.txt` could not be read");
    workshop.run("convert latin.txt").exits(3).says("not UTF-8");
    workshop.run("convert missing.txt").exits(3).says("`missing.txt` could not be read\n  cause: ");
    workshop.run_on("convert -", "").exits(3).says("`stdin` could not be read");
}

#[test]
fn an_input_over_the_limit_is_not_read() {
    let workshop = Workshop::new();
    // A sparse file: it is refused by its length.
    File::create(workshop.path("long.txt")).unwrap().set_len(1 << 40).unwrap();
    workshop.run("convert long.txt").exits(3).says("`long.txt` is longer than the limit");
}

#[test]
fn quiet_leaves_diagnostics_out_and_errors_in() {
    let workshop = Workshop::new();
    workshop.put_page("plan.txt").put("letter.txt", LETTER);
    assert_eq!(workshop.run("convert -q plan.txt").exits(0).err, "");
    workshop.run("convert --quiet letter.txt").exits(3).says("error: `letter.txt`");
}

#[cfg(unix)]
#[test]
fn control_characters_are_escaped() {
    let workshop = Workshop::new();
    let ran = workshop.run_args(["convert", "\u{1b}[31mred\n.txt"]).exits(3);
    assert!(!ran.err.contains('\u{1b}'), "{:?}", ran.err);
    ran.says(r"`\u{1b}[31mred\n.txt` could not be read");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let workshop = Workshop::new();
    let mut child = workshop.start("convert -q -");
    drop(child.stdout.take());
    give(&mut child, &page());
    assert_eq!(Ran::of(&child.wait_with_output().unwrap()).exits(0).err, "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_is_an_error() {
    let workshop = Workshop::new();
    workshop.put_page("plan.txt");
    let full = File::options().write(true).open("/dev/full").unwrap();
    let mut command = workshop.command();
    command.args(["convert", "plan.txt"]).stdout(Stdio::from(full));
    Ran::of(&command.output().unwrap())
        .exits(4)
        .says("error: standard output could not be written");
}

/// Permissions do not hold for root, so the folder is a file here.
#[test]
fn an_output_that_cannot_be_written_is_an_error() {
    let workshop = Workshop::new();
    workshop.put_page("plan.txt").put("file", "kept");
    let ran = workshop.run("convert plan.txt -o file/out.json").exits(4);
    ran.says("error: `file/out.json` could not be written\n  cause: ");
    let ran = workshop.run("convert plan.txt --out-dir file/out").exits(4);
    ran.says("error: the folder `file/out` could not be created\n  cause: ");
    assert_eq!(workshop.text("file"), "kept");
    assert_eq!(workshop.names("."), ["file", "plan.txt"]);
}

#[test]
fn a_failed_output_leaves_nothing_and_outweighs_a_failed_input() {
    let workshop = Workshop::new();
    workshop.put_page("a.txt").put_page("b.txt").put("out/a.json/inside", "kept");
    workshop.run("convert a.txt b.txt missing.txt --out-dir out").exits(4);
    assert_eq!(workshop.names("out"), ["a.json", "b.json"]);
    assert_eq!(workshop.names("out/a.json"), ["inside"]);
}

#[cfg(unix)]
#[test]
fn no_half_output_is_left() {
    let workshop = Workshop::new();
    workshop.put_page("plan.txt").put("out.json", "old");
    let ran = workshop.run_short_of_space("convert plan.txt -o out.json").exits(4);
    ran.says("error: `out.json` could not be written\n  cause: ");
    assert_eq!(workshop.text("out.json"), "old");
    assert_eq!(workshop.names("."), ["out.json", "plan.txt"]);
}

#[test]
fn an_old_output_stays_when_its_input_fails() {
    let workshop = Workshop::new();
    workshop.put("letter.txt", LETTER).put("out.json", "old");
    workshop.run("convert letter.txt -o out.json").exits(3);
    assert_eq!(workshop.text("out.json"), "old");
}
