//! Cells that list several units or products.

use phuluc_model::Item;

/// The units of a cell, in its order.
#[must_use]
pub fn units(_text: &str) -> Vec<Item> {
    Vec::new()
}

/// The products of a cell, in its order.
#[must_use]
pub fn products(_text: &str) -> Vec<Item> {
    Vec::new()
}
