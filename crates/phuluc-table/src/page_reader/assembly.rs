//! Pieces of tables, page by page, to whole tables.

use std::ops::Range;

use phuluc_model::{Place, Remainder, Role};

use crate::furniture::outside_text::{Outside, PlacedLine};
use crate::furniture::title_above::{LinesAbove, above};
use crate::header::in_cells::{CellHeader, counts_from_one, header};
use crate::header::label::Label;
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

/// The tables so far, and what stood between them.
#[derive(Debug)]
pub(crate) struct Assembly<'a> {
    watch: &'a Deadline<'a>,
    /// Whether cells keep where they stand.
    spots: bool,
    /// Cells of all pieces so far, and of all tables that are whole.
    pieces: usize,
    cells: usize,
    tables: Vec<Table>,
    open: Option<OpenTable>,
    outside: Outside,
    copies: RepeatBudget,
}

/// The table that the next piece may go on with.
#[derive(Debug)]
struct OpenTable {
    /// The labels as they are compared.
    key: Vec<String>,
    /// The words of the header, each once.
    words: Vec<String>,
    /// Its columns, as the last header gave them.
    columns: Vec<Extent>,
    /// Where the labels of the columns stood when the page had them.
    labels: Vec<Extent>,
    roles: Vec<Role>,
    table: Table,
    rows: Rows,
}

impl OpenTable {
    fn frame(&self) -> Option<TableFrame<'_>> {
        let frame = frame(&self.columns, &self.roles, &self.words)?;
        Some(TableFrame { labels: &self.labels, ..frame })
    }
}

/// The columns of a table that has one for numbers.
fn frame<'c>(
    columns: &'c [Extent],
    roles: &'c [Role],
    header: &'c [String],
) -> Option<TableFrame<'c>> {
    let number = roles.iter().position(|role| *role == Role::Number)?;
    Some(TableFrame { columns, labels: &[], number, roles, header, on_grid: false })
}

/// A piece whose rows are ruled, or made out where only its columns are. `before` is what showed the
/// table on the page before.
fn with_rows(
    piece: TablePart,
    first: usize,
    frame: Option<TableFrame<'_>>,
    before: Option<TableSource>,
) -> TablePart {
    match frame {
        Some(frame) if piece.source == TableSource::Ruled => {
            let columns_only = before == Some(TableSource::PartRuled);
            if !columns_only && !may_hold_numbers(&piece, first, frame) {
                return piece;
            }
            unruled::with_rows(piece, first, frame, before.is_some(), columns_only)
        }
        _ => piece,
    }
}

/// Whether a row from `first` on has several words where numbers stand, which nearly none has.
fn may_hold_numbers(piece: &TablePart, first: usize, frame: TableFrame<'_>) -> bool {
    let end = frame.columns.get(frame.number).map_or(f32::MAX, |column| column.max);
    let mut counts = vec![0; piece.rows.len()];
    for cell in piece.cells.iter().filter(|cell| cell.rows.end > first) {
        let count = cell.words.iter().filter(|word| word.x.min < end).count();
        for row in counts.get_mut(cell.rows.clone()).unwrap_or_default() {
            *row += count;
        }
    }
    counts.into_iter().any(|count| count > 1)
}

impl<'a> Assembly<'a> {
    pub(crate) fn new(watch: &'a Deadline<'a>, spots: bool) -> Self {
        Self {
            watch,
            spots,
            pieces: 0,
            cells: 0,
            tables: Vec::new(),
            open: None,
            outside: Outside::default(),
            copies: RepeatBudget::default(),
        }
    }

