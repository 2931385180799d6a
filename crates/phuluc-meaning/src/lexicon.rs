//! Words that open a cell of a certain role.
//!
//! Each list holds *heads*: the first word or words of units, products and times, never whole
//! values. Heads are written in the key of [`fold::key`]: lower case, marks kept.
//! In segmentation they are evidence among other evidence, and a document's own first words are
//! learned besides; [`list`](crate::list) decides by them.

use std::collections::HashSet;
use std::sync::LazyLock;

use phuluc_model::Role;

use crate::fold;

/// First words of bodies, offices, posts and collectives.
const UNITS: &str = "bộ sở các phòng ban thư|viện cục vụ viện trường trung|tâm tổng|cục tổng|công chi|cục chi|bộ \
    văn|phòng vp ủy|ban ubnd hđnd ub mttq mặt|trận hội|đồng hội công|an quân quân|khu bộ|đội thanh|tra kho|bạc \
    bảo|hiểm bhxh thuế hải|quan tòa|án ngân|hàng tập|đoàn doanh|nghiệp công|ty hợp|tác bưu|điện điện|lực \
    đoàn liên|đoàn liên|minh liên|hiệp đảng|ủy thành|ủy tỉnh|ủy quận|ủy huyện|ủy thường|trực đài báo cổng thông|tấn \
    ttxvn vtv vov trạm bệnh|viện cơ|sở cơ|quan đơn|vị tổ đội hạt khối thủ|trưởng chủ|tịch phó|chủ giám|đốc \
    hiệu|trưởng trưởng lãnh|đạo người|đứng văn|phòng|chính chính|phủ quốc|hội thủ|tướng toàn|thể tất|cả \
    thành|phố tỉnh xã phường đặc|khu địa|phương bí|thư cán|bộ công|đoàn tt \
    xã|đoàn phường|đoàn quận|đoàn huyện|đoàn tỉnh|đoàn thành|đoàn đại|học học|viện hiệp|hội thị|ủy viễn|thông \
    ban|chỉ|đạo ban|chỉ|huy ban|quản|lý";

/// More of them, which only lists of units go by: a cell of flattened text is not cut by them.
const LISTED_UNITS: &str = "khoa quỹ chi|nhánh bảo|tàng clb câu|lạc|bộ bch tyt ubmt kbnn p ban|giám|hiệu kế|toán văn|thư \
    thủ|quỹ tổng|phụ|trách";

/// First words of documents that a task brings forth.
const DOCUMENTS: &str = "báo|cáo kế|hoạch quyết|định tờ|trình văn|bản công|văn nghị|quyết nghị|định thông|tư thông|báo \
    luật pháp|lệnh chương|trình đề|án dự|án dự|thảo hướng|dẫn quy|chế quy|định quy|trình biên|bản danh|mục danh|sách hồ|sơ \
    phương|án bộ|tiêu bộ|chỉ chỉ|thị kết|luận chứng|nhận chiến|lược đề|tài ấn|phẩm tài|liệu bảng|điểm phiếu|trình";

/// First words of events, media and programs that a task brings forth.
const EVENTS: &str = "hội|nghị hội|thi hội|thảo tọa|đàm lớp clip video tin|bài phần|mềm";

/// More of them, which only lists of products go by: a cell of flattened text is not cut by them.
const LISTED: &str = "tập|huấn buổi bản|tin hình|ảnh chuyên|mục chuyên|trang pano áp|phích tờ|rơi sổ phóng|sự \
    video|clip giấy|mời giấy|chứng|nhận bản|thuyết|minh cuộc|thi";

/// First words of systems, measures and results that a task brings forth.
const EFFECTS: &str = "hệ|thống cơ|sở|dữ cơ|chế chính|sách mô|hình góp|ý tuyên|truyền tham|gia hoàn|thành tối|thiểu \
    tỷ|lệ kết|quả sản|phẩm các|văn các|kế các|hoạt các|chỉ các|đề";

/// First words of times.
const TIMES: &str = "quý tháng năm ngày trước sau|khi từ|tháng từ|quý từ|năm từ|ngày trong|năm trong|quý trong|tháng \
    trong|quá thường|xuyên hằng hàng định|kỳ giai|đoạn khi theo hoàn|thành đột|xuất chậm|nhất đến|hết đến|năm đến|ngày cả|năm \
    cuối|năm đầu|năm nhiệm|vụ|thường thực|hiện|khi thực|hiện|thường thực|hiện|hằng đã|hoàn kỳ|họp ngay|sau suốt dự|kiến";

/// Verbs and nouns that open the text of a task and hardly ever another cell.
const TASKS: &str = "xây|dựng rà|soát tham|mưu triển|khai tổ|chức tăng|cường đẩy|mạnh nghiên|cứu tiếp|tục hoàn|thiện ban|hành \
    thực|hiện|nghiêm nâng|cao kiểm|tra theo|dõi đôn|đốc phối|hợp hướng|dẫn|kiểm đổi|mới phát|triển đào|tạo đầu|tư sửa|đổi bổ|sung \
    thể|chế củng|cố phân|định huy|động ưu|tiên tập|huấn lồng|ghép điều|chỉnh bố|trí đưa|các thống|kê thẩm|định trình khảo|sát";

