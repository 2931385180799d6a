//! The options of a caller, and the limits that protect against hostile input.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use phuluc_language::EntryError;
use phuluc_language::labels::LabelWords;
use phuluc_model::Role;

use crate::limits::setters;

pub use crate::limits::Limits;

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
