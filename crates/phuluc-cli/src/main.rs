//! The `phuluc` command: reads task appendices, writes their records.
//!
//! Only this crate touches files and prints; what it decides itself is names and exit codes.

mod args;
mod batch;
mod colour;
mod column;
mod commands;
mod console;
mod exit;
mod failure;
mod files;
mod help;
mod input;
mod interrupt;
mod isolated;
mod lang;
mod message;
mod names;
mod options;
mod output;
mod panic;
mod plan;
mod pool;
mod refusal;
mod report;
mod status;
mod supervise;
mod switches;
mod system;
mod usage;
mod worker;

use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser as _};
use phuluc::messages::Lang;

use crate::args::{Args, Command};
use crate::commands::convert::Speech;
use crate::exit::Exit;
use crate::failure::Failure;

fn main() -> ExitCode {
    let lang = lang::of_process();
    let args = args(lang);
    match panic::caught(|| run(&args, lang)) {
        Ok(Ok(exit)) => exit.into(),
        Ok(Err(failure)) => {
            report::error(lang, &failure.message(lang));
            failure.exit().into()
        }
        Err(message) => {
            report::fault(lang, &message);
            PANICKED.into()
        }
    }
}

/// The exit code of a program in Rust that panics.
const PANICKED: u8 = 101;

/// What the command line says. Help, and a command line that is not understood, end the process here.
fn args(lang: Lang) -> Args {
    if lang == Lang::En {
        return Args::parse();
    }
    let matches = help::in_language(lang, Args::command()).try_get_matches();
    let args = matches.and_then(|mut matches| Args::from_arg_matches_mut(&mut matches));
    args.unwrap_or_else(|error| refusal::end(lang, &error))
}

fn run(args: &Args, lang: Lang) -> Result<Exit, Failure> {
    match &args.command {
        Command::Convert(convert) => {
            commands::convert::run(convert, Speech { lang, of_outputs: args.lang })
        }
        Command::Diff(diff) => isolated::run(lang, || commands::diff::run(diff, lang)),
        Command::Check(check) => commands::check::run(check, lang),
        Command::Inspect(inspect) => isolated::run(lang, || commands::inspect::run(inspect)),
        Command::Completions(args) => commands::shell::completions(args.shell),
        Command::Manual(manual) => commands::shell::manual(manual),
        Command::Worker => Ok(worker::run(lang)),
    }
}
