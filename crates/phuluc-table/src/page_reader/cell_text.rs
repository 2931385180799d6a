//! The words of a cell as text: lines joined, broken words mended, paragraphs found.

use phuluc_model::Place;

use crate::page_reader::page_table::cell_lines;
use crate::table::Cell;
use phuluc_page::extent::Extent;
use phuluc_page::line::{Gap, Word};
use phuluc_page::placed_word::PlacedWord;

/// A line is full if less than this is left of its column, in font sizes.
const FULL: f32 = 0.7;

/// A space between words in font sizes, with some tolerance.
const SPACE: f32 = 0.4;

/// Room after a line in font sizes; with more, the writer ended the line, if a capital follows.
const AMPLE: f32 = 1.5;

/// A word with this many letters is no Vietnamese syllable; the longest, `nghiêng`, has seven.
const LONG: usize = 8;

/// The text of a cell, and how it could continue after the page end.
#[derive(Debug, Clone, Default)]
pub(crate) struct CellText {
    pub(crate) cell: Cell,
    /// The room after its last word in points.
    room: f32,
    /// The length of its first word and of the space before it.
    opening: f32,
}

impl CellText {
    /// A text of words from another cell, without geometry.
    pub(crate) fn from_words(words: Vec<Word>) -> Self {
        Self { cell: Cell { words, ..Cell::default() }, ..Self::default() }
    }

    /// Whether the next text could have begun on the last line of this one.
    pub(crate) fn has_room_for(&self, next: &Self) -> bool {
        self.room > next.opening
    }

    /// Adds the rest of the cell from the next page.
    pub(crate) fn extend(&mut self, mut rest: Self) {
        let count = self.cell.words.len();
        if rest.cell.words.is_empty() {
            return;
        }
        if let (Some(last), Some(first)) = (self.cell.words.last(), rest.cell.words.first_mut()) {
            first.gap = Gap::Page;
            if ends_item(&last.text, &first.text) {
                self.cell.paragraphs.push(count);
            }
        }
        self.cell.words.append(&mut rest.cell.words);
        self.cell.cell_boxes.extend(rest.cell.cell_boxes);
        self.cell.paragraphs.extend(rest.cell.paragraphs.iter().map(|index| index + count));
        self.room = rest.room;
    }
}

/// What ends the lines of a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Breaks {
    /// Mostly the width of its column, in points.
    Wrapped(f32),
    /// The same on a grid of characters, where a text is not as wide as in print.
    Pressed(f32),
    /// The writer.
    Written,
}

/// The text of one cell of a page.
pub(crate) fn text(mut words: Vec<PlacedWord>, page: u32, breaks: Breaks) -> CellText {
    let count = words.len();
    let lines = cell_lines(&mut words);
    let length = |line: &&[PlacedWord]| {
        Extent::around(line.iter().map(|word| word.x)).map_or(0.0, Extent::length)
    };
    let first = lines.first().and_then(|line| line.first());
    let width = match breaks {
        Breaks::Wrapped(width) | Breaks::Pressed(width) => width,
        Breaks::Written => 0.0,
    };
    CellText {
        room: width - lines.last().map_or(0.0, length),
        opening: first.map_or(0.0, |word| word.x.length() + SPACE * word.size),
        cell: cell(&lines, count, page, breaks),
    }
}

fn cell(lines: &[&[PlacedWord]], count: usize, page: u32, breaks: Breaks) -> Cell {
    let mut cell = Cell { words: Vec::with_capacity(count), ..Cell::default() };
    let ends = line_ends(lines, breaks);
    for (line, end) in lines.iter().zip(ends) {
        if end == Some(LineEnd::Paragraph) {
            cell.paragraphs.push(cell.words.len());
        }
        let opening = if end == Some(LineEnd::Broken) { Gap::Broken } else { Gap::Line };
        for (index, word) in line.iter().enumerate() {
            let gap = if index == 0 { opening } else { Gap::Space };
            cell.words.push(plain_word(word, page, gap));
        }
    }
    cell
}

