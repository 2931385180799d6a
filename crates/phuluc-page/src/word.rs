//! Joins letters to words.
//!
//! A word ends at a drawn space, at a gap, and at a rule between two letters. If a line has drawn spaces,
//! they decide and gaps must be wider, because justified lines and spaced letters have misleading gaps.

use crate::canvas::{Canvas, Point};
use crate::extent::Extent;
use crate::letter::{GAP, Letter, Letters, OVERLAP, lines, lines_of, runs};
use crate::note_mark;
use crate::placed_word::{Lie, PlacedWord};
use crate::rule::{Rule, Rules};
use crate::spelling;
use crate::upright;
use crate::upright::Way;

/// On a line with drawn spaces, a gap of this share of the font size ends a word too.
const GAP_BESIDE_SPACES: f32 = 0.3;

/// Letters of one instruction closer than this share of the size are one word even with a rule between
/// them: text runs over the border of a cell that is too narrow.
const TOUCHING: f32 = 0.05;

/// The widest space between two words of a justified line, as a share of the font size.
const STRETCHED: f32 = 1.5;

/// The same if no space was drawn between the words, or other text was drawn between them.
const SPACED: f32 = 0.35;

/// The words of a page, by line and then from left to right.
pub(crate) fn words(canvas: &Canvas, letters: &Letters, rules: &Rules) -> Vec<PlacedWord> {
    let mut words = level_words(canvas, &letters.right, rules);
    words.extend(turned_words(canvas, &letters.down, Way::Down));
    words.extend(turned_words(canvas, &letters.left, Way::Left));
    words.extend(turned_words(canvas, &letters.up, Way::Up));
    words.extend(aslant_words(canvas, &letters.aslant));
    note_mark::glue(&mut words);
    number_lines(&mut words);
    words
}

fn level_words(canvas: &Canvas, letters: &[Letter], rules: &Rules) -> Vec<PlacedWord> {
    let mut cutter = Cutter::new(canvas);
    for line in lines(&runs(letters)) {
        cutter.cut(&line, &borders(&line, &rules.vertical), gap(&line));
    }
    cutter.words
}

/// The gap that ends a word on a line.
fn gap(line: &[Letter]) -> f32 {
    if line.iter().any(|letter| letter.space) { GAP_BESIDE_SPACES } else { GAP }
}

/// Where vertical rules cross a line of letters, from left to right; a single letter needs none.
fn borders(line: &[Letter], rules: &[Rule]) -> Vec<f32> {
    let [first, _, ..] = line else { return Vec::new() };
    let height = first.baseline - 0.27 * first.size;
    let mut borders: Vec<f32> =
        rules.iter().filter(|rule| rule.along.holds(height)).map(|rule| rule.at).collect();
    borders.sort_by(f32::total_cmp);
    borders
}

/// Cuts lines of letters into words.
struct Cutter<'a> {
    canvas: &'a Canvas,
    /// The word that is not ended yet, and its text.
    open: Option<OpenWord>,
    text: String,
    /// The last letter of the word before, and the space after it.
    before: Option<Letter>,
    space: Option<Letter>,
    words: Vec<PlacedWord>,
}

/// A word that is not ended yet.
#[derive(Clone, Copy)]
struct OpenWord {
    first: Letter,
    last: Letter,
    x: Extent,
    /// The first of its tallest letters.
    tallest: Letter,
}

impl OpenWord {
    const fn new(letter: Letter) -> Self {
        Self { first: letter, last: letter, x: letter.x, tallest: letter }
    }

    fn add(&mut self, letter: Letter) {
        self.last = letter;
        self.x = self.x.join(letter.x);
        if letter.size > self.tallest.size {
            self.tallest = letter;
        }
    }
}

/// What ends the words of a line.
#[derive(Clone, Copy)]
struct Ends<'a> {
    borders: &'a [f32],
    gap: f32,
}

impl<'a> Cutter<'a> {
    const fn new(canvas: &'a Canvas) -> Self {
        Self {
            canvas,
            open: None,
            text: String::new(),
            before: None,
            space: None,
            words: Vec::new(),
        }
    }

    /// Adds the words of a line.
    fn cut(&mut self, line: &[Letter], borders: &[f32], gap: f32) {
        (self.before, self.space) = (None, None);
        let ends = Ends { borders, gap };
        for letter in line {
            self.add(*letter, ends);
        }
        self.close(ends);
    }

