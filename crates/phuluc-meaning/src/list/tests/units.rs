//! Cells of units.

use super::*;

#[test]
fn commas_part_units_only_before_a_head() {
    check_units("", "");
    check_units("Phòng Nội vụ", "Phòng Nội vụ");
    check_units(
        "Văn phòng UBND, Trung tâm CNTT, Phòng Quản lý đô thị",
        "Văn phòng UBND ¦ Trung tâm CNTT ¦ Phòng Quản lý đô thị",
    );
    check_units("Phòng Tài chính – Kế hoạch", "Phòng Tài chính – Kế hoạch");
    check_units("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Kinh tế, Hạ tầng và Đô thị");
    check_units(
        "Trung tâm Dịch vụ, Sự nghiệp công, Văn phòng Đảng uỷ",
        "Trung tâm Dịch vụ, Sự nghiệp công ¦ Văn phòng Đảng uỷ",
    );
    check_units(
        "Văn phòng Đảng uỷ, Văn phòng HĐND-UBND xã",
        "Văn phòng Đảng uỷ ¦ Văn phòng HĐND-UBND xã",
    );
    check_units("Trạm Y tế xã, Công an xã.", "Trạm Y tế xã ¦ Công an xã");
    check_units("Đoàn Thanh niên, Tổ CNSCĐ", "Đoàn Thanh niên ¦ Tổ CNSCĐ");
    check_units("Công an xã, Xã đoàn, Hội phụ nữ", "Công an xã ¦ Xã đoàn ¦ Hội phụ nữ");
    check_units("Cục Bản quyền, Sở hữu trí tuệ", "Cục Bản quyền, Sở hữu trí tuệ");
    check_units("Ban Chỉ đạo ứng phó, Phòng thủ dân sự", "Ban Chỉ đạo ứng phó, Phòng thủ dân sự");
    check_units("Phòng Văn hóa, xã hội", "Phòng Văn hóa, xã hội");
    check_units("Vụ Tiền tệ, Ngân hàng", "Vụ Tiền tệ, Ngân hàng");
    check_units("Sở Nội vụ, Viễn thông Phú Đông", "Sở Nội vụ ¦ Viễn thông Phú Đông");
    check_units(
        "Bộ Y tế, Đại học Y Hà Nội, Học viện Quân y",
        "Bộ Y tế ¦ Đại học Y Hà Nội ¦ Học viện Quân y",
    );
    check_units(
        "Sở Nội vụ, Công an, Kho bạc nhà nước tỉnh",
        "Sở Nội vụ ¦ Công an ¦ Kho bạc nhà nước tỉnh",
    );
    check_units(
        "Ủy ban Mặt trận Tổ quốc Việt Nam, Bộ Tư pháp",
        "Ủy ban Mặt trận Tổ quốc Việt Nam ¦ Bộ Tư pháp",
    );
    check_units("Phòng Nội vụ\nPhòng Tư pháp", "Phòng Nội vụ ¦ Phòng Tư pháp");
    check_units("Phòng Tài chính\nKế hoạch", "Phòng Tài chính Kế hoạch");
    check_units("- Sở Nội vụ;\n- Sở Tài chính.", "Sở Nội vụ ¦ Sở Tài chính");
    check_units("- Sở Nội vụ - Sở Tài chính - Kế hoạch", "Sở Nội vụ ¦ Sở Tài chính - Kế hoạch");
    check_units("CL&QTRR · KSNB", "CL&QTRR ¦ KSNB");
    check_units("Sở Nội vụ/Sở Tài chính", "Sở Nội vụ ¦ Sở Tài chính");
}

