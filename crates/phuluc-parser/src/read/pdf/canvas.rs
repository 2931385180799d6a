//! What an engine finds drawn on a page, in plain numbers.
//!
//! Places are in points from the top left corner of the page as a reader sees it, after `/Rotate`;
//! `y` grows downwards.

/// A point or a vector.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Point {
    pub(crate) x: f32,
    pub(crate) y: f32,
}

/// A letter where it was drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    /// What it says; `None` where the file has no text for it.
    pub(crate) text: Option<char>,
    /// The left end of its base line.
    pub(crate) origin: Point,
    /// How far the next letter stands behind it.
    pub(crate) advance: f32,
    /// The size of its font as drawn.
    pub(crate) size: f32,
    /// Where its line runs to, a vector of length one.
    pub(crate) direction: Point,
    /// Whether it is the first of the letters that one instruction draws.
    pub(crate) first: bool,
}

/// How a path was painted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Paint {
    /// Its outline, with a pen of this width.
    Stroke(f32),
    /// Its inside.
    Fill,
}

/// A piece of a path that was drawn without lifting the pen.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Path {
    pub(crate) paint: Paint,
    /// Its corners; a closed path repeats the first one. Curves are their end points.
    pub(crate) points: Vec<Point>,
}

/// A page as it was drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Canvas {
    /// The number of the page, from one.
    pub(crate) number: u32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// The letters in the order they were drawn, spaces and invisible letters among them.
    pub(crate) glyphs: Vec<Glyph>,
    /// What was stroked or filled in a colour that shows on white.
    pub(crate) paths: Vec<Path>,
    /// How many images there are.
    pub(crate) images: usize,
    /// Whether the page has more letters or paths than the limits allow; the rest is not here.
    pub(crate) cut_short: bool,
}

/// How much a canvas may hold.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    pub(crate) glyphs: usize,
    pub(crate) points: usize,
}

impl Canvas {
    /// Adds the letters of a glyph; one that says several (a ligature) is shared among them.
    pub(crate) fn add_glyph(&mut self, text: &str, glyph: Glyph, room: &Room) {
        let count = text.chars().count();
        if self.glyphs.len() + count.max(1) > room.glyphs {
            self.cut_short = true;
            return;
        }
        if count == 0 {
            self.glyphs.push(Glyph { text: None, ..glyph });
            return;
        }
        #[expect(clippy::cast_precision_loss, reason = "a ligature has a few letters")]
        let advance = glyph.advance / count as f32;
        let mut origin = glyph.origin;
        for (index, letter) in text.chars().enumerate() {
            let first = glyph.first && index == 0;
            self.glyphs.push(Glyph { text: Some(letter), origin, advance, first, ..glyph });
            origin.x += advance * glyph.direction.x;
            origin.y += advance * glyph.direction.y;
        }
    }

    /// Adds a piece of a path, unless there is no room.
    pub(crate) fn add_path(&mut self, path: Path, used: &mut usize, room: &Room) {
        *used += path.points.len();
        if *used > room.points {
            self.cut_short = true;
        } else if path.points.len() > 1 {
            self.paths.push(path);
        }
    }
}
