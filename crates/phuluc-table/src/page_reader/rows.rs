//! Joins the rows of a table over its pages.
//!
//! A cell that spans rows is one cell that several rows share, so what a page adds to it is in all
//! of them.

pub(crate) mod draft;
pub(crate) mod row_builder;

use crate::page_reader::rows::draft::{DraftRow, Rows, Shown};
use std::ops::Range;

use phuluc_model::ordinal::Ordinal;
use phuluc_model::{Remainder, Role};

use crate::furniture::title_above::TitleAbove;
use crate::header::label::Label;
use crate::page_reader::cell_text::{Breaks, CellText, plain_word, text};
use crate::page_reader::page_table::{PartCell, TablePart, TableSource};
use crate::page_reader::rows::row_builder::RowBuilder;
use crate::repeat_budget::RepeatBudget;
use crate::table::{Cell, CellBox, Number, Row, RowKind};
use phuluc_page::extent::Extent;
use phuluc_page::line::{Gap, Line};
use phuluc_page::placed_word::PlacedWord;

impl Rows {
    pub(crate) fn new(labels: &[Label], keeps_boxes: bool) -> Self {
        let roles = labels.iter().map(|label| label.role).collect();
        Self { roles, cells: Vec::new(), drafts: Vec::new(), numberless: false, keeps_boxes }
    }

    /// Adds the title above a table as a section.
    pub(crate) fn add_title_above(&mut self, title_above: Option<TitleAbove>) {
        let Some(TitleAbove { number, title }) = title_above else { return };
        let first = self.cells.len();
        self.cells.extend([CellText::from_words(number), CellText::from_words(title)]);
        let cells = vec![Some(first), Some(first + 1)];
        self.drafts.push(DraftRow { kind: RowKind::Section, cells, doubtful: false });
    }

    /// Adds the rows of a part of the table from `first` on; returns the words that are in no row:
    /// notes, sums, and cells beside the columns.
    pub(crate) fn add(
        &mut self,
        table_part: TablePart,
        first: usize,
        columns: &[Extent],
        page: u32,
        continues: bool,
    ) -> Vec<(Remainder, Line)> {
        let spans: Vec<Range<usize>> =
            table_part.cells.iter().map(|cell| covered(&table_part, cell, columns)).collect();
        let beside = beside(&table_part, &spans, first, page);
        let widths = widths(&table_part, &spans, columns.len());
        let source = table_part.source;
        let shown = shown_from(&table_part, &spans, first);
        let sides = PartSides { source, page, columns: table_part.columns, rows: table_part.rows };
        let texts = table_part.cells.into_iter().zip(&spans).map(|(cell, span)| {
            let width = span.clone().filter_map(|column| widths.get(column)).sum();
            let breaks = match source {
                TableSource::Delimited => Breaks::Written,
                TableSource::Aligned => Breaks::Pressed(width),
                _ => Breaks::Wrapped(width),
            };
            (cell.rows.start >= first).then(|| {
                let cell_box = if self.keeps_boxes { sides.cell_box(&cell) } else { None };
                let mut text = text(cell.words, page, breaks);
                text.cell.cell_boxes.extend(cell_box);
                text
            })
        });
        let texts: Vec<Option<CellText>> = texts.collect();
        let mut adding = RowBuilder::new(self, texts, beside);
        for (index, shown) in shown.iter().enumerate() {
            adding.add_row(shown, continues && index == 0);
        }
        adding.finish()
    }

    /// Whether the last two rows share their cell in a column.
    fn ends_tall(&self, column: usize) -> bool {
        let mut last = self.drafts.iter().rev().map(|row| row.cells.get(column).copied().flatten());
        matches!((last.next(), last.next()), (Some(Some(a)), Some(Some(b))) if a == b)
    }

