//! How well words suit a column: one function for each piece of evidence.

use phuluc_model::Role;

use super::lessons::{Column, FULL, Lessons, ln};
use super::measure::{CellLine, Measured, SPACE, Span, Token};
use super::weights as w;
use crate::page::Gap;
use crate::time::Time;

/// How well a cell suits its column, as a logarithm; an empty cell is not asked here.
///
/// `cut` tells that a page end follows, so that the cell's end says nothing.
pub(super) fn cell(
    row: &Measured,
    lessons: &Lessons,
    column: &Column,
    spans: &[Span],
    cut: bool,
) -> f32 {
    let Some((first, last)) = row.ends(spans) else { return 0.0 };
    let ends = if cut { 0.0 } else { end(column.role, last) + brackets(row, spans) };
    let time = time(row, column.role, spans);
    head(column.role, first)
        + opening(column.role, first)
        + ends
        + if cut { time.max(-0.5) } else { time }
        + sentences(row, column.role, spans)
        + unannounced_units(row, column.role, spans)
        + phrase(row, column.role, spans, cut)
        + length(column, spans, cut)
        + widths(row, column, spans)
        + inner_gaps(row, spans)
        + lessons.first_word(column, first.key).clamp(w::FIRST_WORD.0, w::FIRST_WORD.1)
        + returns(row, column, spans)
}

fn head(role: Role, first: &Token) -> f32 {
    let (yes, no) = match role {
        Role::LeadUnit | Role::CoordinatingUnit => w::UNIT_HEAD,
        Role::Product => w::PRODUCT_HEAD,
        Role::Task => w::TASK_HEAD,
        _ => return 0.0,
    };
    match first.opens.speaks_for(role) {
        Some(true) => yes,
        Some(false) => no,
        None => 0.0,
    }
}

fn opening(role: Role, first: &Token) -> f32 {
    if first.first.is_lowercase() {
        // A task may have lost its first letter, and a list of units may open with `các`.
        let known = first.opens.speaks_for(role) == Some(true);
        if known || role == Role::Task { w::OPENS_LOW / 2.0 } else { w::OPENS_LOW }
    } else if matches!(first.first, '-' | '–' | '+' | ')' | ',' | ';' | '/' | '”' | ']') {
        // A list may open with a dash; the name of a unit goes on with it (`Văn hóa - Xã hội`).
        let is_unit = matches!(role, Role::LeadUnit | Role::CoordinatingUnit);
        if first.gap.opens_line() && !is_unit {
            w::OPENS_WITH_SIGN / 2.0
        } else {
            w::OPENS_WITH_SIGN
        }
    } else {
        0.0
    }
}

fn end(role: Role, last: &Token) -> f32 {
    if matches!(last.last, ',' | '-' | '–' | '/' | '(' | '“') {
        w::ENDS_OPEN
    } else if CONNECTIVES.contains(&last.word.as_str()) || asks_for_a_figure(last) {
        w::ENDS_IN_CONNECTIVE
    } else if role == Role::Task && matches!(last.last, '.' | '”') {
        w::TASK_ENDS_SENTENCE
    } else {
        0.0
    }
}

/// Words that ask for another word, in the key of heads.
const CONNECTIVES: [&str; 40] = [
    "và", "của", "theo", "với", "về", "cho", "tại", "từ", "đến", "trong", "số", "để", "do", "được",
    "là", "cùng", "thuộc", "khi", "những", "một", "hoặc", "bằng", "trên", "các", "có", "như",
    "đối", "nhằm", "bộ", "sở", "ủy", "hội", "tổ", "cơ", "đơn", "thành", "trung", "ban", "phối",
    "giai",
];

/// `Năm` and `Quý` in capitals open a time; a cell ends in `hằng năm`, not in `Năm`.
fn asks_for_a_figure(last: &Token) -> bool {
    last.first.is_uppercase() && matches!(last.word.as_str(), "năm" | "tháng" | "quý" | "ngày")
}

fn brackets(row: &Measured, spans: &[Span]) -> f32 {
    if row.open_brackets(spans) == 0 { 0.0 } else { w::BRACKET_OPEN }
}

