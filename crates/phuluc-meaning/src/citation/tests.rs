//! References found and refused.

mod issuers;
mod symbols;

use phuluc_model::{Place, Text};

use super::*;

fn found(text: &str) -> Vec<Citation> {
    citations(&Text::new(text.to_owned(), Place::START), None)
}

/// The references of a text in their standard form, each the exact piece that `raw` says.
#[track_caller]
fn check(text: &str, expected: &str) {
    let found = found(text);
    let canonical: Vec<&str> = found.iter().map(|one| one.canonical.as_str()).collect();
    assert_eq!(canonical.join(" "), expected, "{text}");
    assert!(found.iter().all(|one| text.contains(&one.raw)), "{text}");
}

/// What the first reference of a text says: kind | class | organ | date | issuer.
#[track_caller]
fn check_words(text: &str, expected: &str) {
    let found = found(text);
    let first = found.first().unwrap();
    let date = first.date.map(|date| date.to_string());
    let said = [
        first.kind.as_deref(),
        Some(first.class.name()),
        first.organ.as_deref(),
        date.as_deref(),
        first.issuer.as_deref(),
    ];
    let said: Vec<&str> = said.map(|word| word.unwrap_or("-")).to_vec();
    assert_eq!(said.join(" | "), expected, "{text}");
}

#[test]
fn finds_administrative_references() {
    check("Số: 165/KH-MNBT", "165/KH-MNBT");
    check("Số: 15/QĐ-BNV; Số: 05/BNV-VP; Số: 12/UBND-VX", "15/QĐ-BNV 05/BNV-VP 12/UBND-VX");
    check("Nghị quyết số 30c/NQ-CP ngày 08/11/2011", "30c/NQ-CP");
    check(
        "Tờ trình số 1494/TTr-SNV, Công văn số 2231/SNV-CCHC&PC",
        "1494/TTr-SNV 2231/SNV-CCHC&PC",
    );
    check("Báo cáo thẩm định số 18/BCTĐ-STP", "18/BCTĐ-STP");
    check("Văn bản số 161/BXTĐT-MC", "161/BXTĐT-MC");
    check("Số: 01/HNVB-VPCP", "01/HNVB-VPCP");
    check("Kế hoạch số 16/KH-MTTQ-UB, ngày 09/9/2025", "16/KH-MTTQ-UB");
    check("Công văn số 9344/BNN-TCCB", "9344/BNN-TCCB");
    check("Kế hoạch 667/KH-SKHĐT", "667/KH-SKHĐT");
    check("Đề án số 356/ĐA-CP ngày 9/5/2025", "356/ĐA-CP");
    check("Quyết định 439/QĐ-TTg 2023", "439/QĐ-TTg");
    check("Kế hoạch số 12/KH-MN10 của trường", "12/KH-MN10");
    check("Công văn số 06/ĐU; Số : 07/ĐU", "06/ĐU 07/ĐU");
    check("Quyết định số 12/QĐ ngày 5/6/2024", "12/QĐ");
    check("Kế hoạch số165/KH-MNBT", "165/KH-MNBT");
    check("CV 1152/TDKT-CL&QTRR, CV 77/GDMN", "1152/TDKT-CL&QTRR 77/GDMN");
}

#[test]
fn finds_legal_texts_and_resolutions() {
    check("Luật số 72/2025/QH15", "72/2025/QH15");
    check("Nghị quyết số 351/2017/UBTVQH14", "351/2017/UBTVQH14");
    check("Nghị quyết 1678/NQ-UBTVQH15", "1678/NQ-UBTVQH15");
    check("Quyết định số 23/2018/QĐ-TTg", "23/2018/QĐ-TTg");
    check("Thông tư 02/2025/TT-BDTTG", "02/2025/TT-BDTTG");
    check("Thông tư liên tịch số 01/2015/TTLT-BNV-BTC", "01/2015/TTLT-BNV-BTC");
    check(
        "Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
        "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
    );
    check("Quyết định 25/2020/QĐ-UBND", "25/2020/QĐ-UBND");
    check("Nghị định số 108/2020/NĐ-CP và số 120/2020/NĐ-CP", "108/2020/NĐ-CP 120/2020/NĐ-CP");
}