    /// What the cells of all rows count against the limit of cells: a shared cell is copied, so its
    /// words count in each row but the first.
    pub(crate) fn weight(&self) -> usize {
        let mut shown = vec![false; self.cells.len()];
        let mut weight = 0_usize;
        for cell in self.drafts.iter().flat_map(|draft| &draft.cells) {
            let shown = cell.and_then(|id| Some((shown.get_mut(id)?, self.cells.get(id)?)));
            let words = shown.map_or(0, |(shown, text)| {
                if std::mem::replace(shown, true) { text.cell.words.len() } else { 0 }
            });
            weight = weight.saturating_add(1 + words);
        }
        weight
    }

    /// The rows with their cells.
    pub(crate) fn finish(mut self, repeat_budget: &mut RepeatBudget) -> Vec<Row> {
        let mut uses = vec![0; self.cells.len()];
        for id in self.drafts.iter().flat_map(|draft| &draft.cells).flatten() {
            if let Some(uses) = uses.get_mut(*id) {
                *uses += 1;
            }
        }
        let mut cells: Vec<Shared> = std::mem::take(&mut self.cells)
            .into_iter()
            .zip(uses)
            .map(|(text, uses)| Shared { cell: text.cell, uses, repeated: false, left_out: false })
            .collect();
        repeat_budget.read(cells.iter().map(|shared| shared.cell.words.len()).sum());
        self.drafts.iter().map(|draft| self.row(draft, &mut cells, repeat_budget)).collect()
    }

    fn row(
        &self,
        draft: &DraftRow,
        shared: &mut [Shared],
        repeat_budget: &mut RepeatBudget,
    ) -> Row {
        let mut take = |id: Option<usize>| {
            let shared = id.and_then(|id| shared.get_mut(id));
            shared.map(|shared| shared.take(repeat_budget)).unwrap_or_default()
        };
        let mut number = None;
        let mut cells = Vec::new();
        if draft.kind == RowKind::Section {
            let mut parts = draft.cells.iter().map(|id| take(*id));
            number = parts.next().and_then(number_of);
            cells.extend(parts);
        } else {
            for (role, id) in self.roles.iter().zip(&draft.cells) {
                match role {
                    Role::Number => number = number_of(take(*id)),
                    _ => cells.push(take(*id)),
                }
            }
        }
        let margin = draft.doubtful.then_some(0.0);
        Row { kind: draft.kind, number, cells, margin, flaw: None }
    }
}

/// The places of the columns and rows of a table part.
struct PartSides {
    source: TableSource,
    page: u32,
    columns: Vec<Extent>,
    rows: Vec<Extent>,
}

impl PartSides {
    /// The rectangle of a cell: between its rules, or around its words if it has none.
    fn cell_box(&self, cell: &PartCell) -> Option<CellBox> {
        let (x, y) = if self.source == TableSource::Ruled {
            let columns = self.columns.get(cell.columns.clone())?;
            let rows = self.rows.get(cell.rows.clone())?;
            (Extent::around(columns.iter().copied())?, Extent::around(rows.iter().copied())?)
        } else {
            let x = Extent::around(cell.words.iter().map(|word| word.x))?;
            let y = Extent::around(cell.words.iter().map(PlacedWord::y))?;
            (wider(x), wider(y))
        };
        Some(CellBox { page: self.page, x, y })
    }
}

/// Margin around the words of a cell without rules, in points, so that the frame does not touch
/// them.
const WHITE: f32 = 1.5;

fn wider(stretch: Extent) -> Extent {
    Extent { min: stretch.min - WHITE, max: stretch.max + WHITE }
}

/// A cell and the rows that share it.
struct Shared {
    cell: Cell,
    /// How many rows still need it.
    uses: usize,
    /// Whether a row above has it.
    repeated: bool,
    /// Whether it is too long to be copied: the rows after the first have an empty cell.
    left_out: bool,
}

