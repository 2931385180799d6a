//! What a line of flattened text is.

use phuluc_model::Remainder;

/// What a line is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineUse {
    /// Part of an appendix heading.
    Heading,
    /// Part of the first header of a table.
    Header,
    /// Part of the body of a table.
    Body,
    /// Left out.
    Left(Remainder),
}
