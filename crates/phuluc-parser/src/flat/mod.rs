//! Flattened text to tables.
//!
//! The lines are first told apart ([`sheet`]), then the ordinals cut the body into rows
//! ([`outline`]), then each row is cut into cells ([`cut`](crate::cut)).

mod furniture;
mod header;
mod outline;
mod sheet;
mod tables;

pub(crate) use self::sheet::{Sheet, Use, sheet};
pub(crate) use self::tables::cell_roles;
use crate::Kind;
use crate::options::Limits;
use crate::page::Line;
use crate::sorted::Sorted;

/// Tells the lines of a flattened text apart.
pub(crate) fn sort(lines: Vec<Line>, limits: &Limits) -> Sorted {
    let sheet = sheet(lines, limits);
    Sorted {
        kind: Kind::Text,
        pages: sheet.pages,
        words_in: sheet.lines.iter().map(|line| line.words.len()).sum(),
        tables: tables::tables(&sheet, limits),
        diagnostics: sheet.diagnostics(),
        left: sheet.left(),
    }
}
