//! Lanes: the columns of a page whose letters stand on a grid of characters.
//!
//! A tool that keeps columns by spaces presses proportional letters into a grid. A text that fills
//! its column is pushed against the next one, with a single space between them, and the next one
//! stands further right than its neighbours above and below. So no border is a straight line of
//! white, and each line is cut on its own: the cheapest way to spread its words over the columns,
//! given where the texts of each column stand on this page, where those of the lines around it do,
//! and which words open a cell.

use phuluc_meaning::lexicon::{Opens, head_key};
use phuluc_meaning::word::is_known;
use phuluc_model::Role;
use phuluc_model::ordinal::Ordinal;

use super::bands::{Frame, is_code};
use super::cluster;
use super::extent::Extent;
use super::page::PlacedWord;
use super::run::{Run, run, runs};
use super::widths::Widths;
use crate::em;

/// The width of a character of the grid, in points.
pub(crate) const LETTER: f32 = 5.0;

/// A line of more words than this is not cut.
const MAX_WORDS: usize = 200;

/// How often the lines are cut; each time the lanes are learned from the cuts before.
const PASSES: usize = 4;

/// What a border costs by the number of spaces at it: one, two, more.
const BORDER: [f32; 3] = [0.7, 0.7, 0.0];

/// What spaces inside a text cost: two, and each one more; justified lines have them.
const WIDE: (f32, f32) = (0.4, 0.8);
const WIDEST: f32 = 4.0;

/// What each character costs that a text begins beside the place where its column begins, if that
/// is a line; or beside the middle of the column; the most that both can cost.
const OFF_START: f32 = 0.5;
const OFF_MIDDLE: f32 = 0.5;
const OFF_MOST: f32 = 7.5;

/// What each character costs that a text reaches out of its column.
const OUTSIDE: f32 = 0.6;

/// The share of these that a text costs which another one presses.
const PRESSED: f32 = 0.35;

/// A text reaches no further out of its column than this many characters.
const SLACK: f32 = 14.0;

/// What a text behind a single space costs that opens with a small letter, with the second half of a
/// word, and with a head of its column.
const OPENS_LOW: f32 = 1.0;
const OPENS_INSIDE: f32 = 4.0;
const OPENS_WITH_HEAD: f32 = -3.5;

/// What it costs that a text is wider in print than its column, for each width of it; the same that
/// a line ends although the next word had room; and the most that each can cost.
const TOO_WIDE: f32 = 9.0;
const TOO_WIDE_MOST: f32 = 6.0;
const ROOM: f32 = 2.0;
const ROOM_MOST: f32 = 1.5;

/// What it costs that the number column holds something else.
const NO_NUMBER: f32 = 4.0;

/// What it costs that a line is a title across the columns.
const ACROSS: f32 = 5.0;

/// The share of the texts of a column that begin in one place, if it is aligned to the left.
const ALIGNED: f32 = 0.6;

/// One of so many texts of a column may stand out of it on either side.
const ONE_OF: usize = 12;

/// Texts that show where a column stands.
const ENOUGH: usize = 4;

/// A text is no wider than the widest of its column by more than this.
const SAME_WIDTH: f32 = 1.1;

/// Lines around a line that show where the texts of a cell stand.
const AROUND: usize = 2;

/// What it costs that a text stands with those around it and not with its column.
const WITH_NEIGHBOUR: f32 = 0.2;

/// The lines of a page, cut.
pub(super) struct Cut {
    /// The columns, their borders in the middle of the white between them.
    pub(super) columns: Vec<Extent>,
    /// The runs of each line; none crosses a border but that of a title across the columns.
    pub(super) lines: Vec<Vec<Run>>,
}

