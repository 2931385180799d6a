//! How many cells of a document equal a truth that was read from its page.
//!
//! A truth is `gold.jsonl`, one row a line, beside `meta.json` with the role of each column. Rows
//! are aligned so that as many cells as possible agree; white space is not compared, because a
//! truth keeps a space where a line broke inside a symbol.

#![expect(
    clippy::indexing_slicing,
    reason = "a panic is how a test fails, and JSON is indexed by key"
)]

use phuluc_model::{Document, Role, Task, Text};
use serde_json::Value;

/// Cells right, cells in all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Cells that equal the truth.
    pub right: usize,
    /// Cells of the truth.
    pub all: usize,
}

impl Share {
    fn add(&mut self, right: bool) {
        self.all += 1;
        self.right += usize::from(right);
    }
}

/// The score of one document.
#[derive(Debug, Default)]
pub struct Score {
    /// For each column of the truth: its role there and its cells.
    pub columns: Vec<(String, Share)>,
    /// Rows with every cell right.
    pub rows: Share,
    /// Section headings.
    pub sections: Share,
    /// Rows that the truth does not have.
    pub spurious: usize,
    /// The cells that differ: row, role, truth, what was read.
    pub misses: Vec<[String; 4]>,
}

impl Score {
    /// All columns together.
    #[must_use]
    pub fn cells(&self) -> Share {
        let sum =
            |pick: fn(&Share) -> usize| self.columns.iter().map(|(_, share)| pick(share)).sum();
        Share { right: sum(|share| share.right), all: sum(|share| share.all) }
    }
}

/// Compares a document with its truth: the rows of `gold.jsonl` and the roles of `meta.json`.
#[must_use]
pub fn score(document: &Document, gold: &[Value], roles: &[String]) -> Score {
    let expected: Vec<Vec<String>> = kind(gold, "task").map(|row| truth(row, roles)).collect();
    let actual: Vec<Vec<String>> = document.tasks().map(|task| cells(task, roles)).collect();
    let mut score = Score {
        columns: roles.iter().map(|role| (role.clone(), Share::default())).collect(),
        ..Score::default()
    };
    let pairs = align(&expected, &actual);
    for (row, matched) in expected.iter().zip(&pairs) {
        let read = matched.and_then(|index| actual.get(index));
        let mut whole = true;
        for (index, cell) in row.iter().enumerate() {
            let found = read.and_then(|read| read.get(index)).cloned().unwrap_or_default();
            let right = read.is_some() && bare(cell) == bare(&found);
            whole &= right;
            if let Some((role, share)) = score.columns.get_mut(index) {
                share.add(right);
                if !right {
                    let name = row.first().cloned().unwrap_or_default();
                    score.misses.push([name, role.clone(), cell.clone(), found]);
                }
            }
        }
        score.rows.add(whole);
    }
    score.spurious = actual.len() - pairs.iter().flatten().count();
    score_sections(document, gold, &mut score);
    score
}

fn kind<'a>(gold: &'a [Value], kind: &'a str) -> impl Iterator<Item = &'a Value> {
    gold.iter().filter(move |row| row["kind"] == kind)
}

fn truth(row: &Value, roles: &[String]) -> Vec<String> {
    roles.iter().map(|role| row[role.as_str()].as_str().unwrap_or_default().to_owned()).collect()
}

/// The cells of a task in the order of the truth's columns.
fn cells(task: &Task, roles: &[String]) -> Vec<String> {
    let mut extra = task.extra.iter();
    let text = |cell: Option<&Text>| cell.map(|text| text.value.clone()).unwrap_or_default();
    roles
        .iter()
        .map(|role| match role.as_str() {
            "stt" => text(task.cell(Role::Number)),
            "task" => text(task.cell(Role::Task)),
            "lead" => text(task.cell(Role::LeadUnit)),
            "coop" => text(task.cell(Role::CoordinatingUnit)),
            "product" => text(task.cell(Role::Product)),
            "time" => text(task.cell(Role::Timeframe)),
            "note" => text(task.cell(Role::Note)),
            _ => text(extra.next().and_then(|extra| extra.value.as_ref())),
        })
        .collect()
}

/// Text without white space and without a dot at its end.
fn bare(text: &str) -> String {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    bare.trim_end_matches('.').to_owned()
}

/// For each row of the truth the row that was read, so that as many cells as possible agree.
fn align(expected: &[Vec<String>], actual: &[Vec<String>]) -> Vec<Option<usize>> {
    let agree =
        |a: &[String], b: &[String]| a.iter().zip(b).filter(|(a, b)| bare(a) == bare(b)).count();
    let (rows, columns) = (expected.len(), actual.len());
    let mut best = vec![vec![0_usize; columns + 1]; rows + 1];
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            let pair = best[i + 1][j + 1] + agree(&expected[i], &actual[j]);
            best[i][j] = pair.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = vec![None; rows];
    while i < rows && j < columns {
        let both = agree(&expected[i], &actual[j]);
        if both > 0 && best[i][j] == best[i + 1][j + 1] + both {
            pairs[i] = Some(j);
            (i, j) = (i + 1, j + 1);
        } else if best[i][j] == best[i + 1][j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

fn score_sections(document: &Document, gold: &[Value], score: &mut Score) {
    let read: Vec<String> = document
        .appendices()
        .iter()
        .flat_map(|appendix| &appendix.sections)
        .map(|section| {
            let part =
                |text: &Option<Text>| text.as_ref().map(|t| t.value.clone()).unwrap_or_default();
            bare(&format!("{}{}", part(&section.number), part(&section.title)))
        })
        .collect();
    for row in kind(gold, "section") {
        let text = row["text"].as_str().unwrap_or_default().replacen('.', "", 1);
        let dotted = row["text"].as_str().unwrap_or_default();
        score.sections.add(read.contains(&bare(&text)) || read.contains(&bare(dotted)));
    }
}
