//! The grammar of times: a cell is a list of times, a time is one of a few shapes.

use super::bound::bound;
use super::calendar::Part;
use super::dated::{Year, quarter};
use super::event;
use super::free::{free, passes_from_words};
use super::item::Item;
use super::recurring;
use super::shape::{self, Found, Head};
use super::token::{Cursor, Kind};

/// Which times may stand in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// All.
    Any,
    /// Those that do not end in free words, so that free words are never read in two ways.
    Closed,
}

/// Reads a whole cell; `None` where a word of it fits no shape.
pub(super) fn items(cursor: &mut Cursor<'_>) -> Option<Vec<Item>> {
    list(cursor, Scope::Any)
}

/// Reads to the end of the cell.
pub(super) fn list(cursor: &mut Cursor<'_>, scope: Scope) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    let mut head = None;
    bullet(cursor);
    loop {
        let (item, next) = item(cursor, head, scope)?;
        let done = is_closed(cursor);
        if !done && !passes_to_the_next(cursor, &item) {
            return None;
        }
        items.push(item);
        head = next.or(head);
        if done {
            return Some(items);
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
pub(super) fn is_closed(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    // `./.` ends a document.
    while ['.', ';', ',', '/', ')', '\n'].iter().any(|sign| ahead.sign(*sign)) {}
    if ahead.is_empty() {
        *cursor = ahead;
    }
    ahead.is_empty()
}

/// Whether another time may follow here; what stands between is passed.
fn passes_to_the_next(cursor: &mut Cursor<'_>, item: &Item) -> bool {
    is_separated_strongly(cursor) || is_separated(cursor) || stands_beside(cursor, item)
}

pub(super) fn is_separated_strongly(cursor: &mut Cursor<'_>) -> bool {
    cursor.sign(')');
    let mut found = false;
    while [';', '·', '\n', '•'].iter().any(|sign| cursor.sign(*sign)) || ends_paragraph(cursor) {
        found = true;
    }
    if found {
        bullet(cursor);
    }
    found
}

/// A full stop before the end of a paragraph.
fn ends_paragraph(cursor: &mut Cursor<'_>) -> bool {
    let whole = cursor.try_read(|ahead| (ahead.sign('.') && ahead.sign('\n')).then_some(()));
    whole.is_some()
}

fn is_separated(cursor: &mut Cursor<'_>) -> bool {
    if cursor.sign('(') {
        cursor.phrase("hoặc");
        return true;
    }
    // The end of a sentence; figures with a point between them are one token's neighbours.
    let sentence = cursor.try_read(|ahead| {
        ahead.sign('.').then_some(())?;
        ahead.peek().filter(|token| !token.glued).map(|_| ())
    });
    sentence.is_some() || is_listed(cursor) || ['/', '&', '+'].iter().any(|sign| cursor.sign(*sign))
}

/// Whether words of a list come next: a comma, `và`, `hoặc khi`.
pub(super) fn is_listed(cursor: &mut Cursor<'_>) -> bool {
    let comma = cursor.sign(',');
    let or = cursor.try_read(|ahead| {
        ahead.phrase("hoặc").then_some(())?;
        event::opening(&mut ahead.clone(), shape::lead).map(|_| ())
    });
    let and = cursor.phrase("và");
    if comma {
        cursor.sign('\n');
    }
    comma || and || or.is_some()
}

/// Whether the next time follows without anything between: `Quý II/2025 Quý IV/2025`, `hàng năm
/// trước 15/12`, `thường xuyên theo quy định`.
fn stands_beside(cursor: &mut Cursor<'_>, item: &Item) -> bool {
    let mut ahead = *cursor;
    match item {
        Item::Ready(schedule) if schedule.timing.event().is_some() => passes_from_words(cursor),
        Item::Every(_) => bound(&mut ahead).is_some() || ahead.phrase("vào") || opens_words(cursor),
        Item::Continuous(_) => opens_words(cursor),
        _ => {
            let says_year = matches!(item.year(), Some(Year::Stated(_)));
            says_year && ahead.one_of(&["quý", "tháng", "ngày", "trước", "chậm nhất"]).is_some()
        }
    }
}

fn opens_words(cursor: &Cursor<'_>) -> bool {
    event::opening(&mut cursor.clone(), shape::lead).is_some()
}

/// One time and the head that the next one may leave out.
fn item(cursor: &mut Cursor<'_>, head: Option<Head>, scope: Scope) -> Found {
    shaped(cursor, head, scope).or_else(|| {
        cursor.try_read(|ahead| {
            label(ahead)?;
            shaped(ahead, None, scope)
        })
    })
}

/// Reads one shape of a time.
type Shape = fn(&mut Cursor<'_>, Option<Head>, Scope) -> Found;

fn shaped(cursor: &mut Cursor<'_>, head: Option<Head>, scope: Scope) -> Found {
    const SHAPES: [Shape; 12] = [
        |ahead, _, _| shape::due_in_brackets(ahead),
        |ahead, head, _| shape::elided_cycle(ahead, head),
        |ahead, _, _| shape::recurrence(ahead),
        |ahead, _, scope| (scope == Scope::Any).then(|| free(ahead))?,
        |ahead, _, _| shape::continuous(ahead),
        |ahead, _, _| shape::range(ahead),
        |ahead, _, _| shape::open(ahead),
        |ahead, _, scope| (scope == Scope::Any).then(|| shape::throughout(ahead))?,
        |ahead, head, _| shape::same_day(ahead, head),
        |ahead, head, _| shape::deadline(ahead, head),
        |ahead, _, _| shape::on(ahead),
        |ahead, head, _| shape::elided(ahead, head),
    ];
    SHAPES.iter().find_map(|shape| {
        cursor.try_read(|ahead| {
            let found = shape(ahead, head, scope)?;
            remark(ahead);
            ends(ahead, &found.0).then_some(found)
        })
    })
}

/// Whether a time may end here.
fn ends(cursor: &Cursor<'_>, item: &Item) -> bool {
    let mut ahead = *cursor;
    is_closed(&mut ahead) || passes_to_the_next(&mut ahead, item)
}

/// Words that make a time, or turn one into something else.
const TELLING: [&str; 22] = [
    "không",
    "trừ",
    "nếu",
    "hoặc",
    "sau",
    "trước",
    "từ",
    "đến",
    "khi",
    "theo",
    "kể từ",
    "chậm nhất",
    "quý",
    "tháng",
    "năm",
    "ngày",
    "tuần",
    "hàng",
    "giờ",
    "định kỳ",
    "thường kỳ",
    "lần",
];

/// Passes words that tell nothing of a time; whether there were any.
fn pass_words(cursor: &mut Cursor<'_>) -> bool {
    let mut found = false;
    while cursor.clone().one_of(&TELLING).is_none()
        && cursor.peek().is_some_and(|token| token.kind == Kind::Word)
    {
        found = true;
        cursor.next();
    }
    found
}

/// What a time is for, behind it: `Tháng 6 (dự kiến)`, `Tháng 02: ban hành kế hoạch`, `Trước ngày
/// 15/11 báo cáo UBND tỉnh`. It leaves the time as it is.
fn remark(cursor: &mut Cursor<'_>) {
    cursor.try_read(|ahead| {
        ahead.sign('(').then_some(())?;
        // `(đối với báo cáo 6 tháng)` names the report, not a time.
        ahead.phrase("đối với");
        if ahead.phrase("báo cáo") {
            recurring::cycle(ahead);
        }
        while pass_words(ahead) || ahead.sign(',') || ahead.sign('*') {}
        ahead.sign(')').then_some(())
    });
    cursor.try_read(|ahead| {
        const VERBS: [&str; 6] =
            ["báo cáo", "trình", "gửi", "phải hoàn thành", "hoàn thành", "tổ chức"];
        (ahead.sign(':') || ahead.clone().one_of(&VERBS).is_some()).then_some(())?;
        while pass_words(ahead) || is_inner_comma(ahead) {}
        let mut end = *ahead;
        (is_closed(&mut end) || is_separated_strongly(&mut end)).then_some(())
    });
}

/// A comma between words that tell nothing of a time.
fn is_inner_comma(cursor: &mut Cursor<'_>) -> bool {
    let whole = cursor.try_read(|ahead| {
        ahead.sign(',').then_some(())?;
        pass_words(ahead).then_some(())
    });
    whole.is_some()
}

/// What a time is for, before it: `Sơ kết: tháng 6`, `Đợt 1: tháng 3`, `Báo cáo quý trước ngày 10`,
/// `Cấp xã xong trước 30/6`.
fn label(cursor: &mut Cursor<'_>) -> Option<()> {
    let report = cursor.try_read(|ahead| {
        ahead.phrase("báo cáo").then_some(())?;
        let quarter = quarter(ahead, Part::Whole).is_some();
        (quarter || recurring::cycle(ahead).is_some()).then_some(())?;
        ahead.sign(':');
        Some(())
    });
    report.or_else(|| {
        cursor.try_read(|ahead| {
            pass_words(ahead).then_some(())?;
            // `Số liệu đến 30/6` is no deadline.
            if ahead.clone().one_of(&["trước", "chậm nhất", "muộn nhất", "không quá"]).is_some()
            {
                return Some(());
            }
            ahead.figures();
            ahead.sign(':').then_some(())
        })
    })
}
