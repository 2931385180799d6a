//! The shapes of a time that do not end in free words.

use phuluc_model::Bound;

use super::bound::bound;
use super::calendar::{Part, Point};
use super::dated::{Dated, Year, add_year, dated, month_number, quarter_numeral};
use super::item::Item;
use super::lead::lead;
use super::recurring::{self, recurring};
use super::scope::{Found, Head, Scope};
use super::separator::{is_closed, is_separated_strongly};
use super::token::{Cursor, Kind};
use phuluc_language::times::{TimeUse, phrases};

pub(super) fn recurrence(cursor: &mut Cursor<'_>) -> Found {
    lead(cursor);
    recurring(cursor).map(|item| (item, Some(Head::Every)))
}

/// The 6 months and the year of `hàng quý, 6 tháng, năm`.
pub(super) fn elided_cycle(cursor: &mut Cursor<'_>, head: Option<Head>) -> Found {
    head.filter(|head| *head == Head::Every)?;
    Some((recurring::report(recurring::cycle(cursor)?), None))
}

/// `6 tháng (trước ngày 15/6), năm (trước ngày 15/12)`: the name of a report and its day.
pub(super) fn due_in_brackets(cursor: &mut Cursor<'_>) -> Found {
    recurring::cycle(cursor)?;
    cursor.sign('(').then_some(())?;
    let bound = bound(cursor)?;
    let dated = dated(cursor).filter(Dated::is_day)?;
    cursor.sign(')').then_some((Item::Deadline(bound, dated), None))
}

/// `Thường xuyên`, `nhiệm vụ thường xuyên, liên tục`, `duy trì`, and within what.
pub(super) fn continuous(cursor: &mut Cursor<'_>) -> Found {
    lead(cursor);
    cursor.phrase("nhiệm vụ");
    cursor.one_of(&["thường xuyên", "liên tục", "duy trì"])?;
    while cursor
        .try_read(|ahead| {
            if !ahead.sign(',') {
                ahead.phrase("và");
            }
            ahead.one_of(&["thường xuyên", "liên tục"])
        })
        .is_some()
    {}
    if cursor.phrase("hàng năm") {
        return Some((Item::Continuous(None), None));
    }
    let within = cursor.try_read(within).or_else(|| {
        cursor.try_read(|ahead| {
            ahead.sign(',').then_some(())?;
            let within = within(ahead)?;
            // `Thường xuyên, tháng 6 và tháng 12` is three times.
            let mut end = *ahead;
            (is_closed(&mut end) || is_separated_strongly(&mut end)).then_some(within)
        })
    });
    Some((Item::Continuous(within.map(Box::new)), None))
}

/// A span in which work goes on.
fn within(cursor: &mut Cursor<'_>) -> Option<Item> {
    let span = cursor.try_read(range).or_else(|| cursor.try_read(from));
    if let Some((item, _)) = span {
        return Some(item);
    }
    if cursor.one_of(&["đến hết", "đến"]).is_some() {
        return Some(Item::Deadline(Bound::By, dated(cursor)?));
    }
    dated(cursor).map(Item::On)
}

/// `Từ tháng 7 đến tháng 12/2024`, `Quý I - IV`, `Giai đoạn 2024 - 2025`, `từ nay đến hết năm`.
pub(super) fn range(cursor: &mut Cursor<'_>) -> Found {
    lead(cursor);
    let term = cursor.one_of(&["trong nhiệm kỳ", "nhiệm kỳ"]).is_some();
    cursor.one_of(&["giai đoạn", "thời kỳ", "trong khoảng"]);
    let begins = cursor.phrase("bắt đầu");
    cursor.sign(':');
    cursor.one_of(&["kể từ", "từ"]);
    if cursor.phrase("nay") {
        is_joined(cursor).then_some(())?;
        return Some((Item::Range(None, dated(cursor)?), None));
    }
    let from = cursor.try_read(|ahead| {
        let from = dated(ahead)?;
        (is_joined(ahead) || (begins && is_brought_to_an_end(ahead))).then_some(from)
    });
    let Some(from) = from else { return first_number(cursor) };
    let to = dated(cursor).or_else(|| elided_point(cursor, from.point))?;
    // A term of office runs from congress to congress.
    let from = Dated { rough: from.rough || term, ..from };
    if goes_on(cursor) {
        return Some((Item::Open(Some(from)), None));
    }
    Some((Item::Range(Some(from), to), head_of(&from)))
}

