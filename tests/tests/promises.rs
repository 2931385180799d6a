//! The promises hold for tables, cells and documents that are made up.

use phuluc_tests::{made, promises};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Labels of headers, in columns that a table may have.
const LABELS: &[&str] = &[
    "Nội dung công việc",
    "Đơn vị chủ trì",
    "Đơn vị phối hợp",
    "Sản phẩm",
    "Thời gian hoàn thành",
    "Ghi chú",
    "Cấp trình",
    "Căn cứ",
    "Cấp trình",
];

const ORDINALS: &[&str] = &[
    "1", "2", "3.", "1.1", "1.2.", "1.1.1", "I", "II.", "IV", "A", "B.", "a)", "đ)", "-", "+", ".",
    "", "999", "1000", "Ⅳ", "①", "١",
];

const CELLS: &[&str] = &[
    "",
    "Rà soát văn bản",
    "Phòng Nội vụ",
    "Sở Tư pháp; UBND xã",
    "Báo cáo,",
    "Kế hoạch số 12/KH-UBND",
    "Quý II",
    "Trước ngày 15/12",
    "Tháng 13",
    "không thực hiện nội dung này",
    "387/KH- UBND",
    "x",
    "=1+1",
    "'",
    "\"",
    "Tie\u{302}\u{301}n",
    "\u{301}",
    "\u{200D}",
    "\u{202E}abc",
    "\u{FEFF}",
    "\u{AD}",
    "🏛️",
    "İ",
    "ẞ",
    "ﬁ",
    "\u{2028}",
    "\u{85}",
    "\u{A0}",
    "|",
    "\\|",
    "<br>",
    "</script>",
];

/// What parts the cells of a line.
const BETWEEN: &[&str] = &[" ", "     ", "\t", " | "];

/// What parts two lines.
const ENDS: &[&str] = &["\n", "\n\n", "\r\n", "\n\u{C}", " \n"];

/// A table of some columns, with rows that have as many cells and rows that do not.
fn table() -> impl Strategy<Value = String> {
    let row = (
        select(ORDINALS),
        vec(prop_oneof![8 => select(CELLS).prop_map(str::to_owned), 1 => "\\PC{0,12}"], 0..8),
    );
    let columns = (2_usize..=LABELS.len(), select(BETWEEN), select(ENDS));
    (columns, vec(row, 0..24)).prop_map(|((columns, between, end), rows)| {
        let labels = LABELS.iter().take(columns).map(|label| (*label).to_owned());
        let header: Vec<String> = std::iter::once("TT".to_owned()).chain(labels).collect();
        let rows = rows.into_iter().map(|(ordinal, mut cells)| {
            // Most rows fit the header; the others are what damage makes of them.
            if cells.len() != 3 {
                cells.resize(columns, String::new());
            }
            cells.insert(0, ordinal.to_owned());
            cells
        });
        let lines = std::iter::once(header).chain(rows).map(|cells| cells.join(between) + end);
        lines.collect()
    })
}

/// Words of times and of references, and what may stand between them.
fn words() -> impl Strategy<Value = String> {
    let word = select(vec![
        "Quý",
        "I",
        "II",
        "ll",
        "IV",
        "Tháng",
        "tháng",
        "13",
        "12",
        "02",
        "30",
        "Trước",
        "ngày",
        "15/12",
        "31/02/2024",
        "30/6/2025",
        "năm",
        "2024",
        "0",
        "9999",
        "năm học 2026 - 2027",
        "Từ",
        "đến",
        "-",
        "–",
        "/",
        "Hàng",
        "Định kỳ",
        "thứ Hai",
        "tuần",
        "đầu",
        "giữa",
        "cuối",
        "6 tháng đầu năm",
        "Thường xuyên",
        "Khi có yêu cầu",
        "Theo Kế hoạch",
        "kể từ ngày",
        "10 ngày làm việc",
        "ít nhất",
        "02 lần/năm",
        "và",
        ",",
        ";",
        "\n",
        "(",
        ")",
        "số",
        "12/KH-UBND",
        "124-KH/TU",
        "108/2020/NĐ-CP",
        "30c/NQ-CP",
        "1678/NQ-UBTVQH15",
        "2231/SNV-CCHC",
        "Quyết định",
        "Luật",
        "của",
        "Ủy ban nhân dân",
        "4 7/2020/NĐ-CP",
        "99999999999999999999",
        "000/2020/QĐ-TTg",
    ]);
    vec(prop_oneof![9 => word.prop_map(str::to_owned), 1 => "\\PC{0,3}"], 0..12)
        .prop_map(|words| words.join(" "))
}

/// Rows of values for a made document, some with any words.
fn rows() -> impl Strategy<Value = String> {
    let value = prop_oneof![4 => select(CELLS).prop_map(str::to_owned), 1 => "\\PC{0,20}", 1 => any::<String>()];
    vec(vec(value, 0..14), 0..8).prop_map(|rows| {
        let rows = rows.into_iter().map(|row| row.join(&made::VALUE.to_string()));
        rows.collect::<Vec<_>>().join(&made::ROW.to_string())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 4))]

    #[test]
    fn of_tables(text in table()) {
        prop_assert_eq!(promises::all(text.as_bytes()).err(), None);
    }
}

proptest! {
    #[test]
    fn of_times(text in words()) {
        prop_assert_eq!(promises::timeframe(&text), Ok(()));
    }

    #[test]
    fn of_citations(text in words()) {
        prop_assert_eq!(promises::citation(&text), Ok(()));
    }

    #[test]
    fn of_outputs(text in rows()) {
        let (document, diagnostics) = made::document(&text);
        prop_assert_eq!(promises::read_back_csv(&document), Ok(()));
        prop_assert_eq!(promises::read_back_json(&document, &diagnostics), Ok(()));
    }
}
