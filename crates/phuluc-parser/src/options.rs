//! What a caller may choose, and the limits that guard against hostile input.

/// How to read an input.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {
    /// What an input may cost.
    pub limits: Limits,
    /// The password of an encrypted PDF.
    pub password: Option<String>,
}

/// What an input may cost. The defaults are safe for files from strangers.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of the input.
    pub max_bytes: usize,
    /// Lines of the input.
    pub max_lines: usize,
    /// Words of one row of the table; a longer row is kept whole and reported.
    pub max_row_words: usize,
    /// Columns of a table.
    pub max_columns: usize,
    /// Pages of a PDF.
    pub max_pages: usize,
    /// Letters on one page of a PDF; what is beyond them is reported.
    pub max_page_glyphs: usize,
    /// Corners of the lines drawn on one page of a PDF; what is beyond them is reported.
    pub max_page_points: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_bytes: 64 << 20,
            max_lines: 2_000_000,
            max_row_words: 1_000,
            max_columns: 16,
            max_pages: 5_000,
            max_page_glyphs: 100_000,
            max_page_points: 200_000,
        }
    }
}
