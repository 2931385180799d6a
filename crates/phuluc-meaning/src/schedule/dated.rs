//! Spans of the calendar in words: `Quý II/2024`, `cuối tháng 9`, `ngày 05 tháng 12 năm 2024`.

use phuluc_model::Assumption;

use super::bound::hour;
use super::calendar::{CalendarPoint, SpanPart, Week};
use super::token::{Cursor, TokenKind};
use super::weekday::weekdays;

/// A point of the calendar and the year that its words give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) point: CalendarPoint,
    pub(super) year: Option<Year>,
    /// What was taken for granted to read its letters.
    pub(super) spelling: Option<Assumption>,
    /// Whether its words say that it is not exact: `khoảng`.
    pub(super) rough: bool,
    /// Whether `tháng` comes before its month, so that another month may follow: `ngày 15 tháng 3
    /// và tháng 9`.
    pub(super) spelled: bool,
}

/// The year of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// Four figures, or two of this century.
    Stated(i16),
    /// `Năm sau`: the one after that of the plan.
    Next,
    /// `Năm trước`: the one before that of the plan.
    Previous,
    /// `Hằng năm`.
    Every,
}

impl Dated {
    const fn new(point: CalendarPoint) -> Self {
        Self { point, year: None, spelling: None, rough: false, spelled: false }
    }

    pub(super) const fn is_day(&self) -> bool {
        matches!(self.point, CalendarPoint::Day { .. })
    }
}

/// Reads a point with its year, if it has one.
pub(super) fn dated(cursor: &mut Cursor<'_>) -> Option<Dated> {
    cursor.try_read(|ahead| {
        let start = *ahead;
        let rough = fillers(ahead);
        // `Trong 6 tháng` is a duration.
        let led = start.is_before(ahead);
        let mut dated = halves(ahead)
            .filter(|dated| !(led && matches!(dated.point, CalendarPoint::Report { .. })))
            .or_else(|| part(ahead))
            .or_else(|| week(ahead))
            .or_else(|| quarter(ahead, SpanPart::Whole))
            .or_else(|| school_year(ahead))
            .or_else(|| date(ahead))
            .or_else(|| month(ahead, SpanPart::Whole))
            .or_else(|| calendar_year(ahead, SpanPart::Whole))?;
        dated.rough |= rough;
        if dated.year.is_none() {
            add_year(ahead, &mut dated);
        }
        Some(dated)
    })
}

/// Words before a point that do not change it; whether one of them says that it is not exact.
fn fillers(cursor: &mut Cursor<'_>) -> bool {
    let mut rough = false;
    while let Some(word) =
        cursor.one_of(&["trong", "vào", "khoảng", "dự kiến", "cả", "suốt", "thời điểm"])
    {
        rough |= word == "khoảng";
        cursor.sign(':');
    }
    // `Các năm tiếp theo` is more than one year.
    if cursor.clone().one_of(&["các tháng", "các quý", "các ngày"]).is_some() {
        cursor.next();
    }
    rough
}

/// `Quý II`, `quý 2`, `Q.IV`, `QIV`; letters in the place of the numeral are read by their shape:
/// `ll` is `II`.
pub(super) fn quarter(cursor: &mut Cursor<'_>, part: SpanPart) -> Option<Dated> {
    cursor
        .try_read(|ahead| {
            if !ahead.phrase("quý") {
                ahead.phrase("q").then(|| ahead.sign('.'))?;
            }
            ahead.sign(':');
            quarter_numeral(ahead, part)
        })
        .or_else(|| {
            cursor.try_read(|ahead| read_numeral(ahead.next()?.key().strip_prefix('q')?, part))
        })
}

/// The numeral of a quarter alone, as in `Quý II, III`.
pub(super) fn quarter_numeral(cursor: &mut Cursor<'_>, part: SpanPart) -> Option<Dated> {
    cursor.try_read(|ahead| {
        let mut numeral = ahead.next()?.key().to_owned();
        // `1I` is two tokens; four figures right after the numeral are a year.
        while let Some(token) = ahead.peek().filter(|token| token.glued && is_short(token.kind)) {
            numeral.push_str(token.key());
            ahead.next();
        }
        read_numeral(&numeral, part)
    })
}

