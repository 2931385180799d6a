//! `--column`: roles of columns by their labels.

use super::workshop::{Ran, Workshop};

/// A table whose labels are not known.
const TABLE: &str = "TT\tViệc cần làm\tAi làm\tHạn\n1\tRà soát văn bản\tPhòng Tư pháp\tQuý II\n";

const COLUMNS: [&str; 6] =
    ["--column", "Việc cần làm=task", "--column", "AI LAM:=lead_unit", "--column", "Hạn=timeframe"];

fn run(workshop: &Workshop, line: &str) -> Ran {
    workshop.run_args(line.split(' ').chain(COLUMNS))
}

#[test]
fn every_command_that_reads_takes_roles() {
    let workshop = Workshop::new();
    workshop.put("f/a.tsv", TABLE);
    workshop.run("convert f/a.tsv").exits(3);
    let document = run(&workshop, "convert f/a.tsv -o a.json --year 2026").exits(0);
    assert_eq!(document.out, "");
    let task = &workshop.json("a.json")["appendices"][0]["sections"][0]["tasks"][0];
    assert_eq!(
        (&task["task"], &task["lead_unit"], &task["timeframe"]),
        (&"Rà soát văn bản".into(), &"Phòng Tư pháp".into(), &"Quý II".into())
    );
    run(&workshop, "inspect f/a.tsv").exits(0).prints("lead_unit: Phòng Tư pháp");
    run(&workshop, "diff f/a.tsv a.json").exits(0);
    run(&workshop, "check f --update").exits(0);
    run(&workshop, "check f").exits(0);
    workshop.run("check f").exits(1);
}

#[test]
fn a_run_of_many_with_other_roles_is_another_run() {
    let workshop = Workshop::new();
    workshop.put("in/a.tsv", TABLE);
    let line = "convert in/a.tsv --out-dir out --jobs 1";
    workshop.run(line).exits(3);
    let ran = run(&workshop, line).exits(0);
    assert!(!ran.err.contains("earlier"), "{}", ran.err);
    assert_eq!(workshop.json("out/a.json")["appendices"][0]["columns"][2]["role"], "lead_unit");
}

#[test]
fn what_is_no_column_is_an_error_of_usage() {
    let workshop = Workshop::new();
    workshop.put("a.tsv", TABLE);
    workshop
        .run("convert a.tsv --column Hạn=deadline")
        .exits(2)
        .says("there is no role `deadline`");
    workshop.run("convert a.tsv --column Hạn").exits(2).says("there is no `=`");
    workshop.run("inspect a.tsv --column =task").exits(2).says("there is no label");
}
