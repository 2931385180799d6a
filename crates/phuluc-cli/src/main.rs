//! The `phuluc` command: reads task appendices, writes their records.
//!
//! Only this crate touches files and prints; what it decides itself is names and exit codes.

mod args;
mod colour;
mod commands;
mod exit;
mod input;
mod only;
mod options;
mod output;
mod panic;
mod plan;
mod reading;
mod report;
mod tell;

use std::process::ExitCode;

use clap::Parser as _;

use crate::args::{Args, Command};
use crate::exit::{Exit, Failure};

fn main() -> ExitCode {
    let args = Args::parse();
    match panic::said_last(|| run(&args)) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            report::error(&failure);
            failure.exit().into()
        }
    }
}

fn run(args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::Convert(convert) => commands::convert::run(convert),
        Command::Diff(diff) => commands::diff::run(diff),
        Command::Check(check) => commands::check::run(check),
        Command::Inspect(inspect) => commands::inspect::run(inspect),
        Command::Completions(args) => commands::shell::completions(args.shell),
        Command::Manual(manual) => commands::shell::manual(manual),
    }
}
