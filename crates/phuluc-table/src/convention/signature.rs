//! The signature block below a table: `Nơi nhận:`, `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`.

use phuluc_language::fold::plain;
use phuluc_language::furniture::{FurnitureUse, phrases};
use phuluc_page::line::Line;

/// Whether the line opens a signature block.
pub(crate) fn is_signature(line: &Line) -> bool {
    let text = plain(&line.text());
    let first = line.first();
    phrases(FurnitureUse::SignatureStart).iter().any(|words| text.starts_with(words))
        || phrases(FurnitureUse::SignatureLine).contains(&text.as_str())
        || (phrases(FurnitureUse::SignatureWord).contains(&first) && line.words.len() > 1)
        || is_post(line)
}

/// Whether the line is only the office of the signer, in capitals.
fn is_post(line: &Line) -> bool {
    phrases(FurnitureUse::SignaturePost).contains(&line.text().as_str())
}
