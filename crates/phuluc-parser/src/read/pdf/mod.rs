//! PDF to pages of placed text.
//!
//! An [`Engine`] draws each page onto a [`Canvas`]; everything after the canvas is free of engines.

pub(crate) mod canvas;
mod hayro;

use self::canvas::{Canvas, Room};
use self::hayro::Hayro;
use crate::error::Error;
use crate::layout::{Page, compose};
use crate::options::Options;

/// Something that can draw the pages of a PDF.
trait Engine {
    /// How many pages there are.
    fn pages(&self) -> usize;

    /// Draws every page in order and hands each over.
    fn draw(&self, room: &Room, each: &mut dyn FnMut(Canvas)) -> Result<(), Error>;
}

/// Reads a PDF to its pages; letters and paths are dropped page by page.
pub(super) fn pages(bytes: &[u8], options: &Options) -> Result<Vec<Page>, Error> {
    let engine = Hayro::open(bytes, options.password.as_deref().unwrap_or_default())?;
    let limits = &options.limits;
    if engine.pages() > limits.max_pages {
        return Err(Error::TooManyPages { found: engine.pages(), limit: limits.max_pages });
    }
    let room = Room { glyphs: limits.max_page_glyphs, points: limits.max_page_points };
    let mut pages = Vec::new();
    engine.draw(&room, &mut |canvas| pages.push(compose(canvas)))?;
    told(pages)
}

/// The pages, unless none of them has text; then the reason.
fn told(pages: Vec<Page>) -> Result<Vec<Page>, Error> {
    if pages.iter().any(|page| !page.words.is_empty()) {
        return Ok(pages);
    }
    let unmapped: usize = pages.iter().map(|page| page.unmapped).sum();
    let scanned = pages.iter().filter(|page| page.images > 0).count();
    Err(match (pages.len(), unmapped, scanned) {
        (0, ..) => Error::NoPages,
        (_, 1.., _) => Error::NoTextMap { glyphs: unmapped },
        (_, 0, 1..) => Error::Scanned { pages: scanned },
        (all, 0, 0) => Error::NoText { pages: all },
    })
}
