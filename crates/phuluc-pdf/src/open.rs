//! Opens a PDF with an engine, after the cost of opening was counted.

use phuluc_page::error::Error;
use phuluc_page::options::{Engine, Options};

use crate::engine::Draw;
use crate::engine::hayro::Hayro;
#[cfg(feature = "pdf-extract")]
use crate::engine::pdf_extract::PdfExtract;
use crate::guard::opening_cost;

/// Opens the PDF; an error if a limit is passed, the password is wrong or the file cannot be opened.
pub(crate) fn opened(
    bytes: &[u8],
    options: &Options,
    engine: Engine,
) -> Result<Box<dyn Draw>, Error> {
    let password = options.password.as_deref().unwrap_or_default();
    opening_cost::check(bytes, password, &options.limits)?;
    let pdf: Box<dyn Draw> = match engine {
        Engine::Hayro => Box::new(Hayro::open(bytes, password)?),
        #[cfg(feature = "pdf-extract")]
        Engine::PdfExtract => Box::new(PdfExtract::open(bytes, password)?),
        _ => {
            return Err(Error::Engine { engine, reason: "this build is without it".to_owned() });
        }
    };
    let limit = options.limits.max_pages;
    if pdf.pages() > limit {
        return Err(Error::TooManyPages { found: pdf.pages(), limit });
    }
    Ok(pdf)
}
