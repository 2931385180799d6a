//! The header of a table with known cells: which rows have the labels, and the columns that they
//! name.

use std::ops::Range;

use phuluc_model::Role;
use phuluc_model::ordinal::Ordinal;

use crate::convention::column_numbers::counts_columns;
use crate::header::label::{Label, with_heads};
use crate::page_reader::cell_text::plain_word;
use crate::page_reader::page_table::{PartCell, TablePart, cell_lines};
use phuluc_language::fold::plain;
use phuluc_language::labels::LabelWords;
use phuluc_page::extent::Extent;
use phuluc_page::line::{Gap, Word};

/// The header is among this many first rows of a table part.
const WITHIN: usize = 4;

/// A header has at most this many rows.
const MAX_ROWS: usize = 3;

/// A label has at most this many words.
const MAX_WORDS: usize = 20;

/// A table has at least this many columns.
const MIN_COLUMNS: usize = 3;

/// A header and the columns under it.
#[derive(Debug, Clone)]
pub(crate) struct CellHeader {
    /// The rows of the table part that have its labels.
    pub(crate) rows: Range<usize>,
    /// The first row below it, and below the row that counts the columns.
    pub(crate) end: usize,
    /// Its columns from left to right.
    pub(crate) columns: Vec<Extent>,
    /// A label for each column.
    pub(crate) labels: Vec<Label>,
}

impl CellHeader {
    /// The words of the labels, without marks; those of a head over several labels once.
    pub(crate) fn words(&self) -> Vec<String> {
        let own =
            |label: &Label| label.words.iter().skip(label.shared).cloned().collect::<Vec<_>>();
        self.labels.iter().flat_map(own).map(|word| plain(&word.text)).collect()
    }

    /// The roles of the labels.
    pub(crate) fn roles(&self) -> Vec<Role> {
        self.labels.iter().map(|label| label.role).collect()
    }

    /// The labels in the form in which they are compared with those of another page.
    pub(crate) fn key(&self) -> Vec<String> {
        let key = |label: &Label| {
            label.words.iter().map(|word| plain(&word.text)).collect::<Vec<_>>().concat()
        };
        self.labels.iter().map(key).collect()
    }
}

/// The header of a table part, if it has one.
pub(crate) fn header(
    table_part: &TablePart,
    page: u32,
    max_columns: usize,
    known: &LabelWords,
) -> Option<CellHeader> {
    let rows = table_part.rows.len();
    for start in 0..WITHIN.min(rows) {
        for end in start + 1..=(start + MAX_ROWS).min(rows) {
            if !closes(table_part, start..end) {
                continue;
            }
            let read = read(table_part, page, start..end, max_columns, known);
            let Some(mut header) = read else { continue };
            header.end += usize::from(numbers_columns(table_part, end));
            return Some(header);
        }
    }
    None
}

/// Whether no cell crosses an end of the rows, and every head has its columns.
fn closes(table_part: &TablePart, rows: Range<usize>) -> bool {
    let over = |cell: &PartCell, end: usize| cell.rows.start < end && cell.rows.end > end;
    if table_part.cells.iter().any(|cell| over(cell, rows.start) || over(cell, rows.end)) {
        return false;
    }
    // A head over several columns has its columns below it, with nothing beside them.
    let heads: Vec<&PartCell> = table_part
        .row(rows.end - 1)
        .filter(|cell| cell.columns.len() > 1 && !cell.words.is_empty())
        .collect();
    let beside = |cell: &&PartCell| {
        !heads.iter().any(|head| {
            head.columns.start <= cell.columns.start && cell.columns.end <= head.columns.end
        })
    };
    let below: Vec<&PartCell> =
        table_part.row(rows.end).filter(|cell| !cell.words.is_empty()).collect();
    let splits = heads.iter().any(|head| {
        below.iter().filter(|cell| head.columns.contains(&cell.columns.start)).count() > 1
    });
    !splits || below.iter().any(beside)
}

fn read(
    table_part: &TablePart,
    page: u32,
    rows: Range<usize>,
    max_columns: usize,
    known: &LabelWords,
) -> Option<CellHeader> {
    let stacks = stacks(table_part, &rows);
    if !heads_stand_on_top(&stacks) {
        return None;
    }
    let labels: Vec<(Vec<Word>, usize)> = stacks
        .iter()
        .enumerate()
        .map(|(index, (_, cells))| {
            let words: Vec<Word> = cells.iter().flat_map(|cell| label_words(cell, page)).collect();
            let before = index.checked_sub(1).map_or(0, |before| shared(&stacks, before));
            let head = before.max(shared(&stacks, index));
            let own = words.len() > head;
            (words, if own { head } else { 0 })
        })
        .collect();
    let short = labels.iter().all(|(label, _)| label.len() <= MAX_WORDS);
    let named = labels.iter().filter(|(label, _)| !label.is_empty()).count();
    if !short || named < MIN_COLUMNS || labels.len() > max_columns {
        return None;
    }
    let mut labels = with_heads(labels, known);
    for (index, label) in labels.iter_mut().enumerate() {
        label.shared = index.checked_sub(1).map_or(0, |before| shared(&stacks, before));
    }
    let columns = stacks.iter().map(|(x, _)| *x).collect();
    names_table(&labels).then_some(CellHeader { end: rows.end, rows, columns, labels })
}

