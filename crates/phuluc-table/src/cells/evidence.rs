//! How well words suit a column: one function for each kind of evidence.
//!
//! Evidence of one word or one line is computed once ([`Judge::new`]), because the search scores
//! many cells that share words; the score of a cell is then a few sums.

use phuluc_language::pair;
use phuluc_meaning::schedule::passage::TimeForm;
use phuluc_model::Role;

use crate::cells::column_width::{FULL, SLACK};
use crate::cells::document_stats::{ColumnStats, DocumentStats, ln};
use crate::cells::leave_one_out::OwnShare;
use crate::cells::measure::{CellLine, Measured, RowWord, WordSpan};
use crate::cells::weights;
use phuluc_page::em::SPACE;
use phuluc_page::line::Gap;

/// Scores the cells of a row with the counts of the document.
pub(crate) struct Judge<'a> {
    pub(crate) row: &'a Measured<'a>,
    pub(crate) stats: &'a DocumentStats,
    own_share: &'a OwnShare,
    columns: Vec<ColumnScores>,
    /// The log odds of a border before each word, from the two words that it would separate.
    joints: Vec<f32>,
}

/// The scores of a column, by the index of a word.
struct ColumnScores {
    /// How well a cell may open with the word.
    opens: Vec<f32>,
    /// How well a cell may end before the word.
    ends: Vec<f32>,
    /// The penalty of the first line of a cell that opens with the word, if more lines follow.
    first_line: Vec<f32>,
    /// The penalty of the last line of a cell that ends before the word.
    last_line: Vec<f32>,
    /// The sum of the penalties of all whole lines before the word.
    whole_lines: Vec<f32>,
}

impl<'a> Judge<'a> {
    pub(crate) fn new(
        row: &'a Measured<'a>,
        stats: &'a DocumentStats,
        own_share: &'a OwnShare,
    ) -> Self {
        let columns = stats.columns.iter().enumerate();
        let columns = columns
            .map(|(index, column)| ColumnScores::new(row, stats, own_share, (index, column)))
            .collect();
        Self { row, stats, own_share, columns, joints: joints(row, stats, own_share) }
    }

    /// How usual a border is before the first word of a cell.
    pub(crate) fn border(&self, start: usize, before: usize, after: usize) -> f32 {
        let gap = self.row.tokens.get(start).map_or(Gap::Line, |token| token.gap);
        let marked =
            if matches!(gap, Gap::Wide | Gap::Hollow) { weights::MARKED_GAP.0 } else { 0.0 };
        marked + self.stats.border(gap, before, after) + at(&self.joints, start)
    }

    /// The log odds that a cell is of a column; for an empty cell see [`empty`].
    ///
    /// `cut` says that a page end follows, so that the end of the cell is no evidence.
    pub(crate) fn cell(&self, index: usize, spans: &[WordSpan], cut: bool) -> f32 {
        let (Some(column), Some(kept), Some(first), Some(last)) =
            (self.stats.columns.get(index), self.columns.get(index), spans.first(), spans.last())
        else {
            return 0.0;
        };
        let (row, role) = (self.row, column.role);
        let ends = if cut { 0.0 } else { at(&kept.ends, last.end) + brackets(row, spans) };
        let time = time(row, role, spans);
        at(&kept.opens, first.start)
            + ends
            + if cut { time.max(-0.5) } else { time }
            + inside(row, role, spans)
            + phrase(row, role, spans, cut)
            + length(column, spans, cut)
            + self.widths(kept, column, spans)
            + self.returns(index, spans)
            + self.items(role, *first, (!cut).then_some(*last))
    }

