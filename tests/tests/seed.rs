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

#[test]
fn refers_to_twelve_documents() {
    let parsed = seed();
    let appendix = &parsed.document.appendices()[0];
    let sections = appendix.sections.iter().flat_map(|section| &section.citations);
    let cells = parsed.document.tasks().flat_map(|task| &task.meaning.citations);
    let found: Vec<(u32, &str)> = appendix
        .citations
        .iter()
        .chain(sections)
        .chain(cells)
        .map(|citation| (citation.place.line, citation.canonical.as_str()))
        .collect();
    let expected = [
        (22, "165/KH-MNBT"),
        (120, "3494/QĐ-UBND"),
        (219, "5043/KH-UBND"),
        (421, "2536/QĐ-UBND"),
        (480, "108/2020/NĐ-CP"),
        (482, "120/2020/NĐ-CP"),
        (569, "124-KH/TU"),
        (571, "3815/KH-UBND"),
        (596, "387/KH-UBND"),
        (780, "74/2022/QH15"),
        (820, "167/2017/NĐ-CP"),
        (822, "67/2021/NĐ-CP"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn means_what_its_cells_say() {
    let parsed = seed();
    let task = |id: &str| {
        parsed.document.tasks().find(|task| task.id.ends_with(&format!("#{id}"))).unwrap()
    };
    let when = |id: &str| task(id).meaning.schedule.as_ref().unwrap().to_string();
    assert_eq!(when("I.1"), "window 2024-06-01/2024-06-30");
    assert_eq!(when("VI.1"), "recurring FREQ=MONTHLY;BYMONTHDAY=8 [before]");
    assert_eq!(when("V.6"), "continuous 2024-01-01/2024-12-31");
    assert_eq!(when("I.3"), "unspecified");
    let leads = |id: &str| {
        let items = task(id).meaning.lead_units.iter();
        items.map(|item| item.text.as_str()).collect::<Vec<_>>()
    };
    let posts = ["Thủ trưởng cơ quan, đơn vị", "Chủ tịch Ủy ban nhân dân (UBND) 10 phường"];
    assert_eq!(leads("III.3"), posts);
    assert_eq!(leads("VII.4"), ["Văn phòng UBND", "Trung tâm CNTT", "Phòng Quản lý đô thị"]);
    let products = task("I.1").meaning.products.iter().map(|item| item.text.as_str());
    assert!(products.eq(["Kế hoạch", "báo cáo", "Clip tuyên truyền"]));
    let sections = parsed.document.appendices()[0].sections.iter();
    let areas: Vec<&str> = sections.map(|section| section.area.unwrap().name()).collect();
    assert_eq!(areas, ["1", "2", "3", "4", "5", "6", "7", "8", "survey"]);
}

/// The letter errors, the names in small letters and the comma that a person found in the text, by
/// line, with what they stand for; line 547 has two names.
#[test]
fn doubts_every_known_slip_and_nothing_else() {
    let parsed = seed();
    let found: Vec<(u32, &str, &str)> = parsed
        .diagnostics
        .iter()
        .filter_map(|diagnostic| {
            let suggestion = diagnostic.suggestion.as_deref().unwrap_or_default();
            Some((diagnostic.place?.line, diagnostic.found.as_deref()?, suggestion))
        })
        .collect();
    let (body, capital) = ("ủy ban nhân dân", "Ủy ban nhân dân");
    let expected = [
        (108, "trục", "trực"),
        (108, body, capital),
        (116, "họp", "hợp"),
        (122, body, capital),
        (306, "ƯBND", "UBND"),
        (399, "tố", "tổ"),
        (405, body, capital),
        (454, "tố", "tổ"),
        (492, "chê", "chế"),
        (519, "riển", "Triển"),
        (523, body, capital),
        (525, "duyệt,", ""),
        (541, body, capital),
        (545, "úy", "Ủy"),
        (547, body, capital),
        (547, body, capital),
        (549, "trị", "trí"),
        (559, "chihường", "chi thường"),
        (711, "cập", "cấp"),
        (863, "họp", "hợp"),
        (947, "muu", "mưu"),
        (947, "triến", "triển"),
        (964, body, capital),
    ];
    assert_eq!(found, expected);
}
