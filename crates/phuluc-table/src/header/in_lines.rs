//! The header of a table in lines of text, and its copies on later pages.

use phuluc_model::Role;
use phuluc_model::ordinal::{Ordinal, Scheme};

use crate::header::label::{Label, hidden_label, is_head_of_units, labels};
use crate::header::number_label::number_label;
use phuluc_language::fold::plain;
use phuluc_language::labels::LabelWords;
use phuluc_page::line::{Gap, Line, Word};

/// A header has at most this many lines; that of the seed has six.
const MAX_LINES: usize = 30;

/// A header has at least this many labels.
const MIN_LABELS: usize = 3;

/// A header that was found.
#[derive(Debug, Clone)]
pub(crate) struct LineHeader {
    /// Its labels.
    pub(crate) labels: Vec<Label>,
    /// How many lines it has.
    pub(crate) lines: usize,
    /// Its words without marks, to find copies.
    words: Vec<String>,
}

/// The header that begins at the first of the lines, if there is one.
///
/// It begins with the number label and ends before the first line that opens with an ordinal.
pub(crate) fn at(lines: &[Line], max_columns: usize, known: &LabelWords) -> Option<LineHeader> {
    let head = lines.first().is_some_and(|line| is_head_alone(line, known));
    if !opens_with_number_label(lines.get(usize::from(head)..)?) {
        return None;
    }
    let rows = lines.iter().take(MAX_LINES).skip(1).position(opens_a_row);
    // The text may end with the header.
    let all = (lines.len() <= MAX_LINES).then_some(lines.len());
    let count = rows.map(|before| before + 1).or(all)?;
    let header = lines.get(..count)?;
    let words: Vec<Word> = header.iter().flat_map(|line| line.words.clone()).collect();
    let named = header.iter().filter(|line| !counts_columns(line));
    let labels = labels(&named.flat_map(|line| line.words.clone()).collect::<Vec<_>>(), known);
    let has = |role| labels.iter().any(|label: &Label| label.role == role);
    let enough = (MIN_LABELS..=max_columns).contains(&labels.len());
    let is_table =
        has(Role::Task) && (has(Role::LeadUnit) || has(Role::Timeframe) || has(Role::Product));
    (enough && is_table).then(|| LineHeader {
        labels,
        lines: count,
        words: words.iter().map(|word| plain(&word.text)).collect(),
    })
}

/// Whether the line is a head over the columns of units, above the other labels.
fn is_head_alone(line: &Line, known: &LabelWords) -> bool {
    line.words.len() <= MAX_HEAD_WORDS && is_head_of_units(&plain(&line.text()), known)
}

/// A head over columns has at most this many words.
const MAX_HEAD_WORDS: usize = 5;

/// Separates labels without a space between them: `HIỆNSTT CÔNG VIỆC`, `thànhCơ quan chủ trì`.
pub(crate) fn separate_labels(lines: Vec<Line>, known: &LabelWords) -> Vec<Line> {
    let mut separated: Vec<Line> = Vec::with_capacity(lines.len());
    let mut below = usize::MAX;
    for line in lines {
        for line in at_number_label(line, known) {
            let opens = opens_with_number_label(std::slice::from_ref(&line));
            below = if opens { 0 } else { below.saturating_add(1) };
            separated.push(if below < MAX_LINES { separated_words(&line, known) } else { line });
        }
    }
    separated
}

/// Two lines, if the number label has no space before it after the head over other labels.
fn at_number_label(mut line: Line, known: &LabelWords) -> Vec<Line> {
    let at = line.words.iter().position(|word| word.text.ends_with("STT") && word.text.len() > 3);
    let hidden = at.and_then(|at| Some((at, hidden_in(&line.words, at, known)?)));
    let Some((at, hidden)) = hidden else { return vec![line] };
    let mut rest = line.words.split_off(at);
    if let Some(first) = rest.first_mut() {
        line.words.push(Word {
            text: first.text.get(..hidden).unwrap_or_default().into(),
            ..first.clone()
        });
        *first = after(first, hidden);
    }
    vec![line, Line { words: rest, blanks_above: 0, page_mark: false }]
}

fn separated_words(line: &Line, known: &LabelWords) -> Line {
    let mut words = Vec::with_capacity(line.words.len());
    for (index, word) in line.words.iter().enumerate() {
        match hidden_in(&line.words, index, known) {
            Some(hidden) => {
                let text = word.text.get(..hidden).unwrap_or_default().into();
                words.push(Word { text, ..word.clone() });
                words.push(after(word, hidden));
            }
            None => words.push(word.clone()),
        }
    }
    Line { words, blanks_above: line.blanks_above, page_mark: line.page_mark }
}

fn hidden_in(words: &[Word], index: usize, known: &LabelWords) -> Option<usize> {
    hidden_label(&words.get(index)?.text, words.get(index + 1..).unwrap_or_default(), known)
}

/// The part of a word that opens another label.
fn after(word: &Word, hidden: usize) -> Word {
    let text = word.text.get(hidden..).unwrap_or_default().into();
    Word { text, gap: Gap::Line, place: word.place, pieces: 1 }
}

/// Whether the first words are `TT`, `STT`, `Số TT`, `Số thứ tự`.
fn opens_with_number_label(lines: &[Line]) -> bool {
    let first = lines.first().map_or("", Line::first);
    // A longer word is no label; tested first, because most lines begin with one.
    if first.len() > 5 {
        return false;
    }
    let words = lines.iter().take(3).flat_map(|line| &line.words).take(3);
    let words: Vec<String> = words.map(|word| plain(&word.text)).collect();
    number_label(&words) > 0
}

/// Whether the line counts the columns: `(1) (2) (3)`.
pub(crate) fn counts_columns(line: &Line) -> bool {
    let figure = |word: &Word| {
        let figure = word.text.strip_prefix('(').and_then(|word| word.strip_suffix(')'));
        figure.is_some_and(|figure| figure.parse::<u8>().is_ok())
    };
    line.words.len() >= MIN_LABELS && line.words.iter().all(figure)
}

fn opens_a_row(line: &Line) -> bool {
    Ordinal::readings(line.first()).iter().any(|ordinal| match ordinal.scheme {
        Scheme::Arabic | Scheme::Roman => true,
        Scheme::Capital => ordinal.is_first(),
        Scheme::Small | Scheme::Dash => false,
    })
}

impl LineHeader {
    /// How many of the lines are a copy of this header; `None` unless all its words are there.
    pub(crate) fn copy_length(&self, lines: &[Line]) -> Option<usize> {
        let mut words = self.words.iter();
        for (index, line) in lines.iter().enumerate().take(MAX_LINES) {
            for word in &line.words {
                if words.next()? != &plain(&word.text) {
                    return None;
                }
            }
            if words.len() == 0 {
                return Some(index + 1);
            }
        }
        None
    }
}
