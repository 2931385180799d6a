//! What a sentence is filled with: values by name, so that it can be said in any language.

use std::borrow::Cow;
use std::fmt;

use crate::place::Place;

/// A value in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Argument {
    /// A count, a limit, a number of a page.
    Number(u64),
    /// Words of the input or a name, which no language changes.
    Text(String),
    /// A page and a line.
    Place(Place),
    /// The numbers of pages, in order.
    Pages(Vec<u32>),
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Place> for Argument {
    fn from(place: Place) -> Self {
        Self::Place(place)
    }
}

impl From<Vec<u32>> for Argument {
    fn from(pages: Vec<u32>) -> Self {
        Self::Pages(pages)
    }
}

impl fmt::Display for Argument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => write!(f, "«{text}»"),
            Self::Place(place) => write!(f, "{place}"),
            Self::Pages(pages) => {
                let pages: Vec<String> = pages.iter().map(ToString::to_string).collect();
                f.write_str(&pages.join(" "))
            }
        }
    }
}

/// The arguments of a sentence by their names, in the order in which they were given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Arguments(Vec<(Cow<'static, str>, Argument)>);

impl Arguments {
    /// No arguments.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The same with one more argument.
    #[must_use]
    pub fn with(
        mut self,
        name: impl Into<Cow<'static, str>>,
        argument: impl Into<Argument>,
    ) -> Self {
        self.0.push((name.into(), argument.into()));
        self
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each name with its argument.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Argument)> {
        self.0.iter().map(|(name, argument)| (&**name, argument))
    }
}

/// What a catalogue of sentences needs to know of an error to say it in a language.
pub trait Coded {
    /// The name of the error for programs: it stays when the sentence is worded anew.
    fn code(&self) -> &'static str;

    /// What its sentence is filled with.
    fn arguments(&self) -> Arguments;
}
