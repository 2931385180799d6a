//! Writes the tasks in a format of its own: a list in Markdown, with the lead unit of each task.
//!
//! ```sh
//! cargo run -p phuluc --example own_format -- fixtures/text/ben-thanh-2024.txt
//! ```

use std::error::Error;
use std::io::{self, Write};
use std::{env, fs};

use phuluc::{Format, Options, Report, WriteError};

/// The format: its name, the end of a file's name, and its writer.
const MARKDOWN: Format = Format::new("markdown", "md", write);

/// A writer gets everything that is known about an input, and a place for bytes.
fn write(report: &Report<'_>, out: &mut dyn Write) -> Result<(), WriteError> {
    writeln!(out, "# {}\n", report.source.name)?;
    for task in report.document.tasks() {
        let text = |text: Option<&phuluc::model::Text>| match text {
            Some(text) => text.as_str().split_whitespace().collect::<Vec<_>>().join(" "),
            None => "?".to_owned(),
        };
        let (words, lead) = (text(task.task.as_ref()), text(task.lead_unit.as_ref()));
        writeln!(out, "- {words} ({lead})")?;
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("give the path of a plan")?;
    let reading = phuluc::read(&fs::read(&path)?, &path, &Options::new())?;
    reading.write(&MARKDOWN, &mut io::stdout().lock())?;
    Ok(())
}
