//! Shared parts of all sheets: print settings, headers, and texts too long for a cell.

use phuluc_messages::words;
use rust_xlsxwriter::{IgnoreError, Worksheet};

use super::height::height;
use super::look;
use crate::error::Error;
use crate::report::Report;

/// The number of the paper size A4.
const A4: u8 = 9;

/// The most characters of a cell of Excel, counted in UTF-16 code units. The rest of a longer text is written
/// in the sheet of diagnostics.
pub(super) const MAX_CELL_UNITS: usize = 32_767;

/// The most characters of the source's name in a page footer: Excel allows 255 for the whole footer. The name
/// is only shortened there.
const MAX_FOOTER_NAME: usize = 100;

/// Sets up printing on A4, one page wide, with the source and the page number in the footer.
pub(super) fn printed(sheet: &mut Worksheet, report: &Report<'_>) {
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    let page = words(report.lang, "book-page");
    // In a footer an ampersand begins a field.
    let name: String = report.source.name.chars().take(MAX_FOOTER_NAME).collect();
    sheet.set_footer(format!("&L{}&R{page} &P/&N", name.replace('&', "&&")));
}

/// Writes the labels of a table. They stay visible, are printed on each page and filter the rows.
pub(super) fn headed<'a>(
    sheet: &mut Worksheet,
    labels: impl Iterator<Item = (&'a str, f64)> + Clone,
    rows: usize,
) -> Result<(), Error> {
    // The filter button and bold letters need more width.
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
    // Ordinals such as `1` are text; without this, Excel marks each of them as an error.
    sheet.ignore_error_range(0, 0, last_row, last, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

/// The text in pieces that fit a cell; none for an empty text.
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

/// The number of bytes of the text that fit a cell.
fn fitting(text: &str) -> usize {
    // Most texts are short enough even in bytes.
    if text.len() <= MAX_CELL_UNITS {
        return text.len();
    }
    let mut units = 0;
    let over = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > MAX_CELL_UNITS
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
            assert!(pieces.iter().all(|p| p.encode_utf16().count() <= MAX_CELL_UNITS));
        };
        check("", 0);
        check("=1+1", 1);
        check(&"ề".repeat(MAX_CELL_UNITS), 1);
        check(&"ề".repeat(MAX_CELL_UNITS + 1), 2);
        // Each has two code units, so the limit falls inside a letter.
        check(&"𝄞".repeat(MAX_CELL_UNITS), 3);
    }
}