/// Why the line before each line ends.
fn line_ends(lines: &[&[PlacedWord]], breaks: Breaks) -> Vec<Option<LineEnd>> {
    let spaced = lines.iter().any(|line| line.last().is_some_and(|last| last.spaced));
    let pairs = || lines.iter().zip(lines.iter().skip(1));
    let mut ends: Vec<LineEnd> = pairs()
        .map(|(above, line)| match breaks {
            Breaks::Wrapped(width) => line_end(above, line, width, spaced, AMPLE),
            Breaks::Pressed(width) => line_end(above, line, width, spaced, f32::INFINITY),
            Breaks::Written => LineEnd::Paragraph,
        })
        .collect();
    // If short lines show one value a line, the full lines are values too.
    let listed: Vec<bool> = pairs().map(|(above, line)| ends_value(above, line)).collect();
    if ends.iter().zip(&listed).any(|(end, listed)| *listed && *end == LineEnd::Paragraph) {
        let full = ends.iter_mut().zip(&listed).filter(|(_, listed)| **listed);
        full.for_each(|(end, _)| *end = LineEnd::Paragraph);
    }
    std::iter::once(None).chain(ends.into_iter().map(Some)).collect()
}

/// Whether a line ends a value of a list and the next line begins another one.
fn ends_value(line: &[PlacedWord], next: &[PlacedWord]) -> bool {
    let ends = line.last().is_some_and(|last| last.text.ends_with(';'));
    ends && next.first().is_some_and(|first| first.text.starts_with(char::is_uppercase))
}

/// The word without its geometry.
pub(crate) fn plain_word(word: &PlacedWord, page: u32, gap: Gap) -> Word {
    Word { text: word.text.clone(), gap, place: Place::new(page, word.line), pieces: word.pieces }
}

/// Why a line of a cell ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineEnd {
    /// The next word had no room.
    Full,
    /// The writer ended a paragraph.
    Paragraph,
    /// The cell is too narrow for the word, which continues in the next line.
    Broken,
}

/// Why a line ends. `spaced` says that the lines of the cell end in drawn spaces, so that a missing
/// one is evidence. `ample` is the room in font sizes that only the writer leaves.
fn line_end(
    line: &[PlacedWord],
    next: &[PlacedWord],
    width: f32,
    spaced: bool,
    ample: f32,
) -> LineEnd {
    let (Some(first), Some(last), Some(opens)) = (line.first(), line.last(), next.first()) else {
        return LineEnd::Full;
    };
    let length = last.x.max - first.x.min;
    let room = width - length;
    if spaced && !last.spaced && last.text.len() > 1 && last.text.ends_with('/') {
        return LineEnd::Broken;
    }
    let full = room < FULL * last.size;
    let broken = if line.len() == 1 {
        is_broken(&last.text, &opens.text)
    } else {
        is_cut_code(&last.text, &opens.text)
    };
    if (full && broken) || is_cut_initial(&last.text, &opens.text) {
        return LineEnd::Broken;
    }
    let fits = room > opens.x.length() + SPACE * last.size;
    let ends = last.text.ends_with(['.', ';', ':', '!', '?']);
    let capital = opens.text.starts_with(char::is_uppercase);
    let ample = room > opens.x.length() + ample * last.size && !is_open(&last.text);
    let sentence = capital && (ample || (ends && fits));
    let item = ends_item(&last.text, &opens.text);
    if sentence || item { LineEnd::Paragraph } else { LineEnd::Full }
}

/// Whether no writer ends a line with the word.
fn is_open(last: &str) -> bool {
    last.ends_with([',', '-', '–', '/', '('])
}

/// Whether a word at a line's end closes an item of a list and the next word opens another one.
fn ends_item(last: &str, next: &str) -> bool {
    last.ends_with(['.', ';', ':']) && matches!(next, "-" | "–" | "+" | "•")
}

/// Whether two pieces are one symbol or one long word, as `108/2020/N` and `Đ-CP` are.
///
/// Vietnamese syllables are short and hardly ever broken; symbols and addresses are.
fn is_broken(piece: &str, rest: &str) -> bool {
    let joins = |c: char| matches!(c, '/' | '-' | '_' | '@' | '.');
    let open = piece.ends_with(|c: char| c.is_alphanumeric() || joins(c));
    if !open
        || !rest.starts_with(|c: char| c.is_alphanumeric() || joins(c))
        || rest.len() < 2 && !rest.starts_with(char::is_alphanumeric)
    {
        return false;
    }
    let is_symbol =
        piece.contains(joins) && piece.contains(|c: char| c.is_ascii_digit() || c.is_uppercase());
    if is_symbol {
        let small = rest.contains(char::is_lowercase);
        return !small && !is_date(piece);
    }
    let long = piece.chars().filter(|c| c.is_alphabetic()).count() >= LONG;
    long && rest.starts_with(|c: char| c.is_lowercase() || joins(c))
}