    /// A bonus if the first unit of a list, and the last one if the list is whole, are known.
    fn items(&self, role: Role, first: WordSpan, last: Option<WordSpan>) -> f32 {
        if !is_units(role) {
            return 0.0;
        }
        let first = self.row.first_item(first);
        let last = last
            .and_then(|last| self.row.last_item(last))
            .filter(|last| !self.row.continues(*last));
        let is_list = |column: usize| {
            let column = self.stats.columns.get(column);
            column.is_some_and(|column| is_units(column.role))
        };
        let known = |item: WordSpan| {
            let own_share = self.own_share.item(self.row, item, is_list);
            let times = self.stats.returning_items(self.row.key(&[item]), own_share);
            (weights::ITEM * times.ln_1p()).min(weights::ITEM_MOST)
        };
        let lacks_name = last.is_some_and(|last| self.row.lacks_name(last));
        let bare = if lacks_name { weights::LACKS_NAME } else { 0.0 };
        first.into_iter().chain(last).map(known).sum::<f32>() + bare
    }

    fn widths(&self, kept: &ColumnScores, column: &ColumnStats, spans: &[WordSpan]) -> f32 {
        if column.width.is_none() {
            return 0.0;
        }
        let cost = |span: &WordSpan| match self.row.line(span.start) {
            Some(line) if line.end < span.end => {
                let last = self.row.line(span.end - 1).map_or(span.end, |line| line.start);
                at(&kept.first_line, span.start)
                    + (at(&kept.whole_lines, last) - at(&kept.whole_lines, line.end))
                    + at(&kept.last_line, span.end)
            }
            _ => line_cost(column, self.row.line_part(*span, false)),
        };
        spans.iter().map(cost).sum::<f32>().max(weights::WIDTHS_LEAST)
    }

    /// How well words continue a cell that a page cut: whether they complete a word, and whether
    /// the line before the page end was full.
    pub(crate) fn rest(&self, index: usize, before: WordSpan, rest: WordSpan) -> f32 {
        let tokens = &self.row.tokens;
        let last = before.end.checked_sub(1).and_then(|last| tokens.get(last));
        let (Some(last), Some(first)) = (last, tokens.get(rest.start)) else { return 0.0 };
        let is_word = pair::is_known(&last.facts.head, &first.facts.head);
        let border_odds = self.stats.joint(last.facts, first.facts, None);
        let joined =
            -weights::CONTINUATION_JOINED * border_odds.clamp(weights::JOINT.0, weights::JOINT.1);
        let known = joined + if is_word { weights::COMPLETES_WORD } else { 0.0 };
        let column = self.stats.columns.get(index);
        let Some((column, width)) = column.and_then(|column| Some((column, column.width?))) else {
            return known;
        };
        let line = self.row.line(before.end - 1).map_or(before.start, |line| line.start);
        let line_part = WordSpan { start: line.max(before.start), end: before.end };
        let held = self.row.line_part(line_part, false).width + SPACE + first.facts.width;
        known + if held < FULL * width { column.raggedness } else { 0.0 }
    }

    fn returns(&self, index: usize, spans: &[WordSpan]) -> f32 {
        // Longer values are not counted.
        if Measured::count(spans) > MAX_RETURNING_WORDS {
            return 0.0;
        }
        // A comma after the value shows that the cell continues.
        if spans.last().is_some_and(|last| self.row.continues(*last)) {
            return 0.0;
        }
        let own_share = self.own_share.cell(index, spans);
        let times = self.stats.returns(index, self.row.key(spans), own_share);
        (weights::RETURNS * times.ln_1p()).min(weights::RETURNS_MOST)
    }
}

/// A value of more words is not looked up among repeated values: it is a sentence, not a name.
const MAX_RETURNING_WORDS: usize = 24;

impl ColumnScores {
    fn new(
        row: &Measured<'_>,
        stats: &DocumentStats,
        own_share: &OwnShare,
        (index, column): (usize, &ColumnStats),
    ) -> Self {
        let words = row.tokens.len();
        let opens = row.tokens.iter().enumerate().map(|(at, token)| {
            let known = stats.first_word(index, token.facts.key, own_share.opened(at));
            opens(column.role, token) + known.clamp(weights::FIRST_WORD.0, weights::FIRST_WORD.1)
        });
        let ends = row.tokens.iter().map(|token| end(column.role, token));
        let mut kept = Self {
            opens: opens.collect(),
            ends: std::iter::once(0.0).chain(ends).collect(),
            first_line: Vec::new(),
            last_line: Vec::new(),
            whole_lines: Vec::new(),
        };
        if column.width.is_some() {
            kept.add_lines(row, column, words);
        }
        kept
    }

