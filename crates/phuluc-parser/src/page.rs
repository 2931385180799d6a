//! Text with places: lines of words.

use ecow::EcoString;
use phuluc_model::Place;

/// What stands between a word and the word before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// One space.
    Space,
    /// More than one space, or a tab.
    Wide,
    /// The end of a line.
    Line,
    /// The end of a line and one space, which some programs write before what stands higher up.
    Indent,
    /// The end of a line and at least one empty line.
    Blank,
    /// A line that holds nothing but spaces: an empty paragraph or an empty cell.
    Hollow,
    /// The end of a page.
    Page,
    /// Nothing: the end of a line that broke the word.
    Broken,
}

impl Gap {
    /// Whether the word opens a line.
    pub(crate) const fn opens_line(self) -> bool {
        matches!(self, Self::Line | Self::Indent | Self::Blank | Self::Hollow | Self::Page)
    }
}

/// A run of characters without white space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its characters.
    pub(crate) text: EcoString,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// Where it stands.
    pub(crate) place: Place,
}

/// A line that holds at least one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its words.
    pub(crate) words: Vec<Word>,
    /// How many lines without a word stand above it.
    pub(crate) blanks_above: u32,
    /// Whether the text itself marks a page end (a form feed) above it.
    pub(crate) page_mark: bool,
}

impl Line {
    /// The first word; every line has one.
    pub(crate) fn first(&self) -> &str {
        self.words.first().map_or("", |word| &word.text)
    }

    /// Where the line stands.
    pub(crate) fn place(&self) -> Place {
        self.words.first().map_or(Place::START, |word| word.place)
    }

    /// Its words with single spaces between them.
    pub(crate) fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }
}
