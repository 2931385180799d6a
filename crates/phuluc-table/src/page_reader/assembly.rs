//! Joins the parts of tables, page by page, to whole tables.

use std::ops::Range;

use phuluc_model::{Place, Remainder, Role};

use crate::furniture::outside_text::{Outside, PlacedLine};
use crate::furniture::title_above::{LinesAbove, above};
use crate::header::in_cells::{CellHeader, counts_from_one, header};
use crate::header::label::Label;
use crate::page_reader::mend::{NumberChain, mend_words};
use crate::page_reader::page_table::{PartCell, TablePart, TableSource};
use crate::page_reader::rows::draft::Rows;
use crate::page_reader::table_frame::TableFrame;
use crate::page_reader::unruled;
use crate::repeat_budget::RepeatBudget;
use crate::table::{Table, TableOnPage};
use phuluc_page::deadline::Deadline;
use phuluc_page::extent::Extent;
use phuluc_page::line::Line;
use phuluc_page::placed_word::PlacedWord;
use phuluc_page::rule::Rules;

/// The tables so far, and the lines outside them.
#[derive(Debug)]
pub(crate) struct Assembly<'a> {
    deadline: &'a Deadline<'a>,
    /// Whether cells keep their rectangles.
    keeps_boxes: bool,
    /// The number of cells of all parts so far, and of all whole tables.
    table_parts: usize,
    cells: usize,
    tables: Vec<Table>,
    open: Option<OpenTable>,
    outside: Outside,
    repeat_budget: RepeatBudget,
}

/// The table that the next part may continue.
#[derive(Debug)]
struct OpenTable {
    /// The labels in the form in which they are compared.
    key: Vec<String>,
    /// The words of the header, each once.
    words: Vec<String>,
    /// Its columns, as the last header gave them.
    columns: Vec<Extent>,
    /// The places of the labels on the last page that had them.
    labels: Vec<Extent>,
    roles: Vec<Role>,
    /// Its last numbers.
    numbers: NumberChain,
    table: Table,
    rows: Rows,
}

impl OpenTable {
    fn frame(&self) -> Option<TableFrame<'_>> {
        let frame = frame(&self.columns, &self.roles, &self.words)?;
        Some(TableFrame { labels: &self.labels, ..frame })
    }
}

/// The columns of a table that has a number column.
fn frame<'c>(
    columns: &'c [Extent],
    roles: &'c [Role],
    header: &'c [String],
) -> Option<TableFrame<'c>> {
    let number = roles.iter().position(|role| *role == Role::Number)?;
    Some(TableFrame { columns, labels: &[], number, roles, header, on_grid: false })
}

/// A table part with its rows: of rules, or found from numbers and whitespace if only the columns
/// are ruled. `before` is the source of the part on the page before.
fn with_rows(
    table_part: TablePart,
    first: usize,
    frame: Option<TableFrame<'_>>,
    before: Option<TableSource>,
) -> TablePart {
    match frame {
        Some(frame) if table_part.source == TableSource::Ruled => {
            let columns_only = before == Some(TableSource::PartRuled);
            if !columns_only && !may_hold_numbers(&table_part, first, frame) {
                return table_part;
            }
            unruled::with_rows(table_part, first, frame, before.is_some(), columns_only)
        }
        _ => table_part,
    }
}

/// Makes the numbers of a part whole, whose column the frame knows.
fn mend_numbers(
    numbers: &mut NumberChain,
    table_part: &mut TablePart,
    first: usize,
    frame: Option<TableFrame<'_>>,
) {
    let column = frame.and_then(|frame| frame.columns.get(frame.number));
    if let Some(column) = column.filter(|_| table_part.source != TableSource::Delimited) {
        numbers.mend_numbers(table_part, first, *column);
    }
}

/// Whether a row from `first` on has several words in the number column: a quick test, because
/// nearly no row has.
fn may_hold_numbers(table_part: &TablePart, first: usize, frame: TableFrame<'_>) -> bool {
    let end = frame.columns.get(frame.number).map_or(f32::MAX, |column| column.max);
    let mut counts = vec![0; table_part.rows.len()];
    for cell in table_part.cells.iter().filter(|cell| cell.rows.end > first) {
        let count = cell.words.iter().filter(|word| word.x.min < end).count();
        for row in counts.get_mut(cell.rows.clone()).unwrap_or_default() {
            *row += count;
        }
    }
    counts.into_iter().any(|count| count > 1)
}

