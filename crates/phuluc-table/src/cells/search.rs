//! The best readings of one part of a row: a segmentation by dynamic programming over its borders.
//!
//! A border may be at a line start, at a wide gap, and inside a line before a word that can open a
//! cell. A node of the search is a cell that ends at a border; for each border, column and class of
//! lines the few best nodes are kept, because the second best gives the margin.

use phuluc_model::Role;

use crate::cells::evidence;
use crate::cells::evidence::Judge;
use crate::cells::measure::{RowWord, WordSpan};
use crate::cells::row_reading::RecordSpans;
use crate::cells::weights;
use phuluc_page::line::Gap;

/// The classes of cells by their lines: one, two, more.
const LINE_CLASSES: usize = 3;

/// The most readings that are asked for.
const MOST: usize = 4;

/// A cell that ends at a border.
#[derive(Debug, Clone, Copy)]
struct Node {
    before: Option<u32>,
    column: usize,
    span: WordSpan,
    /// How many records were begun in this part before this cell's record.
    records: usize,
}

/// A path to a cell: from a cell before it, or from the start of the part.
#[derive(Debug, Clone, Copy)]
struct CellPath {
    before: Option<u32>,
    records: usize,
    /// The score up to the cell, without the cell's own evidence.
    score: f32,
}

/// A few items and their scores, the best first.
#[derive(Debug, Clone, Copy)]
struct Best<T> {
    items: [Option<(f32, T)>; MOST],
}

impl<T: Copy> Best<T> {
    const NONE: Self = Self { items: [None; MOST] };

    /// Whether a score is among the best `wanted`.
    fn takes(&self, score: f32, wanted: usize) -> bool {
        let last = self.items.get(wanted - 1).copied().flatten();
        last.is_none_or(|(worst, _)| score > worst)
    }

    fn add(&mut self, score: f32, item: T, wanted: usize) {
        if !self.takes(score, wanted) {
            return;
        }
        let mut carried = Some((score, item));
        for slot in self.items.iter_mut().take(wanted) {
            match (&slot, carried) {
                (Some((kept, _)), Some((score, _))) if *kept >= score => {}
                _ => std::mem::swap(slot, &mut carried),
            }
            if carried.is_none() {
                return;
            }
        }
    }

    fn iter(&self) -> impl Iterator<Item = (f32, T)> + '_ {
        self.items.iter().map_while(|slot| *slot)
    }
}

/// The best paths to the cells of the record that the part before left open, and to cells of
/// records that begin in this part.
#[derive(Debug, Clone, Copy)]
struct Ways {
    continues: Best<CellPath>,
    begins: Best<CellPath>,
}

impl Ways {
    const NONE: Self = Self { continues: Best::NONE, begins: Best::NONE };
}

/// The best nodes that end at a border in one column with one class of lines.
#[derive(Debug, Clone, Copy)]
struct BorderNodes {
    continues: Best<u32>,
    begins: Best<u32>,
}

/// The search over one part of a row.
pub(crate) struct CellSearch<'a> {
    pub(crate) judge: &'a Judge<'a>,
    /// The part of the row.
    pub(crate) part: WordSpan,
    /// Whether a page end follows the part.
    pub(crate) cut: bool,
    /// The record that the part before left open; `None` in the first part.
    pub(crate) open: Option<&'a RecordSpans>,
    /// How many readings are wanted, at most four.
    pub(crate) wanted: usize,
    /// For each column, the penalty if all columns after it are empty.
    empty_after: Vec<f32>,
    /// How well each cell of the open record suits its column without the part.
    begun: Vec<f32>,
}

/// The nodes found so far.
struct SearchState {
    nodes: Vec<Node>,
    /// For each border, column and class of lines.
    endings: Vec<BorderNodes>,
    /// A buffer for the spans of a cell, so that none is allocated for each cell.
    whole: Vec<WordSpan>,
}

