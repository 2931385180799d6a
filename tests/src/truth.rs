//! What a document holds, read from its page by someone else.
//!
//! Three shapes are known: `gold.jsonl`, one row a line, with the role of each column in `meta.json`;
//! `truth.json` with one table; and `NAME.truth.json` with the names of this project's own JSON.

use phuluc_model::Role;
use serde_json::Value;

use crate::reading::{EXTRA, PHRASE, extras, heading, row, tables, text};

/// The rows that a document holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Truth {
    /// The names of the columns: those of [`Role`], `not_performed_note` for the phrase, and `extra`
    /// for each column without a role.
    pub columns: Vec<String>,
    /// The cells of each row. An empty cell is an empty text; `None` is the cell of a column that the
    /// table does not have.
    pub rows: Vec<Vec<Option<String>>>,
    /// The section headings, number and title together.
    pub sections: Vec<String>,
    /// How far its white space can be trusted.
    pub spaces: Spaces,
}

/// How white space is compared; each is laxer than the one before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spaces {
    /// Letter by letter, paragraphs too.
    #[default]
    Exact,
    /// A paragraph is as good as a space: not every truth and no flattened text tells paragraphs.
    Folded,
    /// No white space counts, nor a final dot: the truth keeps a space where a line broke inside a
    /// symbol, and drops the dot.
    Ignored,
}

impl Truth {
    /// Reads `gold.jsonl` with the roles and labels of its `meta.json`.
    #[must_use]
    pub fn from_gold(rows: &[Value], meta: &Value) -> Self {
        let list = |key: &str| meta[key].as_array().into_iter().flatten().map(text).collect();
        let (roles, labels): (Vec<String>, Vec<String>) = (list("roles"), list("header"));
        let mut columns: Vec<(&str, &String, &String)> =
            roles.iter().zip(&labels).map(|(role, label)| (full_name(role), role, label)).collect();
        // Columns without a role are compared in the order of their labels.
        columns.sort_by_key(|(name, _, label)| (*name == EXTRA).then_some(*label));
        let kind = |kind: &'static str| rows.iter().filter(move |row| row["kind"] == kind);
        let cells = |row: &Value| {
            columns.iter().map(|(_, key, _)| Some(text(&row[key.as_str()]))).collect()
        };
        Self {
            columns: columns.iter().map(|(name, ..)| (*name).to_owned()).collect(),
            rows: kind("task").map(cells).collect(),
            sections: kind("section").map(|row| section(&text(&row["text"]))).collect(),
            spaces: Spaces::Ignored,
        }
    }

    /// Reads a table of `no`, `task`, `lead`, `coop`, `product` and `time`.
    #[must_use]
    pub fn from_table(table: &Value) -> Self {
        const NAMES: [&str; 6] = ["no", "task", "lead", "coop", "product", "time"];
        let sections = table["sections"].as_array().cloned().unwrap_or_default();
        let rows =
            sections.iter().flat_map(|section| section["rows"].as_array().into_iter().flatten());
        let cells = |row: &Value| {
            let flag = if row["not_performed"] == true { FLAG } else { "" };
            let cells = NAMES.iter().map(|name| text(&row[*name]));
            cells.chain([flag.to_owned()]).map(Some).collect()
        };
        let names = NAMES.iter().map(|name| full_name(name).to_owned());
        Self {
            columns: names.chain([PHRASE.to_owned()]).collect(),
            rows: rows.map(cells).collect(),
            sections: sections.iter().map(|s| text(&s["no"]) + &text(&s["title"])).collect(),
            spaces: Spaces::Folded,
        }
    }

    /// Reads the shape of this project's own JSON. It does not tell an empty cell from a missing
    /// column, so a column that is empty in the whole table counts as missing.
    #[must_use]
    pub fn from_document(document: &Value) -> Self {
        let tables = tables(document);
        let sections = tables.iter().flatten();
        let others = sections.clone().flat_map(|section| &section.tasks).map(|task| extras(task));
        let fields = Role::ALL.into_iter().filter(|role| *role != Role::Extra).map(Role::name);
        let columns: Vec<String> = fields
            .chain([PHRASE])
            .chain(std::iter::repeat_n(EXTRA, others.max().unwrap_or(0)))
            .map(str::to_owned)
            .collect();
        let rows = tables.iter().flat_map(|sections| {
            let tasks = sections.iter().flat_map(|section| &section.tasks);
            present(tasks.map(|task| row(task, &columns)).collect())
        });
        Self {
            rows: rows.collect(),
            sections: sections.map(heading).filter(|title| !title.is_empty()).collect(),
            columns,
            spaces: Spaces::Exact,
        }
    }
}

/// The rows of a table, whose empty columns are missing.
fn present(rows: Vec<Vec<String>>) -> Vec<Vec<Option<String>>> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let filled = |index: usize| rows.iter().filter_map(|row| row.get(index)).any(|c| !c.is_empty());
    let filled: Vec<bool> = (0..width).map(filled).collect();
    let cells = |row: Vec<String>| {
        row.into_iter().zip(&filled).map(|(cell, filled)| filled.then_some(cell)).collect()
    };
    rows.into_iter().map(cells).collect()
}

/// The phrase where a truth only says that it is there.
const FLAG: &str = "không thực hiện nội dung này";

/// The names of roles behind the short ones of some truths.
fn full_name(name: &str) -> &str {
    match name {
        "stt" | "no" => "number",
        "lead" => "lead_unit",
        "coop" => "coordinating_unit",
        "time" => "timeframe",
        "task" | "product" | "note" => name,
        _ => EXTRA,
    }
}

/// A heading without the dot behind its number.
fn section(heading: &str) -> String {
    match heading.split_once(' ') {
        Some((number, title)) => format!("{} {title}", number.trim_end_matches('.')),
        None => heading.to_owned(),
    }
}
