//! Letters to words.
//!
//! A word ends at a real space, at a white gap, and at a rule between two letters. Spaces that were
//! drawn decide where a line has any, because the white between letters alone misleads where lines
//! are justified or letters spaced out.

use super::extent::Extent;
use super::page::{Lie, PlacedWord};
use super::rule::{Rule, Rules};
use super::spelling;
use super::upright::{self, Run};
use crate::read::pdf::canvas::{Canvas, Glyph, Point};

/// Letters of one line stand no further apart in height than this share of their size.
const SAME_LINE: f32 = 0.15;

/// A gap that ends a word, as a share of the size of the letters.
const GAP: f32 = 0.17;

/// The same on a line that has real spaces.
const GAP_BESIDE_SPACES: f32 = 0.3;

/// Letters that one instruction draws closer than this are one word, whatever is drawn between
/// them: text runs over the border of a cell that is too narrow.
const TOUCHING: f32 = 0.05;

/// A justified line stretches the space between two words no further than this share of its size.
const STRETCHED: f32 = 1.5;

/// The same where no space was drawn between the words, or they were drawn apart.
const SPACED: f32 = 0.35;

/// Letters that reach further back than this share of their size are another text.
const OVERLAP: f32 = 0.5;

/// The words of a page, by line and then from left to right.
pub(super) fn words(canvas: &Canvas, rules: &Rules) -> Vec<PlacedWord> {
    let mut words = level_words(canvas, rules);
    for way in [Run::Down, Run::Left, Run::Up, Run::Aslant] {
        words.extend(leaning_words(canvas, way));
    }
    glue_marks(&mut words);
    with_lines(words)
}

/// A letter with the marks that were drawn onto it.
#[derive(Debug, Clone, Copy)]
struct Letter {
    /// Its first glyph, and how many there are.
    glyph: usize,
    count: usize,
    x: Extent,
    baseline: f32,
    size: f32,
    space: bool,
}

fn level_words(canvas: &Canvas, rules: &Rules) -> Vec<PlacedWord> {
    let letters = letters(canvas, Run::Right);
    let mut words = Vec::new();
    for line in lines(letters, |letter| (letter.baseline, letter.size)) {
        let line = from_left(line);
        let borders = borders(&line, &rules.vertical);
        let mut cutter = Cutter::new(canvas, &line, &borders);
        for letter in &line {
            cutter.add(*letter);
        }
        words.append(&mut cutter.finish());
    }
    words
}

/// Where vertical rules cross a line of letters.
fn borders(line: &[Letter], rules: &[Rule]) -> Vec<f32> {
    let Some(first) = line.first() else { return Vec::new() };
    let height = first.baseline - 0.27 * first.size;
    rules.iter().filter(|rule| rule.along.holds(height)).map(|rule| rule.at).collect()
}

/// The letters that run that way, in the order they were drawn, on a page turned upright for them.
fn letters(canvas: &Canvas, way: Run) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for (index, glyph) in canvas.glyphs.iter().enumerate() {
        let text = glyph.text.unwrap_or(char::REPLACEMENT_CHARACTER);
        if upright::run(glyph.direction) != way || spelling::is_void(text) {
            continue;
        }
        let letter = letter(glyph, text, index, way);
        match letters.last_mut() {
            Some(base) if spelling::is_mark(text) && base.carries(&letter) => base.count += 1,
            _ => letters.push(letter),
        }
    }
    letters
}

fn letter(glyph: &Glyph, text: char, index: usize, way: Run) -> Letter {
    let origin = upright::vector(glyph.origin, way);
    Letter {
        glyph: index,
        count: 1,
        x: Extent::between(origin.x, origin.x + glyph.advance),
        baseline: origin.y,
        size: glyph.size.max(0.1),
        space: text.is_whitespace(),
    }
}

impl Letter {
    /// Whether a mark that was drawn right behind this letter stands on it.
    fn carries(&self, mark: &Self) -> bool {
        let near = Extent { min: self.x.min - self.size, max: self.x.max + self.size };
        self.glyph + self.count == mark.glyph && !self.space && near.holds(mark.x.min)
    }
}

/// Sorts things by height and groups those that stand on one line.
fn lines<T>(mut things: Vec<T>, place: impl Fn(&T) -> (f32, f32)) -> Vec<Vec<T>> {
    things.sort_by(|a, b| place(a).0.total_cmp(&place(b).0));
    let mut lines: Vec<Vec<T>> = Vec::new();
    for thing in things {
        let (baseline, size) = place(&thing);
        match lines.last_mut() {
            Some(line)
                if line.first().is_some_and(|first| {
                    baseline - place(first).0 <= SAME_LINE * size.min(place(first).1).max(2.0)
                }) =>
            {
                line.push(thing);
            }
            _ => lines.push(vec![thing]),
        }
    }
    lines
}