    fn add_lines(&mut self, row: &Measured<'_>, column: &ColumnStats, words: usize) {
        let cost = |start, end, continues| {
            line_cost(column, row.line_part(WordSpan { start, end }, continues))
        };
        let mut whole = 0.0;
        self.last_line.push(0.0);
        self.whole_lines.push(0.0);
        for index in 0..words {
            let Some(line) = row.line(index) else { return };
            self.first_line.push(cost(index, line.end, true));
            self.last_line.push(cost(line.start, index + 1, false));
            if index + 1 == line.end {
                whole += cost(line.start, line.end, true);
            }
            self.whole_lines.push(whole);
        }
    }
}

/// The evidence of two words for a border between them: whether they are one word of two syllables,
/// and whether a border separates them elsewhere in the document.
fn joints(row: &Measured<'_>, stats: &DocumentStats, own_share: &OwnShare) -> Vec<f32> {
    let before = std::iter::once(None).chain(row.tokens.iter().map(Some));
    let pairs = row.tokens.iter().zip(before).enumerate();
    let joint = |(at, (token, before)): (usize, (&RowWord<'_>, Option<&RowWord<'_>>))| {
        let Some(before) = before else { return 0.0 };
        let inside = pair::is_known(&before.facts.head, &token.facts.head);
        let known = if inside { weights::INSIDE_WORD } else { 0.0 };
        known
            + stats
                .joint(before.facts, token.facts, own_share.border(at))
                .clamp(weights::JOINT.0, weights::JOINT.1)
    };
    pairs.map(joint).collect()
}

fn at(kept: &[f32], index: usize) -> f32 {
    kept.get(index).copied().unwrap_or(0.0)
}

/// The score of the beginning of a cell: its head and its first letter.
fn opens(role: Role, first: &RowWord<'_>) -> f32 {
    head(role, first) + opening(role, first)
}

const fn is_units(role: Role) -> bool {
    matches!(role, Role::LeadUnit | Role::CoordinatingUnit)
}

fn head(role: Role, first: &RowWord<'_>) -> f32 {
    let (yes, no) = match role {
        Role::LeadUnit | Role::CoordinatingUnit => weights::UNIT_HEAD,
        Role::Product => weights::PRODUCT_HEAD,
        Role::Task => weights::TASK_HEAD,
        _ => return 0.0,
    };
    match first.opens.speaks_for(role) {
        Some(true) => yes,
        Some(false) => no,
        None => 0.0,
    }
}

fn opening(role: Role, first: &RowWord<'_>) -> f32 {
    let letter = first.facts.first;
    if letter.is_lowercase() {
        // A task may have lost its first letter, and a list of units may open with `các`.
        let known = first.opens.speaks_for(role) == Some(true);
        if known || role == Role::Task { weights::OPENS_LOW / 2.0 } else { weights::OPENS_LOW }
    } else if matches!(letter, '-' | '–' | '+' | ')' | ',' | ';' | '/' | '”' | ']') {
        // A list may open with a dash; in the name of a unit it is inside (`Văn hóa - Xã hội`).
        let is_unit = matches!(role, Role::LeadUnit | Role::CoordinatingUnit);
        if first.gap.opens_line() && !is_unit {
            weights::OPENS_WITH_SIGN / 2.0
        } else {
            weights::OPENS_WITH_SIGN
        }
    } else {
        0.0
    }
}

fn end(role: Role, last: &RowWord<'_>) -> f32 {
    let letter = last.facts.last;
    if matches!(letter, ',' | '-' | '–' | '/' | '(' | '“') {
        weights::ENDS_OPEN
    } else if letter == ';' && role != Role::Task {
        weights::ENDS_IN_SEMICOLON
    } else if last.facts.is_count {
        weights::ENDS_IN_COUNT
    } else if last.facts.is_connective || last.facts.asks_for_date && role != Role::Timeframe {
        weights::ENDS_IN_CONNECTIVE
    } else if role == Role::Task && matches!(letter, '.' | '”') {
        weights::TASK_ENDS_SENTENCE
    } else {
        0.0
    }
}

