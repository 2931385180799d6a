//! The account of every word of the input.

use std::collections::BTreeMap;
use std::fmt;

/// Why a word of the input stands in no cell and in no heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Remainder {
    /// A line that returns on every page, such as the gazette's title line.
    RunningHead,
    /// The number of a page.
    PageNumber,
    /// A copy of the table's header.
    RepeatedHeader,
    /// The two-column frame above the heading: issuer, state name, motto.
    Letterhead,
    /// A note under the page to which a mark in a cell points.
    Footnote,
    /// Names and posts under the table.
    SignatureBlock,
    /// A line of underscores, dashes or dots.
    Ornament,
    /// The row under a header that counts the columns: `(1) (2) (3)`.
    ColumnNumbers,
    /// A row across the table that is neither a section nor a task.
    NoteRow,
    /// Text that lies aslant over the page.
    Watermark,
    /// Anything else before, between and after the tables.
    OutsideTable,
}

impl Remainder {
    /// Every reason.
    pub const ALL: [Self; 11] = [
        Self::RunningHead,
        Self::PageNumber,
        Self::RepeatedHeader,
        Self::Letterhead,
        Self::Footnote,
        Self::SignatureBlock,
        Self::Ornament,
        Self::ColumnNumbers,
        Self::NoteRow,
        Self::Watermark,
        Self::OutsideTable,
    ];

    /// The name that the audit and `inspect` use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::RunningHead => "running_head",
            Self::PageNumber => "page_number",
            Self::RepeatedHeader => "repeated_header",
            Self::Letterhead => "letterhead",
            Self::Footnote => "footnote",
            Self::SignatureBlock => "signature_block",
            Self::Ornament => "ornament",
            Self::ColumnNumbers => "column_numbers",
            Self::NoteRow => "note_row",
            Self::Watermark => "watermark",
            Self::OutsideTable => "outside_table",
        }
    }
}

impl fmt::Display for Remainder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How many words came in and where each of them went.
///
/// A word is a run of characters without white space.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Audit {
    /// Words of the input.
    pub words_in: usize,
    /// Words in a cell of a task.
    pub in_cells: usize,
    /// Words in a section heading, an appendix heading or the first header of a table.
    pub in_headings: usize,
    /// Words left out, by reason.
    pub left_out: BTreeMap<Remainder, usize>,
}

impl Audit {
    /// Words that are in a cell, in a heading or left out for a named reason.
    #[must_use]
    pub fn accounted(&self) -> usize {
        self.in_cells + self.in_headings + self.left_out.values().sum::<usize>()
    }

    /// Whether every word of the input is accounted for once.
    #[must_use]
    pub fn balances(&self) -> bool {
        self.words_in == self.accounted()
    }
}
