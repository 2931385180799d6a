//! Placed text to tables.
//!
//! A page is words and rules ([`page`]). On each page the tables are recognised ([`recognise`]);
//! their pieces are put together page by page ([`assemble`]), and what stands outside them is told
//! apart ([`outside`]).

mod assemble;
mod bands;
mod cell;
mod cluster;
mod columns;
pub(crate) mod delimited;
mod extent;
mod furniture;
mod grid;
mod groups;
mod head;
mod header;
mod lanes;
mod letter;
mod note_mark;
mod outside;
mod page;
mod piece;
mod recognise;
mod rest;
mod rows;
mod rule;
mod run;
mod seam;
mod slab;
mod spelling;
mod unruled;
mod upright;
mod word;

use phuluc_model::{Code, Diagnostic, Remainder};

use self::assemble::Assembly;
pub(crate) use self::extent::Extent;
use self::furniture::{Furniture, furniture};
pub(crate) use self::lanes::LETTER;
use self::outside::PlacedLine;
pub(crate) use self::page::{Lie, Page, PlacedWord, compose};
pub(crate) use self::piece::Recogniser;
use self::recognise::Seen;
pub(crate) use self::rule::Rules;
pub(crate) use self::upright::turned;
use crate::Kind;
use crate::options::Limits;
use crate::sorted::Sorted;

/// Tells pages apart.
pub(crate) fn sort(kind: Kind, pages: Vec<Page>, limits: &Limits) -> Sorted {
    let words_in = pages.iter().map(|page| page.words.len()).sum();
    let count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let furniture = furniture(&pages);
    let mut assembly = Assembly::new(limits);
    for (page, furniture) in pages.into_iter().zip(furniture) {
        add_page(&mut assembly, &page, &furniture, limits);
    }
    let (tables, left) = assembly.finish();
    let diagnostics = diagnostics(tables.is_empty());
    Sorted { kind, pages: count, words_in, tables, left, diagnostics }
}

/// Adds what a page shows, from top to bottom.
fn add_page(assembly: &mut Assembly<'_>, page: &Page, furniture: &Furniture, limits: &Limits) {
    let Seen { pieces, loose } = recognise::page(page, furniture, assembly.open_frame(), limits);
    let mut pieces = pieces.into_iter().peekable();
    for line in loose.chunk_by(|a, b| a.line == b.line) {
        let Some(first) = line.first() else { continue };
        while let Some(piece) = pieces.next_if(|piece| piece.y().min < first.baseline) {
            assembly.add_piece(piece, page.number);
        }
        let reason: Option<Remainder> = furniture.get(&first.line).copied();
        for part in PlacedLine::parts(line, page.number) {
            assembly.add_line(part, reason);
        }
    }
    for piece in pieces {
        assembly.add_piece(piece, page.number);
    }
}

fn diagnostics(no_table: bool) -> Vec<Diagnostic> {
    if !no_table {
        return Vec::new();
    }
    let message =
        "no task table was found: a header that names a task and a unit, a product or a time";
    vec![Diagnostic::new(Code::NoTable, message)]
}
