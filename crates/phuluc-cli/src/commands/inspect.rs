//! `phuluc inspect`: shows what a stage of the reader saw.

use phuluc::visible_lines;

use crate::args::InspectArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{Input, InputError};
use crate::options::options;
use crate::output;

pub(crate) fn run(args: &InspectArgs) -> Result<Exit, Failure> {
    let options = options(&args.reading)?;
    let input = Input::new(&args.input);
    let bytes = input.read(options.limits.max_bytes)?;
    let seen = match args.svg {
        Some(page) => phuluc::picture(&bytes, &options, page),
        None => phuluc::inspect(&bytes, &options, args.stage),
    };
    let seen = seen.map_err(|source| InputError::Parse { name: input.label(), source })?;
    output::print(visible_lines(&seen).as_bytes())?;
    Ok(Exit::Complete)
}
