//! The letters and paths that an engine draws on a page, without any type of the engine.
//!
//! Positions are in points from the top left corner of the page as a reader sees it, after `/Rotate`;
//! `y` grows downwards.

use crate::options::Limits;

/// A point or a vector.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Points from the left edge.
    pub x: f32,
    /// Points from the top edge.
    pub y: f32,
}

impl Point {
    /// A point from the wider numbers of an engine.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x: narrow(x), y: narrow(y) }
    }

    /// The length of a vector. Nearly all run along an axis, which needs no square root.
    fn length(self) -> f32 {
        match (self.x == 0.0, self.y == 0.0) {
            (_, true) => self.x.abs(),
            (true, _) => self.y.abs(),
            _ => self.x.hypot(self.y),
        }
    }
}

/// A length as `f32`: a page needs no more digits.
#[expect(clippy::cast_possible_truncation, reason = "a page is a few thousand points wide")]
pub const fn narrow(length: f64) -> f32 {
    length as f32
}

/// A letter where it was drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Its text; `None` if the file has no text for it.
    pub text: Option<char>,
    /// The left end of its base line.
    pub origin: Point,
    /// The distance to the next letter, in points.
    pub advance: f32,
    /// The size of its font as drawn.
    pub size: f32,
    /// Where its line runs to, a vector of length one.
    pub direction: Point,
    /// Whether it is the first of the letters that one instruction draws.
    pub first: bool,
    /// The number of its font in [`Canvas::fonts`], from one; 0 for all other fonts.
    pub font: u16,
    /// Its code in the font, if the engine gives it and it fits into a byte.
    pub code: Option<u8>,
}

impl Glyph {
    /// A letter without text. `along` and `up` are vectors of one em, along its line and upwards; the
    /// advance is in ems.
    pub fn new(origin: Point, along: Point, up: Point, advance: f32) -> Self {
        let em = along.length();
        let level = along.y == 0.0 && along.x > 0.0;
        let direction = if em > 0.0 && !level {
            Point { x: along.x / em, y: along.y / em }
        } else {
            Point { x: 1.0, y: 0.0 }
        };
        let (advance, size) = (advance * em, up.length());
        Self { text: None, origin, advance, size, direction, first: false, font: 0, code: None }
    }
}

/// How a path was painted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Paint {
    /// Its outline, with a line of this width in points.
    Stroke(f32),
    /// Its inside.
    Fill,
}

/// A piece of a path that was drawn without lifting the pen.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// How it is painted.
    pub paint: Paint,
    /// Its corners; a closed path repeats the first one. Curves are their end points.
    pub points: Vec<Point>,
}

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PathStep {
    /// To a point without drawing.
    Move(Point),
    /// To a point with a line.
    Line(Point),
    /// Back to the first point with a line.
    Close,
}

/// A page as it was drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Canvas {
    /// The number of the page, from one.
    pub number: u32,
    /// Points.
    pub width: f32,
    /// Points.
    pub height: f32,
    /// The letters in the order they were drawn, spaces and invisible letters among them.
    pub glyphs: Vec<Glyph>,
    /// The names of fonts that are known to be in an old encoding.
    pub fonts: Vec<String>,
    /// What was stroked or filled in a colour that shows on white.
    pub paths: Vec<Path>,
    /// How many images there are.
    pub images: usize,
    /// The limit that ended the reading of the page, if any; the rest of the page is missing here.
    pub cut_short: Option<PageLimit>,
    /// Whether something on the page cannot be decoded.
    pub unreadable: bool,
    /// Corners of all paths, also of those after the limit.
    pub points: usize,
}

/// The limit at which the reading of a page ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageLimit {
    /// [`Limits::max_page_glyphs`].
    Letters,
    /// Corners of lines.
    Corners,
    /// More lines than any table has: the page is a drawing.
    Rules,
    /// [`Limits::max_page_operations`].
    Operations,
    /// Calls of forms.
    Forms,
    /// Forms that call each other, one in the other.
    Depth,
    /// Bytes that are unpacked again and again.
    Bytes,
}

/// How much of a page is read: its share of the limits.
#[derive(Debug, Clone, Copy)]
pub struct PageRoom {
    /// Letters.
    pub glyphs: usize,
    /// Corners of lines.
    pub points: usize,
    /// Operations.
    pub operations: u64,
    /// Calls of forms.
    pub forms: u64,
    /// Forms that call each other, one in the other.
    pub depth: u32,
    /// Bytes that are unpacked again and again.
    pub bytes: u64,
}

/// The engine draws no forms that are nested deeper, and does not report it. The number is copied from
/// hayro-interpret (`MAX_NESTED_INTERPRETATION_DEPTH`); `guard.rs` of `phuluc-pdf` lists it.
const DEPTH: u32 = 50;

impl PageRoom {
    /// What the limits allow for one page.
    pub const fn new(limits: &Limits) -> Self {
        Self {
            glyphs: limits.max_page_glyphs,
            points: limits.max_page_points,
            operations: limits.max_page_operations,
            forms: limits.max_page_forms,
            depth: if limits.max_form_depth < DEPTH { limits.max_form_depth } else { DEPTH },
            bytes: limits.max_decoded_bytes,
        }
    }
}

impl Canvas {
    /// Begins an empty page; the memory of the letters of the last page is used again.
    pub fn begin(&mut self, number: u32, width: f32, height: f32) {
        let mut glyphs = std::mem::take(&mut self.glyphs);
        glyphs.clear();
        *self = Self { number, width, height, glyphs, ..Self::default() };
    }

