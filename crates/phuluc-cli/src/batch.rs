//! Many inputs: which are done already, which go to a worker, and what the manifest keeps of them.

pub(crate) mod manifest;
pub(crate) mod outcome;
pub(crate) mod shard;
pub(crate) mod totals;

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use phuluc::messages::{Lang, sentence};
use phuluc::model::Arguments;
use phuluc::sha256;

use self::manifest::{Manifest, Written};
use self::outcome::Outcome;
use crate::input::{self, Input};
use crate::interrupt::Interrupt;
use crate::message::{ErrorMessage, Said as _};
use crate::output::{self, Target};
use crate::plan::PlannedInput;
use crate::status::Status;
use crate::supervise::{Outputs, Worker, WorkerResult};
use crate::worker::job::{self, Settings};

/// What is the same for all inputs of a run.
#[derive(Debug)]
pub(crate) struct Batch<'r> {
    /// The language of what is said about the inputs.
    pub(crate) lang: Lang,
    pub(crate) settings: Settings,
    pub(crate) password: Option<String>,
    /// Bytes that an input may have.
    pub(crate) max_bytes: usize,
    pub(crate) worker: Worker,
    pub(crate) manifest: Option<&'r Manifest>,
    pub(crate) interrupt: &'r Interrupt,
}

impl Batch<'_> {
    /// Converts one input, unless the manifest says that it was done. Its failure is no failure of the
    /// others.
    pub(crate) fn outcome(&self, job: &PlannedInput) -> Outcome {
        let label = job.input.label();
        let bytes = match job.input.read(self.max_bytes) {
            Ok(bytes) => bytes,
            Err(error) => {
                let failed = Outcome::failed(label, Status::Failed, error.message(self.lang));
                return self.unread(
                    job,
                    Outcome { code: error.manifest_code().map(str::to_owned), ..failed },
                );
            }
        };
        let outcome = match self.manifest {
            None => self.converted(job, &bytes, &sha256(&bytes)).0,
            Some(manifest) => self.recorded(job, &bytes, manifest),
        };
        Outcome { bytes: bytes.len(), ..outcome }
    }

    /// What was not even read is written down too. It is tried by every run, because nothing says that it
    /// is as it was.
    fn unread(&self, job: &PlannedInput, outcome: Outcome) -> Outcome {
        let Some(manifest) = self.manifest else { return outcome };
        let end = manifest.end(&manifest.key(&job.id, ""), &outcome, &[], Duration::ZERO);
        Outcome { unrecorded: end.err().map(|error| error.message(self.lang)), ..outcome }
    }

    /// The same, written down before it begins and when it has ended.
    fn recorded(&self, job: &PlannedInput, bytes: &[u8], manifest: &Manifest) -> Outcome {
        let (label, sha256) = (job.input.label(), sha256(bytes));
        let key = manifest.key(&job.id, &sha256);
        if let Some(done) = manifest.done(&key) {
            return Outcome {
                code: done.error.clone(),
                tasks: done.tasks,
                earlier: true,
                ..Outcome::new(label, done.status)
            };
        }
        if manifest.is_set_aside(&key) {
            let named = Arguments::new().with("name", label.as_str());
            let message = sentence(self.lang, "worker-set_aside", &named);
            return Outcome::failed(label, Status::SetAside, ErrorMessage::new(message));
        }
        let began = Instant::now();
        let start = manifest.start(&key, &label, bytes.len(), &sha256);
        let (outcome, written) = self.converted(job, bytes, &sha256);
        let end = manifest.end(&key, &outcome, &written, began.elapsed());
        let unrecorded = start.and(end).err().map(|error| error.message(self.lang));
        Outcome { unrecorded, ..outcome }
    }

    /// Asks a worker and writes what it made.
    fn converted(&self, job: &PlannedInput, bytes: &[u8], sha256: &str) -> (Outcome, Vec<Written>) {
        let asked = job::Job {
            lang: self.lang.name().to_owned(),
            label: job.input.label(),
            name: job.input.name(),
            sha256: sha256.to_owned(),
            bytes: bytes.len(),
            password: self.password.clone(),
            settings: self.settings.clone(),
        };
        match self.worker.ask(self.lang, &asked, bytes, self.interrupt) {
            WorkerResult::Ended(status, message) => {
                (Outcome::failed(asked.label, status, message), Vec::new())
            }
            WorkerResult::Answered(answer, outputs) => {
                let outcome = left_out(&job.input, Outcome::answered(asked.label, *answer));
                let staging = self.manifest.map(Manifest::staging);
                written(self.lang, job, staging, outcome, &outputs)
            }
        }
    }
}

/// Writes outputs to their places.
fn written(
    lang: Lang,
    job: &PlannedInput,
    staging: Option<&Path>,
    mut outcome: Outcome,
    outputs: &Outputs,
) -> (Outcome, Vec<Written>) {
    let mut written = Vec::with_capacity(job.outputs.len());
    for ((format, target), bytes) in job.outputs.iter().zip(outputs.iter()) {
        let folder = job.folder.as_deref().map_or(Ok(()), output::create_folder);
        let fill = |out: &mut dyn Write| Ok(out.write_all(bytes)?);
        if let Err(error) = folder.and_then(|()| target.write_by(staging, &outcome.label, fill)) {
            outcome.status = Status::Unwritten;
            outcome.error = Some(error.message(lang));
            break;
        }
        if let Target::File(path) = target {
            written.push(Written::new(format.name, path, bytes));
        }
    }
    (outcome, written)
}

/// A file that was found in a folder and is neither PDF nor text was not meant as an input, unless its name
/// says so.
fn left_out(input: &Input, outcome: Outcome) -> Outcome {
    let is_binary = outcome.code.as_deref() == Some(input::BINARY);
    if is_binary && input.was_not_meant() {
        let error = outcome.error.map(ErrorMessage::cause);
        Outcome { status: Status::LeftOut, error, ..outcome }
    } else {
        outcome
    }
}
