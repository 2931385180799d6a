//! What is measured in a row before it is read: lines, widths, times, phrases.

use std::cell::RefCell;

use phuluc_language::flags::{FlagFold, opens_phrase, phrase_at};
use phuluc_language::lexicon::{Opens, named_unit};
use phuluc_meaning::schedule::passage::{TimeForm, TimePassage};
use rustc_hash::FxHashMap;

use crate::cells::vocabulary::{RowVocabulary, WordFacts};
use phuluc_page::em::SPACE;
use phuluc_page::line::{Gap, Word};

/// Words `start..end` of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct WordSpan {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// One word of a row.
#[derive(Debug)]
pub(crate) struct RowWord<'a> {
    pub(crate) facts: &'a WordFacts,
    pub(crate) gap: Gap,
    pub(crate) opens: Opens,
    /// How many words from this one on are the head of a unit that takes a name.
    named: usize,
}

/// Sums over the words before an index, so that the sum of a span is one subtraction.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    /// Opening minus closing brackets and quotation marks.
    brackets: i32,
    /// Wide and hollow gaps.
    marked_gaps: u32,
    /// Words that open a sentence.
    sentences: u32,
    /// Words that open a unit without a comma or a head before them.
    unannounced_units: u32,
    /// Words that open a line and a unit, where no word before them needs one.
    line_units: u32,
    /// Words that open a product without a comma or a head before them.
    unannounced_products: u32,
    /// Words that open a line.
    lines: u32,
    /// The widths of the words and of one space after each.
    width: f32,
    /// A key of the words: the sum of their keys, each times a power of a base.
    key: u64,
}

/// A row and what was measured in it.
#[derive(Debug)]
pub(crate) struct Measured<'a> {
    pub(crate) tokens: Vec<RowWord<'a>>,
    /// The spans between page ends.
    pub(crate) parts: Vec<WordSpan>,
    sums: Vec<Sums>,
    /// For each word where its line begins and ends.
    lines: Vec<WordSpan>,
    /// For each word the span of the list item that it is in.
    items: Vec<WordSpan>,
    /// For each word where the next flag phrase begins, and how many words it has.
    phrases: Vec<(usize, usize)>,
    /// For each word the times that begin with it, by their number of words minus one.
    times: Vec<Forms>,
    /// For each word the start of the last time that ends before it.
    last_times: Vec<Option<usize>>,
    passage: TimePassage,
    /// The times that begin with a span and continue after a page end, by the first word there, and
    /// by their number of words after it minus one.
    times_over: RefCell<FxHashMap<(WordSpan, usize), Forms>>,
}

/// How a sequence of words reads as a time, by its number of words minus one.
type Forms = Vec<Option<TimeForm>>;

/// A text of more words is not asked for a time: each length costs a call of the grammar.
const MAX_TIME_WORDS: usize = 24;

/// The base of the keys of spans (the FNV prime); odd, so that no power of it becomes 0.
const BASE: u64 = 0x0100_0000_01B3;

impl<'a> Measured<'a> {
    /// `wide` says whether wide gaps may be borders.
    pub(crate) fn new(words: &[Word], vocabulary: &'a RowVocabulary<'_>, wide: bool) -> Self {
        let facts: Vec<&WordFacts> =
            words.iter().filter_map(|word| vocabulary.facts(&word.text)).collect();
        let tokens: Vec<RowWord<'a>> = words
            .iter()
            .zip(&facts)
            .enumerate()
            .map(|(index, (word, known))| {
                let ahead = facts.get(index..).unwrap_or_default();
                let gap = if word.gap == Gap::Wide && !wide { Gap::Space } else { word.gap };
                RowWord { facts: known, gap, opens: opens(ahead), named: named(ahead) }
            })
            .collect();
        let passage = TimePassage::new(words.iter().map(|word| word.text.as_str()));
        let times = times(&tokens, &passage);
        Self {
            parts: parts(&tokens),
            sums: sums(&tokens),
            lines: lines(&tokens),
            items: items(&tokens),
            phrases: phrases(&tokens),
            last_times: last_times(&tokens, &times),
            times,
            passage,
            times_over: RefCell::default(),
            tokens,
        }
    }

