//! Every format, as the command writes it.

use std::fs;

use phuluc::FORMATS;
use serde_json::Value;

use super::workshop::{Workshop, plan};

/// The files of the whole plan in every format, in a folder `out`.
fn converted() -> Workshop {
    let workshop = Workshop::new();
    let names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
    let line = format!("convert plan.txt --out-dir out --format {}", names.join(","));
    workshop.put("plan.txt", plan()).run(&line).exits(0);
    workshop
}

fn lines(workshop: &Workshop) -> Vec<Value> {
    let text = workshop.text("out/plan.jsonl");
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_has_a_file_of_its_own() {
    let workshop = converted();
    let mut names: Vec<String> =
        FORMATS.iter().map(|format| format!("plan.{}", format.extension)).collect();
    names.sort();
    assert_eq!(workshop.names("out"), names);
}

#[test]
fn the_same_input_gives_the_same_bytes_in_each() {
    let (first, second) = (converted(), converted());
    for name in first.names("out") {
        let bytes = |workshop: &Workshop| fs::read(workshop.path(format!("out/{name}"))).unwrap();
        assert_eq!(bytes(&first), bytes(&second), "{name}");
    }
}

#[test]
fn the_extension_chooses_each() {
    let workshop = Workshop::new();
    workshop.put_page("plan.txt");
    for format in FORMATS {
        let name = format!("x.{}", format.extension);
        workshop.run(&format!("convert -q plan.txt -o {name}")).exits(0);
        workshop.run(&format!("convert -q plan.txt -o named --format {}", format.name)).exits(0);
        let bytes = |name: &str| fs::read(workshop.path(name)).unwrap();
        assert_eq!(bytes(&name), bytes("named"), "{name}");
    }
}

#[test]
fn outputs_are_no_inputs_of_a_folder() {
    let workshop = Workshop::new();
    workshop.put_page("in/a.txt");
    for _ in 0..2 {
        let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
        let line = format!("convert in --out-dir in --format {}", names.join(","));
        let ran = workshop.run(&line).exits(0);
        assert!(!ran.err.contains("note:"), "{}", ran.err);
    }
    assert_eq!(workshop.names("in").len(), 1 + FORMATS.len());
}

#[test]
fn json_lines_hold_each_task_with_what_stands_around_it() {
    let lines = lines(&converted());
    assert_eq!(lines.len(), 47);
    let last = lines.last().unwrap();
    assert_eq!(last["source"], "plan.txt");
    assert_eq!(last["id"], "165/KH-MNBT#IX.2");
    assert_eq!((&last["section_number"], &last["number"]), (&"IX".into(), &"2".into()));
    assert_eq!(last["issued_with"]["number"], "165/KH-MNBT");
    assert_eq!((&last["year"], &last["not_performed"]), (&2024.into(), &true.into()));
}

#[test]
fn the_data_package_tells_of_the_csv_beside_it() {
    let workshop = converted();
    let package = workshop.json("out/plan.datapackage.json");
    let resource = &package["resources"][0];
    let csv =
        fs::read(workshop.path(format!("out/{}", resource["path"].as_str().unwrap()))).unwrap();
    assert_eq!(resource["bytes"], csv.len());
    let fields = resource["schema"]["fields"].as_array().unwrap();
    let names: Vec<_> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
    let mut reader = csv::Reader::from_reader(csv.as_slice());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), names);
}

#[test]
fn the_workbook_is_a_package() {
    let workshop = converted();
    let bytes = fs::read(workshop.path("out/plan.xlsx")).unwrap();
    assert!(bytes.starts_with(b"PK\x03\x04"));
}

/// How many lines of the calendar are this one.
fn count(calendar: &str, line: &str) -> usize {
    calendar.split_terminator("\r\n").filter(|found| *found == line).count()
}

#[test]
fn the_calendar_accounts_for_each_time() {
    let workshop = converted();
    let calendar = workshop.text("out/plan.ics");
    let left_out: usize = calendar
        .split_terminator("\r\n")
        .filter(|line| line.starts_with("X-PHULUC-LEFT-OUT"))
        .map(|line| line.rsplit(':').next().unwrap().parse::<usize>().unwrap())
        .sum();
    let components = count(&calendar, "BEGIN:VTODO") + count(&calendar, "BEGIN:VEVENT");
    let times = |line: &Value| line["schedule"]["items"].as_array().unwrap().len().max(1);
    let times: usize = lines(&workshop).iter().map(times).sum();
    assert_eq!(components + left_out, times);
    let rule = "RRULE:FREQ=MONTHLY;BYMONTHDAY=7;UNTIL=20241231";
    assert_eq!(count(&calendar, rule), 1, "Định kỳ trước ngày 08 hàng tháng");
    assert!(calendar.ends_with("END:VCALENDAR\r\n"));
}
