//! The options of a caller, and the limits that protect against hostile input.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use phuluc_language::EntryError;
use phuluc_language::labels::LabelWords;
use phuluc_model::Role;

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

/// How to read an input.
///
/// ```
/// use phuluc_page::options::{Limits, Options};
///
/// let options = Options::new().year(2026).limits(Limits::new().max_pages(10));
/// assert_eq!((options.year, options.limits.max_pages), (Some(2026), 10));
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {
    /// The limits of reading an input.
    pub limits: Limits,
    /// The clock that measures [`Limits::max_millis`]. This crate has no clock of its own: without one
    /// there is no limit of time.
    pub clock: Option<Clock>,
    /// The password of an encrypted PDF. `None` opens those that can be read without a password.
    pub password: Option<String>,
    /// The engine that reads PDFs.
    pub engine: Engine,
    /// Whether the other engine reads each PDF too. Pages on which the two read different words are
    /// reported; the records come only from [`engine`](Self::engine).
    pub second_opinion: bool,
    /// The year for dates without a year, if the document gives no year either.
    pub year: Option<i16>,
    /// Whether the result contains what a person sees of the input
    /// (`Parsed::view` of `phuluc-parser`).
    pub view: bool,
    /// Roles of columns by their labels. They go before what the words of labels say: the column has the
    /// role, no other label of its header claims it, and a header is found by such a label too.
    ///
    /// A label is given whole, in capitals or not, with marks or without; white space, and a colon or full
    /// stops at its end, do not matter. Of two labels of a header with one role the first has it, and the
    /// other stays an extra column. [`Role::Extra`] keeps a column from having another role.
    pub roles: BTreeMap<String, Role>,
    /// The words of labels with those of the caller; `None` for those that are built in. See
    /// [`lexicon`](Self::lexicon).
    pub label_words: Option<LabelWords>,
}

impl Options {
    /// The default options.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        limits: Limits,
        engine: Engine,
        second_opinion: bool,
        view: bool,
        roles: BTreeMap<String, Role>,
    }

    /// The same with one more of [`roles`](field@Self::roles).
    #[must_use]
    pub fn role(mut self, label: impl Into<String>, role: Role) -> Self {
        self.roles.insert(label.into(), role);
        self
    }

    /// The same with words of the caller by which labels of headers are found and get their roles: one
    /// entry a line, in the form of `header-labels.txt` of `phuluc-language`, whose head explains it. They
    /// are added to the built-in words. An error names the line that is not understood.
    ///
    /// The words reach the labels of headers in every medium. The heads by which cells are cut and lists
    /// are split are those that are built in.
    ///
    /// ```
    /// use phuluc_page::options::Options;
    ///
    /// let options = Options::new().lexicon("dau viec\thead starts:task:3")?;
    /// assert!(options.label_words.is_some());
    /// assert!(Options::new().lexicon("dau viec\tbegins:task:3").is_err());
    /// # Ok::<(), phuluc_language::EntryError>(())
    /// ```
    pub fn lexicon(mut self, entries: &str) -> Result<Self, EntryError> {
        let known = self.label_words.as_ref().unwrap_or_else(|| LabelWords::built_in());
        self.label_words = Some(known.with(entries)?);
        Ok(self)
    }

    /// The words by which labels are read: those that are built in, and the caller's words and roles.
    pub(crate) fn known_labels(&self) -> Cow<'_, LabelWords> {
        let known = self.label_words.as_ref().unwrap_or_else(|| LabelWords::built_in());
        if self.roles.is_empty() {
            return Cow::Borrowed(known);
        }
        let roles = self.roles.iter().map(|(label, role)| (label.as_str(), *role));
        Cow::Owned(known.clone().with_roles(roles))
    }

    /// The same with a [`clock`](field@Self::clock).
    #[must_use]
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = Some(clock);
        self
    }

    /// The same with a [`password`](field@Self::password).
    #[must_use]
    pub fn password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// The same with a [`year`](field@Self::year).
    #[must_use]
    pub fn year(mut self, year: i16) -> Self {
        self.year = Some(year);
        self
    }
}

/// A clock of the caller: the time since a fixed moment, which may be any. It must never go back.
///
/// ```
/// use std::sync::LazyLock;
/// use std::time::{Duration, Instant};
///
/// static START: LazyLock<Instant> = LazyLock::new(Instant::now);
/// let options = phuluc_page::options::Options::new().clock(|| START.elapsed());
/// ```
pub type Clock = fn() -> Duration;

/// The engines that read PDFs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Engine {
    /// The crates `hayro-syntax` and `hayro-interpret`.
    #[default]
    Hayro,
    /// The crate `pdf-extract`. It ignores `/Rotate`, the position of forms and half of the ways to draw
    /// lines, and it fails on damaged files that hayro reads. Files from strangers may make it run
    /// forever or end the process.
    PdfExtract,
}

impl Engine {
    /// Every engine, the default first.
    pub const ALL: [Self; 2] = [Self::Hayro, Self::PdfExtract];

    /// The name of the engine on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hayro => "hayro",
            Self::PdfExtract => "pdf-extract",
        }
    }

    /// The engine that gives a second opinion on this one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Hayro => Self::PdfExtract,
            Self::PdfExtract => Self::Hayro,
        }
    }
}

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
    /// Milliseconds that reading may take, by [`Options::clock`].
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