fn sentences(row: &Measured, role: Role, spans: &[Span]) -> f32 {
    let weight = if role == Role::Task { w::SENTENCE_INSIDE_TASK } else { w::SENTENCE_INSIDE };
    count(row.inner_sentences(spans)) * weight
}

/// Units that begin inside a cell of units without a comma before them: a border was missed.
fn unannounced_units(row: &Measured, role: Role, spans: &[Span]) -> f32 {
    match role {
        Role::LeadUnit | Role::CoordinatingUnit => {
            count(row.unannounced_units(spans)) * w::UNANNOUNCED_UNIT
        }
        _ => 0.0,
    }
}

fn count(count: u32) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

fn time(row: &Measured, role: Role, spans: &[Span]) -> f32 {
    match (role, row.time(spans)) {
        (Role::Timeframe, Some(Time::Closed)) => w::TIME.0,
        (Role::Timeframe, Some(Time::Open)) => w::TIME.1,
        (Role::Timeframe, None) => w::TIME.2,
        (Role::Extra | Role::Note, Some(Time::Closed)) => w::TIME_ELSEWHERE / 2.0,
        (_, Some(Time::Closed)) => w::TIME_ELSEWHERE,
        _ => 0.0,
    }
}

fn phrase(row: &Measured, role: Role, spans: &[Span], cut: bool) -> f32 {
    let Some((start, length)) = row.phrase(spans) else { return 0.0 };
    let ends_the_cell = start + length == Measured::count(spans) || cut;
    if role == Role::CoordinatingUnit && ends_the_cell {
        w::PHRASE_PLACED
    } else {
        w::PHRASE_MISPLACED
    }
}

fn length(column: &Column, spans: &[Span], cut: bool) -> f32 {
    let (mean, spread) = column.length;
    let distance = (ln(Measured::count(spans)) - mean) / spread;
    // A cell that a page cuts may well be short.
    if cut && distance < 0.0 { 0.0 } else { (-0.5 * distance * distance).max(w::LENGTH_LEAST) }
}

fn widths(row: &Measured, column: &Column, spans: &[Span]) -> f32 {
    let Some(width) = column.width else { return 0.0 };
    let ragged = column.raggedness();
    let cost = |line: CellLine| {
        let over = (line.width / width - 1.08).max(0.0) * 10.0;
        let room = line.next.is_some_and(|(next, _)| line.width + SPACE + next < FULL * width);
        (over * w::TOO_WIDE.0).max(w::TOO_WIDE.1) + if room { ragged } else { 0.0 }
    };
    row.lines(spans).map(cost).sum::<f32>().max(-20.0)
}

fn inner_gaps(row: &Measured, spans: &[Span]) -> f32 {
    let marked = row.marked_gaps(spans);
    if marked > 0 { w::MARKED_GAP.1 * (1.0 + count(marked).ln()) } else { 0.0 }
}

fn returns(row: &Measured, column: &Column, spans: &[Span]) -> f32 {
    // Longer values do not return; not hashing them keeps the search linear in a cell's words.
    if Measured::count(spans) > MAX_RETURNING_WORDS {
        return 0.0;
    }
    let times = column.returns(row.key(spans));
    if times > 1.0 { (w::RETURNS * times.ln()).min(w::RETURNS_MOST) } else { 0.0 }
}

/// A value of more words than this is not looked up among those that return.
const MAX_RETURNING_WORDS: usize = 24;

/// How usual a border is before the first word of a cell.
pub(super) fn border(lessons: &Lessons, gap: Gap, before: usize, after: usize) -> f32 {
    let marked = if matches!(gap, Gap::Wide | Gap::Hollow) { w::MARKED_GAP.0 } else { 0.0 };
    marked + lessons.border(gap, before, after)
}

/// What an empty cell costs; less where the border shows that something stands between.
pub(super) fn empty(column: &Column, gap: Option<Gap>) -> f32 {
    let usual = if column.role == Role::Task { w::EMPTY_TASK } else { w::EMPTY };
    let marked = matches!(gap, Some(Gap::Wide | Gap::Hollow));
    column.emptiness(usual) + if marked { w::EMPTY_MARKED } else { 0.0 }
}
