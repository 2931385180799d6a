//! PDF to pages of placed text.
//!
//! An engine draws each page onto a [`Canvas`]; everything after the canvas is free of engines.

pub(crate) mod canvas;
mod encoding;
mod end;
mod guard;
mod hayro;
mod loss;
mod old_font;
mod opinion;
#[cfg(feature = "pdf-extract")]
mod pdf_extract;
#[cfg(feature = "pdf-extract")]
mod widths;

use self::canvas::{Canvas, Room};
use self::encoding::Finding;
use self::guard::guarded;
use self::hayro::Hayro;
#[cfg(feature = "pdf-extract")]
use self::pdf_extract::PdfExtract;
use super::Pages;
use crate::Kind;
use crate::error::Error;
use crate::layout::Page;
use crate::options::{Engine, Options};

/// A PDF that an engine opened and can draw.
trait Draw {
    /// How many pages there are.
    fn pages(&self) -> usize;

    /// How many pages the PDF counts itself, if the engine can tell.
    fn counted(&self) -> Option<usize>;

    /// Draws every page in order and hands each over.
    fn draw(&self, room: &Room, each: &mut dyn FnMut(Canvas)) -> Result<(), Error>;
}

/// What an engine drew.
#[derive(Debug, Default)]
struct Drawn {
    /// Its pages; letters and paths are dropped page by page.
    pages: Vec<Page>,
    /// The numbers of the pages that could not be decoded.
    unreadable: Vec<u32>,
    /// How many pages the PDF counts itself, if the engine can tell.
    counted: Option<usize>,
    /// The pages in an old encoding.
    encodings: Vec<Finding>,
}

/// Reads a PDF to its pages.
pub(super) fn read(bytes: &[u8], options: &Options) -> Result<Pages, Error> {
    let whole = end::stands(bytes);
    let drawn = match drawn(bytes, options, options.engine) {
        Err(Error::Damaged) if !whole => return Err(Error::Truncated),
        drawn => drawn?,
    };
    loss::refuse(&drawn, whole)?;
    let mut diagnostics = loss::losses(&drawn, whole, &options.limits);
    diagnostics.extend(encoding::diagnostics(&drawn.encodings));
    if options.second_opinion {
        diagnostics.extend(second_opinion(bytes, options, &drawn.pages));
    }
    Ok(Pages { kind: Kind::Pdf, pages: drawn.pages, diagnostics })
}

fn second_opinion(
    bytes: &[u8],
    options: &Options,
    pages: &[Page],
) -> Vec<phuluc_model::Diagnostic> {
    let other = options.engine.other();
    match drawn(bytes, options, other) {
        Ok(second) => opinion::differences((options.engine, pages), (other, &second.pages)),
        Err(error) => vec![opinion::missing(other, &error)],
    }
}

/// The pages as an engine draws them.
fn drawn(bytes: &[u8], options: &Options, engine: Engine) -> Result<Drawn, Error> {
    let limits = &options.limits;
    let room = Room { glyphs: limits.max_page_glyphs, points: limits.max_page_points };
    let pdf = guarded(engine, || opened(bytes, options, engine))?;
    let mut drawn = Drawn { counted: pdf.counted(), ..Drawn::default() };
    let outcome = guarded(engine, || pdf.draw(&room, &mut |canvas| drawn.add(canvas)));
    outcome.map_err(|error| on_page(error, drawn.pages.len() + 1))?;
    Ok(drawn)
}

fn opened(bytes: &[u8], options: &Options, engine: Engine) -> Result<Box<dyn Draw>, Error> {
    let password = options.password.as_deref().unwrap_or_default();
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
    number: u32,
) -> Result<Option<Canvas>, Error> {
    let limits = &options.limits;
    let room = Room { glyphs: limits.max_page_glyphs, points: limits.max_page_points };
    let pdf = guarded(options.engine, || opened(bytes, options, options.engine))?;
    let mut found = None;
    let mut keep = |canvas: Canvas| {
        if canvas.number == number {
            found = Some(canvas);
        }
    };
    guarded(options.engine, || pdf.draw(&room, &mut keep))?;
    Ok(found)
}

impl Drawn {
    fn add(&mut self, canvas: Canvas) {
        if canvas.unreadable {
            self.unreadable.push(canvas.number);
        }
        let (page, finding) = encoding::page(canvas);
        self.pages.push(page);
        self.encodings.extend(finding);
    }
}
