//! The user's document: 47 tasks in nine sections, each cell as on the page.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::path::Path;

use phuluc_model::Text;
use phuluc_parser::{Options, Parsed, parse};

fn seed() -> Parsed {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/text/ben-thanh-2024.txt");
    parse(&std::fs::read(path).unwrap(), &Options::default()).unwrap()
}

fn value(text: Option<&Text>) -> &str {
    text.map_or("", |text| text.as_str())
}

#[test]
fn has_47_tasks_in_nine_sections() {
    let parsed = seed();
    let [appendix] = parsed.document.appendices() else { panic!("one appendix") };
    let counts: Vec<usize> = appendix.sections.iter().map(|section| section.tasks.len()).collect();
    assert_eq!(counts, [7, 2, 5, 8, 6, 9, 6, 2, 2]);
    assert_eq!(parsed.document.tasks().filter(|task| task.not_performed.is_some()).count(), 21);
    assert_eq!(parsed.document.tasks().filter(|task| task.timeframe.is_some()).count(), 28);
    assert_eq!(parsed.document.tasks().filter(|task| task.product.is_some()).count(), 30);
    let without_lead: Vec<&str> = parsed
        .document
        .tasks()
        .filter(|task| task.lead_unit.is_none())
        .map(|task| task.id.as_str())
        .collect();
    assert_eq!(without_lead, ["165/KH-MNBT#IV.7", "165/KH-MNBT#VII.3"]);
    assert_eq!(parsed.pages, 13);
}

#[test]
fn has_its_heading() {
    let parsed = seed();
    let appendix = &parsed.document.appendices()[0];
    assert_eq!(value(appendix.unit.as_ref()), "Trường mầm non Bến Thành");
    assert_eq!(value(appendix.issuer.as_ref()), "TRƯỜNG MẦM NON BẾN THÀNH");
    assert_eq!(appendix.year.as_ref().unwrap().value, 2024);
    let issued = appendix.issued_with.as_ref().unwrap();
    assert_eq!(value(issued.kind.as_ref()), "Kế hoạch");
    assert_eq!(value(issued.number.as_ref()), "165/KH-MNBT");
    assert_eq!(issued.date.as_ref().unwrap().value.to_string(), "2024-06-05");
}

#[test]
fn joins_the_rows_that_pages_cut() {
    let parsed = seed();
    let task = |id: &str| {
        parsed.document.tasks().find(|task| task.id.ends_with(&format!("#{id}"))).unwrap()
    };
    let row = task("V.6");
    assert_eq!(value(row.lead_unit.as_ref()), "Phòng Nội vụ");
    assert_eq!(value(row.product.as_ref()), "Kế hoạch, báo cáo");
    assert_eq!(value(row.timeframe.as_ref()), "Thường xuyên trong năm");
    let row = task("VII.6");
    assert_eq!(value(row.lead_unit.as_ref()), "Văn phòng UBND");
    assert_eq!(value(row.coordinating_unit.as_ref()), "Trường Mầm non Bến Thành");
    assert_eq!(value(row.not_performed.as_ref()), "không thực hiện nội dung này.");
    assert_eq!(value(task("IV.7").timeframe.as_ref()), "Khi cấp trên yêu cầu");
    assert!(value(task("V.2").task.as_ref()).contains("Kế hoạch số 3815/KH-UBND ngày"));
    assert!(value(task("IV.1").task.as_ref()).contains("công lập.\nĐề xuất"));
}