#[test]
fn finds_references_of_the_party() {
    check("Nghị quyết 105/NQ-CP · Kết luận 210-KL/TW", "105/NQ-CP 210-KL/TW");
    check("Kế hoạch số 124-KH/TU ngày 31 tháng 5 năm 2022", "124-KH/TU");
    check("Số 82-TB/ĐU", "82-TB/ĐU");
    check("19-KH/BCSĐ", "19-KH/BCSĐ");
    check("Kế hoạch số 01-KH/BCĐTW, ngày 02/6/2025", "01-KH/BCĐTW");
    check("84-CV/ĐU", "84-CV/ĐU");
}

#[test]
fn mends_what_print_and_ocr_did_to_a_symbol() {
    check("Số: 1961/QĐUBND", "1961/QĐ-UBND");
    check("Nghị định số 61/2018/NĐCP", "61/2018/NĐ-CP");
    check("Chỉ thị 10/CTTTg", "10/CT-TTg");
    check("Nghị quyết 05/NQHĐND", "05/NQ-HĐND");
    check("Thông tư 07/2019/TTBNV", "07/2019/TT-BNV");
    check("Kế hoạch số 3815/KH-\nUBND ngày", "3815/KH-UBND");
    check("Kế hoạch số 3815/KH- UBND ngày", "3815/KH-UBND");
    check("Kế hoạch số 3815 / KH - UBND", "3815/KH-UBND");
    check("Nghị định số 108/2020/N Đ-CP", "108/2020/NĐ-CP");
    check("Nghị định số 108/2020/N\u{d0}-CP", "108/2020/NĐ-CP");
    check("Nghị định số 108/2020/ND-CP", "108/2020/NĐ-CP");
    check("Nghị quyết số 20/NQ-HDND", "20/NQ-HĐND");
    check("Hướng dẫn số 7/HD-SNV", "7/HD-SNV");
    check("Nghị định số 108/2020/NĐ\u{2013}CP", "108/2020/NĐ-CP");
    check("Nghị định số 108/2020/NĐ\u{ad}CP", "108/2020/NĐ-CP");
    check("Nghị quyết số 119/2026/ UBTVQH15", "119/2026/UBTVQH15");
}

#[test]
fn leaves_the_marks_of_footnotes() {
    check("Nghị quyết số 66- NQ/TW1", "66-NQ/TW");
    check("Nghị quyết số 140/NQ-CP2", "140/NQ-CP");
    assert_eq!(found("Nghị quyết số 140/NQCP2").first().unwrap().raw, "140/NQCP");
    check("Chương trình số 12- CTr/BCĐ3", "12-CTr/BCĐ");
    check("Nghị quyết số 119/2026/UBTVQH154", "119/2026/UBTVQH15");
    assert_eq!(found("Nghị định số 09/2026/NĐ- CP4").first().unwrap().raw, "09/2026/NĐ- CP");
}

#[test]
fn stops_before_words_that_follow() {
    check("Kế hoạch số 165/KH-MNBT - Đề án 06", "165/KH-MNBT");
    check("Kế hoạch số 165/KH-MNBT Đề án", "165/KH-MNBT");
    check("(Quyết định số 3494/QĐ-UBND).", "3494/QĐ-UBND");
    check("Quyết định số 12/QĐ-UBND; trong đó 24/7", "12/QĐ-UBND");
}

#[test]
fn refuses_what_is_no_reference() {
    check("ngày 15/11/2022 của Quốc hội", "");
    check("ít nhất 01 lần/quý; 6 tháng/lần, 02 lần/năm, km/h", "");
    check("CB-GV-CNV; 24/7; giai đoạn 2021-2025", "");
    check("Quý II/2026, Quý IV2026, 6/2024, Tháng 01/ 2026", "");
    check("trình/ thực hiện", "");
    check("HĐND/UBND phường", "");
    check("VP HĐND-UBND xã, Phòng VH-XH", "");
    check("10/HTX, 5/KCN và 100/CB-GV", "");
    check("06/ĐU", "");
    check("01/KH", "");
    check("Số: /KH-UBND", "");
    check("đạt 8/10 tiêu chí, 95%/năm", "");
    check("Công ty TNHH 2/9-XNK", "");
    check("số 4 7/2020/NĐ-CP", "");
    check("lớp 5/A, phòng 12-B/C", "");
    check("Trường Mầm non 19/5", "");
    check("khung giờ 7/24-TT", "");
}

