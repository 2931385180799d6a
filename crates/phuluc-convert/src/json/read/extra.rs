//! The cells of the columns without a role, in their order.

use std::fmt;

use phuluc_model::{Column, Extra, Place, Role, Text};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::checked::{Checked, NonEmpty};
use crate::label;

/// The most columns of a table, and the most cells without a role of a task; more are an error. The reader
/// makes tables of at most 16 columns by default, and making names unique compares each with each.
pub(super) const MAX_COLUMNS: usize = 64;

/// Keys and cells in the order of the file, which a map of `serde_json` would lose.
pub(super) struct StoredExtra(Vec<(String, Option<NonEmpty>)>);

impl<'de> Deserialize<'de> for StoredExtra {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ExtraVisitor)
    }
}

struct ExtraVisitor;

impl<'de> Visitor<'de> for ExtraVisitor {
    type Value = StoredExtra;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of cells")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<StoredExtra, M::Error> {
        let mut cells: Vec<(String, Option<NonEmpty>)> = Vec::new();
        while let Some((label, cell)) = map.next_entry::<String, Option<Checked<NonEmpty>>>()? {
            if cells.len() == MAX_COLUMNS {
                return Err(M::Error::custom(format!("more than {MAX_COLUMNS} cells")));
            }
            if cells.iter().any(|(other, _)| *other == label) {
                return Err(M::Error::custom(format!("the cell `{label}` is there twice")));
            }
            cells.push((label, cell.map(|Checked(words)| words)));
        }
        Ok(StoredExtra(cells))
    }
}

/// The labels of the columns without a role, and the unique names of the cells of a complete row.
pub(super) struct Labels {
    labels: Vec<String>,
    names: Vec<String>,
}

impl Labels {
    pub(super) fn of(columns: &[Column]) -> Self {
        let extra = columns.iter().filter(|column| column.role == Role::Extra);
        let labels: Vec<String> = extra.map(|column| column.label.to_string()).collect();
        let names = label::distinct(labels.iter().map(String::as_str), &[]);
        Self { labels, names }
    }

    /// The cells of a row. In the JSON the second column with the same label is called `label (2)`; here it
    /// gets its label back from the header of the table.
    pub(super) fn cells(&self, StoredExtra(cells): StoredExtra, place: Place) -> Vec<Extra> {
        let same = self.names.len() == cells.len()
            && self.names.iter().zip(&cells).all(|(name, (key, _))| name == key);
        let labels = if same { self.labels.clone() } else { Vec::new() };
        let mut labels = labels.into_iter();
        let cell = |(key, words): (String, Option<NonEmpty>)| Extra {
            label: labels.next().unwrap_or(key),
            value: words.map(|NonEmpty(words)| Text::new(words, place)),
        };
        cells.into_iter().map(cell).collect()
    }
}
