//! A reading of a row: which words each cell of its records has, and how sure that is.
//!
//! The search makes readings, and what a document teaches is counted from them.

use crate::cells::measure::WordSpan;

/// The cells of one record: for each column its spans, one for each page it stands on.
pub(crate) type RecordSpans = Vec<Vec<WordSpan>>;

/// A way to read a row.
#[derive(Debug, Clone)]
pub(crate) struct RowReading {
    pub(crate) records: Vec<RecordSpans>,
    /// How far it is ahead of the second reading.
    pub(crate) margin: f32,
}
