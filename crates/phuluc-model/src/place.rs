//! Where a value stands in the input.

use std::fmt;

/// A page and a line, both counted from one.
///
/// In a text input the line is the line of the file; in a PDF it is the line on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The page, from one.
    pub page: u32,
    /// The line, from one.
    pub line: u32,
}

impl Place {
    /// The first line of the first page.
    pub const START: Self = Self { page: 1, line: 1 };

    /// The place at a page and a line, both counted from one.
    #[must_use]
    pub const fn new(page: u32, line: u32) -> Self {
        Self { page, line }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "page {}, line {}", self.page, self.line)
    }
}

/// A value and the place where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where its first word stands.
    pub place: Place,
}

impl<T> Placed<T> {
    /// Puts a value at a place.
    pub const fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

/// Text as the page says it, with the place of its first word.
///
/// White space is folded to single spaces, a paragraph ends in `\n`, and the text is never empty:
/// an empty cell is `None`.
pub type Text = Placed<String>;

impl Text {
    /// The text without its place.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }
}
