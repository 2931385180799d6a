//! Pages of placed words to tables.
//!
//! A page is words and rules. `find_on_page` finds the parts of tables on each page, `assembly`
//! joins them over the pages, and `furniture::outside_text` classifies the lines outside the tables.

pub(crate) mod assembly;
pub(crate) mod cell_text;
pub(crate) mod char_grid_columns;
pub(crate) mod column_span;
pub(crate) mod column_widths;
pub(crate) mod earliest;
pub(crate) mod find_on_page;
pub(crate) mod groups;
pub(crate) mod mend;
pub(crate) mod mend_chunks;
pub(crate) mod number_alignment;
pub(crate) mod page_break;
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

/// Finds tables on pages, one page at a time, so that not all pages are in memory: of the pages
/// before and after only the edges are kept.
#[derive(Debug)]
pub struct PageReader<'a> {
    deadline: &'a Deadline<'a>,
    assembly: Assembly<'a>,
    pages: u32,
    words_in: usize,
    /// The edges of the page before the waiting one.
    above: Vec<Edge>,
    /// A page that waits for the edges of the next page.
    waiting: Option<(Page, Vec<Edge>)>,
    /// Pages on a grid of characters are kept, because they are read twice.
    kept: Vec<Page>,
    column_widths: ColumnWidths,
}

impl<'a> PageReader<'a> {
    /// With `keeps_boxes`, the cells of a PDF keep their rectangles.
    pub fn new(deadline: &'a Deadline<'a>, keeps_boxes: bool) -> Self {
        Self {
            deadline,
            assembly: Assembly::new(deadline, keeps_boxes),
            pages: 0,
            words_in: 0,
            above: Vec::new(),
            waiting: None,
            kept: Vec::new(),
            column_widths: ColumnWidths::default(),
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

    /// Reads the pages on a grid of characters twice: the first time only for the widths of the
    /// columns.
    fn read_kept(&mut self) {
        let kept = std::mem::take(&mut self.kept);
        let mut first = Self::new(self.deadline, false);
        for page in &kept {
            first.read(page.clone());
        }
        first.pass(&[]);
        self.column_widths = first.column_widths.learned();
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

    /// Finds the tables of the waiting page.
    fn pass(&mut self, below: &[Edge]) {
        let Some((page, edges)) = self.waiting.take() else { return };
        if !self.deadline.goes_on(Place::new(page.number, 1)) {
            return;
        }
        let assembly = &mut self.assembly;
        let open = assembly.open_frame(&page.rules);
        let header = open.map_or(&[][..], |open| open.header);
        let furniture = furniture(&edges, &self.above, below, header);
        let number = page.number;
        let seen =
            find_on_page::page(page, &furniture, open, &mut self.column_widths, self.deadline);
        add_page(assembly, number, seen, &furniture);
        self.above = edges;
    }

    /// The tables of all pages, and the lines outside them. `more` are the diagnostics of the
    /// source.
    pub fn finish(mut self, form: Form, more: Vec<Diagnostic>) -> FoundTables {
        self.read_kept();
        self.pass(&[]);
        let (mut tables, repeat_budget, left) = self.assembly.finish();
        self.column_widths.pass_doubts(&mut tables);
        let mut diagnostics = diagnostics(tables.is_empty());
        diagnostics.extend(skipped(&tables, &left));
        diagnostics.extend(self.column_widths.losses(self.deadline.limits.max_page_headers));
        diagnostics.extend(more);
        let (pages, words_in) = (self.pages, self.words_in);
        FoundTables { form, pages, words_in, tables, left, diagnostics, repeat_budget }
    }
}

/// Adds the tables and lines of a page, from top to bottom.
fn add_page(assembly: &mut Assembly<'_>, number: u32, seen: PageTables, furniture: &Furniture) {
    let PageTables { table_parts, loose } = seen;
    let mut table_parts = table_parts.into_iter().peekable();
    for line in loose.chunk_by(|a, b| a.line == b.line) {
        let Some(first) = line.first() else { continue };
        while let Some(table_part) =
            table_parts.next_if(|table_part| table_part.y().min < first.baseline)
        {
            assembly.add_part(table_part, number);
        }
        let reason: Option<Remainder> = furniture.get(&first.line).copied();
        for part in PlacedLine::parts(line, number) {
            assembly.add_line(part, reason);
        }
    }
    for table_part in table_parts {
        assembly.add_part(table_part, number);
    }
}

/// A diagnostic for each page with text between two pages of a table that has no part of the table:
/// rules or labels were probably missed there.
fn skipped(tables: &[Table], left: &[(Remainder, Line)]) -> Vec<Diagnostic> {
    let outside = left.iter().filter(|(reason, _)| *reason == Remainder::OutsideTable);
    let places: Vec<Place> = outside.map(|(_, line)| line.place()).collect();
    let pages = |table: &Table| table.seen.iter().map(|seen| seen.page).collect::<Vec<u32>>();
    let gaps = tables.iter().map(pages).flat_map(|pages| {
        let after = pages.clone().into_iter().skip(1);
        pages.into_iter().zip(after).collect::<Vec<_>>()
    });
    let diagnostic = |(above, below): (u32, u32)| {
        // The lines outside are in the order of the input.
        let after = places.partition_point(|place| place.page <= above);
        let first = places.get(after).filter(|place| place.page < below)?;
        Some(Diagnostic::new(Code::PageSkipped).with("page", first.page).at(*first))
    };
    gaps.filter_map(diagnostic).collect()
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
        let word = Word { text: "2".into(), gap: Gap::Line, place: Place::new(page, 7), pieces: 1 };
        Line { words: vec![word], blanks_above: 0, page_mark: false }
    }

    fn diagnostic(pages: &[u32], left: &[(Remainder, u32)]) -> Vec<Option<Place>> {
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
        skipped(&[table], &left).into_iter().map(|diagnostic| diagnostic.place).collect()
    }

    #[test]
    fn a_page_of_text_between_pages_of_a_table_is_named() {
        let outside = |page| (Remainder::OutsideTable, page);
        assert_eq!(
            diagnostic(&[2, 4], &[outside(1), outside(3), outside(5)]),
            [Some(Place::new(3, 7))]
        );
        assert_eq!(diagnostic(&[2, 3, 4], &[outside(3)]), []);
        assert_eq!(diagnostic(&[2, 4], &[(Remainder::PageNumber, 3)]), []);
    }
}
