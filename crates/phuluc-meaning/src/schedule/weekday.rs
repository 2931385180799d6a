//! Days of the week: `thứ sáu`, `thứ 2, 4, 6`, `từ thứ hai đến thứ sáu`.

use super::token::Cursor;

/// The names of the days in words, in figures, and in RFC 5545.
const DAYS: [(&str, u32, &str); 7] = [
    ("hai", 2, "MO"),
    ("ba", 3, "TU"),
    ("tư", 4, "WE"),
    ("năm", 5, "TH"),
    ("sáu", 6, "FR"),
    ("bảy", 7, "SA"),
    ("chủ nhật", 8, "SU"),
];

/// The days that come next, in their order.
pub(super) fn weekdays(cursor: &mut Cursor<'_>) -> Option<Vec<&'static str>> {
    cursor.one_of(&["vào", "từ", "sáng", "chiều", "ngày"]);
    let mut days = vec![weekday(cursor)?];
    while let Some((to, day)) = cursor.try_read(|ahead| {
        let to = ahead.sign('-') || ahead.phrase("đến");
        (to || ahead.sign(',') || ahead.phrase("và")).then_some(())?;
        Some((to, weekday(ahead).or_else(|| numbered(ahead))?))
    }) {
        if to {
            add_span(&mut days, day);
        } else {
            days.push(day);
        }
    }
    Some(days)
}

/// Adds the days after the last one up to another, over the end of the week if need be.
fn add_span(days: &mut Vec<&'static str>, to: &'static str) {
    let index = |day: &str| DAYS.iter().position(|(_, _, name)| *name == day);
    let (Some(from), Some(end)) = (days.last().and_then(|day| index(day)), index(to)) else {
        return days.push(to);
    };
    let count = (end + DAYS.len() - from) % DAYS.len();
    days.extend(DAYS.iter().cycle().skip(from + 1).take(count).map(|(_, _, name)| *name));
}

fn weekday(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    if cursor.phrase("chủ nhật") {
        return Some("SU");
    }
    cursor.try_read(|ahead| {
        ahead.phrase("thứ").then_some(())?;
        numbered(ahead).or_else(|| {
            DAYS.iter().find(|(word, _, _)| ahead.phrase(word)).map(|(_, _, name)| *name)
        })
    })
}

/// A day by its figure, as in `thứ 2, 4, 6`.
fn numbered(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    cursor.try_read(|ahead| {
        let (figure, _) = ahead.figures()?;
        DAYS.iter().find(|(_, number, _)| *number == figure).map(|(_, _, name)| *name)
    })
}
