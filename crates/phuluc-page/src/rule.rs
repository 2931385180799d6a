//! Rules: the straight lines of a page, found among the strokes and fills.

use crate::canvas::{Paint, Path, Point};
use crate::extent::Extent;

/// A fill at most this thick, in points, is a line: Word draws borders as fills of half a point.
const THIN: f32 = 3.0;

/// The largest gap between two pieces of one line, in points; between dashes it is larger.
const GAP: f32 = 3.0;

/// Lines at most this far from each other, in points, are one line or a double line.
const SAME_RULE: f32 = 2.5;

/// More lines than this in one direction are a drawing: no page of a table has as many. They are dropped,
/// and [`PageLimit::Rules`](crate::canvas::PageLimit::Rules) reports it; words are kept.
const MAX_RULES: usize = 5_000;

/// How far the ends of a line may be off its axis, in points.
const LEAN: f32 = 0.7;

/// A straight line along one axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Its position on the other axis.
    pub at: f32,
    /// Its extent along its own axis.
    pub along: Extent,
}

/// The rules of a page, each list sorted by position and then by start.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rules {
    /// From left to right.
    pub horizontal: Vec<Rule>,
    /// From top to bottom.
    pub vertical: Vec<Rule>,
}

impl Rules {
    /// Finds the rules among the paths of a page.
    pub fn from_paths(paths: &[Path]) -> Self {
        let mut rules = Self::default();
        for path in paths {
            match path.paint {
                Paint::Stroke(width) => rules.add_stroke(&path.points, width),
                Paint::Fill => rules.add_fill(&path.points),
            }
        }
        Self { horizontal: merged(rules.horizontal), vertical: merged(rules.vertical) }
    }

    /// Whether there are too many rules for a table, so that the page shows a drawing.
    pub const fn are_a_drawing(&self) -> bool {
        self.horizontal.len() > MAX_RULES || self.vertical.len() > MAX_RULES
    }

    fn add_stroke(&mut self, points: &[Point], width: f32) {
        for (from, to) in points.iter().zip(points.iter().skip(1)) {
            let (x, y) = (Extent::between(from.x, to.x), Extent::between(from.y, to.y));
            if width <= THIN {
                self.add(x, y);
            } else if x.length() < LEAN || y.length() < LEAN {
                // A stroke as wide as it is long draws a box.
                let pen = width / 2.0;
                let thick = |along: Extent| Extent { min: along.min - pen, max: along.max + pen };
                if x.length() < LEAN { self.add(thick(x), y) } else { self.add(x, thick(y)) }
            }
        }
    }

    /// A thin filled box is a line, and so is the box around a filled shape of two edges.
    fn add_fill(&mut self, points: &[Point]) {
        let x = Extent::around(points.iter().map(|point| Extent { min: point.x, max: point.x }));
        let y = Extent::around(points.iter().map(|point| Extent { min: point.y, max: point.y }));
        if let (Some(x), Some(y)) = (x, y) {
            self.add(x, y);
        }
    }

    /// Adds a box, if it is thin enough to be a line.
    fn add(&mut self, x: Extent, y: Extent) {
        if y.length() <= THIN && x.length() > 2.0 * y.length() && x.length() > LEAN {
            self.horizontal.push(Rule { at: y.middle(), along: x });
        } else if x.length() <= THIN && y.length() > 2.0 * x.length() && y.length() > LEAN {
            self.vertical.push(Rule { at: x.middle(), along: y });
        }
    }
}

/// Joins the pieces of each line.
fn merged(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut all = Vec::new();
    let mut group: Vec<Rule> = Vec::new();
    for rule in rules {
        if group.first().is_some_and(|first| rule.at - first.at > SAME_RULE) {
            all.append(&mut joined(std::mem::take(&mut group)));
        }
        group.push(rule);
    }
    all.append(&mut joined(group));
    all
}

/// Joins the pieces of one line or of a double line.
fn joined(mut pieces: Vec<Rule>) -> Vec<Rule> {
    pieces.sort_by(|a, b| a.along.min.total_cmp(&b.along.min));
    let mut joined: Vec<Rule> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if piece.along.min <= last.along.max + GAP => {
                last.along = last.along.join(piece.along);
            }
            _ => joined.push(piece),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(paint: Paint, points: &[(f32, f32)]) -> Path {
        Path { paint, points: points.iter().map(|&(x, y)| Point { x, y }).collect() }
    }

    #[test]
    fn a_stroke_is_a_rule_for_each_straight_edge() {
        let frame = [(10.0, 10.0), (110.0, 10.0), (110.0, 60.0), (10.0, 60.0), (10.0, 10.0)];
        let rules = Rules::from_paths(&[path(Paint::Stroke(0.5), &frame)]);
        let places: Vec<f32> = rules.horizontal.iter().map(|rule| rule.at).collect();
        assert_eq!(places, [10.0, 60.0]);
        let places: Vec<f32> = rules.vertical.iter().map(|rule| rule.at).collect();
        assert_eq!(places, [10.0, 110.0]);
    }

    #[test]
    fn a_thin_fill_is_a_rule_and_a_box_is_none() {
        let thin = [(10.0, 10.0), (110.0, 10.0), (110.0, 10.5), (10.0, 10.5)];
        let shade = [(10.0, 20.0), (110.0, 20.0), (110.0, 40.0), (10.0, 40.0)];
        let rules = Rules::from_paths(&[path(Paint::Fill, &thin), path(Paint::Fill, &shade)]);
        let expected = Rule { at: 10.25, along: Extent { min: 10.0, max: 110.0 } };
        assert_eq!(rules, Rules { horizontal: vec![expected], vertical: vec![] });
    }

    #[test]
    fn dashes_and_double_lines_are_one_rule() {
        let dash = |x: f32, y: f32| path(Paint::Stroke(0.5), &[(x, y), (x + 4.0, y)]);
        let rules =
            Rules::from_paths(&[dash(0.0, 5.0), dash(6.0, 5.0), dash(12.0, 6.5), dash(40.0, 5.0)]);
        let along: Vec<Extent> = rules.horizontal.iter().map(|rule| rule.along).collect();
        let expected = [Extent { min: 0.0, max: 16.0 }, Extent { min: 40.0, max: 44.0 }];
        assert_eq!(along, expected);
    }

    #[test]
    fn a_wide_pen_draws_a_box() {
        let wide = path(Paint::Stroke(30.0), &[(0.0, 5.0), (200.0, 5.0)]);
        assert_eq!(Rules::from_paths(&[wide]), Rules::default());
    }
}