#[test]
fn reads_the_words_around() {
    check_words(
        "theo Kế hoạch số 3815/KH-UBND ngày 18 tháng 10 năm 2022 của Ủy ban nhân dân Thành phố về",
        "Kế hoạch | admin | UBND | 2022-10-18 | Ủy ban nhân dân Thành phố",
    );
    check_words(
        "Luật số 74/2022/QH15 ngày 15/11/2022 của Quốc hội và Nghị định số 289/2025/NĐ-CP",
        "Luật | assembly | QH15 | 2022-11-15 | Quốc hội",
    );
    check_words(
        "Nghị định số 278/2025/NĐ-CP ngày 22/10/2025 của Chính phủ quy định về kết nối",
        "Nghị định | normative | CP | 2025-10-22 | Chính phủ",
    );
    check_words("124-KH/TU của Thành ủy", "Kế hoạch | party | TU | - | Thành ủy");
    check_words("Nghị\nđịnh số\n108/2020/NĐ-CP", "Nghị định | normative | CP | - | -");
    check_words(
        "KẾ HOẠCH số 1/KH-BVHTTDL ngày\n05 tháng 6\nnăm 2024 của Bộ Văn hóa, Thể thao và Du lịch, Bộ Y tế phối hợp",
        "Kế hoạch | admin | BVHTTDL | 2024-06-05 | Bộ Văn hóa, Thể thao và Du lịch",
    );
    check_words(
        "12/KH-UBND ngày 1/2/2024 của UBND Quận 1)",
        "Kế hoạch | admin | UBND | 2024-02-01 | UBND Quận 1",
    );
    check_words(
        "Nghị quyết số 68-NQ/TW của Bộ Chính trị được trình Ban Chỉ đạo",
        "Nghị quyết | party | TW | - | Bộ Chính trị",
    );
    check_words(
        "Công văn số 2231/SNV-CCHC ngày 31/02/2024 của sở kế hoạch và đầu tư",
        "Công văn | dispatch | SNV | - | -",
    );
    check_words(
        "Thông báo kết luận số 15/TB-VPCP của Thủ tướng Chính phủ áp dụng",
        "Thông báo kết luận | admin | VPCP | - | Thủ tướng Chính phủ",
    );
    check_words(
        "Quyết định 9/QĐ-MN của Trường mầm non tư thục Hoa Sen về",
        "Quyết định | admin | MN | - | -",
    );
    check_words(
        "Quyết định 9/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Đề án",
        "Quyết định | admin | TTg | - | Thủ tướng Chính phủ",
    );
    check_words(
        "Nghị quyết 9/NQ-HĐND của HĐND tỉnh khoá X",
        "Nghị quyết | admin | HĐND | - | HĐND tỉnh",
    );
    check_words(
        "Thông tư liên tịch số 01/2015/TTLT-BNV-BTC của Bộ Nội vụ và Bộ Tài chính",
        "Thông tư liên tịch | normative | BNV-BTC | - | -",
    );
    check_words("05/BNV-VP của Bộ", "Công văn | dispatch | BNV | - | -");
    check_words("Văn bản hợp nhất 03/VBHN-VPQH", "Văn bản hợp nhất | admin | VPQH | - | -");
    check_words(
        "Quyết định số 1/QĐ-BNN của Bộ Nông nghiệp và Môi trường và các địa phương",
        "Quyết định | admin | BNN | - | Bộ Nông nghiệp và Môi trường",
    );
    check_words("74/2022/QH15", "- | assembly | QH15 | - | -");
}

