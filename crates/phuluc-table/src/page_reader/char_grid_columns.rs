//! The columns of a page whose letters are on a grid of characters.
//!
//! A tool that keeps columns by spaces presses proportional letters into a grid. A text that fills
//! its column touches the next one, with a single space between them, and moves it to the right of
//! its neighbours above and below. So no border is a straight gutter, and each line is cut on its
//! own: the segmentation of its words with the least cost, given the place of each column on this
//! page, the texts on the lines around it, and the words that open a cell.

pub(crate) mod column_fit;
pub(crate) mod line_cut;
pub(crate) mod segment;
pub(crate) mod weights;

use crate::header::label_columns;
use crate::page_reader::char_grid_columns::column_fit::{ColumnFit, column_fits};
use crate::page_reader::char_grid_columns::line_cut::{MeasuredLine, NeighbourTexts};
use crate::page_reader::char_grid_columns::segment::SAME_WIDTH;
use crate::page_reader::char_grid_columns::segment::Segment;
use crate::page_reader::column_widths::ColumnWidths;
use crate::page_reader::table_frame::TableFrame;
use crate::page_reader::text_chunk::TextChunk;
use phuluc_page::extent::Extent;
use phuluc_page::placed_word::PlacedWord;

/// How often the lines are cut; each pass fits the columns to the cuts of the pass before.
const PASSES: usize = 4;

/// The lines of a page, cut.
pub(crate) struct CutLines {
    /// The columns, their borders in the middle of the white between them.
    pub(crate) columns: Vec<Extent>,
    /// For each line, the cost of the second best cut minus the cost of the best.
    pub(crate) margins: Vec<f32>,
    /// The chunks of each line; only a title across the columns crosses a border.
    pub(crate) lines: Vec<Vec<TextChunk>>,
}

/// Cuts the lines of a page at its columns; `frame` has the columns that whitespace shows.
///
/// `labels` are the places of the labels, on a page that has them.
pub(crate) fn cut(
    lines: &[Vec<PlacedWord>],
    frame: TableFrame<'_>,
    labels: &[Extent],
    column_widths: &mut ColumnWidths,
) -> CutLines {
    let lines: Vec<MeasuredLine<'_>> = lines.iter().map(|words| MeasuredLine::new(words)).collect();
    let sure = sure(&lines, frame, labels, column_widths);
    let mut texts = sure.clone();
    let mut margins = Vec::new();
    let mut known = column_fits(frame, labels, column_widths, &sure, &[]);
    for _ in 0..PASSES {
        let columns = 0..frame.columns.len();
        let next = lines.iter().enumerate().map(|(index, line)| {
            let beside: Vec<NeighbourTexts<'_>> = columns
                .clone()
                .map(|column| NeighbourTexts::new(column, index, &texts, &lines))
                .collect();
            line.cut(&known, &beside)
        });
        (texts, margins) = next.map(|spread| (spread.texts, spread.margin)).unzip();
        known = column_fits(frame, labels, column_widths, &sure, &texts);
    }
    for (line, texts) in lines.iter().zip(&texts) {
        for text in texts.iter().filter(|text| line.is_apart(text)) {
            column_widths.add(frame.roles, text.column, text.width);
        }
    }
    let columns = columns(&known, frame.columns);
    let lines =
        lines.iter().zip(&texts).map(|(line, texts)| line.chunks(texts, &columns)).collect();
    CutLines { columns, margins, lines }
}

/// The texts of each line with a gutter on both sides that are in one column.
///
/// A text that is wider in print than the column is two texts with a single space between them.
fn sure(
    lines: &[MeasuredLine<'_>],
    frame: TableFrame<'_>,
    labels: &[Extent],
    column_widths: &ColumnWidths,
) -> Vec<Vec<Segment>> {
    let widths = column_widths.widths(frame.roles);
    let widest = widths.iter().flatten().copied().fold(0.0, f32::max);
    let widest = if widest > 0.0 { widest } else { f32::MAX };
    let is_two = |text: &Segment, width: f32| text.width > SAME_WIDTH * width;
    let anchors = if labels.is_empty() { frame.labels } else { labels };
    let anchors = if anchors.len() == frame.columns.len() { anchors } else { frame.columns };
    let anchors: Vec<f32> = anchors.iter().map(|label| label.middle()).collect();
    let numbered: Vec<bool> = lines.iter().map(|line| line.is_numbered(frame)).collect();
    let texts: Vec<Vec<Segment>> =
        lines.iter().zip(&numbered).map(|(line, n)| line.apart(usize::from(*n))).collect();
    let single = texts.iter().flatten().filter(|text| !is_two(text, widest));
    let xs: Vec<Extent> = single.map(|text| text.x).collect();
    let others: Vec<(usize, f32)> =
        anchors.iter().copied().enumerate().filter(|(column, _)| *column != frame.number).collect();
    let others_at: Vec<f32> = others.iter().map(|(_, at)| *at).collect();
    let found = label_columns::middles(&others_at, &xs);
    let middles: Vec<(usize, f32)> = others
        .iter()
        .zip(&found)
        .filter_map(|((column, _), middle)| Some((*column, (*middle)?)))
        .collect();
    // If the column before moves all texts of a column, its label says where they are.
    let anchors: Vec<f32> =
        others_at.iter().zip(&found).map(|(label, middle)| middle.unwrap_or(*label)).collect();
    let placed = |text: &Segment| {
        // A text over the middles of two columns belongs to both.
        let over = anchors.iter().filter(|middle| text.x.holds(**middle)).count();
        let near = |middle: f32| (text.x.middle() - middle).abs();
        let column = middles.iter().min_by(|a, b| near(a.1).total_cmp(&near(b.1)))?.0;
        let two = widths.get(column).copied().flatten().is_some_and(|width| is_two(text, width));
        (over < 2 && !two).then_some(Segment { column, ..*text })
    };
    let line = |((line, texts), numbered): ((&MeasuredLine<'_>, &Vec<Segment>), &bool)| {
        let number = if *numbered { line.text(frame.number, 0, 1) } else { None };
        number.into_iter().chain(texts.iter().filter_map(placed)).collect()
    };
    lines.iter().zip(&texts).zip(&numbered).map(line).collect()
}

/// Columns whose borders are in the middle of the gutters between the fitted columns.
fn columns(column_fits: &[ColumnFit], white: &[Extent]) -> Vec<Extent> {
    let pairs = column_fits.iter().zip(column_fits.iter().skip(1));
    let inner = pairs.map(|(a, b)| f32::midpoint(a.x.max, b.x.min));
    let first = white.first().map(|column| column.min);
    let last = white.last().map(|column| column.max);
    let borders: Vec<f32> = first.into_iter().chain(inner).chain(last).collect();
    borders.iter().zip(borders.iter().skip(1)).map(|(a, b)| Extent::between(*a, *b)).collect()
}
