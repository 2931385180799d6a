//! Cuts rows of flattened words into cells: the reading that explains the words best.
//!
//! A row is words in column order whose cell borders are lost. A *reading* gives every column a
//! span of words; `evidence` scores how well a span suits a column and how usual a border is,
//! `search` finds the best readings, and `document_stats` counts in clear rows what is usual in
//! this document: widths, repeated values, first words, places of borders. Rows are read, counted,
//! and read again with the counts.

pub(crate) mod column_width;
pub(crate) mod counts;
pub(crate) mod document_stats;
pub(crate) mod evidence;
pub(crate) mod leave_one_out;
pub(crate) mod measure;
pub(crate) mod page_break;
pub(crate) mod row_reading;
pub(crate) mod search;
pub(crate) mod vocabulary;
pub mod weights;

use phuluc_model::Role;

use crate::cells::document_stats::DocumentStats;
use crate::cells::leave_one_out::OwnShare;
use crate::cells::measure::Measured;
use crate::cells::row_reading::{RecordSpans, RowReading};
use crate::cells::vocabulary::RowVocabulary;
use phuluc_page::deadline::Deadline;
use phuluc_page::line::{Gap, Word};

/// How often the rows are read: once without counts, then with the counts of the pass before. Each
/// pass more has better counts and costs as much time again.
const PASSES: usize = 4;

/// How many rows of a long table are read before the last pass. More rows give better counts and
/// cost a search each in every pass.
const TEACHING_ROWS: usize = 400;

/// The cells of one record, one for each column, as word indexes of the row.
pub(crate) type RecordCells = Vec<Vec<usize>>;

/// A row that was cut.
#[derive(Debug)]
pub(crate) struct CutRow {
    /// The records of the row, usually one; more where number and task span several.
    pub(crate) records: Vec<RecordCells>,
    /// Score of the best reading minus score of the second; infinite if there is no other.
    pub(crate) margin: f32,
    /// Whether too many of its lines do not fit the widths of their columns.
    pub(crate) misfit: bool,
    /// The indexes of the words that open a paragraph of their cell.
    pub(crate) paragraphs: Vec<usize>,
}

/// Cuts every row of a table; a row with more words than the limit is not cut.
///
/// `None` if the words are not in the order of the cells.
pub(crate) fn rows(
    rows: &[Vec<Word>],
    roles: &[Role],
    deadline: &Deadline<'_>,
) -> Option<Vec<Option<CutRow>>> {
    let max_words = deadline.limits.max_row_words;
    let vocabulary = RowVocabulary::new(rows.iter().flatten());
    let wide = wide_gaps_separate(rows);
    let measured: Vec<Option<Measured<'_>>> = rows
        .iter()
        .map(|row| (row.len() <= max_words).then(|| Measured::new(row, &vocabulary, wide)))
        .collect();
    let mut stats = DocumentStats::without_rows(roles);
    let mut readings: Vec<Option<RowReading>> = Vec::new();
    for pass in 1..=PASSES {
        // Some of many rows give the same counts as all; only the last pass needs every row.
        let step = if pass < PASSES { measured.len().div_ceil(TEACHING_ROWS).max(1) } else { 1 };
        let wanted = |(index, row): (usize, &'_ Option<Measured<'_>>)| {
            let before = readings.get(index).and_then(Option::as_ref);
            let row = row.as_ref().filter(|_| index % step == 0)?;
            if !rows.get(index)?.first().is_none_or(|word| deadline.goes_on(word.place)) {
                return None;
            }
            Some(page_break::read(row, &stats, &OwnShare::from_reading(row, before)))
        };
        readings = measured.iter().enumerate().map(wanted).collect();
        let pairs = measured.iter().zip(&readings);
        stats = DocumentStats::learn(
            roles,
            pairs.filter_map(|(row, reading)| row.as_ref().zip(reading.as_ref())),
        );
    }
    if has_lost_order(rows, &stats) {
        return None;
    }
    let pairs = measured.iter().zip(readings);
    let cut = pairs.map(|(row, reading)| {
        row.as_ref().zip(reading).map(|(row, reading)| cut(row, &reading, &stats))
    });
    Some(cut.collect())
}

/// Whether wide gaps may be borders. In justified text too many gaps are wide.
fn wide_gaps_separate(rows: &[Vec<Word>]) -> bool {
    let gaps = |wanted: Gap| rows.iter().flatten().filter(|word| word.gap == wanted).count();
    let wide = gaps(Gap::Wide);
    wide * MOST_WIDE < wide + gaps(Gap::Space)
}

/// If at least one gap in this many is wide, the text is justified.
const MOST_WIDE: usize = 3;

/// Whether the words are in another order than the cells: several numbers follow each other (the
/// page was read column by column), or the lines of tasks fit no width (lines of several cells were
/// mixed).
fn has_lost_order(rows: &[Vec<Word>], stats: &DocumentStats) -> bool {
    let bare = rows.iter().filter(|row| row.is_empty()).count();
    (bare >= LOST_ROWS && bare * LOST_SHARE >= rows.len()) || stats.has_broken_lines()
}

/// The order is lost from this many rows without words on, if they are at least one row in
/// `LOST_SHARE`: in made documents that pdfminer read they are one in five, with other programs
/// zero.
const LOST_ROWS: usize = 2;
const LOST_SHARE: usize = 7;

fn cut(row: &Measured<'_>, reading: &RowReading, stats: &DocumentStats) -> CutRow {
    let mut paragraphs = Vec::new();
    for record in &reading.records {
        for (column, cell) in record.iter().enumerate() {
            if let Some(width) = stats.width(column) {
                paragraphs.extend(document_stats::paragraphs(row, width, cell));
            }
        }
    }
    let cells = |record: &RecordSpans| {
        record
            .iter()
            .map(|cell| cell.iter().flat_map(|span| span.start..span.end).collect())
            .collect()
    };
    CutRow {
        records: reading.records.iter().map(cells).collect(),
        margin: reading.margin,
        misfit: stats.misfit(row, reading),
        paragraphs,
    }
}