#[test]
fn several_numbers_share_one_kind() {
    let kinds = |text: &str| -> Vec<Option<String>> {
        found(text).into_iter().map(|one| one.kind).collect()
    };
    let law = Some("Luật".to_owned());
    assert_eq!(kinds("Luật số 71/2025/QH15, số 72/2025/QH15"), [law.clone(), law.clone()]);
    assert_eq!(kinds("Luật số 71/2025/QH15 ban hành năm 2025, 72/2025/QH15"), [law, None]);
}

/// The rows of the seed as the parser cuts them; each line is one cell.
const SEED: &str = include_str!("../../../../tests/golden/text/ben-thanh-2024.txt/records.txt");

/// The line of the seed's heading that names the plan it was issued with.
const SEED_HEADING: &str = "(Ban hành kèm theo Kế hoạch số 165/KH-MNBT ngày 05 tháng 6 năm 2024 \
    của Trường mầm non Bến Thành)";

/// canonical | class | kind | date | issuer
const SEED_REFERENCES: [&str; 12] = [
    "165/KH-MNBT | admin | Kế hoạch | 2024-06-05 | Trường mầm non Bến Thành",
    "3494/QĐ-UBND | admin | Quyết định | 2023-08-19 | ủy ban nhân dân Thành phố",
    "5043/KH-UBND | admin | Kế hoạch | 2022-12-27 | UBND Thành phố",
    "2536/QĐ-UBND | admin | Quyết định | 2022-07-27 | UBND Thành phố",
    "108/2020/NĐ-CP | normative | Nghị định | - | -",
    "120/2020/NĐ-CP | normative | Nghị định | - | -",
    "124-KH/TU | party | Kế hoạch | 2022-05-31 | Thành ủy",
    "3815/KH-UBND | admin | Kế hoạch | 2022-10-18 | Ủy ban nhân dân Thành phố",
    "387/KH-UBND | admin | Kế hoạch | 2022-12-12 | Ủy ban nhân dân Quận 1",
    "74/2022/QH15 | assembly | Nghị quyết | 2022-11-15 | Quốc hội",
    "167/2017/NĐ-CP | normative | Nghị định | - | -",
    "67/2021/NĐ-CP | normative | Nghị định | - | -",
];

#[test]
fn the_seed_has_twelve() {
    let references: Vec<String> = std::iter::once(SEED_HEADING)
        .chain(SEED.lines().filter_map(|line| line.split_once(": ")).map(|(_, cell)| cell))
        .flat_map(found)
        .map(|one| {
            let date = one.date.map_or_else(|| "-".to_owned(), |date| date.to_string());
            let kind = one.kind.as_deref().unwrap_or("-");
            let issuer = one.issuer.as_deref().unwrap_or("-");
            format!("{} | {} | {kind} | {date} | {issuer}", one.canonical, one.class.name())
        })
        .collect();
    assert_eq!(references, SEED_REFERENCES);
}

/// The file as a tool flattened it, page headers and all, holds the same.
#[test]
fn the_flattened_seed_has_the_same_twelve() {
    let seed = include_str!("../../../../fixtures/text/ben-thanh-2024.txt");
    let text = seed.split_whitespace().collect::<Vec<_>>().join(" ");
    let found: Vec<String> = found(&text).into_iter().map(|one| one.canonical).collect();
    let expected: Vec<&str> =
        SEED_REFERENCES.iter().filter_map(|line| line.split(" | ").next()).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_reference_knows_its_line() {
    let mut text = Text::new("theo Kế hoạch số".to_owned(), Place::new(1, 4));
    text.push(" 12/KH-UBND", Place::new(1, 5));
    let places: Vec<Place> = citations(&text, None).iter().map(|one| one.place).collect();
    assert_eq!(places, [Place::new(1, 5)]);
}

/// The text around a reference is looked at within bounds, with and without spaces.
#[test]
fn a_long_cell_is_read_in_one_pass() {
    for (piece, count) in
        [("12/KH-UBND,", 20_000), ("số 06/ĐU;", 20_000), ("108/2020/NĐ-CP ", 20_000)]
    {
        let text = Text::new(piece.repeat(count), Place::START);
        assert!(citations(&text, None).len() >= count - 1, "{piece}");
    }
}
