//! Writes the text of a PDF as the crate `pdf-extract` gives it.
//!
//! `cargo run --release -p phuluc-tests --example extract_text -- FILE.pdf FILE.txt`

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = std::env::args_os().skip(1);
    let (Some(pdf), Some(text)) = (paths.next(), paths.next()) else {
        return Err("usage: extract_text FILE.pdf FILE.txt".into());
    };
    std::fs::write(text, pdf_extract::extract_text(pdf)?)?;
    Ok(())
}
