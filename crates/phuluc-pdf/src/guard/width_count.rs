//! How many letters a font gives a width to.
//!
//! Three numbers can name four billion letters, and the engine keeps an entry for each letter.

use hayro_syntax::object::{Array, Dict};

/// Bytes of an entry in the engine's tables: of simple fonts (`FirstChar`) and of composite fonts (`W`).
const ONE_PART: u64 = 8;
const TWO_PARTS: u64 = 32;

/// Bytes that the engine takes for widths that a font dictionary gives as ranges.
pub(crate) fn bytes(dict: &Dict<'_>) -> u64 {
    let before = u64::from(dict.get::<u32>("FirstChar").unwrap_or(0)).saturating_mul(ONE_PART);
    let level = dict.get::<Array<'_>>("W").map_or(0, |widths| level(&widths));
    let upright = dict.get::<Array<'_>>("W2").map_or(0, |widths| upright(&widths));
    level.saturating_add(upright).saturating_mul(TWO_PARTS).saturating_add(before)
}

/// Letters in the ranges of `W`: `first [width …]`, or `first last width`.
fn level(widths: &Array<'_>) -> u64 {
    let (mut letters, mut iter) = (0_u64, widths.flex_iter());
    loop {
        if iter.next::<(u32, Array<'_>)>().is_none() {
            let Some((first, last, _)) = iter.next::<(u32, u32, f32)>() else { return letters };
            letters = letters.saturating_add(range(first, last));
        }
    }
}

/// The same for `W2`, which has three numbers for each range.
fn upright(widths: &Array<'_>) -> u64 {
    let (mut letters, mut iter) = (0_u64, widths.flex_iter());
    loop {
        if iter.next::<(u32, Array<'_>)>().is_none() {
            let range_of = iter.next::<(u32, u32, f32, f32, f32)>();
            let Some((first, last, ..)) = range_of else { return letters };
            letters = letters.saturating_add(range(first, last));
        }
    }
}

fn range(first: u32, last: u32) -> u64 {
    u64::from(last).saturating_add(1).saturating_sub(u64::from(first))
}
