//! A page as words and rules.

use crate::placed_word::PlacedWord;

use crate::canvas::{Canvas, PageLimit};
use crate::letter::Letters;
use crate::rule::Rules;
use crate::upright::Way;
use crate::{upright, word};

/// The width that a character of a text in columns of spaces gets, in points.
pub const LETTER: f32 = 5.0;

/// A page of words with positions, in points from its top left corner.
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
    /// Its rules; empty if its paths are a drawing.
    pub rules: Rules,
    /// Whether its letters are on a grid of characters: a text whose columns are made with spaces.
    pub on_grid: bool,
    /// How many letters were drawn.
    pub glyphs: usize,
    /// How many of them have no text.
    pub unmapped: usize,
    /// How many images were drawn.
    pub images: usize,
    /// The limit that cut the page short, if one did.
    pub cut_short: Option<PageLimit>,
}

/// Makes pages from canvases; the memory for the letters is used again for the next page.
#[derive(Debug, Default)]
pub struct Composer {
    letters: Letters,
}

impl Composer {
    /// Makes the words and rules of a page from what was drawn.
    pub fn page(&mut self, canvas: &Canvas) -> Page {
        let way = upright::way(canvas);
        let canvas = upright::turned_from(canvas, way);
        let rules = Rules::from_paths(&canvas.paths);
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
        cut_short: canvas.cut_short.or(drawing.then_some(PageLimit::Rules)),
    }
}
