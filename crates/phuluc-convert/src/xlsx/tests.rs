//! The workbook, read back by a reader that knows nothing of the writer.

use std::io::Cursor;

use calamine::{Data, Range, Reader as _, Xlsx};
use phuluc_model::{
    Appendix, Code, Diagnostic, Document, Draft, Extra, Place, Role, Section, Task, Text, validate,
};

use super::sheet::MAX_CELL_UNITS;
use super::write;
use crate::{Report, sample};

fn bytes(report: &Report<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(report, &mut bytes).unwrap();
    bytes
}

fn read(document: &Document, diagnostics: &[Diagnostic]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes(&sample::report(document, diagnostics)))).unwrap()
}

fn sheet(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Range<Data> {
    workbook.worksheet_range(name).unwrap()
}

fn text(value: &str) -> Data {
    if value.is_empty() { Data::Empty } else { Data::String(value.to_owned()) }
}

/// The cell of a row below the header under a label.
#[track_caller]
fn under(range: &Range<Data>, row: u32, label: &str) -> Data {
    let labels: Vec<String> =
        range.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let column = labels.iter().position(|found| found == label).unwrap_or_else(|| {
        panic!("{label} is not in {labels:?}");
    });
    let value = range.get_value((row + 1, u32::try_from(column).unwrap()));
    value.cloned().unwrap_or(Data::Empty)
}

/// The day of a cell that Excel shows as a date, in ISO 8601.
#[track_caller]
fn day(data: &Data) -> String {
    let Data::DateTime(found) = data else { panic!("{data:?} is no date") };
    assert!(found.is_datetime());
    let since_1899 = found.as_f64();
    #[expect(clippy::cast_possible_truncation, reason = "a day of Excel is a whole number")]
    let days = i64::from(since_1899 as i32);
    let zero = phuluc_model::Date::constant(1899, 12, 30);
    let hours = std::time::Duration::from_secs(u64::try_from(days).unwrap() * 86_400);
    zero.checked_add(hours).unwrap().to_string()
}

#[test]
fn every_value_is_that_of_the_document() {
    let (document, diagnostics) = sample::document();
    let mut workbook = read(&document, &diagnostics);
    let names = workbook.sheet_names();
    assert_eq!(names, ["Nhiệm vụ", "Cần xem lại", "Tổng hợp"]);
    let tasks = sheet(&mut workbook, "Nhiệm vụ");
    let labels: Vec<String> =
        tasks.rows().next().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(
        labels,
        [
            "Phụ lục",
            "Mục",
            "Tên mục",
            "TT",
            "Nội dung",
            "Đơn vị chủ trì",
            "Đơn vị phối hợp",
            "Không thực hiện",
            "Sản phẩm",
            "Thời gian",
            "Bắt đầu",
            "Kết thúc",
            "Hạn",
            "Căn cứ",
            "Căn cứ (2)",
            "note (2)",
            "Lời ghi không thực hiện",
            "Cách tính hạn",
            "Lịch",
            "Mã nhiệm vụ",
            "Trang",
            "Dòng"
        ]
    );
    let check = |row, label: &str, expected: &str| {
        assert_eq!(under(&tasks, row, label), text(expected), "{label} of row {row}");
    };
    check(0, "Phụ lục", "Phụ lục");
    check(0, "Mục", "I");
    check(0, "Tên mục", "Chỉ đạo, điều hành");
    check(0, "TT", "1");
    check(0, "Nội dung", "Rà soát \"quy trình\", thủ tục");
    check(0, "Đơn vị chủ trì", "Phòng Nội vụ");
    check(0, "Đơn vị phối hợp", "");
    check(0, "Sản phẩm", "=1+1");
    check(0, "Thời gian", "Quý II\nQuý III");
    check(0, "Căn cứ", sample::DECOMPOSED);
    check(0, "Căn cứ (2)", "");
    check(0, "note (2)", "-5");
    check(0, "Lời ghi không thực hiện", "không thực hiện nội dung này");
    let notation = "list[window 2024-04-01/2024-06-30 + window 2024-07-01/2024-09-30]";
    check(0, "Lịch", notation);
    check(0, "Mã nhiệm vụ", "165/KH-MNBT#I.1");
    assert_eq!(under(&tasks, 0, "Không thực hiện"), Data::Bool(true));
    assert_eq!(day(&under(&tasks, 0, "Bắt đầu")), "2024-04-01");
    assert_eq!(day(&under(&tasks, 0, "Kết thúc")), "2024-09-30");
    assert_eq!(under(&tasks, 0, "Hạn"), Data::Empty);
    assert_eq!(under(&tasks, 0, "Trang"), Data::Float(2.0));
    assert_eq!(under(&tasks, 0, "Dòng"), Data::Float(40.0));
    check(1, "Phụ lục", "2");
    check(1, "Nội dung", "Báo cáo");
    assert_eq!(under(&tasks, 1, "Không thực hiện"), Data::Bool(false));
    assert_eq!(tasks.height(), 3);
}

#[test]
fn text_is_never_a_formula_or_a_number() {
    let values = ["=1+1", "007", "+84", "@x", "_x0041_", " x ", "a\tb", "TRUE", "1/2", "\u{1}"];
    let (document, diagnostics) = document_of(&values.map(str::to_owned));
    let mut workbook = read(&document, &diagnostics);
    let tasks = sheet(&mut workbook, "Nhiệm vụ");
    for (row, value) in (0..).zip(values) {
        assert_eq!(under(&tasks, row, "Nội dung công việc"), text(value));
        assert_eq!(under(&tasks, row, "Ý kiến"), text(value));
    }
    for name in workbook.sheet_names() {
        assert!(workbook.worksheet_formula(&name).unwrap().is_empty(), "{name}");
    }
}

/// A table of tasks of these texts, each with a cell of another column that holds the same.
fn document_of(values: &[String]) -> (Document, Vec<Diagnostic>) {
    let text = |value: &str, line| Text::new(value.to_owned(), Place::new(1, line));
    let task = |(line, value): (u32, &String)| Task {
        task: Some(text(value, line)),
        extra: vec![Extra { label: "Ý kiến".to_owned(), value: Some(text(value, line)) }],
        ..Task::empty(Place::new(1, line))
    };
    let tasks = (1..).zip(values).map(task).collect();
    let sections = vec![Section { tasks, ..Section::default() }];
    let appendix = Appendix { sections, ..Appendix::empty(Place::START) };
    let mut diagnostics = Vec::new();
    let draft = Draft { appendices: vec![appendix], ..Draft::default() };
    (validate(draft, &mut diagnostics), diagnostics)
}

#[test]
fn what_does_not_fit_a_cell_goes_on_among_what_to_look_at() {
    let long = "ề𝄞".repeat(MAX_CELL_UNITS);
    let (document, diagnostics) = document_of(std::slice::from_ref(&long));
    let mut workbook = read(&document, &diagnostics);
    let tasks = sheet(&mut workbook, "Nhiệm vụ");
    let doubts = sheet(&mut workbook, "Cần xem lại");
    for label in ["Nội dung công việc", "Ý kiến"] {
        let mut whole = under(&tasks, 0, label).to_string();
        assert!(whole.encode_utf16().count() <= MAX_CELL_UNITS);
        for row in 0..u32::try_from(doubts.height() - 1).unwrap() {
            if under(&doubts, row, "Cột") == text(label) {
                assert_eq!(under(&doubts, row, "Mã"), text("cell_too_long"));
                assert_eq!(under(&doubts, row, "Mã nhiệm vụ"), text("appendix-1#row-1"));
                whole.push_str(&under(&doubts, row, "Từ ngữ").to_string());
            }
        }
        assert_eq!(whole, long, "{label}");
    }
}

#[test]
fn a_diagnostic_names_its_cell() {
    let (document, _) = document_of(&["một".to_owned(), "hai".to_owned()]);
    let diagnostics = [
        Diagnostic::new(Code::LostInitial).at(Place::new(1, 2)).field(Role::Task),
        Diagnostic::new(Code::CloseReading).at(Place::new(1, 1)),
        Diagnostic::new(Code::EnginesDisagree).at(Place::new(7, 1)),
        Diagnostic::new(Code::NoTasks),
        Diagnostic::new(Code::LeadMissing).at(Place::new(1, 2)).field(Role::LeadUnit),
    ];
    let mut workbook = read(&document, &diagnostics);
    let doubts = sheet(&mut workbook, "Cần xem lại");
    let check = |row, cell: &str, label: &str, task: &str| {
        let found = ["Ô", "Cột", "Mã nhiệm vụ"].map(|column| under(&doubts, row, column));
        assert_eq!(found, [cell, label, task].map(text));
    };
    check(0, "D3", "Nội dung công việc", "appendix-1#row-2");
    check(1, "C2", "TT", "appendix-1#row-1");
    check(2, "", "", "");
    check(3, "", "", "");
    check(4, "E3", "Đơn vị chủ trì", "appendix-1#row-2");
    assert_eq!(under(&doubts, 0, "Vấn đề"), text("Có thể mất chữ cái đầu"));
    assert_eq!(under(&doubts, 0, "Mức"), text("Cảnh báo"));
    assert_eq!(under(&doubts, 0, "Trang"), Data::Float(1.0));
    assert_eq!(under(&doubts, 3, "Trang"), Data::Empty);
}

#[test]
fn counts_by_unit_quarter_and_section() {
    let (document, diagnostics) = sample::document();
    let mut workbook = read(&document, &diagnostics);
    let counts = sheet(&mut workbook, "Tổng hợp");
    let line = |name: &str| {
        let row = counts.rows().find(|row| row[1] == text(name));
        let row = row.unwrap_or_else(|| panic!("{name} is not there"));
        [&row[2], &row[3], &row[4]].map(ToString::to_string)
    };
    assert_eq!(line("sample.txt"), ["2", "1", "1"]);
    assert_eq!(line("Phòng Nội vụ"), ["1", "0", "1"]);
    assert_eq!(line("VP UBND"), ["1", "0", "1"]);
    assert_eq!(line("Quý II/2024"), ["1", "0", "1"]);
    assert_eq!(line("Quý III/2024"), ["1", "0", "1"]);
    assert_eq!(line("Chỉ đạo, điều hành"), ["1", "0", "1"]);
    assert_eq!(line("(để trống)"), ["1", "1", "0"]);
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let (document, diagnostics) = sample::document();
    let report = sample::report(&document, &diagnostics);
    assert_eq!(bytes(&report), bytes(&report));
    let (empty, _) = document_of(&[]);
    assert!(bytes(&sample::report(&empty, &[])).starts_with(b"PK"));
}
