//! Cells of products.

use super::*;

#[test]
fn products_are_parted_before_heads() {
    check_products("Báo cáo", "Báo cáo");
    check_products("Kế hoạch, báo cáo", "Kế hoạch ¦ báo cáo");
    check_products(
        "Kế hoạch, báo cáo, Clip tuyên truyền",
        "Kế hoạch ¦ báo cáo ¦ Clip tuyên truyền",
    );
    check_products("Kế hoạch và báo cáo kết quả.", "Kế hoạch ¦ báo cáo kết quả");
    check_products("Tờ trình; dự thảo Nghị quyết", "Tờ trình ¦ dự thảo Nghị quyết");
    check_products("Dự thảo Nghị quyết, tờ trình", "Dự thảo Nghị quyết ¦ tờ trình");
    check_products("Quyết định của UBND, Kế hoạch của Sở", "Quyết định của UBND ¦ Kế hoạch của Sở");
    check_products(
        "Chương trình, kế hoạch, Đề án, văn bản triển khai",
        "Chương trình ¦ kế hoạch ¦ Đề án ¦ văn bản triển khai",
    );
    check_products("Báo cáo năm\n- Danh sách lớp\n- Góp ý", "Báo cáo năm ¦ Danh sách lớp ¦ Góp ý");
    check_products("01 kế hoạch, 02 báo cáo", "01 kế hoạch ¦ 02 báo cáo");
    check_products("Báo cáo số liệu, 02 mô hình điểm", "Báo cáo số liệu ¦ 02 mô hình điểm");
    check_products("Kế hoạch, báo cáo số liệu", "Kế hoạch ¦ báo cáo số liệu");
    check_products("Sổ theo dõi, biên bản, hình ảnh", "Sổ theo dõi ¦ biên bản ¦ hình ảnh");
    check_products("Hội nghị, hội thảo, tập huấn", "Hội nghị ¦ hội thảo ¦ tập huấn");
    check_products("Văn bản hướng dẫn, kế hoạch", "Văn bản hướng dẫn ¦ kế hoạch");
    check_products("Kế hoạch năm, các báo cáo quý", "Kế hoạch năm ¦ các báo cáo quý");
    check_products(
        "Kế hoạch hằng năm và các hoạt động thường xuyên",
        "Kế hoạch hằng năm ¦ các hoạt động thường xuyên",
    );
}

#[test]
fn products_stay_whole() {
    check_products("Góp ý dự thảo", "Góp ý dự thảo");
    check_products(
        "Thực hiện kết nối phần mềm cơ sở dữ liệu",
        "Thực hiện kết nối phần mềm cơ sở dữ liệu",
    );
    check_products("Các đề tài, đề án được triển khai", "Các đề tài, đề án được triển khai");
    check_products("Cơ chế, chính sách được ban hành", "Cơ chế, chính sách được ban hành");
    check_products("Văn bản chỉ đạo, hướng dẫn", "Văn bản chỉ đạo, hướng dẫn");
    check_products("Báo cáo tình hình, kết quả thực hiện", "Báo cáo tình hình, kết quả thực hiện");
    check_products(
        "Quyết định ban hành Quy chế, Quy trình",
        "Quyết định ban hành Quy chế, Quy trình",
    );
    check_products(
        "Báo cáo về cơ chế, chính sách và chương trình",
        "Báo cáo về cơ chế, chính sách và chương trình",
    );
    check_products(
        "Văn bản thể chế hóa Kết luận số 182-KL/TW, ngày 29/7/2025 và Kết luận số 218-KL/TW",
        "Văn bản thể chế hóa Kết luận số 182-KL/TW, ngày 29/7/2025 và Kết luận số 218-KL/TW",
    );
    check_products("Kế hoạch/hoạt động hằng năm", "Kế hoạch/hoạt động hằng năm");
    check_products("Kế hoạch tổ chức hội nghị, hội thảo", "Kế hoạch tổ chức hội nghị, hội thảo");
    check_products(
        "Báo cáo kết quả “Tổng rà soát văn bản, Hồ sơ” theo lĩnh vực, địa bàn",
        "Báo cáo kết quả “Tổng rà soát văn bản, Hồ sơ” theo lĩnh vực, địa bàn",
    );
}

#[test]
fn targets_are_products() {
    check_products(
        "100% hồ sơ đúng hạn, tối thiểu 98% người dân hài lòng",
        "100% hồ sơ đúng hạn ¦ tối thiểu 98% người dân hài lòng",
    );
    check_products(
        "Tỷ lệ hồ sơ đạt trên 95%, tỷ lệ hài lòng đạt 90%",
        "Tỷ lệ hồ sơ đạt trên 95% ¦ tỷ lệ hài lòng đạt 90%",
    );
    check_products("Báo cáo số lượng, tỷ lệ hồ sơ", "Báo cáo số lượng, tỷ lệ hồ sơ");
    check_products("Đạt từ 90%, 95%", "Đạt từ 90%, 95%");
    check_products("Kế hoạch, ≥ 100 lượt tuyên truyền", "Kế hoạch ¦ ≥ 100 lượt tuyên truyền");
}

#[test]
fn a_capital_opens_a_product_after_small_things() {
    check_products(
        "Quyết định phê duyệt danh mục vị trí việc làm, Quyết định giao biên chế",
        "Quyết định phê duyệt danh mục vị trí việc làm ¦ Quyết định giao biên chế",
    );
    check_products(
        "Kế hoạch triển khai đề án, Báo cáo năm",
        "Kế hoạch triển khai đề án ¦ Báo cáo năm",
    );
    check_products(
        "Quyết định ban hành Kế hoạch, Báo cáo",
        "Quyết định ban hành Kế hoạch, Báo cáo",
    );
}

#[test]
fn heads_that_only_lists_go_by() {
    check_products(
        "Kế hoạch, phóng sự, video clip, pano, áp phích, tờ rơi",
        "Kế hoạch ¦ phóng sự ¦ video clip ¦ pano ¦ áp phích ¦ tờ rơi",
    );
    check_products("Quyết định, giấy chứng nhận", "Quyết định ¦ giấy chứng nhận");
    check_products(
        "Tin bài, chuyên trang, cuộc thi, bản thuyết minh, giấy mời",
        "Tin bài ¦ chuyên trang ¦ cuộc thi ¦ bản thuyết minh ¦ giấy mời",
    );
}

#[test]
fn marks_between_products() {
    check_products("Kế hoạch/Quyết định", "Kế hoạch ¦ Quyết định");
    check_products("Kế hoạch + Báo cáo", "Kế hoạch ¦ Báo cáo");
    check_products("Kế hoạch. Báo cáo.", "Kế hoạch ¦ Báo cáo");
    check_products("Kế hoạch,báo cáo;tờ trình", "Kế hoạch ¦ báo cáo ¦ tờ trình");
    check_products("Tờ trình...", "Tờ trình");
    check_products("Kế hoạch, ...", "Kế hoạch");
    check_products("Kế hoạch Báo cáo", "Kế hoạch Báo cáo");
    check_products("Quyết định ban hành Kế hoạch", "Quyết định ban hành Kế hoạch");
}
