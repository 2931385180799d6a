//! Runs the whole command in a process of its own, for commands that read a document and print what they
//! saw: whatever the document does to that process, this one says what happened.

use std::env;
use std::io;
use std::process::{Child, Command, ExitStatus};
use std::thread;
use std::time::Duration;

use crate::exit::{Exit, Failure};
use crate::interrupt::{Deadline, Interrupt};
use crate::report;
use crate::said::Said;
use crate::supervise::{death, this_program};
use crate::worker::caps;
use crate::worker::job::Caps;

/// Set for the process that does the work.
const INSIDE: &str = "PHULUC_INSIDE";

/// How often one who waits looks whether the process has ended.
const LOOK: Duration = Duration::from_millis(2);

/// What the process may take.
const CAPS: Caps = Caps { memory: 2048, seconds: 60 };

/// Runs the command, here if this is the process for it, else there.
pub(crate) fn run(command: impl FnOnce() -> Result<Exit, Failure>) -> Result<Exit, Failure> {
    if env::var_os(INSIDE).is_some() {
        caps::take(CAPS);
        return command();
    }
    let mut child = start().map_err(Failure::Worker)?;
    let interrupt = Interrupt::listen();
    let mut deadline = Deadline::new(&interrupt, caps::wall(CAPS));
    let ended = wait(&mut child, &mut deadline).map_err(Failure::Worker)?;
    Ok(match ended {
        _ if interrupt.stops() => Exit::Interrupted,
        Some(exit) => {
            exit.code().and_then(Exit::of_code).unwrap_or_else(|| say(&death(exit, "", CAPS).1))
        }
        None => say(&format!("took longer than {} seconds", caps::wall(CAPS).as_secs())),
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
fn wait(child: &mut Child, deadline: &mut Deadline<'_>) -> io::Result<Option<ExitStatus>> {
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

fn say(how: &str) -> Exit {
    report::error(&Said::new(format!("the document was not read: the process that read it {how}")));
    Exit::Nothing
}
