//! Roles of the caller: a header whose labels are not known is found by them in every medium.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fmt::Write as _;

use phuluc::model::Role;
use phuluc::{Options, read};

/// The cells of a table; labels are compared without marks, and a font of every PDF has no others.
const ROWS: [[&str; 4]; 4] = [
    ["TT", "Viec can lam", "Ai lam", "Han"],
    ["1", "Ra soat van ban cua tinh", "Phong Tu phap", "Quy II"],
    ["2", "Bao cao ket qua nam", "Phong Noi vu", "Thang 6"],
    ["3", "Tong ket cong tac", "Van phong", "Thang 12"],
];

fn options() -> Options {
    let roles =
        [("Việc cần làm", Role::Task), ("Ai làm:", Role::LeadUnit), ("HẠN", Role::Timeframe)];
    roles.into_iter().fold(Options::new(), |options, (label, role)| options.role(label, role))
}

#[track_caller]
fn check(bytes: &[u8], form: &str) {
    check_rows(bytes, form, &ROWS[1..]);
}

#[track_caller]
fn check_rows(bytes: &[u8], form: &str, rows: &[[&str; 4]]) {
    let without = read(bytes, "plan", &Options::new()).unwrap();
    assert!(!without.has_tables(), "the labels are not known");
    let reading = read(bytes, "plan", &options()).unwrap();
    assert_eq!(reading.source().form, form);
    let tasks: Vec<[&str; 4]> = reading
        .document()
        .tasks()
        .map(|task| {
            [&task.number, &task.task, &task.lead_unit, &task.timeframe]
                .map(|cell| cell.as_ref().map_or("", |text| text.as_str()))
        })
        .collect();
    assert_eq!(tasks, rows);
}

/// The rows, each with its cells joined by `between`.
fn text(between: &str) -> String {
    ROWS.map(|row| row.join(between) + "\n").concat()
}

#[test]
fn delimited() {
    check(text("\t").as_bytes(), "tabs");
    check(text(" | ").as_bytes(), "pipes");
}

/// Where nothing keeps the cells, they are cut by their words, which need their marks.
#[test]
fn flattened() {
    let text = "TT Việc cần làm Ai làm Hạn\n\
        1 Rà soát văn bản của tỉnh Phòng Tư pháp Quý II\n\
        2 Báo cáo kết quả năm Phòng Nội vụ Tháng 6\n";
    let rows = [
        ["1", "Rà soát văn bản của tỉnh", "Phòng Tư pháp", "Quý II"],
        ["2", "Báo cáo kết quả năm", "Phòng Nội vụ", "Tháng 6"],
    ];
    check_rows(text.as_bytes(), "lines", &rows);
}

#[test]
fn aligned() {
    let line =
        |[number, task, lead, time]: [&str; 4]| format!("{number:<6}{task:<32}{lead:<24}{time}\n");
    check(ROWS.map(line).concat().as_bytes(), "aligned");
}

/// A page with the rows at fixed places, and what is drawn besides.
fn pdf(rules: &str) -> Vec<u8> {
    let mut drawn = rules.to_owned();
    for (row, cells) in ROWS.iter().enumerate() {
        for (cell, x) in cells.iter().zip([44, 84, 284, 434]) {
            let y = 700 - 30 * row;
            let _ = writeln!(drawn, "BT /F 10 Tf {x} {y} Td ({cell}) Tj ET");
        }
    }
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{drawn}endstream", drawn.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    let (mut pdf, mut places) = ("%PDF-1.4\n".to_owned(), String::new());
    for (index, object) in objects.iter().enumerate() {
        let _ = writeln!(places, "{:010} 00000 n ", pdf.len());
        let _ = writeln!(pdf, "{} 0 obj\n{object}\nendobj", index + 1);
    }
    let start = pdf.len();
    let _ = write!(
        pdf,
        "xref\n0 6\n0000000000 65535 f \n{places}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    pdf.into_bytes()
}

#[test]
fn pdf_without_rules() {
    check(&pdf(""), "pdf");
}

#[test]
fn pdf_with_rules() {
    let mut rules = String::new();
    for y in [720, 690, 660, 630, 600] {
        let _ = writeln!(rules, "40 {y} m 540 {y} l S");
    }
    for x in [40, 80, 280, 430, 540] {
        let _ = writeln!(rules, "{x} 600 m {x} 720 l S");
    }
    check(&pdf(&rules), "pdf");
}

/// Words of the caller find a header whose labels are not known, and give them roles.
#[test]
fn words_of_the_caller() {
    let words =
        "ai lam\thead starts:lead_unit:12\nhan\thead starts:timeframe:6\nviec\thead starts:task:3";
    let options = Options::new().lexicon(words).unwrap();
    let reading = read(text("\t").as_bytes(), "plan", &options).unwrap();
    let task = reading.document().tasks().next().unwrap();
    let cells = [&task.task, &task.lead_unit, &task.timeframe];
    let cells = cells.map(|cell| cell.as_ref().map_or("", |text| text.as_str()));
    assert_eq!(cells, ROWS[1][1..]);
    let error = Options::new().lexicon("han\thead\nhan chot\tbegins:timeframe:6").unwrap_err();
    assert_eq!(error.line, 2);
}