impl Shared {
    /// The cell for the next row; a copy if others follow.
    fn take(&mut self, repeat_budget: &mut RepeatBudget) -> Cell {
        if self.left_out {
            return Cell::default();
        }
        self.uses = self.uses.saturating_sub(1);
        let words = &self.cell.words;
        let cell = if self.uses > 0 && repeat_budget.may_add(words.len()) {
            self.cell.clone()
        } else {
            if self.uses > 0 && !words.is_empty() {
                repeat_budget.leave_out_cell(self.uses, words);
                self.left_out = true;
            }
            std::mem::take(&mut self.cell)
        };
        Cell { repeated: std::mem::replace(&mut self.repeated, true), ..cell }
    }
}

fn number_of(cell: Cell) -> Option<Number> {
    let first = cell.words.first()?;
    let alone = cell.words.len() == 1;
    let ordinal = Ordinal::readings(&first.text).into_iter().next().filter(|_| alone);
    let Cell { words, repeated, cell_boxes, .. } = cell;
    Some(Number { words, ordinal, repeated, cell_boxes })
}

/// The columns of the table that a cell covers.
fn covered(table_part: &TablePart, cell: &PartCell, columns: &[Extent]) -> Range<usize> {
    let own = table_part.columns.get(cell.columns.clone()).unwrap_or_default();
    let Some(x) = Extent::around(own.iter().copied()) else { return 0..0 };
    let covers = |column: &Extent| {
        let shared = column.overlap(x);
        2.0 * shared > column.length() || 2.0 * shared > x.length()
    };
    let first = columns.iter().position(covers);
    let last = columns.iter().rposition(covers);
    first.zip(last).map_or(0..0, |(first, last)| first..last + 1)
}

/// The words of cells outside the columns: a row of delimited text with too many cells.
fn beside(
    table_part: &TablePart,
    spans: &[Range<usize>],
    first: usize,
    page: u32,
) -> Vec<(Remainder, Line)> {
    let cells = table_part.cells.iter().zip(spans);
    let beside = cells.filter(|(cell, span)| span.is_empty() && cell.rows.start >= first);
    beside
        .filter(|(cell, _)| !cell.words.is_empty())
        .map(|(cell, _)| {
            let words = cell.words.iter().map(|word| plain_word(word, page, Gap::Space)).collect();
            (Remainder::OutsideTable, Line { words, blanks_above: 0, page_mark: false })
        })
        .collect()
}

/// The width of the text of each column: from its leftmost to its rightmost word.
fn widths(table_part: &TablePart, spans: &[Range<usize>], columns: usize) -> Vec<f32> {
    let mut texts: Vec<Option<Extent>> = vec![None; columns];
    for (cell, span) in table_part.cells.iter().zip(spans).filter(|(_, span)| span.len() == 1) {
        let text = Extent::around(cell.words.iter().map(|word| word.x));
        if let (Some(slot), Some(text)) = (texts.get_mut(span.start), text) {
            *slot = Some(slot.map_or(text, |slot| slot.join(text)));
        }
    }
    texts.into_iter().map(|text| text.map_or(0.0, Extent::length)).collect()
}

/// The cells of each row from `first` on, from left to right.
fn shown_from(table_part: &TablePart, spans: &[Range<usize>], first: usize) -> Vec<Vec<Shown>> {
    let mut rows: Vec<Vec<Shown>> = vec![Vec::new(); table_part.rows.len().saturating_sub(first)];
    let cells = table_part.cells.iter().enumerate().zip(spans).filter(|(_, span)| !span.is_empty());
    for ((index, cell), span) in cells {
        let (filled, tall) = (!cell.words.is_empty(), cell.rows.len() > 1);
        let (from, to) =
            (cell.rows.start.saturating_sub(first), cell.rows.end.saturating_sub(first));
        for row in rows.iter_mut().take(to).skip(from) {
            row.push(Shown { index, columns: span.clone(), filled, tall });
        }
    }
    for row in &mut rows {
        row.sort_by_key(|shown| shown.columns.start);
    }
    rows
}
