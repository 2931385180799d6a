//! Finds the tables of a page, and the words outside them.

use crate::furniture::page_edge::Furniture;
use crate::page_reader::column_widths::ColumnWidths;
use crate::page_reader::page_table::{PartCell, TablePart, TableSource};
use crate::page_reader::ruled_grid::{RuledGrid, grids};
use crate::page_reader::table_frame::TableFrame;
use crate::page_reader::unruled;
use phuluc_page::deadline::Deadline;
use phuluc_page::extent::Extent;
use phuluc_page::page::Page;
use phuluc_page::placed_word::PlacedWord;
use phuluc_page::rule::Rules;

/// The tables of a page and its other words.
#[derive(Debug)]
pub(crate) struct PageTables {
    /// The tables from top to bottom.
    pub(crate) table_parts: Vec<TablePart>,
    /// The words outside them.
    pub(crate) loose: Vec<PlacedWord>,
}

/// Finds the tables of a page: first those in ruled grids, then those among the words outside them.
///
/// `open` is the table of the page before, if whitespace separated its rows or columns.
pub(crate) fn page(
    mut page: Page,
    furniture: &Furniture,
    open: Option<TableFrame<'_>>,
    column_widths: &mut ColumnWidths,
    deadline: &Deadline<'_>,
) -> PageTables {
    let words = std::mem::take(&mut page.words);
    let PageTables { mut table_parts, loose } = ruled(&page.rules, words);
    let (mut left, words) = loose.into_iter().partition(|word| furniture.contains_key(&word.line));
    let open = open.filter(|_| table_parts.is_empty());
    let (white, mut loose) = unruled::table_parts(words, &page, open, column_widths, deadline);
    table_parts.extend(white);
    table_parts.sort_by(|a, b| a.y().min.total_cmp(&b.y().min));
    loose.append(&mut left);
    loose.sort_by(|a, b| a.line.cmp(&b.line).then(a.x.min.total_cmp(&b.x.min)));
    PageTables { table_parts, loose }
}

/// The ruled tables of a page.
fn ruled(rules: &Rules, words: Vec<PlacedWord>) -> PageTables {
    let grids = grids(rules);
    let mut cells: Vec<Vec<Vec<PlacedWord>>> =
        grids.iter().map(|grid| vec![Vec::new(); grid.cells.len()]).collect();
    let mut loose = Vec::new();
    for word in words {
        let found = grids.iter().enumerate().find_map(|(index, grid)| {
            grid.at(word.x.middle(), word.middle(), word.size).map(|cell| (index, cell))
        });
        let slot = found.and_then(|(grid, cell)| cells.get_mut(grid)?.get_mut(cell));
        slot.unwrap_or(&mut loose).push(word);
    }
    let table_parts =
        grids.iter().zip(cells).map(|(grid, cells)| table_part(grid, cells)).collect();
    PageTables { table_parts, loose }
}

fn table_part(grid: &RuledGrid, cells: Vec<Vec<PlacedWord>>) -> TablePart {
    let stretches = |borders: &[f32]| {
        let pairs = borders.iter().zip(borders.iter().skip(1));
        pairs.map(|(from, to)| Extent { min: *from, max: *to }).collect()
    };
    let spans = grid.cells.iter().zip(cells);
    TablePart {
        source: TableSource::Ruled,
        columns: stretches(&grid.xs),
        rows: stretches(&grid.ys),
        cells: spans
            .map(|((rows, columns), words)| PartCell {
                rows: rows.clone(),
                columns: columns.clone(),
                words,
            })
            .collect(),
    }
}