/// Cuts the lines of a page at its columns; `frame` has them as white shows them.
///
/// `labels` are where the labels of the columns stand, on a page that has them.
pub(super) fn cut(
    lines: &[Vec<PlacedWord>],
    frame: Frame<'_>,
    labels: &[Extent],
    widths: &mut Widths,
) -> Cut {
    let lines: Vec<Line<'_>> = lines.iter().map(|words| Line::of(words)).collect();
    let sure = sure(&lines, frame, labels, widths);
    let mut texts = sure.clone();
    let mut known = lanes(frame, labels, widths, &sure, &[]);
    for _ in 0..PASSES {
        let around = |index: usize| {
            let above = texts.get(index.saturating_sub(AROUND)..index).unwrap_or_default();
            let below = texts.get(index + 1..).unwrap_or_default();
            above.iter().rev().chain(below.iter().take(AROUND)).flatten()
        };
        let next = lines.iter().enumerate().map(|(index, line)| {
            let around: Vec<&Segment> = around(index).collect();
            let below = texts.get(index + 1..).unwrap_or_default();
            line.cut(&known, &around, below)
        });
        texts = next.collect();
        known = lanes(frame, labels, widths, &sure, &texts);
    }
    for (line, text) in lines
        .iter()
        .zip(&texts)
        .flat_map(|(line, texts)| texts.iter().map(move |text| (line, text)))
    {
        if line.is_apart(text) {
            widths.add(frame.roles, text.column, text.width);
        }
    }
    if std::env::var("DBG").is_ok() {
        eprintln!("PAGE");
        for l in &known { eprintln!("{:?} x {:.0}-{:.0} start {:?} mid {:.0} w {:.1}", l.role, l.x.min/5.0, l.x.max/5.0, l.start.map(|s| s/5.0), l.middle/5.0, l.width); }
        for (line, t) in lines.iter().zip(&texts) { eprintln!("{}", t.iter().map(|t| format!("{}:{}", t.column, line.words[t.from..t.to].iter().map(|w| w.text.to_string()).collect::<Vec<_>>().join(" "))).collect::<Vec<_>>().join(" | ")); }
    }
    let columns = columns(&known, frame.columns);
    let lines = lines.iter().zip(&texts).map(|(line, texts)| line.runs(texts, &columns)).collect();
    Cut { columns, lines }
}

/// The words of a line that stand in one column.
#[derive(Debug, Clone, Copy)]
struct Segment {
    column: usize,
    from: usize,
    to: usize,
    x: Extent,
    /// Its width in print and that of its first word, in ems.
    width: f32,
    opening: f32,
}

/// A line and what is known of its words.
#[derive(Debug)]
struct Line<'a> {
    words: &'a [PlacedWord],
    marks: Vec<Mark>,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy)]
