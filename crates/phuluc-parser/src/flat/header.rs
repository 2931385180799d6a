//! Where the header of a table stands, and its copies on later pages.

use phuluc_model::Role;
use phuluc_model::ordinal::{Ordinal, Scheme};

use crate::label::{Label, labels, number_label};
use crate::page::{Line, Word};
use phuluc_meaning::fold::plain;

/// A header has no more lines than this; the seed's has six.
const MAX_LINES: usize = 30;

/// A header needs at least this many columns.
const MIN_LABELS: usize = 3;

/// A header that was found.
#[derive(Debug, Clone)]
pub(super) struct Header {
    /// Its labels.
    pub(super) labels: Vec<Label>,
    /// How many lines it has.
    pub(super) lines: usize,
    /// Its words in their plain key, by which copies are known.
    words: Vec<String>,
}

/// The header that begins at the first of the lines, if one does.
///
/// It begins with the label of the number column and ends before the first line that opens with
/// an ordinal.
pub(super) fn at(lines: &[Line], max_columns: usize) -> Option<Header> {
    if !opens_with_number_label(lines) {
        return None;
    }
    let rows = lines.iter().take(MAX_LINES).skip(1).position(opens_a_row);
    // A header may be all there is.
    let all = (lines.len() <= MAX_LINES).then_some(lines.len());
    let count = rows.map(|before| before + 1).or(all)?;
    let header = lines.get(..count)?;
    let words: Vec<Word> = header.iter().flat_map(|line| line.words.clone()).collect();
    let named = header.iter().filter(|line| !counts_columns(line));
    let labels = labels(&named.flat_map(|line| line.words.clone()).collect::<Vec<_>>());
    let has = |role| labels.iter().any(|label: &Label| label.role == role);
    let enough = (MIN_LABELS..=max_columns).contains(&labels.len());
    let is_table =
        has(Role::Task) && (has(Role::LeadUnit) || has(Role::Timeframe) || has(Role::Product));
    (enough && is_table).then(|| Header {
        labels,
        lines: count,
        words: words.iter().map(|word| plain(&word.text)).collect(),
    })
}

/// Whether the first words are `TT`, `STT`, `Số TT`, `Số thứ tự`.
fn opens_with_number_label(lines: &[Line]) -> bool {
    let first = lines.first().map_or("", Line::first);
    // A longer word is no label, and most lines begin with one.
    if first.len() > 5 {
        return false;
    }
    let words = lines.iter().take(3).flat_map(|line| &line.words).take(3);
    let words: Vec<String> = words.map(|word| plain(&word.text)).collect();
    number_label(&words) > 0
}

/// Whether the line counts the columns: `(1) (2) (3)`.
pub(super) fn counts_columns(line: &Line) -> bool {
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

impl Header {
    /// How many of the lines are a copy of this header; none unless all its words are there.
    pub(super) fn copy_at(&self, lines: &[Line]) -> Option<usize> {
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
