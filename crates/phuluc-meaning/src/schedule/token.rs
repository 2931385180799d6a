//! The tokens of a time, and a cursor over them.
//!
//! Words are compared in small letters with the spellings that mean the same made one; a word that
//! has no mark at all also fits the word whose marks it has lost: `Thang` is `tháng`.

use std::cell::Cell;
use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use ecow::EcoString;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A cell with more tokens is not a time; the longest of the fixtures has 16.
const MAX_TOKENS: usize = 60;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters.
    Word,
    /// A whole number and how many figures it has.
    Number(u32, usize),
    /// Anything else that shows, and the end of a paragraph (`\n`).
    Sign(char),
}

/// A token and the bytes it takes.
#[derive(Debug, Clone)]
pub(super) struct TimeToken {
    pub(super) kind: TokenKind,
    key: EcoString,
    span: Range<usize>,
    /// Whether it touches the token before it.
    pub(super) glued: bool,
}

/// The tokens of a cell; `None` where there are more than a time has.
pub(super) fn tokens(text: &str) -> Option<Vec<TimeToken>> {
    let mut tokens = Vec::new();
    add_tokens(text, MAX_TOKENS, &mut tokens)?;
    Some(tokens)
}

/// Adds the tokens of a text; `None` where there are more than `most`.
pub(super) fn add_tokens(text: &str, most: usize, tokens: &mut Vec<TimeToken>) -> Option<()> {
    let mut letters = text.char_indices().peekable();
    while let Some((start, first)) = letters.next() {
        if first.is_whitespace() && first != '\n' {
            continue;
        }
        let kind = kind(first);
        let end = if let TokenKind::Sign(_) = kind {
            start + first.len_utf8()
        } else {
            run(&mut letters, start + first.len_utf8(), kind)
        };
        let glued = tokens.last().is_some_and(|last| last.span.end == start);
        tokens.push(TimeToken::new(text.get(start..end)?, start..end, kind, glued));
        if tokens.len() > most {
            return None;
        }
    }
    Some(())
}

fn kind(first: char) -> TokenKind {
    match first {
        '0'..='9' => TokenKind::Number(0, 0),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{AD}' => TokenKind::Sign('-'),
        _ if first.is_alphabetic() => TokenKind::Word,
        _ => TokenKind::Sign(first),
    }
}

/// The end of the letters, or of the figures, that go on.
fn run(letters: &mut Peekable<CharIndices<'_>>, mut end: usize, kind: TokenKind) -> usize {
    let goes_on = |letter: char| match kind {
        TokenKind::Word => letter.is_alphabetic() || is_combining_mark(letter),
        _ => letter.is_ascii_digit(),
    };
    while let Some((start, letter)) = letters.next_if(|(_, letter)| goes_on(*letter)) {
        end = start + letter.len_utf8();
    }
    end
}

impl TimeToken {
    fn new(text: &str, span: Range<usize>, kind: TokenKind, glued: bool) -> Self {
        match kind {
            // A number that no date or count has stays a word, which nothing fits.
            TokenKind::Number(..) => match text.parse() {
                Ok(number) if text.len() <= 4 => {
                    let kind = TokenKind::Number(number, text.len());
                    Self { kind, key: text.into(), span, glued }
                }
                _ => Self { kind: TokenKind::Word, key: text.into(), span, glued },
            },
            TokenKind::Word => Self {
                kind,
                key: respelled(&text.nfc().collect::<String>().to_lowercase()).into(),
                span,
                glued,
            },
            TokenKind::Sign(_) => Self { kind, key: EcoString::new(), span, glued },
        }
    }

    /// Moves it by the bytes before its text.
    pub(super) const fn shift(&mut self, bytes: usize) {
        self.span = self.span.start + bytes..self.span.end + bytes;
    }

    /// The word or the figures, as words are compared.
    pub(super) fn key(&self) -> &str {
        &self.key
    }
}

/// Spellings that mean the same.
fn respelled(key: &str) -> &str {
    match key {
        "hằng" => "hàng",
        "quí" | "qúy" | "qúi" => "quý",
        "kì" => "kỳ",
        "tuỳ" => "tùy",
        _ => key,
    }
}

/// A place among the tokens; a copy of it is the way back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    tokens: &'t [TimeToken],
    /// Whether something was asked for after the last token.
    beyond: &'t Cell<bool>,
    /// Whether a word was read that has lost its marks.
    pub(super) bare: bool,
    /// Whether free words were read.
    pub(super) free: bool,
}

impl<'t> Cursor<'t> {
    /// `beyond` is set when something is asked for after the last token: while it is not, more
    /// tokens would change nothing.
    pub(super) const fn new(
        text: &'t str,
        tokens: &'t [TimeToken],
        beyond: &'t Cell<bool>,
    ) -> Self {
        Self { text, tokens, beyond, bare: false, free: false }
    }

    /// The place `count` tokens further on, with what was read up to there.
    pub(super) fn after(self, count: usize, bare: bool, free: bool) -> Self {
        Self { tokens: self.tokens.get(count..).unwrap_or_default(), bare, free, ..self }
    }

    /// How many tokens are left.
    pub(super) const fn left(&self) -> usize {
        self.tokens.len()
    }

    /// Whether nothing was asked for after the last token.
    pub(super) const fn is_within(&self) -> bool {
        !self.beyond.get()
    }

