//! Words that open a cell of a certain role.
//!
//! Each list holds *heads*: the first word or words of units, products and times, never whole
//! values. Heads are written in the key of [`fold::key`]: lower case, marks kept.
//! In segmentation they are evidence among other evidence, and a document's own first words are
//! learned besides; lists of units and products are decided by them.

use std::borrow::Cow;
use std::sync::LazyLock;

use phuluc_model::Role;
use rustc_hash::FxHashMap;

use crate::{fold, latin};

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

/// Heads of units that take a name, so that nothing ends behind them.
const NAMED_UNITS: &str = "bộ sở phòng ban chi|cục cục vụ viện trường trường|mầm|non trường|tiểu|học trường|trung|học \
    trung|tâm công|ty hội ủy|ban thanh|tra công|an công|đoàn đoàn kho|bạc đài trạm tổ đội bệnh|viện học|viện tập|đoàn \
    ngân|hàng mặt|trận liên|đoàn tòa|án viện|kiểm|sát bảo|hiểm quân|khu";

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

/// The most words that a head has; no more of a text are looked at.
const LONGEST: usize = 3;

/// A list of heads: what may follow each first word.
pub struct Heads(FxHashMap<String, Vec<Tail>>);

/// The words of a head behind its first one.
type Tail = Vec<String>;

impl Heads {
    /// Reads a list: heads between spaces, their words between bars.
    pub fn of(list: &str) -> Self {
        let mut heads: FxHashMap<String, Vec<Tail>> = FxHashMap::default();
        for head in list.split_whitespace() {
            let mut words = head.split('|').map(fold::key);
            let first = words.next().unwrap_or_default();
            heads.entry(first).or_default().push(words.collect());
        }
        Self(heads)
    }

    /// Whether the words begin with one of the heads.
    pub fn opens(&self, words: &[&str]) -> bool {
        self.length(words) > 0
    }

    /// How many of the words are a head of this list.
    pub fn length(&self, words: &[&str]) -> usize {
        let keys: Vec<Cow<'_, str>> =
            words.iter().take(LONGEST).map(|word| head_of(word)).collect();
        self.head(&keys.iter().map(|key| &**key))
    }

    /// How many of the words, given as their [`head_key`]s, are a head; the longest head counts.
    pub fn head<'k>(&self, keys: &(impl Iterator<Item = &'k str> + Clone)) -> usize {
        let mut keys = keys.clone();
        let tails = keys.next().and_then(|first| self.0.get(first)).map_or(&[][..], Vec::as_slice);
        let follows = |tail: &&Tail| {
            let mut keys = keys.clone();
            tail.iter().all(|word| keys.next() == Some(word))
        };
        tails.iter().filter(follows).map(|tail| tail.len() + 1).max().unwrap_or(0)
    }
}

/// Heads of units.
pub static UNIT_HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(UNITS));
/// Heads that open a unit inside a list of units only.
pub static LISTED_UNIT_HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(LISTED_UNITS));
static NAMED_UNIT_HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(NAMED_UNITS));
static PRODUCT_HEADS: LazyLock<Heads> =
    LazyLock::new(|| Heads::of(&[DOCUMENTS, EVENTS, EFFECTS].join(" ")));
/// Heads of documents that a task produces.
pub static DOCUMENT_HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(DOCUMENTS));
/// Heads of events and media that a task produces.
pub static EVENT_HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(&[EVENTS, LISTED].join(" ")));
static TIME_HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(TIMES));
static TASK_HEADS: LazyLock<Heads> = LazyLock::new(|| Heads::of(TASKS));

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
        let keys: Vec<Cow<'_, str>> = words.take(LONGEST).map(head_of).collect();
        Self::read(&keys.iter().map(|key| &**key))
    }

    /// Whether one of the heads begins with a word, given as its [`head_key`]; it spares most words.
    #[must_use]
    pub fn may_begin_with(key: &str) -> bool {
        [&UNIT_HEADS, &PRODUCT_HEADS, &TIME_HEADS, &TASK_HEADS]
            .into_iter()
            .any(|heads| heads.0.contains_key(key))
    }

    /// Reads words that are given as their [`head_key`]s.
    #[must_use]
    pub fn with(keys: &[&str]) -> Self {
        Self::read(&keys.iter().copied())
    }

    /// Reads keys from an iterator, as [`Opens::with`] reads them from a slice.
    pub fn read<'k>(keys: &(impl Iterator<Item = &'k str> + Clone)) -> Self {
        let length = |heads: &Heads| heads.head(keys);
        let lengths =
            [length(&UNIT_HEADS), length(&PRODUCT_HEADS), length(&TIME_HEADS), length(&TASK_HEADS)];
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

/// How many of the words, given as their [`head_key`]s, are the head of a unit that takes a name.
#[must_use]
pub fn named_unit(keys: &[&str]) -> usize {
    NAMED_UNIT_HEADS.head(&keys.iter().copied())
}

/// A word as heads are written, without the punctuation around it.
#[must_use]
pub fn head_key(word: &str) -> String {
    head_of(word).into_owned()
}

/// The [`head_key`] of a word, borrowed where the word has it already.
pub fn head_of(word: &str) -> Cow<'_, str> {
    fold::folded(
        word.trim_matches(|letter: char| !(latin::is_alphabetic(letter) || letter.is_numeric())),
    )
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

    #[test]
    fn some_heads_take_a_name() {
        assert_eq!(named_unit(&["thanh", "tra", "bộ"]), 2);
        assert_eq!(named_unit(&["chính", "phủ"]), 0);
    }
}
