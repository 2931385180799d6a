//! A page as words and rules.

use crate::placed_word::PlacedWord;

use crate::canvas::{Canvas, PageLimit};
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
    pub cut_short: Option<PageLimit>,
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
        cut_short: canvas.cut_short.or(drawing.then_some(PageLimit::Rules)),
    }
}
