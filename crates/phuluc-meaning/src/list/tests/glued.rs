//! Units that no comma separates, and heads and marks of few cells.

use super::*;

/// Only the end of a line separated them.
#[test]
fn glued_units_need_a_peer_or_the_office_of_two() {
    check_units(
        "Phòng Kinh tế Phòng Văn hóa - Xã hội Văn phòng HĐND và UBND Trung tâm Phục vụ hành chính công",
        "Phòng Kinh tế ¦ Phòng Văn hóa - Xã hội ¦ Văn phòng HĐND và UBND ¦ Trung tâm Phục vụ hành chính công",
    );
    check_units(
        "Văn phòng Đảng ủy VP HĐND-UBND xã Trạm Y tế xã",
        "Văn phòng Đảng ủy ¦ VP HĐND-UBND xã ¦ Trạm Y tế xã",
    );
    check_units("Văn phòng HĐND và UBND Phường 5", "Văn phòng HĐND và UBND Phường 5");
    for whole in [
        "Giám đốc Sở Nội vụ",
        "Chi nhánh Văn phòng đăng ký đất đai",
        "Thành viên Ban Chỉ đạo",
        "Văn phòng UBND phường",
        "Chủ tịch UBND",
        "Thường trực HĐND",
        "Phòng Tham mưu Công an tỉnh",
        "Phòng Kế hoạch - Tổng hợp Trung tâm Y tế",
        "Phòng Công Thương trình Văn phòng HĐND và UBND",
        "Phòng Kinh tế Công an phường Trạm Y tế",
    ] {
        check_units(whole, whole);
    }
}

#[test]
fn the_office_of_two_bodies_is_one() {
    check_units("Lãnh đạo Văn phòng HĐND và UBND", "Lãnh đạo Văn phòng HĐND và UBND");
    check_units("Phó Chánh Văn phòng HĐND và UBND xã", "Phó Chánh Văn phòng HĐND và UBND xã");
    check_units(
        "Phòng Nội vụ và VP.HĐND và UBND và Phòng Tư pháp",
        "Phòng Nội vụ ¦ VP.HĐND và UBND ¦ Phòng Tư pháp",
    );
    check_units("Văn phòng Đảng ủy, HĐND và UBND", "Văn phòng Đảng ủy ¦ HĐND ¦ UBND");
}

#[test]
fn a_list_of_names_after_nouns_is_no_name() {
    check_units(
        "UBND các xã, phường (Bến Thành, Sài Gòn, Tân Định)",
        "UBND các xã, phường (Bến Thành, Sài Gòn, Tân Định)",
    );
    check_units(
        "UBND các xã, phường, đặc khu (168 đơn vị)",
        "UBND các xã, phường, đặc khu (168 đơn vị)",
    );
    check_units("Trạm Y tế xã, phường (5 trạm)", "Trạm Y tế xã, phường (5 trạm)");
    check_units(
        "UBND các phường, xã: Bến Thành, Sài Gòn",
        "UBND các phường, xã: Bến Thành, Sài Gòn",
    );
}

#[test]
fn words_that_are_no_heads() {
    check_units(
        "Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao",
        "Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao",
    );
    check_units("Sở Y tế, phòng, ban liên quan", "Sở Y tế ¦ phòng, ban liên quan");
    check_units("Sở VH, TT & DL", "Sở VH, TT & DL");
    check_units("Sở VH, TT và DL", "Sở VH, TT và DL");
    check_units("Ban Chỉ huy PTDS, PCCC", "Ban Chỉ huy PTDS, PCCC");
    check_units("Sở Y tế, BHYT, CSDL", "Sở Y tế, BHYT, CSDL");
    check_units("Phòng VHTT, TT Y tế", "Phòng VHTT ¦ TT Y tế");
    check_units("Phòng Đào tạo, Khoa học", "Phòng Đào tạo, Khoa học");
    check_units("Phòng Tài chính, Kế toán", "Phòng Tài chính, Kế toán");
    check_units("Vụ Di sản, Bảo tàng", "Vụ Di sản, Bảo tàng");
}

#[test]
fn nouns_in_a_row_are_one() {
    check_units(
        "Vụ, Cục, Viện, Trường, Trung tâm thuộc Bộ",
        "Vụ, Cục, Viện, Trường, Trung tâm thuộc Bộ",
    );
    check_units("Trưởng thôn, buôn, tổ dân phố", "Trưởng thôn, buôn, tổ dân phố");
}

#[test]
fn heads_that_only_lists_go_by() {
    check_units("Phòng Đào tạo, Khoa Nội", "Phòng Đào tạo ¦ Khoa Nội");
    check_units(
        "Ban giám hiệu, Kế toán, Văn thư, Tổng phụ trách Đội",
        "Ban giám hiệu ¦ Kế toán ¦ Văn thư ¦ Tổng phụ trách Đội",
    );
    check_units(
        "Phòng Nội vụ, Trưởng/Phó Trưởng phòng, chuyên viên",
        "Phòng Nội vụ ¦ Trưởng/Phó Trưởng phòng ¦ chuyên viên",
    );
    check_units(
        "Sở Nội vụ, Quỹ Đầu tư, Chi nhánh Văn phòng Đăng ký, Bảo tàng tỉnh, CLB Thanh niên",
        "Sở Nội vụ ¦ Quỹ Đầu tư ¦ Chi nhánh Văn phòng Đăng ký ¦ Bảo tàng tỉnh ¦ CLB Thanh niên",
    );
    check_units(
        "Công an xã, BCH Quân sự xã, TYT xã, BCĐ CCHC",
        "Công an xã ¦ BCH Quân sự xã ¦ TYT xã ¦ BCĐ CCHC",
    );
    check_units("P.Kinh tế, P. Văn hóa - Xã hội", "P.Kinh tế ¦ P. Văn hóa - Xã hội");
}

#[test]
fn marks_without_blanks_and_other_marks() {
    check_units("Sở Xây dựng,Sở Nội vụ;Công an", "Sở Xây dựng ¦ Sở Nội vụ ¦ Công an");
    check_units("Sở Nội vụ + Sở Tài chính + các phòng", "Sở Nội vụ ¦ Sở Tài chính ¦ các phòng");
    check_units("Phòng Nội vụ. Phòng Tư pháp.", "Phòng Nội vụ ¦ Phòng Tư pháp");
    check_units("UBND TP. Thủ Đức, Q.1", "UBND TP. Thủ Đức, Q.1");
    check_units("Sở Nội vụ, Sở Tài chính,…", "Sở Nội vụ ¦ Sở Tài chính");
    check_units("Sở Nội vụ, v.v...", "Sở Nội vụ");
}
