//! Finds the cell of the sheet for a place of the input, so that a diagnostic can link to it.

use std::collections::{BTreeMap, BTreeSet};

use phuluc_model::{Diagnostic, Place, Role, Scope, Severity, Text};

use super::column::{CellSource, SheetColumn, extra};
use crate::row::TaskRow;

/// A cell of the sheet of tasks: its row below the header and its column, from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) row: usize,
    pub(super) column: usize,
}

/// The cells by the places of their lines.
#[derive(Default)]
pub(super) struct Spots {
    by_field: BTreeMap<(Role, Place), Spot>,
    /// The first cell that has a line there.
    by_place: BTreeMap<Place, Spot>,
    /// The columns of the fields.
    columns: BTreeMap<Role, usize>,
}

impl Spots {
    pub(super) fn new(rows: &[TaskRow<'_>], columns: &[SheetColumn]) -> Self {
        let mut spots = Self { columns: fields(columns), ..Self::default() };
        for (index, row) in rows.iter().enumerate() {
            spots.add(index, row, columns);
        }
        spots
    }

    /// If several cells have a line at the same place, the first row keeps it: a cell that spans rows is
    /// marked where it begins.
    fn add(&mut self, index: usize, row: &TaskRow<'_>, columns: &[SheetColumn]) {
        let number = self.columns.get(&Role::Number).copied();
        let whole = Spot { row: index, column: number.unwrap_or_default() };
        self.by_place.entry(row.task.place).or_insert(whole);
        for (column, source) in columns.iter().map(|column| &column.source).enumerate() {
            let spot = Spot { row: index, column };
            let (role, text) = role_and_text(row, source);
            for place in text.into_iter().flat_map(Text::places) {
                self.by_place.entry(place).or_insert(spot);
                if let Some(role) = role {
                    self.by_field.entry((role, place)).or_insert(spot);
                }
            }
        }
    }

    /// The cell that a diagnostic is about, if any. A diagnostic about an empty cell has the place of its row.
    pub(super) fn find(&self, diagnostic: &Diagnostic) -> Option<Spot> {
        let of_row = diagnostic.code.scope() == Scope::Row;
        let (place, field) = (diagnostic.place.filter(|_| of_row)?, diagnostic.field);
        if let Some(spot) = field.and_then(|field| self.by_field.get(&(field, place))) {
            return Some(*spot);
        }
        let spot = *self.by_place.get(&place)?;
        let column = field.and_then(|field| self.columns.get(&field).copied());
        Some(Spot { column: column.unwrap_or(spot.column), ..spot })
    }

    /// The cells that a person should check.
    pub(super) fn doubted(&self, diagnostics: &[Diagnostic]) -> BTreeSet<Spot> {
        let severe =
            diagnostics.iter().filter(|diagnostic| diagnostic.severity() != Severity::Info);
        severe.filter_map(|diagnostic| self.find(diagnostic)).collect()
    }
}

fn fields(columns: &[SheetColumn]) -> BTreeMap<Role, usize> {
    let field = |(index, column): (usize, &SheetColumn)| match column.source {
        CellSource::Role(role) => Some((role, index)),
        _ => None,
    };
    columns.iter().enumerate().filter_map(field).collect()
}

/// The role and the text that diagnostics give for the cell of a column.
fn role_and_text<'a>(row: &TaskRow<'a>, source: &CellSource) -> (Option<Role>, Option<&'a Text>) {
    let TaskRow { section, task, .. } = *row;
    match source {
        CellSource::SectionNumber => (None, section.number.as_ref()),
        CellSource::SectionTitle => (None, section.title.as_ref()),
        CellSource::Role(role) => (Some(*role), task.cell(*role)),
        CellSource::NotPerformed => (Some(Role::CoordinatingUnit), task.not_performed.as_ref()),
        CellSource::Extra(name) => (Some(Role::Extra), extra(row, name)),
        _ => (None, None),
    }
}
