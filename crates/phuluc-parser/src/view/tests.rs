//! The rectangles of a PDF contain the letters of their cells.

use std::fs;

use phuluc_model::Role;
use phuluc_model::view::{Area, Mark, Row};

use crate::{Parsed, parse};
use phuluc_page::canvas::Canvas;
use phuluc_page::deadline::Deadline;
use phuluc_page::options::Options;

fn viewed(name: &str) -> (Parsed, Vec<Canvas>) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/pdf");
    let bytes = fs::read(format!("{folder}/{name}")).unwrap();
    let mut options = Options::default();
    options.view = true;
    let parsed = parse(&bytes, &options).unwrap();
    let deadline = Deadline::begin(&options);
    let canvas = |number| phuluc_pdf::canvas(&bytes, &options, &deadline, number).unwrap().unwrap();
    let pages =
        (1..=parsed.pages).map(|page| phuluc_page::upright::turned(&canvas(page)).into_owned());
    let pages = pages.collect();
    (parsed, pages)
}

/// The letters in the rectangles of marks, sorted, so that the layout does not matter.
fn letters(marks: &[&Mark], pages: &[Canvas]) -> String {
    let mut letters = String::new();
    for mark in marks {
        let Area::Box { x, y, width, height } = mark.area else { continue };
        let page = pages.iter().find(|page| page.number == mark.page).unwrap();
        let inside = page.glyphs.iter().filter(|glyph| {
            let middle = (glyph.origin.x + glyph.advance / 2.0, glyph.origin.y - glyph.size / 4.0);
            (x..=x + width).contains(&middle.0) && (y..=y + height).contains(&middle.1)
        });
        letters.extend(inside.filter_map(|glyph| glyph.text));
    }
    sorted(&letters)
}

fn sorted(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

#[track_caller]
fn check(name: &str) {
    let (parsed, pages) = viewed(name);
    let view = parsed.view.as_ref().unwrap();
    let mut checked = 0;
    for (s, section) in parsed.document.appendices()[0].sections.iter().enumerate() {
        for (t, task) in section.tasks.iter().enumerate() {
            let row = Row { appendix: 0, section: s, task: Some(t) };
            for role in [Role::Task, Role::LeadUnit, Role::Product, Role::Timeframe] {
                let Some(text) = task.cell(role) else { continue };
                let own = |mark: &&Mark| mark.row == row && mark.role == role;
                let marks: Vec<&Mark> = view.marks.iter().filter(own).collect();
                assert_eq!(letters(&marks, &pages), sorted(text.as_str()), "{} {role}", task.id);
                checked += 1;
            }
        }
    }
    assert!(checked > 10, "only {checked} cells of {name}");
}

#[test]
fn rectangles_hold_the_letters_of_their_cells() {
    check("ruled-libreoffice-spans.pdf");
    check("ruled-libreoffice-not-performed.pdf");
    check("ruled-typst-lettered-children.pdf");
    check("part-ruled-libreoffice-rows.pdf");
    check("unruled-libreoffice-submit-to.pdf");
}

#[test]
fn an_empty_cell_has_a_rectangle_too() {
    let (parsed, pages) = viewed("ruled-libreoffice-spans.pdf");
    let row = Row { appendix: 0, section: 0, task: Some(4) };
    assert!(parsed.document.appendices()[0].sections[0].tasks[4].product.is_none());
    let own = |mark: &&Mark| mark.row == row && mark.role == Role::Product;
    let view = parsed.view.as_ref().unwrap();
    let marks: Vec<&Mark> = view.marks.iter().filter(own).collect();
    assert_eq!((marks.len(), letters(&marks, &pages)), (1, String::new()));
}