/// A list of heads.
pub(crate) struct Heads(HashSet<String>);

impl Heads {
    /// Reads a list: heads between spaces, their words between bars.
    pub(crate) fn of(list: &str) -> Self {
        Self(list.split_whitespace().map(|head| fold::key(&head.replace('|', " "))).collect())
    }

    /// Whether the words begin with one of the heads.
    pub(crate) fn opens(&self, words: &[&str]) -> bool {
        self.length(words) > 0
    }

    /// How many of the words are a head of this list; up to three are looked at.
    pub(crate) fn length(&self, words: &[&str]) -> usize {
        let keys: Vec<String> = words.iter().take(3).map(|word| head_key(word)).collect();
        self.open(&keys.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// How many of the words, taken from the first, are a head; the longest head counts.
    fn open(&self, words: &[&str]) -> usize {
        let mut head = String::new();
        let mut longest = 0;
        for (index, word) in words.iter().enumerate() {
            if index > 0 {
                head.push(' ');
            }
            head.push_str(word);
            if self.0.contains(&head) {
                longest = index + 1;
            }
        }
        longest
    }
}

pub(crate) static UNIT_HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(UNITS));
pub(crate) static LISTED_UNIT_HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(LISTED_UNITS));
static PRODUCT_HEADS: LazyLock<Heads> =
    LazyLock::new(|| Heads::of(&[DOCUMENTS, EVENTS, EFFECTS].join(" ")));
pub(crate) static DOCUMENT_HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(DOCUMENTS));
pub(crate) static EVENT_HEADS: LazyLock<Heads> =
    LazyLock::new(|| Heads::of(&[EVENTS, LISTED].join(" ")));
static TIME_HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(TIMES));
static TASK_HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(TASKS));

/// The first words of all heads that [`Opens`] asks for.
static FIRST_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let heads = [&UNIT_HEADS, &PRODUCT_HEADS, &TIME_HEADS, &TASK_HEADS];
    let words = heads.into_iter().flat_map(|heads| heads.0.iter());
    words.filter_map(|head| head.split(' ').next()).map(str::to_owned).collect()
});

/// Which kinds of cell the words may open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one word may open any of the four")]
pub struct Opens {
    /// A unit.
    pub unit: bool,
    /// A product.
    pub product: bool,
    /// A time.
    pub time: bool,
    /// A task.
    pub task: bool,
}

impl Opens {
    /// Reads up to three words, the first of them the cell's first.
    pub fn at<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let keys: Vec<String> = words.take(3).map(head_key).collect();
        Self::with(&keys.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Whether the heads begin with a word, given as its [`head_key`]; it spares most words.
    #[must_use]
    pub fn may_begin_with(key: &str) -> bool {
        FIRST_WORDS.contains(key)
    }

    /// Reads up to three words, given as their [`head_key`]s.
    #[must_use]
    pub fn with(keys: &[&str]) -> Self {
        let heads = [&UNIT_HEADS, &PRODUCT_HEADS, &TIME_HEADS, &TASK_HEADS];
        let lengths = heads.map(|heads| heads.open(keys));
        // The longest head decides: `Tổ chức` is a verb, although `Tổ` heads a unit.
        let longest = lengths.into_iter().max().unwrap_or(0);
        let [unit, product, time, task] = lengths.map(|length| length > 0 && length == longest);
        Self { unit, product, time, task }
    }

    /// Whether the head speaks for the role; `None` where a role has no heads.
    #[must_use]
    pub const fn speaks_for(self, role: Role) -> Option<bool> {
        match role {
            Role::Task => Some(self.task),
            Role::LeadUnit | Role::CoordinatingUnit => Some(self.unit),
            Role::Product => Some(self.product),
            Role::Timeframe => Some(self.time),
            Role::Number | Role::Note | Role::Extra => None,
        }
    }
}

/// A word as heads are written, without the punctuation around it.
#[must_use]
pub fn head_key(word: &str) -> String {
    fold::key(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, role: Role, expected: bool) {
        let opens = Opens::at(text.split(' '));
        assert_eq!(opens.speaks_for(role), Some(expected), "{text}: {role}");
    }

    #[test]
    fn heads_speak_for_roles() {
        check("Phòng Nội vụ", Role::LeadUnit, true);
        check("Tổ chuyên môn", Role::LeadUnit, true);
        check("Tổ chức hội nghị", Role::LeadUnit, false);
        check("Uỷ ban nhân dân", Role::LeadUnit, true);
        check("Số hóa kết quả", Role::LeadUnit, false);
        check("Kế hoạch, báo cáo", Role::Product, true);
        check("Quý II", Role::Timeframe, true);
        check("Tham mưu Kế hoạch", Role::Task, true);
    }
}
