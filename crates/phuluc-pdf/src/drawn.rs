//! What an engine drew, counted page by page.

use phuluc_model::Place;
use phuluc_page::canvas::Canvas;
use phuluc_page::deadline::Deadline;
use phuluc_page::error::Error;
use phuluc_page::page::Page;

use crate::old_encoding::{self, Desk, EncodingFinding};
use crate::page_counts::PageCounts;

/// What an engine drew, but for the pages, which are handed over.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    pub(crate) pages: Vec<PageCounts>,
    /// Letters of all pages.
    pub(crate) glyphs: usize,
    /// The numbers of the pages that could not be decoded.
    pub(crate) unreadable: Vec<u32>,
    /// How many pages the PDF counts itself, if the engine can tell.
    pub(crate) counted: Option<usize>,
    /// The pages in an old encoding.
    pub(crate) encodings: Vec<EncodingFinding>,
    pub(crate) desk: Desk,
}

impl Drawn {
    /// Counts the letters of a page to come, and the time.
    pub(crate) fn count(&mut self, canvas: &Canvas, watch: &Deadline<'_>) -> Result<(), Error> {
        let (page, limit) = (canvas.number, watch.limits.max_glyphs);
        self.glyphs = self.glyphs.saturating_add(canvas.glyphs.len());
        if self.glyphs > limit {
            return Err(Error::TooManyGlyphs { found: self.glyphs, limit, page });
        }
        watch.check(Place::new(page, 1))
    }

    /// The page that a canvas shows, which is counted here.
    pub(crate) fn add(&mut self, canvas: &Canvas) -> Page {
        if canvas.unreadable {
            self.unreadable.push(canvas.number);
        }
        let (page, finding) = old_encoding::page(canvas, &mut self.desk);
        self.pages.push(PageCounts::of(&page));
        self.encodings.extend(finding);
        page
    }
}