impl<'a> Assembly<'a> {
    pub(crate) fn new(deadline: &'a Deadline<'a>, keeps_boxes: bool) -> Self {
        Self {
            deadline,
            keeps_boxes,
            table_parts: 0,
            cells: 0,
            tables: Vec::new(),
            open: None,
            outside: Outside::default(),
            repeat_budget: RepeatBudget::default(),
        }
    }

    /// The columns of the table that may continue. After a ruled grid only if rules separate the
    /// columns again: the page before may have had only the header, so that it did not show that
    /// rows are not ruled (`part-ruled-libreoffice-header-alone.pdf`).
    pub(crate) fn open_frame(&self, rules: &Rules) -> Option<TableFrame<'_>> {
        let open = self.open.as_ref()?;
        let last = open.table.seen.last();
        let is_grid = last.is_some_and(|seen| seen.source == TableSource::Ruled);
        if is_grid && !are_separated(&open.columns, rules) { None } else { open.frame() }
    }

    /// A line outside the tables.
    pub(crate) fn add_line(&mut self, line: PlacedLine, furniture: Option<Remainder>) {
        self.outside.add(line, furniture);
    }

    /// Adds a part that begins a new table, continues the last one, or is no task table.
    pub(crate) fn add_part(&mut self, mut table_part: TablePart, page: u32) {
        self.table_parts += table_part.cells.len();
        if !self.deadline.allows_cells(self.table_parts, Place::new(page, 1)) {
            return;
        }
        if table_part.source != TableSource::Delimited {
            mend_words(&mut table_part);
        }
        let header =
            header(&table_part, page, self.deadline.limits.max_columns, &self.deadline.labels);
        match header {
            Some(header) if self.is_copy(&header) => self.go_on(table_part, Some(header), page),
            // A row of the open table may have words of labels; a real header would have a number
            // column.
            Some(header) if self.lacks_numbers(&header) && self.may_go_on(&table_part) => {
                self.go_on(table_part, None, page);
            }
            Some(header) => self.begin(table_part, header, page),
            None if self.may_go_on(&table_part) => self.go_on(table_part, None, page),
            None => self.pass(table_part, page),
        }
    }

    fn is_copy(&mut self, header: &CellHeader) -> bool {
        let same = self.open.as_ref().is_some_and(|open| open.key == header.key());
        same && !self.outside.has_label()
    }

    /// Whether a header has no number label, although that of the open table has one.
    fn lacks_numbers(&self, header: &CellHeader) -> bool {
        let numbers = |labels: &[Label]| labels.iter().any(|label| label.role == Role::Number);
        let open = self.open.as_ref().is_some_and(|open| numbers(&open.table.labels));
        open && !numbers(&header.labels)
    }

    /// Whether a part without a header has the columns of the open table.
    fn may_go_on(&mut self, table_part: &TablePart) -> bool {
        let Some(open) = &self.open else { return false };
        if self.outside.has_label() || self.outside.has_signature() {
            return false;
        }
        // On a grid of characters the columns are in other places on each page.
        if table_part.source == TableSource::Aligned {
            return table_part.columns.len() == open.columns.len();
        }
        let edges = |columns: &[Extent]| -> Vec<f32> {
            columns.iter().flat_map(|column| [column.min, column.max]).collect()
        };
        let (own, theirs) = (edges(&open.columns), edges(&table_part.columns));
        let near = |edge: &&f32| own.iter().any(|own| (own - **edge).abs() < SAME_EDGE);
        let agree = theirs.iter().filter(near).count();
        2 * agree > theirs.len()
    }

    fn begin(&mut self, mut table_part: TablePart, header: CellHeader, page: u32) {
        self.close();
        let (lines, letterhead) = self.outside.heading(page);
        let LinesAbove { heading, text, title_above } = above(lines);
        self.outside.leave(text.into_iter().map(|line| (Remainder::OutsideTable, line)).collect());
        let (rows, first) = (header.rows.clone(), header.end);
        self.outside.leave_words(words_of(&table_part, 0..rows.start), page);
        self.outside.leave_counts(words_of(&table_part, rows.end..first), page);
        let (key, words) = (header.key(), header.words());
        let labels = labels(&table_part, &header);
        let roles = header.roles();
        let frame = frame(&header.columns, &roles, &[]);
        let mut numbers = NumberChain::default();
        mend_numbers(&mut numbers, &mut table_part, first, frame);
        let table_part = with_rows(table_part, first, frame, None);
        let seen = vec![seen(&table_part, page)];
        let table =
            Table { heading, letterhead, labels: header.labels.clone(), rows: Vec::new(), seen };
        let mut rows = Rows::new(&header.labels, self.keeps_boxes);
        rows.add_title_above(title_above);
        self.outside.leave(rows.add(table_part, first, &header.columns, page, false));
        self.open = Some(OpenTable {
            key,
            words,
            columns: header.columns,
            labels,
            roles,
            numbers,
            table,
            rows,
        });
    }

    fn go_on(&mut self, mut table_part: TablePart, header: Option<CellHeader>, page: u32) {
        let title_above = header.as_ref().and_then(|_| self.outside.title_above());
        self.outside.between();
        let Some(open) = &mut self.open else { return };
        let continues = title_above.is_none();
        open.rows.add_title_above(title_above);
        // A page may repeat only the row that counts the columns, without the labels above it.
        let counts = usize::from(header.is_none() && counts_from_one(&table_part, 0));
        let first = header.as_ref().map_or(counts, |header| header.end);
        let above: Vec<PlacedWord> = words_of(&table_part, 0..first);
        if let Some(header) = header {
            open.labels = labels(&table_part, &header);
            open.columns = header.columns;
        } else if table_part.source == TableSource::Aligned {
            open.columns.clone_from(&table_part.columns);
        }
        let before = open.table.seen.last().map(|seen| seen.source);
        let mut numbers = std::mem::take(&mut open.numbers);
        mend_numbers(&mut numbers, &mut table_part, first, open.frame());
        open.numbers = numbers;
        let table_part = with_rows(table_part, first, open.frame(), before);
        open.table.seen.push(seen(&table_part, page));
        let left = open.rows.add(table_part, first, &open.columns, page, continues);
        self.outside.leave_header(above, page);
        self.outside.leave(left);
    }

    /// Leaves out a table that is no task table.
    fn pass(&mut self, table_part: TablePart, page: u32) {
        let words = table_part.cells.into_iter().flat_map(|cell| cell.words).collect();
        self.outside.leave_words(words, page);
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            let page = open.table.seen.last().map_or(1, |seen| seen.page);
            self.cells += open.rows.weight();
            if self.deadline.allows_cells(self.cells, Place::new(page, 1)) {
                let rows = open.rows.finish(&mut self.repeat_budget);
                self.tables.push(Table { rows, ..open.table });
            }
        }
    }

    /// The tables, the count of repeated words, and the lines left out.
    pub(crate) fn finish(mut self) -> (Vec<Table>, RepeatBudget, Vec<(Remainder, Line)>) {
        self.close();
        (self.tables, self.repeat_budget, self.outside.finish())
    }
}

