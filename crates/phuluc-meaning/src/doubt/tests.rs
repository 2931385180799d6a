//! What is doubted, and what must stay silent.

use phuluc_model::{Place, Role, Text};

use super::*;

/// Each doubt as `code: found > suggestion`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let doubts = doubts(&Text::new(text.to_owned(), Place::START), Some(Role::Task));
    let found: Vec<String> = doubts.iter().map(told).collect();
    assert_eq!(found, expected, "{text}");
}

fn told(doubt: &Diagnostic) -> String {
    let found = doubt.found.as_deref().unwrap_or_default();
    let suggestion = doubt.suggestion.as_deref().unwrap_or("?");
    format!("{}: {found} > {suggestion}", doubt.code)
}

#[test]
fn a_syllable_that_makes_no_word() {
    check("phù họp tại các tiêu chí", &["confusable_syllable: họp > hợp"]);
    check("cơ cấu tố chức", &["confusable_syllable: tố > tổ"]);
    check("giao biên chê, số lượng", &["confusable_syllable: chê > chế"]);
    check("Nghiên cưu tài liệu", &["confusable_syllable: cưu > cứu"]);
    check("theo quy dịnh", &["confusable_syllable: dịnh > định"]);
}

#[test]
fn a_syllable_before_a_pair() {
    check("phòng, chông tham nhũng", &["confusable_syllable: chông > chống"]);
    check("guồn nhân lực", &["lost_initial: guồn > Nguồn"]);
    check("khá năng động, từ pháp nhân, sổ hóa đơn", &[]);
    check("đúng đầu mối, đúng đầu việc, bộ trí tuệ nhân tạo", &[]);
    check("thăm gia đình, trên đài biểu dương, để xuất khẩu", &[]);
}

#[test]
fn words_that_look_like_others() {
    check("tại cổng trường, xếp hàng, nộp hóa đơn", &[]);
    check("phần mềm để xuất báo cáo", &[]);
    check("Để xuất chủ trương", &["confusable_syllable: Để > Đề"]);
    check("hồ sơ để nghị", &["confusable_syllable: để > đề"]);
    check("kiên nghị xử lý", &["confusable_syllable: kiên > kiến"]);
    check("công Bộ Tư pháp, đoàn khách Hạng A, biện pháp nhận diện", &[]);
}

#[test]
fn words_of_one_letter() {
    check("lấy ỷ kiến", &["confusable_syllable: ỷ > ý"]);
    check("người ở đầu, điểm â và điểm đ", &[]);
}

#[test]
fn a_capital_that_begins_a_sentence() {
    check("Trién khai thực hiện", &["impossible_syllable: Trién > ?"]);
    check("Nguời đứng đầu", &["impossible_syllable: Nguời > ?"]);
    check("Rà soát. Lâp dự toán", &["impossible_syllable: Lâp > ?"]);
    check("Tổng số:\n- Đươc giao", &["impossible_syllable: Đươc > ?"]);
    check("tại Phừơng một", &[]);
    check("Krông Pắc, Đắk Lắk, Đắk nông", &[]);
    check("Trién Khai, Manhêdit chắc, Bêtông nhựa", &[]);
}

#[test]
fn a_word_cut_in_two() {
    check("Cácơ quan", &["impossible_syllable: Cácơ > Các cơ"]);
    check("cưỡng chếthi hành", &["impossible_syllable: chếthi > chế thi"]);
}

#[test]
fn digits_in_words() {
    check("sự hài 1òng", &["impossible_syllable: 1òng > lòng"]);
    check("kế h0ạch năm", &["impossible_syllable: h0ạch > hoạch"]);
    check("đường 1òng, 1ấp, việc1 kỳ, Phụ lục 1 quan, 10ha, đ1", &[]);
}

#[test]
fn a_syllable_that_cannot_be() {
    check("Tham muu Kế hoạch", &["impossible_syllable: muu > mưu"]);
    check("tự đảm bảo chihường xuyên", &["impossible_syllable: chihường > chi thường"]);
    check("các cơsở", &["impossible_syllable: cơsở > cơ sở"]);
    check("Thưc hiện", &["impossible_syllable: Thưc > Thực"]);
    check("có tiéng", &["impossible_syllable: tiéng > ?"]);
    check("quản lýnhà nước", &["impossible_syllable: lýnhà > lý nhà"]);
    check("Lập kếhoạch", &["impossible_syllable: kếhoạch > kế hoạch"]);
    check("đuợc giao", &["impossible_syllable: đuợc > ?"]);
    check("bảngn", &["impossible_syllable: bảngn > ?"]);
}

#[test]
fn a_lost_first_letter() {
    check("riển khai", &["lost_initial: riển > Triển"]);
    check("và ăn bản", &["lost_initial: ăn > văn"]);
    check("iếp tục", &["lost_initial: iếp > Tiếp"]);
}

