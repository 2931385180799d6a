//! Where a value is in the input.

use std::fmt;

/// A page and a line, both counted from one.
///
/// In a text input the line is the line of the file; in a PDF it is the line on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "PlaceFields"))]
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where its first word is.
    pub place: Place,
}

impl<T> Placed<T> {
    /// A value at a place.
    pub const fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

/// A place as it is stored, not yet checked.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[serde(expecting = "a page and a line")]
struct PlaceFields {
    page: u32,
    line: u32,
}

#[cfg(feature = "serde")]
impl TryFrom<PlaceFields> for Place {
    type Error = &'static str;

    fn try_from(PlaceFields { page, line }: PlaceFields) -> Result<Self, Self::Error> {
        if page == 0 || line == 0 {
            return Err("pages and lines are counted from one");
        }
        Ok(Self { page, line })
    }
}
