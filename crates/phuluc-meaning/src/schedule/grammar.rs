//! The grammar of times: a cell is a list of times, a time is one of a few shapes.

use phuluc_model::{Bound, Schedule, Timing};

use super::bound::bound;
use super::calendar::{Part, Point};
use super::dated::{Dated, Year, add_year, dated, month_number, quarter_numeral};
use super::event;
use super::item::Item;
use super::recurring::{self, recurring};
use super::token::{Cursor, Kind};

/// What the next item may leave out because the item before it says it: `Quý II, III`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    Quarter,
    Month,
    /// The day of a deadline.
    Bound(Bound),
    /// `Hàng`.
    Every,
}

/// A time and the head that the next one may leave out.
type Found = Option<(Item, Option<Head>)>;

/// Reads one shape of a time.
type Shape = fn(&mut Cursor<'_>, Option<Head>, Scope) -> Found;

/// Which times may stand in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// All.
    Any,
    /// Those that do not end in free words, so that free words are never read in two ways.
    Closed,
}

/// Reads a whole cell; `None` where a word of it fits no shape.
pub(super) fn items(cursor: &mut Cursor<'_>) -> Option<Vec<Item>> {
    list(cursor, Scope::Any)
}

fn list(cursor: &mut Cursor<'_>, scope: Scope) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    let mut head = None;
    bullet(cursor);
    loop {
        let (item, next) = item(cursor, head, scope)?;
        items.push(item);
        head = next.or(head);
        if is_closed(cursor) {
            return Some(items);
        }
        if !is_separated_strongly(cursor) && !is_separated(cursor) {
            return None;
        }
    }
}

/// A dash that opens a paragraph.
fn bullet(cursor: &mut Cursor<'_>) {
    if cursor.sign('-') || cursor.sign('+') {
        cursor.sign('-');
    }
}

/// Whether nothing but closing signs is left; they are passed.
fn is_closed(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    // `./.` ends a document.
    while ['.', ';', ',', '/', ')', '\n'].iter().any(|sign| ahead.sign(*sign)) {}
    if ahead.is_empty() {
        *cursor = ahead;
    }
    ahead.is_empty()
}

fn is_separated_strongly(cursor: &mut Cursor<'_>) -> bool {
    let mut found = false;
    while [';', '·', '\n', '•'].iter().any(|sign| cursor.sign(*sign)) {
        found = true;
    }
    if found {
        bullet(cursor);
    }
    found
}

fn is_separated(cursor: &mut Cursor<'_>) -> bool {
    if cursor.sign('(') {
        cursor.phrase("hoặc");
        return true;
    }
    is_listed(cursor) || ['/', '&', '+'].iter().any(|sign| cursor.sign(*sign))
}

/// Whether words of a list come next: a comma, `và`.
fn is_listed(cursor: &mut Cursor<'_>) -> bool {
    if cursor.sign(',') {
        cursor.phrase("và");
        cursor.sign('\n');
        return true;
    }
    cursor.phrase("và")
}

/// One time and the head that the next one may leave out.
fn item(cursor: &mut Cursor<'_>, head: Option<Head>, scope: Scope) -> Found {
    let shapes: [Shape; 10] = [
        |ahead, head, _| elided_cycle(ahead, head),
        |ahead, _, scope| (scope == Scope::Any).then(|| free(ahead))?,
        |ahead, _, _| recurrence(ahead),
        |ahead, _, _| continuous(ahead),
        |ahead, _, _| range(ahead),
        |ahead, _, _| open(ahead),
        |ahead, _, scope| (scope == Scope::Any).then(|| throughout(ahead))?,
        |ahead, head, _| deadline(ahead, head),
        |ahead, _, _| on(ahead),
        |ahead, head, _| elided(ahead, head),
    ];
    shapes.iter().find_map(|shape| {
        cursor.try_read(|ahead| {
            let found = shape(ahead, head, scope)?;
            remark(ahead);
            ends(ahead).then_some(found)
        })
    })
}

/// A remark in brackets that leaves the time as it is.
fn remark(cursor: &mut Cursor<'_>) {
    cursor.try_read(|ahead| {
        ahead.sign('(').then_some(())?;
        ahead.one_of(&["dự kiến", "liên tục", "thường xuyên", "hoàn thành"])?;
        ahead.sign(')').then_some(())
    });
}

/// Whether a time may end here.
fn ends(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    is_closed(&mut ahead) || is_separated_strongly(&mut ahead) || is_separated(&mut ahead)
}

