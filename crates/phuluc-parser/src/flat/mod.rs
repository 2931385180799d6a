//! Flattened text to tables.
//!
//! The lines are first told apart ([`sheet`]), then the ordinals cut the body into rows
//! ([`outline`]), then each row is cut into cells ([`cut`](crate::cut)).

mod folio;
mod furniture;
mod header;
mod outline;
mod sheet;
mod tables;

pub(crate) use self::sheet::{Sheet, Use, sheet};
pub(crate) use self::tables::cell_roles;
use crate::copies::Copies;
use crate::read::Flattened;
use crate::sorted::Sorted;
use crate::watch::Watch;

/// Tells the lines of a flattened text apart.
pub(crate) fn sort(read: Flattened, watch: &Watch<'_>) -> Sorted {
    let Flattened { form, lines, diagnostics } = read;
    let mut sheet = sheet(lines, watch);
    let mut copies = Copies::default();
    let (tables, lost) = tables::tables(&mut sheet, watch, &mut copies);
    let read = diagnostics.into_iter().map(|said| sheet.on_its_page(said));
    Sorted {
        form,
        pages: sheet.pages,
        words_in: sheet.lines.iter().map(|line| line.words.len()).sum(),
        tables,
        diagnostics: sheet.diagnostics().into_iter().chain(lost).chain(read).collect(),
        left: sheet.left(),
        copies,
    }
}
