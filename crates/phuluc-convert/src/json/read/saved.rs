//! A report that was read from JSON.

use phuluc_model::{Diagnostic, Document};

use crate::report::{Filtered, Report, Source};

/// A report that was read from JSON; it owns the parts that a [`Report`] borrows.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Saved {
    /// The original input of the document.
    pub source: SavedSource,
    /// The document, with the ids from the JSON.
    pub document: Document,
    /// The diagnostics of the original reading.
    pub diagnostics: Vec<Diagnostic>,
    /// What a filter had left out.
    pub filter: Option<SavedFilter>,
}

/// An input, as a saved report names it; see [`Source`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SavedSource {
    /// The file name without its folder.
    pub name: String,
    /// The kind of input.
    pub kind: String,
    /// The form of its text; empty in older documents.
    pub form: String,
    /// The SHA-256 of its bytes, in lower-case hexadecimal; empty if it was not computed.
    pub sha256: String,
    /// The number of its pages.
    pub pages: u32,
}

/// What was left out of a saved report; see [`Filtered`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SavedFilter {
    /// The conditions that tasks had to satisfy.
    pub only: Vec<String>,
    /// How many tasks the document had.
    pub tasks_read: usize,
    /// How many diagnostics about rows were left out with them.
    pub diagnostics_left_out: usize,
}

impl Saved {
    /// The report, ready to be written in any format. It has no view of the input.
    #[must_use]
    pub fn report(&self) -> Report<'_> {
        let report = Report::new(self.source.source(), &self.document, &self.diagnostics);
        report.with_filter(self.filter.as_ref().map(SavedFilter::filter))
    }
}

impl SavedSource {
    /// The same, borrowed.
    #[must_use]
    pub fn source(&self) -> Source<'_> {
        let source = Source::new(&self.name, &self.kind).with_form(&self.form);
        source.with_sha256(&self.sha256).with_pages(self.pages)
    }
}

impl SavedFilter {
    /// The same, borrowed.
    #[must_use]
    pub fn filter(&self) -> Filtered<'_> {
        Filtered::new(&self.only, self.tasks_read, self.diagnostics_left_out)
    }
}