/// Verbs and nouns before a time that do not change it: `Hoàn thành trong quý III`; whether there
/// was one.
fn lead(cursor: &mut Cursor<'_>) -> bool {
    const LEADS: [&str; 20] = [
        "hoàn thành",
        "hoàn tất",
        "hoàn thiện",
        "kết thúc việc",
        "thực hiện",
        "triển khai",
        "tổ chức",
        "báo cáo",
        "gửi",
        "trình",
        "nộp",
        "ban hành",
        "phê duyệt",
        "cập nhật",
        "bắt đầu",
        "xong",
        "phấn đấu",
        "thời gian",
        "thời hạn",
        "dự kiến",
    ];
    let mut found = false;
    while cursor.one_of(&LEADS).is_some() {
        found = true;
        cursor.sign(':');
    }
    found
}

/// A time that ends in free words.
fn free(cursor: &mut Cursor<'_>) -> Found {
    let (opening, start) = event::opening(cursor, lead)?;
    if !matches!(opening, event::Opening::OnDemand) && is_closed(&mut cursor.clone()) {
        return None;
    }
    pass_free_words(cursor);
    let event = cursor.words_since(&start)?;
    Some((Item::Ready(opening.schedule(event)), None))
}

/// Passes words to the next paragraph or semicolon, or to a comma or `và` behind which nothing but
/// times follow.
fn pass_free_words(cursor: &mut Cursor<'_>) {
    while !cursor.is_empty() {
        let mut ahead = *cursor;
        if is_closed(&mut ahead) || is_separated_strongly(&mut ahead) {
            break;
        }
        if is_listed(&mut ahead) && list(&mut ahead, Scope::Closed).is_some() {
            break;
        }
        cursor.next();
    }
}

fn recurrence(cursor: &mut Cursor<'_>) -> Found {
    lead(cursor);
    recurring(cursor).map(|schedule| (Item::Ready(schedule), Some(Head::Every)))
}

/// `Thường xuyên`, `thường xuyên trong năm`, `nhiệm vụ thường xuyên`, `duy trì`.
fn continuous(cursor: &mut Cursor<'_>) -> Found {
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
    let within = cursor.try_read(|ahead| {
        ahead.phrase("hàng năm").then(|| every_year(ahead)).or_else(|| dated(ahead))
    });
    Some((Item::Continuous(within), None))
}

/// `Hằng năm` behind `thường xuyên` says no more than that.
const fn every_year(_: &mut Cursor<'_>) -> Dated {
    Dated {
        point: Point::Year { part: Part::Whole },
        year: Some(Year::Every),
        spelling: None,
        rough: false,
    }
}

/// `Từ tháng 7 đến tháng 12/2024`, `Quý I - IV`, `Giai đoạn 2024 - 2025`, `từ nay đến hết năm`.
fn range(cursor: &mut Cursor<'_>) -> Found {
    lead(cursor);
    let term = cursor.phrase("nhiệm kỳ");
    cursor.one_of(&["giai đoạn", "thời kỳ", "trong khoảng"]);
    cursor.one_of(&["kể từ", "từ"]);
    if cursor.phrase("nay") {
        is_joined(cursor).then_some(())?;
        return Some((Item::Range(None, dated(cursor)?), None));
    }
    let from = cursor.try_read(|ahead| {
        let from = dated(ahead)?;
        is_joined(ahead).then_some(from)
    });
    let Some(from) = from else { return days_of_one_month(cursor) };
    let to = dated(cursor).or_else(|| elided_point(cursor, from.point))?;
    // A term of office runs from congress to congress.
    let from = Dated { rough: from.rough || term, ..from };
    Some((Item::Range(Some(from), to), head_of(&from)))
}

/// What stands between the two ends of a range.
fn is_joined(cursor: &mut Cursor<'_>) -> bool {
    cursor.sign(',');
    let words = ["cho đến hết", "cho đến", "đến hết", "đến", "tới hết", "tới"];
    cursor.sign('-') || cursor.one_of(&words).is_some()
}

/// `Ngày 01 - 15/6`: the first day has the month of the last one.
fn days_of_one_month(cursor: &mut Cursor<'_>) -> Found {
    cursor.phrase("ngày");
    let (day, _) = cursor.figures().filter(|(_, figures)| *figures <= 2)?;
    is_joined(cursor).then_some(())?;
    let to = dated(cursor)?;
    let Point::Day { month, .. } = to.point else { return None };
    Some((Item::Range(Some(Dated { point: Point::Day { day, month }, ..to }), to), None))
}

