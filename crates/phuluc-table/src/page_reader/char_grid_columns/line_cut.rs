//! Cuts one line on the grid of characters: the segmentation over the columns with the least cost.

use crate::page_reader::char_grid_columns::segment::Segment;
use phuluc_language::lexicon::{Opens, head_key};
use phuluc_language::pair::is_known;
use phuluc_model::Role;
use phuluc_model::ordinal::{Ordinal, Scheme};

use crate::page_reader::char_grid_columns::column_fit::ColumnFit;
use crate::page_reader::char_grid_columns::weights::{
    ACROSS, BEGINS_LOW, BORDER, CAPITALS, CONTINUES, IS_CONTINUED, NO_NUMBER, OPENS_INSIDE,
    OPENS_LOW, OPENS_WITH_HEAD, PRESSED, SECTION, WIDE, WIDEST,
};
use crate::page_reader::table_frame::{TableFrame, is_code};
use crate::page_reader::text_chunk::{TextChunk, chunk, chunks};
use phuluc_page::em;
use phuluc_page::extent::Extent;
use phuluc_page::page::LETTER;
use phuluc_page::placed_word::PlacedWord;

/// A line with more words is not cut, because the time grows with the square of the words.
const MAX_WORDS: usize = 200;

/// A text reaches at most this many characters out of its column: bounds the search.
const SLACK: f32 = 14.0;

/// How many lines above and below are asked for the texts of the same cell.
const AROUND: usize = 2;

/// The texts of one column on the lines around a line.
#[derive(Debug)]
pub(crate) struct NeighbourTexts<'a> {
    /// Their places.
    xs: Vec<Extent>,
    /// The last word above and the first one below, as they are compared.
    above: Option<&'a str>,
    below: Option<&'a str>,
    /// The width in print of the first word below, in ems.
    opening: Option<f32>,
}

impl<'a> NeighbourTexts<'a> {
    pub(crate) fn new(
        column: usize,
        index: usize,
        texts: &[Vec<Segment>],
        lines: &'a [MeasuredLine<'_>],
    ) -> Self {
        let text = |line: usize| -> Option<(usize, &Segment)> {
            Some((line, texts.get(line)?.iter().find(|text| text.column == column)?))
        };
        let above: Vec<(usize, &Segment)> =
            (index.saturating_sub(AROUND)..index).rev().filter_map(text).collect();
        let below: Vec<(usize, &Segment)> = (index + 1..=index + AROUND).filter_map(text).collect();
        let key = |line: usize, word: usize| {
            lines.get(line).and_then(|line| line.marks.get(word)).map(|mark| mark.key.as_str())
        };
        Self {
            xs: above.iter().chain(&below).map(|(_, text)| text.x).collect(),
            above: above.first().and_then(|(line, text)| key(*line, text.to.checked_sub(1)?)),
            below: below.first().and_then(|(line, text)| key(*line, text.from)),
            opening: below.first().map(|(_, text)| text.opening),
        }
    }
}

/// A line and the measures of its words.
#[derive(Debug)]
pub(crate) struct MeasuredLine<'a> {
    words: &'a [PlacedWord],
    marks: Vec<WordMark>,
}

/// A line after the cut.
#[derive(Debug, Clone)]
pub(crate) struct Spread {
    /// The texts, from left to right; empty for a title across the columns.
    pub(crate) texts: Vec<Segment>,
    /// The cost of the second best cut minus the cost of the best.
    pub(crate) margin: f32,
}

/// The costs of the two best cuts.
#[derive(Debug, Clone, Copy)]
struct Costs {
    least: f32,
    second: f32,
}

impl Costs {
    const NONE: Self = Self { least: f32::INFINITY, second: f32::INFINITY };

    fn and(self, more: f32) -> Self {
        Self { least: self.least + more, second: self.second + more }
    }

