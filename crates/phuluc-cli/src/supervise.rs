//! Gives one input to a worker process and waits for its answer. Whatever happens to the worker, this
//! process goes on.

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::ops::Range;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use phuluc::messages::{self, Lang, sentence, words};
use phuluc::model::Arguments;

use crate::interrupt::{Cutoff, Interrupt, Over};
use crate::message::ErrorMessage;
use crate::status::Status;
use crate::system;
use crate::worker::answer::{self, Answer};
use crate::worker::job::{Job, ResourceLimits};

/// How often the clock is looked at while an answer is waited for.
const LOOK: Duration = Duration::from_millis(50);

/// How long a worker that has answered takes to end.
const LINGER: Duration = Duration::from_millis(1);

/// Bytes that an answer may have. What is longer is no answer.
const MAX_ANSWER: u64 = 512 << 20;

/// Bytes that are kept of what a worker writes to standard error, which only shows how it ended.
const MAX_STDERR: u64 = 4096;

/// A program that answers jobs.
#[derive(Debug, Clone)]
pub(crate) struct Worker {
    program: PathBuf,
    arguments: Vec<OsString>,
    /// How long an answer is waited for.
    wall: Duration,
}

/// What a worker gave.
#[derive(Debug)]
pub(crate) enum WorkerResult {
    /// A sound answer and its outputs.
    Answered(Box<Answer>, Outputs),
    /// The worker ended without one.
    Ended(Status, ErrorMessage),
}

/// The outputs of an answer: its bytes, and where in them each output is.
#[derive(Debug)]
pub(crate) struct Outputs {
    bytes: Vec<u8>,
    places: Vec<Range<usize>>,
}

impl Outputs {
    /// Each output, in the order in which they were asked for.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.places.iter().filter_map(|place| self.bytes.get(place.clone()))
    }
}

/// How a worker ended and what it had written until then.
struct WorkerEnd {
    exit: ExitStatus,
    over: Option<Over>,
    stdout: Vec<u8>,
    stderr: String,
}

impl Worker {
    /// This program itself.
    pub(crate) fn this(wall: Duration) -> io::Result<Self> {
        Ok(Self { program: this_program()?, arguments: vec!["worker".into()], wall })
    }

    /// Asks about one input.
    pub(crate) fn ask(
        &self,
        lang: Lang,
        job: &Job,
        bytes: &[u8],
        interrupt: &Interrupt,
    ) -> WorkerResult {
        match self.end(job, bytes, interrupt) {
            Ok(end) => verdict(lang, end, job, self.wall),
            Err(error) => {
                let name = Arguments::new().with("name", job.label.as_str());
                let message = ErrorMessage::new(sentence(lang, "worker-not_started", &name));
                WorkerResult::Ended(Status::NotStarted, message.because(system::said(lang, &error)))
            }
        }
    }

    /// Runs a worker to its end. Three threads read and write, so that no full pipe makes both wait.
    fn end(&self, job: &Job, bytes: &[u8], interrupt: &Interrupt) -> io::Result<WorkerEnd> {
        let mut child = self.spawn()?;
        let (stdin, stdout, stderr) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let mut deadline = Cutoff::new(interrupt, self.wall);
        thread::scope(|scope| {
            scope.spawn(move || {
                // A worker that has ended early reads no more; how it ended decides.
                let _ = stdin.map(|stdin| write_job(job, bytes, stdin));
            });
            let stderr = scope.spawn(move || read_up_to(stderr, MAX_STDERR));
            let (done, wait) = mpsc::channel();
            scope.spawn(move || {
                let _ = done.send(read_up_to(stdout, MAX_ANSWER));
            });
            let mut over = None;
            let stdout = loop {
                match wait.recv_timeout(LOOK) {
                    Ok(stdout) => break stdout,
                    Err(RecvTimeoutError::Disconnected) => break Vec::new(),
                    Err(RecvTimeoutError::Timeout) if over.is_none() => {
                        over = deadline.over();
                        if over.is_some() {
                            kill(&mut child);
                        }
                    }
                    Err(RecvTimeoutError::Timeout) => {}
                }
            };
            // It has closed its output, so there is nothing to wait for but its end.
            let exit = loop {
                if let Some(exit) = child.try_wait()? {
                    break exit;
                }
                over = over.or_else(|| deadline.over());
                if over.is_some() {
                    kill(&mut child);
                }
                thread::sleep(LINGER);
            };
            let stderr = stderr.join().unwrap_or_default();
            let stderr = String::from_utf8_lossy(&stderr).into_owned();
            Ok(WorkerEnd { exit, over, stdout, stderr })
        })
    }