fn read_numeral(numeral: &str, part: SpanPart) -> Option<Dated> {
    let (quarter, spelling) = match numeral.trim_start_matches('0') {
        "i" | "1" => (1, None),
        "ii" | "2" => (2, None),
        "iii" | "3" => (3, None),
        "iv" | "4" => (4, None),
        other => (shaped_numeral(other)?, Some(Assumption::QuarterNumeral)),
    };
    Some(Dated { spelling, ..Dated::new(CalendarPoint::Quarter { quarter, part }) })
}

const fn is_short(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Word | TokenKind::Number(_, ..4))
}

/// The value of a numeral whose strokes were read as `l` or `1`.
fn shaped_numeral(numeral: &str) -> Option<u32> {
    let is_stroke = |letter| matches!(letter, 'i' | 'l' | '1');
    let strokes = numeral.chars().filter(|letter| is_stroke(*letter)).count();
    match (strokes, numeral.trim_start_matches(is_stroke)) {
        (1..=3, "") => u32::try_from(strokes).ok(),
        (1, "v") => Some(4),
        _ => None,
    }
}

/// `Tháng 6`, `T6`, `6/2024`.
fn month(cursor: &mut Cursor<'_>, part: SpanPart) -> Option<Dated> {
    cursor.try_read(|ahead| {
        let named = ahead.phrase("tháng")
            || (ahead.phrase("t") && ahead.peek().is_some_and(|token| token.glued));
        ahead.sign(':');
        let dated = month_number(ahead, part)?;
        // A number alone is a month only before a year of four figures: `08/2026`.
        if named { Some(dated) } else { with_stated_year(ahead, dated) }
    })
}

/// The number of a month alone, as in `Tháng 6, 12`.
pub(super) fn month_number(cursor: &mut Cursor<'_>, part: SpanPart) -> Option<Dated> {
    let month = cursor.try_read(|ahead| match ahead.figures() {
        Some((month, figures)) => Some(month).filter(|_| figures <= 2),
        None => ahead.month_name(),
    })?;
    (1..=12).contains(&month).then(|| Dated::new(CalendarPoint::Month { month, part }))
}

fn with_stated_year(cursor: &mut Cursor<'_>, dated: Dated) -> Option<Dated> {
    cursor.sign('/').then_some(())?;
    let year = four_figures(cursor)?;
    Some(Dated { year: Some(Year::Stated(year)), ..dated })
}

/// `15/12`, `ngày 15.12.2024`, `2024-12-15`, `ngày 20 tháng 11`, `thứ sáu, ngày 14/3`.
fn date(cursor: &mut Cursor<'_>) -> Option<Dated> {
    cursor.try_read(|ahead| {
        hour(ahead);
        ahead.try_read(|day| weekdays(day).filter(|_| day.sign(',')));
        let named = ahead.phrase("ngày");
        ahead.sign(':');
        iso_date(ahead).or_else(|| spelled_date(ahead)).or_else(|| figured_date(ahead, named))
    })
}

fn iso_date(cursor: &mut Cursor<'_>) -> Option<Dated> {
    cursor.try_read(|ahead| {
        let year = four_figures(ahead)?;
        let mut part = || {
            ahead.sign('-').then_some(())?;
            ahead.figures().filter(|(_, figures)| *figures == 2)
        };
        let ((month, _), (day, _)) = (part()?, part()?);
        Some(Dated {
            year: Some(Year::Stated(year)),
            ..Dated::new(CalendarPoint::Day { day, month })
        })
    })
}

/// `20 tháng 11`, `20/tháng 11`, `15 các tháng 3`.
fn spelled_date(cursor: &mut Cursor<'_>) -> Option<Dated> {
    cursor.try_read(|ahead| {
        let (day, _) = ahead.figures().filter(|(_, figures)| *figures <= 2)?;
        if !ahead.sign('/') {
            ahead.sign(',');
        }
        ahead.one_of(&["của các", "các", "của"]);
        ahead.phrase("tháng").then_some(())?;
        let (month, _) = ahead.figures()?;
        Some(Dated { spelled: true, ..Dated::new(CalendarPoint::Day { day, month }) })
    })
}

