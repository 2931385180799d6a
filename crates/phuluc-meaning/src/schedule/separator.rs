//! What stands between the times of a cell, and behind the last one.

use super::event;
use super::token::Cursor;

/// A dash that opens a paragraph.
pub(super) fn bullet(cursor: &mut Cursor<'_>) {
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

/// Whether a semicolon or the end of a paragraph comes next; it is passed.
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

/// Whether a comma or another sign between two times comes next; it is passed.
pub(super) fn is_separated(cursor: &mut Cursor<'_>) -> bool {
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
        event::opening(&mut ahead.clone()).map(|_| ())
    });
    let and = cursor.phrase("và");
    if comma {
        cursor.sign('\n');
    }
    comma || and || or.is_some()
}