impl<'a> CellSearch<'a> {
    pub(crate) fn new(
        judge: &'a Judge<'a>,
        part: WordSpan,
        cut: bool,
        open: Option<&'a RecordSpans>,
        wanted: usize,
    ) -> Self {
        let cells = open.into_iter().flatten().enumerate();
        let begun = cells.map(|(column, cell)| judge.cell(column, cell, false)).collect();
        let mut search = Self { judge, part, cut, open, wanted, empty_after: Vec::new(), begun };
        let columns = search.columns();
        search.empty_after =
            (0..columns).map(|column| search.empties(column + 1..columns, None)).collect();
        search
    }

    /// The best readings of the part: the cells of the open record and of new records, with the
    /// score that they add.
    pub(crate) fn readings(&self) -> Vec<(Vec<RecordSpans>, f32)> {
        let places = self.places();
        let columns = self.columns();
        let nothing = BorderNodes { continues: Best::NONE, begins: Best::NONE };
        let endings = vec![nothing; places.len() * columns * LINE_CLASSES];
        let mut found = SearchState { nodes: Vec::new(), endings, whole: Vec::new() };
        for from in 0..places.len().saturating_sub(1) {
            self.extend(&places, from, &mut found);
        }
        let mut last: Best<u32> = Best::NONE;
        for column in 0..columns {
            let rest = self.rest(column);
            for lines in 1..=LINE_CLASSES {
                let Some(ending) = found.ending(places.len() - 1, column, lines, columns) else {
                    continue;
                };
                for (score, id) in ending.continues.iter() {
                    last.add(score, id, self.wanted);
                }
                for (score, id) in ending.begins.iter() {
                    last.add(score + rest, id, self.wanted);
                }
            }
        }
        last.iter().map(|(score, id)| (self.records(&found.nodes, id), score)).collect()
    }

    const fn columns(&self) -> usize {
        self.judge.stats.columns.len()
    }

    /// The places where a border may be, with both ends of the part.
    fn places(&self) -> Vec<usize> {
        let inside = (self.part.start + 1..self.part.end).filter(|index| {
            let opens = self.judge.row.tokens.get(*index).is_some_and(RowWord::may_open_a_cell);
            opens || self.may_open_continuation(*index)
        });
        std::iter::once(self.part.start).chain(inside).chain([self.part.end]).collect()
    }

    /// Whether the second half of a cut cell may open with a word inside a line: any word may, on
    /// the first and the last lines of a part that continues a record (V.6 and VII.6 of the seed).
    fn may_open_continuation(&self, index: usize) -> bool {
        let near =
            |a: usize, b: usize| self.judge.row.line_class(WordSpan { start: a, end: b }) <= 2;
        self.open.is_some() && (near(self.part.start, index + 1) || near(index, self.part.end))
    }

    /// Adds the cells that begin at the border `from`.
    fn extend(&self, places: &[usize], from: usize, found: &mut SearchState) {
        let Some(&start) = places.get(from) else { return };
        let columns = self.columns();
        let mut ways = vec![Ways::NONE; columns * LINE_CLASSES];
        for (lines, ways) in (1..).zip(ways.chunks_mut(columns.max(1))) {
            if from == 0 {
                self.first_ways(ways);
            } else {
                self.ways(from, start, lines, found, ways);
            }
        }
        for (to, &end) in places.iter().enumerate().skip(from + 1) {
            let span = WordSpan { start, end };
            let lines = self.judge.row.line_class(span);
            for (column, learned) in self.judge.stats.columns.iter().enumerate() {
                if end - start > learned.most_words {
                    continue;
                }
                let ways = ways.get((lines - 1) * columns + column).unwrap_or(&Ways::NONE);
                self.add_cell(to, column, span, lines, ways, found);
            }
        }
    }