    pub(super) fn peek(&self) -> Option<&'t TimeToken> {
        if self.is_empty() { None } else { self.tokens.first() }
    }

    pub(super) fn next(&mut self) -> Option<&'t TimeToken> {
        let first = self.peek()?;
        self.tokens = self.tokens.get(1..)?;
        Some(first)
    }

    /// Whether it is before another place of the same cell.
    pub(super) const fn is_before(&self, other: &Self) -> bool {
        self.tokens.len() > other.tokens.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        if self.tokens.is_empty() {
            self.beyond.set(true);
        }
        self.tokens.is_empty()
    }

    /// What `read` finds; without a find the cursor stays.
    pub(super) fn try_read<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = read(&mut ahead)?;
        *self = ahead;
        Some(found)
    }

    /// Whether the words of the phrase come next; they are passed.
    pub(super) fn phrase(&mut self, phrase: &str) -> bool {
        // The first letters separate nearly all phrases.
        let first = self.peek().filter(|token| token.kind == TokenKind::Word);
        if !first.is_some_and(|token| may_begin(&token.key, phrase)) {
            return false;
        }
        let whole = |ahead: &mut Self| phrase.split(' ').all(|word| ahead.word(word)).then_some(());
        self.try_read(whole).is_some()
    }

    /// The first of the phrases that comes next; it is passed.
    pub(super) fn one_of(&mut self, phrases: &[&'static str]) -> Option<&'static str> {
        phrases.iter().copied().find(|phrase| self.phrase(phrase))
    }

    fn word(&mut self, word: &str) -> bool {
        let Some(token) = self.peek().filter(|token| token.kind == TokenKind::Word) else {
            return false;
        };
        let whole = token.key == word;
        if whole || (token.key.is_ascii() && is_without_marks(&token.key, word)) {
            self.bare |= !whole;
            self.next();
            return true;
        }
        false
    }

    pub(super) fn sign(&mut self, sign: char) -> bool {
        let is_next = self.peek().is_some_and(|token| token.kind == TokenKind::Sign(sign));
        if is_next {
            self.next();
        }
        is_next
    }

    /// A number in figures and how many figures it has.
    pub(super) fn figures(&mut self) -> Option<(u32, usize)> {
        self.try_read(|ahead| match ahead.next()?.kind {
            TokenKind::Number(number, figures) => Some((number, figures)),
            _ => None,
        })
    }

    /// A count in figures or in words; figures may be repeated in words: `05 (năm)`.
    pub(super) fn count(&mut self) -> Option<u32> {
        let Some((number, _)) = self.figures() else { return self.numeral() };
        self.try_read(|ahead| {
            let opens = ahead.sign('(');
            (opens && ahead.next()?.kind == TokenKind::Word).then_some(())?;
            let short = ahead.sign(')') || (ahead.next().is_some() && ahead.sign(')'));
            short.then_some(())
        });
        Some(number)
    }

    /// The name of a month after `tháng`, but for `năm`, which is the word for year too.
    pub(super) fn month_name(&mut self) -> Option<u32> {
        const NAMES: [(&str, u32); 3] = [("mười một", 11), ("giêng", 1), ("tư", 4)];
        let name = NAMES.iter().find(|(word, _)| self.phrase(word)).map(|(_, month)| *month);
        name.or_else(|| self.numeral())
    }

    /// A numeral in words. `Năm` is left out: it is the word for year too.
    fn numeral(&mut self) -> Option<u32> {
        const NUMERALS: [(&str, u32); 10] = [
            ("một", 1),
            ("hai", 2),
            ("ba", 3),
            ("bốn", 4),
            ("sáu", 6),
            ("bảy", 7),
            ("tám", 8),
            ("chín", 9),
            ("mười hai", 12),
            ("mười", 10),
        ];
        NUMERALS.iter().find(|(word, _)| self.phrase(word)).map(|(_, number)| *number)
    }

    /// The words from `start` up to this place, as the cell has them.
    pub(super) fn words_since(&self, start: &Self) -> Option<String> {
        let count = start.tokens.len() - self.tokens.len();
        let read = start.tokens.get(..count)?;
        let (first, last) = (read.first()?, read.last()?);
        let words = self.text.get(first.span.start..last.span.end)?;
        Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// Whether a key may fit the first word of a phrase: they are the same, or the key is plain letters
/// and the same up to a letter of the phrase that has a mark.
fn may_begin(key: &str, phrase: &str) -> bool {
    let (key, phrase) = (key.as_bytes(), phrase.as_bytes());
    // The first letter alone separates most of them, and this is asked of each word many times.
    if let (Some(own), Some(asked)) = (key.first(), phrase.first())
        && own != asked
    {
        return !asked.is_ascii() && key.is_ascii();
    }
    let same = key.iter().zip(phrase).take_while(|(own, asked)| own == asked).count();
    match phrase.get(same) {
        None | Some(b' ') => same == key.len(),
        Some(next) => same < key.len() && !next.is_ascii() && key.is_ascii(),
    }
}

/// Whether a word is another one without its marks.
fn is_without_marks(bare: &str, word: &str) -> bool {
    let letters = word.nfd().filter(|letter| !is_combining_mark(*letter));
    letters.map(|letter| if letter == 'đ' { 'd' } else { letter }).eq(bare.chars())
}
