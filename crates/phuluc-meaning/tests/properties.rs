//! What holds for any text: values are pieces of it, places are in it, and nothing is rewritten.

use phuluc_language::charset;
use phuluc_meaning::{citation, doubt, list};
use phuluc_model::{Place, Text};
use proptest::collection::vec;
use proptest::prelude::*;

/// Words of cells, marks between them, and anything else.
fn words() -> impl Strategy<Value = Vec<String>> {
    let known = prop::sample::select(vec![
        "Phòng",
        "Nội vụ",
        "Sở",
        "UBND",
        "(UBND)",
        "các",
        "và",
        "Văn phòng",
        "HĐND",
        ",",
        ";",
        "\n-",
        "1.",
        "Kế hoạch",
        "báo cáo",
        "Quyết định số",
        "12/KH-UBND",
        "124-KH/TU",
        "108/2020/NĐ-CP",
        "ngày",
        "18/10/2022",
        "của",
        "Ủy ban nhân dân",
        "ủy ban nhân dân",
        "tổng họp",
        "muu",
        "QÐ",
        "Thành phố",
    ]);
    vec(prop_oneof![9 => known.prop_map(str::to_owned), 1 => "\\PC{0,4}"], 0..40)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn values_of_lists_are_pieces_of_the_cell(words in words()) {
        let cell = words.join(" ");
        let line = one_line(&cell);
        let mut rest = line.as_str();
        for item in list::units(&cell) {
            let found = rest.find(&item.text);
            prop_assert!(found.is_some(), "{} in {rest}", item.text);
            rest = rest.get(found.unwrap() + item.text.len()..).unwrap();
        }
        for item in list::products(&cell) {
            prop_assert!(line.contains(&item.text), "{}", item.text);
        }
    }

    #[test]
    fn citations_and_doubts_stand_in_the_text(words in words()) {
        let text = Text::new(words.join(" "), Place::new(2, 7));
        for citation in citation::citations(&text, None) {
            prop_assert!(text.value.contains(&citation.raw));
            prop_assert!(!citation.canonical.contains(char::is_whitespace));
            prop_assert_eq!(citation.place, Place::new(2, 7));
        }
        for doubt in doubt::doubts(&text, None) {
            let found = doubt.found.unwrap_or_default();
            prop_assert!(text.value.contains(&found), "{found}");
            prop_assert!(doubt.suggestion.is_none_or(|suggestion| suggestion != found));
        }
    }

    #[test]
    fn decoding_is_done_once(words in words()) {
        let text = words.join(" ");
        let once = charset::decoded(&text).text.into_owned();
        let twice = charset::decoded(&once).text.into_owned();
        prop_assert_eq!(twice, once);
    }
}
