//! A table is the same from Word, from Excel and in Markdown.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fs;
use std::path::Path;

use phuluc_model::Code;
use phuluc_parser::{Options, Stage, inspect, parse};

fn fixture(name: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    fs::read(root.join("fixtures/text").join(name)).unwrap()
}

#[test]
fn the_records_are_the_same_and_every_word_is_accounted_for() {
    let records = |name| inspect(&fixture(name), &Options::default(), Stage::Records).unwrap();
    let word = "delimited-tabs-from-word.txt";
    for name in [word, "delimited-quoted-cells-from-excel.txt", "delimited-markdown.txt"] {
        assert_eq!(records(name), records(word), "{name}");
        let parsed = parse(&fixture(name), &Options::default()).unwrap();
        assert!(parsed.document.audit().balances(), "{name}");
        assert_eq!(parsed.document.tasks().count(), 4, "{name}");
        assert!(parsed.diagnostics.is_empty(), "{name}: {:?}", parsed.diagnostics);
    }
}

/// A cell beyond the last column has one without a label, or behind the line of dashes is left out.
#[test]
fn a_cell_too_many_is_accounted_for() {
    let rows = "| 1 | Rà soát | Phòng Tư pháp |\n| 2 | Họp | Phòng Nội vụ | thừa |\n";
    for dashes in ["", "|---|---|---|\n"] {
        let text = format!("| TT | Nội dung | Đơn vị chủ trì |\n{dashes}{rows}");
        let parsed = parse(text.as_bytes(), &Options::default()).unwrap();
        let codes: Vec<Code> = parsed.diagnostics.iter().map(|said| said.code).collect();
        assert_eq!(codes, [Code::RaggedRow], "{text}");
        assert!(parsed.document.audit().balances(), "{text}");
        let units: Vec<Option<&str>> = parsed
            .document
            .tasks()
            .map(|task| task.lead_unit.as_ref().map(phuluc_model::Text::as_str))
            .collect();
        assert_eq!(units, [Some("Phòng Tư pháp"), Some("Phòng Nội vụ")], "{text}");
    }
}

/// Rows go on over the pieces in which a long table is read.
#[test]
fn a_long_table_keeps_its_rows() {
    let rows = (1..=900).map(|number| {
        format!(
            "{number}\tRà soát văn bản\tPhòng Tư pháp\tQuý II/2026\n\
             \tBáo cáo kết quả\tPhòng Nội vụ\tTháng 6/2026\n"
        )
    });
    let header = "TT\tNội dung công việc\tĐơn vị chủ trì\tThời gian\n".to_owned();
    let text: String = std::iter::once(header).chain(rows).collect();
    let parsed = parse(text.as_bytes(), &Options::default()).unwrap();
    assert_eq!(parsed.document.tasks().count(), 1800);
    assert!(parsed.document.audit().balances());
}

/// A title over several columns below their labels is no head of theirs.
#[test]
fn a_title_below_the_labels_counts_once() {
    let text = "| TT | Nội dung | Đơn vị chủ trì |\n| Công tác | | |\n| 1 | Rà soát | Phòng A |\n\
                TT\tNội dung\tĐơn vị\nI\tCông tác chung\n1\tRà soát\tPhòng A\n";
    let parsed = parse(text.as_bytes(), &Options::default()).unwrap();
    assert!(parsed.document.audit().balances(), "{:?}", parsed.document.audit());
}

/// A dot is cut off the end of a number, and a number that is nothing else stays.
#[test]
fn a_number_that_is_a_dot_is_not_empty() {
    let text = "TT\tNội dung công việc\tĐơn vị chủ trì\tThời gian\n.\tCải cách\tPhòng\tQuý I\n";
    let seen = inspect(text.as_bytes(), &Options::default(), Stage::Table).unwrap();
    let parsed = parse(text.as_bytes(), &Options::default()).unwrap();
    let tables = parsed.document.appendices();
    let numbers = tables.iter().flat_map(|table| &table.sections).flat_map(|section| {
        section.number.iter().chain(section.tasks.iter().filter_map(|task| task.number.as_ref()))
    });
    let numbers: Vec<&str> = numbers.map(phuluc_model::Text::as_str).collect();
    assert_eq!(numbers, ["."], "{seen}");
}

/// `<br>` parts the paragraphs of a cell and no lines of the input.
#[test]
fn a_break_in_markdown_is_no_line() {
    let text = "| TT | Nội dung công việc | Đơn vị chủ trì |\n|---|---|---|\n\
                | 1 | Rà soát;<br>báo cáo | Phòng A<br>Phòng B |\n";
    let parsed = parse(text.as_bytes(), &Options::default()).unwrap();
    let task = parsed.document.tasks().next().unwrap();
    let [work, unit] = [&task.task, &task.lead_unit].map(|cell| cell.as_ref().unwrap());
    assert_eq!((work.as_str(), unit.as_str()), ("Rà soát;\nbáo cáo", "Phòng A\nPhòng B"));
    assert!(work.places().chain(unit.places()).all(|place| place.line == 3));
}
