//! The letters of a page, line by line.

use crate::canvas::{Canvas, Glyph};
use crate::extent::Extent;
use crate::spelling;
use crate::upright;
use crate::upright::Way;

/// The base lines of letters of one line differ at most by this share of their size.
pub(crate) const SAME_LINE: f32 = 0.15;

/// A gap larger than this share of the letters' size ends a word.
pub(crate) const GAP: f32 = 0.17;

/// A letter that begins further back than this share of its size belongs to another text.
pub(crate) const OVERLAP: f32 = 0.5;

/// A letter with the accents that were drawn onto it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letter {
    /// The index of its first glyph, and the number of glyphs.
    pub(crate) glyph: usize,
    pub(crate) count: usize,
    pub(crate) x: Extent,
    pub(crate) baseline: f32,
    pub(crate) size: f32,
    pub(crate) space: bool,
    /// Whether it is the first of the letters that one instruction draws.
    pub(crate) first: bool,
}

/// The letters of a page in drawing order, in one list for each direction. Their positions are on the
/// page turned so that this direction runs to the right.
#[derive(Debug, Default)]
pub(crate) struct Letters {
    pub(crate) right: Vec<Letter>,
    pub(crate) down: Vec<Letter>,
    pub(crate) left: Vec<Letter>,
    pub(crate) up: Vec<Letter>,
    pub(crate) aslant: Vec<Letter>,
}

impl Letters {
    /// Reads the letters of another page.
    pub(crate) fn read(&mut self, canvas: &Canvas) {
        for letters in
            [&mut self.right, &mut self.down, &mut self.left, &mut self.up, &mut self.aslant]
        {
            letters.clear();
        }
        for (index, glyph) in canvas.glyphs.iter().enumerate() {
            let text = glyph.text.unwrap_or(char::REPLACEMENT_CHARACTER);
            if spelling::is_void(text) {
                continue;
            }
            let way = upright::run(glyph.direction);
            let letter = letter(glyph, text, index, way);
            let letters = self.that_run(way);
            match letters.last_mut().filter(|_| spelling::is_mark(text)) {
                Some(base) if base.carries(&letter) => base.count += 1,
                _ => letters.push(letter),
            }
        }
    }

    const fn that_run(&mut self, way: Way) -> &mut Vec<Letter> {
        match way {
            Way::Right => &mut self.right,
            Way::Down => &mut self.down,
            Way::Left => &mut self.left,
            Way::Up => &mut self.up,
            Way::Aslant => &mut self.aslant,
        }
    }
}

fn letter(glyph: &Glyph, text: char, index: usize, way: Way) -> Letter {
    let origin = upright::vector(glyph.origin, way);
    Letter {
        glyph: index,
        count: 1,
        x: Extent::between(origin.x, origin.x + glyph.advance),
        baseline: origin.y,
        size: glyph.size.max(0.1),
        space: text.is_whitespace(),
        first: glyph.first,
    }
}

impl Letter {
    /// Whether an accent that was drawn right after this letter is on it.
    fn carries(&self, mark: &Self) -> bool {
        let near = Extent { min: self.x.min - self.size, max: self.x.max + self.size };
        self.glyph + self.count == mark.glyph && !self.space && near.holds(mark.x.min)
    }

    /// Whether another letter was drawn right after this one.
    pub(crate) const fn is_before(&self, next: &Self) -> bool {
        self.glyph + self.count == next.glyph
    }
}

/// Groups of letters with one base line and size that were drawn one after the other, so that they are on
/// one line; from top to bottom.
pub(crate) fn runs(letters: &[Letter]) -> Vec<&[Letter]> {
    let alike = |a: &Letter, b: &Letter| {
        a.baseline.total_cmp(&b.baseline).is_eq() && a.size.total_cmp(&b.size).is_eq()
    };
    let mut runs: Vec<&[Letter]> = letters.chunk_by(alike).collect();
    runs.sort_by(|a, b| place(a).0.total_cmp(&place(b).0));
    runs
}

/// The base line of the letters of a run, and their size.
fn place(run: &&[Letter]) -> (f32, f32) {
    run.first().map_or((0.0, 0.0), |letter| (letter.baseline, letter.size))
}

/// Runs grouped into lines; the letters of each line from left to right.
pub(crate) fn lines(runs: &[&[Letter]]) -> impl Iterator<Item = Vec<Letter>> {
    lines_of(runs, place).map(|runs| from_left(runs.concat()))
}

/// Groups items that are sorted by height into lines. `place` returns the base line and the size of the
/// letters of an item.
pub(crate) fn lines_of<T>(
    mut things: &[T],
    place: impl Fn(&T) -> (f32, f32),
) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let (top, tall) = place(things.first()?);
        let is_on_line = |thing: &&T| {
            let (baseline, size) = place(thing);
            baseline - top <= SAME_LINE * size.min(tall).max(2.0)
        };
        // The first is always on its own line, even if its height is NaN; else the loop would not end.
        let more = things.iter().skip(1).take_while(is_on_line).count();
        let (line, rest) = things.split_at_checked(more + 1)?;
        things = rest;
        Some(line)
    })
}

/// The letters of a line from left to right. Letters that were drawn one after the other stay together,
/// because the comma and the space at the end of a cell may overlap the next cell.
fn from_left(mut line: Vec<Letter>) -> Vec<Letter> {
    line.sort_by_key(|letter| letter.glyph);
    let on = |a: &Letter, b: &Letter| {
        let gap = (b.x.min - a.x.max) / a.size.max(b.size);
        a.is_before(b) && (-OVERLAP..GAP).contains(&gap)
    };
    let start = |piece: &&[Letter]| piece.first().map_or(0.0, |letter| letter.x.min);
    let in_order = |a: &&[Letter], b: &&[Letter]| start(a).total_cmp(&start(b)).is_le();
    if line.chunk_by(on).is_sorted_by(in_order) {
        return line;
    }
    let mut pieces: Vec<&[Letter]> = line.chunk_by(on).collect();
    pieces.sort_by(|a, b| start(a).total_cmp(&start(b)));
    pieces.concat()
}
