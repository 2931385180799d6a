//! The place of one column on a page, fitted to its texts, and their width in print.

use phuluc_model::Role;

use crate::page_reader::char_grid_columns::segment::SAME_WIDTH;
use crate::page_reader::char_grid_columns::segment::Segment;
use crate::page_reader::char_grid_columns::weights::{
    OFF_MIDDLE, OFF_MOST, OFF_START, OUTSIDE, ROOM, ROOM_MOST, TOO_WIDE, TOO_WIDE_MOST,
    WITH_NEIGHBOUR,
};
use crate::page_reader::column_widths::ColumnWidths;
use crate::page_reader::table_frame::TableFrame;
use phuluc_page::em;
use phuluc_page::extent::Extent;
use phuluc_page::page::LETTER;

/// A column is aligned to the left if this share of its texts begin in one place.
const ALIGNED: f32 = 0.6;

/// One text in this many may reach out of its column on each side: outliers do not widen it.
const ONE_OF: usize = 12;

/// With fewer texts there are too few samples to place a column.
const ENOUGH: usize = 4;

/// A column of a page; places in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ColumnFit {
    pub(crate) role: Role,
    /// From where most of its texts begin to where they end.
    pub(crate) x: Extent,
    /// Where its texts begin, if they are aligned to the left.
    pub(crate) start: Option<f32>,
    /// The median of the middles of its texts.
    pub(crate) middle: f32,
    /// The widest text in print, in ems.
    pub(crate) width: f32,
}

impl ColumnFit {
    /// The penalty of a text for its distance from the column, or from the texts around it if that
    /// is less.
    pub(crate) fn off(&self, x: Extent, around: &[Extent]) -> f32 {
        let letters = |points: f32| points.abs() / LETTER;
        let own = match self.start {
            Some(start) => OFF_START * letters(x.min - start),
            None => OFF_MIDDLE * letters(x.middle() - self.middle),
        };
        let beside = around.iter().map(|other| {
            let off = match self.start {
                Some(_) => OFF_START * letters(x.min - other.min),
                None => OFF_MIDDLE * letters(x.middle() - other.middle()),
            };
            off + WITH_NEIGHBOUR
        });
        let out = (self.x.min - x.min).max(0.0) + (x.max - self.x.max).max(0.0);
        beside.fold(own, f32::min).min(OFF_MOST) + OUTSIDE * letters(out)
    }

    /// The penalty of a text for its width in print: a line is no wider than its column, and it
    /// ends because the next word (of width `next`) had no room.
    pub(crate) fn fill(&self, width: f32, next: Option<f32>) -> f32 {
        let over = (width / self.width - 1.0).max(0.0);
        let room = next.map_or(0.0, |next| self.width - width - em::SPACE - next).max(0.0);
        (TOO_WIDE * over).min(TOO_WIDE_MOST) + (ROOM * room / self.width).min(ROOM_MOST)
    }
}

/// Fits each column to its texts with a gutter on both sides; if these are too few, texts that were
/// cut from others and the label of the column count too.
pub(crate) fn column_fits(
    frame: TableFrame<'_>,
    labels: &[Extent],
    column_widths: &ColumnWidths,
    sure: &[Vec<Segment>],
    cut: &[Vec<Segment>],
) -> Vec<ColumnFit> {
    let of = |texts: &[Vec<Segment>], column: usize| -> Vec<Segment> {
        texts.iter().flatten().filter(|text| text.column == column).copied().collect()
    };
    // Numbers become wider in later rows.
    let learned = |column: usize| {
        let learned = column_widths.widths(frame.roles).get(column).copied().flatten();
        learned.filter(|_| column != frame.number)
    };
    let column_fit = |(column, (white, role)): (usize, (&Extent, &Role))| {
        let mut own = of(sure, column);
        if own.len() < ENOUGH {
            let fits = |text: &Segment| {
                learned(column).is_none_or(|width| text.width < SAME_WIDTH * width)
            };
            own.extend(of(cut, column).into_iter().filter(fits));
            let label = |x: &Extent| {
                let width = x.length() / LETTER * em::SPACE * 2.0;
                Segment { column, from: 0, to: 0, x: *x, width, opening: 0.0 }
            };
            own.extend(labels.get(column).map(label));
        }
        let (x, middle) = (*white, white.middle());
        let mut column_fit = column_fit(*role, &own).unwrap_or(ColumnFit {
            role: *role,
            x,
            start: None,
            middle,
            width: f32::MAX,
        });
        if let Some(width) = learned(column) {
            column_fit.width = width;
        }
        column_fit
    };
    frame.columns.iter().zip(frame.roles).enumerate().map(column_fit).collect()
}

fn column_fit(role: Role, texts: &[Segment]) -> Option<ColumnFit> {
    let sorted = |pick: fn(&Segment) -> f32| {
        let mut values: Vec<f32> = texts.iter().map(pick).collect();
        values.sort_by(f32::total_cmp);
        values
    };
    let starts = sorted(|text| text.x.min);
    let ends = sorted(|text| text.x.max);
    let middles = sorted(|text| text.x.middle());
    let widths = sorted(|text| text.width.max(0.1));
    let few = texts.len() / ONE_OF;
    let (mode, count) = mode(&starts)?;
    #[expect(clippy::cast_precision_loss, reason = "a page has some hundred lines")]
    let aligned = count as f32 > ALIGNED * texts.len() as f32;
    Some(ColumnFit {
        role,
        x: Extent::between(*starts.get(few)?, *ends.get(ends.len() - 1 - few)?),
        start: aligned.then_some(mode),
        middle: *middles.get(middles.len() / 2)?,
        width: *widths.get(widths.len() - 1 - few / 2)?,
    })
}

/// The most frequent value of a sorted list with a tolerance of one character, and its count.
fn mode(sorted: &[f32]) -> Option<(f32, usize)> {
    let near = |value: f32| {
        let from = sorted.partition_point(|other| *other < value - 1.5 * LETTER);
        let to = sorted.partition_point(|other| *other <= value + 1.5 * LETTER);
        to - from
    };
    sorted.iter().map(|value| (*value, near(*value))).max_by_key(|(_, count)| *count)
}
