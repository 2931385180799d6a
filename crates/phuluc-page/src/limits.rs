//! What an input may cost: every limit, with the number that holds unless the caller gives another.

/// A method for each field that sets it, so that a caller can make the whole in one expression and a field
/// that comes later breaks no caller.
macro_rules! setters {
    ($($field:ident: $value:ty,)*) => {$(
        #[doc = concat!("The same with another [`", stringify!($field), "`](field@Self::", stringify!($field), ").")]
        #[must_use]
        pub fn $field(mut self, $field: $value) -> Self {
            self.$field = $field;
            self
        }
    )*};
}
pub(crate) use setters;

/// How much an input may cost. The defaults are safe for files from strangers.
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
    /// Decompressed bytes of all streams of a PDF that reading needs: content, fonts, colour profiles,
    /// objects. Images are not read and do not count. What one page decompresses several times counts
    /// each time, and the page is cut short. Ordinary files become at most four times as long, so the
    /// largest file that is read stays under the limit.
    pub max_decoded_bytes: u64,
    /// Bytes of a PDF that are searched to find its objects; a byte that is searched twice counts twice.
    /// Ordinary files are searched a few times, so the largest file that is read stays under the limit.
    pub max_searched_bytes: u64,
    /// Operations on one page of a PDF, those of forms counted at each call; more are dropped and
    /// reported.
    pub max_page_operations: u64,
    /// Calls of forms on one page of a PDF, also from inside forms; more are dropped and reported.
    pub max_page_forms: u64,
    /// How deep forms on a page of a PDF may call each other; deeper ones are dropped and reported. The
    /// engine draws none below 50.
    pub max_form_depth: u32,
    /// Letters on one page of a PDF; more are dropped and reported.
    pub max_page_glyphs: usize,
    /// Letters on all pages of a PDF together.
    pub max_glyphs: usize,
    /// Corners of the lines drawn on one page of a PDF; more are dropped and reported.
    pub max_page_points: usize,
    /// Headers of tables without rules around their cells on one page; more are dropped and reported.
    pub max_page_headers: usize,
    /// Cells of all tables together. A cell that spans several rows counts in each row, once for each of
    /// its words.
    pub max_cells: usize,
    /// Characters of one cell; a longer one is kept whole and reported.
    pub max_cell_chars: usize,
    /// Milliseconds that reading may take, by the clock of the options.
    pub max_millis: u64,
    /// Pages of a PDF that are drawn for a view; pages with tables are drawn first.
    pub max_view_pages: usize,
    /// Bytes of all pages of a view together: of their pictures or of their lines.
    pub max_view_bytes: usize,
    /// Pixels of the images on one page of a PDF that is drawn for a view.
    pub max_page_pixels: u64,
}

impl Limits {
    /// The default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        max_bytes: usize,
        max_lines: usize,
        max_row_words: usize,
        max_columns: usize,
        max_pages: usize,
        max_decoded_bytes: u64,
        max_searched_bytes: u64,
        max_page_operations: u64,
        max_page_forms: u64,
        max_form_depth: u32,
        max_page_glyphs: usize,
        max_glyphs: usize,
        max_page_points: usize,
        max_page_headers: usize,
        max_cells: usize,
        max_cell_chars: usize,
        max_millis: u64,
        max_view_pages: usize,
        max_view_bytes: usize,
        max_page_pixels: u64,
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_bytes: 64 << 20,
            max_lines: 2_000_000,
            max_row_words: 1_000,
            max_columns: 16,
            max_pages: 5_000,
            max_decoded_bytes: 512 << 20,
            max_searched_bytes: 512 << 20,
            max_page_operations: 1_000_000,
            max_page_forms: 10_000,
            max_form_depth: 50,
            max_page_glyphs: 100_000,
            max_glyphs: 20_000_000,
            max_page_points: 200_000,
            max_page_headers: 16,
            max_cells: 2_000_000,
            max_cell_chars: 100_000,
            max_millis: 60_000,
            max_view_pages: 500,
            max_view_bytes: 64 << 20,
            max_page_pixels: 20_000_000,
        }
    }
}
