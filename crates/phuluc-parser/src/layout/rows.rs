//! The rows of a table, joined over its pages.
//!
//! A cell that spans rows is one cell that several rows show, so what a page adds to it reaches all
//! of them.

use std::ops::Range;

use phuluc_model::ordinal::{Ordinal, Scheme};
use phuluc_model::{Remainder, Role};

use super::cell::cell;
use super::extent::Extent;
use super::page::PlacedWord;
use super::piece::{Piece, PieceCell, cell_lines};
use super::rest::{self, Rest};
use crate::label::Label;
use crate::page::{Gap, Line, Word};
use crate::table::{Cell, Kind, Number, Row};

/// A title across the table that is no section ends like a sentence or has more words than this.
const MAX_TITLE: usize = 40;

/// The rows so far.
#[derive(Debug)]
pub(super) struct Rows {
    roles: Vec<Role>,
    cells: Vec<Cell>,
    rows: Vec<Draft>,
}

/// A row of cells by their index, one for each column.
#[derive(Debug)]
struct Draft {
    kind: Kind,
    cells: Vec<Option<usize>>,
    /// Whether the row goes on over a page in a way that may be read otherwise.
    doubtful: bool,
}

/// A cell of a piece as one row shows it.
#[derive(Debug, Clone)]
struct Shown {
    /// The cell of the piece.
    index: usize,
    /// The columns of the table that it covers.
    columns: Range<usize>,
    /// Whether it has words.
    filled: bool,
}

impl Rows {
    pub(super) fn new(labels: &[Label]) -> Self {
        let roles = labels.iter().map(|label| label.role).collect();
        Self { roles, cells: Vec::new(), rows: Vec::new() }
    }

    /// Adds the rows of a piece from `first` on; returns the rows that are none.
    pub(super) fn add(
        &mut self,
        piece: Piece,
        first: usize,
        columns: &[Extent],
        page: u32,
        goes_on: bool,
    ) -> Vec<(Remainder, Line)> {
        let spans: Vec<Range<usize>> =
            piece.cells.iter().map(|cell| covered(&piece, cell, columns)).collect();
        let widths = widths(&piece, &spans, columns.len());
        let mut shown = Vec::new();
        for row in first..piece.rows.len() {
            shown.push(shown_by(&piece, &spans, row));
        }
        let texts = piece.cells.into_iter().zip(&spans).map(|(cell, span)| {
            let width = span.clone().filter_map(|column| widths.get(column)).sum();
            (cell.rows.start >= first).then(|| self::cell(cell.words, page, width))
        });
        let mut adding =
            Adding { rows: self, texts: texts.collect(), ids: Vec::new(), left: Vec::new() };
        adding.ids = vec![None; adding.texts.len()];
        for (index, shown) in shown.iter().enumerate() {
            adding.add_row(shown, goes_on && index == 0);
        }
        adding.left
    }

    /// The rows with their cells.
    pub(super) fn finish(self) -> Vec<Row> {
        let mut used = vec![false; self.cells.len()];
        let mut rows = Vec::new();
        for draft in &self.rows {
            rows.push(self.row(draft, &mut used));
        }
        rows
    }

    fn row(&self, draft: &Draft, used: &mut [bool]) -> Row {
        let mut take = |id: Option<usize>| {
            let Some(id) = id else { return Cell::default() };
            let repeated = used.get_mut(id).is_none_or(|used| std::mem::replace(used, true));
            Cell { repeated, ..self.cells.get(id).cloned().unwrap_or_default() }
        };
        let mut number = None;
        let mut cells = Vec::new();
        if draft.kind == Kind::Section {
            let mut parts = draft.cells.iter().map(|id| take(*id));
            number = parts.next().and_then(|cell| self::number(cell, &self.rows, self));
            cells.extend(parts);
        } else {
            for (role, id) in self.roles.iter().zip(&draft.cells) {
                match role {
                    Role::Number => number = self::number(take(*id), &self.rows, self),
                    _ => cells.push(take(*id)),
                }
            }
        }
        let margin = draft.doubtful.then_some(0.0);
        Row { kind: draft.kind, number, cells, margin, uncut: false }
    }
}