/// A header has a number label or at least this many roles; fewer may be words in a row of tasks.
const ROLES: usize = 3;

/// Whether labels are those of a table of tasks or of indicators.
fn names_table(labels: &[Label]) -> bool {
    let has = |role| labels.iter().any(|label| label.role == role);
    let parts = [Role::LeadUnit, Role::CoordinatingUnit, Role::Product, Role::Timeframe];
    let roles = parts.into_iter().filter(|role| has(*role)).count();
    let named = has(Role::Number) || roles + 1 >= ROLES;
    has(Role::Task) && named && !opens_row(labels) && (roles > 0 || names_indicators(labels))
}

/// Whether the first label is a row number.
fn opens_row(labels: &[Label]) -> bool {
    let mut filled = labels.iter().filter(|label| !label.words.is_empty());
    let first = filled.next().map(|label| label.words.as_slice());
    matches!(first, Some([word]) if !Ordinal::readings(&word.text).is_empty())
}

/// Whether the labels are those of numbered indicators with their units of measure.
fn names_indicators(labels: &[Label]) -> bool {
    let is = |label: &Label, words: [&str; 2]| {
        let own = label.words.iter().map(|word| plain(&word.text));
        own.take(2).eq(words)
    };
    let numbered = labels.iter().any(|label| label.role == Role::Number);
    let named = |label: &Label| label.role == Role::Task && is(label, ["chi", "tieu"]);
    numbered && labels.iter().any(named) && labels.iter().any(|label| is(label, ["don", "vi"]))
}

/// The columns of a header, each with its cells from top to bottom.
type Stacks<'a> = Vec<(Extent, Vec<&'a PartCell>)>;

fn stacks<'a>(table_part: &'a TablePart, rows: &Range<usize>) -> Stacks<'a> {
    let mut stacks: Stacks<'a> = Vec::new();
    for (column, x) in table_part.columns.iter().enumerate() {
        let stack: Vec<&PartCell> = table_part
            .cells
            .iter()
            .filter(|cell| cell.columns.contains(&column) && cell.rows.start < rows.end)
            .filter(|cell| cell.rows.end > rows.start && !cell.words.is_empty())
            .collect();
        match stacks.last_mut() {
            // A label over several columns of the grid names one column.
            Some((before, cells)) if same(cells, &stack) && !stack.is_empty() => {
                *before = before.join(*x);
            }
            _ => stacks.push((*x, stack)),
        }
    }
    stacks
}

fn same(a: &[&PartCell], b: &[&PartCell]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| std::ptr::eq(*a, *b))
}

/// Whether every cell over several columns is above their own labels: one below them is a title and
/// not a head, and its words would count for each column.
fn heads_stand_on_top(stacks: &Stacks<'_>) -> bool {
    let mut pairs = stacks.iter().zip(stacks.iter().skip(1));
    pairs.all(|((_, left), (_, right))| {
        let same = |a: &&PartCell, b: &&PartCell| std::ptr::eq(*a, *b);
        let on_top = left.iter().zip(right).take_while(|(a, b)| same(a, b)).count();
        left.iter().filter(|a| right.iter().any(|b| same(a, b))).count() == on_top
    })
}

/// How many words of the heads of a column are over the next column too.
fn shared(stacks: &Stacks<'_>, before: usize) -> usize {
    let (Some((_, left)), Some((_, right))) = (stacks.get(before), stacks.get(before + 1)) else {
        return 0;
    };
    let pairs = left.iter().zip(right).take_while(|(a, b)| std::ptr::eq(**a, **b));
    pairs.map(|(cell, _)| cell.words.len()).sum()
}

fn label_words(cell: &PartCell, page: u32) -> Vec<Word> {
    let mut words = cell.words.clone();
    let lines = cell_lines(&mut words);
    let words = lines.iter().flat_map(|line| {
        let gap = |index| if index == 0 { Gap::Line } else { Gap::Space };
        line.iter().enumerate().map(move |(index, word)| plain_word(word, page, gap(index)))
    });
    words.collect()
}

/// Whether a row counts the columns from the first on.
pub(crate) fn counts_from_one(table_part: &TablePart, row: usize) -> bool {
    let first = table_part.row(row).find_map(|cell| cell.words.first());
    let opens = first.is_some_and(|word| matches!(&*word.text, "(1)" | "1" | "[1]" | "A" | "(A)"));
    opens && numbers_columns(table_part, row)
}

/// Whether a row counts the columns: `(1) (2) (3)`, `A B 1 2`.
fn numbers_columns(table_part: &TablePart, row: usize) -> bool {
    let cells = table_part.row(row).filter(|cell| !cell.words.is_empty());
    counts_columns(cells.map(|cell| match cell.words.as_slice() {
        [word] => &*word.text,
        _ => "",
    }))
}
