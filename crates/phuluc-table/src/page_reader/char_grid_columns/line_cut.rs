//! A line of the grid, and the cheapest way to spread it over the lanes.

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
use crate::page_reader::text_chunk::{TextChunk, run, runs};
use phuluc_page::em;
use phuluc_page::extent::Extent;
use phuluc_page::page::LETTER;
use phuluc_page::placed_word::PlacedWord;

/// A line of more words than this is not cut.
const MAX_WORDS: usize = 200;

/// A text reaches no further out of its column than this many characters.
const SLACK: f32 = 14.0;

/// Lines around a line that show where the texts of a cell stand.
const AROUND: usize = 2;

/// The texts of one column on the lines around a line.
#[derive(Debug)]
pub(crate) struct NeighbourTexts<'a> {
    /// Where they stand.
    xs: Vec<Extent>,
    /// The last word above and the first one below, as they are compared.
    above: Option<&'a str>,
    below: Option<&'a str>,
    /// The width in print of the first word below, in ems.
    opening: Option<f32>,
}

impl<'a> NeighbourTexts<'a> {
    pub(crate) fn of(
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

/// A line and what is known of its words.
#[derive(Debug)]
pub(crate) struct MeasuredLine<'a> {
    words: &'a [PlacedWord],
    marks: Vec<WordMark>,
}

/// A line spread over the columns.
#[derive(Debug, Clone)]
pub(crate) struct Spread {
    /// The texts, from left to right; none of a line that runs across the columns.
    pub(crate) texts: Vec<Segment>,
    /// How much more the second cheapest way costs.
    pub(crate) margin: f32,
}

/// What the two cheapest ways cost.
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

