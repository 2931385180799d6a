//! What a document says of its times, and why a time is not read.

use phuluc_model::{Date, YearSource};

/// The year of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanYear {
    /// From January to December.
    Calendar(i16),
    /// A school year (năm học), by the year in which it begins.
    School(i16),
}

/// What the document says of the times that stand in its cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Context {
    /// The year of times that say none, and who says it.
    pub year: Option<(PlanYear, YearSource)>,
    /// The day on which the document was issued; `từ nay` begins with it.
    pub issued: Option<Date>,
}

/// Why a cell is no schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It has words that the grammar does not know.
    Words,
    /// Neither it nor its document says the year.
    Year,
    /// It names a day that no calendar has.
    Date,
    /// It is a span that ends before it begins.
    Order,
}
