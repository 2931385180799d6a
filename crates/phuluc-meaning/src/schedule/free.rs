//! Times that end in free words: what they hang on, and where the words end.

use super::event;
use super::item::Item;
use super::lead::lead;
use super::scope::Found;
use super::separator::{is_closed, is_listed, is_separated_strongly};
use super::shape::may_name_a_report;
use super::token::{Cursor, Kind};
use phuluc_model::{Schedule, Timing};

use phuluc_language::times::{TimeUse, phrases};

/// Reads a list of times none of which ends in free words. The grammar hands it down, because free
/// words end where such a list follows, and the list itself is read by the grammar.
type ReadList = fn(&mut Cursor<'_>) -> Option<Vec<Item>>;

/// A time that ends in free words.
pub(super) fn free(cursor: &mut Cursor<'_>, closed_list: ReadList) -> Found {
    let (opening, start) = event::opening(cursor)?;
    if !opening.stands_alone() && is_closed(&mut cursor.clone()) {
        return None;
    }
    let span = pass_free_words(cursor, closed_list);
    cursor.free = true;
    let event = span.as_ref().map_or(*cursor, |(end, _, _)| *end).words_since(&start)?;
    let schedule = match span {
        Some((_, offset, business_days)) => opening.after(offset, business_days, &event)?,
        None => opening.schedule(event)?,
    };
    Some((Item::Ready(schedule), None))
}

/// `Trong quá trình thực hiện Đề án`, `từ ngày ban hành Kế hoạch trở đi`: work that goes on, from
/// and to days that the cell does not know.
pub(super) fn throughout(cursor: &mut Cursor<'_>, closed_list: ReadList) -> Found {
    lead(cursor);
    if cursor.one_of(&["trong suốt quá trình", "trong quá trình"]).is_some() {
        (!is_closed(&mut cursor.clone())).then_some(())?;
        pass_free_words(cursor, closed_list);
    } else {
        cursor.one_of(&["kể từ ngày", "kể từ khi", "từ ngày", "từ khi"])?;
        while cursor.one_of(&["trở đi", "trở về sau"]).is_none() {
            cursor.next().filter(|token| token.kind == Kind::Word)?;
        }
    }
    cursor.free = true;
    let timing = Timing::Continuous { start: None, end: None };
    Some((Item::Ready(Schedule::new(timing)), None))
}

/// The end of free words, and how long after what they say the work is due.
type Span<'t> = (Cursor<'t>, String, bool);

/// Passes words to the next paragraph or semicolon, or to a place behind which nothing but times
/// follow; gives the span of time that ends the words: `sau khi kết thúc đợt kiểm tra 10 ngày`.
fn pass_free_words<'t>(cursor: &mut Cursor<'t>, closed_list: ReadList) -> Option<Span<'t>> {
    while !is_at_end(cursor) {
        let end = *cursor;
        if let Some((offset, business_days)) = cursor.try_read(closing_span) {
            return Some((end, offset, business_days));
        }
        if times_follow(cursor, closed_list) {
            break;
        }
        if cursor.try_read(brackets).is_none() {
            cursor.next();
        }
    }
    None
}

fn is_at_end(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    is_closed(&mut ahead) || is_separated_strongly(&mut ahead)
}

/// Brackets whose words belong to the event.
fn brackets(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.sign('(').then_some(())?;
    while !cursor.sign(')') {
        cursor.next()?;
    }
    Some(())
}

/// Whether nothing but times follows, behind a comma or what else leads from words to a time.
fn times_follow(cursor: &Cursor<'_>, closed_list: ReadList) -> bool {
    let mut ahead = *cursor;
    let parted = is_listed(&mut ahead) || ahead.sign('(') || passes_from_words(&mut ahead);
    parted && closed_list(&mut ahead).is_some_and(|items| !items.iter().any(may_name_a_report))
}

/// Whether words may end here before a time: `theo kế hoạch trong quý II`, `khi có yêu cầu nhưng
/// trước ngày 15/12`.
pub(super) fn passes_from_words(cursor: &mut Cursor<'_>) -> bool {
    cursor.sign(':')
        || cursor.one_of(&["nhưng", "hoặc"]).is_some()
        || cursor.clone().one_of(phrases(TimeUse::AfterWords)).is_some()
}

/// `, chậm nhất 10 ngày`, `15 ngày làm việc` at the end of free words.
fn closing_span(cursor: &mut Cursor<'_>) -> Option<(String, bool)> {
    if !cursor.sign('(') {
        cursor.sign(',');
    }
    event::span_words(cursor);
    let count = cursor.count()?;
    let span = event::duration(cursor, count)?;
    is_at_end(cursor).then_some(span)
}