#[test]
fn the_case_of_what_is_found() {
    check("TRIẾN KHAI", &["confusable_syllable: TRIẾN > TRIỂN"]);
    check("Tố chức", &["confusable_syllable: Tố > Tổ"]);
    check("thuộc úy ban nhân dân", &["confusable_syllable: úy > Ủy"]);
    check("cấp úy ban", &["confusable_syllable: úy > ủy"]);
}

#[test]
fn a_word_of_a_known_pair_is_right() {
    check("văn bản hành chính", &[]);
    check("bắt đầu từ năm 2024", &[]);
    check("hướng dẫn công tác viên chức", &[]);
    check("thi đua khen thưởng xuyên suốt", &[]);
}

#[test]
fn words_that_are_no_prose() {
    check("Mát-xcơ-va, Ban-ki-mun", &[]);
    check("3815/KH-UBND, TTr, QyĐ, HĐND, ĐT1", &[]);
    check("https://dịchvục.vn a.đmn@vụ.vn", &[]);
    check("Internet, website, Zalo, Viettel, data, online, Post", &[]);
    check("tỉnh Đắk Lắk, Krông Búk, ôxy, axít, vắcxin, bêtông, iốt", &[]);
    check("phu luc ban hanh kem theo, chi muc", &[]);
    check("Quý III, ông Nguyễn Văn Họp, đ/c, nđ", &[]);
    check("BÀN TRIẾN khai", &[]);
}

#[test]
fn abbreviations_with_marks() {
    check("ƯBND quận", &["acronym_lookalike: ƯBND > UBND"]);
    check("Số 12/KH-ƯBND", &["acronym_lookalike: ƯBND > UBND"]);
    check("HDND các cấp", &["acronym_lookalike: HDND > HĐND"]);
    check("UBNĐ quận", &["acronym_lookalike: UBNĐ > UBND"]);
    check("UBND, HĐND, ỦY BAN, VNĐ, QLDT, GDDT", &[]);
}

#[test]
fn letters_of_other_alphabets() {
    check("3494/QÐ-UBND", &["lookalike_letter: QÐ > QĐ"]);
    check("MÔI TRƢỜNG", &["lookalike_letter: TRƢỜNG > TRƯỜNG"]);
    check("D\u{335}ơn vị", &["lookalike_letter: D\u{335}ơn > Đơn"]);
    check("cơ qu\u{430}n", &["lookalike_letter: qu\u{430}n > quan"]);
    check("Москва", &[]);
}

#[test]
fn a_letter_that_returns_is_told_once() {
    check(
        "QÐ-UBND, TRƢỜNG, TTr-HÐND, NĐ, Ð",
        &["lookalike_letter: QÐ > QĐ", "lookalike_letter: TRƢỜNG > TRƯỜNG"],
    );
    arguments("QÐ-UBND", "«Ð» «U+00D0» «Đ» «QÐ» 0");
    arguments("QÐ-UBND, HÐND", "«Ð» «U+00D0» «Đ» «QÐ» 1");
    arguments("QÐ, Ð, HÐND", "«Ð» «U+00D0» «Đ» «QÐ» 2");
    arguments("D\u{335}ơn vị", "«D\u{335}» «U+0044 U+0335» «Đ» «D\u{335}ơn» 0");
}

#[track_caller]
fn arguments(text: &str, expected: &str) {
    let doubts = doubts(&Text::new(text.to_owned(), Place::START), None);
    let arguments = doubts.first().map(|doubt| {
        let values = doubt.arguments.iter().map(|(_, argument)| argument.to_string());
        values.collect::<Vec<_>>().join(" ")
    });
    assert_eq!(arguments.as_deref(), Some(expected), "{text}");
}

#[test]
fn marks_in_the_wrong_order() {
    check("ke\u{301}\u{302} hoạch", &["tone_order: ke\u{301}\u{302} > kế"]);
    check("kê\u{301} hoạch", &[]);
}

#[test]
fn bodies_that_begin_small() {
    check("của ủy ban nhân dân quận", &["proper_name_case: ủy ban nhân dân > Ủy ban nhân dân"]);
    check("các uỷ ban nhân dân", &["proper_name_case: uỷ ban nhân dân > Uỷ ban nhân dân"]);
    check("ủy quyền, Thành ủy, Ủy ban nhân dân, ỦY BAN NHÂN DÂN", &[]);
}

#[test]
fn a_comma_at_the_end() {
    check("Thành phố phê duyệt,", &["cell_ends_in_comma: duyệt, > ?"]);
    check("Rà soát, sửa đổi.", &[]);
}

#[test]
fn a_doubt_has_the_place_of_its_word() {
    let mut text = Text::new("Rà soát".to_owned(), Place::new(1, 4));
    text.push(" tố chức", Place::new(2, 1));
    let [doubt] = doubts(&text, None).try_into().unwrap();
    assert_eq!((doubt.place, doubt.field), (Some(Place::new(2, 1)), None));
}
