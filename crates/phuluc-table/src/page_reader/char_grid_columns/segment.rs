//! The words of a line that one column has.

use phuluc_page::extent::Extent;

/// A text is no wider than the widest of its column by more than this.
pub(crate) const SAME_WIDTH: f32 = 1.1;

/// The words of a line that stand in one column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Segment {
    pub(crate) column: usize,
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) x: Extent,
    /// Its width in print and that of its first word, in ems.
    pub(crate) width: f32,
    pub(crate) opening: f32,
}