fn number(cell: Cell, _: &[Draft], _: &Rows) -> Option<Number> {
    let first = cell.words.first()?;
    let alone = cell.words.len() == 1;
    let ordinal = Ordinal::readings(&first.text).into_iter().next().filter(|_| alone);
    Some(Number { words: cell.words, ordinal, repeated: cell.repeated })
}

/// The columns of the table that a cell of a piece covers.
fn covered(piece: &Piece, cell: &PieceCell, columns: &[Extent]) -> Range<usize> {
    let own = piece.columns.get(cell.columns.clone()).unwrap_or_default();
    let Some(x) = Extent::around(own.iter().copied()) else { return 0..0 };
    let covers = |column: &Extent| {
        let shared = column.overlap(x);
        2.0 * shared > column.length() || 2.0 * shared > x.length()
    };
    let first = columns.iter().position(covers);
    let last = columns.iter().rposition(covers);
    first.zip(last).map_or(0..0, |(first, last)| first..last + 1)
}

/// The width of the text of each column: from its leftmost to its rightmost word.
fn widths(piece: &Piece, spans: &[Range<usize>], columns: usize) -> Vec<f32> {
    let mut texts: Vec<Option<Extent>> = vec![None; columns];
    for (cell, span) in piece.cells.iter().zip(spans).filter(|(_, span)| span.len() == 1) {
        let text = Extent::around(cell.words.iter().map(|word| word.x));
        if let (Some(slot), Some(text)) = (texts.get_mut(span.start), text) {
            *slot = Some(slot.map_or(text, |slot| slot.join(text)));
        }
    }
    texts.into_iter().map(|text| text.map_or(0.0, Extent::length)).collect()
}

fn shown_by(piece: &Piece, spans: &[Range<usize>], row: usize) -> Vec<Shown> {
    let cells = piece.cells.iter().enumerate().zip(spans);
    let mut shown: Vec<Shown> = cells
        .filter(|((_, cell), span)| cell.rows.contains(&row) && !span.is_empty())
        .map(|((index, cell), span)| Shown {
            index,
            columns: span.clone(),
            filled: !cell.words.is_empty(),
        })
        .collect();
    shown.sort_by_key(|shown| shown.columns.start);
    shown
}

/// The rows of one piece on their way into the table.
struct Adding<'a> {
    rows: &'a mut Rows,
    /// The text of each cell of the piece, until a row takes it.
    texts: Vec<Option<Cell>>,
    /// The cell of the table that a cell of the piece became.
    ids: Vec<Option<usize>>,
    left: Vec<(Remainder, Line)>,
}

