//! The golden document of `ben-thanh-2024.txt`: every known error of its text is doubted, and no
//! other word.
//!
//! The list was written by hand from the page: fourteen misread words, eight small letters, a comma.

use std::fs;
use std::path::Path;

use phuluc_meaning::doubt::doubts;
use phuluc_model::{Place, Role, Text};
use serde_json::Value;

/// The row, the code, the words on the page, and what they stand for.
const EXPECTED: &str = "\
I.4 confusable_syllable: trục > trực
I.4 proper_name_case: ủy ban nhân dân > Ủy ban nhân dân
I.4 confusable_syllable: họp > hợp
I.4 proper_name_case: ủy ban nhân dân > Ủy ban nhân dân
III.3 acronym_lookalike: ƯBND > UBND
IV.1 confusable_syllable: tố > tổ
IV.1 proper_name_case: ủy ban nhân dân > Ủy ban nhân dân
IV.3 confusable_syllable: tố > tổ
IV.6 confusable_syllable: chê > chế
IV.8 lost_initial: riển > Triển
IV.8 proper_name_case: ủy ban nhân dân > Ủy ban nhân dân
IV.8 cell_ends_in_comma: duyệt,
V.1 proper_name_case: ủy ban nhân dân > Ủy ban nhân dân
V.1 confusable_syllable: úy > Ủy
V.1 proper_name_case: ủy ban nhân dân > Ủy ban nhân dân
V.1 proper_name_case: ủy ban nhân dân > Ủy ban nhân dân
V.1 confusable_syllable: trị > trí
V.1 impossible_syllable: chihường > chi thường
VI.3 confusable_syllable: cập > cấp
VII.1 confusable_syllable: họp > hợp
VII.6 impossible_syllable: muu > mưu
VII.6 confusable_syllable: triến > triển
VII.6 proper_name_case: ủy ban nhân dân > Ủy ban nhân dân";

#[test]
fn every_known_error_is_doubted_and_nothing_else() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join("tests/golden/text/ben-thanh-2024.txt/document.json");
    let document: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let appendix = &document["appendices"][0];
    let mut found = doubted("title", &appendix["title"], None);
    for section in appendix["sections"].as_array().unwrap() {
        found.extend(doubted("section", &section["title"], None));
        for task in section["tasks"].as_array().unwrap() {
            let row = task["id"].as_str().unwrap().rsplit('#').next().unwrap();
            for role in Role::ALL {
                found.extend(doubted(row, &task[role.name()], Some(role)));
            }
        }
    }
    assert_eq!(found.join("\n"), EXPECTED);
}

/// What is doubted in a cell, each with the row; nothing in an empty one.
fn doubted(row: &str, cell: &Value, field: Option<Role>) -> Vec<String> {
    let Some(cell) = cell.as_str() else { return Vec::new() };
    let doubts = doubts(&Text::new(cell.to_owned(), Place::START), field);
    let told = doubts.iter().map(|doubt| {
        let found = doubt.found.as_deref().unwrap_or_default();
        let suggestion =
            doubt.suggestion.as_ref().map_or_else(String::new, |other| format!(" > {other}"));
        format!("{row} {}: {found}{suggestion}", doubt.code)
    });
    told.collect()
}
