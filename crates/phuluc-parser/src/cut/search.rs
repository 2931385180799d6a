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
    /// How far it is ahead of the second reading.
    pub(super) margin: f32,
}

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
        let inside = (self.part.start + 1..self.part.end).filter(|index| {
            let opens = self.row.tokens.get(*index).is_some_and(Token::may_open_a_cell);
            opens || self.may_open_a_rest(*index)
        });
        std::iter::once(self.part.start).chain(inside).chain([self.part.end]).collect()
    }

    /// Whether the rest of a cut cell may open with a word inside a line: with any word, on the
    /// first and the last lines of a part that goes on (the seed's V.6 and VII.6).
    fn may_open_a_rest(&self, index: usize) -> bool {
        let near = |a: usize, b: usize| self.row.line_class(Span { start: a, end: b }) <= 2;
        self.open.is_some() && (near(self.part.start, index + 1) || near(index, self.part.end))
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
            (a.column, a.lines, a.records > 0) == (b.column, b.lines, b.records > 0)
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
        for (index, column) in self.lessons.columns.iter().enumerate() {
            // Nothing stands before the first column.
            if index == 0 && from > 0 {
                continue;
            }
            let ways: Vec<Vec<Way>> =
                (1..=3).map(|lines| self.ways(start, index, lines, here, nodes)).collect();
            for (to, &end) in places.iter().enumerate().skip(from + 1) {
                if column.role != Role::Task && end - start > column.most_words() {
                    break;
                }
                let span = Span { start, end };
                let lines = self.row.line_class(span);
                let ways = ways.get(lines - 1).map(Vec::as_slice).unwrap_or_default();
                let fresh = evidence::cell(self.row, self.lessons, column, &[span], self.cut);
                let open = if ways.iter().any(|way| way.goes_on) {
                    self.goes_on(index, column, span, fresh)
                } else {
                    fresh
                };
                for way in ways {
                    if let Some(list) = ending.get_mut(to) {
                        list.push(nodes.len());
                    }
                    let score = way.score + if way.goes_on { open } else { fresh };
                    nodes.push(Node {
                        before: way.before,
                        column: index,
                        span,
                        lines,
                        records: way.records,
                        score,
                    });
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

    /// The best ways to come to a cell of a column and of so many lines.
    fn ways(
        &self,
        start: usize,
        column: usize,
        lines: usize,
        here: &[usize],
        nodes: &[Node],
    ) -> Vec<Way> {
        let mut ways = if start == self.part.start {
            self.first_ways(column)
        } else {
            let gap = self.row.tokens.get(start).map_or(Gap::Line, |token| token.gap);
            here.iter()
                .filter_map(|id| self.way(*id, nodes.get(*id)?, gap, column, lines))
                .collect()
        };
        ways.sort_by(|a, b| a.goes_on.cmp(&b.goes_on).then(b.score.total_cmp(&a.score)));
        let groups = ways.chunk_by(|a, b| a.goes_on == b.goes_on);
        groups.flat_map(|group| group.iter().take(self.wanted)).copied().collect()
    }

    fn first_ways(&self, column: usize) -> Vec<Way> {
        if self.open.is_none() {
            let score = self.empties(0..column, None);
            return vec![Way { before: None, goes_on: false, records: 0, score }];
        }
        let mut ways = vec![Way { before: None, goes_on: true, records: 0, score: 0.0 }];
        if self.may_open_record(column) {
            let score = w::ANOTHER_RECORD + self.empties(self.spanned()..column, None);
            ways.push(Way { before: None, goes_on: false, records: 1, score });
        }
        ways
    }

    fn way(&self, id: usize, before: &Node, gap: Gap, column: usize, lines: usize) -> Option<Way> {
        let in_open = self.open.is_some() && before.records == 0;
        let border = evidence::border(self.lessons, gap, before.lines, lines);
        let way = |goes_on: bool, records: usize, score: f32| {
            Some(Way { before: Some(id), goes_on, records, score: before.score + border + score })
        };
        if column > before.column {
            let empties =
                if in_open { 0.0 } else { self.empties(before.column + 1..column, Some(gap)) };
            way(in_open, before.records, empties)
        } else if self.may_open_record(column) {
            let empties =
                self.rest_is_empty(before) + self.empties(self.spanned()..column, Some(gap));
            way(false, before.records + 1, w::ANOTHER_RECORD + empties)
        } else {
            None
        }
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

/// A way to come to a cell: over a cell before it, or from the start of the part.
#[derive(Clone, Copy)]
struct Way {
    before: Option<usize>,
    /// Whether the cell belongs to the open record of the part before.
    goes_on: bool,
    records: usize,
    /// The score up to the cell, without the cell's own evidence.
    score: f32,
}