    /// Records that a limit ended the reading; the first limit is kept.
    pub fn cut_at(&mut self, limit: PageLimit) {
        self.cut_short.get_or_insert(limit);
    }

    /// Adds a glyph with one letter of text, or without text.
    pub fn add_letter(&mut self, text: Option<char>, glyph: Glyph, room: &PageRoom) {
        if self.glyphs.len() < room.glyphs {
            // Some files map a letter without text to U+FFFD.
            let text = text.filter(|letter| *letter != char::REPLACEMENT_CHARACTER);
            self.glyphs.push(Glyph { text, ..glyph });
        } else {
            self.cut_at(PageLimit::Letters);
        }
    }

    /// Adds the letters of a glyph; several letters (a ligature) share its width equally.
    pub fn add_glyph(&mut self, text: &str, glyph: Glyph, room: &PageRoom) {
        let mut letters = text.chars();
        if let (first, None) = (letters.next(), letters.next()) {
            return self.add_letter(first, glyph, room);
        }
        let count = text.chars().count();
        if self.glyphs.len() + count > room.glyphs {
            self.cut_at(PageLimit::Letters);
            return;
        }
        #[expect(clippy::cast_precision_loss, reason = "a ligature has a few letters")]
        let advance = glyph.advance / count as f32;
        let mut origin = glyph.origin;
        for (index, letter) in text.chars().enumerate() {
            let first = glyph.first && index == 0;
            self.glyphs.push(Glyph {
                text: Some(letter),
                origin,
                advance,
                first,
                code: None,
                ..glyph
            });
            origin.x += advance * glyph.direction.x;
            origin.y += advance * glyph.direction.y;
        }
    }

    /// Adds a path, a piece for each move without drawing, up to the limit of corners.
    pub fn trace(
        &mut self,
        paint: Paint,
        steps: impl IntoIterator<Item = PathStep>,
        room: &PageRoom,
    ) {
        let mut points: Vec<Point> = Vec::new();
        for step in steps {
            match step {
                PathStep::Move(to) => {
                    self.add_piece(paint, std::mem::replace(&mut points, vec![to]), room);
                }
                PathStep::Line(to) => points.push(to),
                PathStep::Close => points.extend(points.first().copied()),
            }
        }
        self.add_piece(paint, points, room);
    }

    fn add_piece(&mut self, paint: Paint, points: Vec<Point>, room: &PageRoom) {
        self.points += points.len();
        if self.points > room.points {
            self.cut_at(PageLimit::Corners);
        } else if points.len() > 1 {
            self.paths.push(Path { paint, points });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: PageRoom =
        PageRoom { glyphs: 3, points: 6, operations: 9, forms: 9, depth: 9, bytes: 9 };

    fn glyph() -> Glyph {
        Glyph {
            text: None,
            origin: Point { x: 1.0, y: 0.0 },
            advance: 6.0,
            size: 10.0,
            direction: Point { x: 1.0, y: 0.0 },
            first: false,
            font: 0,
            code: None,
        }
    }

    #[test]
    fn the_letters_of_a_ligature_share_its_width() {
        let mut canvas = Canvas::default();
        canvas.add_glyph("ffi", glyph(), &ROOM);
        let letters: Vec<_> = canvas.glyphs.iter().map(|g| (g.text, g.origin.x)).collect();
        assert_eq!(letters, [(Some('f'), 1.0), (Some('f'), 3.0), (Some('i'), 5.0)]);
    }

    #[test]
    fn letters_without_text_are_kept_as_such() {
        let mut canvas = Canvas::default();
        for text in ["", "\u{FFFD}", " "] {
            canvas.add_glyph(text, glyph(), &ROOM);
        }
        let letters: Vec<_> = canvas.glyphs.iter().map(|glyph| glyph.text).collect();
        assert_eq!(letters, [None, None, Some(' ')]);
    }

    #[test]
    fn letters_over_the_limit_cut_the_page_short() {
        let mut canvas = Canvas::default();
        canvas.add_glyph("abc", glyph(), &ROOM);
        assert_eq!(canvas.cut_short, None);
        canvas.add_glyph("d", glyph(), &ROOM);
        assert_eq!(canvas.cut_short, Some(PageLimit::Letters));
        assert_eq!(canvas.glyphs.len(), 3);
    }

    #[test]
    fn a_path_is_cut_at_moves_without_drawing() {
        let point = |x| Point { x, y: 0.0 };
        let mut canvas = Canvas::default();
        let box_and_line = [
            PathStep::Move(point(0.0)),
            PathStep::Line(point(1.0)),
            PathStep::Close,
            PathStep::Move(point(5.0)),
            PathStep::Line(point(6.0)),
        ];
        canvas.trace(Paint::Fill, box_and_line, &ROOM);
        let points: Vec<Vec<f32>> = canvas
            .paths
            .iter()
            .map(|path| path.points.iter().map(|point| point.x).collect())
            .collect();
        assert_eq!(points, [vec![0.0, 1.0, 0.0], vec![5.0, 6.0]]);
        assert_eq!(canvas.cut_short, None);
        canvas.trace(Paint::Fill, box_and_line, &ROOM);
        assert_eq!(canvas.cut_short, Some(PageLimit::Corners));
        assert_eq!(canvas.paths.len(), 2);
    }
}
