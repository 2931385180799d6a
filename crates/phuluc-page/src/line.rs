//! Lines of words, with their places in the input.

use ecow::EcoString;
use phuluc_model::Place;

/// What is between a word and the word before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// One space.
    Space,
    /// More than one space, or a tab.
    Wide,
    /// The end of a line.
    Line,
    /// The end of a line and one space, which some programs write before text that is higher on the page.
    Indent,
    /// The end of a line and at least one empty line.
    Blank,
    /// A line of spaces only: an empty paragraph or an empty cell.
    Hollow,
    /// The end of a page.
    Page,
}

impl Gap {
    /// Whether the word opens a line.
    pub const fn opens_line(self) -> bool {
        matches!(self, Self::Line | Self::Indent | Self::Blank | Self::Hollow | Self::Page)
    }
}

/// A run of characters without white space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its characters.
    pub text: EcoString,
    /// What is before it.
    pub gap: Gap,
    /// Its page and line.
    pub place: Place,
    /// How many words of the input it is: more than one if a narrow cell broke it over lines.
    pub pieces: usize,
}

/// How many words of the input some words are.
pub fn count_pieces(words: &[Word]) -> usize {
    words.iter().map(|word| word.pieces).sum()
}

/// A line that holds at least one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its words.
    pub words: Vec<Word>,
    /// The number of lines without a word above it.
    pub blanks_above: u32,
    /// Whether the text itself marks a page end (a form feed) above it.
    pub page_mark: bool,
}

impl Line {
    /// The first word; every line has one.
    pub fn first(&self) -> &str {
        self.words.first().map_or("", |word| &word.text)
    }

    /// The page and number of the line.
    pub fn place(&self) -> Place {
        self.words.first().map_or(Place::START, |word| word.place)
    }

    /// Its words with single spaces between them.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }
}
