//! What is promised of any input, in one place: tests, mutants and fuzz targets ask the same.
//!
//! A promise that is broken is told and not panicked, so that who counts faults can tell one from the
//! other.

mod cell;
mod document;
mod output;

use std::fmt;

use phuluc_parser::{Error, Options, Parsed, Stage, inspect, parse};

pub use self::cell::{citation, timeframe};
pub use self::document::document;
pub use self::output::{outputs, read_back_csv, read_back_json};

/// A promise that was broken, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken(String);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Broken {}

/// Whether a promise holds; `how` tells what was found where it does not.
fn hold(holds: bool, how: impl FnOnce() -> String) -> Result<(), Broken> {
    if holds { Ok(()) } else { Err(Broken(how())) }
}

/// The same of two values that have to be one.
fn same<T: PartialEq + fmt::Debug>(what: &str, one: &T, other: &T) -> Result<(), Broken> {
    hold(one == other, || format!("{what}: {one:?} and {other:?}"))
}

/// What became of an input whose promises were kept.
#[derive(Debug)]
pub enum Outcome {
    /// It was read to so many tasks.
    Read {
        /// How many.
        tasks: usize,
    },
    /// It was refused.
    Refused(Error),
}

impl Outcome {
    /// `Read`, or the name of the error.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Read { .. } => "Read".to_owned(),
            Self::Refused(error) => {
                let told = format!("{error:?}");
                told.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
            }
        }
    }
}

/// Asks of an input all that is promised: the reading, the document and each format.
pub fn all(bytes: &[u8]) -> Result<Outcome, Broken> {
    let parsed = match reading(bytes)? {
        Ok(parsed) => parsed,
        Err(error) => return Ok(Outcome::Refused(error)),
    };
    stage(bytes)?;
    outputs(&parsed)?;
    Ok(Outcome::Read { tasks: parsed.document.tasks().count() })
}

/// Reads an input twice, the second time with what a person sees of it, and asks the promises of the
/// document. What was read has the view.
pub fn reading(bytes: &[u8]) -> Result<Result<Parsed, Error>, Broken> {
    let options = Options::default();
    let mut with_view = Options::default();
    with_view.view = true;
    match (parse(bytes, &options), parse(bytes, &with_view)) {
        // No input may make the reader fail by its own fault.
        (Err(error @ Error::Fault { .. }), _) | (_, Err(error @ Error::Fault { .. })) => {
            Err(Broken(error.to_string()))
        }
        (Err(error), Err(again)) => {
            same("the error", &error, &again)?;
            hold(!error.to_string().contains('\n'), || format!("an error of lines: {error}"))?;
            Ok(Err(error))
        }
        (Ok(once), Ok(parsed)) => {
            same("the document", &once.document, &parsed.document)?;
            same("the diagnostics", &once.diagnostics, &parsed.diagnostics)?;
            same("form and pages", &(once.form, once.pages), &(parsed.form, parsed.pages))?;
            document(&parsed, bytes)?;
            Ok(Ok(parsed))
        }
        (once, again) => Err(Broken(format!(
            "read and refused: {:?} and {:?}",
            once.map(|_| "read"),
            again.map(|_| "read")
        ))),
    }
}

/// A stage of an input that is read can be shown. Each takes as long as the reading, so an input is asked
/// for one, and inputs of another length for another.
fn stage(bytes: &[u8]) -> Result<(), Broken> {
    let Some(stage) = Stage::ALL.into_iter().cycle().nth(bytes.len() % Stage::ALL.len()) else {
        return Ok(());
    };
    match inspect(bytes, &Options::default(), stage) {
        Ok(_) => Ok(()),
        Err(error) => Err(Broken(format!("{stage:?} is not shown: {error}"))),
    }
}
