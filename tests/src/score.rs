//! How many cells of a document equal a truth that was read from its page.
//!
//! Rows are aligned so that as many cells as possible agree. Cells are compared letter by letter,
//! white space as far as the truth can be trusted with it.

#![expect(
    clippy::indexing_slicing,
    reason = "the table of an alignment is indexed within its size"
)]

use phuluc_model::{Document, Role, Task, Text};

use crate::truth::{EXTRA, Spaces, Truth};

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
    /// Adds the score of another document; its columns are added up as one.
    pub fn add(&mut self, other: &Self) {
        let (own, cells) = (self.cells(), other.cells());
        let sum = |a: Share, b: Share| Share { right: a.right + b.right, all: a.all + b.all };
        self.columns = vec![("all".to_owned(), sum(own, cells))];
        self.rows = sum(self.rows, other.rows);
        self.sections = sum(self.sections, other.sections);
        self.spurious += other.spurious;
    }

    /// All columns together.
    #[must_use]
    pub fn cells(&self) -> Share {
        let sum =
            |pick: fn(&Share) -> usize| self.columns.iter().map(|(_, share)| pick(share)).sum();
        Share { right: sum(|share| share.right), all: sum(|share| share.all) }
    }
}

/// Compares a document with its truth.
#[must_use]
pub fn score(document: &Document, truth: &Truth) -> Score {
    let actual: Vec<Vec<String>> =
        document.tasks().map(|task| cells(task, &truth.columns)).collect();
    let mut score = Score {
        columns: truth.columns.iter().map(|name| (name.clone(), Share::default())).collect(),
        ..Score::default()
    };
    let same = |truth_cell: &str, read: &str| match truth.spaces {
        Spaces::Exact => truth_cell == read,
        Spaces::Folded => truth_cell == read.replace('\n', " "),
        Spaces::Ignored => bare(truth_cell) == bare(read),
    };
    let pairs = align(&truth.rows, &actual);
    for (row, matched) in truth.rows.iter().zip(&pairs) {
        let read = matched.and_then(|index| actual.get(index));
        let mut whole = true;
        for (index, cell) in row.iter().enumerate() {
            let found = read.and_then(|read| read.get(index)).cloned().unwrap_or_default();
            let right = read.is_some() && same(cell, &found);
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
    let headings = headings(document);
    for section in &truth.sections {
        let right = headings.contains(&bare(section));
        score.sections.add(right);
        if !right {
            score.misses.push(["section".into(), "title".into(), section.clone(), String::new()]);
        }
    }
    score
}

/// The cells of a task in the order of the truth's columns.
fn cells(task: &Task, columns: &[String]) -> Vec<String> {
    let text = |cell: Option<&Text>| cell.map(|text| text.value.clone()).unwrap_or_default();
    let mut extra = task.extra.iter();
    let labelled = |label: &str| task.extra.iter().find(|extra| bare(&extra.label) == bare(label));
    let cell = |name: &String| {
        if let Some(label) = name.strip_prefix(EXTRA) {
            return text(labelled(label).and_then(|extra| extra.value.as_ref()));
        }
        let role = Role::ALL.into_iter().find(|role| role.name() == name && *role != Role::Extra);
        match (role, name.as_str()) {
            (Some(role), _) => text(task.cell(role)),
            (None, "not_performed") => text(task.not_performed.as_ref()),
            (None, _) => text(extra.next().and_then(|extra| extra.value.as_ref())),
        }
    };
    columns.iter().map(cell).collect()
}

/// The section headings of a document, number and title together.
fn headings(document: &Document) -> Vec<String> {
    let part = |text: &Option<Text>| text.as_ref().map(|t| t.value.clone()).unwrap_or_default();
    let sections = document.appendices().iter().flat_map(|appendix| &appendix.sections);
    sections.map(|s| bare(&format!("{}{}", part(&s.number), part(&s.title)))).collect()
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
