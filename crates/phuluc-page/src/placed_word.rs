//! A word and its position on a page.

use ecow::EcoString;

use crate::extent::Extent;

/// A word with its position on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedWord {
    /// Its letters, composed.
    pub text: EcoString,
    /// From its left to its right edge.
    pub x: Extent,
    /// The height of its base line, in points from the top.
    pub baseline: f32,
    /// The size of its font.
    pub size: f32,
    /// Its line on the page, from one.
    pub line: u32,
    /// The direction of its text.
    pub lie: Lie,
    /// Whether a space was drawn between it and the word before it on the line, so that both are of
    /// one text.
    pub follows: bool,
    /// Whether a space was drawn right after it, also at the end of a line.
    pub spaced: bool,
    /// How many words of the page it is: more than one if a narrow cell broke it over lines.
    pub pieces: usize,
}

impl PlacedWord {
    /// From the top of its tall letters to the bottom of letters such as `g`.
    pub fn y(&self) -> Extent {
        Extent { min: self.baseline - 0.75 * self.size, max: self.baseline + 0.2 * self.size }
    }

    /// The height of the middle of its small letters.
    pub fn middle(&self) -> f32 {
        self.baseline - 0.27 * self.size
    }
}

/// The direction of a word on a page that was turned upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    /// From left to right.
    Level,
    /// From top to bottom or from bottom to top.
    Turned,
    /// At an angle, as in watermarks.
    Aslant,
}
