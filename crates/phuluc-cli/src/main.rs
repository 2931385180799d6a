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
mod input;
mod interrupt;
mod isolated;
mod message;
mod names;
mod options;
mod output;
mod panic;
mod plan;
mod pool;
mod report;
mod status;
mod supervise;
mod switches;
mod usage;
mod worker;

use std::process::ExitCode;

use clap::Parser as _;

use crate::args::{Args, Command};
use crate::exit::Exit;
use crate::failure::Failure;

fn main() -> ExitCode {
    let args = Args::parse();
    match panic::caught(|| run(&args)) {
        Ok(Ok(exit)) => exit.into(),
        Ok(Err(failure)) => {
            report::error(&failure);
            failure.exit().into()
        }
        Err(message) => {
            report::fault(&message);
            PANICKED.into()
        }
    }
}

/// The exit code of a program in Rust that panics.
const PANICKED: u8 = 101;

fn run(args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::Convert(convert) => commands::convert::run(convert),
        Command::Diff(diff) => isolated::run(|| commands::diff::run(diff)),
        Command::Check(check) => commands::check::run(check),
        Command::Inspect(inspect) => isolated::run(|| commands::inspect::run(inspect)),
        Command::Completions(args) => commands::shell::completions(args.shell),
        Command::Manual(manual) => commands::shell::manual(manual),
        Command::Worker => Ok(worker::run()),
    }
}
