//! What cells mean, as the command gives it.

use super::workshop::{Workshop, plan};

/// A table that names no year.
const YEARLESS: &str = "\
TT Nội dung công việc Đơn vị chủ trì Thời gian
1 Rà soát văn bản Phòng Tư pháp Quý II
2 Báo cáo kết quả năm Phòng Nội vụ Tháng 6
";

#[test]
fn the_year_of_the_caller_is_for_documents_without_one() {
    let workshop = Workshop::new();
    workshop.put("plan.txt", YEARLESS).put("dated.txt", plan());
    let schedule = |ran: &super::workshop::Ran| {
        ran.json()["appendices"][0]["sections"][0]["tasks"][0]["schedule"].clone()
    };
    let without = workshop.run("convert plan.txt").exits(0).says("warning[year_unknown]");
    assert_eq!(schedule(&without)["kind"], "unparsed");
    let with = schedule(&workshop.run("convert plan.txt --year 2025").exits(0));
    assert_eq!((&with["end"], &with["year_source"]), (&"2025-06-30".into(), &"caller".into()));
    let dated = schedule(&workshop.run("convert dated.txt --year 2025").exits(0));
    assert_eq!(dated["year_source"], "column_header");
    workshop.run("convert plan.txt --year 24").exits(2);
}

#[test]
fn csv_has_columns_for_it() {
    let workshop = Workshop::new();
    let ran = workshop.put("plan.txt", plan()).run("convert plan.txt --format csv").exits(0);
    let mut reader = csv::Reader::from_reader(ran.out.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |id: &str, name: &str| {
        let row = rows.iter().find(|row| row[0].ends_with(id)).unwrap();
        row[column(name)].to_owned()
    };
    assert_eq!(cell("#III.4", "lead_units"), "Văn phòng UBND quận; Trung tâm CNTT");
    assert_eq!(cell("#VI.1", "schedule_rrule"), "FREQ=MONTHLY;BYMONTHDAY=8");
    assert_eq!(cell("#I.2", "schedule_end"), "2024-06-30; 2024-09-30");
    assert_eq!(cell("#IV.5", "citations"), "108/2020/NĐ-CP; 120/2020/NĐ-CP");
    assert_eq!(cell("#IX.1", "area"), "survey");
}
