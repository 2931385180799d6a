//! How many cells of a reading equal a truth that was read from its page.
//!
//! Rows are aligned so that as many cells as possible agree. Cells are compared letter by letter,
//! white space as far as the truth and the kind of input can be trusted with it.

#![expect(
    clippy::indexing_slicing,
    reason = "the table of an alignment is indexed within its size"
)]

use serde_json::Value;

use crate::doubts;
use crate::reading::{heading, row, tables};
use crate::truth::{Spaces, Truth};

/// Things right, things in all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Those that equal the truth.
    pub right: usize,
    /// Those of the truth.
    pub all: usize,
}

impl Share {
    /// Counts one thing more.
    pub fn count(&mut self, right: bool) {
        self.add(Self { right: usize::from(right), all: 1 });
    }

    /// Adds another share.
    pub const fn add(&mut self, other: Self) {
        self.right += other.right;
        self.all += other.all;
    }
}

/// The score of one document or of several.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// For each column of the truth: its name and its cells.
    pub columns: Vec<(String, Share)>,
    /// Rows with every cell right, and nothing in a column that the table does not have.
    pub rows: Share,
    /// Section headings.
    pub sections: Share,
    /// Rows that the truth does not have.
    pub spurious: usize,
    /// Rows that were read and are wrong or spurious: `right` are those that a doubt names.
    pub named: Share,
    /// Rows that are right: `right` are those that a doubt names all the same.
    pub alarms: Share,
    /// The cells that differ.
    pub misses: Vec<Miss>,
}

/// A cell that differs.
#[derive(Debug, Clone)]
pub struct Miss {
    /// The first cell of its row in the truth.
    pub row: String,
    /// Its column.
    pub column: String,
    /// What it should be.
    pub truth: String,
    /// What it is.
    pub read: String,
}

impl Score {
    /// Adds the figures of another document.
    pub fn add(&mut self, other: &Self) {
        for (name, share) in &other.columns {
            self.column(name).add(*share);
        }
        self.rows.add(other.rows);
        self.sections.add(other.sections);
        self.spurious += other.spurious;
        self.named.add(other.named);
        self.alarms.add(other.alarms);
    }

    /// All columns together.
    #[must_use]
    pub fn cells(&self) -> Share {
        let mut cells = Share::default();
        self.columns.iter().for_each(|(_, share)| cells.add(*share));
        cells
    }

    /// The cells of a column, a new one if need be.
    fn column(&mut self, name: &str) -> &mut Share {
        let place = self.columns.iter().position(|(own, _)| own == name).unwrap_or_else(|| {
            self.columns.push((name.to_owned(), Share::default()));
            self.columns.len() - 1
        });
        &mut self.columns[place].1
    }

    fn row(
        &mut self,
        names: &[String],
        truth: &[Option<String>],
        read: Option<&[String]>,
        spaces: Spaces,
    ) -> bool {
        let mut whole = true;
        for (index, (name, cell)) in names.iter().zip(truth).enumerate() {
            let found = read.and_then(|read| read.get(index)).map_or("", String::as_str);
            let wanted = cell.as_deref().unwrap_or_default();
            let right = read.is_some() && same(wanted, found, spaces);
            if cell.is_some() {
                self.column(name).count(right);
            }
            // What stands in a column that the table does not have is no cell of the truth.
            if !right && (cell.is_some() || read.is_some()) {
                let row = truth.first().cloned().flatten().unwrap_or_default();
                self.misses.push(Miss {
                    row,
                    column: name.clone(),
                    truth: wanted.to_owned(),
                    read: found.to_owned(),
                });
            }
            whole &= right;
        }
        self.rows.count(whole);
        whole
    }

    /// Counts a row that was read, by whether it is right and whether a doubt names it.
    fn doubt(&mut self, right: bool, named: bool) {
        if right { self.alarms.count(named) } else { self.named.count(named) }
    }
}

/// Compares a reading, in the shape of this project's JSON, with the truth.
#[must_use]
pub fn score(reading: &Value, truth: &Truth, spaces: Spaces) -> Score {
    let spaces = spaces.max(truth.spaces);
    let tables = tables(reading);
    let sections = || tables.iter().flatten();
    let tasks: Vec<&Value> = sections().flat_map(|section| &section.tasks).copied().collect();
    let read: Vec<Vec<String>> = tasks.iter().map(|task| row(task, &truth.columns)).collect();
    let mut score = Score::default();
    let pairs = align(&truth.rows, &read);
    let mut right = vec![false; read.len()];
    for (row, pair) in truth.rows.iter().zip(&pairs) {
        let found = pair.and_then(|index| read.get(index));
        let whole = score.row(&truth.columns, row, found.map(Vec::as_slice), spaces);
        if let Some(index) = pair {
            right[*index] = whole;
        }
    }
    score.spurious = read.len() - pairs.iter().flatten().count();
    for (right, named) in right.into_iter().zip(doubts::named(reading, &tasks)) {
        score.doubt(right, named);
    }
    let headings: Vec<String> = sections().map(|section| bare(&heading(section))).collect();
    for section in &truth.sections {
        let right = headings.contains(&bare(section));
        score.sections.count(right);
        if !right {
            let (row, column) = ("section".to_owned(), "title".to_owned());
            score.misses.push(Miss { row, column, truth: section.clone(), read: String::new() });
        }
    }
    score
}