/// The letters of a line from left to right. Those that were drawn one behind the other stay
/// together: the comma and the space at the end of one cell may reach over the next.
fn from_left(mut line: Vec<Letter>) -> Vec<Letter> {
    line.sort_by_key(|letter| letter.glyph);
    let on = |a: &Letter, b: &Letter| {
        let gap = (b.x.min - a.x.max) / a.size.max(b.size);
        a.glyph + a.count == b.glyph && (-OVERLAP..GAP).contains(&gap)
    };
    let mut pieces: Vec<&[Letter]> = line.chunk_by(on).collect();
    let start = |piece: &[Letter]| piece.first().map_or(0.0, |letter| letter.x.min);
    pieces.sort_by(|a, b| start(a).total_cmp(&start(b)));
    pieces.concat()
}

/// Cuts a line of letters into words.
struct Cutter<'a> {
    canvas: &'a Canvas,
    borders: &'a [f32],
    /// The gap that ends a word.
    gap: f32,
    open: Vec<Letter>,
    /// The last letter of the word before, and the space behind it.
    before: Option<Letter>,
    space: Option<Letter>,
    words: Vec<PlacedWord>,
}

impl<'a> Cutter<'a> {
    fn new(canvas: &'a Canvas, line: &[Letter], borders: &'a [f32]) -> Self {
        let spaces = line.iter().any(|letter| letter.space);
        let gap = if spaces { GAP_BESIDE_SPACES } else { GAP };
        Self {
            canvas,
            borders,
            gap,
            open: Vec::new(),
            before: None,
            space: None,
            words: Vec::new(),
        }
    }

    fn add(&mut self, letter: Letter) {
        if letter.space {
            self.close();
            let behind = |before: Letter| before.glyph + before.count == letter.glyph;
            if let (true, Some(word)) = (self.before.is_some_and(behind), self.words.last_mut()) {
                word.spaced = true;
            }
            self.space = Some(letter);
            return;
        }
        if let Some(last) = self.open.last() {
            if self.is_same_again(last, &letter) {
                return;
            }
            if self.parts(last, &letter) {
                self.close();
            }
        }
        self.open.push(letter);
    }

    /// Whether a letter was drawn a second time to make it look bold.
    fn is_same_again(&self, last: &Letter, letter: &Letter) -> bool {
        let text = |letter: &Letter| self.canvas.glyphs.get(letter.glyph).map(|glyph| glyph.text);
        text(last) == text(letter) && letter.x.min - last.x.min < 0.3 * last.x.length()
    }

    /// Whether a word ends between two letters.
    fn parts(&self, last: &Letter, letter: &Letter) -> bool {
        let size = last.size.max(letter.size);
        let gap = letter.x.min - last.x.max;
        let in_turn = last.glyph + last.count == letter.glyph;
        let between = Extent { min: last.x.middle(), max: letter.x.middle() };
        let bordered = self.borders.iter().any(|border| between.holds(*border));
        let drawn_apart = !in_turn || self.is_first(letter);
        gap > self.gap * size
            || gap < -OVERLAP * size
            || (bordered && (gap > TOUCHING * size || drawn_apart))
    }

    fn is_first(&self, letter: &Letter) -> bool {
        self.canvas.glyphs.get(letter.glyph).is_some_and(|glyph| glyph.first)
    }

    fn close(&mut self) {
        let letters = std::mem::take(&mut self.open);
        let follows = letters.first().is_some_and(|first| self.follows(first));
        if let Some(word) = word(self.canvas, &letters) {
            self.words.push(PlacedWord { follows, ..word });
            self.before = letters.last().copied();
            self.space = None;
        }
    }

    /// Whether the letter opens a word that goes on with the text of the word before.
    fn follows(&self, letter: &Letter) -> bool {
        let Some(before) = &self.before else { return false };
        let gap = (letter.x.min - before.x.max) / letter.size;
        let between = Extent { min: before.x.middle(), max: letter.x.middle() };
        if self.borders.iter().any(|border| between.holds(*border)) {
            return false;
        }
        match &self.space {
            Some(space) => {
                let in_turn = before.glyph + before.count == space.glyph
                    && space.glyph + space.count == letter.glyph;
                gap < if in_turn { STRETCHED } else { SPACED }
            }
            None => gap < SPACED,
        }
    }

    fn finish(mut self) -> Vec<PlacedWord> {
        self.close();
        self.words
    }
}

fn word(canvas: &Canvas, letters: &[Letter]) -> Option<PlacedWord> {
    let x = Extent::around(letters.iter().map(|letter| letter.x))?;
    let size = letters.iter().map(|letter| letter.size).fold(0.0, f32::max);
    let tallest = letters.iter().find(|letter| letter.size >= size)?;
    let glyphs = |letter: &Letter| letter.glyph..letter.glyph + letter.count;
    let drawn = letters.iter().flat_map(|letter| {
        canvas.glyphs.get(glyphs(letter)).unwrap_or_default().iter().filter_map(|glyph| glyph.text)
    });
    let text = spelling::spelled(drawn);
    let baseline = tallest.baseline;
    (!text.is_empty()).then_some(PlacedWord {
        text,
        x,
        baseline,
        size,
        line: 0,
        lie: Lie::Level,
        follows: false,
        spaced: false,
    })
}