#[test]
fn commas_stay_within_plurals_and_classes() {
    check_units(
        "Thủ trưởng cơ quan, đơn vị; Chủ tịch Ủy ban nhân dân (UBND) 10 phường.",
        "Thủ trưởng cơ quan, đơn vị ¦ Chủ tịch Ủy ban nhân dân (UBND) 10 phường",
    );
    check_units("Các bộ, ngành, địa phương", "Các bộ, ngành, địa phương");
    check_units(
        "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ; UBND các tỉnh, thành phố",
        "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ ¦ UBND các tỉnh, thành phố",
    );
    check_units("Các bộ, ngành, các tỉnh, thành phố", "Các bộ, ngành ¦ các tỉnh, thành phố");
    check_units("UBND 168 phường, xã, đặc khu", "UBND 168 phường, xã, đặc khu");
    check_units("Phòng Nội vụ, 10 phường", "Phòng Nội vụ ¦ 10 phường");
    check_units("Bộ Y tế, cơ quan, đơn vị liên quan", "Bộ Y tế ¦ cơ quan, đơn vị liên quan");
    check_units(
        "Bộ, cơ quan, tổ chức có liên quan, cơ sở khám bệnh, chữa bệnh, doanh nghiệp",
        "Bộ, cơ quan, tổ chức có liên quan ¦ cơ sở khám bệnh, chữa bệnh ¦ doanh nghiệp",
    );
    check_units(
        "Các bộ, ngành, Ủy ban nhân dân cấp tỉnh, cơ quan, tổ chức có liên quan",
        "Các bộ, ngành ¦ Ủy ban nhân dân cấp tỉnh ¦ cơ quan, tổ chức có liên quan",
    );
    check_units("Văn phòng Quốc hội, cơ quan liên quan", "Văn phòng Quốc hội ¦ cơ quan liên quan");
    check_units("Ban giám hiệu, giáo viên, nhân viên", "Ban giám hiệu ¦ giáo viên, nhân viên");
    check_units(
        "Vụ Đào tạo, bồi dưỡng cán bộ, công chức",
        "Vụ Đào tạo, bồi dưỡng cán bộ, công chức",
    );
    check_units(
        "Bộ Tài chính, Thành phố Hồ Chí Minh, thành phố Đà Nẵng",
        "Bộ Tài chính ¦ Thành phố Hồ Chí Minh ¦ thành phố Đà Nẵng",
    );
    check_units("UBND tỉnh Lâm Đồng, thành phố Đà Nẵng", "UBND tỉnh Lâm Đồng, thành phố Đà Nẵng");
}

#[test]
fn a_plural_keeps_the_names_it_lists() {
    check_units(
        "Bộ Công an, các bộ: Quốc phòng, Tài chính, Nội vụ",
        "Bộ Công an ¦ các bộ: Quốc phòng, Tài chính, Nội vụ",
    );
    check_units(
        "các Bộ: Quốc phòng, Công an, Y tế, UBND các tỉnh",
        "các Bộ: Quốc phòng, Công an, Y tế ¦ UBND các tỉnh",
    );
    check_units("Các Sở Nội vụ, Công an, Y tế", "Các Sở Nội vụ, Công an, Y tế");
    check_units(
        "Các đoàn thể: Đoàn Thanh niên, Hội Phụ nữ; Công an xã",
        "Các đoàn thể: Đoàn Thanh niên, Hội Phụ nữ ¦ Công an xã",
    );
}

#[test]
fn a_conjunction_parts_units_and_stays_within_names() {
    check_units(
        "Bộ Nội vụ, Bộ Tài chính và các bộ, ngành, địa phương",
        "Bộ Nội vụ ¦ Bộ Tài chính ¦ các bộ, ngành, địa phương",
    );
    check_units(
        "Bộ Nông nghiệp và Môi trường và các bộ, ngành",
        "Bộ Nông nghiệp và Môi trường ¦ các bộ, ngành",
    );
    check_units(
        "Sở Văn hóa, Thể thao và Du lịch; các sở, ban, ngành",
        "Sở Văn hóa, Thể thao và Du lịch ¦ các sở, ban, ngành",
    );
    check_units("Văn phòng HĐND và UBND", "Văn phòng HĐND và UBND");
    check_units(
        "Văn phòng Hội đồng nhân dân (HĐND) và Ủy ban nhân dân (UBND) xã",
        "Văn phòng Hội đồng nhân dân (HĐND) và Ủy ban nhân dân (UBND) xã",
    );
    check_units("Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh");
    check_units("Vụ Tổ chức và Cán bộ", "Vụ Tổ chức và Cán bộ");
    check_units("HĐND và UBND xã", "HĐND ¦ UBND xã");
    check_units("Sở Nội vụ và Sở Tài chính", "Sở Nội vụ ¦ Sở Tài chính");
    check_units("Phòng Nội vụ và đơn vị liên quan", "Phòng Nội vụ ¦ đơn vị liên quan");
    check_units("Cơ quan và đơn vị liên quan", "Cơ quan và đơn vị liên quan");
}

