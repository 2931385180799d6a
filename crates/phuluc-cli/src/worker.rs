//! `phuluc worker`: reads one input in a process of its own.
//!
//! It touches no files: a job comes in on standard input, the answer goes out on standard output. So
//! whatever a document does to it, the process that asked goes on.

pub(crate) mod answer;
pub(crate) mod job;
pub(crate) mod resource_limits;

use crate::input::InputError;
use std::io::{self, Write as _};
use std::panic::resume_unwind;
use std::thread;

use phuluc::messages::{Lang, sentence};
use phuluc::model::Arguments;
use phuluc::{Filtered, Reading};

use self::answer::Answer;
use self::job::{Job, JobError};
use crate::exit::Exit;
use crate::message::{ErrorMessage, Said as _};
use crate::output;
use crate::output::OutputError;
use crate::panic;
use crate::report::{self, headed, line};
use crate::status::Status;
use crate::system;

/// Bytes of the stack on which a document is read: what an engine needs for the deepest nesting that it
/// allows. Pages of it that nothing touches cost nothing.
const STACK: usize = 256 << 20;

/// The output of each format, under its name.
type NamedOutputs = Vec<(&'static str, Vec<u8>)>;

/// Answers one job. What is no job is the fault of the program that sent it: an error on standard error.
pub(crate) fn run(lang: Lang) -> Exit {
    match answered(lang) {
        Ok(()) => Exit::Complete,
        Err(error) => {
            report::error(lang, &error);
            Exit::Usage
        }
    }
}

fn answered(lang: Lang) -> Result<(), ErrorMessage> {
    let (mut answer, outputs) = answer_of_stdin().map_err(|error| error.message(lang))?;
    let written = answer.write(&outputs, &mut io::BufWriter::new(io::stdout().lock()));
    written
        .and_then(|()| io::stdout().flush())
        .map_err(|error| ErrorMessage::new(system::said(lang, &error)))
}

fn answer_of_stdin() -> Result<(Answer, NamedOutputs), JobError> {
    let mut stdin = io::stdin().lock();
    let job = job::line(&mut stdin)?;
    resource_limits::take(job.settings.resources);
    let bytes = job.bytes(&mut stdin)?;
    guarded(&job, &bytes)
}

/// The answer; a panic is one too.
fn guarded(job: &Job, bytes: &[u8]) -> Result<(Answer, NamedOutputs), JobError> {
    let lang = job.lang()?;
    let work = || {
        thread::scope(|scope| {
            let thread = thread::Builder::new().stack_size(STACK);
            let thread = thread.spawn_scoped(scope, || answer(lang, job, bytes));
            thread.map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
        })
    };
    match panic::caught(work) {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => {
            let error = InputError::NoMemory { name: job.label.clone(), source: error };
            let message = error.message(lang);
            Ok((Answer::failed(Status::OutOfMemory, None, message), NamedOutputs::new()))
        }
        Err(message) => {
            let name = Arguments::new().with("name", job.label.as_str());
            let error = ErrorMessage::new(sentence(lang, "worker-panicked", &name));
            let error = error.because(message);
            Ok((Answer::failed(Status::Panicked, None, error), NamedOutputs::new()))
        }
    }
}

fn answer(lang: Lang, job: &Job, bytes: &[u8]) -> Result<(Answer, NamedOutputs), JobError> {
    let mut options = job.settings.options()?;
    options.password.clone_from(&job.password);
    let filters = job.settings.filters()?;
    let formats = job.settings.formats()?;
    let outputs_lang = job.settings.outputs_lang()?;
    let reading = match phuluc::read(bytes, &job.name, &options) {
        Ok(reading) if reading.sha256() != job.sha256 => return Err(JobError::OtherBytes),
        Ok(reading) => reading.filter(&filters),
        Err(source) => {
            let error = InputError::Parse { name: job.label.clone(), source };
            let (code, message) = (error.manifest_code(), error.message(lang));
            let answer = Answer::failed(Status::Failed, code, message);
            return Ok((answer, NamedOutputs::new()));
        }
    };
    let reading = match outputs_lang {
        Some(lang) => reading.in_lang(lang),
        None => reading,
    };
    let mut answer = Answer::new(Status::Converted);
    answer.diagnostics =
        reading.diagnostics().iter().map(|found| line(lang, &job.label, found)).collect();
    answer.note = left_out(lang, &reading, &job.label);
    if !reading.has_tables() {
        let error = InputError::NoTable { name: job.label.clone() };
        (answer.status, answer.error) = (Status::NoTable, Some(error.message(lang)));
        return Ok((answer, NamedOutputs::new()));
    }
    let rendered =
        formats.iter().map(|format| Ok((format.name, output::rendered(&reading, format)?)));
    Ok(match rendered.collect::<Result<NamedOutputs, OutputError>>() {
        Ok(outputs) => {
            answer.tasks = reading.document().tasks().count();
            if reading.losses().next().is_some() {
                answer.status = Status::ConvertedWithLosses;
            }
            (answer, outputs)
        }
        Err(error) => {
            (answer.status, answer.error) = (Status::Unwritten, Some(error.message(lang)));
            (answer, NamedOutputs::new())
        }
    })
}

/// One line on what filters left out; that nothing stayed is a warning.
fn left_out(lang: Lang, reading: &Reading, input: &str) -> Option<String> {
    let Filtered { only, tasks_read, diagnostics_left_out, .. } = reading.filtered()?;
    let kept = reading.document().tasks().count();
    let and = |before: String, after: String| {
        let both = Arguments::new().with("before", before).with("after", after);
        sentence(lang, "run-and", &both)
    };
    let only = only.iter().cloned().reduce(and).unwrap_or_default();
    let counts = Arguments::new().with("kept", kept).with("read", tasks_read);
    let counts = counts.with("doubts", diagnostics_left_out);
    let said = sentence(lang, "run-filtered", &counts.with("name", input).with("only", only));
    Some(headed(lang, if kept == 0 { "line-warning" } else { "line-note" }, &said))
}