impl Adding<'_> {
    fn add_row(&mut self, shown: &[Shown], opens_page: bool) {
        let filled: Vec<&Shown> = shown.iter().filter(|shown| shown.filled).collect();
        if filled.is_empty() {
            return;
        }
        if let Some(section) = self.section(&filled) {
            self.rows.rows.push(section);
        } else if let Some(note) = self.note(&filled) {
            self.left.push((Remainder::NoteRow, note));
        } else if opens_page && self.go_on(shown) {
        } else {
            let cells = self.cells(shown);
            self.rows.rows.push(Draft { kind: Kind::Task, cells, doubtful: false });
        }
    }

    fn role(&self, column: usize) -> Option<Role> {
        self.rows.roles.get(column).copied()
    }

    fn text(&self, shown: &Shown) -> Option<&Cell> {
        self.texts.get(shown.index).and_then(Option::as_ref)
    }

    /// Takes the text of a cell into the table, once.
    fn keep(&mut self, shown: &Shown) -> Option<usize> {
        if let Some(text) = self.texts.get_mut(shown.index).and_then(Option::take) {
            self.rows.cells.push(text);
            if let Some(id) = self.ids.get_mut(shown.index) {
                *id = Some(self.rows.cells.len() - 1);
            }
        }
        self.ids.get(shown.index).copied().flatten()
    }

    /// A cell for each column; one that spans columns belongs to the first of them.
    fn cells(&mut self, shown: &[Shown]) -> Vec<Option<usize>> {
        let mut cells = vec![None; self.rows.roles.len()];
        for shown in shown {
            let id = self.keep(shown);
            let empty =
                id.and_then(|id| self.rows.cells.get(id)).is_none_or(|c| c.words.is_empty());
            let Some(slot) = cells.get_mut(shown.columns.start) else { continue };
            if let (Some(first), Some(id)) = (*slot, id) {
                self.append(first, id);
            } else if !empty {
                *slot = id;
            }
        }
        cells
    }

    /// Moves the words of a cell behind those of another one of the same row and column.
    fn append(&mut self, to: usize, from: usize) {
        let cell = self.rows.cells.get_mut(from).map(std::mem::take).unwrap_or_default();
        self.extend(to, cell);
    }

    fn extend(&mut self, to: usize, mut rest: Cell) {
        let Some(cell) = self.rows.cells.get_mut(to) else { return };
        let count = cell.words.len();
        if let Some(first) = rest.words.first_mut().filter(|_| count > 0) {
            first.gap = Gap::Page;
        }
        cell.words.append(&mut rest.words);
        cell.paragraphs.extend(rest.paragraphs.iter().map(|index| index + count));
    }

    /// A heading row: a number and a title, or a title across the table.
    fn section(&mut self, filled: &[&Shown]) -> Option<Draft> {
        match filled {
            [title] => {
                let words = &self.text(title)?.words;
                let numbered = opening_ordinal(words).is_some();
                let leftmost = self.role(title.columns.start) == Some(Role::Number);
                let is_section = (numbered && (leftmost || self.is_across(title)))
                    || (self.is_across(title) && is_title(words));
                is_section.then(|| self.split_title(title, numbered))
            }
            [number, title] if self.role(number.columns.start) == Some(Role::Number) => {
                let words = &self.text(number)?.words;
                let [word] = words.as_slice() else { return None };
                let readings = Ordinal::readings(&word.text);
                let high = |o: &Ordinal| matches!(o.scheme, Scheme::Roman | Scheme::Capital);
                let covers =
                    |role| title.columns.clone().any(|column| self.role(column) == Some(role));
                let titled = covers(Role::Task)
                    && (readings.iter().any(high)
                        || (!readings.is_empty() && self.is_across(title)));
                titled.then(|| {
                    let cells = vec![self.keep(number), self.keep(title)];
                    Draft { kind: Kind::Section, cells, doubtful: false }
                })
            }
            _ => None,
        }
    }

    /// Whether a cell reaches over half of the columns or more, that of the tasks among them.
    fn is_across(&self, shown: &Shown) -> bool {
        let over = |role| shown.columns.clone().any(|column| self.role(column) == Some(role));
        shown.columns.len() > 1
            && 2 * shown.columns.len() >= self.rows.roles.len()
            && (over(Role::Task) || over(Role::Number))
    }

    /// A title across the table as a section; its first word may be the number.
    fn split_title(&mut self, title: &Shown, numbered: bool) -> Draft {
        let mut cells = vec![None, self.keep(title)];
        if numbered && let Some(text) = cells.last().copied().flatten() {
            let cell = self.rows.cells.get_mut(text).map(std::mem::take).unwrap_or_default();
            let (number, title) = cell.words.split_at(1.min(cell.words.len()));
            let number = Cell { words: number.to_vec(), ..Cell::default() };
            let paragraphs = cell.paragraphs.iter().filter_map(|index| index.checked_sub(1));
            let title = Cell { words: title.to_vec(), paragraphs: paragraphs.collect(), ..cell };
            if let Some(slot) = self.rows.cells.get_mut(text) {
                *slot = title;
            }
            self.rows.cells.push(number);
            if let Some(slot) = cells.first_mut() {
                *slot = Some(self.rows.cells.len() - 1);
            }
        }
        Draft { kind: Kind::Section, cells, doubtful: false }
    }

    /// The words of a row across the table that is no section.
    fn note(&mut self, filled: &[&Shown]) -> Option<Line> {
        let [note] = filled else { return None };
        if !self.is_across(note) {
            return None;
        }
        let cell = self.texts.get_mut(note.index)?.take()?;
        Some(Line { words: cell.words, blanks_above: 0, page_mark: false })
    }

    /// Adds the first row of a page to the last row of the page before, if it is its rest.
    fn go_on(&mut self, shown: &[Shown]) -> bool {
        let Some(last) = self.rows.rows.last().filter(|last| last.kind == Kind::Task) else {
            return false;
        };
        let above: Vec<&[Word]> = last.cells.iter().map(|id| self.words(*id)).collect();
        let mut below: Vec<&[Word]> = vec![&[]; above.len()];
        for shown in shown {
            if let (Some(slot), Some(text)) = (below.get_mut(shown.columns.start), self.text(shown))
            {
                *slot = &text.words;
            }
        }
        let verdict = rest::judge(&above, &below, &self.rows.roles);
        let last = last.cells.clone();
        match verdict {
            Rest::Row => false,
            Rest::Part { doubtful } => {
                self.join_rest(shown, &last, doubtful);
                true
            }
            Rest::Record => {
                self.share_empty(shown, &last);
                false
            }
        }
    }

    fn words(&self, id: Option<usize>) -> &[Word] {
        id.and_then(|id| self.rows.cells.get(id)).map_or(&[], |cell| &cell.words)
    }

    /// Joins the cells of a rest to the cells above them, column by column.
    fn join_rest(&mut self, shown: &[Shown], last: &[Option<usize>], doubtful: bool) {
        for shown in shown {
            let above = last.get(shown.columns.start).copied().flatten();
            let Some(above) = above else {
                let id = self.keep(shown);
                let empty = self.words(id).is_empty();
                let row = self.rows.rows.last_mut();
                let slot = row.and_then(|row| row.cells.get_mut(shown.columns.start));
                if let Some(slot) = slot.filter(|_| !empty) {
                    *slot = id;
                }
                continue;
            };
            if let Some(text) = self.texts.get_mut(shown.index).and_then(Option::take) {
                self.extend(above, text);
            }
            if let Some(id) = self.ids.get_mut(shown.index) {
                *id = Some(above);
            }
        }
        if let Some(row) = self.rows.rows.last_mut() {
            row.doubtful |= doubtful;
        }
    }

    /// Lets the empty cells of number and task be those of the row above, which span this one too.
    fn share_empty(&mut self, shown: &[Shown], last: &[Option<usize>]) {
        for shown in shown.iter().filter(|shown| !shown.filled) {
            let column = shown.columns.start;
            let spans = matches!(self.role(column), Some(Role::Number | Role::Task));
            if let Some(above) = last.get(column).copied().flatten().filter(|_| spans) {
                if let Some(text) = self.texts.get_mut(shown.index) {
                    *text = None;
                }
                if let Some(id) = self.ids.get_mut(shown.index) {
                    *id = Some(above);
                }
            }
        }
    }
}

/// The ordinal that opens a title: `I.`, `A.`, `1.`; a capital letter needs its dot.
fn opening_ordinal(words: &[Word]) -> Option<Ordinal> {
    let readings = Ordinal::readings(&words.first()?.text);
    let opens = |o: &Ordinal| o.closed && o.scheme != Scheme::Dash || o.scheme == Scheme::Roman;
    readings.into_iter().find(opens).filter(|_| words.len() > 1)
}

/// Whether words across the table are a title and no note: short, and no sentence.
fn is_title(words: &[Word]) -> bool {
    let ends = words.last().is_some_and(|word| word.text.ends_with(['.', ';', ')']));
    let high = words.iter().all(|word| !word.text.contains(char::is_lowercase));
    let note = words.first().is_some_and(|word| word.text.to_lowercase().starts_with("ghi"));
    words.len() <= MAX_TITLE && (high || !ends) && !note
}
