//! Rows of a table, as many as are asked for; the same every time.

/// The columns: what their labels say, and how many letters a line of each holds.
pub(crate) const COLUMNS: [(&str, usize); 6] = [
    ("TT", 5),
    ("Nội dung công việc", 42),
    ("Đơn vị chủ trì", 22),
    ("Đơn vị phối hợp", 22),
    ("Sản phẩm", 20),
    ("Thời gian", 16),
];

pub(crate) type Row = [String; 6];

// The lists have lengths without a common divisor, so that rows differ for a long time.
const OPENINGS: [&str; 7] = [
    "Rà soát, hệ thống hóa",
    "Xây dựng và ban hành",
    "Tham mưu tổ chức thực hiện",
    "Kiểm tra việc thực hiện",
    "Cập nhật, niêm yết công khai",
    "Tuyên truyền, phổ biến",
    "Đánh giá, báo cáo kết quả",
];
const OBJECTS: [&str; 11] = [
    "thủ tục hành chính thuộc thẩm quyền giải quyết của Ủy ban nhân dân Thành phố.",
    "kế hoạch cải cách hành chính năm 2026.",
    "các văn bản quy phạm pháp luật theo Quyết định số 1085/QĐ-TTg ngày 15 tháng 9 năm 2022.",
    "quy chế văn hóa công sở tại các cơ quan, đơn vị trên địa bàn, gắn với kỷ luật, kỷ cương.",
    "chương trình chuyển đổi số.",
    "việc giải quyết hồ sơ qua Cổng Dịch vụ công Quốc gia và trả kết quả tại nhà.",
    "công tác tiếp công dân, giải quyết khiếu nại, tố cáo.",
    "danh mục vị trí việc làm và cơ cấu ngạch công chức của các phòng chuyên môn.",
    "kết quả thực hiện Nghị quyết số 76/NQ-CP của Chính phủ.",
    "mô hình một cửa, một cửa liên thông.",
    "chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước.",
];
const LEADS: [&str; 5] =
    ["Phòng Nội vụ", "Văn phòng UBND", "Phòng Tư pháp", "Sở Khoa học và Công nghệ", "Sở Y tế"];
const HELPERS: [&str; 4] =
    ["Các phòng, ban", "", "Ủy ban nhân dân các phường, xã", "Trung tâm Văn hóa, Phòng Kinh tế"];
const PRODUCTS: [&str; 3] = ["Kế hoạch, báo cáo", "Quyết định", "Báo cáo tổng hợp kết quả"];
const TIMES: [&str; 8] = [
    "Quý II",
    "Thường xuyên",
    "Tháng 6 năm 2026",
    "Trước ngày 15/12",
    "Quý I, Quý III",
    "Theo yêu cầu",
    "Hàng tháng",
    "Khi có chỉ đạo của cấp trên",
];

pub(crate) fn rows(count: usize) -> Vec<Row> {
    (0..count).map(row).collect()
}

fn row(nth: usize) -> Row {
    let task = format!("{} {}", of(&OPENINGS, nth), of(&OBJECTS, nth));
    let [lead, helper] = [of(&LEADS, nth), of(&HELPERS, nth)].map(str::to_owned);
    let [product, time] = [of(&PRODUCTS, nth), of(&TIMES, nth)].map(str::to_owned);
    [(nth + 1).to_string(), task, lead, helper, product, time]
}

fn of(list: &[&'static str], nth: usize) -> &'static str {
    list.get(nth % list.len()).copied().unwrap_or_default()
}

/// The labels as a row.
pub(crate) fn labels() -> Row {
    COLUMNS.map(|(label, _)| label.to_owned())
}

/// The lines of each cell of a row, broken where its column ends.
pub(crate) fn lines(row: &Row) -> [Vec<String>; 6] {
    let mut columns = COLUMNS.iter();
    row.each_ref().map(|cell| broken(cell, columns.next().map_or(0, |column| column.1)))
}

fn broken(cell: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in cell.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