/// `Từ tháng 7/2026`, `từ năm 2024 trở đi`, `năm 2026 và các năm tiếp theo`.
fn open(cursor: &mut Cursor<'_>) -> Found {
    lead(cursor);
    let from = cursor.one_of(&["kể từ", "từ"]).is_some();
    let point = if from && cursor.phrase("nay") { None } else { Some(dated(cursor)?) };
    let on = cursor.one_of(&["trở đi", "trở về sau"]).is_some() || goes_on(cursor);
    (from || on).then_some(())?;
    // `Từ tháng 5/2026, thường xuyên` is one time.
    cursor.try_read(|ahead| {
        ahead.sign(',').then_some(())?;
        ahead.one_of(&["thực hiện thường xuyên", "thường xuyên", "liên tục", "duy trì"])
    });
    Some((Item::Open(point), None))
}

/// `Trong quá trình thực hiện Đề án`, `từ ngày ban hành Kế hoạch trở đi`: work that goes on, from
/// and to days that the cell does not know.
fn throughout(cursor: &mut Cursor<'_>) -> Found {
    lead(cursor);
    let within = cursor.one_of(&["trong suốt quá trình", "trong quá trình"]).is_some();
    if within {
        (!is_closed(&mut cursor.clone())).then_some(())?;
        pass_free_words(cursor);
    } else {
        cursor.one_of(&["kể từ ngày", "kể từ khi", "từ ngày", "từ khi"])?;
        while cursor.one_of(&["trở đi", "trở về sau"]).is_none() {
            cursor.next().filter(|token| token.kind == Kind::Word)?;
        }
    }
    let timing = Timing::Continuous { start: None, end: None };
    Some((Item::Ready(Schedule::new(timing)), None))
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
fn deadline(cursor: &mut Cursor<'_>, head: Option<Head>) -> Found {
    let sent = lead(cursor);
    let said = bound(cursor).or_else(|| sent.then(|| behind_words(cursor, bound))?);
    let bound = said.or(match head {
        Some(Head::Bound(bound)) => Some(bound),
        _ => None,
    })?;
    let dated = dated(cursor)?;
    (said.is_some() || dated.is_day()).then_some(())?;
    Some((Item::Deadline(bound, dated), Some(Head::Bound(bound))))
}

/// What stands behind the words that tell what is done, and to whom: `Gửi Sở Nội vụ trước ngày
/// 05/12`, `Hoàn thành việc rà soát trong quý II`.
fn behind_words<T>(
    cursor: &mut Cursor<'_>,
    read: impl Fn(&mut Cursor<'_>) -> Option<T>,
) -> Option<T> {
    cursor.try_read(|ahead| {
        loop {
            // These turn what follows into something else.
            let turns = ahead.one_of(&["không", "sau", "từ", "trừ"]).is_some();
            ahead.next().filter(|token| !turns && token.kind == Kind::Word)?;
            if let Some(found) = ahead.try_read(&read) {
                return Some(found);
            }
        }
    })
}

fn on(cursor: &mut Cursor<'_>) -> Found {
    let done = lead(cursor);
    let within = |ahead: &mut Cursor<'_>| {
        ahead.one_of(&["trong", "vào"])?;
        dated(ahead)
    };
    let dated = dated(cursor).or_else(|| done.then(|| behind_words(cursor, within))?)?;
    Some((Item::On(dated), head_of(&dated)))
}

const fn head_of(dated: &Dated) -> Option<Head> {
    match dated.point {
        Point::Quarter { part: Part::Whole, .. } => Some(Head::Quarter),
        Point::Month { part: Part::Whole, .. } => Some(Head::Month),
        _ => None,
    }
}

/// The 6 months and the year of `hàng quý, 6 tháng, năm`.
fn elided_cycle(cursor: &mut Cursor<'_>, head: Option<Head>) -> Found {
    head.filter(|head| *head == Head::Every)?;
    Some((Item::Ready(recurring::closing(recurring::cycle(cursor)?)), None))
}

/// An item that leaves its head out.
fn elided(cursor: &mut Cursor<'_>, head: Option<Head>) -> Found {
    let point = match head? {
        Head::Quarter => Point::Quarter { quarter: 1, part: Part::Whole },
        Head::Month => Point::Month { month: 1, part: Part::Whole },
        Head::Every | Head::Bound(_) => return None,
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
    add_year(cursor, &mut dated);
    Some(dated)
}