fn figured_date(cursor: &mut Cursor<'_>, named: bool) -> Option<Dated> {
    cursor.try_read(|ahead| {
        let (day, _) = ahead.figures().filter(|(_, figures)| *figures <= 2)?;
        let sign = ['/', '.', '-'].into_iter().find(|sign| ahead.sign(*sign))?;
        let (month, _) = ahead.figures().filter(|(_, figures)| *figures <= 2)?;
        let dated = Dated::new(CalendarPoint::Day { day, month });
        let with_year = ahead.try_read(|year| year.sign(sign).then(|| figured_year(year))?);
        match with_year {
            Some((year, spelling)) => {
                Some(Dated { year: Some(Year::Stated(year)), spelling, ..dated })
            }
            // `7-12` may be two months, `2.1` the number of a heading.
            None if sign == '/' || named => Some(dated),
            None => None,
        }
    })
}

/// `6 tháng đầu năm`, `9 tháng`, `nửa cuối năm`.
fn halves(cursor: &mut Cursor<'_>) -> Option<Dated> {
    cursor.try_read(|ahead| {
        let count = ahead.count().filter(|count| (1..12).contains(count))?;
        ahead.phrase("tháng").then_some(())?;
        match ahead.one_of(&["đầu năm", "cuối năm"]) {
            Some(edge) => {
                Some(Dated::new(CalendarPoint::Months { count, last: edge == "cuối năm" }))
            }
            // Reports are for six and for nine months; any other number of months is a duration.
            None if matches!(count, 6 | 9) => {
                Some(Dated::new(CalendarPoint::Report { months: count }))
            }
            None => None,
        }
    })
}

/// `Đầu quý III`, `cuối tháng 9`, `trung tuần tháng 11`, `cuối năm`.
fn part(cursor: &mut Cursor<'_>) -> Option<Dated> {
    const PARTS: [(&str, SpanPart); 9] = [
        ("đầu", SpanPart::Beginning),
        ("giữa", SpanPart::Middle),
        ("cuối", SpanPart::End),
        ("kết thúc", SpanPart::Close),
        ("thượng tuần", SpanPart::Beginning),
        ("trung tuần", SpanPart::Middle),
        ("hạ tuần", SpanPart::End),
        ("nửa đầu", SpanPart::FirstHalf),
        ("nửa cuối", SpanPart::SecondHalf),
    ];
    cursor.try_read(|ahead| {
        let part = PARTS.iter().find(|(words, _)| ahead.phrase(words))?.1;
        ahead.phrase("của");
        // Half a quarter is a month and a half, which nobody means to the day.
        let halves = matches!(part, SpanPart::FirstHalf | SpanPart::SecondHalf);
        let quarter = if halves { None } else { quarter(ahead, part) };
        quarter.or_else(|| month(ahead, part)).or_else(|| calendar_year(ahead, part))
    })
}

/// `Tuần 1 tháng 6`, `tuần thứ hai của tháng 6`, `tuần cuối tháng 6`.
fn week(cursor: &mut Cursor<'_>) -> Option<Dated> {
    cursor.try_read(|ahead| {
        ahead.phrase("tuần").then_some(())?;
        let week = match ahead.one_of(&["đầu tiên", "đầu", "cuối cùng", "cuối"]) {
            Some("đầu" | "đầu tiên") => Week::Nth(1),
            Some(_) => Week::Last,
            None => {
                ahead.phrase("thứ");
                Week::Nth(ahead.count().filter(|week| (1..=5).contains(week))?)
            }
        };
        ahead.sign(',');
        ahead.phrase("của");
        let Dated { point: CalendarPoint::Month { month, .. }, year, spelling, .. } =
            month(ahead, SpanPart::Whole)?
        else {
            return None;
        };
        Some(Dated { year, spelling, ..Dated::new(CalendarPoint::Week { week, month }) })
    })
}

