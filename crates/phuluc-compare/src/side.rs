//! One of the two documents: its tables, its sections and its tasks, each in one list.

use phuluc_model::{Appendix, Document, Section, Task};

/// A task table and its position in the document, from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table<'a> {
    /// The position.
    pub index: usize,
    /// The table.
    pub appendix: &'a Appendix,
}

/// A section and the table it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group<'a> {
    /// The table.
    pub table: Table<'a>,
    /// The section.
    pub section: &'a Section,
}

/// A task and the section it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row<'a> {
    /// The section.
    pub group: Group<'a>,
    /// The task.
    pub task: &'a Task,
    /// The position of the section among all sections of the document.
    pub(crate) place: usize,
}

/// A document taken apart.
pub(crate) struct Side<'a> {
    pub(crate) tables: Vec<Table<'a>>,
    pub(crate) groups: Vec<Group<'a>>,
    pub(crate) rows: Vec<Row<'a>>,
}

impl<'a> Side<'a> {
    pub(crate) fn of(document: &'a Document) -> Self {
        let tables = document.appendices().iter().enumerate();
        let tables: Vec<_> = tables.map(|(index, appendix)| Table { index, appendix }).collect();
        let groups_of = |table: Table<'a>| {
            table.appendix.sections.iter().map(move |section| Group { table, section })
        };
        let groups: Vec<_> = tables.iter().copied().flat_map(groups_of).collect();
        let rows = groups.iter().enumerate().flat_map(|(place, group)| {
            group.section.tasks.iter().map(move |task| Row { group: *group, task, place })
        });
        let rows = rows.collect();
        Self { tables, groups, rows }
    }
}
