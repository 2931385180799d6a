//! What holds for any input: no panic, every word accounted for, the same bytes twice.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is how a test fails")]

use std::path::Path;

use phuluc_parser::{Form, Options, parse};
use phuluc_tests::reading::written;
use proptest::prelude::*;

const PIECES: &[&str] = &[
    "TT Nội dung công việc Đơn vị chủ trì Đơn vị phối hợp Sản phẩm Thời gian",
    "STT",
    "I",
    "II.",
    "1",
    "2",
    "3.",
    "1.1",
    "a)",
    "-",
    "Phòng Nội vụ",
    "Trường Mầm non",
    "Kế hoạch,",
    "báo cáo",
    "Quý II",
    "Tháng 6",
    "năm 2024",
    "không thực hiện nội dung này",
    "Rà soát văn bản",
    "PHỤ LỤC II",
    "(Kèm theo Kế hoạch số 1/KH-UBND ngày 31/02/2024)",
    "CÔNG BÁO/Số 1 7",
    "Nơi nhận:",
    "_____",
    "387/KH-",
    "UBND",
    "NQ/TW1",
    "“",
    "(",
    ")",
    "10 phường",
    "2024 của",
];

const GAPS: &[&str] =
    &[" ", "  ", "\n", "\n\n", " \n \n", "\n\n\n\n", "\u{C}", "\t", "\u{A0}", "\r\n"];

fn text() -> impl Strategy<Value = String> {
    pieces(GAPS)
}

/// Pieces of tables with these gaps between them.
fn pieces(gaps: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = (0..PIECES.len(), 0..gaps.len());
    prop::collection::vec(piece, 0..120).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, gap)| [PIECES[piece], gaps[gap]].concat()).collect()
    })
}

/// Labels with a mark between them, and two lines of cells.
fn table(mark: &str) -> String {
    let labels = ["TT", "Nội dung", "Đơn vị chủ trì", "Sản phẩm", "Thời gian"];
    let cells = ["1", "Rà soát văn bản", "Phòng Nội vụ", "Báo cáo", "Quý II"];
    let lines = [labels, cells, cells, cells].map(|line| line.join(mark));
    lines.join("\n") + "\n"
}

fn seed() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/text/ben-thanh-2024.txt");
    std::fs::read_to_string(path).unwrap()
}

fn form(text: &str) -> Option<Form> {
    parse(text.as_bytes(), &Options::default()).ok().map(|parsed| parsed.form)
}

fn rendered(text: &str) -> Option<Vec<u8>> {
    let parsed = parse(text.as_bytes(), &Options::default()).ok()?;
    let audit = parsed.document.audit();
    assert!(audit.balances(), "{audit:?}");
    assert_eq!(audit.words_in, text.split_whitespace().count());
    Some(written(&parsed, "json"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 2))]

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,300}") {
        rendered(&text);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = parse(&bytes, &Options::default());
    }

    #[test]
    fn pieces_of_tables_are_accounted_for_and_read_the_same_twice(text in text()) {
        let header = format!("{}\n1 Rà soát Phòng Nội vụ\n{text}", PIECES[0]);
        prop_assert_eq!(rendered(&header), rendered(&header));
    }

    #[test]
    fn aligned_pieces_are_accounted_for(text in pieces(&["     ", "            ", " ", "\n", "\n\n", "\u{C}"])) {
        let text = table("     ") + &text;
        // Enough lines of words alone are no table that spaces keep.
        prop_assume!(form(&text) == Some(Form::Aligned));
        rendered(&text);
    }

    #[test]
    fn delimited_pieces_are_accounted_for(text in pieces(&["\t", "\t\t", " ", "\n", "\r\n"])) {
        let text = table("\t") + &text;
        prop_assert_eq!(form(&text), Some(Form::Tabs));
        rendered(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 16))]

    #[test]
    fn a_damaged_seed_is_accounted_for(from in 0_usize..1064, count in 1_usize..200) {
        let seed = seed();
        let kept = seed.lines().enumerate().filter(|(i, _)| !(from..from + count).contains(i));
        let text: Vec<&str> = kept.map(|(_, line)| line).collect();
        rendered(&text.join("\n"));
    }
}
