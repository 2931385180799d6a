//! Words that make a day a deadline: `trước`, `chậm nhất`, `đến hết`.

use phuluc_model::Bound;

use super::token::Cursor;
use phuluc_language::times::{TimeUse, phrases};

/// Words that leave the day itself out.
const BEFORE: [&str; 2] = ["chậm nhất trước", "trước"];

/// Words that take the day in.

/// Reads a bound and the words that may stand between it and its day.
pub(super) fn bound(cursor: &mut Cursor<'_>) -> Option<Bound> {
    let by = cursor
        .try_read(|ahead| ahead.one_of(phrases(TimeUse::By)).filter(|_| !ahead.phrase("trước")));
    let bound = if by.is_some() {
        Bound::By
    } else {
        cursor.one_of(&BEFORE)?;
        Bound::Before
    };
    cursor.sign(':');
    while cursor.one_of(&["là", "vào", "đến hết", "đến", "hết", "trong"]).is_some() {}
    // Before an hour of a day, the day itself is in time.
    Some(if hour(cursor) { Bound::By } else { bound })
}

/// `17 giờ`, `16h30`, `11 giờ 00 phút,`: whether an hour was read.
pub(super) fn hour(cursor: &mut Cursor<'_>) -> bool {
    let whole = cursor.try_read(|ahead| {
        ahead.figures().filter(|(hour, _)| *hour <= 24)?;
        ahead.one_of(&["giờ", "h"])?;
        if ahead.figures().is_some() {
            ahead.phrase("phút");
        }
        ahead.sign(',');
        Some(())
    });
    whole.is_some()
}
