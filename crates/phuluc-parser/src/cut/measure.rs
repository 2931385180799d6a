//! What is known of a row before it is read: widths, lines, keys, hashes.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::page::{Gap, Word};
use crate::time::{self, Time};
use phuluc_meaning::fold::plain;
use phuluc_meaning::lexicon::{Opens, head_key};

/// Words `start..end` of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// One word of a row.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) plain: String,
    /// Its key as a head.
    pub(super) word: String,
    pub(super) gap: Gap,
    /// Its width in ems, without the space before it.
    pub(super) width: f32,
    /// Opening minus closing brackets and quotation marks.
    pub(super) brackets: i32,
    pub(super) opens: Opens,
    pub(super) first: char,
    pub(super) last: char,
    pub(super) key: u64,
}

/// A row and what was measured in it.
///
/// The sums run over the words before an index, so that a span costs one subtraction.
#[derive(Debug)]
pub(super) struct Measured {
    pub(super) tokens: Vec<Token>,
    /// The spans between page ends.
    pub(super) parts: Vec<Span>,
    brackets: Vec<i32>,
    marked_gaps: Vec<u32>,
    sentence_ends: Vec<u32>,
    unannounced_units: Vec<u32>,
    line_starts: Vec<u32>,
    /// The widths of the words and of one space after each.
    widths: Vec<f32>,
    /// For each word where its line ends.
    line_ends: Vec<usize>,
    /// For each word where the next phrase of not performing begins.
    phrases: Vec<usize>,
    /// For each word the times that begin with it, by their number of words less one.
    times: Vec<Vec<Option<Time>>>,
}

/// The width of a space in ems.
pub(super) const SPACE: f32 = 0.25;

impl Measured {
    pub(super) fn new(words: &[Word]) -> Self {
        let plain_words: Vec<String> = words.iter().map(|word| plain(&word.text)).collect();
        let tokens: Vec<Token> =
            (0..words.len()).filter_map(|index| token(words, &plain_words, index)).collect();
        let marked = |token: &Token| u32::from(matches!(token.gap, Gap::Wide | Gap::Hollow));
        Self {
            parts: parts(&tokens),
            brackets: sums(tokens.iter().map(|token| token.brackets)),
            marked_gaps: sums(tokens.iter().map(marked)),
            sentence_ends: sums(sentence_starts(&tokens)),
            unannounced_units: sums(unannounced_units(&tokens).into_iter()),
            line_starts: sums(tokens.iter().map(|token| u32::from(token.gap.opens_line()))),
            widths: sums(tokens.iter().map(|token| token.width + SPACE)),
            line_ends: line_ends(&tokens),
            phrases: phrases(&tokens),
            times: times(&tokens, &plain_words),
            tokens,
        }
    }

    /// The first word of a cell and the last.
    pub(super) fn ends(&self, spans: &[Span]) -> Option<(&Token, &Token)> {
        let first = self.tokens.get(spans.first()?.start)?;
        Some((first, self.tokens.get(spans.last()?.end.checked_sub(1)?)?))
    }

    /// How many words a cell has.
    pub(super) fn count(spans: &[Span]) -> usize {
        spans.iter().map(|span| span.end - span.start).sum()
    }

    /// Opening less closing brackets and quotation marks in a cell.
    pub(super) fn open_brackets(&self, spans: &[Span]) -> i32 {
        spans.iter().map(|span| between(&self.brackets, span.start, span.end)).sum()
    }

    /// Wide and hollow gaps inside a cell.
    pub(super) fn marked_gaps(&self, spans: &[Span]) -> u32 {
        spans.iter().map(|span| between(&self.marked_gaps, span.start + 1, span.end)).sum()
    }

    /// Sentences that begin inside a cell.
    pub(super) fn inner_sentences(&self, spans: &[Span]) -> u32 {
        spans.iter().map(|span| between(&self.sentence_ends, span.start + 1, span.end)).sum()
    }

    /// Units that begin inside a cell with no comma before them.
    pub(super) fn unannounced_units(&self, spans: &[Span]) -> u32 {
        spans.iter().map(|span| between(&self.unannounced_units, span.start + 1, span.end)).sum()
    }

