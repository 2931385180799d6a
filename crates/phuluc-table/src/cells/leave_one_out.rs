//! What a row itself taught, so that it is judged by what the others did.

use crate::cells::document_stats::{is_clear, teaches};
use crate::cells::measure::{Measured, WordSpan};
use crate::cells::row_reading::RowReading;

/// What a row taught the last time it was read.
#[derive(Debug, Default)]
pub(crate) struct OwnShare {
    /// How much the row taught.
    weight: f32,
    /// For each word the column whose cell it opened.
    opened: Vec<Option<usize>>,
    /// For each word whether a border was before it; without an answer neither was counted.
    borders: Vec<Option<bool>>,
    /// The cells, by their column.
    cells: Vec<(usize, Vec<WordSpan>)>,
}

impl OwnShare {
    /// Nothing, where the row was not clear and did not teach.
    pub(crate) fn of(row: &Measured<'_>, reading: Option<&RowReading>) -> Self {
        let Some(reading) = reading.filter(|reading| is_clear(reading)) else {
            return Self::default();
        };
        let words = row.tokens.len();
        let mut own = Self {
            weight: teaches(reading),
            opened: vec![None; words],
            borders: vec![None; words],
            cells: Vec::new(),
        };
        for record in &reading.records {
            own.add(record);
        }
        own
    }

    fn add(&mut self, record: &[Vec<WordSpan>]) {
        let mut before: Option<WordSpan> = None;
        for (column, cell) in record.iter().enumerate() {
            let Some(first) = cell.first() else { continue };
            if let Some(opened) = self.opened.get_mut(first.start) {
                *opened = Some(column);
            }
            for inside in cell.iter().flat_map(|span| span.start + 1..span.end) {
                if let Some(border) = self.borders.get_mut(inside) {
                    *border = Some(false);
                }
            }
            let follows = before.is_some_and(|before| before.end == first.start);
            if let Some(border) = self.borders.get_mut(first.start).filter(|_| follows) {
                *border = Some(true);
            }
            before = Some(*first);
            self.cells.push((column, cell.clone()));
        }
    }

    /// The column whose cell the word opened, and what that taught.
    pub(crate) fn opened(&self, word: usize) -> Option<(usize, f32)> {
        Some((self.opened.get(word).copied().flatten()?, self.weight))
    }

    /// Whether a border was counted before the word, or none, and how much.
    pub(crate) fn border(&self, word: usize) -> Option<(bool, f32)> {
        Some((self.borders.get(word).copied().flatten()?, self.weight))
    }

    /// What these spans taught as a cell of the column.
    pub(crate) fn cell(&self, column: usize, spans: &[WordSpan]) -> f32 {
        let was = self.cells.iter().any(|(of, cell)| *of == column && cell == spans);
        if was { self.weight } else { 0.0 }
    }

    /// What the words taught as an item of a list in one of the columns.
    pub(crate) fn item(
        &self,
        row: &Measured<'_>,
        item: WordSpan,
        is_list: impl Fn(usize) -> bool,
    ) -> f32 {
        let mut spans = self.cells.iter().filter(|(column, _)| is_list(*column));
        let was = spans.any(|(_, cell)| {
            let holds = |span: &&WordSpan| span.start <= item.start && item.end <= span.end;
            let span = cell.iter().find(holds);
            span.is_some_and(|span| row.items(*span).any(|own| own == item))
        });
        if was { self.weight } else { 0.0 }
    }
}
