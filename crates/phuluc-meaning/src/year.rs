//! The year that a heading or a label names: `… năm 2024`.

use std::sync::LazyLock;

use regex::Regex;

static YEAR: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)(tháng\s+\d{1,2}\s+)?\bnăm\s+((?:19|20)\d\d)\b").ok());

/// The last year that the text names, unless it ends a date.
#[must_use]
pub fn year(text: &str) -> Option<i16> {
    let found = YEAR.as_ref()?.captures_iter(text).filter(|found| found.get(1).is_none());
    found.last()?.get(2)?.as_str().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<i16>) {
        assert_eq!(year(text), expected, "{text}");
    }

    #[test]
    fn is_named_and_ends_no_date() {
        check("Thời gian trình/ thực hiện trong năm 2024", Some(2024));
        check("PHÂN CÔNG NHIỆM VỤ NĂM 2026", Some(2026));
        check("ngày 05 tháng 6 năm 2024", None);
        check("Thời gian thực hiện", None);
        check("kế hoạch số 2024", None);
    }
}
