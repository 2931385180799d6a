//! Reads every file of a folder and says how many tasks it holds, or why it was not read.
//!
//! ```sh
//! cargo run -p phuluc --example folder -- fixtures/text
//! ```
#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use std::path::Path;
use std::sync::LazyLock;
use std::time::Instant;
use std::{env, fs, io};

use phuluc::Options;

fn main() -> io::Result<()> {
    // The library has no clock: with this one a file from a stranger ends after a minute.
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let options = Options::new().clock(|| START.elapsed());
    let folder = env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        files.extend(Some(entry?.path()).filter(|path| path.is_file()));
    }
    files.sort();
    for path in &files {
        println!("{}: {}", path.display(), outcome(path, &options)?);
    }
    Ok(())
}

/// One line about a file. That one file cannot be read does not stop the others.
fn outcome(path: &Path, options: &Options) -> io::Result<String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(match phuluc::read(&fs::read(path)?, &name, options) {
        Ok(reading) if !reading.has_tables() => "no task table".to_owned(),
        Ok(reading) => {
            let (tasks, losses) = (reading.document().tasks().count(), reading.losses().count());
            format!("{tasks} tasks, {} doubts, {losses} losses", reading.diagnostics().len())
        }
        Err(error) => format!("{error} ({})", error.code()),
    })
}
