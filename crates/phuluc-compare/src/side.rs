//! One of the two documents: its tables, its sections and its tasks, each in one list.

use phuluc_model::{Appendix, Document, Section, Task};

/// A task table and its position in the document, from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableAt<'a> {
    /// The position.
    pub index: usize,
    /// The table.
    pub appendix: &'a Appendix,
}

/// A section and the table it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionAt<'a> {
    /// The table.
    pub table: TableAt<'a>,
    /// The section.
    pub section: &'a Section,
}

/// A task and the section it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskAt<'a> {
    /// The section.
    pub group: SectionAt<'a>,
    /// The task.
    pub task: &'a Task,
    /// The position of the section among all sections of the document.
    pub(crate) place: usize,
}

/// A document taken apart.
pub(crate) struct Side<'a> {
    pub(crate) tables: Vec<TableAt<'a>>,
    pub(crate) groups: Vec<SectionAt<'a>>,
    pub(crate) rows: Vec<TaskAt<'a>>,
}

impl<'a> Side<'a> {
    pub(crate) fn of(document: &'a Document) -> Self {
        let tables = document.appendices().iter().enumerate();
        let tables: Vec<_> = tables.map(|(index, appendix)| TableAt { index, appendix }).collect();
        let groups_of = |table: TableAt<'a>| {
            table.appendix.sections.iter().map(move |section| SectionAt { table, section })
        };
        let groups: Vec<_> = tables.iter().copied().flat_map(groups_of).collect();
        let rows = groups.iter().enumerate().flat_map(|(place, group)| {
            group.section.tasks.iter().map(move |task| TaskAt { group: *group, task, place })
        });
        let rows = rows.collect();
        Self { tables, groups, rows }
    }
}