    fn add_cell(
        &self,
        to: usize,
        column: usize,
        span: WordSpan,
        lines: usize,
        ways: &Ways,
        found: &mut SearchState,
    ) {
        let continues = ways.continues.iter().next().is_some();
        if !continues && ways.begins.iter().next().is_none() {
            return;
        }
        let fresh = self.judge.cell(column, &[span], self.cut);
        let SearchState { nodes, endings, whole } = found;
        let open = if continues { self.continues(column, span, fresh, whole) } else { fresh };
        let slot = slot(to, column, lines, self.columns());
        let Some(ending) = endings.get_mut(slot) else { return };
        let kinds = [
            (&ways.continues, &mut ending.continues, open),
            (&ways.begins, &mut ending.begins, fresh),
        ];
        for (ways, best, own_share) in kinds {
            for (score, way) in ways.iter() {
                let score = score + own_share;
                if !best.takes(score, self.wanted) {
                    break;
                }
                let Ok(id) = u32::try_from(nodes.len()) else { return };
                nodes.push(Node { before: way.before, column, span, records: way.records });
                best.add(score, id, self.wanted);
            }
        }
    }

    /// What a span adds to the score of a cell of the open record.
    fn continues(
        &self,
        index: usize,
        span: WordSpan,
        fresh: f32,
        whole: &mut Vec<WordSpan>,
    ) -> f32 {
        let Some(open) = self.open else { return fresh };
        let begun = open.get(index).map(Vec::as_slice).unwrap_or_default();
        if begun.is_empty() {
            let later = open.iter().skip(index + 1).any(|cell| !cell.is_empty());
            return fresh + if later { weights::BEGINS_LATE } else { 0.0 };
        }
        whole.clear();
        whole.extend_from_slice(begun);
        whole.push(span);
        let alone = self.begun.get(index).copied().unwrap_or(0.0);
        let rest = begun.last().map_or(0.0, |last| self.judge.rest(index, *last, span));
        self.judge.cell(index, whole, self.cut) - alone + weights::CONTINUES + rest
    }

    /// The paths to the first cell of the part, by its column.
    fn first_ways(&self, ways: &mut [Ways]) {
        for (column, ways) in ways.iter_mut().enumerate() {
            let mut begin = |records, score| {
                ways.begins.add(score, CellPath { before: None, records, score }, self.wanted);
            };
            if self.open.is_none() {
                begin(0, self.empties(0..column, None));
            } else {
                if self.may_open_record(column) {
                    begin(1, weights::ANOTHER_RECORD + self.empties(self.spanned()..column, None));
                }
                let way = CellPath { before: None, records: 0, score: 0.0 };
                ways.continues.add(0.0, way, self.wanted);
            }
        }
    }

    /// The best paths from the cells that end at a border to the cells of a class of lines that
    /// begin there, by their column.
    ///
    /// One pass over the columns is enough: a path to a column is also, with the penalty of an
    /// empty cell, a path to the next column.
    fn ways(
        &self,
        from: usize,
        start: usize,
        lines: usize,
        found: &SearchState,
        ways: &mut [Ways],
    ) {
        let gap = self.judge.row.tokens.get(start).map_or(Gap::Line, |token| token.gap);
        let columns = self.columns();
        let borders = [1, 2, 3].map(|before| (before, self.judge.border(start, before, lines)));
        let mut passed = Ways::NONE;
        let mut another: Best<CellPath> = Best::NONE;
        for (column, ways) in ways.iter_mut().enumerate() {
            *ways = passed;
            passed.begins = with_cost(&passed.begins, self.empty(column, gap), self.wanted);
            let rest = self.rest(column);
            for (before, border) in borders {
                let Some(ending) = found.ending(from, column, before, columns) else { continue };
                for (score, id) in ending.continues.iter() {
                    let way = CellPath { before: Some(id), records: 0, score: score + border };
                    passed.continues.add(way.score, way, self.wanted);
                    let way =
                        CellPath { records: 1, score: way.score + weights::ANOTHER_RECORD, ..way };
                    another.add(way.score, way, self.wanted);
                }
                for (score, id) in ending.begins.iter() {
                    let records = found.nodes.get(id as usize).map_or(0, |node| node.records);
                    let way = CellPath { before: Some(id), records, score: score + border };
                    passed.begins.add(way.score, way, self.wanted);
                    let score = way.score + rest + weights::ANOTHER_RECORD;
                    let way = CellPath { records: records + 1, score, ..way };
                    another.add(score, way, self.wanted);
                }
            }
        }
        if another.iter().next().is_none() {
            return;
        }
        let spanned = self.spanned();
        for (column, ways) in ways.iter_mut().enumerate().skip(spanned.max(1)) {
            if self.may_open_record(column) {
                let empty = self.empties(spanned..column, Some(gap));
                for (score, way) in another.iter() {
                    let score = score + empty;
                    ways.begins.add(score, CellPath { score, ..way }, self.wanted);
                }
            }
        }
    }