struct Mark {
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

/// A column of a page.
#[derive(Debug, Clone, Copy)]
struct Lane {
    role: Role,
    /// From where most of its texts begin to where they end.
    x: Extent,
    /// Where its texts begin, if they are aligned to the left.
    start: Option<f32>,
    /// The middle around which they stand.
    middle: f32,
    /// The widest text in print, in ems.
    width: f32,
}

impl<'a> Line<'a> {
    fn of(words: &'a [PlacedWord]) -> Self {
        let capitals = !words.iter().any(|word| word.text.contains(char::is_lowercase));
        let mut passed = 0.0;
        let mark = |(index, word): (usize, &PlacedWord)| {
            let width = em::width(&word.text);
            passed += width + em::SPACE;
            let before = index.checked_sub(1).and_then(|before| words.get(before));
            let rest = words.get(index..).unwrap_or_default();
            Mark {
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
    fn cut(&self, lanes: &[Lane], around: &[&Segment], below: &[Vec<Segment>]) -> Vec<Segment> {
        if self.words.len() > MAX_WORDS {
            return Vec::new();
        }
        // For each number of words: the least cost to spread them over the columns so far.
        let mut best: Vec<f32> = vec![f32::INFINITY; self.words.len() + 1];
        if let Some(none) = best.first_mut() {
            *none = 0.0;
        }
        let mut ways: Vec<Vec<usize>> = Vec::new();
        for (column, lane) in lanes.iter().enumerate() {
            let around: Vec<Extent> =
                around.iter().filter(|text| text.column == column).map(|text| text.x).collect();
            let mut next = below.iter().take(AROUND).flatten();
            let next = next.find(|text| text.column == column).map(|text| text.opening);
            ways.push(self.fill(lane, &around, next, &mut best));
        }
        if best.last().is_none_or(|cost| *cost > self.across(lanes)) {
            return Vec::new();
        }
        let mut segments = Vec::new();
        let mut to = self.words.len();
        for (column, way) in ways.iter().enumerate().rev() {
            let from = way.get(to).copied().unwrap_or(to);
            segments.extend(self.text(column, from, to));
            to = from;
        }
        segments.reverse();
        segments
    }

    /// The text of some words in a column.
    fn text(&self, column: usize, from: usize, to: usize) -> Option<Segment> {
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
    fn is_apart(&self, text: &Segment) -> bool {
        let wide = |index: usize| self.marks.get(index).is_none_or(|mark| mark.spaces > 1.5);
        (text.from == 0 || wide(text.from)) && wide(text.to)
    }

    /// Whether the line opens with the number of a row.
    fn is_numbered(&self, frame: Frame<'_>) -> bool {
        let first = frame.columns.get(frame.number).zip(self.words.first());
        first.is_some_and(|(column, word)| column.holds(word.x.min) && is_number(word))
    }

    /// The texts that white parts from others, from the word `from` on, without their columns.
    fn apart(&self, from: usize) -> Vec<Segment> {
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
        lane: &Lane,
        around: &[Extent],
        next: Option<f32>,
        costs: &mut [f32],
    ) -> Vec<usize> {
        let best = costs.to_vec();
        let mut way: Vec<usize> = (0..best.len()).collect();
        for (from, (word, before)) in self.words.iter().zip(&best).enumerate() {
            let mut cost = before + self.border(from, lane.role);
            // A text that another one presses stands where that one ends.
            let is_pressed = from > 0 && self.marks.get(from).is_some_and(|mark| mark.spaces < 1.5);
            let pressed = if is_pressed { PRESSED } else { 1.0 };
            if cost.is_infinite() || word.x.min < lane.x.min - SLACK * LETTER {
                continue;
            }
            for (to, (last, mark)) in self.words.iter().zip(&self.marks).enumerate().skip(from) {
                if last.x.max > lane.x.max + SLACK * LETTER {
                    break;
                }
                cost += if to > from { mark.white() } else { 0.0 };
                let x = Extent { min: word.x.min, max: last.x.max };
                let whole = cost
                    + pressed * lane.off(x, around)
                    + lane.fill(self.width(from, to + 1), next)
                    + self.no_number(lane.role, from, to);
                if let (Some(slot), Some(way)) = (costs.get_mut(to + 1), way.get_mut(to + 1))
                    && whole < *slot
                {
                    *slot = whole;
                    *way = from;
                }
            }
        }
        way
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
    fn across(&self, lanes: &[Lane]) -> f32 {
        let numbered = self.words.len() > 2 && self.words.first().is_some_and(is_number);
        let start = self.words.get(usize::from(numbered)).map_or(0.0, |word| word.x.min);
        let end = self.words.last().map_or(0.0, |word| word.x.max);
        // A title reaches further than the column after that in which it begins.
        if lanes.iter().filter(|lane| (start..end).contains(&lane.middle)).count() < 2 {
            return f32::INFINITY;
        }
        let inner = self.marks.iter().skip(1 + usize::from(numbered));
        ACROSS + inner.map(|mark| 2.0 * mark.white()).sum::<f32>()
    }

    /// The runs of the line, each moved into its column.
    fn runs(&self, texts: &[Segment], columns: &[Extent]) -> Vec<Run> {
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

impl Mark {
    /// What it costs that a word goes on with the text of the word before it.
    fn white(&self) -> f32 {
        if self.spaces < 1.5 { 0.0 } else { (WIDE.0 + WIDE.1 * (self.spaces - 2.0)).min(WIDEST) }
    }
}

impl Lane {
    /// What it costs that a text stands where it does, given the texts around it.
    fn off(&self, x: Extent, around: &[Extent]) -> f32 {
        let letters = |points: f32| points.abs() / LETTER;
        let own = match self.start {
            Some(start) => OFF_START * letters(x.min - start),
            None => OFF_MIDDLE * letters(x.middle() - self.middle),
        };
        let beside = around.iter().map(|other| {
            let off = match self.start {
                Some(_) => OFF_START * letters(x.min - other.min),
                None => OFF_MIDDLE * letters(x.middle() - other.middle()),
            };
            off + WITH_NEIGHBOUR
        });
        let out = (self.x.min - x.min).max(0.0) + (x.max - self.x.max).max(0.0);
        beside.fold(own, f32::min).min(OFF_MOST) + OUTSIDE * letters(out)
    }
}

impl Lane {
    /// What the width of a text in print says, given that of the word that opens the next line: a
    /// line is no wider than its column, and it ends because the next word had no room.
    fn fill(&self, width: f32, next: Option<f32>) -> f32 {
        let over = (width / self.width - 1.0).max(0.0);
        let room = next.map_or(0.0, |next| self.width - width - em::SPACE - next).max(0.0);
        (TOO_WIDE * over).min(TOO_WIDE_MOST) + (ROOM * room / self.width).min(ROOM_MOST)
    }
}

fn is_number(word: &PlacedWord) -> bool {
    !Ordinal::readings(&word.text).is_empty() || is_code(&word.text)
}

/// The texts of each line that white parts from others and that stand in one column.
///
/// One that is wider in print than the column is two texts with a single space between them.
fn sure(
    lines: &[Line<'_>],
    frame: Frame<'_>,
    labels: &[Extent],
    widths: &Widths,
) -> Vec<Vec<Segment>> {
    let widths = widths.of(frame.roles);
    let widest = widths.iter().flatten().copied().fold(0.0, f32::max);
    let widest = if widest > 0.0 { widest } else { f32::MAX };
    let is_two = |text: &Segment, width: f32| text.width > SAME_WIDTH * width;
    let anchors = if labels.len() == frame.columns.len() { labels } else { frame.columns };
    let anchors: Vec<f32> = anchors.iter().map(|label| label.middle()).collect();
    let numbered: Vec<bool> = lines.iter().map(|line| line.is_numbered(frame)).collect();
    let texts: Vec<Vec<Segment>> =
        lines.iter().zip(&numbered).map(|(line, n)| line.apart(usize::from(*n))).collect();
    let single = texts.iter().flatten().filter(|text| !is_two(text, widest));
    let xs: Vec<Extent> = single.map(|text| text.x).collect();
    let others: Vec<(usize, f32)> =
        anchors.iter().copied().enumerate().filter(|(column, _)| *column != frame.number).collect();
    let others_at: Vec<f32> = others.iter().map(|(_, at)| *at).collect();
    let middles: Vec<(usize, f32)> = others
        .iter()
        .zip(cluster::middles(&others_at, &xs))
        .filter_map(|((column, _), middle)| Some((*column, middle?)))
        .collect();
    let placed = |text: &Segment| {
        // A text over the middles of two columns is of both.
        let over = middles.iter().filter(|(_, middle)| text.x.holds(*middle)).count();
        let near = |middle: f32| (text.x.middle() - middle).abs();
        let column = middles.iter().min_by(|a, b| near(a.1).total_cmp(&near(b.1)))?.0;
        let two = widths.get(column).copied().flatten().is_some_and(|width| is_two(text, width));
        (over < 2 && !two).then_some(Segment { column, ..*text })
    };
    let line = |((line, texts), numbered): ((&Line<'_>, &Vec<Segment>), &bool)| {
        let number = if *numbered { line.text(frame.number, 0, 1) } else { None };
        number.into_iter().chain(texts.iter().filter_map(placed)).collect()
    };
    lines.iter().zip(&texts).zip(&numbered).map(line).collect()
}

/// The lanes of texts that white parts from others; where a column has few, those that were cut
/// from others and its label count too.
fn lanes(
    frame: Frame<'_>,
    labels: &[Extent],
    widths: &Widths,
    sure: &[Vec<Segment>],
    cut: &[Vec<Segment>],
) -> Vec<Lane> {
    let of = |texts: &[Vec<Segment>], column: usize| -> Vec<Segment> {
        texts.iter().flatten().filter(|text| text.column == column).copied().collect()
    };
    // Numbers grow wider on the way.
    let learned = |column: usize| {
        let learned = widths.of(frame.roles).get(column).copied().flatten();
        learned.filter(|_| column != frame.number)
    };
    let lane = |(column, (white, role)): (usize, (&Extent, &Role))| {
        let mut own = of(sure, column);
        if own.len() < ENOUGH {
            let fits =
                |text: &Segment| learned(column).is_none_or(|width| text.width < SAME_WIDTH * width);
            own.extend(of(cut, column).into_iter().filter(fits));
            let label = |x: &Extent| {
                let width = x.length() / LETTER * em::SPACE * 2.0;
                Segment { column, from: 0, to: 0, x: *x, width, opening: 0.0 }
            };
            own.extend(labels.get(column).map(label));
        }
        let (x, middle) = (*white, white.middle());
        let mut lane = lane(*role, &own).unwrap_or(Lane {
            role: *role,
            x,
            start: None,
            middle,
            width: f32::MAX,
        });
        if let Some(width) = learned(column) {
            lane.width = width;
        }
        lane
    };
    frame.columns.iter().zip(frame.roles).enumerate().map(lane).collect()
}

fn lane(role: Role, texts: &[Segment]) -> Option<Lane> {
    let sorted = |pick: fn(&Segment) -> f32| {
        let mut values: Vec<f32> = texts.iter().map(pick).collect();
        values.sort_by(f32::total_cmp);
        values
    };
    let starts = sorted(|text| text.x.min);
    let ends = sorted(|text| text.x.max);
    let middles = sorted(|text| text.x.middle());
    let widths = sorted(|text| text.width.max(0.1));
    let few = texts.len() / ONE_OF;
    let (mode, count) = mode(&starts)?;
    #[expect(clippy::cast_precision_loss, reason = "a page has some hundred lines")]
    let aligned = count as f32 > ALIGNED * texts.len() as f32;
    Some(Lane {
        role,
        x: Extent::between(*starts.get(few)?, *ends.get(ends.len() - 1 - few)?),
        start: aligned.then_some(mode),
        middle: *middles.get(middles.len() / 2)?,
        width: *widths.get(widths.len() - 1 - few / 2)?,
    })
}

/// The value that stands most often in a sorted list, give or take one character, and how often.
fn mode(sorted: &[f32]) -> Option<(f32, usize)> {
    let near = |value: f32| {
        let from = sorted.partition_point(|other| *other < value - 1.5 * LETTER);
        let to = sorted.partition_point(|other| *other <= value + 1.5 * LETTER);
        to - from
    };
    sorted.iter().map(|value| (*value, near(*value))).max_by_key(|(_, count)| *count)
}

/// Columns whose borders are in the middle of the white between the lanes.
fn columns(lanes: &[Lane], white: &[Extent]) -> Vec<Extent> {
    let pairs = lanes.iter().zip(lanes.iter().skip(1));
    let inner = pairs.map(|(a, b)| f32::midpoint(a.x.max, b.x.min));
    let first = white.first().map(|column| column.min);
    let last = white.last().map(|column| column.max);
    let borders: Vec<f32> = first.into_iter().chain(inner).chain(last).collect();
    borders.iter().zip(borders.iter().skip(1)).map(|(a, b)| Extent::between(*a, *b)).collect()
}
