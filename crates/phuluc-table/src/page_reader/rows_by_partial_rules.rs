//! Rows from rules that do not cross all columns: a column without the rule has a rowspan there.

use std::ops::Range;

use crate::page_reader::column_span::span;
use crate::page_reader::table_frame::TableFrame;
use crate::page_reader::text_chunk::TextChunk;
use phuluc_page::extent::Extent;
use phuluc_page::rule::Rule;

/// Tolerance in points: rules no further apart are at one height.
const LEVEL: f32 = 3.0;

/// A column is ruled if a rule runs along this share of it.
const RULED: f32 = 0.6;

/// Rules at one height separate rows if they cover this share of the table, or two columns.
const LONG: f32 = 0.6;

/// The rules at one height.
#[derive(Debug)]
struct RowRule {
    at: f32,
    /// Which columns they do not cover.
    open: Vec<bool>,
}

/// The rules that separate the rows of a table, from top to bottom.
#[derive(Debug)]
pub(crate) struct RowRules {
    rules: Vec<RowRule>,
    columns: usize,
}

/// The chunks sorted into rows and into cells with a rowspan.
#[derive(Debug, Default)]
pub(crate) struct RowsByRules {
    /// The chunks of each row that are in one row only.
    pub(crate) rows: Vec<Vec<TextChunk>>,
    /// The rows, the column and the chunks of each cell with a rowspan.
    pub(crate) tall: Vec<(Range<usize>, usize, Vec<TextChunk>)>,
}

impl RowRules {
    /// The rules between the rows, if at least one of them leaves a column open; else `None`.
    pub(crate) fn between(
        rules: &[Rule],
        chunks: &[TextChunk],
        frame: TableFrame<'_>,
    ) -> Option<Self> {
        let x = Extent::around(chunks.iter().map(|chunk| chunk.x))?;
        let y = Extent::around(chunks.iter().map(|chunk| chunk.y))?;
        let reach = Extent::around(rules.iter().map(|rule| rule.along))?.join(x);
        let rules: Vec<Rule> = rules.iter().filter(|rule| y.holds(rule.at)).copied().collect();
        let columns: Vec<Extent> = frame
            .columns
            .iter()
            .map(|column| Extent { min: column.min.max(reach.min), max: column.max.min(reach.max) })
            .collect();
        let levels = rules.chunk_by(|a, b| b.at - a.at < LEVEL);
        let row_rules: Vec<RowRule> =
            levels.filter_map(|level| row_rule(level, &columns, x)).collect();
        let open = row_rules.iter().any(|row_rule| row_rule.open.contains(&true));
        open.then_some(Self { rules: row_rules, columns: columns.len() })
    }

    /// Sorts chunks into rows and into cells with a rowspan.
    pub(crate) fn part(&self, chunks: Vec<TextChunk>, frame: TableFrame<'_>) -> RowsByRules {
        let mut rows: Vec<Vec<TextChunk>> = vec![Vec::new(); self.rules.len() + 1];
        let mut tall: Vec<(Range<usize>, usize, Vec<TextChunk>)> = Vec::new();
        // The cells of each column are together, from top to bottom.
        let mut tall_of: Vec<Range<usize>> = Vec::new();
        for column in 0..self.columns {
            let from = tall.len();
            tall.extend(self.stretches(column).map(|rows| (rows, column, Vec::new())));
            tall_of.push(from..tall.len());
        }
        for chunk in chunks {
            let (first, last) = span(chunk.x, frame.columns);
            let row = self.rules.partition_point(|rule| rule.at < chunk.y.middle());
            let own = tall_of.get(first).filter(|_| first == last).cloned();
            let own = own.and_then(|own| tall.get_mut(own)).unwrap_or_default();
            let above = own.partition_point(|(rows, ..)| rows.end <= row);
            match own.get_mut(above).filter(|(rows, ..)| rows.contains(&row)) {
                Some((_, _, cell)) => cell.push(chunk),
                None => rows.get_mut(row).into_iter().for_each(|row| row.push(chunk.clone())),
            }
        }
        // A cell with nothing beside it is a row of its own.
        for (stretch, _, cell) in &mut tall {
            let beside = rows.get(stretch.clone()).unwrap_or_default();
            if beside.iter().all(Vec::is_empty)
                && let Some(row) = rows.get_mut(stretch.start)
            {
                row.append(cell);
            }
        }
        // The space above the first rule or below the last one may be empty.
        let mut places = vec![0];
        for row in &rows {
            places.push(places.last().unwrap_or(&0) + usize::from(!row.is_empty()));
        }
        let place = |row: usize| places.get(row).or(places.last()).copied().unwrap_or_default();
        for (rows, _, _) in &mut tall {
            *rows = place(rows.start)..place(rows.end);
        }
        tall.retain(|(rows, _, chunks)| rows.len() > 1 || (rows.len() == 1 && !chunks.is_empty()));
        rows.retain(|row| !row.is_empty());
        RowsByRules { rows, tall }
    }

