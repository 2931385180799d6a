//! What is known of the cells of an input, whichever file it was.

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
    /// The form that was found.
    #[must_use]
    pub const fn form(&self) -> Form {
        match self {
            Self::Flow(Flow { form, .. })
            | Self::Grid(Grid { form, .. })
            | Self::Pages(Pages { form, .. }) => *form,
        }
    }
}

/// The lines of a text, and what was doubted while they were read.
#[derive(Debug)]
pub struct Flow {
    /// What separates its cells and lines.
    pub form: Form,
    /// Its lines, in the order of the text.
    pub lines: Vec<Line>,
    /// Their places have the line, and the first page: pages are counted later.
    pub diagnostics: Vec<Diagnostic>,
}

/// The records of a text whose cells are delimited, and what was doubted while they were read.
#[derive(Debug)]
pub struct Grid {
    /// What separates its cells.
    pub form: Form,
    /// Its records, in the order of the text.
    pub records: Vec<Record>,
    /// What was doubted.
    pub diagnostics: Vec<Diagnostic>,
}

/// A line of a delimited text, or several lines where a cell holds ends of lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its first line, from one.
    pub line: u32,
    /// Its cells; text outside the table is one cell.
    pub cells: Vec<String>,
}

/// What was lost or doubted while the pages of a PDF or of an aligned text were read. The pages
/// themselves are handed over one by one, so that only the ones in use are in memory.
#[derive(Debug)]
pub struct Pages {
    /// What the pages came from.
    pub form: Form,
    /// What was lost or doubted.
    pub diagnostics: Vec<Diagnostic>,
}