/// What stands between the two ends of a range.
fn is_joined(cursor: &mut Cursor<'_>) -> bool {
    cursor.sign(',');
    let words = ["cho đến hết", "cho đến", "đến hết", "đến", "tới hết", "tới"];
    cursor.sign('-') || cursor.one_of(&words).is_some()
}

/// `Bắt đầu tháng 3, hoàn thành tháng 10`.
fn is_brought_to_an_end(cursor: &mut Cursor<'_>) -> bool {
    [',', ';', '\n'].iter().find(|sign| cursor.sign(**sign));
    let ends = cursor.one_of(&["hoàn thành", "kết thúc"]).is_some();
    cursor.sign(':');
    ends
}

/// `Ngày 01 - 15/6`, `6-9/2025`: a number with the month or the year of the point behind it.
fn first_number(cursor: &mut Cursor<'_>) -> Found {
    cursor.phrase("ngày");
    let (number, _) = cursor.figures().filter(|(_, figures)| *figures <= 2)?;
    is_joined(cursor).then_some(())?;
    let to = dated(cursor)?;
    let point = match to.point {
        Point::Day { month, .. } => Point::Day { day: number, month },
        Point::Month { part: Part::Whole, .. } if (1..=12).contains(&number) => {
            Point::Month { month: number, part: Part::Whole }
        }
        _ => return None,
    };
    Some((Item::Range(Some(Dated { point, ..to }), to), None))
}

/// `Từ tháng 7/2026`, `từ năm 2024 trở đi`, `năm 2026 và các năm tiếp theo`.
pub(super) fn open(cursor: &mut Cursor<'_>) -> Found {
    let (item, head) = from(cursor)?;
    // `Từ tháng 5/2026, thường xuyên` is one time.
    cursor.try_read(|ahead| {
        ahead.sign(',').then_some(())?;
        ahead.one_of(&["thực hiện thường xuyên", "thường xuyên", "liên tục", "duy trì"])
    });
    Some((item, head))
}

fn from(cursor: &mut Cursor<'_>) -> Found {
    lead(cursor);
    let begins = cursor.phrase("bắt đầu");
    let from = cursor.one_of(&["kể từ", "từ"]).is_some() || begins;
    let point = if from && cursor.phrase("nay") { None } else { Some(dated(cursor)?) };
    let on = cursor.one_of(&["trở đi", "trở về sau"]).is_some() || goes_on(cursor);
    (from || on).then_some((Item::Open(point), None))
}

/// `Và các năm tiếp theo`.
fn goes_on(cursor: &mut Cursor<'_>) -> bool {
    let whole = cursor.try_read(|ahead| {
        (ahead.sign(',') || ahead.phrase("và")).then_some(())?;
        ahead.one_of(&["các", "những"]);
        ahead.one_of(&["năm", "tháng", "quý", "giai đoạn"])?;
        ahead.one_of(&["tiếp theo", "sau", "kế tiếp"])
    });
    whole.is_some()
}

/// `Trước ngày 15/12`, `chậm nhất quý III`; a day behind one: `trước ngày 10/6 và 10/12`.
pub(super) fn deadline(cursor: &mut Cursor<'_>, head: Option<Head>, scope: Scope) -> Found {
    cursor.phrase("định kỳ");
    let sent = lead(cursor);
    let said = bound(cursor).or_else(|| sent.then(|| behind_words(cursor, scope, bound))?);
    let bound = said.or(match head {
        Some(Head::Bound(bound)) => Some(bound),
        _ => None,
    })?;
    let dated = dated(cursor)?;
    (said.is_some() || dated.is_day()).then_some(())?;
    Some((Item::Deadline(bound, dated), Some(day_head(Some(bound), &dated))))
}

