//! A cell cut into values at the joints that a rule accepts.

use std::borrow::Cow;

use phuluc_language::latin::is_alphabetic;
use phuluc_language::lexicon::{Kinds, Lexicon, Opens, head_of};

/// A word of a cell.
#[derive(Debug, Clone)]
pub(super) struct Word<'a> {
    /// The word with the marks that touch it.
    pub(super) text: &'a str,
    /// The word as heads are written.
    pub(super) key: Cow<'a, str>,
    start: usize,
    end: usize,
    /// Whether a paragraph begins with it.
    opens_paragraph: bool,
    /// Whether it stands within brackets or quotation marks, where nothing is parted.
    within: bool,
}

impl<'a> Word<'a> {
    /// A word that stands in no cell.
    pub(super) fn alone(text: &'a str) -> Self {
        Self {
            text,
            key: head_of(text),
            start: 0,
            end: text.len(),
            opens_paragraph: false,
            within: false,
        }
    }
}

/// How many of the words are a head of one of the kinds.
pub(super) fn length(kinds: Kinds, words: &[Word<'_>]) -> usize {
    Lexicon::built_in().length_of_keys(kinds, words.iter().map(|word| &*word.key))
}

/// Whether the words begin with a head of one of the kinds.
pub(super) fn opens(kinds: Kinds, words: &[Word<'_>]) -> bool {
    length(kinds, words) > 0
}

/// Which kinds of cell the words open.
pub(super) fn opened(words: &[Word<'_>]) -> Opens {
    Lexicon::built_in().opens(words.iter().map(|word| &*word.key))
}

/// The keys of some of the words, from a place on.
pub(super) fn key(words: &[Word<'_>], start: usize, count: usize) -> String {
    let keys: Vec<&str> = words.iter().skip(start).take(count).map(|word| &*word.key).collect();
    keys.join(" ")
}

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// `;`, `·`, `|`, or a marked paragraph.
    Semicolon,
    /// The end of a paragraph.
    Paragraph,
    /// A dash or a number of a list, where the cell begins with one of the same kind.
    Marker,
    /// `,`
    Comma,
    /// `và`
    And,
    /// `/`
    Slash,
    /// A `+` between blanks.
    Plus,
    /// The end of a sentence.
    Stop,
    /// Nothing but the end of a clause in brackets.
    Bracket,
    /// Nothing.
    Space,
}

/// Whether a value begins behind a joint: the joint, the value before it, the words behind it.
pub(super) type Begins = fn(Joint, &[Word<'_>], &[Word<'_>]) -> bool;

/// A value of more words is a text and is parted at semicolons and paragraphs only, and its
/// further words are not looked at; that also keeps the time for a long cell in proportion to its
/// length.
///
/// The longest value of a real cell has 60 words (a report in a resolution of 2026).
const MOST_WORDS: usize = 200;

/// The values of a cell, without the marks around them.
pub(super) fn values(text: &str, begins: Begins) -> Vec<&str> {
    let words = words(text);
    let list = words.first().and_then(|word| Marker::read(word.text));
    let mut values = Vec::new();
    let mut first = usize::from(list.is_some());
    let mut place = first + 1;
    while place < words.len() {
        let (joint, skipped) = joint(&words, place, list);
        let before = words.get(first..place).unwrap_or_default();
        let behind = words.get(place + skipped..).unwrap_or_default();
        let within = words.get(place).is_none_or(|word| word.within);
        let strong = matches!(joint, Joint::Semicolon | Joint::Paragraph);
        let may = !within && (strong || before.len() <= MOST_WORDS);
        let seen = before.get(..MOST_WORDS).unwrap_or(before);
        if may && !before.is_empty() && !behind.is_empty() && begins(joint, seen, behind) {
            values.extend(value(text, before));
            first = place + skipped;
        }
        place += skipped.max(1);
    }
    values.extend(value(text, words.get(first..).unwrap_or_default()));
    values
}

/// The joint in front of a word, and how many words it takes itself.
fn joint(words: &[Word<'_>], place: usize, list: Option<Marker>) -> (Joint, usize) {
    let Some((before, word)) =
        place.checked_sub(1).and_then(|last| words.get(last)).zip(words.get(place))
    else {
        return (Joint::Space, 0);
    };
    let marker = Marker::read(word.text);
    let takes = usize::from(marker.is_some());
    if word.opens_paragraph {
        let joint = if marker.is_some() { Joint::Semicolon } else { Joint::Paragraph };
        return (joint, takes);
    }
    match (before.text.chars().next_back(), word.text) {
        (Some(';' | '·' | '|'), _) => (Joint::Semicolon, takes),
        (_, "·" | "|" | ";") => (Joint::Semicolon, 1),
        // `1) Sở Nội vụ, 2) Sở Tài chính`: the number parts, not the comma before it.
        _ if marker.is_some() && marker == list => (Joint::Marker, 1),
        (_, "và") => (Joint::And, 1),
        (Some(','), _) => (Joint::Comma, 0),
        (Some('/'), _) => (Joint::Slash, 0),
        (_, "+") => (Joint::Plus, 1),
        (Some('.'), _) if is_sentence(before.text) => (Joint::Stop, 0),
        (Some(')'), _) if before.within && !before.text.starts_with('(') => (Joint::Bracket, 0),
        _ => (Joint::Space, 0),
    }
}

/// Whether the last word of a sentence; a figure, a letter and an abbreviation have a dot too.
fn is_sentence(word: &str) -> bool {
    word.chars().any(char::is_lowercase)
}

/// What numbers the values of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    /// `-`, `+`, `•`
    Dash,
    /// `1.`, `(1)`, `a)`
    Number,
}

impl Marker {
    fn read(word: &str) -> Option<Self> {
        if matches!(word, "-" | "–" | "+" | "•" | "*") {
            return Some(Self::Dash);
        }
        let body = word.strip_suffix(['.', ')'])?.trim_start_matches('(');
        let number =
            (1..=2).contains(&body.len()) && body.chars().all(|char| char.is_ascii_digit());
        let letter = word.ends_with(')') && body.len() == 1 && body.chars().all(char::is_lowercase);
        (number || letter).then_some(Self::Number)
    }
}

/// The text from the first word to the last, without the marks around it.
fn value<'a>(text: &'a str, words: &[Word<'a>]) -> Option<&'a str> {
    let (first, last) = (words.first()?, words.last()?);
    let whole = text.get(first.start..last.end)?;
    let value = whole.trim_matches(|char: char| char.is_whitespace() || ",;·|".contains(char));
    let whole = open_end(value);
    let value = open_end(whole.strip_suffix("v.v").unwrap_or(whole));
    let bare = value.chars().all(|char| !char.is_alphanumeric());
    (!bare).then_some(value)
}

/// A value without the marks behind it, which say that it ends or that more could be named.
fn open_end(value: &str) -> &str {
    value.trim_end_matches(['.', '…', ',', ';', '/', ' '])
}

fn words(text: &str) -> Vec<Word<'_>> {
    let closed = closings(text);
    let mut words = Vec::new();
    let mut line = 0;
    for paragraph in text.split_inclusive('\n') {
        let mut opens_paragraph = line > 0;
        let mut start = line;
        for piece in pieces(paragraph) {
            let word = piece.trim();
            let from = start + (piece.len() - piece.trim_start().len());
            start += piece.len();
            if word.is_empty() {
                continue;
            }
            let opened = closed.partition_point(|(open, _)| *open < from);
            let pair = opened.checked_sub(1).and_then(|last| closed.get(last));
            let within = pair.is_some_and(|(_, close)| from <= *close);
            let end = from + word.len();
            words.push(Word { start: from, end, opens_paragraph, within, ..Word::alone(word) });
            opens_paragraph = false;
        }
        line += paragraph.len();
    }
    words
}

/// A paragraph cut behind white space and behind the marks that part words without a blank:
/// `Kế hoạch/Quyết định`, `Sở Xây dựng,Sở Nội vụ`, `VP.HĐND`; not `1,5` and `v.v.`.
fn pieces(paragraph: &str) -> impl Iterator<Item = &str> {
    let mut shortened = true;
    let mut chars = paragraph.char_indices().peekable();
    let mut start = 0;
    std::iter::from_fn(move || {
        while let Some((place, char)) = chars.next() {
            let letter = chars.peek().is_some_and(|(_, next)| is_alphabetic(*next));
            let ends = match char {
                ',' | ';' => letter,
                '.' => letter && shortened,
                _ => char == '/' || char.is_whitespace(),
            };
            shortened = ends || (shortened && char.is_uppercase());
            if ends || chars.peek().is_none() {
                let end = place + char.len_utf8();
                let piece = paragraph.get(start..end);
                start = end;
                return piece;
            }
        }
        None
    })
}

/// The outermost pairs of brackets and quotation marks, by their places; one that never closes is
/// none.
fn closings(text: &str) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (place, char) in text.char_indices() {
        match (open, char) {
            (None, '(') => open = Some((place, ')')),
            (None, '“') => open = Some((place, '”')),
            (Some((start, end)), _) if char == end => {
                pairs.push((start, place));
                open = None;
            }
            _ => {}
        }
    }
    pairs
}