    /// The columns of the table that may go on. After a grid only where rules part them again: the page
    /// before may have had the header and nothing more to show that rows are not ruled
    /// (`part-ruled-libreoffice-header-alone.pdf`).
    pub(crate) fn open_frame(&self, rules: &Rules) -> Option<TableFrame<'_>> {
        let open = self.open.as_ref()?;
        let last = open.table.seen.last();
        let is_grid = last.is_some_and(|seen| seen.source == TableSource::Ruled);
        if is_grid && !are_parted(&open.columns, rules) { None } else { open.frame() }
    }

    /// A line outside the tables.
    pub(crate) fn add_line(&mut self, line: PlacedLine, furniture: Option<Remainder>) {
        self.outside.add(line, furniture);
    }

    /// A table of a page, which may open a new table, go on with the last one, or be none.
    pub(crate) fn add_piece(&mut self, piece: TablePart, page: u32) {
        self.pieces += piece.cells.len();
        if !self.watch.allows_cells(self.pieces, Place::new(page, 1)) {
            return;
        }
        let header = header(&piece, page, self.watch.limits.max_columns, &self.watch.labels);
        match header {
            Some(header) if self.is_copy(&header) => self.go_on(piece, Some(header), page),
            // A row of the open table may hold words of labels; a header would number its rows too.
            Some(header) if self.lacks_numbers(&header) && self.may_go_on(&piece) => {
                self.go_on(piece, None, page);
            }
            Some(header) => self.begin(piece, header, page),
            None if self.may_go_on(&piece) => self.go_on(piece, None, page),
            None => self.pass(piece, page),
        }
    }

    fn is_copy(&mut self, header: &CellHeader) -> bool {
        let same = self.open.as_ref().is_some_and(|open| open.key == header.key());
        same && !self.outside.has_label()
    }

    /// Whether a header has no label for numbers and that of the open table has one.
    fn lacks_numbers(&self, header: &CellHeader) -> bool {
        let numbers = |labels: &[Label]| labels.iter().any(|label| label.role == Role::Number);
        let open = self.open.as_ref().is_some_and(|open| numbers(&open.table.labels));
        open && !numbers(&header.labels)
    }

    /// Whether a piece without a header has the columns of the open table.
    fn may_go_on(&mut self, piece: &TablePart) -> bool {
        let Some(open) = &self.open else { return false };
        if self.outside.has_label() || self.outside.has_signature() {
            return false;
        }
        // On a grid of characters the same columns stand elsewhere on each page.
        if piece.source == TableSource::Aligned {
            return piece.columns.len() == open.columns.len();
        }
        let edges = |columns: &[Extent]| -> Vec<f32> {
            columns.iter().flat_map(|column| [column.min, column.max]).collect()
        };
        let (own, theirs) = (edges(&open.columns), edges(&piece.columns));
        let near = |edge: &&f32| own.iter().any(|own| (own - **edge).abs() < SAME_EDGE);
        let agree = theirs.iter().filter(near).count();
        2 * agree > theirs.len()
    }

    fn begin(&mut self, piece: TablePart, header: CellHeader, page: u32) {
        self.close();
        let (lines, letterhead) = self.outside.heading(page);
        let LinesAbove { heading, text, chapter } = above(lines);
        self.outside.leave(text.into_iter().map(|line| (Remainder::OutsideTable, line)).collect());
        let (rows, first) = (header.rows.clone(), header.end);
        self.outside.leave_words(words_of(&piece, 0..rows.start), page);
        self.outside.leave_counts(words_of(&piece, rows.end..first), page);
        let (key, words) = (header.key(), header.words());
        let labels = labels(&piece, &header);
        let roles = header.roles();
        let frame = frame(&header.columns, &roles, &[]);
        let piece = with_rows(piece, first, frame, None);
        let seen = vec![seen(&piece, page)];
        let table =
            Table { heading, letterhead, labels: header.labels.clone(), rows: Vec::new(), seen };
        let mut rows = Rows::new(&header.labels, self.spots);
        rows.add_chapter(chapter);
        self.outside.leave(rows.add(piece, first, &header.columns, page, false));
        self.open =
            Some(OpenTable { key, words, columns: header.columns, labels, roles, table, rows });
    }

    fn go_on(&mut self, piece: TablePart, header: Option<CellHeader>, page: u32) {
        let chapter = header.as_ref().and_then(|_| self.outside.chapter());
        self.outside.between();
        let Some(open) = &mut self.open else { return };
        let goes_on = chapter.is_none();
        open.rows.add_chapter(chapter);
        // A page may repeat the row that counts the columns and not the labels above it.
        let counts = usize::from(header.is_none() && counts_from_one(&piece, 0));
        let first = header.as_ref().map_or(counts, |header| header.end);
        let above: Vec<PlacedWord> = words_of(&piece, 0..first);
        if let Some(header) = header {
            open.labels = labels(&piece, &header);
            open.columns = header.columns;
        } else if piece.source == TableSource::Aligned {
            open.columns.clone_from(&piece.columns);
        }
        let before = open.table.seen.last().map(|seen| seen.source);
        let piece = with_rows(piece, first, open.frame(), before);
        open.table.seen.push(seen(&piece, page));
        let left = open.rows.add(piece, first, &open.columns, page, goes_on);
        self.outside.leave_header(above, page);
        self.outside.leave(left);
    }

    /// A table that is none of ours.
    fn pass(&mut self, piece: TablePart, page: u32) {
        let words = piece.cells.into_iter().flat_map(|cell| cell.words).collect();
        self.outside.leave_words(words, page);
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            let page = open.table.seen.last().map_or(1, |seen| seen.page);
            self.cells += open.rows.weight();
            if self.watch.allows_cells(self.cells, Place::new(page, 1)) {
                let rows = open.rows.finish(&mut self.copies);
                self.tables.push(Table { rows, ..open.table });
            }
        }
    }

    /// The tables, what their rows share, and the lines left out.
    pub(crate) fn finish(mut self) -> (Vec<Table>, RepeatBudget, Vec<(Remainder, Line)>) {
        self.close();
        (self.tables, self.copies, self.outside.finish())
    }
}

/// Whether a rule stands at each border between columns.
fn are_parted(columns: &[Extent], rules: &Rules) -> bool {
    let stands = |at: f32| rules.vertical.iter().any(|rule| (rule.at - at).abs() < SAME_EDGE);
    columns.iter().skip(1).all(|column| stands(column.min))
}

/// How close in points the edges of two columns are that are one column.
const SAME_EDGE: f32 = 5.0;

fn seen(piece: &TablePart, page: u32) -> TableOnPage {
    TableOnPage {
        page,
        source: piece.source,
        columns: piece.columns.clone(),
        rows: piece.rows.clone(),
        cells: piece.cells.iter().map(|cell| (cell.rows.clone(), cell.columns.clone())).collect(),
    }
}

/// Where the labels of the columns stand; none if a column has no words of its own.
fn labels(piece: &TablePart, header: &CellHeader) -> Vec<Extent> {
    let label = |column: usize| {
        let own = |cell: &&PartCell| {
            header.rows.contains(&cell.rows.start) && cell.columns == (column..column + 1)
        };
        let cells = piece.cells.iter().filter(own);
        Extent::around(cells.flat_map(|cell| &cell.words).map(|word| word.x))
    };
    let labels: Option<Vec<Extent>> = (0..piece.columns.len()).map(label).collect();
    labels.unwrap_or_default()
}

/// The words of the cells that begin in some rows.
fn words_of(piece: &TablePart, rows: Range<usize>) -> Vec<PlacedWord> {
    let cells = piece.cells.iter().filter(|cell| rows.contains(&cell.rows.start));
    cells.flat_map(|cell| cell.words.iter().cloned()).collect()
}
