//! The review sheet of the fixtures: every cell is marked where its words stand, and the sheet of one
//! fixture is as a person read it.
//!
//! `UPDATE=1 cargo test -p phuluc-tests --test review` rewrites that one. What a browser does with a
//! sheet is tried by `tests/review/browser.mjs`.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fs;
use std::path::{Path, PathBuf};

use phuluc_convert::html;
use phuluc_model::view::{Area, Blank, Face, Mark, Row, View};
use phuluc_model::{Document, Role, Text};
use phuluc_parser::{Options, Parsed, parse};
use phuluc_tests::reading::report;

fn fixtures(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures").join(kind);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_none_or(|end| end != "json")).collect();
    files.sort();
    files
}

fn options() -> Options {
    let mut options = Options::default();
    options.view = true;
    options
}

fn viewed(path: &Path, options: &Options) -> Option<(Parsed, View)> {
    let mut parsed = parse(&fs::read(path).unwrap(), options).ok()?;
    let view = parsed.view.take().unwrap();
    Some((parsed, view))
}

/// The cells of all tasks that have words, by row, role and index among those without one.
fn cells(document: &Document) -> Vec<(Row, Role, usize, &Text)> {
    let mut cells = Vec::new();
    for (appendix, table) in document.appendices().iter().enumerate() {
        for (section, under) in table.sections.iter().enumerate() {
            for (index, task) in under.tasks.iter().enumerate() {
                let row = Row { appendix, section, task: Some(index) };
                let named = Role::ALL.into_iter().filter_map(|role| Some((role, task.cell(role)?)));
                cells.extend(named.map(|(role, text)| (row, role, 0, text)));
                for (index, extra) in task.extra.iter().enumerate() {
                    let value = extra.value.as_ref();
                    cells.extend(value.map(|text| (row, Role::Extra, index, text)));
                }
            }
        }
    }
    cells
}

fn marks(view: &View, row: Row, role: Role, extra: usize) -> Vec<&Mark> {
    let own = |mark: &&Mark| (mark.row, mark.role, mark.extra) == (row, role, extra);
    view.marks.iter().filter(own).collect()
}

/// The text that marks cover, without white space.
fn covered(view: &View, marks: &[&Mark]) -> String {
    let lines = view.pages.iter().filter_map(|page| match &page.face {
        Face::Lines(lines) => Some(lines),
        _ => None,
    });
    let lines: Vec<_> = lines.flatten().collect();
    let mut text = String::new();
    for mark in marks {
        let Area::Words { line, start, end } = mark.area else { continue };
        let line = lines.iter().find(|own| own.number == line).unwrap();
        text.push_str(line.text.get(start..end).unwrap());
    }
    text.split_whitespace().collect()
}

#[test]
fn the_marks_of_a_text_cover_the_words_of_its_cells() {
    let (mut checked, mut missed) = (0, Vec::new());
    for path in fixtures("text") {
        let Some((parsed, view)) = viewed(&path, &options()) else { continue };
        for (row, role, extra, text) in cells(&parsed.document) {
            // A cell that says who leads and who helps is two values and one mark.
            let value: String = text.as_str().split_whitespace().collect();
            let covered = covered(&view, &marks(&view, row, role, extra));
            let number = role == Role::Number && covered.trim_end_matches('.') == value;
            checked += 1;
            if !(number || covered.contains(&value)) {
                let name = path.file_name().unwrap().to_owned();
                missed.push(format!("{name:?} {row:?} {role}: {value} is not {covered}"));
            }
        }
    }
    assert!(checked > 1_000, "only {checked} cells were looked at");
    assert!(missed.is_empty(), "{} of {checked}: {missed:#?}", missed.len());
}