/// Whether there is a rule at each border between columns.
fn are_separated(columns: &[Extent], rules: &Rules) -> bool {
    let stands = |at: f32| rules.vertical.iter().any(|rule| (rule.at - at).abs() < SAME_EDGE);
    columns.iter().skip(1).all(|column| stands(column.min))
}

/// Tolerance in points: edges of columns no further apart are the same edge.
const SAME_EDGE: f32 = 5.0;

fn seen(table_part: &TablePart, page: u32) -> TableOnPage {
    TableOnPage {
        page,
        source: table_part.source,
        columns: table_part.columns.clone(),
        rows: table_part.rows.clone(),
        cells: table_part
            .cells
            .iter()
            .map(|cell| (cell.rows.clone(), cell.columns.clone()))
            .collect(),
    }
}

/// The places of the labels; empty if a column has no label of its own.
fn labels(table_part: &TablePart, header: &CellHeader) -> Vec<Extent> {
    let label = |column: usize| {
        let own = |cell: &&PartCell| {
            header.rows.contains(&cell.rows.start) && cell.columns == (column..column + 1)
        };
        let cells = table_part.cells.iter().filter(own);
        Extent::around(cells.flat_map(|cell| &cell.words).map(|word| word.x))
    };
    let labels: Option<Vec<Extent>> = (0..table_part.columns.len()).map(label).collect();
    labels.unwrap_or_default()
}

/// The words of the cells that begin in some rows.
fn words_of(table_part: &TablePart, rows: Range<usize>) -> Vec<PlacedWord> {
    let cells = table_part.cells.iter().filter(|cell| rows.contains(&cell.rows.start));
    cells.flat_map(|cell| cell.words.iter().cloned()).collect()
}
