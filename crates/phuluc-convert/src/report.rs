//! The report that a writer gets: one input, its document and diagnostics, and what was left out.

use phuluc_messages::Lang;
use phuluc_model::view::View;
use phuluc_model::{Arguments, Diagnostic, Document};

/// Everything that is known about one input.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Report<'a> {
    /// The input.
    pub source: Source<'a>,
    /// What was read from it.
    pub document: &'a Document,
    /// The diagnostics, in the order of the input.
    pub diagnostics: &'a [Diagnostic],
    /// The pages or lines of the input as a person sees them, if they were requested.
    pub view: Option<&'a View>,
    /// What a filter left out of the document and the diagnostics.
    pub filter: Option<Filtered<'a>>,
    /// The language of the formats for people. JSON, JSON Lines and CSV are for programs: their sentences are
    /// in English.
    pub lang: Lang,
}

/// What a filter left out of a document before it was written.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Filtered<'a> {
    /// The conditions that tasks had to satisfy, in the caller's words.
    pub only: &'a [String],
    /// How many tasks the document had.
    pub tasks_read: usize,
    /// How many diagnostics about rows were left out with them.
    pub diagnostics_left_out: usize,
}

impl<'a> Report<'a> {
    /// A report on a document that was read from a source; its language is Vietnamese.
    #[must_use]
    pub const fn new(
        source: Source<'a>,
        document: &'a Document,
        diagnostics: &'a [Diagnostic],
    ) -> Self {
        Self { source, document, diagnostics, view: None, filter: None, lang: Lang::Vi }
    }

    /// The same with the pages or lines of the input as a person sees them.
    #[must_use]
    pub const fn with_view(mut self, view: Option<&'a View>) -> Self {
        self.view = view;
        self
    }

    /// The same with what was left out of it.
    #[must_use]
    pub const fn with_filter(mut self, filter: Option<Filtered<'a>>) -> Self {
        self.filter = filter;
        self
    }

    /// The same in another language.
    #[must_use]
    pub const fn with_lang(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }

    /// One line about the filter: `26 of 47 tasks: performed`.
    pub(crate) fn choice(&self, lang: Lang) -> Option<String> {
        let Filtered { only, tasks_read, .. } = self.filter?;
        let kept = Arguments::new().with("kept", self.document.tasks().count());
        let arguments = kept.with("read", tasks_read).with("only", only.join(", "));
        Some(phuluc_messages::sentence(lang, "choice", &arguments))
    }
}

/// An input, as the formats name it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Source<'a> {
    /// The file name without its folder, so that the output does not depend on the folder.
    pub name: &'a str,
    /// The kind of input that was found.
    pub kind: &'a str,
    /// The form of its text: what separates its cells and lines.
    pub form: &'a str,
    /// The SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: &'a str,
    /// The number of its pages.
    pub pages: u32,
}

impl<'a> Source<'a> {
    /// An input with a file name, without its folder, and a kind; the rest is empty.
    #[must_use]
    pub const fn new(name: &'a str, kind: &'a str) -> Self {
        Self { name, kind, form: "", sha256: "", pages: 0 }
    }

    /// The same with the form of its text.
    #[must_use]
    pub const fn with_form(mut self, form: &'a str) -> Self {
        self.form = form;
        self
    }

    /// The same with the SHA-256 of its bytes, in lower-case hexadecimal.
    #[must_use]
    pub const fn with_sha256(mut self, sha256: &'a str) -> Self {
        self.sha256 = sha256;
        self
    }

    /// The same with the number of its pages.
    #[must_use]
    pub const fn with_pages(mut self, pages: u32) -> Self {
        self.pages = pages;
        self
    }
}

impl<'a> Filtered<'a> {
    /// What a filter with these conditions left out of a document of `tasks_read` tasks.
    #[must_use]
    pub const fn new(only: &'a [String], tasks_read: usize, diagnostics_left_out: usize) -> Self {
        Self { only, tasks_read, diagnostics_left_out }
    }
}
