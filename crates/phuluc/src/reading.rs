//! One input that was read: its document, its diagnostics, and what to write of them.

use std::io;

use phuluc_convert::json::{self, Saved};
use phuluc_convert::{Filtered, Format, Report, Source, sha256};
use phuluc_messages::Lang;
use phuluc_model::view::View;
use phuluc_model::{Diagnostic, Document, Severity};
use phuluc_parser::{Options, Parsed};

use crate::error::Error;
use crate::filter::{Filter, Kept, kept};

/// Reads an input to its tasks.
///
/// `name` is what outputs call the input: a file name without folders, so that an output does not show
/// where it was made. A document of which something could not be read, or that has no task table, is no
/// error: see [`Reading::losses`] and [`Reading::has_tables`].
///
/// A JSON must be a `phuluc/document`. Of it the reading has what was written then: the document, the
/// diagnostics, what filters left out, and the source, which is the input that was read at first; it has
/// no view. Only the limits of bytes and of cells of `options` say something about it.
pub fn read(bytes: &[u8], name: &str, options: &Options) -> Result<Reading, Error> {
    if json::is_json(bytes) {
        return Ok(Reading::of_saved(saved(bytes, options)?, name, sha256(bytes)));
    }
    let Parsed { document, diagnostics, form, pages, view, .. } =
        phuluc_parser::parse(bytes, options)?;
    let sha256 = sha256(bytes);
    let source = OwnSource {
        name: name.to_owned(),
        kind: form.kind().name().to_owned(),
        form: form.name().to_owned(),
        sha256: sha256.clone(),
        pages,
    };
    Ok(Reading {
        name: name.to_owned(),
        sha256,
        source,
        document,
        diagnostics,
        view,
        left_out: None,
        lang: Lang::Vi,
    })
}

/// The cells of an ordinary row, by which the limit of cells is one of tasks too.
const ROW_CELLS: usize = 8;

/// A document that was saved as JSON.
pub(crate) fn saved(bytes: &[u8], options: &Options) -> Result<Saved, json::ReadError> {
    let limits = json::Limits::default()
        .with_max_bytes(options.limits.max_bytes)
        .with_max_tasks(options.limits.max_cells / ROW_CELLS);
    json::read(bytes, &limits)
}

/// What was read from an input.
#[derive(Debug)]
pub struct Reading {
    name: String,
    /// The SHA-256 of the bytes that were read; that of the source may be another one.
    sha256: String,
    source: OwnSource,
    document: Document,
    diagnostics: Vec<Diagnostic>,
    view: Option<View>,
    left_out: Option<LeftOut>,
    lang: Lang,
}

/// What a [`Source`] borrows.
#[derive(Debug)]
struct OwnSource {
    name: String,
    kind: String,
    form: String,
    sha256: String,
    pages: u32,
}

/// What filters left out.
#[derive(Debug)]
struct LeftOut {
    filters: Vec<String>,
    tasks_read: usize,
    diagnostics: usize,
}

impl Reading {
    fn of_saved(saved: Saved, name: &str, sha256: String) -> Self {
        let Saved { source, document, diagnostics, filter, .. } = saved;
        let left_out = filter.map(|filter| LeftOut {
            filters: filter.only,
            tasks_read: filter.tasks_read,
            diagnostics: filter.diagnostics_left_out,
        });
        let source = OwnSource {
            name: source.name,
            kind: source.kind,
            form: source.form,
            sha256: source.sha256,
            pages: source.pages,
        };
        let name = name.to_owned();
        let view = None;
        Self { name, sha256, source, document, diagnostics, view, left_out, lang: Lang::Vi }
    }

    /// The appendices, their sections and tasks.
    #[must_use]
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// What to doubt, in the order of the input.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
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

    /// The SHA-256 of the bytes that were read. That of [`Reading::source`] is another one where they were a
    /// `phuluc/document`.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// How many pages the input has, as far as its text shows them.
    #[must_use]
    pub const fn pages(&self) -> u32 {
        self.source.pages
    }

