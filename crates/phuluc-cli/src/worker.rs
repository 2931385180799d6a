//! `phuluc worker`: reads one input in a process of its own.
//!
//! It touches no files: a job comes in on standard input, the answer goes out on standard output. So
//! whatever a document does to it, the one who asked goes on.

pub(crate) mod answer;
pub(crate) mod caps;
pub(crate) mod job;

use std::error::Error;
use std::io::{self, Write as _};
use std::panic::resume_unwind;
use std::thread;

use phuluc_parser::Options;

use self::answer::Answer;
use self::job::Job;
use crate::exit::Exit;
use crate::input;
use crate::output;
use crate::panic;
use crate::reading::Reading;
use crate::report::{self, line};
use crate::said::Said;
use crate::status::Status;

/// Bytes of the stack on which a document is read: what an engine needs for the deepest nesting that it
/// allows. Pages of it that nothing touches cost nothing.
const STACK: usize = 256 << 20;

/// The output of each format, under its name.
type Outputs = Vec<(&'static str, Vec<u8>)>;

/// Answers one job. A job that is none is the fault of who asked, and says so on standard error.
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
    caps::take(job.settings.caps);
    let bytes = job.bytes(&mut stdin)?;
    let (mut answer, outputs) = guarded(&job, &bytes)?;
    answer.tell(&outputs, &mut io::BufWriter::new(io::stdout().lock()))?;
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
            let said = Said::of(&input::Error::NoMemory { name: job.label.clone(), source: error });
            Ok((Answer::failed(Status::OutOfMemory, None, said), Outputs::new()))
        }
        Err(said) => {
            let error = Said::new(format!(
                "phuluc failed on `{}`, which is its own fault; please report it with the file",
                job.label
            ));
            let error = error.because(said);
            Ok((Answer::failed(Status::Panicked, None, error), Outputs::new()))
        }
    }
}

fn answer(job: &Job, bytes: &[u8]) -> Result<(Answer, Outputs), job::Error> {
    let mut options = job.settings.options()?;
    options.password.clone_from(&job.password);
    let only = job.settings.only()?;
    let formats = job.settings.formats()?;
    let reading = match read(job, bytes, &options) {
        Ok(reading) => reading.only(&only),
        Err(error) => {
            let answer = Answer::failed(Status::Failed, error.code(), Said::of(&error));
            return Ok((answer, Outputs::new()));
        }
    };
    let mut answer = Answer::new(Status::Converted);
    answer.diagnostics =
        reading.diagnostics().iter().map(|found| line(&job.label, found)).collect();
    answer.note = reading.left_out(&job.label);
    if !reading.has_tables() {
        let error = input::Error::NoTable { name: job.label.clone() };
        (answer.status, answer.error) = (Status::NoTable, Some(Said::of(&error)));
        return Ok((answer, Outputs::new()));
    }
    let rendered = formats.iter().map(|format| Ok((format.name, reading.render(format.write)?)));
    Ok(match rendered.collect::<Result<Outputs, output::Error>>() {
        Ok(outputs) => {
            answer.tasks = reading.document().tasks().count();
            if reading.has_losses() {
                answer.status = Status::ConvertedWithLosses;
            }
            (answer, outputs)
        }
        Err(error) => {
            (answer.status, answer.error) = (Status::Unwritten, Some(Said::of(&error)));
            (answer, Outputs::new())
        }
    })
}

fn read(job: &Job, bytes: &[u8], options: &Options) -> Result<Reading, input::Error> {
    let parsed = phuluc_parser::parse(bytes, options)
        .map_err(|source| input::Error::Parse { name: job.label.clone(), source })?;
    Ok(Reading::new(job.name.clone(), job.sha256.clone(), parsed))
}