fn brackets(row: &Measured<'_>, spans: &[WordSpan]) -> f32 {
    if row.open_brackets(spans) == 0 { 0.0 } else { weights::BRACKET_OPEN }
}

/// The penalties for what is inside a cell: ends of sentences, gaps, and units without a comma
/// before them, where a border was probably missed.
fn inside(row: &Measured<'_>, role: Role, spans: &[WordSpan]) -> f32 {
    let inside = row.inside(spans);
    let (sentence, unit, product) = match role {
        Role::Task => (weights::SENTENCE_INSIDE_TASK, 0.0, 0.0),
        Role::LeadUnit | Role::CoordinatingUnit => {
            (weights::SENTENCE_INSIDE, weights::UNANNOUNCED_UNIT, weights::UNANNOUNCED_PRODUCT)
        }
        _ => (weights::SENTENCE_INSIDE, 0.0, 0.0),
    };
    let gaps = match usize::try_from(inside.marked_gaps) {
        Ok(gaps @ 1..) => weights::MARKED_GAP.1 * (1.0 + ln(gaps)),
        _ => 0.0,
    };
    let line_units = if role == Role::Task { weights::UNIT_INSIDE_TASK } else { 0.0 };
    count(inside.sentences) * sentence
        + count(inside.line_units) * line_units
        + count(inside.unannounced_units) * unit
        + count(inside.unannounced_products) * product
        + gaps
}

fn count(count: u32) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

fn time(row: &Measured<'_>, role: Role, spans: &[WordSpan]) -> f32 {
    let form = row.time(spans);
    let missed = form.is_none() && spans.last().is_some_and(|last| row.ends_in_time(*last));
    match (role, form) {
        (Role::LeadUnit | Role::CoordinatingUnit | Role::Product, _) if missed => {
            weights::TIME_MISSED
        }
        (Role::Timeframe, Some(TimeForm::Closed)) => weights::TIME.0,
        (Role::Timeframe, Some(TimeForm::Open)) => weights::TIME.1,
        (Role::Timeframe, None) => weights::TIME.2,
        (Role::Extra | Role::Note, Some(TimeForm::Closed)) => weights::TIME_ELSEWHERE / 2.0,
        (_, Some(TimeForm::Closed)) => weights::TIME_ELSEWHERE,
        _ => 0.0,
    }
}

fn phrase(row: &Measured<'_>, role: Role, spans: &[WordSpan], cut: bool) -> f32 {
    let Some((start, length)) = row.phrase(spans) else { return 0.0 };
    let ends_the_cell = start + length == Measured::count(spans) || cut;
    if role == Role::CoordinatingUnit && ends_the_cell {
        weights::PHRASE_PLACED
    } else {
        weights::PHRASE_MISPLACED
    }
}

fn length(column: &ColumnStats, spans: &[WordSpan], cut: bool) -> f32 {
    let (mean, spread) = column.length;
    let distance = (ln(Measured::count(spans)) - mean) / spread;
    // A cell that a page cuts may well be short.
    if cut && distance < 0.0 {
        0.0
    } else {
        (-0.5 * distance * distance).max(weights::LENGTH_LEAST)
    }
}

/// The penalty of a line of a cell that is wider than its column, or that broke although the next
/// word had room.
fn line_cost(column: &ColumnStats, line: CellLine) -> f32 {
    let Some(width) = column.width else { return 0.0 };
    let over = (line.width / width - SLACK).max(0.0) * 10.0;
    let room = line.next.is_some_and(|(next, _)| line.width + SPACE + next < FULL * width);
    (over * weights::TOO_WIDE.0).max(weights::TOO_WIDE.1)
        + if room { column.raggedness } else { 0.0 }
}

/// The penalty of an empty cell; smaller if a doubled space or a line of spaces at the border marks
/// it.
pub(crate) fn empty(column: &ColumnStats, gap: Option<Gap>) -> f32 {
    let marked = matches!(gap, Some(Gap::Wide | Gap::Hollow));
    column.emptiness + if marked { weights::EMPTY_MARKED } else { 0.0 }
}
