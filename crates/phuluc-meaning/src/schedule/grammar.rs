//! The grammar of times: a cell is a list of times, a time is one of a few shapes.

use super::bound::bound;
use super::calendar::Part;
use super::dated::{Year, quarter};
use super::event;
use super::free::{free, passes_from_words, throughout};
use super::item::Item;
use super::lead::lead;
use super::recurring;
use super::scope::{Found, Head, Scope};
use super::separator::{bullet, is_closed, is_separated, is_separated_strongly};
use super::shape;
use super::token::{Cursor, Kind};
use phuluc_language::times::{TimeUse, phrases};

/// Reads a whole cell; `None` where a word of it fits no shape.
pub(super) fn items(cursor: &mut Cursor<'_>) -> Option<Vec<Item>> {
    list(cursor, Scope::Any)
}

/// Reads to the end of the cell.
fn list(cursor: &mut Cursor<'_>, scope: Scope) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    let mut head = None;
    bullet(cursor);
    loop {
        let (item, done) = next(cursor, &mut head, scope)?;
        items.push(item);
        if done {
            return Some(items);
        }
    }
}

/// A list of times none of which ends in free words.
fn closed_list(cursor: &mut Cursor<'_>) -> Option<Vec<Item>> {
    list(cursor, Scope::Closed)
}

/// The next time of a list, and whether the list ends with it; what stands before the time behind it is
/// passed.
fn next(cursor: &mut Cursor<'_>, head: &mut Option<Head>, scope: Scope) -> Option<(Item, bool)> {
    let (item, next) = item(cursor, *head, scope)?;
    let done = is_closed(cursor);
    if !done && !passes_to_the_next(cursor, &item) {
        return None;
    }
    *head = next.or(*head);
    Some((item, done))
}

/// How far a list of times was read without a look behind the last token: more tokens change nothing of
/// that.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Begun {
    tokens: usize,
    head: Option<Head>,
    bare: bool,
    free: bool,
}

/// Whether the tokens of a passage are a list of times, given how far those before the last ones were
/// read.
pub(super) fn is_list(cursor: &mut Cursor<'_>, begun: &mut Begun) -> bool {
    let all = cursor.left();
    let mut head = begun.head;
    if begun.tokens == 0 {
        bullet(cursor);
    } else {
        *cursor = cursor.behind(begun.tokens, begun.bare, begun.free);
    }
    while let Some((_, done)) = next(cursor, &mut head, Scope::Passage) {
        if done {
            return true;
        }
        if cursor.is_within() {
            let Cursor { bare, free, .. } = *cursor;
            *begun = Begun { tokens: all - cursor.left(), head, bare, free };
        }
    }
    false
}

/// Whether another time may follow here; what stands between is passed.
fn passes_to_the_next(cursor: &mut Cursor<'_>, item: &Item) -> bool {
    is_separated_strongly(cursor) || is_separated(cursor) || stands_beside(cursor, item)
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
    event::opening(&mut cursor.clone()).is_some()
}

/// One time and the head that the next one may leave out.
fn item(cursor: &mut Cursor<'_>, head: Option<Head>, scope: Scope) -> Found {
    shaped(cursor, head, scope).or_else(|| {
        (scope != Scope::Passage).then_some(())?;
        cursor.try_read(|ahead| {
            label(ahead)?;
            // `Thời hạn: 6 tháng` is a duration.
            shaped(ahead, None, scope).filter(|(item, _)| !shape::may_name_a_report(item))
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
        |ahead, _, scope| (scope != Scope::Closed).then(|| free(ahead, closed_list))?,
        |ahead, _, _| shape::continuous(ahead),
        |ahead, _, _| shape::range(ahead),
        |ahead, _, _| shape::open(ahead),
        |ahead, _, scope| (scope != Scope::Closed).then(|| throughout(ahead, closed_list))?,
        |ahead, head, _| shape::same_day(ahead, head),
        |ahead, head, scope| shape::deadline(ahead, head, scope),
        |ahead, _, scope| shape::on(ahead, scope),
        |ahead, head, _| shape::elided(ahead, head),
    ];
    SHAPES.iter().find_map(|shape| {
        cursor.try_read(|ahead| {
            let found = shape(ahead, head, scope)?;
            remark(ahead, scope);
            (found.0.is_sound() && ends(ahead, &found.0)).then_some(found)
        })
    })
}

/// Whether a time may end here.
fn ends(cursor: &Cursor<'_>, item: &Item) -> bool {
    let mut ahead = *cursor;
    is_closed(&mut ahead) || passes_to_the_next(&mut ahead, item)
}

/// Words that make a time.

/// Words that turn what stands beside them into something else, or are a time of their own.

/// Passes words that tell nothing of a time; whether there were any.
fn pass_words(cursor: &mut Cursor<'_>) -> bool {
    let mut found = false;
    while cursor.clone().one_of(phrases(TimeUse::TimeWord)).is_none()
        && cursor.clone().one_of(phrases(TimeUse::Turning)).is_none()
        && cursor.peek().is_some_and(|token| token.kind == Kind::Word)
    {
        found = true;
        cursor.next();
    }
    found
}

/// What a time is for, behind it: `Tháng 6 (dự kiến)`, `Tháng 02: ban hành kế hoạch`, `Trước ngày
/// 15/11 báo cáo UBND tỉnh`. It leaves the time as it is.
fn remark(cursor: &mut Cursor<'_>, scope: Scope) {
    cursor.try_read(|ahead| {
        ahead.sign('(').then_some(())?;
        // `(đối với báo cáo 6 tháng)` names the report, not a time.
        ahead.phrase("đối với");
        if ahead.phrase("báo cáo") {
            recurring::cycle(ahead);
        }
        let goes_on = ahead.one_of(&["liên tục", "thường xuyên"]).is_some();
        while !goes_on && (pass_words(ahead) || ahead.sign(',') || ahead.sign('*')) {}
        ahead.sign(')').then_some(())
    });
    cursor.try_read(|ahead| {
        const VERBS: [&str; 6] =
            ["báo cáo", "trình", "gửi", "phải hoàn thành", "hoàn thành", "tổ chức"];
        (scope != Scope::Passage).then_some(())?;
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

/// Whether one of the words between two places is a verb that may lead a time.
fn says_what_is_done(mut start: Cursor<'_>, end: &Cursor<'_>) -> bool {
    while start.is_before(end) {
        if lead(&mut start) {
            return true;
        }
        start.next();
    }
    false
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
            let start = *ahead;
            pass_words(ahead).then_some(())?;
            // `Số liệu đến 30/6` is no deadline.
            let bounded = ahead.clone().one_of(&["trước", "chậm nhất", "muộn nhất"]).is_some();
            if bounded && says_what_is_done(start, ahead) {
                return Some(());
            }
            ahead.figures();
            ahead.sign(':').then_some(())
        })
    })
}
