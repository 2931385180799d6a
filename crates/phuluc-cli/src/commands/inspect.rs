//! `phuluc inspect`: shows what a stage of the reader saw.

use crate::args::Inspect;
use crate::exit::{Exit, Failure};
use crate::input::{Error, Input};
use crate::options::options;
use crate::output;
use crate::report::visible_lines;

pub(crate) fn run(args: &Inspect) -> Result<Exit, Failure> {
    let options = options(&args.reading)?;
    let input = Input::new(&args.input);
    let bytes = input.read(options.limits.max_bytes)?;
    let seen = match args.svg {
        Some(page) => phuluc_parser::picture(&bytes, &options, page),
        None => phuluc_parser::inspect(&bytes, &options, args.stage),
    };
    let seen = seen.map_err(|source| Error::Parse { name: input.label(), source })?;
    output::print(visible_lines(&seen).as_bytes())?;
    Ok(Exit::Complete)
}
