//! Bytes to a medium: pages, lines or cells. This is the only step that can fail.

mod aligned;
mod delimited;
mod text;
mod unicode;

use std::borrow::Cow;

use phuluc_model::{Code, Diagnostic, Place};
use phuluc_page::deadline::Deadline;
use phuluc_page::error::Error;
use phuluc_page::form::Form;
use phuluc_page::medium::{Flow, Grid, Medium, Pages};
use phuluc_page::options::Options;
use phuluc_page::page::Page;

/// The header of a PDF may be this far into the file, because mail programs put lines before it.
const PDF_HEADER_WITHIN: usize = 1024;

/// Reads an input; its kind is found from its content. Each page goes to `each` as soon as it is
/// read, so that not all pages are in memory; an error may follow.
pub(crate) fn input(
    bytes: &[u8],
    options: &Options,
    deadline: &Deadline<'_>,
    each: &mut dyn FnMut(Page),
) -> Result<Medium, Error> {
    let limits = deadline.limits;
    if bytes.len() > limits.max_bytes {
        return Err(Error::TooManyBytes { found: bytes.len(), limit: limits.max_bytes });
    }
    if is_pdf(bytes) {
        return phuluc_pdf::read(bytes, options, deadline, each).map(Medium::Pages);
    }
    let text::InputText { text, diagnostics } = text::decode(bytes)?;
    if aligned::is_aligned(&text) {
        aligned::pages(&text, deadline)?.into_iter().for_each(each);
        let diagnostic = Diagnostic::new(Code::ColumnsBySpaces).at(Place::START);
        let diagnostics = [diagnostics, vec![diagnostic]].concat();
        return Ok(Medium::Pages(Pages { form: Form::Aligned, diagnostics }));
    }
    let lines = text::lines(&text, deadline)?;
    if let Some((form, records)) = delimited::records(&text, deadline)? {
        let diagnostics = [diagnostics, delimited::ragged(&records, &deadline.labels)].concat();
        return Ok(Medium::Grid(Grid { form, records, diagnostics }));
    }
    if lines.is_empty() {
        Err(Error::Empty)
    } else {
        Ok(Medium::Flow(Flow { form: Form::of_flattened(&text), lines, diagnostics }))
    }
}

/// The text that [`input`] takes lines from; `None` if the bytes are not text.
pub(crate) fn source(bytes: &[u8]) -> Option<Cow<'_, str>> {
    text::decode(bytes).ok().map(|decoded| decoded.text)
}

fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..PDF_HEADER_WITHIN).unwrap_or(bytes);
    bytes.starts_with(b"%PDF-")
        || (head.windows(5).any(|window| window == b"%PDF-") && unicode::text(bytes).is_err())
}
