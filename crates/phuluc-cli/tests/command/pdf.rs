//! PDFs: passwords, engines, and what is said of those that cannot be read as a whole.

use std::fs;

use serde_json::Value;

use super::paper::{Page, pdf};
use super::workshop::{Ran, Workshop, size};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures");

/// Seven tasks in four sections on two pages.
const PLAN: &str = "pdf/ruled-libreoffice-not-performed.pdf";

/// The same, encrypted; everybody may read it.
const OPEN: &str = "pdf/encrypted-empty-password.pdf";

/// The same, to be read with the password `mat-khau`.
const LOCKED: &str = "malformed/encrypted-user-password.pdf";

fn fixture(name: &str) -> Vec<u8> {
    fs::read(format!("{FIXTURES}/{name}")).unwrap()
}

fn with(name: &str, content: impl AsRef<[u8]>) -> Workshop {
    let workshop = Workshop::new();
    workshop.put(name, content);
    workshop
}

/// What becomes of a PDF of these pages.
fn converted(pages: &[Page], arguments: &str) -> Ran {
    with("plan.pdf", pdf(pages)).run(format!("convert plan.pdf {arguments}").trim_end())
}

fn tasks(document: &Value) -> usize {
    size(document).1
}

#[test]
fn reads_a_pdf() {
    let ran = with("plan.pdf", fixture(PLAN)).run("convert plan.pdf").exits(0);
    let document = ran.json();
    assert_eq!(document["source"]["kind"], "pdf");
    assert_eq!(document["source"]["name"], "plan.pdf");
    assert_eq!(document["source"]["pages"], 2);
    assert_eq!(tasks(&document), 7);
}

