//! Whether a text is a time: `Quý II/2026`, `Trước ngày 15/12`, `Khi cấp trên yêu cầu`.
//!
//! The grammar works on the plain key of the words, so a lost tone does not matter. It says only
//! whether a text reads as a time from its first word to its last, not which time.

use std::sync::LazyLock;

use regex::Regex;

/// How a text reads as a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Time {
    /// Dates, quarters, years, recurrences: nothing but words of time.
    Closed,
    /// A head of time and then free words: `Theo yêu cầu của …`, `Khi …`.
    Open,
}

/// Longer texts are no times.
pub(crate) const MAX_WORDS: usize = 24;

/// Reads the plain keys of a cell's words as a time.
pub(crate) fn reading(plain_words: &[&str]) -> Option<Time> {
    let first = plain_words.first()?;
    if !may_open(first) || plain_words.len() > MAX_WORDS {
        return None;
    }
    let text = plain_words.join(" ");
    let text = text.trim_end_matches(['.', ';', ' ']);
    if CLOSED.as_ref().is_some_and(|closed| closed.is_match(text)) {
        Some(Time::Closed)
    } else if OPEN.as_ref().is_some_and(|open| open.is_match(text)) {
        Some(Time::Open)
    } else {
        None
    }
}

/// Whether a time may open with the word, given as its plain key.
pub(crate) fn may_open(first: &str) -> bool {
    first.starts_with(|c: char| c.is_ascii_digit()) || FIRST_WORDS.contains(&first)
}

/// The first words of times; they spare the patterns most texts.
const FIRST_WORDS: [&str; 45] = [
    "quy", "quy:", "q1", "q2", "q3", "q4", "thang", "nam", "nam:", "ngay", "tu", "den", "truoc",
    "sau", "trong", "thuong", "hang", "dinh", "giai", "khi", "theo", "hoan", "dot", "cham", "het",
    "cuoi", "dau", "giua", "nhiem", "thuc", "da", "ky", "ca", "trung", "ha", "ke", "du", "lien",
    "duy", "vao", "xong", "bat", "moi", "suot", "gui",
];

/// One time: a quarter, a month, a date, a year, a span, a recurrence.
const ATOM: &str = concat!(
    r"(?:(?:dau|giua|cuoi|ket thuc|het|ca|trong|suot|thuong tuan|trung tuan|ha tuan|tuan \d) )*(?:",
    r"(?:quy|q) ?(?:iv|i{1,3}|l{1,3}|[1-4])(?: ?[/-] ?\d{4}| ?(?:nam )?\d{4})?",
    r"|(?:cac )?thang \d{1,2}(?: ?/ ?\d{4}| nam \d{4}| hang nam)?",
    r"|\d{1,2} ?/ ?\d{4}",
    r"|(?:ngay )?\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{4})?",
    r"|ngay \d{1,2} thang \d{1,2}(?: nam \d{4})?",
    r"|ngay \d{1,2}(?: (?:hang thang|thang sau|moi thang|cua thang cuoi quy))?",
    r"|(?:giai doan|nam hoc|thoi ky) \d{4} ?- ?\d{4}",
    r"|nam(?: \d{4})?|\d{4}|i{1,3}|iv|\d{1,2}",
    r"|(?:0?[69]|3) thang(?: (?:dau|cuoi) nam(?: \d{4})?)?",
    r"|(?:nhiem vu |thuc hien )?(?:thuong xuyen|lien tuc)(?: (?:trong|ca))?(?: nam)?(?: \d{4})?",
    r"|(?:thuc hien |cap nhat )?dinh ky|(?:thu \S+ )?(?:hang|moi) (?:ngay|tuan|thang|quy|nam)",
    r"|(?:dinh ky )?\d{1,2} (?:thang|nam)/lan|(?:it nhat |toi thieu )?\d{1,2} lan/(?:tuan|thang|quy|nam)",
    r"|(?:va )?(?:cac|nhung) (?:nam|thang|quy) tiep theo|tung (?:giai doan|nam|quy|thang)",
    r"|dot xuat|duy tri|da hoan thanh|nay",
    r")",
);

static CLOSED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let lead = r"(?:(?:hoan thanh|xong|gui|thuc hien|dinh ky|ke tu|bat dau|tu|den het|den|toi|truoc|sau|trong|vao|cham nhat(?: la)?|muon nhat|han cuoi|du kien|khoang) )*";
    let time = format!("{lead}{ATOM}");
    let joint = r"(?: ?[,;:/] ?| ?- ?| va | hoac | den het | den | toi | )";
    Regex::new(&format!(r"^{time}(?:{joint}{time})*(?: \((?:lien tuc|{time})\)| tro di)?$")).ok()
});

static OPEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:(?:thuc hien |ngay |dot xuat )?khi (?:cap|co|phat|duoc|can|ubnd|don vi|hoan) ?.*",
        r"|(?:thuc hien )?theo (?:phan|ke|tien|lich|quy|chi|huong|thuc|chuong|van|lo|yeu|tung|thoi|de) .+",
        r"|(?:trong (?:vong|thoi han) |cham nhat |sau )?\d{1,3} (?:ngay|tuan|thang)(?: lam viec)?(?: ke tu| sau| tinh tu) .+",
        r"|(?:ngay )?sau khi .+|dot xuat .+|trong qua trinh .+|ky hop .+|(?:ke )?tu ngay .+",
        r"|thuong xuyen \(.+\))$",
    ))
    .ok()
});

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_meaning::fold::plain;

    #[track_caller]
    fn check(text: &str, expected: Option<Time>) {
        let text = plain(text);
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(reading(&words), expected, "{text}");
    }

    #[test]
    fn patterns_compile() {
        assert!(CLOSED.is_some() && OPEN.is_some());
    }

    #[test]
    fn reads_closed_times() {
        for text in [
            "Tháng 6",
            "Quý II, Quý III",
            "Trong năm",
            "Năm 2024",
            "Thường xuyên trong năm",
            "Quý III/2026 - Quý IV/2026",
            "Định kỳ trước ngày 08 hàng tháng",
            "Năm 2026 và các năm tiếp theo",
            "2026 - 2030",
            "Giai đoạn 2026 - 2030",
            "Thường xuyên, hằng năm",
            "2026 và hằng năm",
            "Hằng năm và từng giai đoạn",
            "trước ngày 15/12/2026",
            "Từ quý II/2027",
            "Từ tháng 5/2026, thường xuyên",
            "Tháng 3/2026",
            "Quý II, III",
            "6 tháng cuối năm 2025",
            "Nhiệm vụ thường xuyên",
            "Trước ngày 05 tháng 12 năm 2024",
            "Đến hết ngày 31/12/2024",
            "02 lần/năm",
            "Tháng 01/ 2026",
        ] {
            check(text, Some(Time::Closed));
        }
    }

    #[test]
    fn reads_open_times() {
        for text in [
            "Khi cấp trên yêu cầu",
            "Thực hiện khi cấp trên yêu cầu",
            "Theo Kế hoạch của UBND Thành phố",
            "100 ngày kể từ ngày ban hành Kế hoạch",
            "Sau khi có hướng dẫn của Sở Nội vụ",
        ] {
            check(text, Some(Time::Open));
        }
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in [
            "Báo cáo Tháng 6",
            "Quốc hội",
            "2026 - 2030 Quốc hội",
            "Theo dõi, đôn đốc",
            "năm 2024 của các cơ quan",
            "10 phường",
            "Năm 2026 - 2027 Chính phủ",
        ] {
            check(text, None);
        }
    }
}
