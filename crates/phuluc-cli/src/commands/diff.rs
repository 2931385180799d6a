//! `phuluc diff`: what changed between two versions of a plan.

use phuluc_compare::{Comparison, compare};
use phuluc_convert::diff;
use phuluc_parser::Options;

use crate::args::{Diff, DiffFormat};
use crate::colour;
use crate::exit::{Exit, Failure, Usage};
use crate::input::{Error, Input};
use crate::options::options;
use crate::output::{self, Target};
use crate::reading::Reading;
use crate::report::Console;
use crate::tell;

pub(crate) fn run(args: &Diff) -> Result<Exit, Failure> {
    let (old, new) = (Input::new(&args.old), Input::new(&args.new));
    if old == Input::Stdin && new == Input::Stdin {
        return Err(Usage::StdinTwice.into());
    }
    let options = options(&args.reading)?;
    let console = Console::new(args.quiet, 1);
    let (old, new) = (read(&old, &options, &console)?, read(&new, &options, &console)?);
    let comparison = compare(old.document(), new.document());
    if let Some(limit) = comparison.limit {
        console.note(&format!("warning: {limit}"));
    }
    write(args, &old, &new, &comparison)?;
    let differs = !comparison.is_empty() || old.has_losses() || new.has_losses();
    Ok(if differs { Exit::Losses } else { Exit::Complete })
}

/// Reads an input that must hold a table, and says what was lost of it.
///
/// What is only doubtful is not said: it is the work of `convert` to name it, and here it would bury the
/// changes.
fn read(input: &Input, options: &Options, console: &Console) -> Result<Reading, Error> {
    let reading = Reading::of(input, options)?;
    console.diagnostics(&input.label(), &reading.losses());
    let name = input.label();
    if reading.has_tables() { Ok(reading) } else { Err(Error::NothingToCompare { name }) }
}

fn write(
    args: &Diff,
    old: &Reading,
    new: &Reading,
    comparison: &Comparison<'_>,
) -> Result<(), output::Error> {
    match args.format {
        DiffFormat::Text => {
            let names = [&args.old, &args.new].map(|path| path.display().to_string());
            output::print(tell::text(&names, comparison, colour::on_stdout()).as_bytes())
        }
        DiffFormat::Json => Target::Stdout.write(new.name(), |out| {
            let (old, new) = (old.source(), new.source());
            diff::write(&diff::Diff { old, new, comparison }, out)
        }),
    }
}
