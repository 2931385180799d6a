//! Placed text to tables.
//!
//! A page is words and rules ([`page`]). On each page the tables are recognised ([`recognise`]);
//! their pieces are put together page by page ([`assemble`]), and what stands outside them is told
//! apart ([`outside`]).

pub(crate) mod assembly;
pub(crate) mod cell_text;
pub(crate) mod char_grid_columns;
pub(crate) mod column_span;
pub(crate) mod column_widths;
pub(crate) mod earliest;
pub(crate) mod find_on_page;
pub(crate) mod groups;
pub(crate) mod number_alignment;
pub(crate) mod page_continuation;
pub mod page_table;
pub(crate) mod row_border_text;
pub(crate) mod rows;
pub(crate) mod rows_by_partial_rules;
pub(crate) mod rows_by_whitespace;
pub(crate) mod ruled_grid;
pub(crate) mod spanned_records;
pub(crate) mod table_frame;
pub(crate) mod text_block;
pub(crate) mod text_chunk;
pub(crate) mod unruled;

use phuluc_model::{Code, Diagnostic, Place, Remainder, Variant};

use crate::found_tables::FoundTables;
use crate::furniture::outside_text::PlacedLine;
use crate::furniture::page_edge::{Edge, Furniture, edges, furniture};
use crate::page_reader::assembly::Assembly;
use crate::page_reader::column_widths::ColumnWidths;
use crate::page_reader::find_on_page::PageTables;
use crate::table::Table;
use phuluc_page::deadline::Deadline;
use phuluc_page::form::Form;
use phuluc_page::line::Line;
use phuluc_page::page::Page;

/// Finds tables on pages, one page at a time: of the pages before and after only the edges are looked at.
#[derive(Debug)]
pub struct PageReader<'a> {
    watch: &'a Deadline<'a>,
    assembly: Assembly<'a>,
    pages: u32,
    words_in: usize,
    /// The edges of the page before the one that waits.
    above: Vec<Edge>,
    /// A page that waits for the edges of the next.
    waiting: Option<(Page, Vec<Edge>)>,
    /// The pages of a grid of characters, which are read twice.
    kept: Vec<Page>,
    ledger: ColumnWidths,
}

impl<'a> PageReader<'a> {
    /// With `spots`, the cells of a PDF keep where they stand.
    pub fn new(watch: &'a Deadline<'a>, spots: bool) -> Self {
        Self {
            watch,
            assembly: Assembly::new(watch, spots),
            pages: 0,
            words_in: 0,
            above: Vec::new(),
            waiting: None,
            kept: Vec::new(),
            ledger: ColumnWidths::default(),
        }
    }

    /// Takes the next page.
    pub fn add(&mut self, page: Page) {
        if page.on_grid {
            self.kept.push(page);
        } else {
            self.read(page);
        }
    }

    /// Reads the pages of a grid: a first time for the widths of the columns, then for good.
    fn read_kept(&mut self) {
        let kept = std::mem::take(&mut self.kept);
        let mut first = Self::new(self.watch, false);
        for page in &kept {
            first.read(page.clone());
        }
        first.pass(&[]);
        self.ledger = first.ledger.learned();
        for page in kept {
            self.read(page);
        }
    }

    fn read(&mut self, page: Page) {
        self.pages = self.pages.saturating_add(1);
        self.words_in += page.words.len();
        let edges = edges(&page);
        self.pass(&edges);
        self.waiting = Some((page, edges));
    }

    /// Finds the tables of the page that waits.
    fn pass(&mut self, below: &[Edge]) {
        let Some((page, edges)) = self.waiting.take() else { return };
        if !self.watch.goes_on(Place::new(page.number, 1)) {
            return;
        }
        let assembly = &mut self.assembly;
        let open = assembly.open_frame(&page.rules);
        let header = open.map_or(&[][..], |open| open.header);
        let furniture = furniture(&edges, &self.above, below, header);
        let number = page.number;
        let seen = find_on_page::page(page, &furniture, open, &mut self.ledger, self.watch);
        add_page(assembly, number, seen, &furniture);
        self.above = edges;
    }