    /// The first word of a cell and the last.
    pub(crate) fn ends(&self, spans: &[WordSpan]) -> Option<(&RowWord<'a>, &RowWord<'a>)> {
        let first = self.tokens.get(spans.first()?.start)?;
        Some((first, self.tokens.get(spans.last()?.end.checked_sub(1)?)?))
    }

    /// How many words a cell has.
    pub(crate) fn count(spans: &[WordSpan]) -> usize {
        spans.iter().map(|span| span.end - span.start).sum()
    }

    /// The sums at the start and at the end of a span.
    fn sums(&self, span: WordSpan) -> (Sums, Sums) {
        let at = |index: usize| self.sums.get(index).copied().unwrap_or_default();
        (at(span.start), at(span.end))
    }

    /// Opening minus closing brackets and quotation marks in a cell.
    pub(crate) fn open_brackets(&self, spans: &[WordSpan]) -> i32 {
        let open = |span: &WordSpan| {
            let (start, end) = self.sums(*span);
            end.brackets - start.brackets
        };
        spans.iter().map(open).sum()
    }

    /// What is inside a cell after its first word.
    pub(crate) fn inside(&self, spans: &[WordSpan]) -> Inside {
        let mut inside = Inside::default();
        for span in spans {
            let (start, end) = self.sums(WordSpan { start: span.start + 1, end: span.end });
            inside.marked_gaps += end.marked_gaps - start.marked_gaps;
            inside.sentences += end.sentences - start.sentences;
            inside.unannounced_units += end.unannounced_units - start.unannounced_units;
            inside.line_units += end.line_units - start.line_units;
            inside.unannounced_products += end.unannounced_products - start.unannounced_products;
        }
        inside
    }

    /// Where in a cell the flag phrase begins, counted in words, and its length.
    pub(crate) fn phrase(&self, spans: &[WordSpan]) -> Option<(usize, usize)> {
        let mut passed = 0;
        for span in spans {
            let next = self.phrases.get(span.start).copied();
            if let Some((at, length)) = next.filter(|(at, _)| *at < span.end) {
                return Some((passed + at - span.start, length));
            }
            passed += span.end - span.start;
        }
        None
    }

    /// The cell as a time.
    pub(crate) fn time(&self, spans: &[WordSpan]) -> Option<TimeForm> {
        let (first, rest) = spans.split_first()?;
        let count = (first.end - first.start).checked_sub(1)?;
        // A start that is not listed cannot become a time, whatever follows.
        let begun = self.times.get(first.start)?.get(count).copied()?;
        if rest.is_empty() || begun == Some(TimeForm::Open) {
            return begun;
        }
        if Self::count(spans) > MAX_TIME_WORDS {
            return None;
        }
        match rest {
            [second] => self.time_over(*first, *second),
            _ => self.passage.reading_of(spans.iter().map(|span| span.start..span.end)),
        }
    }

    /// A cell that one page end cuts, read as a time; the result is kept because the search asks
    /// for the same cells many times.
    fn time_over(&self, first: WordSpan, second: WordSpan) -> Option<TimeForm> {
        let mut known = self.times_over.borrow_mut();
        let forms = known.entry((first, second.start)).or_insert_with(|| {
            let most = MAX_TIME_WORDS - (first.end - first.start);
            let end = self.tokens.len().min(second.start + most);
            self.passage.readings_over(first.start..first.end, second.start..end)
        });
        let count = (second.end - second.start).checked_sub(1)?;
        // No time is longer than those that are listed.
        forms.get(count).copied().flatten()
    }

    /// Whether the cell ends in a time and has other words before it.
    pub(crate) fn ends_in_time(&self, span: WordSpan) -> bool {
        let time = self.last_times.get(span.end).copied().flatten();
        time.is_some_and(|start| span.start < start)
    }

    /// A key of the cell's words; equal cells have equal keys.
    pub(crate) fn key(&self, spans: &[WordSpan]) -> u64 {
        spans.iter().fold(0, |key: u64, span| {
            let (start, end) = self.sums(*span);
            let power = power(span.end - span.start);
            key.wrapping_mul(power)
                .wrapping_add(end.key.wrapping_sub(start.key.wrapping_mul(power)))
        })
    }

