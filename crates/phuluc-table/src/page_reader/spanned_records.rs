//! Records under one number: a number and a task that span several rows.
//!
//! Whitespace does not show them. A record begins where in several columns one cell ends and
//! another one begins at the same height.

use phuluc_language::lexicon::Opens;
use phuluc_model::Role;

use crate::page_reader::column_span::span;
use crate::page_reader::row_border_text::border_cost;
use crate::page_reader::rows_by_whitespace::RowBand;
use crate::page_reader::table_frame::TableFrame;
use crate::page_reader::text_block::blocks;
use crate::page_reader::text_chunk::TextChunk;
use phuluc_page::extent::Extent;

/// At least this many columns have a new cell where a record begins; one alone may be a paragraph.
const COLUMNS: usize = 2;

/// The heights of the records of a row, from top to bottom; at least one.
pub(crate) fn records(row_band: &RowBand, frame: TableFrame<'_>) -> Vec<Extent> {
    let values = Values::new(row_band, frame);
    let mut tops = vec![row_band.y.min];
    let mut last = f32::MIN;
    for block in blocks(row_band.chunks.clone()).iter().skip(1) {
        let at = block.y.min;
        if values.begin_anew(at, last) {
            tops.push(at);
            last = at;
        }
    }
    let ends = tops.iter().skip(1).copied().chain([row_band.y.max]);
    tops.iter().zip(ends).map(|(min, max)| Extent { min: *min, max }).collect()
}

/// The columns of a row but its number and its task, with their texts from top to bottom.
struct Values<'a> {
    columns: Vec<(Role, Vec<&'a TextChunk>)>,
    /// Whether the row has no number: it continues from the page before, where cells may have
    /// ended.
    is_continuation: bool,
}

impl<'a> Values<'a> {
    fn new(row_band: &'a RowBand, frame: TableFrame<'_>) -> Self {
        let mut columns: Vec<(Role, Vec<&TextChunk>)> =
            frame.roles.iter().map(|role| (*role, Vec::new())).collect();
        for chunk in &row_band.chunks {
            if let Some((_, chunks)) = columns.get_mut(span(chunk.x, frame.columns).0) {
                chunks.push(chunk);
            }
        }
        for (_, chunks) in &mut columns {
            chunks.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
        }
        columns.retain(|(role, _)| !matches!(role, Role::Number | Role::Task));
        let is_continuation = !row_band.chunks.iter().any(|chunk| frame.is_number(chunk));
        Self { columns, is_continuation }
    }

    /// Whether a record begins at a height: no cell continues over it, several new cells begin
    /// below it, one of them a product or a time, and each had a text since the record above began.
    fn begin_anew(&self, at: f32, since: f32) -> bool {
        let (mut anew, mut has_product_or_time) = (0, false);
        for (role, chunks) in &self.columns {
            let border = chunks.partition_point(|chunk| chunk.y.middle() < at);
            let above = border.checked_sub(1).and_then(|above| chunks.get(above));
            let Some(below) = chunks.get(border) else { continue };
            // A head of two words may be on two lines of a narrow column.
            let words = chunks.iter().skip(border).take(2).flat_map(|chunk| &chunk.words);
            let head = Opens::at(words.map(|word| &*word.text)).speaks_for(*role) == Some(true);
            let Some(above) = above else {
                anew += usize::from(head && self.is_continuation);
                continue;
            };
            if border_cost(above, below, *role) > 0.0
                || (above.y.middle() > since && !head && *role != Role::Extra)
            {
                return false;
            }
            if head && above.y.middle() > since {
                anew += 1;
                has_product_or_time |= matches!(role, Role::Product | Role::Timeframe);
            }
        }
        anew >= COLUMNS && has_product_or_time
    }
}
