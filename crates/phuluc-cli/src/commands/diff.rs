//! `phuluc diff`: what changed between two versions of a plan.

use crate::output::OutputError;
use phuluc::messages::{self, Lang};
use phuluc::{Changes, Options, Reading};

use crate::args::{DiffArgs, DiffFormat};
use crate::colour;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{Input, InputError};
use crate::options::options;
use crate::output::{self, Target};
use crate::report::headed;
use crate::usage::Usage;

pub(crate) fn run(args: &DiffArgs, lang: Lang) -> Result<Exit, Failure> {
    let (old, new) = (Input::new(&args.old), Input::new(&args.new));
    if old == Input::Stdin && new == Input::Stdin {
        return Err(Usage::StdinTwice.into());
    }
    let options = options(&args.reading)?;
    let console = Console::new(lang, args.quiet, 1);
    let (old, new) = (read(&old, &options, &console)?, read(&new, &options, &console)?);
    let changes = phuluc::diff(&old, &new);
    if let Some(limit) = changes.comparison().limit {
        console.note(&headed(lang, "line-warning", &messages::error(lang, &limit)));
    }
    write(args, lang, new.name(), &changes)?;
    let has_losses = |reading: &Reading| reading.losses().next().is_some();
    let differs = !changes.is_empty() || has_losses(&old) || has_losses(&new);
    Ok(if differs { Exit::Losses } else { Exit::Complete })
}

/// Reads an input that must hold a table, and prints what was lost of it.
///
/// What is only doubtful is not printed: `convert` does that, and here it would hide the changes.
fn read(input: &Input, options: &Options, console: &Console) -> Result<Reading, InputError> {
    let reading = input.reading(options)?;
    console.diagnostics(&input.label(), reading.losses());
    let name = input.label();
    if reading.has_tables() { Ok(reading) } else { Err(InputError::NothingToCompare { name }) }
}

fn write(
    args: &DiffArgs,
    lang: Lang,
    name: &str,
    changes: &Changes<'_>,
) -> Result<(), OutputError> {
    match args.format {
        DiffFormat::Text => {
            let [old, new] = [&args.old, &args.new].map(|path| path.display().to_string());
            let text = changes.to_text(lang, [&old, &new], colour::on_stdout());
            output::print(text.as_bytes())
        }
        DiffFormat::Json => Target::Stdout.write(name, |out| changes.write_json(out)),
    }
}
