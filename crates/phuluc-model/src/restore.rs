//! A document that was judged and stored before.
//!
//! [`validate`](crate::validate()) gives new ids and tells what is wrong with a draft. A stored document
//! needs neither: its diagnostics were stored with it, and its ids may not change, because other systems
//! know the tasks by them. So it keeps the ids that stand in it, and all that is asked of them is what
//! validation promises: every task has one, and no two tasks have the same.

use std::collections::BTreeSet;
use std::fmt;

use crate::document::{Document, Draft};

/// Why a draft is no document that was judged before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotADocument {
    /// The positions of the appendix, the section and the task, from zero.
    pub position: [usize; 3],
    /// The id that another task has too; `None` where the task has no id.
    pub twice: Option<String>,
}

impl fmt::Display for NotADocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [appendix, section, task] = self.position.map(|position| position + 1);
        write!(f, "task {task} of section {section} of appendix {appendix} ")?;
        match &self.twice {
            Some(id) => write!(f, "has the id `{id}`, which another task has too"),
            None => f.write_str("has no id"),
        }
    }
}

impl std::error::Error for NotADocument {}

/// Takes a stored document back, with the ids that stand in it.
///
/// A draft that a reader filled has no ids yet; it becomes a document by
/// [`validate`](crate::validate()) alone.
impl TryFrom<Draft> for Document {
    type Error = NotADocument;

    fn try_from(draft: Draft) -> Result<Self, NotADocument> {
        let mut seen = BTreeSet::new();
        for (appendix, table) in draft.appendices.iter().enumerate() {
            for (section, group) in table.sections.iter().enumerate() {
                for (task, row) in group.tasks.iter().enumerate() {
                    let position = [appendix, section, task];
                    if row.id.is_empty() {
                        return Err(NotADocument { position, twice: None });
                    }
                    if !seen.insert(row.id.as_str()) {
                        return Err(NotADocument { position, twice: Some(row.id.clone()) });
                    }
                }
            }
        }
        Ok(Self { appendices: draft.appendices, audit: draft.audit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Appendix, Section, Task};
    use crate::place::Place;

    fn stored(ids: &[&str]) -> Result<Document, NotADocument> {
        let task = |id: &&str| Task { id: (*id).to_owned(), ..Task::empty(Place::START) };
        let tasks = ids.iter().map(task).collect();
        let sections = vec![Section::default(), Section { tasks, ..Section::default() }];
        let appendix = Appendix { sections, ..Appendix::empty(Place::START) };
        Document::try_from(Draft { appendices: vec![appendix], ..Draft::default() })
    }

    #[test]
    fn ids_stay_as_they_are() {
        let document = stored(&["97/NQ-CP#12", "a name of another system"]).unwrap();
        let ids: Vec<&str> = document.tasks().map(|task| task.id.as_str()).collect();
        assert_eq!(ids, ["97/NQ-CP#12", "a name of another system"]);
    }

    #[test]
    fn every_task_has_an_id_of_its_own() {
        let told = |ids: &[&str]| stored(ids).unwrap_err().to_string();
        assert_eq!(told(&["a#1", ""]), "task 2 of section 2 of appendix 1 has no id");
        assert_eq!(
            told(&["a#1", "a#1"]),
            "task 2 of section 2 of appendix 1 has the id `a#1`, which another task has too"
        );
    }
}