/// `Năm học 2024 - 2025`.
fn school_year(cursor: &mut Cursor<'_>) -> Option<Dated> {
    cursor.try_read(|ahead| {
        ahead.phrase("năm học").then_some(())?;
        let first = four_figures(ahead)?;
        (ahead.sign('-') || ahead.sign('/')).then_some(())?;
        (four_figures(ahead)? == first.checked_add(1)?).then_some(())?;
        Some(Dated { year: Some(Year::Stated(first)), ..Dated::new(CalendarPoint::SchoolYear) })
    })
}

/// `Năm 2024`, `2024`, `năm`, `năm nay`.
fn calendar_year(cursor: &mut Cursor<'_>, part: SpanPart) -> Option<Dated> {
    let dated = Dated::new(CalendarPoint::Year { part });
    let alone = cursor.try_read(|ahead| {
        let year = four_figures(ahead)?;
        Some(Dated { year: Some(Year::Stated(year)), ..dated })
    });
    alone.or_else(|| {
        cursor.try_read(|ahead| {
            ahead.phrase("năm").then_some(())?;
            ahead.sign(':');
            if ahead.phrase("học") {
                // The year of a school's plan; a year with other figures is not known.
                ahead.clone().figures().is_none().then_some(())?;
                return (part == SpanPart::Whole).then_some(Dated::new(CalendarPoint::SchoolYear));
            }
            let year = four_figures(ahead).map(Year::Stated).or_else(|| relative_year(ahead));
            Some(Dated { year, ..dated })
        })
    })
}

/// The word after `năm` that says which; `nay` is the year of the plan.
fn relative_year(cursor: &mut Cursor<'_>) -> Option<Year> {
    const WORDS: [&str; 8] =
        ["nay", "này", "trước", "sau liền kề", "sau", "tới", "kế tiếp", "tiếp theo"];
    match cursor.one_of(&WORDS)? {
        "nay" | "này" => None,
        "trước" => Some(Year::Previous),
        _ => Some(Year::Next),
    }
}

/// Reads the year after a point: `/2024`, `năm 2024`, `- 2024`, `hằng năm`.
pub(super) fn add_year(cursor: &mut Cursor<'_>, dated: &mut Dated) {
    let found = cursor.try_read(|ahead| {
        if ahead.one_of(&["hàng năm", "mỗi năm", "của các năm", "các năm"]).is_some() {
            return Some((Year::Every, None));
        }
        if ahead.sign('/') {
            ahead.phrase("năm");
            return figured_year(ahead).map(|(year, spelling)| (Year::Stated(year), spelling));
        }
        ['-', ',', '.'].iter().find(|sign| ahead.sign(**sign));
        ahead.one_of(&["trong", "của"]);
        let named = ahead.phrase("năm");
        let year = four_figures(ahead).map(Year::Stated);
        Some((year.or_else(|| named.then(|| relative_year(ahead))?)?, None))
    });
    if let Some((year, spelling)) = found {
        dated.year = Some(year);
        dated.spelling = dated.spelling.or(spelling);
    }
}

/// A year in four figures, or in two after a slash.
fn figured_year(cursor: &mut Cursor<'_>) -> Option<(i16, Option<Assumption>)> {
    cursor.try_read(|ahead| match ahead.figures()? {
        (year, 4) => Some((known_year(year)?, None)),
        // Twenty is the smallest that is neither a month nor a day of the lists `6/12`, `tháng
        // 6/7`.
        (year @ 20..=99, 2) => Some((known_year(2000 + year)?, Some(Assumption::TwoFigureYear))),
        _ => None,
    })
}

fn four_figures(cursor: &mut Cursor<'_>) -> Option<i16> {
    cursor.try_read(|ahead| match ahead.figures()? {
        (year, 4) => known_year(year),
        _ => None,
    })
}

/// A number that may be the year of a plan.
fn known_year(year: u32) -> Option<i16> {
    i16::try_from(year).ok().filter(|year| (1945..2100).contains(year))
}
