//! How fast each kind of input is read, the steps alone where the interface gives them, and how the
//! time grows from N rows to 2N.
//!
//! ```sh
//! cargo bench -p phuluc-tests --bench speed                    # all
//! cargo bench -p phuluc-tests --bench speed -- parse::ruled    # those with these words in their name
//! ```
//!
//! Nothing here is a test: how long something takes depends on the machine.

#![expect(clippy::unwrap_used, reason = "an input that is not read is a fault of the bench")]

mod parse;
mod pdfs;
mod rows;
mod texts;
mod until;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, Divan};
use phuluc_parser::{Options, Parsed};

/// N and 2N: if the time of the second is more than twice that of the first, it grows too fast.
const ROWS: [usize; 2] = [400, 800];

fn main() {
    Divan::default().sample_count(10).sample_size(1).config_with_args().main();
}

fn read(bytes: &[u8], rows: usize) -> Parsed {
    let parsed = phuluc_parser::parse(bytes, &Options::default()).unwrap();
    assert_eq!(parsed.document.tasks().count(), rows, "the rows that were made");
    parsed
}

/// Records to what they mean. Items are tasks.
#[divan::bench(args = ROWS)]
fn interpret(bencher: Bencher<'_, '_>, rows: usize) {
    let parsed = read(texts::delimited(rows).as_bytes(), rows);
    bencher
        .counter(ItemsCount::new(parsed.document.tasks().count()))
        .with_inputs(|| parsed.document.appendices().to_vec())
        .bench_refs(|appendices| phuluc_meaning::interpret(appendices, None, &mut Vec::new()));
}

/// Document to bytes. Bytes are those of the output.
#[divan::bench(args = ["json", "csv", "csv-excel"])]
fn write(bencher: Bencher<'_, '_>, format: &str) {
    let parsed = read(texts::delimited(ROWS[1]).as_bytes(), ROWS[1]);
    let written = || phuluc_tests::reading::written(&parsed, format);
    bencher.counter(BytesCount::new(written().len())).bench(written);
}
