//! The steps of the pipeline by name.

/// A step of the pipeline that [`inspect`](crate::inspect()) can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// Where the pages begin.
    Pages,
    /// The use of each line.
    Lines,
    /// The rows and their cells.
    Table,
    /// The records.
    Records,
    /// What the cells of the records mean.
    Meaning,
    /// What was left out, with the reason.
    Remainder,
}

impl Stage {
    /// Every stage, in the order of the pipeline.
    pub const ALL: [Self; 6] =
        [Self::Pages, Self::Lines, Self::Table, Self::Records, Self::Meaning, Self::Remainder];

    /// The name of the stage on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::Lines => "lines",
            Self::Table => "table",
            Self::Records => "records",
            Self::Meaning => "meaning",
            Self::Remainder => "remainder",
        }
    }
}
