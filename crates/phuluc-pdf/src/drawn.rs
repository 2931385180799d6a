//! Counts of what an engine drew, page by page.

use phuluc_model::Place;
use phuluc_page::canvas::Canvas;
use phuluc_page::deadline::Deadline;
use phuluc_page::error::Error;
use phuluc_page::page::Page;

use crate::old_encoding::{self, EncodingFinding, PageState};
use crate::page_counts::PageCounts;

/// What is kept of the pages that an engine drew; the pages themselves go to the caller.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    pub(crate) pages: Vec<PageCounts>,
    /// Letters of all pages.
    pub(crate) glyphs: usize,
    /// The numbers of the pages that could not be decoded.
    pub(crate) unreadable: Vec<u32>,
    /// The number of pages that the PDF itself gives, if the engine can read it.
    pub(crate) counted: Option<usize>,
    /// The pages in an old encoding.
    pub(crate) encodings: Vec<EncodingFinding>,
    pub(crate) state: PageState,
}

impl Drawn {
    /// Adds the letters of the next page; an error if there are too many or the time is over.
    pub(crate) fn count(&mut self, canvas: &Canvas, deadline: &Deadline<'_>) -> Result<(), Error> {
        let (page, limit) = (canvas.number, deadline.limits.max_glyphs);
        self.glyphs = self.glyphs.saturating_add(canvas.glyphs.len());
        if self.glyphs > limit {
            return Err(Error::TooManyGlyphs { found: self.glyphs, limit, page });
        }
        deadline.check(Place::new(page, 1))
    }

    /// Makes the page that a canvas shows and adds its counts.
    pub(crate) fn add(&mut self, canvas: &Canvas) -> Page {
        if canvas.unreadable {
            self.unreadable.push(canvas.number);
        }
        let (page, finding) = old_encoding::page(canvas, &mut self.state);
        self.pages.push(PageCounts::from_page(&page));
        self.encodings.extend(finding);
        page
    }
}
