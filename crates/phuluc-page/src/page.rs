//! A page as words and rules.

use ecow::EcoString;

use crate::canvas::{Canvas, Cut};
use crate::extent::Extent;
use crate::letter::Letters;
use crate::rule::Rules;
use crate::upright::Way;
use crate::{upright, word};

/// The width of a character of a text whose columns are kept by spaces, in points.
pub const LETTER: f32 = 5.0;

/// A page of placed text. Places are in points from its top left corner.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its number, from one.
    pub number: u32,
    /// Points.
    pub width: f32,
    /// Points.
    pub height: f32,
    /// Which way its lines ran before it was turned upright.
    pub way: Way,
    /// Its words, by line and then from left to right.
    pub words: Vec<PlacedWord>,
    /// Its rules; none where its paths are a drawing.
    pub rules: Rules,
    /// Whether its letters stand on a grid of characters: a text whose columns are kept by spaces.
    pub on_grid: bool,
    /// How many letters were drawn.
    pub glyphs: usize,
    /// How many of them have no text.
    pub unmapped: usize,
    /// How many images were drawn.
    pub images: usize,
    /// The limit that cut the page short, if one did.
    pub cut_short: Option<Cut>,
}

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

/// Makes pages of what was drawn; the room that one page takes is kept for the next.
#[derive(Debug, Default)]
pub struct Composer {
    letters: Letters,
}

impl Composer {
    /// The words and rules of what was drawn on a page.
    pub fn page(&mut self, canvas: &Canvas) -> Page {
        let way = upright::way(canvas);
        let canvas = upright::turned_from(canvas, way);
        let rules = Rules::of(&canvas.paths);
        let drawing = rules.are_a_drawing();
        let rules = if drawing { Rules::default() } else { rules };
        self.letters.read(&canvas);
        let words = word::words(&canvas, &self.letters, &rules);
        Page { way, ..page(&canvas, words, rules, drawing) }
    }
}

fn page(canvas: &Canvas, words: Vec<PlacedWord>, rules: Rules, drawing: bool) -> Page {
    Page {
        number: canvas.number,
        width: canvas.width,
        height: canvas.height,
        way: Way::Right,
        words,
        rules,
        on_grid: false,
        glyphs: canvas.glyphs.len(),
        unmapped: canvas.glyphs.iter().filter(|glyph| glyph.text.is_none()).count(),
        images: canvas.images,
        cut_short: canvas.cut_short.or(drawing.then_some(Cut::Rules)),
    }
}
