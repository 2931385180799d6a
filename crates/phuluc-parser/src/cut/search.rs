//! The best readings of one part of a row, by dynamic programming over its borders.
//!
//! A border may stand at a line start, at a wide gap, and inside a line before a word that can
//! open a cell. A node of the search is a cell that ends at a border; for each border, column and
//! number of lines the best few nodes are kept.

use phuluc_model::Role;

use super::evidence;
use super::lessons::{Column, Lessons};
use super::measure::{Measured, Span, Token};
use super::weights as w;
use crate::page::Gap;

/// The cells of one record: for each column its spans, one for each page it stands on.
pub(super) type Record = Vec<Vec<Span>>;

/// A way to read a row.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub(super) records: Vec<Record>,
    /// The evidence for it, as a logarithm.
    pub(super) score: f32,
    /// How far it is ahead of the second reading.
    pub(super) margin: f32,
}

/// A cell that is no task has no more words than this.
const MAX_CELL_WORDS: usize = 120;

/// A cell that ends at a border.
struct Node {
    before: Option<usize>,
    column: usize,
    span: Span,
    lines: usize,
    /// How many records were begun in this part before this cell's record.
    records: usize,
    score: f32,
}

/// The search over one part of a row.
pub(super) struct Search<'a> {
    pub(super) row: &'a Measured,
    pub(super) lessons: &'a Lessons,
    /// The part of the row.
    pub(super) part: Span,
    /// Whether a page end follows the part.
    pub(super) cut: bool,
    /// The record that the part before left open; `None` in the first part.
    pub(super) open: Option<&'a Record>,
    /// How many readings are wanted.
    pub(super) wanted: usize,
}

