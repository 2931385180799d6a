//! Counts of what was drawn on a page.

use phuluc_page::canvas::PageLimit;
use phuluc_page::page::Page;

/// Counts of what was drawn on a page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PageCounts {
    pub(crate) number: u32,
    pub(crate) words: usize,
    pub(crate) glyphs: usize,
    /// Letters without text.
    pub(crate) unmapped: usize,
    pub(crate) images: usize,
    pub(crate) cut_short: Option<PageLimit>,
}

impl PageCounts {
    pub(crate) fn from_page(page: &Page) -> Self {
        let &Page { number, glyphs, unmapped, images, cut_short, .. } = page;
        Self { number, words: page.words.len(), glyphs, unmapped, images, cut_short }
    }
}