    /// Starts a process in a group of its own, so that a Ctrl-C at the terminal is for the parent alone.
    fn spawn(&self) -> io::Result<Child> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(unix)]
        {
            use std::os::unix::process::CommandExt as _;
            command.process_group(0).arg0("phuluc");
        }
        #[cfg(windows)]
        {
            use std::os::windows::process::CommandExt as _;
            const CREATE_NEW_PROCESS_GROUP: u32 = 0x200;
            command.creation_flags(CREATE_NEW_PROCESS_GROUP);
        }
        command.spawn()
    }
}

/// The file of this program. It may be replaced while it runs, and then workers must still be of the
/// same version, so on Linux the kernel's own handle is taken.
pub(crate) fn this_program() -> io::Result<PathBuf> {
    let handle = PathBuf::from("/proc/self/exe");
    if cfg!(target_os = "linux") && handle.exists() { Ok(handle) } else { std::env::current_exe() }
}

fn write_job(job: &Job, bytes: &[u8], mut to: impl Write) -> io::Result<()> {
    let line = serde_json::to_vec(job)?;
    to.write_all(&line)?;
    to.write_all(b"\n")?;
    to.write_all(bytes)
}

/// Bytes up to a limit; what comes after it is not waited for.
fn read_up_to(from: Option<impl Read>, limit: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(from) = from {
        let _ = from.take(limit).read_to_end(&mut bytes);
    }
    bytes
}

/// Ends a worker and whatever it may have started.
fn kill(child: &mut Child) {
    #[cfg(unix)]
    {
        use rustix::process::{Pid, Signal, kill_process_group};
        let group = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        let _ = group.map(|group| kill_process_group(group, Signal::KILL));
    }
    let _ = child.kill();
}

fn verdict(lang: Lang, end: WorkerEnd, job: &Job, wall: Duration) -> WorkerResult {
    let name = Arguments::new().with("name", job.label.as_str());
    let ended = |status, key: &str, arguments: &Arguments| {
        WorkerResult::Ended(status, ErrorMessage::new(sentence(lang, key, arguments)))
    };
    match end.over {
        Some(Over::Interrupted) => return ended(Status::Interrupted, "worker-interrupted", &name),
        Some(Over::Time) => {
            let arguments = name.with("seconds", wall.as_secs());
            return ended(Status::TimeLimit, "worker-time_limit", &arguments);
        }
        None => {}
    }
    if !end.exit.success() {
        let (status, how) = death(lang, end.exit, &end.stderr, job.settings.resources);
        return ended(status, "worker-ended", &name.with("how", how));
    }
    match answer::sound(&end.stdout, &job.settings) {
        Ok((answer, places)) => {
            WorkerResult::Answered(Box::new(answer), Outputs { bytes: end.stdout, places })
        }
        Err(error) => {
            let message = ErrorMessage::new(sentence(lang, "worker-bad_answer", &name));
            WorkerResult::Ended(Status::BadAnswer, message.because(messages::error(lang, &error)))
        }
    }
}

/// Why a worker ended that gave no answer.
pub(crate) fn death(
    lang: Lang,
    exit: ExitStatus,
    stderr: &str,
    limits: ResourceLimits,
) -> (Status, String) {
    let none = Arguments::new();
    let (status, key, arguments) = if stderr.contains("memory allocation of") {
        (Status::OutOfMemory, "death-memory", none.with("memory", limits.memory))
    } else if stderr.contains("has overflowed its stack") {
        (Status::StackOverflow, "death-stack", none)
    } else {
        match signal(exit) {
            Some(SIGXCPU) => (Status::CpuLimit, "death-cpu", none.with("seconds", limits.seconds)),
            Some(signal) => {
                (Status::Aborted, "death-signal", none.with("signal", signal.to_string()))
            }
            None => {
                let last = stderr.lines().next_back().map(Cow::Borrowed);
                let last = last.unwrap_or_else(|| words(lang, "death-silent")).into_owned();
                let exit = none.with("exit", exit.to_string());
                (Status::Aborted, "death-exit", exit.with("last", last))
            }
        }
    };
    (status, sentence(lang, key, &arguments))
}

