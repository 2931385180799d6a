//! Streams the tasks of many files as JSON Lines: one task a line, written as soon as its file is read.
//!
//! ```sh
//! cargo run -p phuluc --example json_lines -- fixtures/text/*.txt | jq -r .lead_unit
//! ```
#![expect(clippy::print_stderr, reason = "what is wrong with a file is no line of the output")]

use std::error::Error;
use std::{env, fs, io};

use phuluc::{Options, jsonl};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    for path in env::args().skip(1) {
        match phuluc::read(&fs::read(&path)?, &path, &Options::new()) {
            // Only the tasks of one file are in memory at once.
            Ok(reading) => reading.write(&jsonl::FORMAT, &mut out)?,
            Err(error) => eprintln!("{path}: {error}"),
        }
    }
    Ok(())
}
