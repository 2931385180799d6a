//! What a writer gets: one input, what was read from it and what was left out.

use phuluc_model::view::View;
use phuluc_model::{Diagnostic, Document};

/// Everything that is known about one input.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The input.
    pub source: Source<'a>,
    /// What was read from it.
    pub document: &'a Document,
    /// What to doubt, in the order of the input.
    pub diagnostics: &'a [Diagnostic],
    /// What a person sees of the input, if it was asked for.
    pub view: Option<&'a View>,
    /// What was left out of both because the caller did not want it.
    pub filter: Option<Filtered<'a>>,
}

/// What a filter of the caller left out of a document before it was written.
#[derive(Debug, Clone, Copy)]
pub struct Filtered<'a> {
    /// What the tasks had to be, in the caller's words.
    pub only: &'a [String],
    /// How many tasks the document had.
    pub tasks_read: usize,
    /// How many diagnostics about rows were left out with them.
    pub diagnostics_left_out: usize,
}

impl Report<'_> {
    /// One line for formats that have a place for it: `26 of 47 tasks: performed`.
    pub(crate) fn choice(&self) -> Option<String> {
        let Filtered { only, tasks_read, .. } = self.filter?;
        let kept = self.document.tasks().count();
        Some(format!("{kept} of {tasks_read} tasks: {}", only.join(", ")))
    }
}

/// An input, as the outputs name it.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The file name without its folder, so that outputs do not depend on where they were made.
    pub name: &'a str,
    /// The kind of input that was found.
    pub kind: &'a str,
    /// The form of its text: what parts its cells and lines.
    pub form: &'a str,
    /// The SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: &'a str,
    /// How many pages it has.
    pub pages: u32,
}