/// The words that do not run along the page. They are cut where they were drawn.
fn leaning_words(canvas: &Canvas, way: Run) -> Vec<PlacedWord> {
    let letters = letters(canvas, way);
    if letters.is_empty() {
        return Vec::new();
    }
    let grouped = if way == Run::Aslant {
        vec![letters]
    } else {
        lines(letters, |letter| (letter.baseline, letter.size))
    };
    let mut words = Vec::new();
    for mut line in grouped {
        if way != Run::Aslant {
            line = from_left(line);
        }
        let mut cutter = Cutter::new(canvas, &line, &[]);
        cutter.gap = if way == Run::Aslant { f32::INFINITY } else { cutter.gap };
        for letter in &line {
            cutter.add(*letter);
        }
        words.extend(cutter.finish().into_iter().map(|word| laid_back(word, way)));
    }
    words
}

/// A word that was read on a turned page, at its place on the page itself.
fn laid_back(word: PlacedWord, way: Run) -> PlacedWord {
    let back = match way {
        Run::Down => Run::Up,
        Run::Up => Run::Down,
        same => same,
    };
    let corner = |x, y| upright::vector(Point { x, y }, back);
    let (from, to) = (corner(word.x.min, word.y().min), corner(word.x.max, word.y().max));
    let (x, y) = (Extent::between(from.x, to.x), Extent::between(from.y, to.y));
    let lie = if way == Run::Aslant { Lie::Aslant } else { Lie::Turned };
    PlacedWord { x, baseline: y.middle() + 0.27 * word.size, lie, ..word }
}

/// Words that are looked at on each side of a note mark; a line has far fewer.
const REACH: usize = 1_000;

/// Glues raised figures to the word they follow (`CTr/BCĐ³`), and to them what follows.
fn glue_marks(words: &mut Vec<PlacedWord>) {
    words.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut gone = vec![false; words.len()];
    for index in 0..words.len() {
        let Some((mark, bearer)) = bearer(words, index) else { continue };
        let tail = follower(words, bearer, &mark).filter(|tail| gone.get(*tail) == Some(&false));
        glue(words, bearer, &mark);
        if let Some(tail) = tail.and_then(|tail| words.get(tail)).cloned() {
            glue(words, bearer, &tail);
        }
        for index in [Some(index), tail].into_iter().flatten() {
            if let Some(slot) = gone.get_mut(index) {
                *slot = true;
            }
        }
    }
    let mut gone = gone.into_iter();
    words.retain(|_| !gone.next().unwrap_or(false));
}

/// The word and the index of the word that bears it, if it is the mark of a note.
fn bearer(words: &[PlacedWord], index: usize) -> Option<(PlacedWord, usize)> {
    let mark = words.get(index)?;
    if mark.lie != Lie::Level || !spelling::is_note_mark(&mark.text) {
        return None;
    }
    let bears = |word: &PlacedWord| {
        let raised = (word.baseline - mark.baseline) / word.size;
        mark.size < 0.85 * word.size && (0.15..0.7).contains(&raised) && touch(word, mark)
    };
    let below = words.iter().enumerate().skip(index + 1).take(REACH);
    let (bearer, _) = below.into_iter().find(|(_, word)| bears(word))?;
    Some((mark.clone(), bearer))
}

/// The word on the line of the bearer that begins where the mark ends.
fn follower(words: &[PlacedWord], bearer: usize, mark: &PlacedWord) -> Option<usize> {
    let line = words.get(bearer)?;
    let follows = |word: &PlacedWord| {
        (word.baseline - line.baseline).abs() < SAME_LINE * line.size && touch(mark, word)
    };
    let near = words.iter().enumerate().skip(bearer.saturating_sub(REACH)).take(2 * REACH);
    let mut near = near.filter(|(index, word)| *index != bearer && follows(word));
    near.next().map(|(index, _)| index)
}

fn touch(left: &PlacedWord, right: &PlacedWord) -> bool {
    (right.x.min - left.x.max).abs() < GAP * left.size.max(right.size)
}

fn glue(words: &mut [PlacedWord], bearer: usize, part: &PlacedWord) {
    if let Some(word) = words.get_mut(bearer) {
        word.text = format!("{}{}", word.text, part.text).into();
        word.x = word.x.join(part.x);
    }
}

/// Numbers the lines of a page from its top.
fn with_lines(words: Vec<PlacedWord>) -> Vec<PlacedWord> {
    let mut all = Vec::with_capacity(words.len());
    let lines = lines(words, |word| (word.baseline, word.size));
    for (number, mut line) in (1..).zip(lines) {
        line.sort_by(|a, b| a.x.min.total_cmp(&b.x.min));
        all.extend(line.into_iter().map(|word| PlacedWord { line: number, ..word }));
    }
    all
}
