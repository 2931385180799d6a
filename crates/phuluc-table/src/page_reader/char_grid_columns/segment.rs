//! The words of a line that are in one column.

use phuluc_page::extent::Extent;

/// Tolerance: a text is at most this many times as wide as the widest text of its column.
pub(crate) const SAME_WIDTH: f32 = 1.1;

/// The words of a line that are in one column: `from..to`, widths in print in ems.
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