impl Search<'_> {
    /// The best readings of the part: the cells of the open record and of new ones, with the score
    /// that they add.
    pub(super) fn readings(&self) -> Vec<(Vec<Record>, f32)> {
        let places = self.places();
        let mut nodes: Vec<Node> = Vec::new();
        let mut ending: Vec<Vec<usize>> = vec![Vec::new(); places.len()];
        for from in 0..places.len() {
            let here =
                self.best_of(ending.get(from).map(Vec::as_slice).unwrap_or_default(), &nodes);
            if from > 0 && here.is_empty() {
                continue;
            }
            self.extend(&places, from, &here, &mut nodes, &mut ending);
        }
        let mut last: Vec<(usize, f32)> = self
            .best_of(ending.last().map(Vec::as_slice).unwrap_or_default(), &nodes)
            .into_iter()
            .filter_map(|id| nodes.get(id).map(|node| (id, node.score + self.rest_is_empty(node))))
            .collect();
        last.sort_by(|a, b| b.1.total_cmp(&a.1));
        last.truncate(self.wanted);
        last.into_iter().map(|(id, score)| (self.records(&nodes, id), score)).collect()
    }

    /// Where borders may stand, with both ends of the part.
    fn places(&self) -> Vec<usize> {
        let inside = (self.part.start + 1..self.part.end)
            .filter(|index| self.row.tokens.get(*index).is_some_and(may_open_a_cell));
        std::iter::once(self.part.start).chain(inside).chain([self.part.end]).collect()
    }

    /// The best few of the nodes that end at a border, for each column and number of lines.
    fn best_of(&self, ids: &[usize], nodes: &[Node]) -> Vec<usize> {
        let mut sorted: Vec<(usize, &Node)> =
            ids.iter().filter_map(|id| Some((*id, nodes.get(*id)?))).collect();
        sorted.sort_by(|(_, a), (_, b)| {
            (a.column, a.lines, a.records)
                .cmp(&(b.column, b.lines, b.records))
                .then(b.score.total_cmp(&a.score))
        });
        let groups = sorted.chunk_by(|(_, a), (_, b)| {
            (a.column, a.lines, a.records) == (b.column, b.lines, b.records)
        });
        groups.flat_map(|group| group.iter().take(self.wanted)).map(|(id, _)| *id).collect()
    }

    fn extend(
        &self,
        places: &[usize],
        from: usize,
        here: &[usize],
        nodes: &mut Vec<Node>,
        ending: &mut [Vec<usize>],
    ) {
        let Some(&start) = places.get(from) else { return };
        for (column_index, column) in self.lessons.columns.iter().enumerate() {
            for (to, &end) in places.iter().enumerate().skip(from + 1) {
                let span = Span { start, end };
                if column.role != Role::Task && end - start > MAX_CELL_WORDS {
                    break;
                }
                let fresh = evidence::cell(self.row, self.lessons, column, &[span], self.cut);
                let open = self.goes_on(column_index, column, span, fresh);
                let cell = Candidate {
                    column: column_index,
                    span,
                    lines: self.row.line_class(span),
                    fresh,
                    open,
                };
                for before in self.befores(here, nodes, &cell) {
                    if let Some(list) = ending.get_mut(to) {
                        list.push(nodes.len());
                    }
                    nodes.push(before);
                }
            }
        }
    }

    /// What a span adds to the open record, where the part goes on with it.
    fn goes_on(&self, index: usize, column: &Column, span: Span, fresh: f32) -> f32 {
        let Some(open) = self.open else { return fresh };
        let begun = open.get(index).map(Vec::as_slice).unwrap_or_default();
        if begun.is_empty() {
            let later = open.iter().skip(index + 1).any(|cell| !cell.is_empty());
            return fresh + if later { w::BEGINS_LATE } else { 0.0 };
        }
        let mut whole = begun.to_vec();
        whole.push(span);
        let alone = evidence::cell(self.row, self.lessons, column, begun, false);
        evidence::cell(self.row, self.lessons, column, &whole, self.cut) - alone + w::GOES_ON
    }

    /// Every way to come to a cell from what ends where it begins.
    fn befores(&self, here: &[usize], nodes: &[Node], cell: &Candidate) -> Vec<Node> {
        if cell.span.start == self.part.start {
            return self.first(cell);
        }
        here.iter().filter_map(|id| self.after(*id, nodes.get(*id)?, cell)).collect()
    }

    fn first(&self, cell: &Candidate) -> Vec<Node> {
        let node = |score: f32, records: usize| Node {
            before: None,
            column: cell.column,
            span: cell.span,
            lines: cell.lines,
            records,
            score,
        };
        match self.open {
            None => vec![node(cell.fresh + self.empties(0..cell.column, None), 0)],
            Some(_) => {
                let mut nodes = vec![node(cell.open, 0)];
                if self.may_open_record(cell.column) {
                    let empties = self.empties(self.spanned()..cell.column, None);
                    nodes.push(node(cell.fresh + w::ANOTHER_RECORD + empties, 1));
                }
                nodes
            }
        }
    }

    fn after(&self, id: usize, before: &Node, cell: &Candidate) -> Option<Node> {
        let gap = self.row.tokens.get(cell.span.start).map_or(Gap::Line, |token| token.gap);
        let border = evidence::border(self.lessons, gap, before.lines, cell.lines);
        let in_open = self.open.is_some() && before.records == 0;
        let (gain, records) = if cell.column > before.column {
            let empties =
                if in_open { 0.0 } else { self.empties(before.column + 1..cell.column, Some(gap)) };
            (if in_open { cell.open } else { cell.fresh } + empties, before.records)
        } else if self.may_open_record(cell.column) {
            let rest = if in_open { 0.0 } else { self.rest_is_empty(before) };
            let empties = self.empties(self.spanned()..cell.column, Some(gap));
            (cell.fresh + w::ANOTHER_RECORD + rest + empties, before.records + 1)
        } else {
            return None;
        };
        Some(Node {
            before: Some(id),
            column: cell.column,
            span: cell.span,
            lines: cell.lines,
            records,
            score: before.score + border + gain,
        })
    }

    /// The first column that a spanning number and task leave to each record.
    fn spanned(&self) -> usize {
        self.lessons
            .columns
            .iter()
            .position(|column| column.role == Role::Task)
            .map_or(0, |task| task + 1)
    }

    fn may_open_record(&self, column: usize) -> bool {
        column >= self.spanned() && self.lessons.columns.len() > 2
    }

    fn empties(&self, columns: std::ops::Range<usize>, gap: Option<Gap>) -> f32 {
        let skipped = self.lessons.columns.iter().take(columns.end).skip(columns.start);
        skipped.map(|column| evidence::empty(column, gap)).sum()
    }

    /// What it costs that the columns after a node are empty.
    fn rest_is_empty(&self, node: &Node) -> f32 {
        if self.open.is_some() && node.records == 0 {
            return 0.0;
        }
        self.empties(node.column + 1..self.lessons.columns.len(), None)
    }

    fn records(&self, nodes: &[Node], last: usize) -> Vec<Record> {
        let empty: Record = vec![Vec::new(); self.lessons.columns.len()];
        let mut records = vec![self.open.cloned().unwrap_or_else(|| empty.clone())];
        let mut path = Vec::new();
        let mut at = Some(last);
        while let Some(node) = at.and_then(|id| nodes.get(id)) {
            path.push(node);
            at = node.before;
        }
        for node in path.into_iter().rev() {
            while records.len() <= node.records {
                records.push(empty.clone());
            }
            if let Some(cell) = records.last_mut().and_then(|record| record.get_mut(node.column)) {
                cell.push(node.span);
            }
        }
        records
    }
}

/// A span as a cell of a column.
struct Candidate {
    column: usize,
    span: Span,
    lines: usize,
    /// Its evidence as a cell of its own.
    fresh: f32,
    /// What it adds to the cell that the part before left open.
    open: f32,
}

/// Whether a cell may open with the word: it opens a line or stands behind a wide gap, or it is a
/// capital, a figure or an opening sign inside a line.
fn may_open_a_cell(token: &Token) -> bool {
    let opening = token.first.is_uppercase()
        || token.first.is_ascii_digit()
        || matches!(token.first, '“' | '(' | '"');
    token.gap.opens_line() || token.gap == Gap::Wide || opening
}