/// The signal of a process that used up its time on the processor, on Linux, macOS and the BSDs.
const SIGXCPU: i32 = 24;

#[cfg(unix)]
fn signal(exit: ExitStatus) -> Option<i32> {
    use std::os::unix::process::ExitStatusExt as _;
    exit.signal()
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use std::time::Instant;

    use super::*;
    use crate::worker::job::Settings;

    fn job() -> Job {
        let settings = Settings::of(&["json"]);
        let name = "a.txt".to_owned();
        let lang = Lang::En.name().to_owned();
        Job {
            lang,
            label: name.clone(),
            name,
            sha256: String::new(),
            bytes: 0,
            password: None,
            settings,
        }
    }

    /// What a worker gives that is a script.
    fn ask(script: &str, wall: Duration, bytes: &[u8], interrupt: &Interrupt) -> (Status, String) {
        let arguments = vec!["-c".into(), script.into()];
        let worker = Worker { program: "/bin/sh".into(), arguments, wall };
        match worker.ask(Lang::En, &job(), bytes, interrupt) {
            WorkerResult::Answered(answer, _) => (answer.status, String::new()),
            WorkerResult::Ended(status, message) => (status, message.to_string()),
        }
    }

    #[track_caller]
    fn check(script: &str, expected: Status) {
        let (status, message) = ask(script, Duration::from_mins(1), b"x", &Interrupt::default());
        assert_eq!(status, expected, "{message}");
        assert!(message.contains("`a.txt`"), "{message}");
    }

    #[test]
    fn what_ends_a_worker_is_a_status() {
        check("kill -XCPU $$", Status::CpuLimit);
        check("kill -SEGV $$", Status::Aborted);
        check("kill -KILL $$", Status::Aborted);
        check("exit 7", Status::Aborted);
        check("echo memory allocation of 9 bytes failed >&2; kill -ABRT $$", Status::OutOfMemory);
        check("echo thread has overflowed its stack >&2; kill -ABRT $$", Status::StackOverflow);
    }

    #[test]
    fn what_is_no_answer_is_not_believed() {
        check("cat >/dev/null", Status::BadAnswer);
        check("echo hello", Status::BadAnswer);
        check("head -c 1000000 /dev/zero", Status::BadAnswer);
    }

    #[test]
    fn a_worker_that_hangs_is_ended_with_what_it_started() {
        let wall = Duration::from_millis(300);
        let began = Instant::now();
        for script in
            ["sleep 100", "sleep 100 & wait", "exec >&-; sleep 100", "trap '' TERM; sleep 100"]
        {
            let (status, message) = ask(script, wall, b"x", &Interrupt::default());
            assert_eq!(status, Status::TimeLimit, "{message}");
        }
        assert!(began.elapsed() < Duration::from_mins(1), "nobody waits for the sleep");
    }

    /// More bytes than a pipe holds go in, and nobody reads them.
    #[test]
    fn a_worker_that_reads_nothing_is_ended() {
        let (wall, bytes) = (Duration::from_millis(300), vec![b'x'; 1 << 20]);
        let (status, message) = ask("sleep 100", wall, &bytes, &Interrupt::default());
        assert_eq!(status, Status::TimeLimit, "{message}");
        let (status, message) = ask("exit 3", wall, &bytes, &Interrupt::default());
        assert_eq!(status, Status::Aborted, "{message}");
    }

    #[test]
    fn a_second_interrupt_ends_a_worker() {
        let interrupt = Interrupt::default();
        interrupt.ask();
        interrupt.ask();
        let (status, _) = ask("sleep 100", Duration::from_mins(1), b"x", &interrupt);
        assert_eq!(status, Status::Interrupted);
    }

    #[test]
    fn a_program_that_is_not_there_is_not_started() {
        let program = "/nowhere/phuluc".into();
        let worker = Worker { program, arguments: Vec::new(), wall: Duration::from_secs(1) };
        let verdict = worker.ask(Lang::En, &job(), b"", &Interrupt::default());
        assert!(matches!(verdict, WorkerResult::Ended(Status::NotStarted, _)), "{verdict:?}");
    }
}
