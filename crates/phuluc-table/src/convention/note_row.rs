//! Notes inside or below a table: `Ghi chú: Các đơn vị gửi báo cáo …`.

use phuluc_language::fold::is_plain;
use phuluc_language::furniture::{FurnitureUse, phrases};
use phuluc_page::line::Word;

/// Whether words open a note and say something after it: a label `Ghi chú` alone is none.
pub(crate) fn opens_note(words: &[Word]) -> bool {
    let opens = |(word, key): (&Word, &str)| is_plain(word.text.trim_end_matches(':'), key);
    let is_opened = |note: &&str| words.len() > 1 && words.iter().zip(note.split(' ')).all(opens);
    phrases(FurnitureUse::Note).iter().any(is_opened)
}
