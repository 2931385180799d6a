//! The share of the counts that a row itself added, so that it is scored by the other rows only.

use crate::cells::document_stats::{is_clear, teaches};
use crate::cells::measure::{Measured, WordSpan};
use crate::cells::row_reading::RowReading;

/// What a row added to the counts in the last pass.
#[derive(Debug, Default)]
pub(crate) struct OwnShare {
    /// The weight of the row.
    weight: f32,
    /// For each word the column whose cell it opened.
    opened: Vec<Option<usize>>,
    /// For each word whether a border was before it; `None` if neither was counted.
    borders: Vec<Option<bool>>,
    /// The cells, by their column.
    cells: Vec<(usize, Vec<WordSpan>)>,
}

impl OwnShare {
    /// Empty if the row was not clear and so was not counted.
    pub(crate) fn from_reading(row: &Measured<'_>, reading: Option<&RowReading>) -> Self {
        let Some(reading) = reading.filter(|reading| is_clear(reading)) else {
            return Self::default();
        };
        let words = row.tokens.len();
        let mut own_share = Self {
            weight: teaches(reading),
            opened: vec![None; words],
            borders: vec![None; words],
            cells: Vec::new(),
        };
        for record in &reading.records {
            own_share.add(record);
        }
        own_share
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

    /// The column whose cell the word opened, and the weight.
    pub(crate) fn opened(&self, word: usize) -> Option<(usize, f32)> {
        Some((self.opened.get(word).copied().flatten()?, self.weight))
    }

    /// Whether a border was counted before the word, and the weight.
    pub(crate) fn border(&self, word: usize) -> Option<(bool, f32)> {
        Some((self.borders.get(word).copied().flatten()?, self.weight))
    }

    /// The weight of these spans as a cell of the column; 0 if they were none.
    pub(crate) fn cell(&self, column: usize, spans: &[WordSpan]) -> f32 {
        let was = self.cells.iter().any(|(of, cell)| *of == column && cell == spans);
        if was { self.weight } else { 0.0 }
    }

    /// The weight of the words as an item of a list in one of the columns.
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
            span.is_some_and(|span| row.items(*span).any(|own_share| own_share == item))
        });
        if was { self.weight } else { 0.0 }
    }
}
