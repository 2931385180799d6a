//! Turns a page so that its text runs from left to right.
//!
//! A page may be drawn sideways without `/Rotate`; the direction of most letters shows it.

use std::borrow::Cow;

use crate::canvas::{Canvas, Point};

/// The direction of a line on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// From left to right, as on an upright page.
    Right,
    /// From top to bottom.
    Down,
    /// From right to left: the page is upside down.
    Left,
    /// From bottom to top.
    Up,
    /// At an angle to the edges of the page.
    Aslant,
}

/// How far a unit vector may be off an axis and still count as along it: a scan is never quite straight.
const LEAN: f32 = 0.1;

/// The way of a direction.
pub fn run(direction: Point) -> Way {
    let Point { x, y } = direction;
    if y.abs() < LEAN {
        if x > 0.0 { Way::Right } else { Way::Left }
    } else if x.abs() < LEAN {
        if y > 0.0 { Way::Down } else { Way::Up }
    } else {
        Way::Aslant
    }
}

/// The canvas turned so that most letters run to the right.
pub fn turned(canvas: &Canvas) -> Cow<'_, Canvas> {
    turned_from(canvas, way(canvas))
}

/// The canvas turned so that lines that run in the given way run to the right.
pub fn turned_from(canvas: &Canvas, way: Way) -> Cow<'_, Canvas> {
    match way {
        Way::Down | Way::Left | Way::Up => Cow::Owned(turn(canvas.clone(), way)),
        Way::Right | Way::Aslant => Cow::Borrowed(canvas),
    }
}

/// The way of most letters of a canvas.
pub fn way(canvas: &Canvas) -> Way {
    let mut counts = [(Way::Up, 0), (Way::Left, 0), (Way::Down, 0), (Way::Right, 0)];
    for glyph in &canvas.glyphs {
        let way = run(glyph.direction);
        if let Some((_, count)) = counts.iter_mut().rev().find(|(other, _)| *other == way) {
            *count += 1;
        }
    }
    // `max_by_key` takes the last of equals: a page without letters stays as it is.
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(Way::Right, |(way, _)| way)
}

fn turn(mut canvas: Canvas, way: Way) -> Canvas {
    let (width, height) = (canvas.width, canvas.height);
    for glyph in &mut canvas.glyphs {
        glyph.origin = place(glyph.origin, way, width, height);
        glyph.direction = vector(glyph.direction, way);
    }
    for point in canvas.paths.iter_mut().flat_map(|path| &mut path.points) {
        *point = place(*point, way, width, height);
    }
    if way != Way::Left {
        (canvas.width, canvas.height) = (height, width);
    }
    canvas
}

/// Turns a vector with a page whose lines run in the given way.
pub fn vector(vector: Point, way: Way) -> Point {
    let Point { x, y } = vector;
    match way {
        Way::Right | Way::Aslant => vector,
        Way::Down => Point { x: y, y: -x },
        Way::Left => Point { x: -x, y: -y },
        Way::Up => Point { x: -y, y: x },
    }
}

/// Turns a point with a page of the given width and height whose lines run in the given way.
pub fn place(at: Point, way: Way, width: f32, height: f32) -> Point {
    let Point { x, y } = vector(at, way);
    match way {
        Way::Right | Way::Aslant => at,
        Way::Down => Point { x, y: y + width },
        Way::Left => Point { x: x + width, y: y + height },
        Way::Up => Point { x: x + height, y },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::{Glyph, Paint, Path};

    /// Checks that a letter in the top left corner, as the reader sees it, is there after turning.
    #[track_caller]
    fn check(origin: (f32, f32), direction: (f32, f32)) {
        let point = |(x, y)| Point { x, y };
        let glyph = Glyph {
            text: Some('a'),
            origin: point(origin),
            advance: 5.0,
            size: 10.0,
            direction: point(direction),
            first: true,
            font: 0,
            code: None,
        };
        let path = Path { paint: Paint::Fill, points: vec![point(origin)] };
        let canvas = Canvas {
            width: 100.0,
            height: 200.0,
            glyphs: vec![glyph],
            paths: vec![path],
            ..Canvas::default()
        };
        let turned = turned(&canvas);
        assert_eq!(turned.glyphs[0].direction, point((1.0, 0.0)));
        assert_eq!(turned.glyphs[0].origin, point((10.0, 20.0)));
        assert_eq!(turned.paths[0].points[0], point((10.0, 20.0)));
    }

    #[test]
    fn pages_are_turned_upright() {
        check((10.0, 20.0), (1.0, 0.0));
        check((80.0, 10.0), (0.0, 1.0));
        check((90.0, 180.0), (-1.0, 0.0));
        check((20.0, 190.0), (0.0, -1.0));
    }
}
