//! What a person sees of an input, and where on it the values of the document stand.
//!
//! Of a PDF, cells keep their rectangles while tables are put together ([`Spot`](crate::table::Spot)).
//! Of a text, words know their line, and are looked for there ([`words`]). Both are read while rows
//! become records ([`marks`]); then the pages are drawn ([`faces`]).

mod faces;
mod marks;
mod words;

use phuluc_model::view::View;

pub(crate) use self::faces::Sheet;
use self::faces::lines_by_page;
use self::marks::Marker;
use self::words::Source;
use crate::Form;
use crate::options::Options;
use crate::read;
use crate::record::Became;
use crate::sorted::Sorted;
use crate::watch::Watch;

/// Makes the view of one input while its rows become records.
pub(crate) struct Viewer<'a> {
    bytes: &'a [u8],
    options: &'a Options,
    sheets: Vec<Sheet>,
    /// The first line of each page of a text.
    starts: Vec<(u32, u32)>,
    marker: Marker,
}

impl<'a> Viewer<'a> {
    /// `sheets` are the pages of a PDF.
    pub(crate) fn new(
        bytes: &'a [u8],
        options: &'a Options,
        sheets: Vec<Sheet>,
        sorted: &Sorted,
    ) -> Self {
        let source = match sorted.form {
            Form::Pdf => None,
            Form::Tabs | Form::Pipes => read::source(bytes).map(|text| Source::of_cells(&text)),
            _ => read::source(bytes).map(|text| Source::of(&text)),
        };
        let starts = if source.is_some() { faces::starts(sorted) } else { Vec::new() };
        Self { bytes, options, sheets, starts, marker: Marker::new(source) }
    }

    /// Takes down where the cells of a row stand.
    pub(crate) fn add(&mut self, became: &Became<'_>) {
        self.marker.add(became);
    }

    /// The pages and the marks.
    pub(crate) fn finish(self, watch: &Watch<'_>) -> View {
        let (marks, source) = self.marker.finish();
        let pages = match source {
            Some(source) => lines_by_page(source, &self.starts, self.options.limits.max_view_bytes),
            None => faces::drawn(self.bytes, self.options, watch, &self.sheets, &marks),
        };
        View { pages, marks }
    }
}

#[cfg(test)]
mod tests;
