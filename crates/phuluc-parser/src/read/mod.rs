//! Bytes to lines: the only step that can fail.

mod text;

use crate::error::Error;
use crate::options::Limits;
use crate::page::Line;

/// Reads an input to its lines.
pub(crate) fn lines(bytes: &[u8], limits: &Limits) -> Result<Vec<Line>, Error> {
    if bytes.len() > limits.max_bytes {
        return Err(Error::TooManyBytes { found: bytes.len(), limit: limits.max_bytes });
    }
    if bytes.starts_with(b"%PDF-") {
        return Err(Error::Pdf);
    }
    let lines = text::lines(&text::decode(bytes)?, limits)?;
    if lines.is_empty() { Err(Error::Empty) } else { Ok(lines) }
}