/// Whether two pieces are one code that a full line cut between capitals: `56-NQ/T` and `W`.
fn is_cut_code(piece: &str, rest: &str) -> bool {
    let high = |text: &str| !text.contains(char::is_lowercase);
    let code = piece.contains(|c: char| c.is_ascii_digit()) && piece.contains(['/', '-']);
    code && high(piece)
        && high(rest)
        && piece.ends_with(char::is_uppercase)
        && rest.starts_with(|c: char| c.is_uppercase() || c == '-')
        && rest.contains(char::is_alphabetic)
}

/// Whether a code was cut after the first letter of a name, as `3348/Q` and `Đ-TTg` are: no name
/// has one letter, so the room that is left does not matter.
fn is_cut_initial(piece: &str, rest: &str) -> bool {
    let Some((number, name)) = piece.rsplit_once('/') else { return false };
    let initial = name.rsplit('-').next().is_some_and(|name| {
        let mut letters = name.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    });
    initial
        && number.contains(|c: char| c.is_ascii_digit())
        && rest.starts_with(|c: char| c.is_uppercase() || c == '-')
        && (rest.contains('-') || !rest.contains(char::is_lowercase))
}

/// Whether the text is a whole date, such as `31/12/2026`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    parts.len() == 3
        && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        && parts.last().is_some_and(|year| year.len() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_page::placed_word::Lie;

    #[test]
    fn symbols_are_whole_again_and_words_stay_apart() {
        assert!(is_broken("108/2020/N", "Đ-CP"));
        assert!(is_broken("3815/KH", "-UBND"));
        assert!(is_broken("66-NQ/T", "W"));
        assert!(is_broken("dichvucong.", "gov.vn"));
        assert!(!is_broken("31/12/2026", "2027"));
        assert!(!is_broken("30/6/2026", "Hoàn"));
        assert!(!is_broken("thường", "xuyên"));
        assert!(!is_broken("2026,", "2027"));
        assert!(!is_broken("2026", "-"));
    }

    #[test]
    fn a_code_that_a_full_line_cut_is_whole_again() {
        assert!(is_cut_code("56-NQ/T", "W"));
        assert!(is_cut_code("4360/UB", "ND-NC"));
        assert!(!is_cut_code("I/2026", "IV/2026"));
        assert!(!is_cut_code("HĐND/UBND", "TP."));
        assert!(!is_cut_code("12/UBND", "Sở"));
    }

    #[test]
    fn a_code_that_was_cut_after_one_letter_is_whole_again() {
        assert!(is_cut_initial("3348/Q", "Đ-TTg"));
        assert!(is_cut_initial("68-NQ/T", "W"));
        assert!(is_cut_initial("108/2020/N", "Đ-CP"));
        assert!(!is_cut_initial("68-NQ/TW", "UBND"));
        assert!(!is_cut_initial("3/A", "Phường"));
        assert!(!is_cut_initial("Quý I/V", "W"));
    }

    /// Two lines of a cell 100 points wide: the length of the first and the texts at the border.
    #[track_caller]
    fn check(length: f32, last: &str, next: &str, expected: LineEnd) {
        let word = |text: &str, from: f32, to: f32| PlacedWord {
            text: text.into(),
            x: Extent { min: from, max: to },
            baseline: 0.0,
            size: 10.0,
            line: 1,
            lie: Lie::Level,
            follows: true,
            spaced: !text.ends_with('/'),
            pieces: 1,
        };
        let line = [word("Rà", 0.0, 12.0), word(last, 15.0, length)];
        assert_eq!(line_end(&line, &[word(next, 0.0, 20.0)], 100.0, true, AMPLE), expected);
    }

    #[test]
    fn a_sentence_that_ends_where_there_was_room_ends_a_paragraph() {
        check(50.0, "xã.", "Sở", LineEnd::Paragraph);
        check(90.0, "xã.", "Sở", LineEnd::Full);
        check(70.0, "xã", "Sở", LineEnd::Full);
        check(50.0, "xã", "Sở", LineEnd::Paragraph);
        check(50.0, "xã", "sở", LineEnd::Full);
        check(50.0, "xã,", "Sở", LineEnd::Full);
        check(50.0, "TP.", "dân", LineEnd::Full);
        check(90.0, "sau:", "-", LineEnd::Paragraph);
        check(90.0, "lần/", "quý", LineEnd::Broken);
    }
}
