//! What the stages of reading saw, for a person who looks for a fault.

use phuluc_convert::json;
use phuluc_parser::{Options, Stage};

use crate::error::Error;
use crate::reading::saved;

/// What a stage saw of an input, as text for a person: one line a thing, in the order of the input.
///
/// A `phuluc/document` has the stages [`Stage::Records`] and [`Stage::Meaning`]; the others were gone when it
/// was written, and asking for them is an error.
pub fn inspect(bytes: &[u8], options: &Options, stage: Stage) -> Result<String, Error> {
    if json::is_json(bytes) {
        let saved = saved(bytes, options)?;
        let seen = phuluc_parser::inspect_document(&saved.document, stage);
        return seen.ok_or(Error::NoStage(stage));
    }
    Ok(phuluc_parser::inspect(bytes, options, stage)?)
}

/// A page of a PDF as an SVG: the boxes of its letters, the rules, and over them the cells and the row
/// numbers of its tables. One unit is a point. No other input has such pages.
pub fn picture(bytes: &[u8], options: &Options, page: u32) -> Result<String, Error> {
    if json::is_json(bytes) {
        return Err(phuluc_parser::Error::NoSuchPage { page }.into());
    }
    Ok(phuluc_parser::picture(bytes, options, page)?)
}
