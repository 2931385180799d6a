//! What is known of a row before it is read: widths, lines, keys, hashes.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::fold::plain;
use crate::lexicon::{Opens, head_key};
use crate::page::{Gap, Word};
use crate::time::{self, Time};

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
    /// Whether the phrase of not performing begins here, and how many words it has.
    pub(super) phrase: usize,
}

/// A row and what was measured in it.
#[derive(Debug)]
pub(super) struct Measured {
    pub(super) tokens: Vec<Token>,
    /// The spans between page ends.
    pub(super) parts: Vec<Span>,
    times: RefCell<HashMap<Vec<Span>, Option<Time>>>,
}

/// The width of a space in ems.
pub(super) const SPACE: f32 = 0.25;

impl Measured {
    pub(super) fn new(words: &[Word]) -> Self {
        let plain_words: Vec<String> = words.iter().map(|word| plain(&word.text)).collect();
        let tokens: Vec<Token> = words
            .iter()
            .enumerate()
            .map(|(index, word)| token(word, &plain_words, index, words))
            .collect();
        Self { parts: parts(&tokens), tokens, times: RefCell::default() }
    }

    /// The tokens of a span.
    pub(super) fn of(&self, span: Span) -> &[Token] {
        self.tokens.get(span.start..span.end).unwrap_or_default()
    }

    /// The tokens of a cell, which may go on after a page end.
    pub(super) fn cell<'a>(
        &'a self,
        spans: &'a [Span],
    ) -> impl DoubleEndedIterator<Item = &'a Token> {
        spans.iter().flat_map(|span| self.of(*span))
    }

    /// The cell as a time.
    pub(super) fn time(&self, spans: &[Span]) -> Option<Time> {
        if let Some(known) = self.times.borrow().get(spans) {
            return *known;
        }
        let words: Vec<&str> = self.cell(spans).map(|token| token.plain.as_str()).collect();
        let reading = time::reading(&words);
        self.times.borrow_mut().insert(spans.to_vec(), reading);
        reading
    }

    /// A key of the cell's words; equal cells have equal keys.
    pub(super) fn key(&self, spans: &[Span]) -> u64 {
        self.cell(spans).fold(0, |key: u64, token| key.wrapping_mul(0x0100_0000_01B3) ^ token.key)
    }

    /// The widths of the lines of a cell, each with the width of the word that follows it.
    pub(super) fn lines(&self, spans: &[Span]) -> Vec<CellLine> {
        let mut lines: Vec<CellLine> = Vec::new();
        for span in spans {
            for (index, token) in self.of(*span).iter().enumerate() {
                let opens = index == 0 || token.gap.opens_line();
                match lines.last_mut() {
                    Some(line) if !opens => line.width += SPACE + token.width,
                    Some(line) if index > 0 => {
                        line.next = Some((token.width, span.start + index));
                        lines.push(CellLine { width: token.width, next: None });
                    }
                    _ => lines.push(CellLine { width: token.width, next: None }),
                }
            }
        }
        lines
    }

    /// How many lines a span has; more than three count as three.
    pub(super) fn line_class(&self, span: Span) -> usize {
        let breaks = self.of(span).iter().skip(1).filter(|token| token.gap.opens_line()).count();
        (breaks + 1).min(3)
    }
}

/// A line of a cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellLine {
    pub(super) width: f32,
    /// The width and the index of the word that opens the next line of the same part.
    pub(super) next: Option<(f32, usize)>,
}

fn token(word: &Word, plain_words: &[String], index: usize, words: &[Word]) -> Token {
    let plain = plain_words.get(index).cloned().unwrap_or_default();
    let mut hasher = DefaultHasher::new();
    plain.trim_end_matches(['.', ',', ';']).hash(&mut hasher);
    let count = |set: &[char]| {
        i32::try_from(word.text.chars().filter(|c| set.contains(c)).count()).unwrap_or(0)
    };
    Token {
        word: head_key(&word.text),
        gap: word.gap,
        width: word.text.chars().map(em).sum(),
        brackets: count(&['(', '“', '[', '«']) - count(&[')', '”', ']', '»']),
        opens: Opens::at(words.iter().skip(index).map(|word| word.text.as_str())),
        first: word.text.chars().next().unwrap_or(' '),
        last: word.text.chars().next_back().unwrap_or(' '),
        key: hasher.finish(),
        phrase: phrase(plain_words.get(index..).unwrap_or_default()),
        plain,
    }
}

/// How many words of the phrase `không thực hiện nội dung này` begin here; none if it does not.
fn phrase(words: &[String]) -> usize {
    const PHRASE: [&str; 6] = ["khong", "thuc", "hien", "noi", "dung", "nay"];
    let said = words
        .iter()
        .zip(PHRASE)
        .take_while(|(word, part)| word.trim_end_matches(['.', ',', ';', ')']) == *part);
    match said.count() {
        6 => 6,
        _ => 0,
    }
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
