//! One input that was read: its document, its diagnostics, and what to write of them.

use std::io;

use phuluc_convert::{Filtered, Format, Report, Source, sha256};
use phuluc_messages::Lang;
use phuluc_model::view::View;
use phuluc_model::{Diagnostic, Document, Severity};
use phuluc_parser::{Error, Form, Options, Parsed};

use crate::filter::{Filter, Kept, kept};

/// Reads an input to its tasks.
///
/// `name` is what outputs call the input: a file name without folders, so that an output does not show
/// where it was made. A document of which something could not be read, or that has no task table, is no
/// error: see [`Reading::losses`] and [`Reading::has_tables`].
pub fn read(bytes: &[u8], name: &str, options: &Options) -> Result<Reading, Error> {
    let parsed = phuluc_parser::parse(bytes, options)?;
    Ok(Reading {
        name: name.to_owned(),
        sha256: sha256(bytes),
        parsed,
        left_out: None,
        lang: Lang::Vi,
    })
}

/// What was read from an input.
#[derive(Debug)]
pub struct Reading {
    name: String,
    sha256: String,
    parsed: Parsed,
    left_out: Option<LeftOut>,
    lang: Lang,
}

/// What filters left out.
#[derive(Debug)]
struct LeftOut {
    filters: Vec<String>,
    tasks_read: usize,
    diagnostics: usize,
}

impl Reading {
    /// The appendices, their sections and tasks.
    #[must_use]
    pub const fn document(&self) -> &Document {
        &self.parsed.document
    }

    /// What to doubt, in the order of the input.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.parsed.diagnostics
    }

    /// The diagnostics of what was lost: a page, letters, rows.
    pub fn losses(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics().iter().filter(|found| found.severity() == Severity::Error)
    }

    /// Whether the input holds a task table. What holds none is often the wrong file.
    #[must_use]
    pub fn has_tables(&self) -> bool {
        !self.document().appendices().is_empty()
    }

    /// The name of the input, as it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What form the input has.
    #[must_use]
    pub const fn form(&self) -> Form {
        self.parsed.form
    }

    /// How many pages the input has, as far as its text shows them.
    #[must_use]
    pub const fn pages(&self) -> u32 {
        self.parsed.pages
    }

    /// What a person sees of the input, if [`Options::view`] asked for it.
    #[must_use]
    pub const fn view(&self) -> Option<&View> {
        self.parsed.view.as_ref()
    }

    /// The input, as the outputs name it: with its kind, its form and the SHA-256 of its bytes.
    #[must_use]
    pub const fn source(&self) -> Source<'_> {
        let form = self.parsed.form;
        Source::new(self.name.as_str(), form.kind().name())
            .with_form(form.name())
            .with_sha256(self.sha256.as_str())
            .with_pages(self.parsed.pages)
    }

    /// The reading with those tasks alone that pass every filter. Without a filter it stays as it is.
    ///
    /// The tasks that stay are as they were, ids too. The doubts about the others go with them; losses
    /// stay, because nobody knows which rows were lost.
    #[must_use]
    pub fn filter(mut self, filters: &[Filter]) -> Self {
        if filters.is_empty() {
            return self;
        }
        let (tasks, diagnostics_read) = (self.document().tasks().count(), self.diagnostics().len());
        let Kept { document, diagnostics, rows } =
            kept(self.document(), self.diagnostics(), filters);
        if let Some(view) = &mut self.parsed.view {
            view.marks.retain_mut(|mark| match rows.get(&mark.row) {
                Some(row) => {
                    mark.row = *row;
                    true
                }
                None => false,
            });
        }
        let none = LeftOut { filters: Vec::new(), tasks_read: tasks, diagnostics: 0 };
        let left_out = self.left_out.get_or_insert(none);
        left_out.filters.extend(filters.iter().map(ToString::to_string));
        left_out.diagnostics += diagnostics_read - diagnostics.len();
        (self.parsed.document, self.parsed.diagnostics) = (document, diagnostics);
        self
    }

    /// What filters left out, if there were any.
    #[must_use]
    pub fn filtered(&self) -> Option<Filtered<'_>> {
        self.left_out.as_ref().map(|left_out| {
            Filtered::new(&left_out.filters, left_out.tasks_read, left_out.diagnostics)
        })
    }

    /// The same reading, which is written in a language where a person reads the format; it is Vietnamese
    /// until then.
    #[must_use]
    pub const fn in_lang(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }

    /// Writes the reading in a format of [`FORMATS`](crate::FORMATS) or of the caller.
    ///
    /// A format that shows the pages of the input ([`Format::view`]) has them only if [`Options::view`]
    /// asked for them.
    pub fn write(
        &self,
        format: &Format,
        out: &mut dyn io::Write,
    ) -> Result<(), phuluc_convert::Error> {
        (format.write)(&self.report(), out)
    }

    /// The bytes that [`Reading::write`] writes.
    pub fn to_bytes(&self, format: &Format) -> Result<Vec<u8>, phuluc_convert::Error> {
        let mut bytes = Vec::new();
        self.write(format, &mut bytes)?;
        Ok(bytes)
    }

    fn report(&self) -> Report<'_> {
        Report::new(self.source(), self.document(), self.diagnostics())
            .with_view(self.view())
            .with_filter(self.filtered())
            .with_lang(self.lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
TT Nội dung công việc Đơn vị chủ trì Thời gian
1 Rà soát văn bản Phòng Tư pháp Quý II
2 Báo cáo kết quả năm Phòng Nội vụ Tháng 6
3 Tổng kết công tác Phòng Nội vụ Tháng 12
";

    fn reading() -> Reading {
        read(TEXT.as_bytes(), "plan.txt", &Options::new().year(2026)).unwrap()
    }

    #[test]
    fn a_source_is_named_and_fingerprinted() {
        let reading = reading();
        let source = reading.source();
        assert_eq!((source.name, source.kind, source.pages), ("plan.txt", "text", 1));
        assert_eq!(source.sha256, sha256(TEXT.as_bytes()));
        assert!(reading.has_tables());
        assert_eq!(reading.losses().count(), 0);
    }

    #[test]
    fn filters_add_up() {
        let filter = |text: &str| [text.parse::<Filter>().unwrap()];
        let once = reading().filter(&[]);
        assert!(once.filtered().is_none());
        let twice = once.filter(&filter("lead=noi vu")).filter(&filter("due=2026-12-01.."));
        let filtered = twice.filtered().unwrap();
        assert_eq!(filtered.only, ["lead=noi vu", "due=2026-12-01.."]);
        assert_eq!(filtered.tasks_read, 3);
        let left: Vec<_> = twice.document().tasks().map(|task| task.id.as_str()).collect();
        assert_eq!(left.len(), 1);
        assert!(left[0].ends_with('3'), "{left:?}");
    }
}
