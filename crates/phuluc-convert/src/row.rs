//! A task with its section and appendix: the unit that writers of tables and records write.

use std::borrow::Cow;

use phuluc_model::{Appendix, Document, Section, Task};

/// A task with its section and appendix.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TaskRow<'a> {
    /// The position of the appendix, from zero.
    index: usize,
    pub(crate) appendix: &'a Appendix,
    pub(crate) section: &'a Section,
    pub(crate) task: &'a Task,
}

impl<'a> TaskRow<'a> {
    /// The label of the appendix or, without one, its ordinal.
    pub(crate) fn appendix_name(&self) -> Cow<'a, str> {
        name(self.appendix, self.index)
    }
}

/// The label of an appendix or, without one, its ordinal.
pub(crate) fn name(appendix: &Appendix, index: usize) -> Cow<'_, str> {
    match &appendix.label {
        Some(label) => Cow::Borrowed(label.as_str()),
        None => Cow::Owned((index + 1).to_string()),
    }
}

/// Every task of the document, in its order.
pub(crate) fn rows(document: &Document) -> impl Iterator<Item = TaskRow<'_>> {
    document.appendices().iter().enumerate().flat_map(|(index, appendix)| {
        appendix.sections.iter().flat_map(move |section| {
            section.tasks.iter().map(move |task| TaskRow { index, appendix, section, task })
        })
    })
}
