//! Cells and the values they list; ` ¦ ` separates two values.

mod abbreviations;
mod glued;
mod products;
mod units;

use super::*;

#[track_caller]
fn check_units(cell: &str, expected: &str) {
    check(cell, &units(cell), expected);
}

#[track_caller]
fn check_products(cell: &str, expected: &str) {
    check(cell, &products(cell), expected);
}

/// Each value is a piece of the cell, but for ends of paragraphs.
#[track_caller]
fn check(cell: &str, items: &[Item], expected: &str) {
    let values: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
    assert_eq!(values.join(" ¦ "), expected, "{cell}");
    let folded = cell.replace('\n', " ");
    assert!(values.iter().all(|value| folded.contains(value)), "{cell}");
}

#[track_caller]
fn check_expanded(cell: &str, expected: Option<&str>) {
    let items = units(cell);
    assert_eq!(items.len(), 1, "{cell}");
    assert_eq!(items.first().and_then(|item| item.expanded.as_deref()), expected, "{cell}");
}

/// A long cell takes time in proportion to its length.
#[test]
fn long_cells_are_read_in_one_pass() {
    for piece in ["Nội vụ, Tài chính ", "Nội vụ\n", "Nội vụ (", "Nội vụ và "] {
        let cell = piece.repeat(2_000);
        assert_eq!(units(&cell).len(), 1, "{piece}");
        assert_eq!(products(&cell).len(), 1, "{piece}");
    }
}