    /// What a person sees of the input, if [`Options::view`] asked for it.
    #[must_use]
    pub const fn view(&self) -> Option<&View> {
        self.view.as_ref()
    }

    /// The input that was read at first, as the outputs name it: with its kind, its form and the SHA-256 of
    /// its bytes.
    #[must_use]
    pub fn source(&self) -> Source<'_> {
        let OwnSource { name, kind, form, sha256, pages } = &self.source;
        Source::new(name, kind).with_form(form).with_sha256(sha256).with_pages(*pages)
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
        if let Some(view) = &mut self.view {
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
        (self.document, self.diagnostics) = (document, diagnostics);
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

    fn json(reading: &Reading) -> Vec<u8> {
        reading.to_bytes(&json::FORMAT).unwrap()
    }

    #[test]
    fn a_document_that_was_saved_is_read_as_it_was() {
        let first = reading().filter(&["lead=noi vu".parse().unwrap()]);
        let bytes = json(&first);
        let again = read(&bytes, "plan.json", &Options::new()).unwrap();
        assert_eq!(json(&again), bytes);
        assert_eq!((again.name(), again.source().name), ("plan.json", "plan.txt"));
        assert_eq!((again.sha256(), again.source().sha256), (&*sha256(&bytes), first.sha256()));
        assert!(crate::diff(&first, &again).is_empty());
        assert!(again.view().is_none());
    }

    #[test]
    fn filters_add_up_with_those_of_a_saved_document() {
        let bytes = json(&reading().filter(&["lead=noi vu".parse().unwrap()]));
        let again = read(&bytes, "plan.json", &Options::new()).unwrap();
        let again = again.filter(&["due=2026-12-01..".parse().unwrap()]);
        let filtered = again.filtered().unwrap();
        assert_eq!(filtered.only, ["lead=noi vu", "due=2026-12-01.."]);
        assert_eq!((filtered.tasks_read, again.document().tasks().count()), (3, 1));
    }

    #[test]
    fn a_json_that_is_no_document_is_an_error() {
        let code =
            |text: &str| read(text.as_bytes(), "a.json", &Options::new()).err().unwrap().code();
        assert_eq!(code("{\"schema\": \"phuluc/diff\"}"), "json_schema");
        assert_eq!(code("{\"tasks\": []}\n"), "json_no_schema");
        assert_eq!(code("\u{FEFF} [1, 2]"), "json_value");
        assert_eq!(code("{\"schema\": \"phuluc/document\","), "json_broken");
        let text = "[1] TT Nội dung";
        assert!(!read(text.as_bytes(), "a.txt", &Options::new()).unwrap().has_tables());
    }

    #[test]
    fn limits_hold_for_a_saved_document() {
        let bytes = json(&reading());
        let code =
            |limits| read(&bytes, "a.json", &Options::new().limits(limits)).err().unwrap().code();
        let limits = phuluc_parser::Limits::new;
        assert_eq!(code(limits().max_bytes(10)), "too_many_bytes");
        assert_eq!(code(limits().max_cells(16)), "json_too_many_tasks");
    }

    #[test]
    fn stages_of_a_saved_document_are_its_records_and_their_meaning() {
        use phuluc_parser::Stage;
        let bytes = json(&reading());
        for stage in Stage::ALL {
            let seen = crate::inspect(&bytes, &Options::new(), stage);
            if matches!(stage, Stage::Records | Stage::Meaning) {
                let of_text = Options::new().year(2026);
                assert_eq!(seen, crate::inspect(TEXT.as_bytes(), &of_text, stage));
            } else {
                assert_eq!(seen, Err(Error::NoStage(stage)));
            }
        }
        let drawn = crate::picture(&bytes, &Options::new(), 1);
        assert_eq!(drawn.unwrap_err().code(), "no_such_page");
    }
}