    /// The tokens of a span.
    pub(crate) fn span_tokens(&self, span: WordSpan) -> &[RowWord<'a>] {
        self.tokens.get(span.start..span.end).unwrap_or_default()
    }

    /// The line of a word.
    pub(crate) fn line(&self, index: usize) -> Option<WordSpan> {
        self.lines.get(index).copied()
    }

    /// The items of a list between its commas and semicolons.
    pub(crate) fn items(&self, list: WordSpan) -> impl Iterator<Item = WordSpan> + '_ {
        let mut start = list.start;
        std::iter::from_fn(move || {
            let item = self.first_item(WordSpan { start, end: list.end })?;
            start = item.end;
            Some(item)
        })
    }

    /// The first item of a list.
    pub(crate) fn first_item(&self, list: WordSpan) -> Option<WordSpan> {
        let item = self.items.get(list.start).filter(|_| list.start < list.end)?;
        Some(WordSpan { start: list.start, end: item.end.min(list.end) })
    }

    /// The last item of a list.
    pub(crate) fn last_item(&self, list: WordSpan) -> Option<WordSpan> {
        let item = self.items.get(list.end.checked_sub(1)?)?;
        Some(WordSpan { start: item.start.max(list.start), end: list.end })
    }

    /// Whether the words are the head of a unit that needs a name, without the name.
    pub(crate) fn lacks_name(&self, item: WordSpan) -> bool {
        let counts = self.span_tokens(item).first().is_some_and(|token| token.facts.is_count);
        let start = item.start + usize::from(counts);
        self.tokens
            .get(start)
            .is_some_and(|token| token.named > 0 && start + token.named == item.end)
    }

    /// Whether a comma or a semicolon ends the words.
    pub(crate) fn continues(&self, item: WordSpan) -> bool {
        self.span_tokens(item).last().is_some_and(|token| matches!(token.facts.last, ',' | ';'))
    }

    /// A part of a line and, if the cell continues after it, the word that opens the next line.
    pub(crate) fn line_part(&self, line_part: WordSpan, continues: bool) -> CellLine {
        let (start, end) = self.sums(line_part);
        let next = self.tokens.get(line_part.end).filter(|_| continues);
        CellLine {
            width: end.width - start.width - SPACE,
            next: next.map(|token| (token.facts.width, line_part.end)),
        }
    }

    /// The lines of a cell. The last line of a page has no next word: the page may have cut it.
    pub(crate) fn lines<'m>(
        &'m self,
        spans: &'m [WordSpan],
    ) -> impl Iterator<Item = CellLine> + 'm {
        spans.iter().flat_map(|span| self.span_lines(*span))
    }

    fn span_lines(&self, span: WordSpan) -> impl Iterator<Item = CellLine> + '_ {
        let mut start = span.start;
        std::iter::from_fn(move || {
            let end = self.line(start)?.end.min(span.end);
            if start >= end {
                return None;
            }
            let line = self.line_part(WordSpan { start, end }, end < span.end);
            start = end;
            Some(line)
        })
    }

    /// How many lines a span has, at most three.
    pub(crate) fn line_class(&self, span: WordSpan) -> usize {
        let (start, end) = self.sums(WordSpan { start: span.start + 1, end: span.end });
        usize::try_from(end.lines.saturating_sub(start.lines) + 1).unwrap_or(3).min(3)
    }
}

/// What is inside a cell after its first word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Inside {
    /// Wide and hollow gaps.
    pub(crate) marked_gaps: u32,
    /// Words that open a sentence.
    pub(crate) sentences: u32,
    /// Words that open a unit without a comma or a head before them.
    pub(crate) unannounced_units: u32,
    /// Words that open a line and a unit, where no word before them needs one.
    pub(crate) line_units: u32,
    /// Words that open a product without a comma or a head before them.
    pub(crate) unannounced_products: u32,
}

/// A line of a cell; widths are in ems.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CellLine {
    pub(crate) width: f32,
    /// The width and the index of the word that opens the next line of the same part.
    pub(crate) next: Option<(f32, usize)>,
}

