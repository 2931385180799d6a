//! The year that a heading or a label names: `… năm 2024`.

use std::sync::LazyLock;

use regex::Regex;

/// A year behind `năm`, and before it the words that make it the year of a date or an end of a span.
static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(tháng\s+\d{1,2}\s+|(?:từ|đến)\s+(?:hết\s+|cuối\s+)?)?\bnăm\s+((?:19|20)\d\d)\b",
    )
    .ok()
});

/// Several years: `giai đoạn 2026 - 2030`, `năm học 2026 - 2027`, `đến năm 2030`.
static SPAN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\b|đến\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?(?:19|20)\d\d\b",
    )
    .ok()
});

/// The last year that the text names, unless it ends a date or a span.
#[must_use]
pub fn year(text: &str) -> Option<i16> {
    let found = YEAR.as_ref()?.captures_iter(text).filter(|found| found.get(1).is_none());
    found.last()?.get(2)?.as_str().parse().ok()
}

/// Whether the text names a span of years and no year of its own.
#[must_use]
pub fn spans_years(text: &str) -> bool {
    year(text).is_none() && SPAN.as_ref().is_some_and(|span| span.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<i16>, spans: bool) {
        assert_eq!((year(text), spans_years(text)), (expected, spans), "{text}");
    }

    #[test]
    fn is_named_and_ends_no_date() {
        check("Thời gian trình/ thực hiện trong năm 2024", Some(2024), false);
        check("PHÂN CÔNG NHIỆM VỤ NĂM 2026", Some(2026), false);
        check("ngày 05 tháng 6 năm 2024", None, false);
        check("Thời gian thực hiện", None, false);
        check("kế hoạch số 2024", None, false);
    }

    #[test]
    fn a_span_is_no_year() {
        check("PHÁT TRIỂN NGUỒN NHÂN LỰC ĐẾN NĂM 2030", None, true);
        check("Nhiệm vụ giai đoạn 2026 - 2030", None, true);
        check("Nhiệm vụ từ năm 2026 đến năm 2030, tầm nhìn đến 2045", None, true);
        check("Phân công nhiệm vụ năm học 2026 - 2027", None, true);
        check("Nhiệm vụ năm 2026 của Đề án giai đoạn 2026 - 2030", Some(2026), false);
    }
}
