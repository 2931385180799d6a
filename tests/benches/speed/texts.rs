//! A table as text: flattened, aligned, delimited.

use crate::rows::{COLUMNS, Row, labels, lines, rows};

const TITLE: &str = "PHỤ LỤC\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026)\n";

/// As Apache Tika writes it: cells behind each other, each of their lines a line. A cell begins on
/// the line on which the one before ended, if that has one line only: cells stand at the top.
pub(crate) fn flattened(count: usize) -> String {
    table(count, |row| {
        let cells = lines(row);
        let mut text = String::new();
        let mut at_the_top = true;
        for cell in cells.iter().filter(|cell| !cell.is_empty()) {
            let gap = if text.is_empty() {
                ""
            } else if at_the_top {
                " "
            } else {
                " \n"
            };
            text.push_str(gap);
            text.push_str(&cell.join(" \n"));
            at_the_top = cell.len() == 1;
        }
        text + "\n"
    })
}

/// As `pdftotext -layout` writes it: each column keeps its place.
pub(crate) fn aligned(count: usize) -> String {
    table(count, |row| {
        let cells = lines(row);
        let deepest = cells.iter().map(Vec::len).max().unwrap_or(0);
        (0..deepest).map(|nth| aligned_line(&cells, nth)).collect()
    })
}

fn aligned_line(cells: &[Vec<String>; 6], nth: usize) -> String {
    let mut line = String::new();
    for (cell, (_, width)) in cells.iter().zip(COLUMNS) {
        let text = cell.get(nth).map_or("", String::as_str);
        let white = (width + 2).saturating_sub(text.chars().count());
        line.push_str(text);
        line.extend(std::iter::repeat_n(' ', white));
    }
    line.truncate(line.trim_end().len());
    line + "\n"
}

/// As Word pastes it: a tab between two cells.
pub(crate) fn delimited(count: usize) -> String {
    table(count, |row| row.join("\t") + "\n")
}

fn table(count: usize, written: impl Fn(&Row) -> String) -> String {
    let body = rows(count);
    let mut text = TITLE.to_owned();
    text.extend(std::iter::once(&labels()).chain(&body).map(written));
    text
}