    /// The ranges of rows that no rule separates in a column.
    fn stretches(&self, column: usize) -> impl Iterator<Item = Range<usize>> {
        let open = |rule: &RowRule| rule.open.get(column) == Some(&true);
        let mut stretches: Vec<Range<usize>> = Vec::new();
        for (index, _) in self.rules.iter().enumerate().filter(|(_, rule)| open(rule)) {
            match stretches.last_mut() {
                Some(last) if last.end == index + 1 => last.end = index + 2,
                _ => stretches.push(index..index + 2),
            }
        }
        stretches.into_iter()
    }
}

fn row_rule(level: &[Rule], columns: &[Extent], table: Extent) -> Option<RowRule> {
    let along = |stretch: Extent| -> f32 {
        level.iter().map(|rule| rule.along.overlap(stretch).max(0.0)).sum()
    };
    let open: Vec<bool> =
        columns.iter().map(|column| along(*column) < RULED * column.length()).collect();
    let ruled = open.iter().filter(|open| !**open).count();
    let parts = along(table) > LONG * table.length() || ruled > 1;
    parts.then_some(RowRule { at: level.first()?.at, open })
}

#[cfg(test)]
mod tests {
    use phuluc_model::Role;

    use super::*;
    use crate::page_reader::text_chunk::chunk;
    use phuluc_page::placed_word::{Lie, PlacedWord};

    fn word(text: &str, x: f32, y: f32) -> TextChunk {
        let x = Extent { min: x, max: x + 10.0 };
        let (text, lie) = (text.into(), Lie::Level);
        let word = PlacedWord {
            text,
            x,
            baseline: y,
            size: 10.0,
            line: 1,
            lie,
            follows: false,
            spaced: false,
            pieces: 1,
        };
        chunk(&[word]).unwrap()
    }

    /// Rules that leave the first column open, and nothing in the second one.
    #[test]
    fn a_cell_over_rows_with_nothing_beside_it_is_kept() {
        let columns = [Extent { min: 0.0, max: 50.0 }, Extent { min: 50.0, max: 100.0 }];
        let roles = [Role::Number, Role::Task];
        let frame = TableFrame {
            columns: &columns,
            labels: &[],
            number: 0,
            roles: &roles,
            header: &[],
            on_grid: false,
        };
        let rule = |at, open| RowRule { at, open: vec![open, false] };
        let row_rules = RowRules {
            rules: vec![rule(10.0, false), rule(30.0, true), rule(50.0, false)],
            columns: 2,
        };
        let chunks = vec![word("1", 5.0, 8.0), word("a", 5.0, 25.0), word("b", 5.0, 45.0)];
        let by_rules = row_rules.part(chunks, frame);
        let of = |chunks: &[TextChunk]| {
            chunks.iter().map(|chunk| chunk.first().to_owned()).collect::<Vec<_>>()
        };
        let rows: Vec<Vec<String>> = by_rules.rows.iter().map(|row| of(row)).collect();
        assert_eq!(rows, [vec!["1".to_owned()], vec!["a".to_owned(), "b".to_owned()]]);
        assert!(by_rules.tall.iter().all(|(.., chunks)| chunks.is_empty()));
    }
}