    /// What the pages hold.
    pub fn finish(mut self, form: Form, more: Vec<Diagnostic>) -> FoundTables {
        self.read_kept();
        self.pass(&[]);
        let (mut tables, copies, left) = self.assembly.finish();
        self.ledger.pass_doubts(&mut tables);
        let mut diagnostics = diagnostics(tables.is_empty());
        diagnostics.extend(skipped(&tables, &left));
        diagnostics.extend(self.ledger.losses(self.watch.limits.max_page_headers));
        diagnostics.extend(more);
        let (pages, words_in) = (self.pages, self.words_in);
        FoundTables { form, pages, words_in, tables, left, diagnostics, copies }
    }
}

/// Adds what a page shows, from top to bottom.
fn add_page(assembly: &mut Assembly<'_>, number: u32, seen: PageTables, furniture: &Furniture) {
    let PageTables { pieces, loose } = seen;
    let mut pieces = pieces.into_iter().peekable();
    for line in loose.chunk_by(|a, b| a.line == b.line) {
        let Some(first) = line.first() else { continue };
        while let Some(piece) = pieces.next_if(|piece| piece.y().min < first.baseline) {
            assembly.add_piece(piece, number);
        }
        let reason: Option<Remainder> = furniture.get(&first.line).copied();
        for part in PlacedLine::parts(line, number) {
            assembly.add_line(part, reason);
        }
    }
    for piece in pieces {
        assembly.add_piece(piece, number);
    }
}

/// Pages with text between two pages of a table that hold nothing of it: what showed the table on both
/// sides was not found on them.
fn skipped(tables: &[Table], left: &[(Remainder, Line)]) -> Vec<Diagnostic> {
    let outside = left.iter().filter(|(reason, _)| *reason == Remainder::OutsideTable);
    let places: Vec<Place> = outside.map(|(_, line)| line.place()).collect();
    let pages = |table: &Table| table.seen.iter().map(|seen| seen.page).collect::<Vec<u32>>();
    let gaps = tables.iter().map(pages).flat_map(|pages| {
        let behind = pages.clone().into_iter().skip(1);
        pages.into_iter().zip(behind).collect::<Vec<_>>()
    });
    let said = |(above, below): (u32, u32)| {
        // What was left out is in the order of the input.
        let behind = places.partition_point(|place| place.page <= above);
        let first = places.get(behind).filter(|place| place.page < below)?;
        Some(Diagnostic::new(Code::PageSkipped).with("page", first.page).at(*first))
    };
    gaps.filter_map(said).collect()
}

pub(crate) fn diagnostics(no_table: bool) -> Vec<Diagnostic> {
    if !no_table {
        return Vec::new();
    }
    vec![Diagnostic::new(Code::NoTable).variant(Variant::Pages)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page_reader::page_table::TableSource;
    use crate::table;
    use phuluc_page::line::{Gap, Word};

    fn line(page: u32) -> Line {
        let word = Word { text: "2".into(), gap: Gap::Line, place: Place::new(page, 7) };
        Line { words: vec![word], blanks_above: 0, page_mark: false }
    }

    fn said(pages: &[u32], left: &[(Remainder, u32)]) -> Vec<Option<Place>> {
        let seen = |page: &u32| table::TableOnPage {
            page: *page,
            source: TableSource::Ruled,
            columns: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
        };
        let table = Table {
            heading: Vec::new(),
            letterhead: Vec::new(),
            labels: Vec::new(),
            rows: Vec::new(),
            seen: pages.iter().map(seen).collect(),
        };
        let left: Vec<(Remainder, Line)> =
            left.iter().map(|(reason, page)| (*reason, line(*page))).collect();
        skipped(&[table], &left).into_iter().map(|said| said.place).collect()
    }

    #[test]
    fn a_page_of_text_between_pages_of_a_table_is_named() {
        let outside = |page| (Remainder::OutsideTable, page);
        assert_eq!(said(&[2, 4], &[outside(1), outside(3), outside(5)]), [Some(Place::new(3, 7))]);
        assert_eq!(said(&[2, 3, 4], &[outside(3)]), []);
        assert_eq!(said(&[2, 4], &[(Remainder::PageNumber, 3)]), []);
    }
}
