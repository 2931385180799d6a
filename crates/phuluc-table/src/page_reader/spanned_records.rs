//! Records under one number: a number and a task that span several rows.
//!
//! White does not show them. They show themselves where in several columns a cell ends and another
//! one begins at the same height.

use phuluc_language::lexicon::Opens;
use phuluc_model::Role;

use crate::page_reader::column_span::span;
use crate::page_reader::row_border_text::seam;
use crate::page_reader::rows_by_whitespace::RowBand;
use crate::page_reader::table_frame::TableFrame;
use crate::page_reader::text_block::slabs;
use crate::page_reader::text_chunk::TextChunk;
use phuluc_page::extent::Extent;

/// So many columns have to begin anew.
const COLUMNS: usize = 2;

/// The heights of the records of a row, from top to bottom; one, if it has no more.
pub(crate) fn records(band: &RowBand, frame: TableFrame<'_>) -> Vec<Extent> {
    let values = Values::of(band, frame);
    let mut tops = vec![band.y.min];
    let mut last = f32::MIN;
    for slab in slabs(band.runs.clone()).iter().skip(1) {
        let at = slab.y.min;
        if values.begin_anew(at, last) {
            tops.push(at);
            last = at;
        }
    }
    let ends = tops.iter().skip(1).copied().chain([band.y.max]);
    tops.iter().zip(ends).map(|(min, max)| Extent { min: *min, max }).collect()
}

/// The columns of a row but its number and its task, with their texts from top to bottom.
struct Values<'a> {
    columns: Vec<(Role, Vec<&'a TextChunk>)>,
    /// Whether the row has no number: it goes on from the page before, where cells may have ended.
    is_rest: bool,
}

impl<'a> Values<'a> {
    fn of(band: &'a RowBand, frame: TableFrame<'_>) -> Self {
        let mut columns: Vec<(Role, Vec<&TextChunk>)> =
            frame.roles.iter().map(|role| (*role, Vec::new())).collect();
        for run in &band.runs {
            if let Some((_, runs)) = columns.get_mut(span(run.x, frame.columns).0) {
                runs.push(run);
            }
        }
        for (_, runs) in &mut columns {
            runs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
        }
        columns.retain(|(role, _)| !matches!(role, Role::Number | Role::Task));
        let is_rest = !band.runs.iter().any(|run| frame.is_number(run));
        Self { columns, is_rest }
    }

    /// Whether a record begins at a height: no cell goes on over it, several begin anew below it,
    /// a product or a time among them, and all of them ended since the record above began.
    fn begin_anew(&self, at: f32, since: f32) -> bool {
        let (mut anew, mut tells) = (0, false);
        for (role, runs) in &self.columns {
            let border = runs.partition_point(|run| run.y.middle() < at);
            let above = border.checked_sub(1).and_then(|above| runs.get(above));
            let Some(below) = runs.get(border) else { continue };
            // A head of two words may stand on two lines of a narrow column.
            let words = runs.iter().skip(border).take(2).flat_map(|run| &run.words);
            let head = Opens::at(words.map(|word| &*word.text)).speaks_for(*role) == Some(true);
            let Some(above) = above else {
                anew += usize::from(head && self.is_rest);
                continue;
            };
            if seam(above, below, *role) > 0.0
                || (above.y.middle() > since && !head && *role != Role::Extra)
            {
                return false;
            }
            if head && above.y.middle() > since {
                anew += 1;
                tells |= matches!(role, Role::Product | Role::Timeframe);
            }
        }
        anew >= COLUMNS && tells
    }
}
