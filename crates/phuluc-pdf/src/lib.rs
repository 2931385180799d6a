//! PDF to pages of placed text.
//!
//! An engine draws each page onto a [`Canvas`]; everything after the canvas is free of engines.
//! What the engine will cost is counted before it is called (`guard`).

#[cfg(feature = "pictures")]
mod compact_svg;
mod drawn;
mod end_mark;
mod engine;
mod guard;
mod loss;
mod old_encoding;
mod old_font;
mod open;
mod page_counts;
#[cfg(feature = "pictures")]
pub mod page_images;
mod second_opinion;

use std::cell::Cell;

use phuluc_model::{Diagnostic, Place};
use phuluc_page::canvas::{Canvas, PageRoom};
use phuluc_page::deadline::Deadline;
use phuluc_page::error::Error;
use phuluc_page::form::Form;
use phuluc_page::medium::Pages;
use phuluc_page::options::{Engine, Options};
use phuluc_page::page::Page;

use crate::drawn::Drawn;
use crate::guard::catch::{guarded, guarded_with_caller};
use crate::open::opened;

pub use crate::guard::MIRRORED;

/// Reads a PDF and calls `each` with its pages in order, one by one.
///
/// The pages are not returned as a list or an iterator: of a document of thousands of pages only one is
/// in memory, and the engines draw by calling back, so they cannot be stopped between two pages.
pub fn read(
    bytes: &[u8],
    options: &Options,
    deadline: &Deadline<'_>,
    each: &mut dyn FnMut(Page),
) -> Result<Pages, Error> {
    let whole = end_mark::is_there(bytes);
    // Only a second opinion needs the pages again.
    let mut kept = Vec::new();
    let mut take = |page: Page| {
        if options.second_opinion {
            kept.push(page.clone());
        }
        each(page);
    };
    let drawn = match drawn(bytes, options, options.engine, deadline, &mut take) {
        Err(Error::Damaged) if !whole => return Err(Error::Truncated),
        drawn => drawn?,
    };
    loss::refuse(&drawn, whole)?;
    let mut diagnostics = loss::losses(&drawn, whole, &options.limits);
    diagnostics.extend(old_encoding::diagnostics(&drawn.encodings));
    if options.second_opinion {
        diagnostics.extend(asked_again(bytes, options, deadline, &kept));
    }
    Ok(Pages { form: Form::Pdf, diagnostics })
}

fn asked_again(
    bytes: &[u8],
    options: &Options,
    deadline: &Deadline<'_>,
    pages: &[Page],
) -> Vec<Diagnostic> {
    let other = options.engine.other();
    let mut second = Vec::new();
    match drawn(bytes, options, other, deadline, &mut |page| second.push(page)) {
        Ok(_) => second_opinion::differences((options.engine, pages), (other, &second)),
        Err(error) => vec![second_opinion::missing(other, &error)],
    }
}

/// Calls `each` with each page that an engine draws; its letters and paths are then dropped.
fn drawn(
    bytes: &[u8],
    options: &Options,
    engine: Engine,
    deadline: &Deadline<'_>,
    each: &mut dyn FnMut(Page),
) -> Result<Drawn, Error> {
    let room = PageRoom::new(&options.limits);
    let ours = Cell::new(false);
    let pdf = guarded(engine, || opened(bytes, options, engine))?;
    let mut drawn = Drawn { counted: pdf.counted(), ..Drawn::default() };
    let mut add = |canvas: &Canvas| {
        drawn.count(canvas, deadline)?;
        ours.set(true);
        each(drawn.add(canvas));
        ours.set(false);
        Ok(())
    };
    let outcome = guarded_with_caller(engine, &ours, || pdf.draw(&room, &mut add));
    outcome.map_err(|error| on_page(error, drawn.pages.len() + 1))?;
    Ok(drawn)
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

/// What an engine draws on page `number`, counted from one; `None` if there is no such page.
pub fn canvas(
    bytes: &[u8],
    options: &Options,
    deadline: &Deadline<'_>,
    number: u32,
) -> Result<Option<Canvas>, Error> {
    let room = PageRoom::new(&options.limits);
    let pdf = guarded(options.engine, || opened(bytes, options, options.engine))?;
    let mut found = None;
    let mut keep = |canvas: &Canvas| {
        if canvas.number == number {
            found = Some(canvas.clone());
        }
        deadline.check(Place::new(canvas.number, 1))
    };
    guarded(options.engine, || pdf.draw(&room, &mut keep))?;
    Ok(found)
}
