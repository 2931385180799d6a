//! Bytes to what a step sees, as text: each holds the steps before it, and the writing of the text.

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use phuluc_parser::{Options, Stage};

use crate::pdfs::{Made, Rules, pdf};
use crate::{ROWS, texts};

const STAGES: [&str; 2] = ["pages", "table"];

#[divan::bench(args = STAGES)]
fn ruled_pdf(bencher: Bencher<'_, '_>, stage: &str) {
    let Made { bytes, pages } = pdf(ROWS[0], Rules::Around);
    bencher.counter(ItemsCount::new(pages)).bench(|| seen(&bytes, named(stage)));
}

#[divan::bench(args = STAGES)]
fn unruled_pdf(bencher: Bencher<'_, '_>, stage: &str) {
    let Made { bytes, pages } = pdf(ROWS[0], Rules::None);
    bencher.counter(ItemsCount::new(pages)).bench(|| seen(&bytes, named(stage)));
}

#[divan::bench(args = STAGES)]
fn flattened(bencher: Bencher<'_, '_>, stage: &str) {
    text(bencher, stage, &texts::flattened(ROWS[0]));
}

#[divan::bench(args = STAGES)]
fn aligned(bencher: Bencher<'_, '_>, stage: &str) {
    text(bencher, stage, &texts::aligned(ROWS[0]));
}

#[divan::bench(args = STAGES)]
fn delimited(bencher: Bencher<'_, '_>, stage: &str) {
    text(bencher, stage, &texts::delimited(ROWS[0]));
}

fn text(bencher: Bencher<'_, '_>, stage: &str, text: &str) {
    let stage = named(stage);
    bencher.counter(BytesCount::of_str(text)).bench(|| seen(text.as_bytes(), stage));
}

fn named(stage: &str) -> Stage {
    if stage == "pages" { Stage::Pages } else { Stage::Table }
}

fn seen(bytes: &[u8], stage: Stage) -> String {
    phuluc_parser::inspect(bytes, &Options::default(), stage).unwrap()
}