#[test]
fn a_folder_means_its_pdfs_too() {
    let workshop = with("in/plan.pdf", pdf(&[Page::Table]));
    workshop.put_page("in/text.txt").put("in/picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let ran = workshop.run("convert in --out-dir out").exits(0);
    assert_eq!(workshop.names("out"), ["plan.json", "text.json"]);
    ran.says("note: `in/picture.png` was left out: the input is neither a PDF nor text");
}

#[test]
fn an_empty_password_is_not_asked_for() {
    let workshop = with("open.pdf", fixture(OPEN));
    let ran = workshop.run("convert open.pdf").exits(0);
    assert_eq!(tasks(&ran.json()), 7);
    workshop.put("password", "mat-khau\n");
    workshop.run("convert open.pdf --password-file password").exits(0);
    workshop.run("convert open.pdf --pdf-engine pdf-extract").exits(0);
}

#[test]
fn a_password_is_asked_for_by_name() {
    let workshop = with("locked.pdf", fixture(LOCKED));
    for engine in ["hayro", "pdf-extract"] {
        let line = format!("convert locked.pdf --pdf-engine {engine}");
        let ran = workshop.run(&line).exits(3);
        ran.says("error: `locked.pdf` could not be read\n  cause: the PDF is encrypted and needs a password to be opened; give it (--password-file)");
        workshop.put("wrong", "mat khau\n");
        let ran = workshop.run(&format!("{line} --password-file wrong")).exits(3);
        ran.says("the password given does not open it");
        workshop.put("right", "mat-khau\r\nand a second line\n");
        let ran = workshop.run(&format!("{line} --password-file right")).exits(0);
        assert_eq!(tasks(&ran.json()), 7, "{engine}");
    }
}

#[test]
fn every_command_takes_a_password() {
    let workshop = with("set/locked.pdf", fixture(LOCKED));
    workshop.put("password", "mat-khau");
    let password = "--password-file password";
    workshop.run(&format!("inspect set/locked.pdf {password}")).exits(0).prints("Phòng");
    workshop.run(&format!("check set --update {password}")).exits(0);
    assert_eq!(tasks(&workshop.json("set/locked.expected.json")), 7);
    workshop.run(&format!("check set {password}")).exits(0).prints("1 agree");
    workshop.run("check set").exits(1).prints("needs a password");
}

#[test]
fn a_password_file_that_cannot_be_read_is_a_usage_error() {
    let workshop = with("plan.pdf", pdf(&[Page::Table]));
    workshop.put("latin", b"caf\xe9\n");
    for file in ["missing", "latin"] {
        for command in ["convert plan.pdf --out-dir out", "inspect plan.pdf", "check ."] {
            let ran = workshop.run(&format!("{command} --password-file {file}")).exits(2);
            ran.says(&format!("error: the password file `{file}` could not be read\n  cause: "));
        }
    }
    assert_eq!(workshop.names("."), ["latin", "plan.pdf"]);
}

#[test]
fn each_kind_of_bad_pdf_has_its_sentence() {
    let check = |name: &str, sentence: &str| {
        let workshop = with("bad.pdf", fixture(&format!("malformed/{name}")));
        let ran = workshop.run("convert bad.pdf").exits(3).says(sentence);
        assert_eq!(ran.out, "");
    };
    check("blank-page.pdf", "the PDF has 1 page and no text");
    check("cut-off.pdf", "the PDF is cut off: its end is missing and no page can be read");
    check("damaged.pdf", "the PDF is damaged: no page of it can be read");
    check("image-only.pdf", "the PDF is a scan: page 1 is an image without text; run OCR");
    check("no-pages.pdf", "the PDF has no pages");
    check("no-text-map.pdf", "the PDF has no text for 9 of its 9 letters, only their shapes");
}

#[test]
fn a_scan_names_its_pages() {
    let pages = [Page::Image, Page::Image, Page::Image, Page::Blank, Page::Image];
    let ran = converted(&pages, "").exits(3);
    ran.says("the PDF is a scan: pages 1 to 3, 5 are images without text");
}

#[test]
fn the_pages_that_can_be_read_are_read() {
    let check = |page: Page, said: &str| {
        let ran = converted(&[Page::Table, page, Page::Table], "").exits(1).says(said);
        assert_eq!(tasks(&ran.json()), 4, "{page:?}");
    };
    check(Page::Image, "plan.pdf:2:1: error[page_scanned]: the page is an image without text");
    check(Page::Garbled, "plan.pdf:2:1: error[page_unreadable]: what is drawn on the page cannot");
    check(Page::Lost, "plan.pdf: error[pages_missing]: the PDF counts 3 pages and only 2 can be");
}

#[test]
fn a_blank_page_is_no_loss() {
    let ran = converted(&[Page::Table, Page::Blank], "").exits(0);
    assert_eq!(ran.json()["source"]["pages"], 2);
}

#[test]
fn a_file_without_its_end_is_a_loss() {
    let mut bytes = pdf(&[Page::Table]);
    let end = bytes.windows(7).position(|window| window == b"trailer").unwrap();
    bytes.truncate(end);
    let ran = with("plan.pdf", bytes).run("convert plan.pdf").exits(1);
    assert_eq!(tasks(&ran.json()), 2);
    ran.says("plan.pdf: error[file_truncated]: the end of the PDF is missing; 1 page could be");
}

#[test]
fn the_other_engine_reads_too() {
    let workshop = with("plan.pdf", fixture(PLAN));
    let ran = workshop.run("convert plan.pdf --pdf-engine pdf-extract").exits(0);
    assert_eq!(ran.json()["appendices"], workshop.run("convert plan.pdf").json()["appendices"]);
    let ran = workshop.run("inspect plan.pdf --stage pages --pdf-engine pdf-extract").exits(0);
    ran.prints("page 1: 595 x 842 points");
    workshop.run("convert plan.pdf --pdf-engine pdfium").exits(2).says("pdfium");
}

#[test]
fn an_engine_that_fails_is_an_error_and_no_panic() {
    let pages = [Page::Table, Page::TableWithoutSize];
    let ran = converted(&pages, "--pdf-engine pdf-extract").exits(3);
    let ran =
        ran.says("the PDF could not be read by pdf-extract: page 2: it failed with `MediaBox`");
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
}

#[test]
fn engines_that_agree_say_nothing() {
    let workshop = with("plan.pdf", fixture(PLAN));
    let ran = workshop.run("convert plan.pdf --second-opinion").exits(0);
    assert_eq!(ran.out, workshop.run("convert plan.pdf").out);
}

#[test]
fn engines_that_disagree_name_page_and_words() {
    let pages = [Page::Table, Page::TableByQuotes];
    let ran = converted(&pages, "--second-opinion").exits(0);
    assert_eq!(ran.err.matches("engines_disagree").count(), 1, "{}", ran.err);
    let ran = ran.says("plan.pdf:2:1: warning[engines_disagree]: the engines read different words: only hayro reads `TT` `Noi`");
    ran.says("and 24 more\n");
}

#[test]
fn a_second_opinion_that_fails_is_a_warning() {
    let ran = converted(&[Page::TableWithoutSize], "--second-opinion").exits(0);
    assert_eq!(tasks(&ran.json()), 2);
    let ran = ran.says("plan.pdf: warning[second_opinion_missing]: there is no second opinion from pdf-extract: page 1: it failed with `MediaBox`");
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
}