    /// Merges the costs of other cuts; returns whether one of them is now the best.
    fn take(&mut self, other: Self) -> bool {
        let is_less = other.least < self.least;
        *self = if is_less {
            Self { least: other.least, second: other.second.min(self.least) }
        } else {
            Self { least: self.least, second: self.second.min(other.least) }
        };
        is_less
    }
}

/// The measures of a word.
#[derive(Debug, Clone)]
pub(crate) struct WordMark {
    /// The word as it is compared.
    key: String,
    /// Spaces before it.
    spaces: f32,
    opens: Opens,
    high: bool,
    /// Whether it is the second syllable of a word.
    inside: bool,
    /// The width in print of the words before it on the line, and its own, in ems.
    before: f32,
    width: f32,
}

impl<'a> MeasuredLine<'a> {
    pub(crate) fn new(words: &'a [PlacedWord]) -> Self {
        let capitals = !words.iter().any(|word| word.text.contains(char::is_lowercase));
        let mut passed = 0.0;
        let mark = |(index, word): (usize, &PlacedWord)| {
            let width = em::width(&word.text);
            passed += width + em::SPACE;
            let before = index.checked_sub(1).and_then(|before| words.get(before));
            let rest = words.get(index..).unwrap_or_default();
            WordMark {
                key: head_key(&word.text),
                spaces: before.map_or(0.0, |before| (word.x.min - before.x.max) / LETTER),
                opens: Opens::at(rest.iter().map(|word| &*word.text)),
                high: !capitals && !word.text.starts_with(char::is_lowercase),
                inside: before
                    .is_some_and(|before| is_known(&head_key(&before.text), &head_key(&word.text))),
                before: passed - width - em::SPACE,
                width,
            }
        };
        Self { words, marks: words.iter().enumerate().map(mark).collect() }
    }