    fn add(&mut self, letter: Letter, ends: Ends<'_>) {
        if letter.space {
            self.close(ends);
            let is_next = |before: Letter| before.is_before(&letter);
            if let (true, Some(word)) = (self.before.is_some_and(is_next), self.words.last_mut()) {
                word.spaced = true;
            }
            self.space = Some(letter);
            return;
        }
        if let Some(open) = &self.open {
            if self.is_same_again(&open.last, &letter) {
                return;
            }
            if ends.parts(&open.last, &letter) {
                self.close(ends);
            }
        }
        match &mut self.open {
            Some(open) => open.add(letter),
            None => self.open = Some(OpenWord::new(letter)),
        }
        let glyphs = self.canvas.glyphs.get(letter.glyph..letter.glyph + letter.count);
        self.text.extend(glyphs.unwrap_or_default().iter().filter_map(|glyph| glyph.text));
    }

    /// Whether a letter was drawn a second time to make it look bold.
    fn is_same_again(&self, last: &Letter, letter: &Letter) -> bool {
        let text = |letter: &Letter| self.canvas.glyphs.get(letter.glyph).map(|glyph| glyph.text);
        letter.x.min - last.x.min < 0.3 * last.x.length() && text(last) == text(letter)
    }

    /// Ends the open word; a word without text is dropped.
    fn close(&mut self, ends: Ends<'_>) {
        let Some(OpenWord { first, last, x, tallest }) = self.open.take() else { return };
        let text = spelling::spelled(&self.text);
        self.text.clear();
        if text.is_empty() {
            return;
        }
        let follows = self.follows(&first, ends);
        let Letter { baseline, size, .. } = tallest;
        self.words.push(PlacedWord {
            text,
            x,
            baseline,
            size,
            line: 0,
            lie: Lie::Level,
            follows,
            spaced: false,
            pieces: 1,
        });
        (self.before, self.space) = (Some(last), None);
    }

    /// Whether the letter begins a word of the same text as the word before.
    fn follows(&self, letter: &Letter, ends: Ends<'_>) -> bool {
        let Some(before) = &self.before else { return false };
        let gap = (letter.x.min - before.x.max) / letter.size;
        let near = match &self.space {
            Some(space) => {
                let in_turn = before.is_before(space) && space.is_before(letter);
                gap < if in_turn { STRETCHED } else { SPACED }
            }
            None => gap < SPACED,
        };
        near && !ends.has_border(before, letter)
    }
}

impl Ends<'_> {
    /// Whether a word ends between two letters.
    fn parts(self, last: &Letter, letter: &Letter) -> bool {
        let size = last.size.max(letter.size);
        let gap = letter.x.min - last.x.max;
        let drawn_apart = letter.first || !last.is_before(letter);
        gap > self.gap * size
            || gap < -OVERLAP * size
            || ((gap > TOUCHING * size || drawn_apart) && self.has_border(last, letter))
    }

    /// Whether a rule runs between the middles of two letters.
    fn has_border(self, last: &Letter, letter: &Letter) -> bool {
        let next = self.borders.partition_point(|border| *border < last.x.middle());
        self.borders.get(next).is_some_and(|border| *border <= letter.x.middle())
    }
}

/// The words that run up or down the page or are upside down.
fn turned_words(canvas: &Canvas, letters: &[Letter], way: Way) -> Vec<PlacedWord> {
    let mut cutter = Cutter::new(canvas);
    for line in lines(&runs(letters)) {
        cutter.cut(&line, &[], gap(&line));
    }
    cutter.words.into_iter().map(|word| laid_back(word, way)).collect()
}

/// The words at an angle. They are cut in drawing order.
fn aslant_words(canvas: &Canvas, letters: &[Letter]) -> Vec<PlacedWord> {
    let mut cutter = Cutter::new(canvas);
    cutter.cut(letters, &[], f32::INFINITY);
    cutter.words.into_iter().map(|word| laid_back(word, Way::Aslant)).collect()
}

/// Moves a word that was read on a turned page to its position on the page itself.
fn laid_back(word: PlacedWord, way: Way) -> PlacedWord {
    let back = match way {
        Way::Down => Way::Up,
        Way::Up => Way::Down,
        same => same,
    };
    let corner = |x, y| upright::vector(Point { x, y }, back);
    let (from, to) = (corner(word.x.min, word.y().min), corner(word.x.max, word.y().max));
    let (x, y) = (Extent::between(from.x, to.x), Extent::between(from.y, to.y));
    let lie = if way == Way::Aslant { Lie::Aslant } else { Lie::Turned };
    PlacedWord { x, baseline: y.middle() + 0.27 * word.size, lie, ..word }
}

/// Numbers the lines of a page from its top and puts their words in order.
fn number_lines(words: &mut [PlacedWord]) {
    words.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let place = |word: &PlacedWord| (word.baseline, word.size);
    let lengths: Vec<usize> = lines_of(words, place).map(<[PlacedWord]>::len).collect();
    let mut rest = words;
    for (number, length) in (1..).zip(lengths) {
        let Some((line, below)) = rest.split_at_mut_checked(length) else { return };
        line.sort_by(|a, b| a.x.min.total_cmp(&b.x.min));
        for word in line {
            word.line = number;
        }
        rest = below;
    }
}
