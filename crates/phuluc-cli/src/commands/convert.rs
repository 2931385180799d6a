//! `phuluc convert`: writes the records of each input.

use phuluc_parser::Options;

use crate::args::Convert;
use crate::exit::{Exit, Failure};
use crate::input::{Error, Input};
use crate::only::Only;
use crate::options::options;
use crate::output;
use crate::plan::{self, Job};
use crate::reading::Reading;
use crate::report::Console;

/// What became of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Converted,
    Lossy,
    Failed,
    LeftOut,
    Unwritten,
}

pub(crate) fn run(args: &Convert) -> Result<Exit, Failure> {
    let jobs = plan::jobs(args)?;
    if jobs.is_empty() {
        return Err(no_files(args).into());
    }
    let mut options = options(&args.reading)?;
    // The formats are the same for every input, so a view is made for all or for none.
    options.view = jobs.iter().flat_map(|job| &job.outputs).any(|(format, _)| format.view);
    if let Some(folder) = &args.out_dir {
        output::create_folder(folder)?;
    }
    let console = Console::new(args.quiet, jobs.len());
    let fate = |job| fate(job, &args.only, &options, &console);
    let fates: Vec<_> = jobs.iter().map(fate).collect();
    console.finish();
    Ok(exit(&fates))
}

fn no_files(args: &Convert) -> Error {
    let names: Vec<_> = args.inputs.iter().map(|path| path.display().to_string()).collect();
    Error::NoFiles { name: names.join("`, `") }
}

/// Converts one input. Its failure is said here and is not the failure of the others.
fn fate(job: &Job, only: &[Only], options: &Options, console: &Console) -> Fate {
    let fate = match Reading::of(&job.input, options) {
        Ok(reading) => written(job, &reading.only(only), console),
        Err(error) => unread(&job.input, &error, console),
    };
    console.step();
    fate
}

fn written(job: &Job, reading: &Reading, console: &Console) -> Fate {
    let name = job.input.label();
    console.diagnostics(&name, reading.diagnostics());
    if let Some(left_out) = reading.left_out(&name) {
        console.note(&left_out);
    }
    if !reading.has_tables() {
        console.error(&Error::NoTable { name });
        return Fate::Failed;
    }
    match write(job, reading) {
        Err(error) => {
            console.error(&error);
            Fate::Unwritten
        }
        Ok(()) if reading.has_losses() => Fate::Lossy,
        Ok(()) => Fate::Converted,
    }
}

fn write(job: &Job, reading: &Reading) -> Result<(), output::Error> {
    for (format, target) in &job.outputs {
        reading.write(format.write, target)?;
    }
    Ok(())
}

/// A file that was found in a folder and is no text was never meant as an input.
fn unread(input: &Input, error: &Error, console: &Console) -> Fate {
    if let (Input::Listed(_), Error::Parse { name, source }) = (input, error)
        && matches!(source, phuluc_parser::Error::Binary { .. })
    {
        console.left_out(name, source);
        return Fate::LeftOut;
    }
    console.error(error);
    Fate::Failed
}

fn exit(fates: &[Fate]) -> Exit {
    let some = |fate| fates.contains(&fate);
    if some(Fate::Unwritten) {
        Exit::Unwritten
    } else if !some(Fate::Converted) && !some(Fate::Lossy) {
        Exit::Nothing
    } else if some(Fate::Lossy) || some(Fate::Failed) {
        Exit::Losses
    } else {
        Exit::Complete
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exit_code_follows_from_the_fates() {
        assert_eq!(exit(&[Fate::Converted, Fate::LeftOut]), Exit::Complete);
        assert_eq!(exit(&[Fate::Lossy]), Exit::Losses);
        assert_eq!(exit(&[Fate::Converted, Fate::Failed]), Exit::Losses);
        assert_eq!(exit(&[Fate::Failed, Fate::Failed]), Exit::Nothing);
        assert_eq!(exit(&[Fate::LeftOut]), Exit::Nothing);
        assert_eq!(exit(&[Fate::Converted, Fate::Failed, Fate::Unwritten]), Exit::Unwritten);
    }
}
