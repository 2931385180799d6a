//! One input read: its document, its diagnostics and the fingerprint of its bytes.

use phuluc_convert::{Filter, Report, Source, WriteFn};
use phuluc_model::{Diagnostic, Document, Severity};
use phuluc_parser::{Options, Parsed};

use crate::input::{Error, Input};
use crate::only::{self, Kept, Only};
use crate::output;
use crate::sha256::sha256;

/// What was read from an input.
#[derive(Debug)]
pub(crate) struct Reading {
    name: String,
    sha256: String,
    parsed: Parsed,
    filter: Option<Filtered>,
}

/// What was left out.
#[derive(Debug)]
struct Filtered {
    only: Vec<String>,
    tasks_read: usize,
    diagnostics_left_out: usize,
}

impl Reading {
    pub(crate) fn of(input: &Input, options: &Options) -> Result<Self, Error> {
        let bytes = input.read(options.limits.max_bytes)?;
        let parsed = phuluc_parser::parse(&bytes, options)
            .map_err(|source| Error::Parse { name: input.label(), source })?;
        Ok(Self::new(input.name(), sha256(&bytes), parsed))
    }

    pub(crate) const fn new(name: String, sha256: String, parsed: Parsed) -> Self {
        Self { name, sha256, parsed, filter: None }
    }

    /// The reading without the tasks that are not wanted; without a wish all of them are.
    pub(crate) fn only(mut self, only: &[Only]) -> Self {
        if only.is_empty() {
            return self;
        }
        let (tasks_read, said) = (self.document().tasks().count(), self.diagnostics().len());
        let Kept { document, diagnostics, rows } =
            only::kept(self.document(), self.diagnostics(), only);
        if let Some(view) = &mut self.parsed.view {
            view.marks.retain_mut(|mark| match rows.get(&mark.row) {
                Some(row) => {
                    mark.row = *row;
                    true
                }
                None => false,
            });
        }
        let diagnostics_left_out = said - diagnostics.len();
        let only = only.iter().map(|only| only.text.clone()).collect();
        self.filter = Some(Filtered { only, tasks_read, diagnostics_left_out });
        (self.parsed.document, self.parsed.diagnostics) = (document, diagnostics);
        self
    }

    /// One line on what was left out; that nothing stayed is a warning.
    pub(crate) fn left_out(&self, input: &str) -> Option<String> {
        let Filtered { only, tasks_read, diagnostics_left_out } = self.filter.as_ref()?;
        let (kept, only) = (self.document().tasks().count(), only.join(" and "));
        let label = if kept == 0 { "warning" } else { "note" };
        Some(format!(
            "{label}: `{input}`: {kept} of {tasks_read} tasks are {only}; the others are left out, with {diagnostics_left_out} doubts about them"
        ))
    }

    pub(crate) fn diagnostics(&self) -> &[Diagnostic] {
        &self.parsed.diagnostics
    }

    /// The diagnostics of what was lost.
    pub(crate) fn losses(&self) -> Vec<Diagnostic> {
        let lost = |diagnostic: &&Diagnostic| diagnostic.severity() == Severity::Error;
        self.diagnostics().iter().filter(lost).cloned().collect()
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) const fn document(&self) -> &Document {
        &self.parsed.document
    }

    pub(crate) fn has_tables(&self) -> bool {
        !self.parsed.document.appendices().is_empty()
    }

    pub(crate) fn has_losses(&self) -> bool {
        self.diagnostics().iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// The bytes of an output.
    pub(crate) fn render(&self, write: WriteFn) -> Result<Vec<u8>, output::Error> {
        let mut bytes = Vec::new();
        match write(&self.report(), &mut bytes) {
            Ok(()) => Ok(bytes),
            Err(source) => Err(output::Error::Records { name: self.name.clone(), source }),
        }
    }

    /// The input, as the outputs name it.
    pub(crate) const fn source(&self) -> Source<'_> {
        Source {
            name: self.name.as_str(),
            kind: self.parsed.form.kind().name(),
            form: self.parsed.form.name(),
            sha256: self.sha256.as_str(),
            pages: self.parsed.pages,
        }
    }

    fn report(&self) -> Report<'_> {
        let source = self.source();
        let filter = self.filter.as_ref().map(|filter| Filter {
            only: &filter.only,
            tasks_read: filter.tasks_read,
            diagnostics_left_out: filter.diagnostics_left_out,
        });
        let Parsed { document, diagnostics, .. } = &self.parsed;
        let view = self.parsed.view.as_ref();
        Report { view, filter, ..Report::new(source, document, diagnostics) }
    }
}