/// The head behind a deadline on a day.
fn day_head(bound: Option<Bound>, dated: &Dated) -> Head {
    match (dated.point, bound) {
        (Point::Day { day, .. }, bound) if dated.spelled => Head::Day(bound, day),
        (_, Some(bound)) => Head::Bound(bound),
        (_, None) => Head::Month,
    }
}

/// What stands behind the words that tell what is done, and to whom: `Gửi Sở Nội vụ trước ngày
/// 05/12`, `Hoàn thành việc rà soát trong quý II`.
fn behind_words<T>(
    cursor: &mut Cursor<'_>,
    scope: Scope,
    read: impl Fn(&mut Cursor<'_>) -> Option<T>,
) -> Option<T> {
    (scope != Scope::Passage).then_some(())?;
    cursor.try_read(|ahead| {
        loop {
            let turns = ahead.clone().one_of(phrases(TimeUse::Turning)).is_some();
            ahead.next().filter(|token| !turns && token.kind == Kind::Word)?;
            if let Some(found) = ahead.try_read(&read) {
                return Some(found);
            }
        }
    })
}

pub(super) fn on(cursor: &mut Cursor<'_>, scope: Scope) -> Found {
    cursor.phrase("báo cáo");
    let done = lead(cursor);
    let within = |ahead: &mut Cursor<'_>| {
        ahead.one_of(&["trong", "vào"])?;
        dated(ahead)
    };
    let dated = dated(cursor).or_else(|| done.then(|| behind_words(cursor, scope, within))?)?;
    // `Thời hạn: 6 tháng` is a duration.
    let duration = done && matches!(dated.point, Point::Report { .. });
    (!duration).then_some((Item::On(dated), head_of(&dated)))
}

fn head_of(dated: &Dated) -> Option<Head> {
    match dated.point {
        Point::Quarter { part: Part::Whole, .. } => Some(Head::Quarter),
        Point::Month { part: Part::Whole, .. } => Some(Head::Month),
        Point::Day { .. } if dated.spelled => Some(day_head(None, dated)),
        _ => None,
    }
}

/// `Ngày 15 tháng 3 và tháng 9`, `ngày 15 các tháng 3, 6, 9`: the same day of another month.
pub(super) fn same_day(cursor: &mut Cursor<'_>, head: Option<Head>) -> Found {
    let Some(Head::Day(bound, day)) = head else { return None };
    cursor.phrase("tháng");
    let Dated { point: Point::Month { month, .. }, .. } = month_number(cursor, Part::Whole)? else {
        return None;
    };
    let mut dated = Dated {
        point: Point::Day { day, month },
        year: None,
        spelling: None,
        rough: false,
        spelled: true,
    };
    add_year(cursor, &mut dated);
    let item = bound.map_or(Item::On(dated), |bound| Item::Deadline(bound, dated));
    Some((item, None))
}

/// An item that leaves its head out.
pub(super) fn elided(cursor: &mut Cursor<'_>, head: Option<Head>) -> Found {
    let point = match head? {
        Head::Quarter => Point::Quarter { quarter: 1, part: Part::Whole },
        Head::Month => Point::Month { month: 1, part: Part::Whole },
        Head::Every | Head::Bound(_) | Head::Day(..) => return None,
    };
    let dated = elided_point(cursor, point)?;
    Some((Item::On(dated), None))
}

/// A point that leaves out its head, which is that of another point.
fn elided_point(cursor: &mut Cursor<'_>, like: Point) -> Option<Dated> {
    cursor.peek().filter(|token| !matches!(token.kind, Kind::Sign(_)))?;
    let mut dated = match like {
        Point::Quarter { .. } => quarter_numeral(cursor, Part::Whole)?,
        Point::Month { .. } => month_number(cursor, Part::Whole)?,
        _ => return None,
    };
    if dated.year.is_none() {
        add_year(cursor, &mut dated);
    }
    Some(dated)
}

/// Whether a time that may be the name of a report stands without a year: `6 tháng`, `năm`.
pub(super) fn may_name_a_report(item: &Item) -> bool {
    let Item::On(Dated { point, year, .. }) = item else { return false };
    matches!(point, Point::Report { .. } | Point::Year { .. })
        && !matches!(year, Some(Year::Stated(_)))
}
