//! The engines that draw the pages of a PDF: one file for each.

pub(crate) mod hayro;
#[cfg(feature = "pdf-extract")]
pub(crate) mod pdf_extract;
#[cfg(feature = "pdf-extract")]
mod widths;

use phuluc_page::canvas::{Canvas, PageRoom};
use phuluc_page::error::Error;

/// A PDF that an engine opened and can draw.
pub(crate) trait Draw {
    /// How many pages there are.
    fn pages(&self) -> usize;

    /// The number of pages that the PDF itself gives, if the engine can read it.
    fn counted(&self) -> Option<usize>;

    /// Draws every page in order and calls `each` with it. The canvas is used again for the next page.
    ///
    /// It stops at the first error of `each` and returns it. This is a callback and no iterator because
    /// pdf-extract itself calls back for each page, and a list would hold all pages in memory.
    fn draw(
        &self,
        room: &PageRoom,
        each: &mut dyn FnMut(&Canvas) -> Result<(), Error>,
    ) -> Result<(), Error>;
}
