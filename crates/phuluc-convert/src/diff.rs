//! The changes between two documents as JSON, in the shape of [`SCHEMA`].
//!
//! It is not in [`FORMATS`](crate::FORMATS), because it needs two documents.

use std::borrow::Cow;
use std::io;

use phuluc_compare::{Change, Comparison, Difference, Renumbered, SectionAt, TableAt, TaskAt};
use serde::Serialize;

use crate::error::Error;
use crate::json::{PlaceShape, SourceShape, value, write_indented};
use crate::report::Source;
use crate::row;

/// The JSON Schema (2020-12) of what [`write()`] writes.
pub const SCHEMA: &str = include_str!("../schema/diff-1.0.schema.json");

/// The name of the shape.
const SCHEMA_NAME: &str = "phuluc/diff";

/// The version of the shape; later versions of `1.` add optional keys only.
const SCHEMA_VERSION: &str = "1.0";

/// Two documents and the changes between them.
#[derive(Debug, Clone, Copy)]
pub struct Diff<'a> {
    /// The old input.
    pub old: Source<'a>,
    /// The new input.
    pub new: Source<'a>,
    /// The changes.
    pub comparison: &'a Comparison<'a>,
}

/// Writes the changes as one JSON object: two spaces for each level, one newline at the end.
pub fn write(diff: &Diff<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    write_indented(&DiffShape::of(diff), out)
}

/// How many tasks have a change of each kind.
///
/// A task that moved and has other cells counts in both. A task with only another number counts in `same`
/// too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Only in the new document.
    pub added: usize,
    /// Only in the old one.
    pub removed: usize,
    /// In another section, or at another position among the same tasks.
    pub moved: usize,
    /// With other cells.
    pub changed: usize,
    /// With another number only because other tasks were added, removed or moved.
    pub renumbered: usize,
    /// With the same cells at the same position.
    pub same: usize,
}

impl Counts {
    /// The counts of a comparison.
    #[must_use]
    pub fn of(comparison: &Comparison<'_>) -> Self {
        let renumbered = comparison.renumbered.iter().map(|run| run.tasks).sum();
        let mut counts = Self { renumbered, same: comparison.same, ..Self::default() };
        for change in &comparison.tasks {
            match change {
                Change::Added(_) => counts.added += 1,
                Change::Removed(_) => counts.removed += 1,
                Change::Kept { moved, differences, .. } => {
                    counts.moved += usize::from(*moved);
                    counts.changed += usize::from(!differences.is_empty());
                }
            }
        }
        counts
    }
}

#[derive(Serialize)]
struct DiffShape<'a> {
    schema: &'static str,
    schema_version: &'static str,
    old: SourceShape<'a>,
    new: SourceShape<'a>,
    counts: Counts,
    appendices: Vec<ChangeShape<'a, TableShape<'a>>>,
    sections: Vec<ChangeShape<'a, GroupShape<'a>>>,
    tasks: Vec<ChangeShape<'a, RowShape<'a>>>,
    renumbered: Vec<RunShape<'a>>,
    limit: Option<String>,
}

impl<'a> DiffShape<'a> {
    fn of(diff: &Diff<'a>) -> Self {
        let Diff { old, new, comparison } = diff;
        Self {
            schema: SCHEMA_NAME,
            schema_version: SCHEMA_VERSION,
            old: SourceShape::of(*old),
            new: SourceShape::of(*new),
            counts: Counts::of(comparison),
            appendices: changes(&comparison.appendices, TableShape::of),
            sections: changes(&comparison.sections, GroupShape::of),
            tasks: changes(&comparison.tasks, RowShape::of),
            renumbered: comparison.renumbered.iter().map(RunShape::of).collect(),
            limit: comparison.limit.map(|limit| limit.to_string()),
        }
    }
}

fn changes<'a, T, S>(
    changes: &'a [Change<'a, T>],
    shape: impl Fn(&'a T) -> S,
) -> Vec<ChangeShape<'a, S>> {
    changes.iter().map(|change| ChangeShape::of(change, &shape)).collect()
}

#[derive(Serialize)]
struct ChangeShape<'a, S> {
    change: &'static str,
    old: Option<S>,
    new: Option<S>,
    fields: Vec<FieldShape<'a>>,
}

impl<'a, S> ChangeShape<'a, S> {
    fn of<T>(change: &'a Change<'a, T>, shape: impl Fn(&'a T) -> S) -> Self {
        let (name, differences) = match change {
            Change::Added(_) => ("added", &[] as &[_]),
            Change::Removed(_) => ("removed", &[] as &[_]),
            Change::Kept { moved: true, differences, .. } => ("moved", differences.as_slice()),
            Change::Kept { differences, .. } => ("changed", differences.as_slice()),
        };
        Self {
            change: name,
            old: change.before().map(&shape),
            new: change.after().map(&shape),
            fields: differences.iter().map(FieldShape::of).collect(),
        }
    }
}

#[derive(Serialize)]
struct FieldShape<'a> {
    field: &'static str,
    label: Option<&'a str>,
    old: Option<&'a str>,
    new: Option<&'a str>,
}

