//! Asks a worker process about one input, and goes on whatever becomes of the worker.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::ops::Range;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::interrupt::{Deadline, Interrupt, Over};
use crate::said::Said;
use crate::status::Status;
use crate::worker::answer::{self, Answer};
use crate::worker::job::{Caps, Job};

/// How often one who waits looks at the clock.
const LOOK: Duration = Duration::from_millis(50);

/// How long a worker that has answered takes to end.
const LINGER: Duration = Duration::from_millis(1);

/// Bytes that an answer may have. What is longer is no answer.
const MAX_ANSWER: u64 = 512 << 20;

/// Bytes that are kept of what a worker says on standard error, which only tells how it ended.
const MAX_STDERR: u64 = 4096;

/// A program that answers jobs.
#[derive(Debug, Clone)]
pub(crate) struct Worker {
    program: PathBuf,
    arguments: Vec<OsString>,
    /// How long an answer is waited for.
    wall: Duration,
}

/// What came of asking.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// A sound answer and its outputs.
    Answered(Box<Answer>, Outputs),
    /// The worker ended without one.
    Ended(Status, Said),
}

/// The outputs of an answer, where they were told.
#[derive(Debug)]
pub(crate) struct Outputs {
    told: Vec<u8>,
    places: Vec<Range<usize>>,
}

impl Outputs {
    /// Each output, in the order in which they were asked for.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.places.iter().filter_map(|place| self.told.get(place.clone()))
    }
}

/// How a worker ended and what it had said until then.
struct End {
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
    pub(crate) fn ask(&self, job: &Job, bytes: &[u8], interrupt: &Interrupt) -> Verdict {
        let name = &job.label;
        match self.end(job, bytes, interrupt) {
            Ok(end) => verdict(end, job, self.wall),
            Err(error) => {
                let said = format!("`{name}` was not read: no worker process could be started");
                Verdict::Ended(Status::NotStarted, Said::new(said).because(error.to_string()))
            }
        }
    }

    /// Runs a worker to its end. Three threads talk to it, so that no full pipe makes both wait.
    fn end(&self, job: &Job, bytes: &[u8], interrupt: &Interrupt) -> io::Result<End> {
        let mut child = self.spawn()?;
        let (stdin, stdout, stderr) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let mut deadline = Deadline::new(interrupt, self.wall);
        thread::scope(|scope| {
            scope.spawn(move || {
                // A worker that has ended early hears no more, and is judged by its end.
                let _ = stdin.map(|stdin| tell(job, bytes, stdin));
            });
            let stderr = scope.spawn(move || heard(stderr, MAX_STDERR));
            let (done, wait) = mpsc::channel();
            scope.spawn(move || {
                let _ = done.send(heard(stdout, MAX_ANSWER));
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
            Ok(End { exit, over, stdout, stderr })
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

fn tell(job: &Job, bytes: &[u8], mut to: impl Write) -> io::Result<()> {
    let line = serde_json::to_vec(job)?;
    to.write_all(&line)?;
    to.write_all(b"\n")?;
    to.write_all(bytes)
}

/// Bytes up to a limit; what is behind it is not waited for.
fn heard(from: Option<impl Read>, limit: u64) -> Vec<u8> {
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

fn verdict(end: End, job: &Job, wall: Duration) -> Verdict {
    let name = &job.label;
    let ended = |status, said: String| Verdict::Ended(status, Said::new(said));
    match end.over {
        Some(Over::Interrupted) => {
            return ended(Status::Interrupted, format!("`{name}` was not read to its end"));
        }
        Some(Over::Time) => {
            let seconds = wall.as_secs();
            let said = format!("`{name}` was not read within {seconds} seconds (--timeout)");
            return ended(Status::TimeLimit, said);
        }
        None => {}
    }
    if !end.exit.success() {
        let (status, how) = death(end.exit, &end.stderr, job.settings.caps);
        return ended(status, format!("`{name}` was not read: its worker process {how}"));
    }
    match answer::sound(&end.stdout, &job.settings) {
        Ok((answer, places)) => {
            Verdict::Answered(Box::new(answer), Outputs { told: end.stdout, places })
        }
        Err(error) => {
            let said = format!("`{name}` was not read: the answer of its worker is not sound");
            let said = Said::new(said).because(error.to_string());
            Verdict::Ended(Status::BadAnswer, said)
        }
    }
}

/// What a worker that was ended died of.
pub(crate) fn death(exit: ExitStatus, stderr: &str, caps: Caps) -> (Status, String) {
    let Caps { memory, seconds } = caps;
    if stderr.contains("memory allocation of") {
        let said = format!("asked for more than {memory} MiB of memory (--memory)");
        return (Status::OutOfMemory, said);
    }
    if stderr.contains("has overflowed its stack") {
        return (Status::StackOverflow, "overflowed its stack".to_owned());
    }
    match signal(exit) {
        Some(SIGXCPU) => {
            let said = format!("used more than {seconds} seconds of the processor (--timeout)");
            (Status::CpuLimit, said)
        }
        Some(signal) => (Status::Aborted, format!("was ended by signal {signal}")),
        None => {
            let last = stderr.lines().next_back().unwrap_or("nothing");
            (Status::Aborted, format!("ended with {exit} and said «{last}»"))
        }
    }
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
        Job { label: name.clone(), name, sha256: String::new(), bytes: 0, password: None, settings }
    }

    /// What comes of asking a worker that is a script.
    fn ask(script: &str, wall: Duration, bytes: &[u8], interrupt: &Interrupt) -> (Status, String) {
        let arguments = vec!["-c".into(), script.into()];
        let worker = Worker { program: "/bin/sh".into(), arguments, wall };
        match worker.ask(&job(), bytes, interrupt) {
            Verdict::Answered(answer, _) => (answer.status, String::new()),
            Verdict::Ended(status, said) => (status, said.to_string()),
        }
    }

    #[track_caller]
    fn check(script: &str, expected: Status) {
        let (status, said) = ask(script, Duration::from_mins(1), b"x", &Interrupt::default());
        assert_eq!(status, expected, "{said}");
        assert!(said.contains("`a.txt`"), "{said}");
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
    fn an_answer_that_is_none_is_not_believed() {
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
            let (status, said) = ask(script, wall, b"x", &Interrupt::default());
            assert_eq!(status, Status::TimeLimit, "{said}");
        }
        assert!(began.elapsed() < Duration::from_mins(1), "nobody waits for the sleep");
    }

    /// More bytes than a pipe holds go in, and nobody reads them.
    #[test]
    fn a_worker_that_hears_nothing_is_ended() {
        let (wall, bytes) = (Duration::from_millis(300), vec![b'x'; 1 << 20]);
        let (status, said) = ask("sleep 100", wall, &bytes, &Interrupt::default());
        assert_eq!(status, Status::TimeLimit, "{said}");
        let (status, said) = ask("exit 3", wall, &bytes, &Interrupt::default());
        assert_eq!(status, Status::Aborted, "{said}");
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
        let verdict = worker.ask(&job(), b"", &Interrupt::default());
        assert!(matches!(verdict, Verdict::Ended(Status::NotStarted, _)), "{verdict:?}");
    }
}
