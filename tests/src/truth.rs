//! What a document holds, read from its page by someone else.
//!
//! Three shapes are known: `gold.jsonl`, one row a line, with the role of each column in `meta.json`;
//! `truth.json` with one table; and `NAME.truth.json` with the names of this project's own JSON.

use std::collections::BTreeSet;

use phuluc_model::Role;
use serde_json::Value;

/// The rows that a document holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Truth {
    /// The names of the columns: those of [`Role`], `not_performed` for the phrase, or a label.
    pub columns: Vec<String>,
    /// The cells of each row; an empty cell is an empty text.
    pub rows: Vec<Vec<String>>,
    /// The section headings, number and title together.
    pub sections: Vec<String>,
    /// How far its white space can be trusted.
    pub spaces: Spaces,
}

/// How white space is compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Spaces {
    /// Letter by letter, paragraphs too.
    #[default]
    Exact,
    /// The truth does not tell paragraphs.
    Folded,
    /// The truth keeps a space where a line broke inside a symbol, and drops a final dot.
    Ignored,
}

impl Truth {
    /// Reads `gold.jsonl` with the roles of its `meta.json`.
    #[must_use]
    pub fn from_gold(rows: &[Value], roles: &[String]) -> Self {
        let kind = |kind: &'static str| rows.iter().filter(move |row| row["kind"] == kind);
        let cells = |row: &Value| roles.iter().map(|role| text(&row[role.as_str()])).collect();
        Self {
            columns: roles.iter().map(|role| full_name(role).to_owned()).collect(),
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
            let mut cells: Vec<String> = NAMES.iter().map(|name| text(&row[*name])).collect();
            let flag = row["not_performed"] == true;
            cells.push(if flag { FLAG.to_owned() } else { String::new() });
            cells
        };
        let names = NAMES.iter().map(|name| full_name(name).to_owned());
        Self {
            columns: names.chain([PHRASE.to_owned()]).collect(),
            rows: rows.map(cells).collect(),
            sections: sections.iter().map(|s| text(&s["no"]) + &text(&s["title"])).collect(),
            spaces: Spaces::Folded,
        }
    }

    /// Reads the shape of this project's own JSON.
    #[must_use]
    pub fn from_document(document: &Value) -> Self {
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let sections: Vec<Value> =
            list(&document["appendices"]).iter().flat_map(|a| list(&a["sections"])).collect();
        let tasks: Vec<Value> = sections.iter().flat_map(|s| list(&s["tasks"])).collect();
        let fields = Role::ALL.into_iter().filter(|role| *role != Role::Extra).map(Role::name);
        let extra: BTreeSet<String> = tasks
            .iter()
            .filter_map(|task| task["extra"].as_object())
            .flat_map(|extra| extra.keys().cloned())
            .collect();
        let columns = fields.map(str::to_owned).chain([PHRASE.to_owned()]);
        let columns = columns.chain(extra.iter().map(|label| format!("{EXTRA}{label}")));
        let cells = |task: &Value| {
            let mut cells: Vec<String> = Role::ALL
                .into_iter()
                .filter(|role| *role != Role::Extra)
                .map(|role| text(&task[role.name()]))
                .collect();
            cells.push(text(&task["not_performed_note"]));
            cells.extend(
                extra.iter().map(|label| text(task["extra"].get(label).unwrap_or(&Value::Null))),
            );
            cells
        };
        let heading = |section: &Value| text(&section["number"]) + &text(&section["title"]);
        Self {
            columns: columns.collect(),
            rows: tasks.iter().map(cells).collect(),
            sections: sections.iter().map(heading).filter(|title| !title.is_empty()).collect(),
            spaces: Spaces::Exact,
        }
    }
}

/// The name of the column that holds the phrase of not performing.
const PHRASE: &str = "not_performed";

/// What stands before the label of a column without a role.
pub(crate) const EXTRA: &str = "extra ";

/// The phrase where a truth only says that it is there.
const FLAG: &str = "không thực hiện nội dung này";

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The short names of roles in some truths.
fn full_name(name: &str) -> &str {
    match name {
        "stt" | "no" => "number",
        "lead" => "lead_unit",
        "coop" => "coordinating_unit",
        "time" => "timeframe",
        other => other,
    }
}

/// A heading without the dot behind its number.
fn section(heading: &str) -> String {
    match heading.split_once(' ') {
        Some((number, title)) => format!("{} {title}", number.trim_end_matches('.')),
        None => heading.to_owned(),
    }
}
