//! The widths of letters, written as pdf-extract reads them.
//!
//! A font with many letters lists widths as `first [width width …]` or, for equal ones, as
//! `first last width`. pdf-extract 0.12.1 misreads the second form, so that letters of Chromium and
//! Typst stand in wrong places and words run together. Here the second form becomes the first.

use std::collections::BTreeSet;

use pdf_extract::{Dictionary, Document, Object, ObjectId};

/// Widths that are written out in one document. A font has no more than 65,536.
const MOST: usize = 1_000_000;

/// Writes out the widths of every font.
pub(crate) fn write_out(document: &mut Document) {
    let apart = lists_apart(document);
    let mut room = MOST;
    for (id, object) in &mut document.objects {
        let list = match object {
            Object::Dictionary(font) if has_many_letters(font) => font.get_mut(b"W").ok(),
            list if apart.contains(id) => Some(list),
            _ => None,
        };
        if let Some(Object::Array(list)) = list {
            *list = written_out(list, &mut room);
        }
    }
}

/// The lists that are objects of their own.
fn lists_apart(document: &Document) -> BTreeSet<ObjectId> {
    let fonts = document.objects.values().filter_map(|object| object.as_dict().ok());
    let lists = fonts.filter(|font| has_many_letters(font)).filter_map(|font| font.get(b"W").ok());
    lists.filter_map(|list| list.as_reference().ok()).collect()
}

fn has_many_letters(font: &Dictionary) -> bool {
    font.get(b"Subtype")
        .and_then(Object::as_name)
        .is_ok_and(|kind| matches!(kind, b"CIDFontType0" | b"CIDFontType2"))
}

/// A list of both forms in the first form only, as far as it is one and there is room.
fn written_out(mixed: &[Object], room: &mut usize) -> Vec<Object> {
    let mut out = Vec::new();
    let mut rest = mixed;
    loop {
        let (first, widths, more) = match rest {
            [first, widths @ Object::Array(_), more @ ..] => (first, Some(widths.clone()), more),
            [first, last, width, more @ ..] => (first, repeated(first, last, width, room), more),
            _ => return out,
        };
        let Some(widths) = widths else { return out };
        out.extend([first.clone(), widths]);
        rest = more;
    }
}

/// The width of the letters from first to last, once for each of them.
fn repeated(first: &Object, last: &Object, width: &Object, room: &mut usize) -> Option<Object> {
    let (first, last) = (first.as_i64().ok()?, last.as_i64().ok()?);
    let count = usize::try_from(last.checked_sub(first)?.checked_add(1)?).ok()?;
    *room = room.checked_sub(count)?;
    Some(Object::Array(vec![width.clone(); count]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(numbers: &[i64]) -> Object {
        Object::Array(numbers.iter().map(|number| Object::Integer(*number)).collect())
    }

    #[track_caller]
    fn check(widths: &[Object], expected: &[Object]) {
        let mut room = 10;
        assert_eq!(written_out(widths, &mut room), expected);
    }

    #[test]
    fn ranges_become_lists() {
        let [three, five, half] = [3, 5, 500].map(Object::Integer);
        let mixed = [five.clone(), list(&[700, 800]), three.clone(), five.clone(), half];
        let expected = [five, list(&[700, 800]), three, list(&[500, 500, 500])];
        check(&mixed, &expected);
    }

    #[test]
    fn what_is_no_range_or_too_long_ends_the_list() {
        let [one, ten, many] = [1, 10, i64::MAX].map(Object::Integer);
        check(&[one.clone(), many.clone(), ten.clone()], &[]);
        check(&[ten.clone(), one.clone(), one.clone()], &[]);
        check(&[one.clone(), Object::Null, one.clone()], &[]);
        check(&[one.clone(), ten.clone()], &[]);
        let full = [one.clone(), ten.clone(), one.clone(), one.clone(), one.clone(), one.clone()];
        check(&full, &[one, list(&[1; 10])]);
    }
}
