//! What is doubted in plain text, and how often.
//!
//! Each line of a file is read as one cell. On text without errors the last lines say how many false
//! flags there are:
//!
//! ```sh
//! cargo run -p phuluc-meaning --example doubts -- FILE…
//! ```
#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use std::collections::BTreeMap;
use std::{env, fs, io};

use phuluc_meaning::doubt::doubts;
use phuluc_model::{Code, Place, Text};

fn main() -> io::Result<()> {
    let mut words = 0;
    let mut flags: BTreeMap<Code, usize> = BTreeMap::new();
    for path in env::args().skip(1) {
        let text = fs::read_to_string(&path)?;
        words += text.split_whitespace().count();
        for (line, place) in text.lines().zip(1..) {
            for doubt in doubts(&Text::new(line.to_owned(), Place::new(1, place)), None) {
                println!("{path}:{place}: {doubt}");
                *flags.entry(doubt.code).or_default() += 1;
            }
        }
    }
    println!("{words} words");
    for (code, count) in flags {
        println!("{code}: {count}, {:.2} in 10,000 words", rate(count, words));
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
fn rate(count: usize, words: usize) -> f64 {
    count as f64 * 10_000.0 / words.max(1) as f64
}
