//! What is around a table: letterhead, heading, ornaments.

use crate::furniture::appendix_heading::is_label;
use phuluc_language::fold::plain;
use phuluc_language::furniture::{FurnitureUse, phrases};
use phuluc_page::line::Line;

/// Headings and letterheads have at most this many lines.
pub(crate) const MAX_HEADING: usize = 16;

/// Which of the lines above a table begins its heading: the last `Phụ lục …` among them.
pub(crate) fn heading_start(lines: &[Line]) -> usize {
    lines.iter().rposition(is_label).unwrap_or_else(|| {
        let above = lines.iter().rev().take(MAX_HEADING);
        lines.len() - above.take_while(|line| is_title_like(line)).count()
    })
}

/// Whether a line may be in a heading without a label: in capitals, or in brackets.
fn is_title_like(line: &Line) -> bool {
    let text = line.text();
    !text.chars().any(char::is_lowercase) || text.starts_with('(') || text.ends_with(')')
}

/// Whether the lines above a heading are a letterhead: few, and the motto of the state among them.
pub(crate) fn is_letterhead(lines: &[Line]) -> bool {
    lines.len() <= MAX_HEADING && lines.iter().any(|line| is_state_line(&line.text()))
}

/// Whether the text is one of the two lines on the right of a letterhead.
pub(crate) fn is_state_line(text: &str) -> bool {
    let text = plain(text);
    phrases(FurnitureUse::StateLine).iter().any(|words| text.contains(words))
}

/// Whether the line is drawn, not written: `_______`, `-----`, `.....`.
pub(crate) fn is_ornament(line: &Line) -> bool {
    line.words.iter().all(|word| {
        word.text.chars().all(|c| matches!(c, '_' | '-' | '=' | '*' | '.' | '…' | '~' | '–'))
    }) && line.words.iter().map(|word| word.text.chars().count()).sum::<usize>() >= 3
}