    /// The first column that each record has for itself if number and task span several records.
    fn spanned(&self) -> usize {
        let mut columns = self.judge.stats.columns.iter();
        columns.position(|column| column.role == Role::Task).map_or(0, |task| task + 1)
    }

    fn may_open_record(&self, column: usize) -> bool {
        column >= self.spanned() && self.columns() > 2
    }

    /// The penalty of an empty cell of a column before a gap.
    fn empty(&self, column: usize, gap: Gap) -> f32 {
        let column = self.judge.stats.columns.get(column);
        column.map_or(0.0, |column| evidence::empty(column, Some(gap)))
    }

    /// The penalty if all columns after one are empty.
    fn rest(&self, column: usize) -> f32 {
        self.empty_after.get(column).copied().unwrap_or(0.0)
    }

    fn empties(&self, columns: std::ops::Range<usize>, gap: Option<Gap>) -> f32 {
        let skipped = self.judge.stats.columns.iter().take(columns.end).skip(columns.start);
        skipped.map(|column| evidence::empty(column, gap)).sum()
    }

    fn records(&self, nodes: &[Node], last: u32) -> Vec<RecordSpans> {
        let empty: RecordSpans = vec![Vec::new(); self.columns()];
        let mut records = vec![self.open.cloned().unwrap_or_else(|| empty.clone())];
        let mut path = Vec::new();
        let mut at = Some(last);
        while let Some(node) = at.and_then(|id| nodes.get(id as usize)) {
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

impl SearchState {
    fn ending(
        &self,
        place: usize,
        column: usize,
        lines: usize,
        columns: usize,
    ) -> Option<&BorderNodes> {
        self.endings.get(slot(place, column, lines, columns))
    }
}

/// The index of the nodes that end at a place, in a column and with a class of lines.
const fn slot(place: usize, column: usize, lines: usize, columns: usize) -> usize {
    (place * columns + column) * LINE_CLASSES + lines - 1
}

/// The paths, each with a cost added to its score.
fn with_cost(ways: &Best<CellPath>, cost: f32, wanted: usize) -> Best<CellPath> {
    let mut all = Best::NONE;
    for (score, way) in ways.iter() {
        all.add(score + cost, CellPath { score: score + cost, ..way }, wanted);
    }
    all
}

#[cfg(test)]
mod tests {
    use phuluc_model::Place;

    use super::*;
    use crate::cells::document_stats::DocumentStats;
    use crate::cells::leave_one_out::OwnShare;
    use crate::cells::measure::Measured;
    use crate::cells::vocabulary::RowVocabulary;
    use phuluc_page::line::Word;

    const THREE: [Role; 3] = [Role::Task, Role::LeadUnit, Role::Timeframe];

    /// The best readings of a row and their scores; a row has one record here, its cells are texts.
    fn readings(row: &str, roles: &[Role], wanted: usize) -> Vec<(Vec<String>, f32)> {
        let lines = row.lines().flat_map(|line| {
            let gaps = std::iter::once(Gap::Line).chain(std::iter::repeat(Gap::Space));
            line.split(' ').zip(gaps)
        });
        let place = Place { page: 1, line: 1 };
        let words: Vec<Word> =
            lines.map(|(text, gap)| Word { text: text.into(), gap, place, pieces: 1 }).collect();
        let vocabulary = RowVocabulary::new(words.iter());
        let measured = Measured::new(&words, &vocabulary, true);
        let (stats, own_share) = (DocumentStats::without_rows(roles), OwnShare::default());
        let judge = Judge::new(&measured, &stats, &own_share);
        let whole = WordSpan { start: 0, end: words.len() };
        let text = |cell: &Vec<WordSpan>| {
            let inside = cell.iter().filter_map(|span| words.get(span.start..span.end)).flatten();
            inside.map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        let found = CellSearch::new(&judge, whole, false, None, wanted).readings();
        let one = |(records, score): (Vec<RecordSpans>, f32)| {
            (records.iter().flatten().map(text).collect(), score)
        };
        found.into_iter().map(one).collect()
    }

    #[track_caller]
    fn check(row: &str, roles: &[Role], expected: &[&str]) {
        let best = readings(row, roles, 1);
        assert_eq!(best.first().unwrap().0, expected, "{row}");
    }

    #[test]
    fn each_line_is_a_cell_where_it_suits_its_column() {
        let row = "Rà soát văn bản\nPhòng Tư pháp\nQuý I/2026";
        check(row, &THREE, &["Rà soát văn bản", "Phòng Tư pháp", "Quý I/2026"]);
        check("Họp\n2026", &[Role::Task, Role::Timeframe], &["Họp", "2026"]);
    }

    #[test]
    fn a_unit_and_a_time_open_cells_inside_a_line() {
        let row = "Rà soát văn bản Phòng Tư pháp Quý I/2026";
        check(row, &THREE, &["Rà soát văn bản", "Phòng Tư pháp", "Quý I/2026"]);
    }

    /// A single unit is the lead: nearly every task has one, and many have no coordinating unit.
    #[test]
    fn columns_without_words_are_empty() {
        let roles =
            [Role::Task, Role::LeadUnit, Role::CoordinatingUnit, Role::Product, Role::Timeframe];
        let row = "Rà soát văn bản\nPhòng Tư pháp\nQuý I/2026";
        check(row, &roles, &["Rà soát văn bản", "Phòng Tư pháp", "", "", "Quý I/2026"]);
    }

    /// The line ends inside `kế hoạch`, so its end is no border; the border is inside the next
    /// line.
    #[test]
    fn no_border_stands_inside_a_word_of_two_syllables() {
        let row = "Xây dựng kế\nhoạch Phòng Tư pháp\nQuý I/2026";
        check(row, &THREE, &["Xây dựng kế hoạch", "Phòng Tư pháp", "Quý I/2026"]);
    }

    #[test]
    fn readings_differ_and_the_best_is_first() {
        let row = "Rà soát văn bản\nPhòng Tư pháp\nQuý I/2026";
        let found = readings(row, &THREE, 4);
        assert_eq!(found.len(), 4);
        assert!(found.is_sorted_by(|a, b| a.1 >= b.1), "{found:?}");
        assert_eq!(found.first(), readings(row, &THREE, 1).first());
        for (index, (reading, _)) in found.iter().enumerate() {
            assert!(found.iter().skip(index + 1).all(|(other, _)| other != reading), "{found:?}");
        }
    }

    /// Of three units the second may lead or help: nothing in the row decides. A time fits only the
    /// column of times.
    #[test]
    fn the_margin_is_smaller_where_units_could_go_either_way() {
        let margin = |row: &str, roles: &[Role]| match readings(row, roles, 2).as_slice() {
            [(_, first), (_, second)] => first - second,
            _ => f32::INFINITY,
        };
        let units = [Role::Task, Role::LeadUnit, Role::CoordinatingUnit];
        let units = margin("Rà soát văn bản\nPhòng Tư pháp\nPhòng Nội vụ\nPhòng Kinh tế", &units);
        let time = margin("Rà soát văn bản\nPhòng Tư pháp\nQuý I/2026", &THREE);
        assert!(units < time, "{units} {time}");
    }

    #[test]
    fn of_equal_scores_the_first_one_stays_first() {
        let mut best: Best<char> = Best::NONE;
        for (score, item) in [(1.0, 'a'), (3.0, 'b'), (1.0, 'c'), (2.0, 'd'), (3.0, 'e')] {
            best.add(score, item, 3);
        }
        assert_eq!(best.iter().collect::<Vec<_>>(), [(3.0, 'b'), (3.0, 'e'), (2.0, 'd')]);
        assert!(!best.takes(2.0, 3) && best.takes(2.5, 3));
    }
}
