//! When a task is due: the grammar of times.
//!
//! A cell is cut into tokens (`token`), read as a list of times (`grammar`), and each time is put into
//! the calendar with the year that it says or that its document gives (`resolve`, `years`). A time that
//! the grammar does not know to its last word is not read at all.
//!
//! # A new form of time
//!
//! | form | file |
//! | --- | --- |
//! | `Quý II/2024`, `cuối tháng 9`, `ngày 05 tháng 12 năm 2024` | `dated` |
//! | `trước`, `chậm nhất`, `đến hết` before a day | `bound` |
//! | `thứ sáu`, `thứ 2, 4, 6` | `weekday` |
//! | `hàng tháng`, `02 lần/năm` | `recurring` |
//! | `khi cấp trên yêu cầu`, `10 ngày kể từ …`, `theo Kế hoạch của …` | `event` |
//! | what may be between two times of a list | `separator` |
//! | how the parts above make one time | `shape` |
//!
//! Words before and after times are in `phuluc-language/data/times.txt`. Each form has a line in
//! `phrases.tsv` beside this file, which the tests read.

mod bound;
mod calendar;
mod context;
mod cycle;
mod dated;
mod event;
mod free;
mod grammar;
mod item;
mod lead;
pub mod passage;
mod recurring;
mod resolve;
mod scope;
mod separator;
mod shape;
#[cfg(test)]
mod tests;
mod token;
mod weekday;
mod years;

use std::cell::Cell;

use phuluc_model::{Assumption, Schedule, Timing};

pub use self::context::{Context, PlanYear, Unread};
use self::item::TimeItem;
use self::token::{Cursor, TimeToken, TokenKind};

/// Reads the time of a cell.
pub fn schedule(text: &str, context: &Context) -> Result<Schedule, Unread> {
    let tokens = token::tokens(text).ok_or(Unread::Words)?;
    if is_blank(&tokens) {
        return Ok(Schedule::new(Timing::Unspecified));
    }
    let read = items(text, &tokens).or_else(|| items(text, &on_one_line(tokens)));
    let (items, bare) = read.ok_or(Unread::Words)?;
    let mut schedule = joined(resolve::schedules(items, context)?);
    if bare {
        schedule.assumptions.push(Assumption::MarksMissing);
    }
    Ok(schedule)
}

/// The times of the tokens, and whether words have lost their marks.
fn items(text: &str, tokens: &[TimeToken]) -> Option<(Vec<TimeItem>, bool)> {
    let beyond = Cell::new(false);
    let mut cursor = Cursor::new(text, tokens, &beyond);
    let items = grammar::items(&mut cursor)?;
    Some((items, cursor.bare))
}

/// The tokens without the ends of paragraphs, which narrow cells put into a time: `Tháng` over
/// `01/2026`.
fn on_one_line(tokens: Vec<TimeToken>) -> Vec<TimeToken> {
    tokens.into_iter().filter(|token| token.kind != TokenKind::Sign('\n')).collect()
}

/// Whether a cell holds nothing but the signs that mean an empty one.
fn is_blank(tokens: &[TimeToken]) -> bool {
    let is_cross = |token: &TimeToken| token.kind == TokenKind::Word && token.key() == "x";
    let signs = tokens.iter().all(|token| {
        matches!(token.kind, TokenKind::Sign('-' | '/' | '.' | '…' | '_' | '*' | '\n'))
    });
    signs || matches!(tokens, [cross] if is_cross(cross))
}

/// Several schedules as one.
fn joined(mut schedules: Vec<Schedule>) -> Schedule {
    if schedules.len() == 1 {
        return schedules.swap_remove(0);
    }
    let source = schedules.first().and_then(|first| first.year_source);
    let shared = schedules.iter().all(|schedule| schedule.year_source == source);
    Schedule {
        approximate: schedules.iter().any(|schedule| schedule.approximate),
        year_source: source.filter(|_| shared),
        assumptions: Vec::new(),
        timing: Timing::List { items: schedules },
    }
}
