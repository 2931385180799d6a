//! `phuluc completions` and `phuluc manual`: what a shell and `man` want to know of the command.

use clap::CommandFactory as _;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::args::{Args, Manual};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{self, OutputError};
use crate::usage::Usage;

/// The script that completes command lines in a shell.
pub(crate) fn completions(shell: Shell) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    let mut command = Args::command();
    let name = command.get_name().to_owned();
    // It cannot fail: it fills a list.
    clap_complete::generate(shell, &mut command, name, &mut script);
    output::print(&script)?;
    Ok(Exit::Complete)
}

/// The page of the whole command, or of one of its subcommands.
pub(crate) fn manual(args: &Manual) -> Result<Exit, Failure> {
    let mut command = Args::command();
    // Only what is built knows its name in full: `phuluc-convert`.
    command.build();
    if let Some(name) = &args.of {
        let found = command.find_subcommand(name).cloned();
        command = found.ok_or_else(|| Usage::NoSuchCommand { name: name.clone() })?;
    }
    let mut page = Vec::new();
    Man::new(command).render(&mut page).map_err(OutputError::Stdout)?;
    output::print(&page)?;
    Ok(Exit::Complete)
}
