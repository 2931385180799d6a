//! `phuluc convert`: writes the records of each input.

use std::collections::HashSet;
use std::num::NonZeroUsize;
use std::thread;
use std::time::Instant;

use phuluc::messages::{Lang, sentence};
use phuluc::model::Arguments;

use crate::args::{ConvertArgs, Many};
use crate::batch::Batch;
use crate::batch::manifest::{self, Again, Manifest};
use crate::batch::outcome::Outcome;
use crate::batch::totals::Totals;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::InputError;
use crate::interrupt::Interrupt;
use crate::options::options;
use crate::output::{self, Target};
use crate::plan::{self, PlannedInput};
use crate::pool;
use crate::report::headed;
use crate::status::Status;
use crate::supervise::Worker;
use crate::usage::Usage;
use crate::worker::job::{ResourceLimits, Settings, VERSION};
use crate::worker::resource_limits;

/// From this number of inputs on, the sums of a run are printed.
const MANY: usize = 2;

/// The languages of a run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Speech {
    /// That of messages.
    pub(crate) lang: Lang,
    /// That of the outputs that a person reads, where the command line names one.
    pub(crate) of_outputs: Option<Lang>,
}

pub(crate) fn run(args: &ConvertArgs, speech: Speech) -> Result<Exit, Failure> {
    let lang = speech.lang;
    let began = Instant::now();
    let mut jobs = plan::jobs(args)?;
    if jobs.is_empty() {
        return Err(no_files(args).into());
    }
    if args.many.report
        && jobs.iter().flat_map(|job| &job.outputs).any(|(_, to)| *to == Target::Stdout)
    {
        return Err(Usage::ReportOnStdout.into());
    }
    let options = options(&args.reading)?;
    let settings = settings(args, speech.of_outputs, &jobs);
    if let Some(folder) = &args.out_dir {
        output::create_folder(folder)?;
    }
    let manifest = manifest(args, &settings, options.password.is_some())?;
    if let Some(shard) = args.many.shard {
        jobs.retain(|job| shard.has(&job.input.id()));
    }
    if let Some(manifest) = &manifest {
        put_last(&mut jobs, manifest);
    }
    let interrupt = Interrupt::listen();
    let batch = Batch {
        lang,
        worker: Worker::this(resource_limits::wall(settings.resources)).map_err(Failure::Worker)?,
        settings,
        password: options.password,
        max_bytes: options.limits.max_bytes,
        manifest: manifest.as_ref(),
        interrupt: &interrupt,
    };
    let console = Console::new(lang, args.quiet, jobs.len());
    let totals = convert(&batch, &jobs, args.many.jobs, &console);
    if let Some(manifest) = &manifest
        && jobs.len() >= MANY
    {
        let total = Arguments::new().with("sentence", totals.sentence(lang));
        let total = total.with("path", manifest.path().display().to_string());
        console.note(&sentence(lang, "run-see", &total));
    }
    if args.many.report {
        output::print(totals.report(began.elapsed()).as_bytes())?;
    }
    Ok(totals.exit())
}

/// Converts each job, prints its messages, and sums up.
fn convert(
    batch: &Batch<'_>,
    jobs: &[PlannedInput],
    at_once: Option<NonZeroUsize>,
    console: &Console,
) -> Totals {
    let at_once = at_once.or_else(|| thread::available_parallelism().ok());
    let mut totals = Totals::default();
    let done = pool::in_order(
        jobs.iter(),
        at_once.unwrap_or(NonZeroUsize::MIN),
        batch.interrupt,
        |job| batch.outcome(job),
        |outcome| {
            print(batch.lang, &outcome, console);
            totals.add(&outcome);
            console.step(&totals);
        },
    );
    totals.not_begun(jobs.len() - done);
    console.finish();
    totals
}

fn print(lang: Lang, outcome: &Outcome, console: &Console) {
    if outcome.earlier && outcome.status.is_failure() {
        let failed = Arguments::new().with("name", outcome.label.as_str());
        let failed = failed.with("status", outcome.status.words(lang).into_owned());
        console.note(&headed(lang, "line-note", &sentence(lang, "run-failed_earlier", &failed)));
    }
    console.lines(&outcome.diagnostics);
    if let Some(note) = &outcome.note {
        console.note(note);
    }
    match &outcome.error {
        Some(error) if outcome.status == Status::LeftOut => {
            console.left_out(&outcome.label, error);
        }
        Some(error) => console.error(error),
        None => {}
    }
    if let Some(error) = &outcome.unrecorded {
        console.error(error);
    }
}

fn no_files(args: &ConvertArgs) -> InputError {
    let names: Vec<_> = args.inputs.iter().map(|path| path.display().to_string()).collect();
    InputError::NoFiles { name: names.join("`, `") }
}

/// The settings of every worker.
fn settings(args: &ConvertArgs, outputs_lang: Option<Lang>, jobs: &[PlannedInput]) -> Settings {
    let formats = jobs.iter().take(1).flat_map(|job| &job.outputs);
    Settings {
        version: VERSION.to_owned(),
        formats: formats.map(|(format, _)| format.name.to_owned()).collect(),
        only: args.only.iter().map(ToString::to_string).collect(),
        year: args.reading.year,
        columns: args.reading.column.iter().map(ToString::to_string).collect(),
        engine: args.reading.pdf.engine.name().to_owned(),
        second_opinion: args.reading.pdf.second_opinion,
        outputs_lang: outputs_lang.map(|lang| lang.name().to_owned()),
        resources: ResourceLimits { memory: args.many.memory, seconds: args.many.timeout },
    }
}

/// The manifest, where there is to be one.
fn manifest(
    args: &ConvertArgs,
    settings: &Settings,
    has_password: bool,
) -> Result<Option<Manifest>, Failure> {
    let Many { jobs, manifest, retry_failed, again, shard, .. } = &args.many;
    let needs_one = manifest.is_some() || *retry_failed || *again || shard.is_some();
    let folder = match &args.out_dir {
        Some(folder) if needs_one || jobs.is_some() => folder,
        None if needs_one => return Err(Usage::ManifestWithoutFolder.into()),
        _ => return Ok(None),
    };
    let again = match (again, retry_failed) {
        (true, _) => Again::All,
        (false, true) => Again::Failed,
        (false, false) => Again::Nothing,
    };
    let path = manifest.clone().unwrap_or_else(|| folder.join(manifest::name(*shard)));
    Ok(Some(Manifest::open(&path, folder, settings, has_password, again)?))
}

/// Puts those inputs last that earlier runs had begun and not ended.
fn put_last(jobs: &mut [PlannedInput], manifest: &Manifest) {
    let unfinished: HashSet<&str> = manifest.unfinished().collect();
    jobs.sort_by_key(|job| unfinished.contains(job.input.label().as_str()));
}
