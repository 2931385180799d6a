//! Symbols that other things have, that lost a mark, or that have other marks.

use super::{check, check_words, found};

#[track_caller]
fn check_raw(text: &str, expected: &str) {
    let raw: Vec<String> = found(text).into_iter().map(|one| one.raw).collect();
    assert_eq!(raw.join(" | "), expected, "{text}");
}

#[test]
fn refuses_the_numbers_of_other_things() {
    check("theo Mẫu số 01/TTHC kèm theo Quyết định số 12/QĐ-UBND", "12/QĐ-UBND");
    check("MẪU SỐ 02/TNCN; mẫu số: 01/ĐK-TCT; Biểu mẫu số 03/BC-TH", "");
    check("biểu 2c/TCTW-98", "");
    check("Gói thầu số 05/XL-2025, gói thầu xây lắp số 03/TV", "");
    check("lô số 2/XD, thửa đất số 15/TBĐ", "");
    check("Sổ theo dõi số 12/STD-MC; Đơn khiếu nại số 12/ĐKN; Phiếu số 7/PKS-TH", "");
    check("Tờ khai số 05/QTT-TNCN; Nhiệm vụ số 15/DA06", "");
    check("dự án 1719/CTMTQG", "");
    check("tỷ số 3/TB, tổng số 12/TB", "");
    check("36/PL-NS", "");
}

#[test]
fn a_word_that_only_looks_like_such_a_thing_refuses_nothing() {
    check("các đơn vị số 12/UBND-VX; trường mẫu giáo số 3/QĐ-MG", "12/UBND-VX 3/QĐ-MG");
    check("Đoàn đại biểu Quốc hội số 12/ĐĐBQH-VP", "12/ĐĐBQH-VP");
    check("thực hiện nhiệm vụ theo số 12/UBND-VX", "12/UBND-VX");
    check("theo mẫu tại Thông tư số 80/2021/TT-BTC", "80/2021/TT-BTC");
    check("Phiếu chuyển số 12/PC-UBND", "12/PC-UBND");
    check("chuyển đổi số 12/KH-UBND", "12/KH-UBND");
}

#[test]
fn a_letter_is_one_only_where_no_other_word_stands_in_front() {
    check_words("Thể lệ số 01/TL-BTC", "Thể lệ | dispatch | TL | - | -");
    check_words("Thư số 12/T-BGDĐT", "- | dispatch | T | - | -");
    check_words("Thư ngỏ số 12/UBND-VX", "- | dispatch | UBND | - | -");
    check_words("Phụ lục hợp đồng số 01/PLHĐ", "Phụ lục hợp đồng | dispatch | PLHĐ | - | -");
    check_words("theo số 12/UBND-VX", "Công văn | dispatch | UBND | - | -");
    check_words("UBND QUẬN 1 Số: 12/UBND-VX", "Công văn | dispatch | UBND | - | -");
}

#[test]
fn laws_have_their_name_in_front() {
    check_words("Luật Cán bộ, công chức số 80/2025/QH15", "Luật | assembly | QH15 | - | -");
    check_words("Luật Giao dịch điện tử (số 20/2023/QH15)", "Luật | assembly | QH15 | - | -");
    check_words("Bộ luật Lao động số 45/2019/QH14", "Bộ luật | assembly | QH14 | - | -");
    check_words(
        "Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự số 12/2017/QH14",
        "Luật | assembly | QH14 | - | -",
    );
    check_words("Hội Luật gia Việt Nam số 20/2023/QH15", "- | assembly | QH15 | - | -");
    check_words("pháp luật số 20/2023/QH15", "- | assembly | QH15 | - | -");
    check_words(
        "Luật Đất đai, Nghị quyết của Quốc hội số 202/2025/QH15",
        "- | assembly | QH15 | - | -",
    );
}

#[test]
fn small_letters_come_back_after_capitals() {
    check_words(
        "QUYẾT ĐỊNH SỐ 45/QĐ-TTG NGÀY 1/2/2026",
        "Quyết định | admin | TTg | 2026-02-01 | -",
    );
    check("Tờ trình số 9/TTR-SNV; Chương trình 8/CTR-UBND", "9/TTr-SNV 8/CTr-UBND");
    check("nghị định số 59/2019/nđ-cp, luật số 72/2025/qh15", "59/2019/NĐ-CP 72/2025/QH15");
    check("5/lần-ngày, 59/2019/nđ-cp", "");
}

#[test]
fn dots_are_marks_of_a_symbol() {
    check_raw(
        "số 101/KH-UBND.NC, 105/QĐ.UB và 3275/UBND.VX",
        "101/KH-UBND.NC | 105/QĐ.UB | 3275/UBND.VX",
    );
    check_words("101/KH-UBND.NC", "Kế hoạch | admin | UBND | - | -");
    check_raw("theo Kế hoạch số 12/KH-UBND.UBND phường giao", "12/KH-UBND");
    check_raw("theo Kế hoạch số 12/KH-UBND.Các phòng", "12/KH-UBND");
}

#[test]
fn symbols_with_lost_or_other_marks() {
    check("12/QĐUB", "12/QĐ-UB");
    check("Quyết định số 12/QĐ-Ttg", "12/QĐ-TTg");
    check_words("Nghị định 130-CP", "Nghị định | admin | CP | - | -");
    check("số 130-CP", "");
    check("30/NĐ-CP/2020, Kế hoạch 12/KH-UBND/2025", "30/2020/NĐ-CP 12/KH-UBND/2025");
    check("Luật số 71/2025/QH-15, Luật số 72/2025/QH 15", "71/2025/QH15 72/2025/QH15");
    check("Nghị định số 154-2025/NĐ-CP; giai đoạn 2021-2025/KH-UBND", "154/2025/NĐ-CP");
    check("Nghị quyết số 57-NQTW, số 124-KHTU", "57-NQ/TW 124-KH/TU");
    check("Nghị quyết số 57 NQ/TW; có 57 NQ/TW", "57-NQ/TW");
}

/// A longer abbreviation is accepted where the word before it says what it begins with.
#[test]
fn contracts_have_longer_abbreviations() {
    check_words("Hợp đồng số 05/2025/HĐKT-VNPT", "Hợp đồng | normative | VNPT | - | -");
    check("số 05/2025/HĐKT-VNPT", "");
    check("Hợp đồng số 05/2025/HĐND-VP", "");
}

#[test]
fn dates_are_glued_short_or_after_the_issuer() {
    let date =
        |text: &str| found(text).first().and_then(|one| one.date).map(|date| date.to_string());
    assert_eq!(date("12/KH-UBND ngày01/02/2026").as_deref(), Some("2026-02-01"));
    assert_eq!(
        date("12/KH-UBND của Chủ tịch UBND tỉnh ngày 12/2/2026").as_deref(),
        Some("2026-02-12")
    );
    assert_eq!(date("12/KH-UBND của UBND tỉnh, ngày 12/2/2026 họp"), None);
    assert_eq!(date("12/KH-UBND ngày 11/6/85"), None);
    check_words(
        "12/KH-UBND ngày 11/6/25 của UBND tỉnh",
        "Kế hoạch | admin | UBND | 2025-06-11 | UBND tỉnh",
    );
}
