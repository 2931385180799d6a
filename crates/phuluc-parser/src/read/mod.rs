//! Bytes to lines or to pages: the only step that can fail.

mod aligned;
mod delimited;
pub(crate) mod pdf;
mod text;
mod unicode;

use std::borrow::Cow;

use phuluc_model::{Code, Diagnostic, Place};

pub(crate) use self::delimited::Record;

use crate::Form;
use crate::error::Error;
use crate::layout::Page;
use crate::options::Options;
use crate::page::Line;
use crate::watch::Watch;

/// An input as it was read.
#[derive(Debug)]
pub(crate) enum Input {
    /// The lines of a text.
    Lines(Flattened),
    /// The records of a text whose cells are delimited.
    Records(Delimited),
    /// Pages, which were handed over one by one.
    Pages(Pages),
}

impl Input {
    /// The form that was found.
    pub(crate) const fn form(&self) -> Form {
        match self {
            Self::Lines(Flattened { form, .. })
            | Self::Records(Delimited { form, .. })
            | Self::Pages(Pages { form, .. }) => *form,
        }
    }
}

/// The lines of a text, and what was doubted while they were read.
#[derive(Debug)]
pub(crate) struct Flattened {
    pub(crate) form: Form,
    pub(crate) lines: Vec<Line>,
    /// Their places have the line, and the first page: pages are counted later.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// The records of a delimited text, and what was doubted while they were read.
#[derive(Debug)]
pub(crate) struct Delimited {
    pub(crate) form: Form,
    pub(crate) records: Vec<Record>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// The pages of a PDF or of an aligned text, and what was lost or doubted while they were read.
#[derive(Debug)]
pub(crate) struct Pages {
    pub(crate) form: Form,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// How far into a file the header of a PDF may stand: mail programs put lines before it.
const PDF_HEADER_WITHIN: usize = 1024;

/// Reads an input; its kind is found from its content. Pages go to `each` as soon as they are read,
/// so that not all of them need be held; a failure may follow.
pub(crate) fn input(
    bytes: &[u8],
    options: &Options,
    watch: &Watch<'_>,
    each: &mut dyn FnMut(Page),
) -> Result<Input, Error> {
    let limits = watch.limits;
    if bytes.len() > limits.max_bytes {
        return Err(Error::TooManyBytes { found: bytes.len(), limit: limits.max_bytes });
    }
    if is_pdf(bytes) {
        return pdf::read(bytes, options, watch, each).map(Input::Pages);
    }
    let text::Decoded { text, diagnostics } = text::decode(bytes)?;
    if aligned::is_aligned(&text) {
        aligned::pages(&text, watch)?.into_iter().for_each(each);
        let said = Diagnostic::new(Code::ColumnsBySpaces).at(Place::START);
        let diagnostics = [diagnostics, vec![said]].concat();
        return Ok(Input::Pages(Pages { form: Form::Aligned, diagnostics }));
    }
    let lines = text::lines(&text, watch)?;
    if let Some((form, records)) = delimited::records(&text, watch)? {
        let diagnostics = [diagnostics, delimited::ragged(&records)].concat();
        return Ok(Input::Records(Delimited { form, records, diagnostics }));
    }
    if lines.is_empty() {
        Err(Error::Empty)
    } else {
        Ok(Input::Lines(Flattened { form: Form::of_flattened(&text), lines, diagnostics }))
    }
}

/// The text that [`input`] takes lines from; `None` if the bytes are no text.
pub(crate) fn source(bytes: &[u8]) -> Option<Cow<'_, str>> {
    text::decode(bytes).ok().map(|decoded| decoded.text)
}

fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..PDF_HEADER_WITHIN).unwrap_or(bytes);
    bytes.starts_with(b"%PDF-")
        || (head.windows(5).any(|window| window == b"%PDF-") && unicode::text(bytes).is_err())
}
