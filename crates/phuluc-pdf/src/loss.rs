//! What reading a PDF lost: the whole document, pages, letters.

use phuluc_model::{Code, Diagnostic, Place, Variant};

use crate::drawn::Drawn;
use crate::page_counts::PageCounts;
use phuluc_page::canvas::{PageLimit, PageRoom};
use phuluc_page::error::Error;
use phuluc_page::options::Limits;

/// A document in which more than one letter of this number has no text is refused: most of its words
/// would have holes.
const ONE_UNMAPPED_OF: usize = 5;

/// An error if nothing of the document can be used. `whole` is whether the end of the file is there.
pub(crate) fn refuse(drawn: &Drawn, whole: bool) -> Result<(), Error> {
    let pages = &drawn.pages;
    let glyphs: usize = pages.iter().map(|page| page.glyphs).sum();
    let unmapped: usize = pages.iter().map(|page| page.unmapped).sum();
    if unmapped.saturating_mul(ONE_UNMAPPED_OF) > glyphs {
        return Err(Error::NoTextMap { unmapped, glyphs });
    }
    if pages.iter().any(|page| page.words > 0) {
        return Ok(());
    }
    let scanned: Vec<u32> =
        pages.iter().filter(|page| page.images > 0).map(|page| page.number).collect();
    Err(match pages.len() {
        _ if !scanned.is_empty() => Error::Scanned { pages: scanned },
        _ if !whole => Error::Truncated,
        _ if !drawn.unreadable.is_empty() => Error::Damaged,
        0 if drawn.counted != Some(0) => Error::Damaged,
        0 => Error::NoPages,
        pages => Error::NoText { pages },
    })
}

/// Diagnostics of what was lost from a document that can be used, in page order.
pub(crate) fn losses(drawn: &Drawn, whole: bool, limits: &Limits) -> Vec<Diagnostic> {
    let mut losses = Vec::new();
    losses.extend(truncated(drawn, whole));
    losses.extend(missing(drawn));
    for page in &drawn.pages {
        losses.extend(unreadable(drawn, page));
        losses.extend(scanned(page));
        losses.extend(cut_short(page, limits));
        losses.extend(unmapped(page));
    }
    losses
}

fn truncated(drawn: &Drawn, whole: bool) -> Option<Diagnostic> {
    let message = || Diagnostic::new(Code::FileTruncated).with("pages", drawn.pages.len());
    (!whole).then(message)
}

fn missing(drawn: &Drawn) -> Option<Diagnostic> {
    let (found, counted) = (drawn.pages.len(), drawn.counted?);
    let message =
        || Diagnostic::new(Code::PagesMissing).with("counted", counted).with("found", found);
    (found < counted).then(message)
}

fn unreadable(drawn: &Drawn, page: &PageCounts) -> Option<Diagnostic> {
    let lost = if page.words == 0 { Variant::WholePage } else { Variant::RestOfPage };
    let message = || at(page, Code::PageUnreadable).variant(lost);
    drawn.unreadable.contains(&page.number).then(message)
}

fn scanned(page: &PageCounts) -> Option<Diagnostic> {
    let scanned = page.images > 0 && page.words == 0 && page.unmapped == 0;
    scanned.then(|| at(page, Code::PageScanned))
}

fn cut_short(page: &PageCounts, limits: &Limits) -> Option<Diagnostic> {
    page.cut_short.map(|cut| {
        let message = at(page, Code::PageCutShort);
        match cut {
            PageLimit::Letters => {
                message.variant(Variant::Letters).with("limit", limits.max_page_glyphs)
            }
            PageLimit::Corners => {
                message.variant(Variant::Corners).with("limit", limits.max_page_points)
            }
            PageLimit::Rules => message.variant(Variant::Rules),
            PageLimit::Operations => {
                message.variant(Variant::Operations).with("limit", limits.max_page_operations)
            }
            PageLimit::Forms => {
                message.variant(Variant::Forms).with("limit", limits.max_page_forms)
            }
            PageLimit::Depth => {
                message.variant(Variant::Depth).with("limit", PageRoom::new(limits).depth)
            }
            PageLimit::Bytes => {
                message.variant(Variant::Bytes).with("limit", limits.max_decoded_bytes)
            }
        }
    })
}

fn unmapped(page: &PageCounts) -> Option<Diagnostic> {
    let PageCounts { unmapped, glyphs, .. } = *page;
    let message = || at(page, Code::TextMapIncomplete).with("unmapped", unmapped);
    (unmapped > 0).then(|| message().with("letters", glyphs))
}

