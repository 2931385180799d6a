//! Makes words whole that a narrow column broke over its lines: `T` and `T`, `VII` and `I`,
//! `15/12/202` and `5`.
//!
//! Words are mended before the header, the numbers and the rows are looked for. A mended word knows
//! how many words of the page it is.

use phuluc_model::ordinal::{Ordinal, Scheme};
use phuluc_page::extent::Extent;
use phuluc_page::placed_word::PlacedWord;

use crate::broken_word::{is_cut_initial, is_one_word};
use crate::page_reader::page_table::{TablePart, cell_lines};

/// A word is broken over at most this many lines.
const MAX_PIECES: usize = 6;

/// A line is full if less than this is left of its column after one more letter, in font sizes: a
/// writer that breaks words leaves no room for a letter, and letters differ in width.
const FULL: f32 = 0.7;

/// Makes the words of the cells of a table part whole.
pub(crate) fn mend_words(table_part: &mut TablePart) {
    let widths = text_widths(table_part);
    for cell in &mut table_part.cells {
        let own = widths.get(cell.columns.clone()).unwrap_or_default();
        mend_cell(&mut cell.words, own.iter().sum());
    }
}

/// Makes the words of one cell whole, whose texts may be `width` points wide.
fn mend_cell(words: &mut Vec<PlacedWord>, width: f32) {
    let lines: Vec<Vec<PlacedWord>> =
        cell_lines(words).into_iter().map(<[PlacedWord]>::to_vec).collect();
    if lines.len() < 2 {
        return;
    }
    let spaced = lines.iter().any(|line| line.last().is_some_and(|last| last.spaced));
    let mut whole: Vec<PlacedWord> = Vec::with_capacity(words.len());
    let mut rest = lines.as_slice();
    let mut taken = 0;
    while let Some((line, below)) = rest.split_first() {
        whole.extend(line.iter().skip(taken).cloned());
        taken = 0;
        if let Some(count) = broken_over(rest, width, spaced) {
            let pieces = below.iter().take(count).filter_map(|line| line.first());
            if let Some(last) = whole.last_mut() {
                pieces.for_each(|piece| join(last, piece));
            }
            taken = 1;
            rest = below.get(count - 1..).unwrap_or_default();
        } else {
            rest = below;
        }
    }
    *words = whole;
}

/// Over how many of the lines below the first line its last word goes on.
fn broken_over(lines: &[Vec<PlacedWord>], width: f32, spaced: bool) -> Option<usize> {
    let mut pieces: Vec<&PlacedWord> = vec![lines.first()?.last()?];
    let mut longest = None;
    for (above, line) in lines.iter().zip(lines.iter().skip(1)).take(MAX_PIECES - 1) {
        let next = line.first()?;
        // A word that goes on over a line fills it.
        if (pieces.len() > 1 && above.len() > 1) || !may_break(above, next, width, spaced) {
            break;
        }
        pieces.push(next);
        let texts: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let alone = lines.first().is_some_and(|line| line.len() == 1);
        let slash = pieces.len() == 2 && ends_in_slash(above, spaced);
        if slash || is_one_word(&texts, alone) {
            longest = Some(pieces.len() - 1);
        }
    }
    longest
}

/// Whether a line had no room for a letter of the word below it.
fn may_break(line: &[PlacedWord], next: &PlacedWord, width: f32, spaced: bool) -> bool {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return false };
    let room = width - (last.x.max - first.x.min);
    let letters = u16::try_from(next.text.chars().count()).unwrap_or(u16::MAX).max(1);
    let letter = next.x.length() / f32::from(letters);
    let drawn_space = spaced && last.spaced;
    let full = room < letter + FULL * last.size && !drawn_space;
    full || ends_in_slash(line, spaced) || is_cut_initial(&last.text, &next.text)
}

/// Whether a line ends in a slash without the space that the other lines of the cell end with:
/// `lần/` and `quý`.
fn ends_in_slash(line: &[PlacedWord], spaced: bool) -> bool {
    let Some(last) = line.last() else { return false };
    spaced && !last.spaced && last.text.len() > 1 && last.text.ends_with('/')
}

/// Adds a piece to a word.
fn join(word: &mut PlacedWord, piece: &PlacedWord) {
    word.text.push_str(&piece.text);
    word.pieces += piece.pieces;
    word.spaced = piece.spaced;
}

