//! The sheet of a small document, with text that a stranger wrote.

use phuluc_model::view::{Area, Blank, Face, Line, Mark, Page, Row};
use phuluc_model::{
    Appendix, Code, Diagnostic, Document, Draft, Place, Role, Section, Task, Text, validate,
};
use sha2::{Digest as _, Sha256};

use super::*;
use crate::report::Source;

const EVIL: &str = "</td><script>alert(1)</script> trục \"thuộc\"";

fn text(value: &str, line: u32) -> Text {
    Text::new(value.to_owned(), Place::new(1, line))
}

fn document() -> Document {
    let task = Task {
        number: Some(text("1", 3)),
        task: Some(text(EVIL, 4)),
        timeframe: Some(text("Quý II", 5)),
        ..Task::empty(Place::new(1, 3))
    };
    let section = Section {
        number: Some(text("I", 2)),
        title: Some(text("<b>Mục</b>", 2)),
        tasks: vec![task],
        ..Section::default()
    };
    let appendix = Appendix { sections: vec![section], ..Appendix::empty(Place::START) };
    validate(Draft { appendices: vec![appendix], ..Draft::default() }, &mut Vec::new())
}

fn mark(role: Role, area: Area) -> Mark {
    let row = Row { appendix: 0, section: 0, task: Some(0) };
    Mark { row, role, extra: 0, page: 1, area }
}

fn sheet(diagnostics: &[Diagnostic], view: Option<&View>) -> String {
    let document = document();
    let source = Source::new("<i>.txt", "text").with_form("lines").with_pages(1);
    let mut bytes = Vec::new();
    write(&Report::new(source, &document, diagnostics).with_view(view), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn doubt() -> Diagnostic {
    let said = Diagnostic::new(Code::ConfusableSyllable)
        .with("word", "trục")
        .with("pair", "<said>")
        .at(Place::new(1, 4));
    let mut said = said.field(Role::Task).found("trục");
    said.suggestion = Some("trực".to_owned());
    said
}

#[test]
fn text_of_strangers_stays_text() {
    let lines = vec![Line { number: 4, text: EVIL.to_owned() }];
    let page = Page { number: 1, width: 0.0, height: 0.0, face: Face::Lines(lines) };
    let words = Area::Words { line: 4, start: 0, end: EVIL.len() };
    let view = View { pages: vec![page], marks: vec![mark(Role::Task, words)] };
    let sheet = sheet(&[doubt()], Some(&view));
    assert_eq!(sheet.matches("<script").count(), 1, "only the script of the sheet");
    assert!(!sheet.contains("<i>") && !sheet.contains("<b>Mục") && !sheet.contains("<said>"));
    assert_eq!(sheet.matches("&lt;script&gt;alert(1)").count(), 2, "in the record and in the line");
}

#[test]
fn a_doubt_stands_in_its_cell_and_in_its_line() {
    let sheet = sheet(&[doubt()], None);
    let (_, cell) = sheet.split_once("<td class=\"cell warning\" data-f=\"task\"").unwrap();
    let (cell, _) = cell.split_once("</td>").unwrap();
    assert!(cell.contains("<span class=\"found\">trục</span>"), "{cell}");
    assert!(cell.contains(": «trục», có thể là «trực» <small>(dòng 4)</small>"), "{cell}");
}

#[test]
fn a_doubt_about_an_empty_cell_or_a_page_has_a_place_too() {
    let missing = Diagnostic::new(Code::LeadMissing).at(Place::new(1, 3)).field(Role::LeadUnit);
    let scanned = Diagnostic::new(Code::PageScanned).at(Place::new(2, 1));
    let lost = Diagnostic::new(Code::FileTruncated);
    let sheet = sheet(&[missing, scanned, lost], None);
    let at = |part: &str| sheet.find(part).unwrap_or_else(|| panic!("{part} is not there"));
    assert!(at("Tệp bị cắt mất phần cuối") < at("Trang 1</h2>"));
    assert!(at("Nhiệm vụ I.1") < at("Thiếu đơn vị chủ trì"));
    assert!(at("Trang 2</h2>") < at("Trang là ảnh chụp"));
}

#[test]
fn boxes_lie_over_a_picture_that_is_an_image() {
    let svg = "<svg><a href='#'/></svg>".to_owned();
    let page = Page { number: 1, width: 100.0, height: 50.0, face: Face::Svg(svg) };
    let cell = Area::Box { x: 1.0, y: 2.0, width: 3.25, height: 4.0 };
    let view = View { pages: vec![page], marks: vec![mark(Role::Task, cell)] };
    let sheet = sheet(&[], Some(&view));
    assert!(sheet.contains("src='data:image/svg+xml,<svg><a href=%27%23%27/></svg>'>"));
    let expected = "data-f=\"task\" x=\"1.0\" y=\"2.0\" width=\"3.2\" height=\"4.0\"/>";
    assert!(sheet.contains(expected), "{sheet}");
}

#[test]
fn a_blank_page_says_why() {
    let page = |number, blank| Page { number, width: 9.0, height: 9.0, face: Face::Blank(blank) };
    let pages = vec![
        page(1, Blank::Undrawn),
        page(2, Blank::Unable),
        page(3, Blank::TooMuch),
        page(4, Blank::Pages(3)),
        page(5, Blank::Bytes(7)),
    ];
    let sheet = sheet(&[], Some(&View { pages, marks: Vec::new() }));
    assert_eq!(sheet.matches("<p class=\"why\">").count(), 5);
    assert!(sheet.contains("chỉ vẽ 3 trang") && sheet.contains("hết 7 byte"));
}

#[test]
fn the_policy_knows_the_style_and_the_script() {
    for (text, hash) in [(STYLE, STYLE_HASH), (SCRIPT, SCRIPT_HASH)] {
        assert_eq!(hash, base64(&Sha256::digest(text)), "the file was changed: put its hash here");
        assert!(!text.contains("</"), "it would end its element");
    }
    let sheet = sheet(&[], None);
    assert!(sheet.contains("content=\"default-src 'none'; img-src data:;"));
    assert!(!sheet.contains(" style=") && !sheet.contains(" onclick="));
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(*group.get(at).unwrap_or(&0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at) & 63) as usize];
            text.push(if at > group.len() { '=' } else { char::from(digit) });
        }
    }
    text
}
