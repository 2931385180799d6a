//! Abbreviations of units.

use super::*;

#[test]
fn abbreviations_are_written_out() {
    check_expanded("Phòng Nội vụ", None);
    check_expanded("Văn phòng UBND quận", Some("Văn phòng Ủy ban nhân dân quận"));
    check_expanded("VP HĐND-UBND xã", Some("Văn phòng Hội đồng nhân dân - Ủy ban nhân dân xã"));
    check_expanded("VP HĐND&UBND", Some("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"));
    check_expanded("TT PVHCC", Some("Trung tâm Phục vụ hành chính công"));
    check_expanded("Trung tâm CNTT", Some("Trung tâm Công nghệ thông tin"));
    check_expanded("Bộ NN&MT", Some("Bộ Nông nghiệp và Môi trường"));
    check_expanded("Bộ phận ứng dụng CNTT", Some("Bộ phận ứng dụng công nghệ thông tin"));
    check_expanded(
        "Chủ tịch Ủy ban nhân dân (UBND) 10 phường",
        Some("Chủ tịch Ủy ban nhân dân 10 phường"),
    );
    check_expanded("Tổ công tác theo Quyết định 12/QĐ-UBND", None);
    check_expanded("Phòng TT", None);
    check_expanded("Ban Chỉ huy PTDS các cấp", Some("Ban Chỉ huy Phòng thủ dân sự các cấp"));
    check_expanded("các Bộ: NN&MT, Y tế", Some("các Bộ: Nông nghiệp và Môi trường, Y tế"));
}

#[test]
fn marks_within_abbreviations() {
    check_expanded("TT. Y tế", Some("Trung tâm Y tế"));
    check_expanded("VP. Đảng ủy", Some("Văn phòng Đảng ủy"));
    check_expanded("VP.HĐND và UBND", Some("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"));
    check_expanded("VP HĐND & UBND", Some("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"));
    check_expanded("Sở GD & ĐT", Some("Sở Giáo dục và Đào tạo"));
    check_expanded("Phòng KT-HT&ĐT", Some("Phòng Kinh tế, Hạ tầng và Đô thị"));
    check_expanded("Sở VH, TT & DL", None);
    check_expanded("P. Kinh tế", None);
}

#[test]
fn names_have_capitals_and_things_have_none() {
    check_expanded("Hội CCB", Some("Hội Cựu chiến binh"));
    check_expanded("KBNN khu vực", Some("Kho bạc Nhà nước khu vực"));
    check_expanded("BCĐ CCHC", Some("Ban Chỉ đạo Cải cách hành chính"));
    check_expanded("Bộ TTHC", Some("Bộ thủ tục hành chính"));
}

#[test]
fn a_product_is_no_centre() {
    let expanded = |cell: &str| products(cell).into_iter().find_map(|item| item.expanded);
    assert_eq!(expanded("TT hướng dẫn"), None);
    assert_eq!(expanded("Kế hoạch CCHC").as_deref(), Some("Kế hoạch cải cách hành chính"));
}
