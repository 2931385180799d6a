//! Bytes to document. Items are pages.

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

use crate::pdfs::{Made, Rules, pdf};
use crate::{ROWS, read, texts};

#[divan::bench(args = ROWS)]
fn ruled_pdf(bencher: Bencher<'_, '_>, rows: usize) {
    let Made { bytes, pages } = pdf(rows, Rules::Around);
    bencher.counter(ItemsCount::new(pages)).bench(|| read(&bytes, rows));
}

#[divan::bench(args = ROWS)]
fn unruled_pdf(bencher: Bencher<'_, '_>, rows: usize) {
    let Made { bytes, pages } = pdf(rows, Rules::None);
    bencher.counter(ItemsCount::new(pages)).bench(|| read(&bytes, rows));
}

#[divan::bench(args = ROWS)]
fn flattened(bencher: Bencher<'_, '_>, rows: usize) {
    text(bencher, &texts::flattened(rows), rows);
}

/// A document of 2024: cells wrap more, and rows repeat less than those made here.
#[divan::bench]
fn flattened_fixture(bencher: Bencher<'_, '_>) {
    text(bencher, include_str!("../../../fixtures/text/ben-thanh-2024.txt"), 47);
}

#[divan::bench(args = ROWS)]
fn aligned(bencher: Bencher<'_, '_>, rows: usize) {
    text(bencher, &texts::aligned(rows), rows);
}

#[divan::bench(args = ROWS)]
fn delimited(bencher: Bencher<'_, '_>, rows: usize) {
    text(bencher, &texts::delimited(rows), rows);
}

fn text(bencher: Bencher<'_, '_>, text: &str, rows: usize) {
    bencher.counter(BytesCount::of_str(text)).bench(|| read(text.as_bytes(), rows));
}