fn at(page: &PageCounts, code: Code) -> Diagnostic {
    Diagnostic::new(code).at(Place::new(page.number, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_page::canvas::{Canvas, Glyph, Point};

    /// A page with `glyphs` letters; the first `unmapped` of them have no text.
    fn page(number: u32, glyphs: u16, unmapped: u16) -> Canvas {
        let glyph = |index: u16| Glyph {
            text: (index >= unmapped).then_some('a'),
            origin: Point { x: f32::from(index) * 20.0, y: 20.0 },
            advance: 5.0,
            size: 10.0,
            direction: Point { x: 1.0, y: 0.0 },
            first: false,
            font: 0,
            code: None,
        };
        Canvas { number, glyphs: (0..glyphs).map(glyph).collect(), ..Canvas::default() }
    }

    fn image(number: u32) -> Canvas {
        Canvas { number, images: 1, ..Canvas::default() }
    }

    fn drawn(pages: Vec<Canvas>) -> Drawn {
        let mut drawn = Drawn::default();
        for page in pages {
            drawn.add(&page);
        }
        drawn
    }

    /// The error for pages of a whole file.
    fn refused(pages: Vec<Canvas>) -> Option<Error> {
        refuse(&drawn(pages), true).err()
    }

    #[test]
    fn a_document_without_text_names_the_reason() {
        let none = Drawn { counted: Some(0), ..Drawn::default() };
        assert_eq!(refuse(&none, true), Err(Error::NoPages));
        assert_eq!(refused(vec![]), Some(Error::Damaged));
        assert_eq!(refused(vec![page(1, 0, 0)]), Some(Error::NoText { pages: 1 }));
        let pages = vec![image(1), page(2, 0, 0), image(3)];
        assert_eq!(refused(pages), Some(Error::Scanned { pages: vec![1, 3] }));
        let pages = Drawn { counted: Some(2), ..Drawn::default() };
        assert_eq!(refuse(&pages, true), Err(Error::Damaged));
        let blank = Canvas { unreadable: true, ..page(1, 0, 0) };
        assert_eq!(refused(vec![blank]), Some(Error::Damaged));
    }

    #[test]
    fn a_document_without_text_and_end_is_truncated() {
        assert_eq!(refuse(&drawn(vec![]), false), Err(Error::Truncated));
        assert_eq!(refuse(&drawn(vec![page(1, 0, 0)]), false), Err(Error::Truncated));
        assert_eq!(refuse(&drawn(vec![page(1, 1, 0)]), false), Ok(()));
    }

    #[test]
    fn more_than_a_fifth_without_text_is_no_text() {
        assert_eq!(refused(vec![page(1, 5, 1)]), None);
        let none = Error::NoTextMap { unmapped: 2, glyphs: 9 };
        assert_eq!(refused(vec![page(1, 5, 2), page(2, 4, 0)]), Some(none));
    }

    #[track_caller]
    fn check(drawn: &Drawn, whole: bool, expected: &[(Code, Option<u32>)]) {
        let losses = losses(drawn, whole, &Limits::default());
        let found: Vec<_> =
            losses.iter().map(|loss| (loss.code, loss.place.map(|place| place.page))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_lost_is_named_with_its_page() {
        check(&drawn(vec![page(1, 9, 0), page(2, 0, 0)]), true, &[]);
        check(&drawn(vec![page(1, 9, 0)]), false, &[(Code::FileTruncated, None)]);
        check(&drawn(vec![page(1, 9, 0), image(2)]), true, &[(Code::PageScanned, Some(2))]);
        check(&drawn(vec![page(1, 9, 1)]), true, &[(Code::TextMapIncomplete, Some(1))]);
        let short = Canvas { cut_short: Some(PageLimit::Letters), ..page(1, 9, 0) };
        check(&drawn(vec![short]), true, &[(Code::PageCutShort, Some(1))]);
        let lost = Canvas { unreadable: true, ..page(2, 0, 0) };
        check(&drawn(vec![page(1, 9, 0), lost]), true, &[(Code::PageUnreadable, Some(2))]);
        let broken = Canvas { unreadable: true, ..page(1, 9, 0) };
        check(&drawn(vec![broken]), true, &[(Code::PageUnreadable, Some(1))]);
        let fewer = Drawn { counted: Some(3), ..drawn(vec![page(1, 9, 0)]) };
        check(&fewer, true, &[(Code::PagesMissing, None)]);
    }

    #[test]
    fn a_picture_beside_text_is_no_scan() {
        check(&drawn(vec![Canvas { images: 1, ..page(1, 9, 0) }]), true, &[]);
    }
}
