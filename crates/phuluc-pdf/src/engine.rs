//! What draws the pages of a PDF: one file an engine.

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

    /// How many pages the PDF counts itself, if the engine can tell.
    fn counted(&self) -> Option<usize>;

    /// Draws every page in order and shows each; the next is drawn over it.
    ///
    /// It ends at the first error of `each`, which it gives back.
    fn draw(
        &self,
        room: &PageRoom,
        each: &mut dyn FnMut(&Canvas) -> Result<(), Error>,
    ) -> Result<(), Error>;
}