#[test]
fn every_cell_of_a_pdf_has_a_rectangle_on_its_page() {
    let mut checked = 0;
    for path in fixtures("pdf") {
        let Some((parsed, view)) = viewed(&path, &options()) else { continue };
        for (row, role, extra, text) in cells(&parsed.document) {
            let marks = marks(&view, row, role, extra);
            assert!(!marks.is_empty(), "{}: {row:?} {role}", path.display());
            for mark in &marks {
                let page = view.pages.iter().find(|page| page.number == mark.page).unwrap();
                let Area::Box { x, y, width, height } = mark.area else { panic!("{mark:?}") };
                let inside = x >= -1.0 && y >= -1.0 && width > 0.0 && height > 0.0;
                // One fixture has a line under the foot of its page.
                let inside = inside && x + width < page.width + 1.0 && y < page.height + 15.0;
                assert!(inside, "{}: {mark:?}", path.display());
            }
            let pages: Vec<u32> = marks.iter().map(|mark| mark.page).collect();
            assert!(text.places().all(|place| pages.contains(&place.page)), "{row:?} {role}");
            checked += 1;
        }
        let drawn = |page: &phuluc_model::view::Page| matches!(&page.face, Face::Svg(svg) if svg.contains("<use"));
        assert!(view.pages.iter().any(drawn), "{}", path.display());
    }
    assert!(checked > 900, "only {checked} cells were looked at");
}

#[test]
fn an_encrypted_file_is_seen_like_its_open_twin() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/pdf");
    let see = |name: &str| viewed(&folder.join(name), &options()).unwrap().1;
    let (open, locked) =
        (see("ruled-libreoffice-not-performed.pdf"), see("encrypted-empty-password.pdf"));
    assert_eq!(open.marks, locked.marks);
    assert!(locked.pages.iter().all(|page| matches!(page.face, Face::Svg(_))));
}

#[test]
fn what_is_beyond_a_limit_is_blank() {
    let path = fixtures("pdf").into_iter().find(|path| path.ends_with(SHEET_OF)).unwrap();
    let faces = |change: fn(&mut Options)| {
        let mut options = options();
        change(&mut options);
        let view = viewed(&path, &options).unwrap().1;
        let blank = |face: &Face| if let Face::Blank(blank) = face { Some(*blank) } else { None };
        view.pages.iter().map(|page| blank(&page.face)).collect::<Vec<_>>()
    };
    assert_eq!(faces(|options| options.limits.max_view_pages = 1), [None, Some(Blank::Pages(1))]);
    let bytes = Some(Blank::Bytes(10));
    assert_eq!(faces(|options| options.limits.max_view_bytes = 10), [bytes, bytes]);
    let too_much = Some(Blank::TooMuch);
    assert_eq!(faces(|options| options.limits.max_page_glyphs = 10), [too_much, too_much]);
    assert_eq!(faces(|_| ()), [None, None]);
}

/// The fixture whose sheet is kept.
const SHEET_OF: &str = "ruled-libreoffice-spans.pdf";

/// The sheet without its style, its script and the pictures of pages.
fn body(path: &Path) -> String {
    let (parsed, view) = viewed(path, &options()).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    let report = report(&parsed, name).with_view(Some(&view));
    let mut bytes = Vec::new();
    html::write(&report, &mut bytes).unwrap();
    let sheet = String::from_utf8(bytes).unwrap();
    let (_, body) = sheet.split_once("<main>").unwrap();
    let (body, _) = body.split_once("</main>").unwrap();
    let mut kept = String::new();
    for (index, part) in body.split('\'').enumerate() {
        kept.push_str(if index % 2 == 1 && part.starts_with("data:") { "picture" } else { part });
    }
    kept
}

#[test]
fn the_sheet_of_a_fixture_is_as_it_was_read() {
    let path = fixtures("pdf").into_iter().find(|path| path.ends_with(SHEET_OF)).unwrap();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("review/ruled-libreoffice-spans.html");
    let body = body(&path);
    assert_eq!(body, self::body(&path), "it is the same each time");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&kept, &body).unwrap();
    }
    assert!(fs::read_to_string(&kept).unwrap() == body, "{} differs", kept.display());
}