/// A power of the base of keys.
fn power(mut exponent: usize) -> u64 {
    let (mut power, mut square) = (1_u64, BASE);
    while exponent > 0 {
        if exponent % 2 == 1 {
            power = power.wrapping_mul(square);
        }
        square = square.wrapping_mul(square);
        exponent /= 2;
    }
    power
}

fn sums(tokens: &[RowWord<'_>]) -> Vec<Sums> {
    let mut sums = Vec::with_capacity(tokens.len() + 1);
    let mut sum = Sums::default();
    sums.push(sum);
    let mut before: Option<&RowWord<'_>> = None;
    let mut since_announced = usize::MAX;
    for token in tokens {
        let facts = token.facts;
        sum.brackets += facts.brackets;
        sum.marked_gaps += u32::from(matches!(token.gap, Gap::Wide | Gap::Hollow));
        sum.sentences += u32::from(before.is_some_and(|before| opens_sentence(before, token)));
        let unannounced = since_announced >= HEAD_WORDS && facts.first.is_uppercase();
        let product = token.opens.product && !token.opens.unit;
        sum.unannounced_units += u32::from(facts.is_office && unannounced);
        let asked = before.is_some_and(|before| before.facts.is_connective || announces(before));
        let line_unit = token.gap.opens_line() && token.opens.unit && facts.first.is_uppercase();
        sum.line_units += u32::from(line_unit && !asked);
        sum.unannounced_products += u32::from(product && unannounced);
        sum.lines += u32::from(token.gap.opens_line());
        sum.width += facts.width + SPACE;
        sum.key = sum.key.wrapping_mul(BASE).wrapping_add(facts.key);
        sums.push(sum);
        since_announced = if announces(token) { 0 } else { since_announced.saturating_add(1) };
        before = Some(token);
    }
    sums
}

/// Whether a word opens a sentence after a full stop.
fn opens_sentence(before: &RowWord<'_>, token: &RowWord<'_>) -> bool {
    before.facts.last == '.' && before.facts.plain_len > 2 && token.facts.first.is_uppercase()
}

/// Whether the word lets a unit follow: it ends with a comma, or it is in a head that the unit
/// belongs to, as in `Văn phòng UBND`. The second `Bộ` of `Các bộ, cơ quan ngang bộ Bộ Nội vụ`
/// opens a new cell.
fn announces(token: &RowWord<'_>) -> bool {
    let facts = token.facts;
    matches!(facts.last, ',' | ';' | ':' | '(')
        || facts.head == "và"
        || (facts.first.is_uppercase() && token.opens.unit)
}

/// Within this many words of a head another head may follow: `Văn phòng UBND`.
const HEAD_WORDS: usize = 2;

fn lines(tokens: &[RowWord<'_>]) -> Vec<WordSpan> {
    let mut lines = Vec::with_capacity(tokens.len());
    let mut start = 0;
    while start < tokens.len() {
        let opens = tokens.iter().skip(start + 1).position(|token| token.gap.opens_line());
        let end = opens.map_or(tokens.len(), |words| start + 1 + words);
        lines.resize(end, WordSpan { start, end });
        start = end;
    }
    lines
}

fn items(tokens: &[RowWord<'_>]) -> Vec<WordSpan> {
    let mut items = Vec::with_capacity(tokens.len());
    let mut start = 0;
    while start < tokens.len() {
        let ends = |token: &RowWord<'_>| matches!(token.facts.last, ',' | ';');
        let last = tokens.iter().skip(start).position(ends);
        let end = last.map_or(tokens.len(), |last| start + last + 1);
        items.resize(end, WordSpan { start, end });
        start = end;
    }
    items
}

/// A flag phrase has at most this many words.
const MAX_PHRASE: usize = 9;

fn phrases(tokens: &[RowWord<'_>]) -> Vec<(usize, usize)> {
    let mut starts = vec![(usize::MAX, 0); tokens.len()];
    let mut next = (usize::MAX, 0);
    for index in (0..tokens.len()).rev() {
        let ahead = tokens.get(index..).unwrap_or_default();
        let opens =
            ahead.first().is_some_and(|token| opens_phrase(&token.facts.head, FlagFold::Key));
        let ahead = if opens { ahead } else { &[] };
        let words: Vec<&str> =
            ahead.iter().take(MAX_PHRASE).map(|token| token.facts.head.as_str()).collect();
        let found = phrase_at(&words, FlagFold::Key).filter(|phrase| phrase.points);
        next = found.map_or(next, |phrase| (index, phrase.words));
        if let Some(slot) = starts.get_mut(index) {
            *slot = next;
        }
    }
    starts
}

fn times(tokens: &[RowWord<'_>], passage: &TimePassage) -> Vec<Forms> {
    let begin = |(start, token): (usize, &RowWord<'_>)| {
        let may_open = token.facts.opens_time && (start == 0 || token.may_open_a_cell());
        if may_open { times_from(tokens, passage, start) } else { Vec::new() }
    };
    tokens.iter().enumerate().map(begin).collect()
}

/// For each word the start of the last time that ends before it and that no word before it needs.
fn last_times(tokens: &[RowWord<'_>], times: &[Forms]) -> Vec<Option<usize>> {
    let mut last = vec![None; tokens.len() + 1];
    let mut before: Option<&RowWord<'_>> = None;
    for (start, (token, times)) in tokens.iter().zip(times).enumerate() {
        let facts = token.facts;
        let own_share =
            !before.is_some_and(|before| before.facts.is_connective || announces(before));
        let opens = facts.first.is_uppercase() || token.gap.opens_line();
        for (count, form) in (1..).zip(times) {
            if let (Some(TimeForm::Closed), true, Some(slot)) =
                (form, own_share && opens, last.get_mut(start + count))
            {
                *slot = Some(start);
            }
        }
        before = Some(token);
    }
    last
}

/// The times that begin with a word, up to the length that no time reaches.
fn times_from(tokens: &[RowWord<'_>], passage: &TimePassage, start: usize) -> Forms {
    let most = tokens.len().min(start + MAX_TIME_WORDS);
    let mut times = Vec::new();
    let mut readings = passage.readings(start);
    for end in start + 1..=most {
        // Only ends where the next cell may open are asked for.
        let ends = tokens.get(end).is_none_or(RowWord::may_open_a_cell);
        let (form, continues) = if ends { readings.to(end) } else { (None, true) };
        times.push(form);
        if form == Some(TimeForm::Open) {
            // A time of free words continues with any word.
            times.resize(most - start, form);
        }
        if form == Some(TimeForm::Open) || !continues {
            break;
        }
    }
    times
}

impl RowWord<'_> {
    /// Whether a cell may open with the word: it opens a line, follows a wide gap, or begins inside
    /// a line with a capital, a figure or an opening sign.
    pub(crate) fn may_open_a_cell(&self) -> bool {
        let first = self.facts.first;
        let sign = matches!(first, '“' | '(' | '"');
        let opening = first.is_uppercase() || first.is_ascii_digit() || sign;
        self.gap.opens_line() || self.gap == Gap::Wide || opening
    }
}

/// What the first of the words opens; the count of an item (`(2)`) opens what its words open.
fn opens(facts: &[&WordFacts]) -> Opens {
    let counts = facts.iter().take_while(|facts| facts.is_count).count();
    let facts = facts.get(counts..).unwrap_or_default();
    match facts {
        [first, ..] if first.begins_a_head => {
            let mut heads = [""; 3];
            for (head, facts) in heads.iter_mut().zip(facts) {
                *head = &facts.head;
            }
            Opens::with(heads.get(..facts.len().min(3)).unwrap_or_default())
        }
        _ => Opens::default(),
    }
}

fn named(facts: &[&WordFacts]) -> usize {
    let begins =
        facts.first().is_some_and(|facts| facts.begins_a_head && facts.first.is_uppercase());
    if !begins {
        return 0;
    }
    let mut heads = [""; 3];
    for (head, facts) in heads.iter_mut().zip(facts) {
        *head = &facts.head;
    }
    named_unit(heads.get(..facts.len().min(3)).unwrap_or_default())
}

fn parts(tokens: &[RowWord<'_>]) -> Vec<WordSpan> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (index, token) in tokens.iter().enumerate() {
        if token.gap == Gap::Page && index > start {
            parts.push(WordSpan { start, end: index });
            start = index;
        }
    }
    parts.push(WordSpan { start, end: tokens.len() });
    parts
}