    /// Where in a cell the phrase of not performing begins, counted in words, and its length.
    pub(super) fn phrase(&self, spans: &[Span]) -> Option<(usize, usize)> {
        let mut passed = 0;
        for span in spans {
            let at = self.phrases.get(span.start).copied().unwrap_or(usize::MAX);
            if at < span.end {
                return Some((passed + at - span.start, PHRASE.len()));
            }
            passed += span.end - span.start;
        }
        None
    }

    /// The cell as a time.
    pub(super) fn time(&self, spans: &[Span]) -> Option<Time> {
        if let [span] = spans {
            let count = (span.end - span.start).checked_sub(1)?;
            return self.times.get(span.start)?.get(count).copied().flatten();
        }
        let words: Vec<&str> = spans
            .iter()
            .flat_map(|span| self.of(*span))
            .map(|token| token.plain.as_str())
            .collect();
        time::reading(&words)
    }

    /// A key of the cell's words; equal cells have equal keys.
    pub(super) fn key(&self, spans: &[Span]) -> u64 {
        let tokens = spans.iter().flat_map(|span| self.of(*span));
        tokens.fold(0, |key: u64, token| key.wrapping_mul(0x0100_0000_01B3) ^ token.key)
    }

    /// The tokens of a span.
    pub(super) fn of(&self, span: Span) -> &[Token] {
        self.tokens.get(span.start..span.end).unwrap_or_default()
    }

    /// The lines of a cell. A line that a page ends has no next word: it may have been cut.
    pub(super) fn lines<'a>(&'a self, spans: &'a [Span]) -> impl Iterator<Item = CellLine> + 'a {
        spans.iter().flat_map(|span| self.span_lines(*span))
    }

    fn span_lines(&self, span: Span) -> impl Iterator<Item = CellLine> + '_ {
        let mut start = span.start;
        std::iter::from_fn(move || {
            let end = self.line_ends.get(start).copied()?.min(span.end);
            if start >= end {
                return None;
            }
            let width = between(&self.widths, start, end) - SPACE;
            let next =
                self.tokens.get(end).filter(|_| end < span.end).map(|token| (token.width, end));
            start = end;
            Some(CellLine { width, next })
        })
    }

    /// How many lines a span has; more than three count as three.
    pub(super) fn line_class(&self, span: Span) -> usize {
        let breaks = between(&self.line_starts, span.start + 1, span.end);
        usize::try_from(breaks + 1).unwrap_or(3).min(3)
    }
}

/// A line of a cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellLine {
    pub(super) width: f32,
    /// The width and the index of the word that opens the next line of the same part.
    pub(super) next: Option<(f32, usize)>,
}

/// The sums of all items before each index, and of all.
fn sums<T: Copy + Default + std::ops::Add<Output = T>>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut sums = vec![T::default()];
    let mut sum = T::default();
    for item in items {
        sum = sum + item;
        sums.push(sum);
    }
    sums
}

/// The sum of the items from `start` to before `end`.
fn between<T: Copy + Default + std::ops::Sub<Output = T>>(
    sums: &[T],
    start: usize,
    end: usize,
) -> T {
    match (sums.get(start), sums.get(end)) {
        (Some(before), Some(all)) if start <= end => *all - *before,
        _ => T::default(),
    }
}

/// One for each word that opens a sentence behind a full stop.
fn sentence_starts(tokens: &[Token]) -> impl Iterator<Item = u32> + '_ {
    let before = std::iter::once(None).chain(tokens.iter().map(Some));
    tokens.iter().zip(before).map(|(token, before)| {
        let ended = before.is_some_and(|before| before.last == '.' && before.plain.len() > 2);
        u32::from(ended && token.first.is_uppercase())
    })
}

/// One for each word that opens a unit although no comma and no other head stands right before:
/// the second `Bộ` of `Các bộ, cơ quan ngang bộ Bộ Nội vụ`, not the `UBND` of `Văn phòng UBND`.
fn unannounced_units(tokens: &[Token]) -> Vec<u32> {
    let mut since = usize::MAX;
    let mut units = Vec::with_capacity(tokens.len());
    for token in tokens {
        let high = token.first.is_uppercase();
        let office = high && OFFICES.contains(&token.word.as_str());
        units.push(u32::from(office && since >= HEAD_WORDS));
        let announces = matches!(token.last, ',' | ';' | ':' | '(') || token.word == "và";
        let head = high && token.opens.unit;
        since = if announces || head { 0 } else { since.saturating_add(1) };
    }
    units
}