#[test]
fn posts_without_a_body_wait_for_it() {
    check_units(
        "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch UBND tỉnh",
        "Bộ trưởng ¦ Thủ trưởng cơ quan ngang bộ ¦ Chủ tịch UBND tỉnh",
    );
    check_units(
        "Giám đốc, Thủ trưởng các Sở, ban, ngành",
        "Giám đốc, Thủ trưởng các Sở, ban, ngành",
    );
    check_units(
        "Phó Chủ tịch UBND xã, Trưởng phòng Nội vụ",
        "Phó Chủ tịch UBND xã ¦ Trưởng phòng Nội vụ",
    );
    check_units("Hiệu trưởng, Phó Hiệu trưởng", "Hiệu trưởng ¦ Phó Hiệu trưởng");
}

#[test]
fn names_without_a_head_follow_whole_units() {
    check_units("VNPT, Viettel, Điện lực", "VNPT ¦ Viettel ¦ Điện lực");
    check_units("Bưu điện, Viettel Post, Hợp tác xã", "Bưu điện ¦ Viettel Post ¦ Hợp tác xã");
    check_units("Hợp tác xã, các hộ sản xuất", "Hợp tác xã ¦ các hộ sản xuất");
    check_units("Phòng VH-XH, KT-HT", "Phòng VH-XH, KT-HT");
    check_units("Văn hóa, Thể thao và Du lịch", "Văn hóa, Thể thao và Du lịch");
}

#[test]
fn clauses_and_numbered_units() {
    check_units(
        "1. Bộ Tài chính đối với khu kinh tế, trung tâm tài chính. 2. Bộ KHCN đối với khu công nghệ.",
        "Bộ Tài chính đối với khu kinh tế, trung tâm tài chính ¦ Bộ KHCN đối với khu công nghệ",
    );
    check_units(
        "Bộ Tư pháp (đối với thủ tục, hồ sơ) Bộ Tài chính (đối với điều kiện)",
        "Bộ Tư pháp (đối với thủ tục, hồ sơ) ¦ Bộ Tài chính (đối với điều kiện)",
    );
    check_units("(1) Sở Y tế; (2) Công an tỉnh", "Sở Y tế ¦ Công an tỉnh");
    check_units("1) Sở Nội vụ, 2) Sở Tài chính", "Sở Nội vụ ¦ Sở Tài chính");
    check_units(
        "Bộ Thông tin và Truyền thông Bộ Khoa học và Công nghệ",
        "Bộ Thông tin và Truyền thông ¦ Bộ Khoa học và Công nghệ",
    );
    check_units(
        "Sở Khoa học và Công nghệ chủ trì, phối hợp với Sở Nội vụ",
        "Sở Khoa học và Công nghệ chủ trì, phối hợp với Sở Nội vụ",
    );
    check_units("Chủ trì: Sở Nội vụ\nPhối hợp: Công an", "Chủ trì: Sở Nội vụ ¦ Phối hợp: Công an");
    check_units("Ban Quản lý (theo dõi, Phòng Nội vụ", "Ban Quản lý (theo dõi ¦ Phòng Nội vụ");
}

#[test]
fn cells_without_a_unit() {
    for cell in ["", "-", "...", "Không", "không.", "Không có"] {
        check_units(cell, "");
    }
    check_units("Không quân Việt Nam", "Không quân Việt Nam");
}