    /// The cut of the line with the least cost; without texts if the line is a title across the
    /// columns.
    pub(crate) fn cut(&self, column_fits: &[ColumnFit], beside: &[NeighbourTexts<'_>]) -> Spread {
        if self.words.len() > MAX_WORDS {
            return Spread { texts: Vec::new(), margin: 0.0 };
        }
        // For each number of words: the least cost to cut them into the columns so far.
        let mut best: Vec<Costs> = vec![Costs::NONE; self.words.len() + 1];
        if let Some(none) = best.first_mut() {
            none.least = 0.0;
        }
        let mut ways: Vec<Vec<usize>> = Vec::new();
        for (column_fit, beside) in column_fits.iter().zip(beside) {
            ways.push(self.fill(column_fit, beside, &mut best));
        }
        let Costs { least, second } = best.last().copied().unwrap_or(Costs::NONE);
        let across = self.across(column_fits);
        if least > across {
            return Spread { texts: Vec::new(), margin: least - across };
        }
        let margin = second.min(across) - least;
        let mut segments = Vec::new();
        let mut to = self.words.len();
        for (column, way) in ways.iter().enumerate().rev() {
            let from = way.get(to).copied().unwrap_or(to);
            segments.extend(self.text(column, from, to));
            to = from;
        }
        segments.reverse();
        Spread { texts: segments, margin }
    }

    /// The text of some words in a column.
    pub(crate) fn text(&self, column: usize, from: usize, to: usize) -> Option<Segment> {
        let first = self.marks.get(from)?;
        let x = Extent::around(self.words.get(from..to)?.iter().map(|word| word.x))?;
        let width = self.width(from, to);
        Some(Segment { column, from, to, x, width, opening: first.width })
    }

    /// The width of some words in print, in ems.
    fn width(&self, from: usize, to: usize) -> f32 {
        let first = self.marks.get(from).map_or(0.0, |mark| mark.before);
        let last = to.checked_sub(1).and_then(|last| self.marks.get(last));
        last.map_or(0.0, |mark| mark.before + mark.width - first)
    }

    /// Whether a text has a gutter on both sides.
    pub(crate) fn is_apart(&self, text: &Segment) -> bool {
        let wide = |index: usize| self.marks.get(index).is_none_or(|mark| mark.spaces > 1.5);
        (text.from == 0 || wide(text.from)) && wide(text.to)
    }

    /// Whether the line opens with the number of a row.
    pub(crate) fn is_numbered(&self, frame: TableFrame<'_>) -> bool {
        let first = frame.columns.get(frame.number).zip(self.words.first());
        first.is_some_and(|(column, word)| column.holds(word.x.min) && is_number(word))
    }

    /// The texts that gutters separate, from the word `from` on, without their columns.
    pub(crate) fn apart(&self, from: usize) -> Vec<Segment> {
        let mut at = from;
        let mut texts = Vec::new();
        for chunk in chunks(self.words.get(from..).unwrap_or_default()) {
            let to = at + chunk.words.len();
            texts.extend(self.text(0, at, to));
            at = to;
        }
        texts
    }

    /// Adds one more column to the costs; returns for each number of words the first word that is
    /// in it.
    fn fill(
        &self,
        column_fit: &ColumnFit,
        beside: &NeighbourTexts<'_>,
        costs: &mut [Costs],
    ) -> Vec<usize> {
        let best = costs.to_vec();
        let below: Vec<f32> = (0..self.marks.len()).map(|to| self.continues(to, beside)).collect();
        let mut way: Vec<usize> = (0..best.len()).collect();
        for (from, (word, before)) in self.words.iter().zip(&best).enumerate() {
            if before.least.is_infinite() || word.x.min < column_fit.x.min - SLACK * LETTER {
                continue;
            }
            let mut cost =
                self.border(from, column_fit.role) + self.begins(from, column_fit.role, beside);
            // A text after a single space was moved by the text before it, so its place says less.
            let is_pressed = from > 0 && self.marks.get(from).is_some_and(|mark| mark.spaces < 1.5);
            let pressed = if is_pressed { PRESSED } else { 1.0 };
            let words = self.words.iter().zip(&self.marks).zip(&below);
            for (to, ((last, mark), continues)) in words.enumerate().skip(from) {
                if last.x.max > column_fit.x.max + SLACK * LETTER {
                    break;
                }
                cost += if to > from { mark.white() } else { 0.0 };
                let x = Extent { min: word.x.min, max: last.x.max };
                let whole = cost
                    + pressed * column_fit.off(x, &beside.xs)
                    + column_fit.fill(self.width(from, to + 1), beside.opening)
                    + continues
                    + self.no_number(column_fit.role, from, to);
                if let (Some(slot), Some(way)) = (costs.get_mut(to + 1), way.get_mut(to + 1))
                    && slot.take(before.and(whole))
                {
                    *way = from;
                }
            }
        }
        way
    }

    /// The cost of beginning a text with a word, given the last word above it in the column.
    fn begins(&self, from: usize, role: Role, beside: &NeighbourTexts<'_>) -> f32 {
        let Some(mark) = self.marks.get(from) else { return 0.0 };
        match beside.above {
            Some(above) if is_known(above, &mark.key) => CONTINUES,
            None if !mark.high && role != Role::Number => BEGINS_LOW,
            _ => 0.0,
        }
    }

    /// The cost of ending a text with a word, given the first word below it in the column.
    fn continues(&self, to: usize, beside: &NeighbourTexts<'_>) -> f32 {
        let known = |mark: &WordMark| beside.below.is_some_and(|below| is_known(&mark.key, below));
        if self.marks.get(to).is_some_and(known) { IS_CONTINUED } else { 0.0 }
    }

    fn no_number(&self, role: Role, from: usize, to: usize) -> f32 {
        let is_number = from == to && self.words.get(from).is_some_and(is_number);
        if role == Role::Number && !is_number { NO_NUMBER } else { 0.0 }
    }

    /// The cost of a border before a word.
    fn border(&self, index: usize, role: Role) -> f32 {
        // Numbers are close to the text after them.
        let numbered = index == 1 && self.words.first().is_some_and(is_number);
        let Some(mark) = self.marks.get(index).filter(|_| index > 0 && !numbered) else {
            return 0.0;
        };
        let [one, two, more] = BORDER;
        let base = match mark.spaces {
            spaces if spaces > 2.5 => return more,
            spaces if spaces > 1.5 => two,
            _ => one,
        };
        let head = mark.high && mark.opens.speaks_for(role) == Some(true);
        base + if mark.inside { OPENS_INSIDE } else { 0.0 }
            + if mark.high { 0.0 } else { OPENS_LOW }
            + if head { OPENS_WITH_HEAD } else { 0.0 }
    }

    /// The cost of reading the line as a title, with or without a number before it.
    fn across(&self, column_fits: &[ColumnFit]) -> f32 {
        let numbered = self.words.len() > 2 && self.words.first().is_some_and(is_number);
        let start = self.words.get(usize::from(numbered)).map_or(0.0, |word| word.x.min);
        let end = self.words.last().map_or(0.0, |word| word.x.max);
        // A title covers the middle of at least two columns.
        if column_fits.iter().filter(|column_fit| (start..end).contains(&column_fit.middle)).count()
            < 2
        {
            return f32::INFINITY;
        }
        let inner = self.marks.iter().skip(1 + usize::from(numbered));
        let white = inner.map(|mark| 2.0 * mark.white()).sum::<f32>();
        // Sections are numbered by Roman figures and capital letters, and often written in
        // capitals.
        let high = |o: &Ordinal| matches!(o.scheme, Scheme::Roman | Scheme::Capital);
        let number = self.words.first().filter(|_| numbered);
        let section = number.is_some_and(|word| Ordinal::readings(&word.text).iter().any(high));
        let capitals = !self.words.iter().any(|word| word.text.contains(char::is_lowercase));
        ACROSS + white - if section { SECTION } else { 0.0 } - if capitals { CAPITALS } else { 0.0 }
    }

    /// The chunks of the line, each moved into its column.
    pub(crate) fn chunks(&self, texts: &[Segment], columns: &[Extent]) -> Vec<TextChunk> {
        if texts.is_empty() {
            return chunks(self.words);
        }
        let chunk = |text: &Segment| {
            let mut chunk = chunk(self.words.get(text.from..text.to)?)?;
            chunk.move_into(*columns.get(text.column)?);
            Some(chunk)
        };
        texts.iter().filter_map(chunk).collect()
    }
}

impl WordMark {
    /// The cost of no border before a word with spaces before it.
    fn white(&self) -> f32 {
        if self.spaces < 1.5 { 0.0 } else { (WIDE.0 + WIDE.1 * (self.spaces - 2.0)).min(WIDEST) }
    }
}

fn is_number(word: &PlacedWord) -> bool {
    !Ordinal::readings(&word.text).is_empty() || is_code(&word.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_page::placed_word::Lie;

    const ROLES: [Role; 4] = [Role::Number, Role::Task, Role::LeadUnit, Role::Timeframe];

    /// The words of a line of text, each character as wide as any other.
    fn words(line: &str) -> Vec<PlacedWord> {
        let mut words: Vec<PlacedWord> = Vec::new();
        for (column, letter) in (0_u16..).zip(line.chars()) {
            let x = Extent { min: f32::from(column), max: f32::from(column + 1) };
            let x = Extent { min: x.min * LETTER, max: x.max * LETTER };
            match words.last_mut().filter(|word| x.min - word.x.max < 0.5 * LETTER) {
                _ if letter == ' ' => {}
                Some(word) => {
                    word.text.push(letter);
                    word.x.max = x.max;
                }
                None => words.push(PlacedWord {
                    text: letter.to_string().into(),
                    x,
                    baseline: 0.0,
                    size: 10.0,
                    line: 1,
                    lie: Lie::Level,
                    follows: true,
                    spaced: true,
                    pieces: 1,
                }),
            }
        }
        words
    }

    /// Columns aligned to the left, from the character that each begins at to the next one.
    fn column_fits(starts: [u16; 5]) -> Vec<ColumnFit> {
        let pairs = starts.iter().zip(starts.iter().skip(1));
        let column_fit = |(role, (start, end)): (&Role, (&u16, &u16))| {
            let x = Extent { min: f32::from(*start) * LETTER, max: f32::from(*end - 1) * LETTER };
            ColumnFit { role: *role, x, start: Some(x.min), middle: x.middle(), width: f32::MAX }
        };
        ROLES.iter().zip(pairs).map(column_fit).collect()
    }

    fn spread(line: &str, starts: [u16; 5]) -> (Vec<(usize, String)>, f32) {
        let words = words(line);
        let alone = || NeighbourTexts { xs: Vec::new(), above: None, below: None, opening: None };
        let beside: Vec<NeighbourTexts<'_>> = ROLES.iter().map(|_| alone()).collect();
        let Spread { texts, margin } = MeasuredLine::new(&words).cut(&column_fits(starts), &beside);
        let text = |segment: &Segment| {
            let inside = words.get(segment.from..segment.to).unwrap_or_default();
            let inside: Vec<&str> = inside.iter().map(|word| &*word.text).collect();
            (segment.column, inside.join(" "))
        };
        (texts.iter().map(text).collect(), margin)
    }

    #[track_caller]
    fn check(line: &str, expected: &[(usize, &str)]) {
        let (texts, _) = spread(line, [0, 4, 25, 42, 54]);
        let texts: Vec<(usize, &str)> = texts.iter().map(|(at, text)| (*at, &**text)).collect();
        assert_eq!(texts, expected, "{line}");
    }

    #[test]
    fn texts_stand_where_their_columns_begin() {
        check(
            "1   Rà soát văn bản      Phòng Tư pháp    Quý I/2026",
            &[(0, "1"), (1, "Rà soát văn bản"), (2, "Phòng Tư pháp"), (3, "Quý I/2026")],
        );
        check(
            "1   Họp                  UBND             2026",
            &[(0, "1"), (1, "Họp"), (2, "UBND"), (3, "2026")],
        );
    }

    #[test]
    fn a_column_without_a_text_is_empty() {
        check(
            "1   Rà soát văn bản                       Quý I/2026",
            &[(0, "1"), (1, "Rà soát văn bản"), (3, "Quý I/2026")],
        );
    }

    /// One space is no evidence; the unit is where its column begins, and opens with a head of
    /// units.
    #[test]
    fn a_full_column_ends_where_the_next_one_begins() {
        check(
            "1   Rà soát toàn bộ  văn Phòng Tư pháp    Quý I/2026",
            &[(0, "1"), (1, "Rà soát toàn bộ văn"), (2, "Phòng Tư pháp"), (3, "Quý I/2026")],
        );
    }

    /// The second syllable of `kế hoạch` is where the column of the units begins.
    #[test]
    fn no_border_stands_inside_a_word_of_two_syllables() {
        check("1   Xây dựng toàn bộ  kế hoạch", &[(0, "1"), (1, "Xây dựng toàn bộ kế hoạch")]);
    }

    #[test]
    fn a_section_in_capitals_runs_across() {
        check("II  CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ VÀ ĐỀ ÁN 06", &[]);
    }

    #[test]
    fn the_margin_falls_as_a_text_moves_to_the_next_column() {
        let margins = ["    Họp", "      Họp", "        Họp"].map(|line| {
            let (texts, margin) = spread(line, [0, 4, 12, 20, 30]);
            assert_eq!(texts, [(1, "Họp".to_owned())]);
            margin
        });
        assert!(margins.is_sorted_by(|a, b| a > b), "{margins:?}");
    }

    #[test]
    fn of_equal_costs_the_first_way_stays() {
        let way = |least, second| Costs { least, second };
        let mut costs = way(1.0, 4.0);
        assert!(!costs.take(way(1.0, 2.0)));
        assert_eq!((costs.least, costs.second), (1.0, 1.0));
        assert!(costs.take(way(0.5, 0.7)));
        assert_eq!((costs.least, costs.second), (0.5, 0.7));
    }
}
