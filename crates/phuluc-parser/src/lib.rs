//! Placeholder.
mod error;
mod options;

pub use crate::error::Error;
pub use crate::options::{Limits, Options};
use phuluc_model::{Diagnostic, Document};

/// What came out of an input.
#[derive(Debug)]
pub struct Parsed {
    /// The appendices, sections and tasks.
    pub document: Document,
    /// What to doubt, in the order of the input.
    pub diagnostics: Vec<Diagnostic>,
    /// What kind of input it was.
    pub kind: Kind,
    /// How many pages it has, as far as the text tells.
    pub pages: u32,
}

/// The kinds of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text that a tool flattened out of a page.
    Text,
}

impl Kind {
    /// The name that the outputs use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
        }
    }
}

/// A step of the pipeline that `inspect` can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Where the pages begin.
    Pages,
    /// What each line was taken for.
    Lines,
    /// The rows and their cells.
    Table,
    /// The records.
    Records,
    /// What was left out, and why.
    Remainder,
}

impl Stage {
    /// Every stage, in the order of the pipeline.
    pub const ALL: [Self; 5] =
        [Self::Pages, Self::Lines, Self::Table, Self::Records, Self::Remainder];

    /// The name of the stage on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::Lines => "lines",
            Self::Table => "table",
            Self::Records => "records",
            Self::Remainder => "remainder",
        }
    }
}

/// Reads an input to the document and what to doubt in it.
pub fn parse(bytes: &[u8], options: &Options) -> Result<Parsed, Error> {
    let _ = (bytes, options);
    let mut diagnostics = Vec::new();
    let document = phuluc_model::validate(phuluc_model::Draft::default(), &mut diagnostics);
    Ok(Parsed { document, diagnostics, kind: Kind::Text, pages: 0 })
}

/// What a stage saw, as text for a person: one line a thing, in the order of the input.
pub fn inspect(bytes: &[u8], options: &Options, stage: Stage) -> Result<String, Error> {
    let _ = (bytes, options, stage);
    Ok(String::new())
}
