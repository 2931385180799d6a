//! The years that a heading or a label names, and which of them is that of the plan.

use std::sync::LazyLock;

use phuluc_model::Date;
use regex::Regex;

use crate::schedule::PlanYear;

/// A year after `năm`, and before it the words that make it the year of something else: of a date,
/// of an end of a span, of what was or will be.
static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)(tháng\s+[0-9]{1,2}\s+|(?:từ|đến|định hướng|tổng kết|sơ kết)\s+(?:hết\s+|cuối\s+)?)?",
        r"\bnăm\s+((?:19|20)[0-9][0-9])\b",
    ))
    .ok()
});

/// Several years: `giai đoạn 2026 - 2030`, `đến năm 2030`.
static SPAN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\b(?:19|20)[0-9][0-9]\s*[-–]\s*(?:19|20)[0-9][0-9]\b",
        r"|đến\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?(?:19|20)[0-9][0-9]\b",
    ))
    .ok()
});

static SCHOOL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\bnăm\s+học\s*:?\s+((?:19|20)[0-9][0-9])\s*[-–/]\s*((?:19|20)[0-9][0-9])\b")
        .ok()
});

/// The years that the text names, unless they end a date or a span.
pub(crate) fn years(text: &str) -> Vec<i16> {
    let found = YEAR.iter().flat_map(|year| year.captures_iter(text));
    let own = found.filter(|found| found.get(1).is_none());
    own.filter_map(|found| found.get(2)?.as_str().parse().ok()).collect()
}

/// The year of the plan that a text names alone.
pub(crate) fn only_year(text: &str) -> Option<PlanYear> {
    school_year(text).or_else(|| {
        let years = years(text);
        let (first, rest) = years.split_first()?;
        rest.iter().all(|year| year == first).then_some(PlanYear::Calendar(*first))
    })
}

/// The year of the plan that a title names, given the day on which the plan was issued: that of the
/// issue, or the one after it for a plan of the last months. Other years are of what the plan is
/// about: an index, a law, a year before.
pub(crate) fn year_of_plan(title: &str, issued: Option<Date>) -> Option<PlanYear> {
    let Some(issued) = issued else { return only_year(title) };
    let fits = |year: i16| {
        year == issued.year() || (is_late(issued) && year == issued.year().saturating_add(1))
    };
    let calendar = || years(title).into_iter().find(|year| fits(*year)).map(PlanYear::Calendar);
    school_year(title).or_else(calendar)
}

/// The year of issue, where the plan may be taken for that of the year: not one for several years,
/// not one that names a later year, and none of the last two months, which may be for the next.
pub(crate) fn year_of_issue(title: &str, issued: Date) -> Option<i16> {
    let years = years(title);
    let is_span = years.is_empty() && SPAN.as_ref().is_some_and(|span| span.is_match(title));
    let is_later = years.iter().any(|year| *year > issued.year());
    (!is_span && !is_later && issued.month() <= 10).then(|| issued.year())
}

/// Plans for the next year are issued from September on.
fn is_late(issued: Date) -> bool {
    issued.month() >= 9
}

fn school_year(text: &str) -> Option<PlanYear> {
    // The pattern is compiled only for a text that may hold it.
    if !text.contains(['ọ', 'Ọ']) {
        return None;
    }
    let found = SCHOOL.as_ref()?.captures_iter(text).last()?;
    let year = |group| found.get(group)?.as_str().parse::<i16>().ok();
    let first = year(1)?;
    (year(2)? == first.checked_add(1)?).then_some(PlanYear::School(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[i16]) {
        assert_eq!(years(text), expected, "{text}");
    }

    #[test]
    fn years_are_named_and_end_no_date_or_span() {
        check("Thời gian trình/ thực hiện trong năm 2024", &[2024]);
        check("ngày 05 tháng 6 năm 2024", &[]);
        check("kế hoạch số 2024", &[]);
        check("PHÁT TRIỂN NGUỒN NHÂN LỰC ĐẾN NĂM 2030", &[]);
        check("Nhiệm vụ từ năm 2026 đến năm 2030", &[]);
        check("TỔNG KẾT NĂM 2024, NHIỆM VỤ NĂM 2025", &[2025]);
        check("NHIỆM VỤ NĂM 2025 VÀ ĐỊNH HƯỚNG NĂM 2026", &[2025]);
        check("Nhiệm vụ năm 2026 của Đề án giai đoạn 2026 - 2030", &[2026]);
    }

    /// `plan` is the year that the title gives, `issue` the one that the date of issue gives.
    #[track_caller]
    fn check_plan(title: &str, issued: &str, plan: Option<PlanYear>, issue: Option<i16>) {
        let issued = issued.parse().unwrap();
        let actual = (year_of_plan(title, Some(issued)), year_of_issue(title, issued));
        assert_eq!(actual, (plan, issue), "{title}, {issued}");
    }

    #[test]
    fn the_year_of_a_plan_fits_the_day_of_its_issue() {
        let year = |year| Some(PlanYear::Calendar(year));
        check_plan("NHIỆM VỤ NĂM 2025", "2025-01-15", year(2025), Some(2025));
        check_plan("NHIỆM VỤ NĂM 2025", "2024-12-25", year(2025), None);
        check_plan("NÂNG CAO CHỈ SỐ CCHC NĂM 2024", "2025-06-15", None, Some(2025));
        check_plan("THI HÀNH LUẬT ĐẤT ĐAI NĂM 2024", "2025-03-15", None, Some(2025));
        check_plan("XÂY DỰNG DỰ TOÁN NĂM 2026", "2025-06-15", None, None);
        let both = "NHIỆM VỤ NĂM 2024 KHẮC PHỤC HẠN CHẾ NĂM 2023";
        check_plan(both, "2024-02-01", year(2024), Some(2024));
        check_plan("NHIỆM VỤ GIAI ĐOẠN 2026 - 2030", "2026-02-01", None, None);
        check_plan("NHIỆM VỤ CỦA BỘ", "2026-02-01", None, Some(2026));
        check_plan("NHIỆM VỤ CỦA BỘ", "2026-12-01", None, None);
    }

    #[test]
    fn a_school_year_is_a_plan_year() {
        let school = Some(PlanYear::School(2024));
        check_plan("NHIỆM VỤ NĂM HỌC 2024 - 2025", "2024-09-01", school, None);
        assert_eq!(only_year("Phân công năm học 2024-2025"), school);
        assert_eq!(only_year("Phân công năm học 2024-2027"), None);
    }

    #[test]
    fn two_years_without_a_day_of_issue_are_none() {
        assert_eq!(year_of_plan("NHIỆM VỤ NĂM 2024 VÀ NĂM 2025", None), None);
        assert_eq!(year_of_plan("NHIỆM VỤ NĂM 2024", None), Some(PlanYear::Calendar(2024)));
    }
}
