//! Rewrites the widths of letters so that pdf-extract reads them correctly.
//!
//! A font with many letters lists widths as `first [width width …]` or, for equal ones, as
//! `first last width`. pdf-extract 0.12.1 misreads the second form: letters in files of Chromium and
//! Typst are in wrong places and words run together. So the second form is changed to the first.

use std::collections::BTreeSet;

use pdf_extract::{Dictionary, Document, Object, ObjectId};

/// Widths that are written out in one document, to bound the memory: about fifteen fonts of 65,536, the
/// most that a font can have. Where it ends, widths are missing and letters of this engine may be in
/// wrong places; no letter is lost.
const MAX_WIDTHS: usize = 1_000_000;

/// Writes out the widths of every font.
pub(crate) fn write_out(document: &mut Document) {
    let separate = separate_lists(document);
    let mut left = MAX_WIDTHS;
    for (id, object) in &mut document.objects {
        let list = match object {
            Object::Dictionary(font) if has_many_letters(font) => font.get_mut(b"W").ok(),
            list if separate.contains(id) => Some(list),
            _ => None,
        };
        if let Some(Object::Array(list)) = list {
            *list = written_out(list, &mut left);
        }
    }
}

/// The lists of widths that are separate objects.
fn separate_lists(document: &Document) -> BTreeSet<ObjectId> {
    let fonts = document.objects.values().filter_map(|object| object.as_dict().ok());
    let lists = fonts.filter(|font| has_many_letters(font)).filter_map(|font| font.get(b"W").ok());
    lists.filter_map(|list| list.as_reference().ok()).collect()
}

fn has_many_letters(font: &Dictionary) -> bool {
    font.get(b"Subtype")
        .and_then(Object::as_name)
        .is_ok_and(|kind| matches!(kind, b"CIDFontType0" | b"CIDFontType2"))
}

/// A list of both forms in the first form only, up to the first fault or until `left` is used up.
fn written_out(mixed: &[Object], left: &mut usize) -> Vec<Object> {
    let mut out = Vec::new();
    let mut rest = mixed;
    loop {
        let (first, widths, more) = match rest {
            [first, widths @ Object::Array(_), more @ ..] => (first, Some(widths.clone()), more),
            [first, last, width, more @ ..] => (first, repeated(first, last, width, left), more),
            _ => return out,
        };
        let Some(widths) = widths else { return out };
        out.extend([first.clone(), widths]);
        rest = more;
    }
}

/// The width of the letters from first to last, once for each of them.
fn repeated(first: &Object, last: &Object, width: &Object, left: &mut usize) -> Option<Object> {
    let (first, last) = (first.as_i64().ok()?, last.as_i64().ok()?);
    let count = usize::try_from(last.checked_sub(first)?.checked_add(1)?).ok()?;
    *left = left.checked_sub(count)?;
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
        let mut left = 10;
        assert_eq!(written_out(widths, &mut left), expected);
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
