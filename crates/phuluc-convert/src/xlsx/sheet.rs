//! What all sheets need: print set-up, headers, and cells that do not fit.

use phuluc_messages::words;
use rust_xlsxwriter::{IgnoreError, Worksheet};

use super::height::height;
use super::look;
use crate::error::Error;
use crate::report::Report;

/// The paper of print set-up: A4.
const A4: u8 = 9;

/// The most UTF-16 code units that a cell holds, which is how Excel counts characters.
pub(super) const MOST_IN_A_CELL: usize = 32_767;

/// The most of a page's foot that the name of the source takes; Excel allows 255 with the rest of it.
const MOST_IN_A_FOOT: usize = 100;

/// Sets up printing on A4, one page wide, the source and the page number at the foot.
pub(super) fn printed(sheet: &mut Worksheet, report: &Report<'_>) {
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    let page = words(report.lang, "book-page");
    // An ampersand begins a field there.
    let name: String = report.source.name.chars().take(MOST_IN_A_FOOT).collect();
    sheet.set_footer(format!("&L{}&R{page} &P/&N", name.replace('&', "&&")));
}

/// Writes the labels of a table, which stay in sight, are printed on each page and filter its rows.
pub(super) fn headed<'a>(
    sheet: &mut Worksheet,
    labels: impl Iterator<Item = (&'a str, f64)> + Clone,
    rows: usize,
) -> Result<(), Error> {
    // A filter takes room from its label, which is bold besides.
    let tight = labels.clone().map(|(label, width)| (label, width - 3.0));
    sheet.set_row_height(0, height(tight))?;
    let format = look::header();
    let mut last = 0;
    for (column, (label, width)) in (0..).zip(labels) {
        sheet.write_string_with_format(0, column, label, &format)?;
        sheet.set_column_width(column, width)?;
        last = column;
    }
    let last_row = u32::try_from(rows).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, last_row, last)?;
    sheet.set_repeat_rows(0, 0)?;
    // `1` is an ordinal here and stays text: no mark of doubt at each of them.
    sheet.ignore_error_range(0, 0, last_row, last, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

/// The text in pieces that fit a cell; an empty text has none.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, other) = rest.split_at_checked(fitting(rest)).unwrap_or((rest, ""));
        pieces.push(piece);
        rest = other;
    }
    pieces
}

/// How many bytes of the text fit a cell.
fn fitting(text: &str) -> usize {
    // Most texts are shorter than a cell, in bytes already.
    if text.len() <= MOST_IN_A_CELL {
        return text.len();
    }
    let mut units = 0;
    let over = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > MOST_IN_A_CELL
    });
    over.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_fit_and_lose_nothing() {
        let check = |text: &str, expected: usize| {
            let pieces = pieces(text);
            assert_eq!((pieces.len(), pieces.concat().as_str()), (expected, text));
            assert!(pieces.iter().all(|p| p.encode_utf16().count() <= MOST_IN_A_CELL));
        };
        check("", 0);
        check("=1+1", 1);
        check(&"ề".repeat(MOST_IN_A_CELL), 1);
        check(&"ề".repeat(MOST_IN_A_CELL + 1), 2);
        // Two code units each, so that one more would be cut in half.
        check(&"𝄞".repeat(MOST_IN_A_CELL), 3);
    }
}
