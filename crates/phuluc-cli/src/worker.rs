//! `phuluc worker`: reads one input in a process of its own.
//!
//! It touches no files: a job comes in on standard input, the answer goes out on standard output. So
//! whatever a document does to it, the process that asked goes on.

pub(crate) mod answer;
pub(crate) mod job;
pub(crate) mod resource_limits;

use std::error::Error;
use std::io::{self, Write as _};
use std::panic::resume_unwind;
use std::thread;

use phuluc::{Filtered, Reading};

use self::answer::Answer;
use self::job::Job;
use crate::exit::Exit;
use crate::input;
use crate::message::ErrorMessage;
use crate::output;
use crate::panic;
use crate::report::{self, line};
use crate::status::Status;

/// Bytes of the stack on which a document is read: what an engine needs for the deepest nesting that it
/// allows. Pages of it that nothing touches cost nothing.
const STACK: usize = 256 << 20;

/// The output of each format, under its name.
type Outputs = Vec<(&'static str, Vec<u8>)>;

/// Answers one job. What is no job is the fault of the program that sent it: an error on standard error.
pub(crate) fn run() -> Exit {
    match answered() {
        Ok(()) => Exit::Complete,
        Err(error) => {
            report::error(&*error);
            Exit::Usage
        }
    }
}

fn answered() -> Result<(), Box<dyn Error>> {
    let mut stdin = io::stdin().lock();
    let job = job::line(&mut stdin)?;
    resource_limits::take(job.settings.resources);
    let bytes = job.bytes(&mut stdin)?;
    let (mut answer, outputs) = guarded(&job, &bytes)?;
    answer.write(&outputs, &mut io::BufWriter::new(io::stdout().lock()))?;
    io::stdout().flush()?;
    Ok(())
}

/// The answer; a panic is one too.
fn guarded(job: &Job, bytes: &[u8]) -> Result<(Answer, Outputs), job::Error> {
    let work = || {
        thread::scope(|scope| {
            let thread = thread::Builder::new().stack_size(STACK);
            let thread = thread.spawn_scoped(scope, || answer(job, bytes));
            thread.map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
        })
    };
    match panic::caught(work) {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => {
            let message = ErrorMessage::of(&input::Error::NoMemory {
                name: job.label.clone(),
                source: error,
            });
            Ok((Answer::failed(Status::OutOfMemory, None, message), Outputs::new()))
        }
        Err(message) => {
            let error = ErrorMessage::new(format!(
                "phuluc failed on `{}`, which is its own fault; please report it with the file",
                job.label
            ));
            let error = error.because(message);
            Ok((Answer::failed(Status::Panicked, None, error), Outputs::new()))
        }
    }
}

fn answer(job: &Job, bytes: &[u8]) -> Result<(Answer, Outputs), job::Error> {
    let mut options = job.settings.options()?;
    options.password.clone_from(&job.password);
    let filters = job.settings.filters()?;
    let formats = job.settings.formats()?;
    let reading = match phuluc::read(bytes, &job.name, &options) {
        Ok(reading) if reading.sha256() != job.sha256 => return Err(job::Error::OtherBytes),
        Ok(reading) => reading.filter(&filters),
        Err(error) => {
            let error = input::Error::parse(job.label.clone(), error);
            let answer = Answer::failed(Status::Failed, error.code(), ErrorMessage::of(&error));
            return Ok((answer, Outputs::new()));
        }
    };
    let mut answer = Answer::new(Status::Converted);
    answer.diagnostics =
        reading.diagnostics().iter().map(|found| line(&job.label, found)).collect();
    answer.note = left_out(&reading, &job.label);
    if !reading.has_tables() {
        let error = input::Error::NoTable { name: job.label.clone() };
        (answer.status, answer.error) = (Status::NoTable, Some(ErrorMessage::of(&error)));
        return Ok((answer, Outputs::new()));
    }
    let rendered =
        formats.iter().map(|format| Ok((format.name, output::rendered(&reading, format)?)));
    Ok(match rendered.collect::<Result<Outputs, output::Error>>() {
        Ok(outputs) => {
            answer.tasks = reading.document().tasks().count();
            if reading.losses().next().is_some() {
                answer.status = Status::ConvertedWithLosses;
            }
            (answer, outputs)
        }
        Err(error) => {
            (answer.status, answer.error) = (Status::Unwritten, Some(ErrorMessage::of(&error)));
            (answer, Outputs::new())
        }
    })
}

/// One line on what filters left out; that nothing stayed is a warning.
fn left_out(reading: &Reading, input: &str) -> Option<String> {
    let Filtered { only, tasks_read, diagnostics_left_out } = reading.filtered()?;
    let (kept, only) = (reading.document().tasks().count(), only.join(" and "));
    let label = if kept == 0 { "warning" } else { "note" };
    Some(format!(
        "{label}: `{input}`: {kept} of {tasks_read} tasks are {only}; the others are left out, with {diagnostics_left_out} doubts about them"
    ))
}
