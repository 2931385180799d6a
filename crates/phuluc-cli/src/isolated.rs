//! Runs the whole command in a process of its own, for commands that read a document and print what they
//! saw: whatever the document does to that process, this one reports what happened.

use std::env;
use std::io;
use std::process::{Child, Command, ExitStatus};
use std::thread;
use std::time::Duration;

use phuluc::messages::{Lang, sentence};
use phuluc::model::Arguments;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::interrupt::{Cutoff, Interrupt};
use crate::message::ErrorMessage;
use crate::report;
use crate::supervise::{death, this_program};
use crate::worker::job::ResourceLimits;
use crate::worker::resource_limits;

/// Set for the process that does the work.
const INSIDE: &str = "PHULUC_INSIDE";

/// How often it is asked whether the process has ended.
const LOOK: Duration = Duration::from_millis(2);

/// What the process may take.
const LIMITS: ResourceLimits = ResourceLimits { memory: 2048, seconds: 60 };

/// Runs the command: here, if this is the process for it, else in that process.
pub(crate) fn run(
    lang: Lang,
    command: impl FnOnce() -> Result<Exit, Failure>,
) -> Result<Exit, Failure> {
    if env::var_os(INSIDE).is_some() {
        resource_limits::take(LIMITS);
        return command();
    }
    let mut child = start().map_err(Failure::Worker)?;
    let interrupt = Interrupt::listen();
    let mut deadline = Cutoff::new(&interrupt, resource_limits::wall(LIMITS));
    let ended = wait(&mut child, &mut deadline).map_err(Failure::Worker)?;
    Ok(match ended {
        _ if interrupt.stops() => Exit::Interrupted,
        Some(exit) => exit
            .code()
            .and_then(Exit::of_code)
            .unwrap_or_else(|| report_end(lang, death(lang, exit, "", LIMITS).1)),
        None => {
            let seconds = resource_limits::wall(LIMITS).as_secs();
            let seconds = Arguments::new().with("seconds", seconds);
            report_end(lang, sentence(lang, "isolated-time_limit", &seconds))
        }
    })
}

/// The same command line, with the same input and outputs.
fn start() -> io::Result<Child> {
    let mut command = Command::new(this_program()?);
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        command.arg0("phuluc");
    }
    command.args(env::args_os().skip(1)).env(INSIDE, "1").spawn()
}

/// How the process ended; `None` if it had to be ended.
fn wait(child: &mut Child, deadline: &mut Cutoff<'_>) -> io::Result<Option<ExitStatus>> {
    loop {
        if let Some(exit) = child.try_wait()? {
            return Ok(Some(exit));
        }
        if deadline.over().is_some() {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(LOOK);
    }
}

fn report_end(lang: Lang, how: String) -> Exit {
    let how = Arguments::new().with("how", how);
    report::error(lang, &ErrorMessage::new(sentence(lang, "isolated-ended", &how)));
    Exit::Nothing
}
