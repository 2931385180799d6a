//! Cells that list several units or products.
//!
//! A cell is parted only where a new value begins: behind a mark or `và` there must stand the head
//! of a unit or a product, because commas also stand inside names (`Phòng Kinh tế, Hạ tầng và Đô
//! thị`). Where the grammar leaves it open whether one value ends, the values stay together.

mod abbreviation;
mod cell;
mod office;
mod opening;
mod product;
mod short;
mod unit;

use phuluc_model::Item;

use self::abbreviation::Kind;
use phuluc_language::fold;

/// The units of a cell, in its order.
///
/// The text of each is the cell's own, but for the end of a paragraph, which becomes a space.
#[must_use]
pub fn units(text: &str) -> Vec<Item> {
    items(text, unit::begins, Kind::Unit)
}

/// The products of a cell, in its order; their text is as that of [`units`].
#[must_use]
pub fn products(text: &str) -> Vec<Item> {
    items(text, product::begins, Kind::Product)
}

fn items(text: &str, begins: cell::Begins, kind: Kind) -> Vec<Item> {
    if says_none(text) {
        return Vec::new();
    }
    cell::values(text, begins).iter().map(|value| item(value, kind)).collect()
}

/// A cell that says nothing belongs into it.
fn says_none(text: &str) -> bool {
    let short = text.split(' ').nth(2).is_none();
    short && matches!(&*fold::folded(text.trim_end_matches('.')), "không" | "không có")
}

fn item(value: &str, kind: Kind) -> Item {
    let mut text = String::with_capacity(value.len());
    for word in value.split_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    Item { expanded: abbreviation::expanded(&text, kind), text }
}

#[cfg(test)]
mod tests;
