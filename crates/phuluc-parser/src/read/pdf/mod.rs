//! PDF to pages of placed text.
//!
//! An engine draws each page onto a [`Canvas`]; everything after the canvas is free of engines.

mod broken;
pub(crate) mod canvas;
#[cfg(feature = "pictures")]
mod compact;
mod deflate;
mod encoding;
mod end;
mod guard;
mod hayro;
mod letters;
mod load;
mod loss;
mod old_font;
mod opening;
mod opinion;
#[cfg(feature = "pdf-extract")]
mod pdf_extract;
#[cfg(feature = "pictures")]
pub(crate) mod pictures;
#[cfg(feature = "pictures")]
mod pixels;
mod purse;
mod sealed;
mod search;
mod unpack;
#[cfg(feature = "pictures")]
mod weight;
#[cfg(feature = "pdf-extract")]
mod widths;

use std::cell::Cell;

use phuluc_model::Place;

use self::canvas::{Canvas, Room};
use self::encoding::{Desk, Finding};
use self::guard::{guarded, guarded_handing};
use self::hayro::Hayro;
use self::loss::Counts;
#[cfg(feature = "pdf-extract")]
use self::pdf_extract::PdfExtract;
use super::Pages;
use crate::Form;
use crate::error::Error;
use crate::layout::Page;
use crate::options::{Engine, Options};
use crate::watch::Watch;

/// A PDF that an engine opened and can draw.
trait Draw {
    /// How many pages there are.
    fn pages(&self) -> usize;

    /// How many pages the PDF counts itself, if the engine can tell.
    fn counted(&self) -> Option<usize>;

    /// Draws every page in order and shows each; the next is drawn over it.
    ///
    /// It ends at the first error of `each`, which it gives back.
    fn draw(
        &self,
        room: &Room,
        each: &mut dyn FnMut(&Canvas) -> Result<(), Error>,
    ) -> Result<(), Error>;
}

/// What an engine drew, but for the pages, which are handed over.
#[derive(Debug, Default)]
struct Drawn {
    pages: Vec<Counts>,
    /// Letters of all pages.
    glyphs: usize,
    /// The numbers of the pages that could not be decoded.
    unreadable: Vec<u32>,
    /// How many pages the PDF counts itself, if the engine can tell.
    counted: Option<usize>,
    /// The pages in an old encoding.
    encodings: Vec<Finding>,
    desk: Desk,
}

/// Reads a PDF and hands its pages over, one by one.
pub(super) fn read(
    bytes: &[u8],
    options: &Options,
    watch: &Watch<'_>,
    each: &mut dyn FnMut(Page),
) -> Result<Pages, Error> {
    let whole = end::stands(bytes);
    // Only a second opinion looks at whole pages again.
    let mut kept = Vec::new();
    let mut take = |page: Page| {
        if options.second_opinion {
            kept.push(page.clone());
        }
        each(page);
    };
    let drawn = match drawn(bytes, options, options.engine, watch, &mut take) {
        Err(Error::Damaged) if !whole => return Err(Error::Truncated),
        drawn => drawn?,
    };
    loss::refuse(&drawn, whole)?;
    let mut diagnostics = loss::losses(&drawn, whole, &options.limits);
    diagnostics.extend(encoding::diagnostics(&drawn.encodings));
    if options.second_opinion {
        diagnostics.extend(second_opinion(bytes, options, watch, &kept));
    }
    Ok(Pages { form: Form::Pdf, diagnostics })
}

fn second_opinion(
    bytes: &[u8],
    options: &Options,
    watch: &Watch<'_>,
    pages: &[Page],
) -> Vec<phuluc_model::Diagnostic> {
    let other = options.engine.other();
    let mut second = Vec::new();
    match drawn(bytes, options, other, watch, &mut |page| second.push(page)) {
        Ok(_) => opinion::differences((options.engine, pages), (other, &second)),
        Err(error) => vec![opinion::missing(other, &error)],
    }
}

/// The pages as an engine draws them go to `each`; their letters and paths are dropped.
fn drawn(
    bytes: &[u8],
    options: &Options,
    engine: Engine,
    watch: &Watch<'_>,
    each: &mut dyn FnMut(Page),
) -> Result<Drawn, Error> {
    let room = Room::of(&options.limits);
    let ours = Cell::new(false);
    let pdf = guarded(engine, || opened(bytes, options, engine))?;
    let mut drawn = Drawn { counted: pdf.counted(), ..Drawn::default() };
    let mut add = |canvas: &Canvas| {
        drawn.count(canvas, watch)?;
        ours.set(true);
        each(drawn.add(canvas));
        ours.set(false);
        Ok(())
    };
    let outcome = guarded_handing(engine, &ours, || pdf.draw(&room, &mut add));
    outcome.map_err(|error| on_page(error, drawn.pages.len() + 1))?;
    Ok(drawn)
}

fn opened(bytes: &[u8], options: &Options, engine: Engine) -> Result<Box<dyn Draw>, Error> {
    let password = options.password.as_deref().unwrap_or_default();
    opening::check(bytes, password, &options.limits)?;
    let pdf: Box<dyn Draw> = match engine {
        Engine::Hayro => Box::new(Hayro::open(bytes, password)?),
        #[cfg(feature = "pdf-extract")]
        Engine::PdfExtract => Box::new(PdfExtract::open(bytes, password)?),
        #[cfg(not(feature = "pdf-extract"))]
        Engine::PdfExtract => {
            return Err(Error::Engine { engine, reason: "this build is without it".to_owned() });
        }
    };
    let limit = options.limits.max_pages;
    if pdf.pages() > limit {
        return Err(Error::TooManyPages { found: pdf.pages(), limit });
    }
    Ok(pdf)
}

/// The failure of an engine with the page at which it failed.
fn on_page(error: Error, page: usize) -> Error {
    match error {
        Error::Engine { engine, reason } => {
            Error::Engine { engine, reason: format!("page {page}: {reason}") }
        }
        other => other,
    }
}

/// What an engine draws on one page; `None` if there is no such page.
pub(crate) fn canvas(
    bytes: &[u8],
    options: &Options,
    watch: &Watch<'_>,
    number: u32,
) -> Result<Option<Canvas>, Error> {
    let room = Room::of(&options.limits);
    let pdf = guarded(options.engine, || opened(bytes, options, options.engine))?;
    let mut found = None;
    let mut keep = |canvas: &Canvas| {
        if canvas.number == number {
            found = Some(canvas.clone());
        }
        watch.check(Place::new(canvas.number, 1))
    };
    guarded(options.engine, || pdf.draw(&room, &mut keep))?;
    Ok(found)
}

impl Drawn {
    /// Counts the letters of a page to come, and the time.
    fn count(&mut self, canvas: &Canvas, watch: &Watch<'_>) -> Result<(), Error> {
        let (page, limit) = (canvas.number, watch.limits.max_glyphs);
        self.glyphs = self.glyphs.saturating_add(canvas.glyphs.len());
        if self.glyphs > limit {
            return Err(Error::TooManyGlyphs { found: self.glyphs, limit, page });
        }
        watch.check(Place::new(page, 1))
    }

    /// The page that a canvas shows, which is counted here.
    fn add(&mut self, canvas: &Canvas) -> Page {
        if canvas.unreadable {
            self.unreadable.push(canvas.number);
        }
        let (page, finding) = encoding::page(canvas, &mut self.desk);
        self.pages.push(Counts::of(&page));
        self.encodings.extend(finding);
        page
    }
}
