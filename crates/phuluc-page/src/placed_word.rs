//! A word where it is on a page.

use ecow::EcoString;

use crate::extent::Extent;

/// A word where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedWord {
    /// Its letters, composed.
    pub text: EcoString,
    /// From its left to its right edge.
    pub x: Extent,
    /// Where its letters stand.
    pub baseline: f32,
    /// The size of its font.
    pub size: f32,
    /// Its line on the page, from one.
    pub line: u32,
    /// How it lies on the page.
    pub lie: Lie,
    /// Whether a space was drawn between it and the word before it on the line, so that both are of
    /// one text.
    pub follows: bool,
    /// Whether a space was drawn right behind it, be it at the end of a line.
    pub spaced: bool,
}

impl PlacedWord {
    /// From the top of its tall letters to the foot of its long ones.
    pub fn y(&self) -> Extent {
        Extent { min: self.baseline - 0.75 * self.size, max: self.baseline + 0.2 * self.size }
    }

    /// The height at which the middle of its small letters stands.
    pub fn middle(&self) -> f32 {
        self.baseline - 0.27 * self.size
    }
}

/// How a word lies on a page that was turned upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    /// From left to right.
    Level,
    /// From top to bottom or from bottom to top.
    Turned,
    /// Aslant, as watermarks are.
    Aslant,
}
