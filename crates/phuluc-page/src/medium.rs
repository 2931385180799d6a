//! What is known about the cells of an input, independent of the file format.

use phuluc_model::Diagnostic;

use crate::form::Form;
use crate::line::Line;

/// An input as it was read.
#[derive(Debug)]
pub enum Medium {
    /// Words in an order.
    Flow(Flow),
    /// Cells.
    Grid(Grid),
    /// Words with boxes.
    Pages(Pages),
}

impl Medium {
    /// The form of the input.
    #[must_use]
    pub const fn form(&self) -> Form {
        match self {
            Self::Flow(Flow { form, .. })
            | Self::Grid(Grid { form, .. })
            | Self::Pages(Pages { form, .. }) => *form,
        }
    }
}

/// The lines of a text, and the diagnostics of reading them.
#[derive(Debug)]
pub struct Flow {
    /// What separates its cells and lines.
    pub form: Form,
    /// Its lines, in the order of the text.
    pub lines: Vec<Line>,
    /// Diagnostics. Their places have the line and page 1: pages are counted later.
    pub diagnostics: Vec<Diagnostic>,
}

/// The records of a text with delimited cells, and the diagnostics of reading them.
#[derive(Debug)]
pub struct Grid {
    /// What separates its cells.
    pub form: Form,
    /// Its records, in the order of the text.
    pub records: Vec<Record>,
    /// Diagnostics of reading them.
    pub diagnostics: Vec<Diagnostic>,
}

/// A line of a delimited text, or several lines if a cell contains line ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its first line, from one.
    pub line: u32,
    /// Its cells; text outside the table is one cell.
    pub cells: Vec<String>,
}

/// The diagnostics of reading the pages of a PDF or of an aligned text. The pages themselves go to the
/// caller one by one, so that only those in use are in memory.
#[derive(Debug)]
pub struct Pages {
    /// The form of the input that the pages came from.
    pub form: Form,
    /// What was lost or is uncertain.
    pub diagnostics: Vec<Diagnostic>,
}