impl<'a> FieldShape<'a> {
    fn of(difference: &'a Difference<'a>) -> Self {
        let Difference { field, label, old, new } = difference;
        Self { field, label: *label, old: old.as_deref(), new: new.as_deref() }
    }
}

#[derive(Serialize)]
struct TableShape<'a> {
    appendix: Cow<'a, str>,
    title: Option<&'a str>,
}

impl<'a> TableShape<'a> {
    fn of(table: &TableAt<'a>) -> Self {
        Self { appendix: appendix(table), title: value(table.appendix.title.as_ref()) }
    }
}

fn appendix<'a>(table: &TableAt<'a>) -> Cow<'a, str> {
    row::name(table.appendix, table.index)
}

#[derive(Serialize)]
struct GroupShape<'a> {
    appendix: Cow<'a, str>,
    number: Option<&'a str>,
    title: Option<&'a str>,
}

impl<'a> GroupShape<'a> {
    fn of(group: &SectionAt<'a>) -> Self {
        Self {
            appendix: appendix(&group.table),
            number: value(group.section.number.as_ref()),
            title: value(group.section.title.as_ref()),
        }
    }
}

#[derive(Serialize)]
struct RowShape<'a> {
    id: &'a str,
    appendix: Cow<'a, str>,
    section_number: Option<&'a str>,
    number: Option<&'a str>,
    task: Option<&'a str>,
    place: PlaceShape,
}

impl<'a> RowShape<'a> {
    fn of(row: &TaskAt<'a>) -> Self {
        Self {
            id: &row.task.id,
            appendix: appendix(&row.group.table),
            section_number: value(row.group.section.number.as_ref()),
            number: value(row.task.number.as_ref()),
            task: value(row.task.task.as_ref()),
            place: PlaceShape::of(row.task.place),
        }
    }
}

#[derive(Serialize)]
struct RunShape<'a> {
    tasks: usize,
    old: EndsShape<'a>,
    new: EndsShape<'a>,
}

/// The ids of the first and the last task of a run.
#[derive(Serialize)]
struct EndsShape<'a> {
    first: &'a str,
    last: &'a str,
}

impl<'a> RunShape<'a> {
    fn of(run: &Renumbered<'a>) -> Self {
        let (first, last) = (run.first, run.last);
        Self {
            tasks: run.tasks,
            old: EndsShape { first: &first.0.task.id, last: &last.0.task.id },
            new: EndsShape { first: &first.1.task.id, last: &last.1.task.id },
        }
    }
}

#[cfg(test)]
mod tests {
    use phuluc_model::Document;
    use serde_json::Value;

    use super::*;
    use crate::sample;

    fn written(old: &Document, new: &Document) -> Value {
        let comparison = phuluc_compare::compare(old, new);
        let source = sample::report(old, &[]).source;
        let mut bytes = Vec::new();
        write(&Diff { old: source, new: source, comparison: &comparison }, &mut bytes).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    #[track_caller]
    fn check(value: &Value) {
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let errors: Vec<_> = validator.iter_errors(value).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }

    #[test]
    fn the_same_documents_have_empty_lists() {
        let (document, _) = sample::document();
        let value = written(&document, &document);
        check(&value);
        assert_eq!(value["counts"]["same"], 2);
        for list in ["appendices", "sections", "tasks", "renumbered"] {
            assert_eq!(value[list], Value::Array(Vec::new()), "{list}");
        }
    }

    #[test]
    fn each_kind_of_change_fits_the_schema() {
        let (old, new) = sample::versions();
        let value = written(&old, &new);
        check(&value);
        let kinds = |list: &str| -> Vec<_> {
            value[list].as_array().unwrap().iter().map(|found| found["change"].clone()).collect()
        };
        assert_eq!(kinds("appendices"), ["changed"]);
        assert_eq!(kinds("sections"), ["added"]);
        assert_eq!(kinds("tasks"), ["removed", "changed", "moved"]);
        assert_eq!(value["tasks"][1]["fields"][0]["field"], "lead_unit");
        assert_eq!(value["tasks"][1]["fields"][0]["old"], Value::Null);
        assert_eq!(value["renumbered"][0]["tasks"], 1);
        assert_eq!(value["counts"]["moved"], 1);
    }

    #[test]
    fn the_schema_refuses_what_is_unknown() {
        let (old, new) = sample::versions();
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let mut value = written(&old, &new);
        value["tasks"][0]["change"] = "worded anew".into();
        assert!(!validator.is_valid(&value));
        let mut value = written(&old, &new);
        value["remark"] = Value::Null;
        assert!(!validator.is_valid(&value));
    }
}
