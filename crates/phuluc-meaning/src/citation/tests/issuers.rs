//! Issuers: where their names go on and where they end.

use super::found;

/// The issuer that comes after a plan; `-` where the text leaves it open.
#[track_caller]
fn check(after: &str, expected: &str) {
    let text = format!("Kế hoạch số 12/KH-ABC ngày 5/6/2024 {after}");
    let found = found(&text);
    let issuer = found.first().and_then(|one| one.issuer.as_deref());
    assert_eq!(issuer.unwrap_or("-"), expected, "{text}");
}

#[test]
fn a_dot_after_an_abbreviated_territory_is_no_end() {
    check("của UBND TP. Hồ Chí Minh về việc", "UBND TP. Hồ Chí Minh");
    check("của UBND TP.HCM, trong đó", "UBND TP.HCM");
    check("của Sở Nội vụ TP. Đà Nẵng.", "Sở Nội vụ TP. Đà Nẵng");
    check("của UBND P.Bến Nghé Q. 1 về", "UBND P.Bến Nghé Q. 1");
    check("của UBND TP. Kế hoạch này", "UBND TP");
}

#[test]
fn a_word_that_no_name_has_ends_it() {
    check("của UBND phường Bến Thành đối với các cơ sở", "UBND phường Bến Thành");
    check("của UBND phường Bến Thành kèm theo", "UBND phường Bến Thành");
    check("của UBND phường Bến Thành yêu cầu các tổ", "UBND phường Bến Thành");
    check("của UBND tỉnh yêu cầu các sở", "UBND tỉnh");
    check("của Chính phủ ban hành Chương trình", "Chính phủ");
    check("của Thủ tướng Chính phủ áp dụng", "Thủ tướng Chính phủ");
    check("của UBND tỉnh Huế yêu cầu các sở", "-");
    check("của Sở Nội vụ yêu cầu các phòng", "-");
}

#[test]
fn a_title_ends_it() {
    check("của UBND phường Bến Thành - Báo cáo kết quả", "UBND phường Bến Thành");
    check("của UBND phường Bến Thành V/v tăng cường", "UBND phường Bến Thành");
    check("của UBND phường Bến Thành Phê duyệt danh sách", "UBND phường Bến Thành");
    check("của UBND phường Bến Thành Tổ chức hội nghị", "UBND phường Bến Thành");
    check("của UBND phường Bến Thành Về việc", "UBND phường Bến Thành");
    check("của Sở Nội vụ Tổ chức hội nghị", "-");
}

#[test]
fn the_next_cell_leaves_it_open() {
    check("của Bộ Chính trị Bộ Y tế", "-");
    check("của Chính phủ Các bộ, ngành", "-");
}

#[test]
fn names_have_their_fields_and_dashes() {
    check("của Phòng Văn hóa - Xã hội phường Hoa Sen", "Phòng Văn hóa - Xã hội phường Hoa Sen");
    check(
        "của Sở Lao động - Thương binh và Xã hội tỉnh Đắk Lắk về",
        "Sở Lao động - Thương binh và Xã hội tỉnh Đắk Lắk",
    );
    check("của UBND tỉnh Bà Rịa - Vũng Tàu về", "UBND tỉnh Bà Rịa - Vũng Tàu");
    check("của Ban Tổ chức Trung ương về", "Ban Tổ chức Trung ương");
    check("của Ủy ban Kiểm tra Huyện ủy về", "Ủy ban Kiểm tra Huyện ủy");
    check("của Ban Chỉ đạo Chuyển đổi số phường", "Ban Chỉ đạo Chuyển đổi số phường");
    check("của Sở Xây dựng về", "Sở Xây dựng");
    check("của Bệnh viện đa khoa khu vực", "Bệnh viện đa khoa khu vực");
    check(
        "của Trung tâm Phục vụ hành chính công phường",
        "Trung tâm Phục vụ hành chính công phường",
    );
}

#[test]
fn posts_and_bodies_with_heads_of_their_own() {
    check("của Bộ trưởng Bộ Nội vụ ban hành", "Bộ trưởng Bộ Nội vụ");
    check("của Tổng Giám đốc Bảo hiểm xã hội Việt Nam", "Tổng Giám đốc Bảo hiểm xã hội Việt Nam");
    check("của Tòa án nhân dân tối cao về", "Tòa án nhân dân tối cao");
    check("của Viện kiểm sát nhân dân tối cao", "Viện kiểm sát nhân dân tối cao");
    check("của Kiểm toán nhà nước về", "Kiểm toán nhà nước");
    check("của Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước Việt Nam");
    check("của Tổng Liên đoàn Lao động Việt Nam", "Tổng Liên đoàn Lao động Việt Nam");
    check("của Trung ương Đoàn TNCS Hồ Chí Minh", "Trung ương Đoàn TNCS Hồ Chí Minh");
    check("của Chi cục Thuế khu vực II", "Chi cục Thuế khu vực II");
    check("của Bộ Chỉ huy quân sự tỉnh", "Bộ Chỉ huy quân sự tỉnh");
}

#[test]
fn a_head_without_the_rest_of_its_name_is_no_issuer() {
    check("của Hội đồng phối hợp phổ biến, giáo dục pháp luật", "-");
    check("của Ban Quản lý dự án", "-");
    check("của Sở gửi về", "-");
}

#[test]
fn a_territory_may_stand_after_a_comma() {
    check("của UBND phường Buôn Hồ, tỉnh Đắk Lắk về", "UBND phường Buôn Hồ, tỉnh Đắk Lắk");
    check("của UBND Quận 1, Thành phố Hồ Chí Minh", "UBND Quận 1, Thành phố Hồ Chí Minh");
    check("của UBND tỉnh Đắk Lắk, phường Buôn Hồ lập", "UBND tỉnh Đắk Lắk");
    check("của UBND phường Buôn Hồ, phường Thống Nhất", "-");
}

#[test]
fn two_issuers_are_none_but_councils_with_their_committees() {
    check("của Bộ Chính trị, Ban Bí thư về", "-");
    check("của Bộ Văn hóa, Thể thao và Du lịch, Bộ Y tế", "-");
    check("của UBND tỉnh, UBND phường xây dựng kế hoạch", "UBND tỉnh");
    check("của Bộ Nội vụ và Bộ Tài chính", "-");
    check("của HĐND và UBND phường", "HĐND và UBND phường");
    check("của Văn phòng HĐND và UBND phường", "Văn phòng HĐND và UBND phường");
    check("của Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh");
}
