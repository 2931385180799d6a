//! How well words suit a column: one function for each piece of evidence.

use phuluc_model::Role;

use super::lessons::{Column, FULL, Lessons, ln};
use super::measure::{Measured, SPACE, Span, Token};
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
    let mut tokens = row.cell(spans);
    let Some(first) = tokens.next() else { return 0.0 };
    let last = tokens.next_back().unwrap_or(first);
    let ends = if cut { 0.0 } else { end(column.role, last) + brackets(row, spans) };
    let time =
        if cut { time(row, column.role, spans).max(-0.5) } else { time(row, column.role, spans) };
    head(column.role, first)
        + opening(column.role, first)
        + ends
        + time
        + sentences(row, column.role, spans)
        + phrase(row, column.role, spans, cut)
        + length(row, column, spans, cut)
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
        if first.gap.opens_line() { w::OPENS_WITH_SIGN / 2.0 } else { w::OPENS_WITH_SIGN }
    } else {
        0.0
    }
}

fn end(role: Role, last: &Token) -> f32 {
    if matches!(last.last, ',' | '-' | '–' | '/' | '(' | '“') {
        w::ENDS_OPEN
    } else if CONNECTIVES.contains(&last.word.as_str()) {
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

fn brackets(row: &Measured, spans: &[Span]) -> f32 {
    let open: i32 = row.cell(spans).map(|token| token.brackets).sum();
    if open == 0 { 0.0 } else { w::BRACKET_OPEN }
}

fn sentences(row: &Measured, role: Role, spans: &[Span]) -> f32 {
    if role == Role::Task {
        return 0.0;
    }
    let mut count = 0.0;
    let mut before: Option<&Token> = None;
    for token in row.cell(spans) {
        let ended = before.is_some_and(|before| before.last == '.' && before.plain.len() > 2);
        count += if ended && token.first.is_uppercase() { 1.0 } else { 0.0 };
        before = Some(token);
    }
    count * w::SENTENCE_INSIDE
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
    let count = row.cell(spans).count();
    let at = row.cell(spans).enumerate().find(|(_, token)| token.phrase > 0);
    match at {
        None => 0.0,
        Some((index, token)) if role == Role::CoordinatingUnit => {
            if index + token.phrase == count || cut && index + token.phrase > count {
                w::PHRASE_PLACED
            } else {
                w::PHRASE_MISPLACED
            }
        }
        Some(_) => w::PHRASE_MISPLACED,
    }
}

fn length(row: &Measured, column: &Column, spans: &[Span], cut: bool) -> f32 {
    let (mean, spread) = column.length;
    let distance = (ln(row.cell(spans).count()) - mean) / spread;
    // A cell that a page cuts may well be short.
    if cut && distance < 0.0 { 0.0 } else { (-0.5 * distance * distance).max(-5.0) }
}

fn widths(row: &Measured, column: &Column, spans: &[Span]) -> f32 {
    let Some(width) = column.width else { return 0.0 };
    let ragged = column.raggedness();
    let cost = |line: &super::measure::CellLine| {
        let over = (line.width / width - 1.08).max(0.0) * 10.0;
        let room = line.next.is_some_and(|(next, _)| line.width + SPACE + next < FULL * width);
        (over * w::TOO_WIDE.0).max(w::TOO_WIDE.1) + if room { ragged } else { 0.0 }
    };
    row.lines(spans).iter().map(cost).sum::<f32>().max(-20.0)
}

fn inner_gaps(row: &Measured, spans: &[Span]) -> f32 {
    let inner = spans.iter().flat_map(|span| row.of(*span).iter().skip(1));
    let marked = inner.filter(|token| matches!(token.gap, Gap::Wide | Gap::Hollow)).count();
    if marked > 0 { w::MARKED_GAP.1 * (1.0 + ln(marked)) } else { 0.0 }
}

fn returns(row: &Measured, column: &Column, spans: &[Span]) -> f32 {
    let times = column.returns(row.key(spans));
    if times > 1.0 { (w::RETURNS * times.ln()).min(w::RETURNS_MOST) } else { 0.0 }
}

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