fn same(truth: &str, read: &str, spaces: Spaces) -> bool {
    match spaces {
        Spaces::Exact => truth == read,
        Spaces::Folded => truth.replace('\n', " ") == read.replace('\n', " "),
        Spaces::Ignored => bare(truth) == bare(read),
    }
}

/// Text without white space and without a dot at its end.
fn bare(text: &str) -> String {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    bare.trim_end_matches('.').to_owned()
}

/// For each row of the truth the row that was read, so that as many cells as possible agree. Empty
/// cells agree with anything, so they do not count. Time and memory grow with the product of the
/// rows: 500 by 500 take a hundredth of a second, 1,000 by 1,000 up to a tenth.
pub fn align(truth: &[Vec<Option<String>>], read: &[Vec<String>]) -> Vec<Option<usize>> {
    let bare_cell = |cell: &Option<String>| bare(cell.as_deref().unwrap_or_default());
    let truth: Vec<Vec<String>> =
        truth.iter().map(|row| row.iter().map(bare_cell).collect()).collect();
    let read: Vec<Vec<String>> =
        read.iter().map(|row| row.iter().map(|c| bare(c)).collect()).collect();
    let agree = |i: usize, j: usize| {
        truth[i].iter().zip(&read[j]).filter(|(a, b)| !a.is_empty() && a == b).count()
    };
    let mut best = vec![vec![0_usize; read.len() + 1]; truth.len() + 1];
    for i in (0..truth.len()).rev() {
        for j in (0..read.len()).rev() {
            let pair = best[i + 1][j + 1] + agree(i, j);
            best[i][j] = pair.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = vec![None; truth.len()];
    while i < truth.len() && j < read.len() {
        let both = agree(i, j);
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document(tasks: &[[&str; 4]]) -> Value {
        let tasks: Vec<Value> = tasks
            .iter()
            .map(|[number, task, unit, note]| {
                json!({ "number": number, "task": task, "lead_unit": unit, "note": note })
            })
            .collect();
        json!({ "appendices": [{ "sections": [{ "number": "I", "title": "A", "tasks": tasks }] }] })
    }

    fn check(read: &[[&str; 4]], cells: [usize; 2], rows: [usize; 2], spurious: usize) {
        let truth = Truth::from_document(&document(&TRUTH));
        let score = score(&document(read), &truth, Spaces::Exact);
        assert_eq!([score.cells().right, score.cells().all], cells, "{:#?}", score.misses);
        assert_eq!([score.rows.right, score.rows.all], rows, "{:#?}", score.misses);
        assert_eq!(score.spurious, spurious);
    }

    const TRUTH: [[&str; 4]; 3] = [
        ["1", "Rà soát", "Sở A", ""],
        ["2", "Báo cáo\nnăm", "Sở B", ""],
        ["3", "Tổng kết", "", ""],
    ];

    #[test]
    fn a_column_that_is_empty_everywhere_has_no_cells() {
        check(&TRUTH, [9, 9], [3, 3], 0);
    }

    #[test]
    fn what_stands_in_a_missing_column_spoils_its_row() {
        let mut read = TRUTH;
        read[0][3] = "Sở A";
        check(&read, [9, 9], [2, 3], 0);
    }

    #[test]
    fn a_lost_row_costs_its_cells_and_no_others() {
        check(&[TRUTH[0], TRUTH[2]], [6, 9], [2, 3], 0);
    }

    #[test]
    fn a_row_too_many_is_spurious() {
        check(&[TRUTH[0], ["", "CÔNG BÁO", "", ""], TRUTH[1], TRUTH[2]], [9, 9], [3, 3], 1);
    }

    #[test]
    fn white_space_is_forgiven_as_far_as_told() {
        let truth = Truth::from_document(&document(&TRUTH));
        let right = |task, spaces| {
            let mut read = TRUTH;
            read[1][1] = task;
            score(&document(&read), &truth, spaces).cells().right
        };
        assert_eq!(right("Báo cáo năm", Spaces::Exact), 8);
        assert_eq!(right("Báo cáo năm", Spaces::Folded), 9);
        assert_eq!(right("Báo cáonăm.", Spaces::Folded), 8);
        assert_eq!(right("Báo cáonăm.", Spaces::Ignored), 9);
    }
}