    /// Takes other ways in; says whether one of them is the cheapest.
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

/// What is known of a word.
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
    pub(crate) fn of(words: &'a [PlacedWord]) -> Self {
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

    /// The cheapest way to spread the line over the columns; none if it runs across them.
    pub(crate) fn cut(&self, lanes: &[ColumnFit], beside: &[NeighbourTexts<'_>]) -> Spread {
        if self.words.len() > MAX_WORDS {
            return Spread { texts: Vec::new(), margin: 0.0 };
        }
        // For each number of words: the least cost to spread them over the columns so far.
        let mut best: Vec<Costs> = vec![Costs::NONE; self.words.len() + 1];
        if let Some(none) = best.first_mut() {
            none.least = 0.0;
        }
        let mut ways: Vec<Vec<usize>> = Vec::new();
        for (lane, beside) in lanes.iter().zip(beside) {
            ways.push(self.fill(lane, beside, &mut best));
        }
        let Costs { least, second } = best.last().copied().unwrap_or(Costs::NONE);
        let across = self.across(lanes);
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

    /// Whether white parts a text from those on both sides of it.
    pub(crate) fn is_apart(&self, text: &Segment) -> bool {
        let wide = |index: usize| self.marks.get(index).is_none_or(|mark| mark.spaces > 1.5);
        (text.from == 0 || wide(text.from)) && wide(text.to)
    }

    /// Whether the line opens with the number of a row.
    pub(crate) fn is_numbered(&self, frame: TableFrame<'_>) -> bool {
        let first = frame.columns.get(frame.number).zip(self.words.first());
        first.is_some_and(|(column, word)| column.holds(word.x.min) && is_number(word))
    }

    /// The texts that white parts from others, from the word `from` on, without their columns.
    pub(crate) fn apart(&self, from: usize) -> Vec<Segment> {
        let mut at = from;
        let mut texts = Vec::new();
        for run in runs(self.words.get(from..).unwrap_or_default()) {
            let to = at + run.words.len();
            texts.extend(self.text(0, at, to));
            at = to;
        }
        texts
    }

    /// Takes one column more into the costs; gives for each number of words the first of them that
    /// stands in it.
    fn fill(
        &self,
        lane: &ColumnFit,
        beside: &NeighbourTexts<'_>,
        costs: &mut [Costs],
    ) -> Vec<usize> {
        let best = costs.to_vec();
        let below: Vec<f32> = (0..self.marks.len()).map(|to| self.goes_on(to, beside)).collect();
        let mut way: Vec<usize> = (0..best.len()).collect();
        for (from, (word, before)) in self.words.iter().zip(&best).enumerate() {
            if before.least.is_infinite() || word.x.min < lane.x.min - SLACK * LETTER {
                continue;
            }
            let mut cost = self.border(from, lane.role) + self.begins(from, lane.role, beside);
            // A text that another one presses stands where that one ends.
            let is_pressed = from > 0 && self.marks.get(from).is_some_and(|mark| mark.spaces < 1.5);
            let pressed = if is_pressed { PRESSED } else { 1.0 };
            let words = self.words.iter().zip(&self.marks).zip(&below);
            for (to, ((last, mark), goes_on)) in words.enumerate().skip(from) {
                if last.x.max > lane.x.max + SLACK * LETTER {
                    break;
                }
                cost += if to > from { mark.white() } else { 0.0 };
                let x = Extent { min: word.x.min, max: last.x.max };
                let whole = cost
                    + pressed * lane.off(x, &beside.xs)
                    + lane.fill(self.width(from, to + 1), beside.opening)
                    + goes_on
                    + self.no_number(lane.role, from, to);
                if let (Some(slot), Some(way)) = (costs.get_mut(to + 1), way.get_mut(to + 1))
                    && slot.take(before.and(whole))
                {
                    *way = from;
                }
            }
        }
        way
    }

    /// What the word above says of one that begins a text below it.
    fn begins(&self, from: usize, role: Role, beside: &NeighbourTexts<'_>) -> f32 {
        let Some(mark) = self.marks.get(from) else { return 0.0 };
        match beside.above {
            Some(above) if is_known(above, &mark.key) => CONTINUES,
            None if !mark.high && role != Role::Number => BEGINS_LOW,
            _ => 0.0,
        }
    }

    /// What the word below says of one that ends a text above it.
    fn goes_on(&self, to: usize, beside: &NeighbourTexts<'_>) -> f32 {
        let known = |mark: &WordMark| beside.below.is_some_and(|below| is_known(&mark.key, below));
        if self.marks.get(to).is_some_and(known) { IS_CONTINUED } else { 0.0 }
    }

    fn no_number(&self, role: Role, from: usize, to: usize) -> f32 {
        let is_number = from == to && self.words.get(from).is_some_and(is_number);
        if role == Role::Number && !is_number { NO_NUMBER } else { 0.0 }
    }

    /// What it costs that a word begins a text in a column.
    fn border(&self, index: usize, role: Role) -> f32 {
        // Numbers stand close to the text behind them.
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

    /// What it costs that the line is a title, with or without a number before it.
    fn across(&self, lanes: &[ColumnFit]) -> f32 {
        let numbered = self.words.len() > 2 && self.words.first().is_some_and(is_number);
        let start = self.words.get(usize::from(numbered)).map_or(0.0, |word| word.x.min);
        let end = self.words.last().map_or(0.0, |word| word.x.max);
        // A title reaches further than the column after that in which it begins.
        if lanes.iter().filter(|lane| (start..end).contains(&lane.middle)).count() < 2 {
            return f32::INFINITY;
        }
        let inner = self.marks.iter().skip(1 + usize::from(numbered));
        let white = inner.map(|mark| 2.0 * mark.white()).sum::<f32>();
        // Sections are numbered by Roman figures and capital letters, and often written in capitals.
        let high = |o: &Ordinal| matches!(o.scheme, Scheme::Roman | Scheme::Capital);
        let number = self.words.first().filter(|_| numbered);
        let section = number.is_some_and(|word| Ordinal::readings(&word.text).iter().any(high));
        let capitals = !self.words.iter().any(|word| word.text.contains(char::is_lowercase));
        ACROSS + white - if section { SECTION } else { 0.0 } - if capitals { CAPITALS } else { 0.0 }
    }

    /// The runs of the line, each moved into its column.
    pub(crate) fn runs(&self, texts: &[Segment], columns: &[Extent]) -> Vec<TextChunk> {
        if texts.is_empty() {
            return runs(self.words);
        }
        let run = |text: &Segment| {
            let mut run = run(self.words.get(text.from..text.to)?)?;
            run.move_into(*columns.get(text.column)?);
            Some(run)
        };
        texts.iter().filter_map(run).collect()
    }
}

impl WordMark {
    /// What it costs that a word goes on with the text of the word before it.
    fn white(&self) -> f32 {
        if self.spaces < 1.5 { 0.0 } else { (WIDE.0 + WIDE.1 * (self.spaces - 2.0)).min(WIDEST) }
    }
}

fn is_number(word: &PlacedWord) -> bool {
    !Ordinal::readings(&word.text).is_empty() || is_code(&word.text)
}
