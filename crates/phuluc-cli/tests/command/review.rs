//! The review sheet: a PDF beside its records, whatever is wrong with its pages.

use std::fs;

use super::paper::{Page, pdf};
use super::workshop::{Workshop, plan};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures");

/// How the picture of a page begins.
const PICTURE: &str = "src='data:image/svg+xml,<svg ";

#[test]
fn a_text_stands_beside_its_records() {
    let workshop = Workshop::new();
    workshop.put("plan.txt", plan()).run("convert plan.txt -q -o plan.html").exits(0);
    let sheet = workshop.text("plan.html");
    assert!(sheet.contains("<title>Bảng đối chiếu: plan.txt</title>"));
    assert_eq!(sheet.matches("<article class=\"row task").count(), 47);
    assert_eq!(sheet.matches("<section class=\"pair\"").count(), 13);
    assert!(sheet.contains("<span class=\"no\">108</span>") && !sheet.contains(PICTURE));
}

#[test]
fn the_other_formats_stay_as_they_are_beside_a_sheet() {
    let workshop = Workshop::new();
    workshop.put("plan.pdf", pdf(&[Page::Table]));
    workshop.run("convert plan.pdf --format json,csv,html --out-dir both").exits(0);
    workshop.run("convert plan.pdf --format json,csv --out-dir plain").exits(0);
    for name in ["plan.json", "plan.csv"] {
        assert_eq!(workshop.text(format!("both/{name}")), workshop.text(format!("plain/{name}")));
    }
    assert_eq!(workshop.names("both"), ["plan.csv", "plan.html", "plan.json"]);
}

#[test]
fn every_page_has_its_place_in_the_sheet() {
    let workshop = Workshop::new();
    workshop.put("plan.pdf", pdf(&[Page::Table, Page::Image, Page::Garbled, Page::Blank]));
    workshop.run("convert plan.pdf -o plan.html").exits(1);
    let sheet = workshop.text("plan.html");
    assert_eq!(sheet.matches(PICTURE).count(), 4);
    assert!(
        sheet.contains("Trang là ảnh chụp") && sheet.contains("Không giải mã được nội dung trang")
    );
    assert_eq!(sheet.matches("<article class=\"row task").count(), 2);
}

#[test]
fn an_encrypted_pdf_is_drawn_with_its_password() {
    let workshop = Workshop::new();
    let locked = fs::read(format!("{FIXTURES}/malformed/encrypted-user-password.pdf")).unwrap();
    workshop.put("plan.pdf", locked).put("password", "mat-khau");
    workshop.run("convert plan.pdf --password-file password -q -o plan.html").exits(0);
    assert_eq!(workshop.text("plan.html").matches(PICTURE).count(), 2);
}