/// The width of the texts of each column, in points: from the leftmost to the rightmost word.
fn text_widths(table_part: &TablePart) -> Vec<f32> {
    let mut texts: Vec<Option<Extent>> = vec![None; table_part.columns.len()];
    for cell in table_part.cells.iter().filter(|cell| cell.columns.len() == 1) {
        let own = Extent::around(cell.words.iter().map(|word| word.x));
        if let (Some(slot), Some(own)) = (texts.get_mut(cell.columns.start), own) {
            *slot = Some(slot.map_or(own, |slot| slot.join(own)));
        }
    }
    texts.into_iter().map(|text| text.map_or(0.0, Extent::length)).collect()
}

/// The numbers of at most this many schemes and depths are remembered: no plan has as many.
const MAX_KINDS: usize = 32;

/// The last numbers of a table, by scheme and depth: the judge of what a broken number is.
#[derive(Debug, Default)]
pub(crate) struct NumberChain(Vec<Ordinal>);

impl NumberChain {
    /// Makes numbers whole in the column of the numbers, from a row on; `column` is its place.
    pub(crate) fn mend_numbers(&mut self, part: &mut TablePart, first: usize, column: Extent) {
        let places = &part.columns;
        for cell in part.cells.iter_mut().filter(|cell| cell.rows.start >= first) {
            let own = places.get(cell.columns.clone()).unwrap_or_default();
            if !own.first().is_some_and(|own| column.holds(own.middle())) {
                continue;
            }
            let alone = cell_lines(&mut cell.words).iter().all(|line| line.len() == 1);
            if alone && own.iter().all(|own| column.holds(own.middle())) {
                self.mend_cell(&mut cell.words);
            }
            if let Some(word) = cell.words.first() {
                self.note(&word.text);
            }
        }
    }

    fn mend_cell(&mut self, words: &mut Vec<PlacedWord>) {
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        if !(2..=MAX_PIECES).contains(&texts.len()) || !self.is_one(&texts) {
            return;
        }
        let mut pieces = std::mem::take(words).into_iter();
        if let Some(mut word) = pieces.next() {
            pieces.for_each(|piece| join(&mut word, &piece));
            words.push(word);
        }
    }

    /// Whether the pieces of one cell are one number: joined they go on with the numbering, or they
    /// do not go on with it one by one.
    fn is_one(&self, pieces: &[&str]) -> bool {
        let is_number = !Ordinal::readings(&pieces.concat()).is_empty();
        self.goes_on_with(pieces) || (is_number && !self.are_several(pieces))
    }

    /// Whether pieces, joined, go on with the numbering, or close the first of them with a dot.
    pub(crate) fn goes_on_with(&self, pieces: &[&str]) -> bool {
        let joined = Ordinal::readings(&pieces.concat());
        let closes = matches!(pieces, [_, "." | ")"]);
        joined.iter().any(|ordinal| closes || self.expects(ordinal))
    }

    /// Whether each piece goes on with the numbering.
    fn are_several(&self, pieces: &[&str]) -> bool {
        let mut before: Option<Vec<Ordinal>> = None;
        for piece in pieces {
            let readings = Ordinal::readings(piece);
            let goes_on = readings.iter().any(|ordinal| match &before {
                Some(before) => before.iter().any(|before| ordinal.follows(before)),
                // A page may open with any number.
                None => self.0.is_empty() || self.expects(ordinal) || ordinal.is_first(),
            });
            if !goes_on {
                return false;
            }
            before = Some(readings);
        }
        true
    }

    /// Whether a number comes directly after one of the last numbers.
    fn expects(&self, ordinal: &Ordinal) -> bool {
        self.0.iter().any(|last| ordinal.follows(last))
    }

    /// Takes the number of a row.
    pub(crate) fn note(&mut self, number: &str) {
        let counts = |ordinal: &Ordinal| ordinal.scheme != Scheme::Dash;
        for ordinal in Ordinal::readings(number).into_iter().filter(counts) {
            let own = |last: &&mut Ordinal| {
                last.scheme == ordinal.scheme && last.depth() == ordinal.depth()
            };
            if let Some(last) = self.0.iter_mut().find(own) {
                *last = ordinal;
            } else if self.0.len() < MAX_KINDS {
                self.0.push(ordinal);
            }
        }
    }
}
