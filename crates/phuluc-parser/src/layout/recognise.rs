//! Which tables a page shows, and the words outside them.

use super::extent::Extent;
use super::grid::{Grid, grids};
use super::page::{Page, PlacedWord};
use super::piece::{Piece, PieceCell, Recogniser};

/// A page told apart.
#[derive(Debug)]
pub(super) struct Seen {
    /// The tables from top to bottom.
    pub(super) pieces: Vec<Piece>,
    /// The words outside them.
    pub(super) loose: Vec<PlacedWord>,
}

/// The ruled tables of a page.
pub(super) fn ruled(page: &Page) -> Seen {
    let grids = grids(&page.rules);
    let mut cells: Vec<Vec<Vec<PlacedWord>>> =
        grids.iter().map(|grid| vec![Vec::new(); grid.cells.len()]).collect();
    let mut loose = Vec::new();
    for word in &page.words {
        let found = grids.iter().enumerate().find_map(|(index, grid)| {
            grid.at(word.x.middle(), word.middle()).map(|cell| (index, cell))
        });
        let slot = found.and_then(|(grid, cell)| cells.get_mut(grid)?.get_mut(cell));
        slot.unwrap_or(&mut loose).push(word.clone());
    }
    let pieces = grids.iter().zip(cells).map(|(grid, cells)| piece(grid, cells)).collect();
    Seen { pieces, loose }
}

fn piece(grid: &Grid, cells: Vec<Vec<PlacedWord>>) -> Piece {
    let stretches = |borders: &[f32]| {
        let pairs = borders.iter().zip(borders.iter().skip(1));
        pairs.map(|(from, to)| Extent { min: *from, max: *to }).collect()
    };
    let spans = grid.cells.iter().zip(cells);
    Piece {
        recogniser: Recogniser::Ruled,
        columns: stretches(&grid.xs),
        rows: stretches(&grid.ys),
        cells: spans
            .map(|((rows, columns), words)| PieceCell {
                rows: rows.clone(),
                columns: columns.clone(),
                words,
            })
            .collect(),
    }
}