/// Heads that name an office wherever they stand with a capital.
const OFFICES: [&str; 7] = ["bộ", "sở", "phòng", "các", "công", "ubnd", "ngân"];

/// The words of a head, within which another head may follow: `Văn phòng UBND`.
const HEAD_WORDS: usize = 2;

fn line_ends(tokens: &[Token]) -> Vec<usize> {
    let mut ends = vec![tokens.len(); tokens.len()];
    let mut end = tokens.len();
    for (index, token) in tokens.iter().enumerate().rev() {
        if let Some(slot) = ends.get_mut(index) {
            *slot = end;
        }
        if token.gap.opens_line() {
            end = index;
        }
    }
    ends
}

fn phrases(tokens: &[Token]) -> Vec<usize> {
    let mut starts = vec![usize::MAX; tokens.len()];
    let mut next = usize::MAX;
    for index in (0..tokens.len()).rev() {
        let rest = tokens.get(index..index + PHRASE.len()).unwrap_or_default();
        let said = rest.iter().map(|token| token.word.as_str()).eq(PHRASE);
        next = if said { index } else { next };
        if let Some(slot) = starts.get_mut(index) {
            *slot = next;
        }
    }
    starts
}

/// The words of the phrase of not performing, as heads are written.
const PHRASE: [&str; 6] = ["không", "thực", "hiện", "nội", "dung", "này"];

fn times(tokens: &[Token], plain_words: &[String]) -> Vec<Vec<Option<Time>>> {
    let words: Vec<&str> = plain_words.iter().map(String::as_str).collect();
    (0..tokens.len())
        .map(|start| {
            let may_open =
                tokens.get(start).is_some_and(|token| start == 0 || token.may_open_a_cell());
            let most = (start + time::MAX_WORDS).min(words.len());
            if !may_open || !words.get(start).is_some_and(|first| time::may_open(first)) {
                return Vec::new();
            }
            (start + 1..=most)
                .map(|end| time::reading(words.get(start..end).unwrap_or_default()))
                .collect()
        })
        .collect()
}

impl Token {
    /// Whether a cell may open with the word: it opens a line or stands behind a wide gap, or it
    /// is a capital, a figure or an opening sign inside a line.
    pub(super) fn may_open_a_cell(&self) -> bool {
        let sign = matches!(self.first, '“' | '(' | '"');
        let opening = self.first.is_uppercase() || self.first.is_ascii_digit() || sign;
        self.gap.opens_line() || self.gap == Gap::Wide || opening
    }
}

fn token(words: &[Word], plain_words: &[String], index: usize) -> Option<Token> {
    let word = words.get(index)?;
    let plain = plain_words.get(index)?.clone();
    let mut hasher = DefaultHasher::new();
    plain.trim_end_matches(['.', ',', ';']).hash(&mut hasher);
    let brackets = word.text.chars().map(|c| match c {
        '(' | '“' | '[' | '«' => 1,
        ')' | '”' | ']' | '»' => -1,
        _ => 0,
    });
    Some(Token {
        word: head_key(&word.text),
        gap: word.gap,
        width: word.text.chars().map(em).sum(),
        brackets: brackets.sum(),
        opens: Opens::at(words.iter().skip(index).map(|word| word.text.as_str())),
        first: word.text.chars().next().unwrap_or(' '),
        last: word.text.chars().next_back().unwrap_or(' '),
        key: hasher.finish(),
        plain,
    })
}

fn parts(tokens: &[Token]) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (index, token) in tokens.iter().enumerate() {
        if token.gap == Gap::Page && index > start {
            parts.push(Span { start, end: index });
            start = index;
        }
    }
    parts.push(Span { start, end: tokens.len() });
    parts
}

/// The width of a letter in ems, as in Times New Roman, in four classes.
fn em(char: char) -> f32 {
    match char {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | 'ì' | 'í' | 'ị' | 'ỉ' | 'ĩ' | '.' | ',' | ';'
        | ':' | '\'' | '!' | '(' | ')' | '/' | '-' | '|' => 0.3,
        'm' | 'w' | 'M' | 'W' | '%' | '—' => 0.83,
        _ if char.is_uppercase() => 0.68,
        _ => 0.48,
    }
}
