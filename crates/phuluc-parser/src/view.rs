//! The pages of an input as a person sees them, and where on them the values of the document are.
//!
//! In a PDF, cells keep their rectangles while tables are built
//! ([`CellBox`](phuluc_table::table::CellBox)). In a text, words have a line number and are looked
//! for in that line ([`words`]). Both are read while rows become records ([`cell_boxes`]); then the
//! pages are drawn ([`page_images`]).

mod cell_boxes;
pub(crate) mod page_images;
#[cfg(test)]
mod tests;
mod words;

use phuluc_model::view::View;

use crate::record::RowRecord;
use crate::source;
use crate::view::cell_boxes::BoxMarker;
use crate::view::page_images::PageShape;
use crate::view::page_images::lines_by_page;
use crate::view::words::TextSource;
use phuluc_page::deadline::Deadline;
use phuluc_page::form::Form;
use phuluc_page::options::Options;
use phuluc_table::found_tables::FoundTables;

/// Makes the view of one input while its rows become records.
pub(crate) struct Viewer<'a> {
    bytes: &'a [u8],
    options: &'a Options,
    shapes: Vec<PageShape>,
    /// The first line of each page of a text.
    starts: Vec<(u32, u32)>,
    marker: BoxMarker,
}

impl<'a> Viewer<'a> {
    /// `shapes` are the pages of a PDF.
    pub(crate) fn new(
        bytes: &'a [u8],
        options: &'a Options,
        shapes: Vec<PageShape>,
        found: &FoundTables,
    ) -> Self {
        let source = match found.form {
            Form::Pdf => None,
            Form::Tabs | Form::Pipes => {
                source::source(bytes).map(|text| TextSource::delimited(&text))
            }
            _ => source::source(bytes).map(|text| TextSource::new(&text)),
        };
        let starts = if source.is_some() { page_images::starts(found) } else { Vec::new() };
        Self { bytes, options, shapes, starts, marker: BoxMarker::new(source) }
    }

    /// Marks the cells of a row.
    pub(crate) fn add(&mut self, record: &RowRecord<'_>) {
        self.marker.add(record);
    }

    /// The pages and the marks.
    pub(crate) fn finish(self, deadline: &Deadline<'_>) -> View {
        let (marks, source) = self.marker.finish();
        let pages = match source {
            Some(source) => lines_by_page(source, &self.starts, self.options.limits.max_view_bytes),
            None => page_images::drawn(self.bytes, self.options, deadline, &self.shapes, &marks),
        };
        View { pages, marks }
    }
}
