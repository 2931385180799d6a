//! A row that continues over a page end: the cells that the page cut are joined column by column.
//!
//! A cut row comes as the first halves of its cells, then the page's furniture, then the second
//! halves, which may begin with any column. Each good reading of the parts so far is tried as the
//! beginning of the next part, because a whole cell is scored more reliably than half of one.

use crate::cells::document_stats::DocumentStats;
use crate::cells::evidence::Judge;
use crate::cells::leave_one_out::OwnShare;
use crate::cells::measure::Measured;
use crate::cells::row_reading::{RecordSpans, RowReading};
use crate::cells::search::CellSearch;

/// How many readings are kept over a page end; each one is a search in the next part.
const KEPT: usize = 4;

/// A reading of the parts so far; the last record is open.
#[derive(Clone)]
struct Partial {
    records: Vec<RecordSpans>,
    score: f32,
}

/// The best reading of a row.
pub(crate) fn read(row: &Measured<'_>, stats: &DocumentStats, own_share: &OwnShare) -> RowReading {
    let judge = Judge::new(row, stats, own_share);
    let count = row.parts.len();
    let mut partials = vec![Partial { records: Vec::new(), score: 0.0 }];
    for (index, part) in row.parts.iter().enumerate() {
        let cut = index + 1 < count;
        let wanted = if cut { KEPT } else { 2 };
        let mut next: Vec<Partial> = Vec::new();
        for partial in &partials {
            let search = CellSearch::new(&judge, *part, cut, partial.records.last(), wanted);
            next.extend(
                search.readings().into_iter().map(|(records, gain)| partial.with(records, gain)),
            );
        }
        if cut {
            for partial in &mut next {
                partial.score += settled(&judge, partial);
            }
        }
        next.sort_by(|a, b| b.score.total_cmp(&a.score));
        next.dedup_by(|a, b| a.records == b.records);
        next.truncate(wanted);
        partials = next;
    }
    best(partials)
}

impl Partial {
    fn with(&self, records: Vec<RecordSpans>, gain: f32) -> Self {
        let closed = self.records.iter().take(self.records.len().saturating_sub(1)).cloned();
        Self { records: closed.chain(records).collect(), score: self.score + gain }
    }
}

/// What the score changes when the cells of the open record are scored as whole cells.
fn settled(judge: &Judge<'_>, partial: &Partial) -> f32 {
    let open = partial.records.last().map(Vec::as_slice).unwrap_or_default();
    let cells = open.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    cells
        .map(|(column, cell)| judge.cell(column, cell, false) - judge.cell(column, cell, true))
        .sum()
}

fn best(partials: Vec<Partial>) -> RowReading {
    let mut partials = partials.into_iter();
    let Some(first) = partials.next() else {
        return RowReading { records: Vec::new(), margin: f32::INFINITY };
    };
    let second = partials.next().map_or(f32::NEG_INFINITY, |second| second.score);
    RowReading { margin: first.score - second, records: first.records }
}
