//! Whether the first row of a page continues the last row of the page before.

use phuluc_model::Role;
use phuluc_model::ordinal::Ordinal;

use crate::page_reader::cell_text::CellText;
use phuluc_language::connectives::is_open_at_page;
use phuluc_language::lexicon::Opens;

/// What the first row of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowStart {
    /// A row of its own.
    Row,
    /// The continuation of the row above.
    Continuation {
        /// Whether the evidence for it is weak.
        doubtful: bool,
    },
    /// A record of its own; the number and task of the row above span it too.
    Record,
}

/// If at least this many cells all begin like sentences, they are a row of their own.
const WHOLE: usize = 3;

/// Decides what the first row of a page is, from its cells and those of the row above, column by
/// column.
///
/// A row with its own number is a row. Without a number it continues the row above, unless its
/// cells read like beginnings: then number and task span several records, and are on the page
/// before or continue here beside the next record.
///
/// `numberless` says that the table has rows without their own numbers; there a task that begins is a
/// new row.
pub(crate) fn judge(
    above: &[&CellText],
    below: &[&CellText],
    roles: &[Role],
    numberless: bool,
) -> RowStart {
    let mut pairs = roles.iter().zip(below);
    let numbered = pairs.any(|(role, text)| *role == Role::Number && !text.cell.words.is_empty());
    if numbered {
        return RowStart::Row;
    }
    let cells = above.iter().zip(below).zip(roles);
    let values = cells.filter(|(_, role)| !matches!(role, Role::Number | Role::Task));
    let values: Vec<((&&CellText, &&CellText), &Role)> = values.collect();
    let score: i32 =
        values.iter().map(|((above, below), role)| continues(above, below, **role)).sum();
    let other = begins_task(above, below, roles);
    let begun = values.iter().filter(|((_, below), _)| !below.cell.words.is_empty()).count();
    if numberless && other && begun > 0 {
        return RowStart::Row;
    }
    let whole = begun >= WHOLE && !values.iter().any(|((above, below), _)| is_bound(above, below));
    match score - 2 * i32::from(whole) {
        ..0 if other => RowStart::Row,
        ..0 => RowStart::Record,
        0 => RowStart::Continuation { doubtful: true },
        1.. => RowStart::Continuation { doubtful: false },
    }
}

/// Whether the words show that the task below is not the task above.
fn begins_task(above: &[&CellText], below: &[&CellText], roles: &[Role]) -> bool {
    let mut cells = above.iter().zip(below).zip(roles);
    let task = cells.find(|(_, role)| **role == Role::Task);
    task.is_some_and(|((above, below), role)| {
        !above.cell.words.is_empty()
            && !below.cell.words.is_empty()
            && continues(above, below, *role) <= 0
    })
}

/// Evidence of one column that the row continues: positive for it, negative against it.
fn continues(above: &CellText, below: &CellText, role: Role) -> i32 {
    let (Some(last), Some(first)) = (above.cell.words.last(), below.cell.words.first()) else {
        // A cell that ended above was short. A cell that begins below hardly continues.
        let (ended, begins) = (!above.cell.words.is_empty(), !below.cell.words.is_empty());
        return i32::from(ended) - i32::from(begins);
    };
    if is_bound(above, below) {
        return 2;
    }
    let words = below.cell.words.iter().map(|word| word.text.as_str());
    let begins = Opens::at(words).speaks_for(role) == Some(true)
        || !Ordinal::readings(&first.text).is_empty();
    let ended = last.text.ends_with(['.', ';']);
    let wrapped = if above.has_room_for(below) { -1 } else { 1 };
    wrapped - i32::from(ended) - i32::from(begins)
}

/// Whether the words before and after the page end belong together.
pub(crate) fn is_bound(above: &CellText, below: &CellText) -> bool {
    let low = |text: &str| text.starts_with(char::is_lowercase);
    let opens_low = below.cell.words.first().is_some_and(|word| low(&word.text));
    let opens = !below.cell.words.is_empty();
    opens_low || (opens && above.cell.words.last().is_some_and(|word| is_open(&word.text)))
}

/// Whether no text ends with the word: another word must follow.
pub(crate) fn is_open(last: &str) -> bool {
    last.ends_with([',', '-', '/', '(', '–']) || is_open_at_page(&last.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_model::Place;
    use phuluc_page::line::{Gap, Word};

    const ROLES: [Role; 6] = [
        Role::Number,
        Role::Task,
        Role::LeadUnit,
        Role::CoordinatingUnit,
        Role::Product,
        Role::Timeframe,
    ];

    #[track_caller]
    fn check(above: [&str; 6], below: [&str; 6], expected: RowStart) {
        let words = |cells: [&str; 6]| {
            cells.map(|cell| -> Vec<Word> {
                let word = |text: &str| Word {
                    text: text.into(),
                    gap: Gap::Space,
                    place: Place::START,
                    pieces: 1,
                };
                cell.split_whitespace().map(word).collect()
            })
        };
        let texts = |cells: [&str; 6]| words(cells).map(CellText::from_words);
        let (above, below) = (texts(above), texts(below));
        assert_eq!(judge(&above.each_ref(), &below.each_ref(), &ROLES, false), expected);
    }

    #[test]
    fn a_number_makes_a_row() {
        check(
            ["3", "Rà soát", "Sở Nội vụ", "", "Báo cáo", "Quý II"],
            ["4", "quy định", "Sở Nội vụ", "", "", ""],
            RowStart::Row,
        );
    }

    #[test]
    fn short_cells_that_ended_are_evidence_for_a_continuation() {
        check(
            ["3", "Rà soát các quy định", "Sở Nội vụ", "UBND xã", "Báo cáo", "Quý II"],
            ["", "Chính phủ và Bộ", "", "", "", ""],
            RowStart::Continuation { doubtful: false },
        );
    }

    #[test]
    fn a_task_may_continue_beside_the_next_record() {
        check(
            ["25", "Nghiên cứu, đề xuất công tác", "Bộ Tài chính", "", "", "Năm 2025"],
            ["", "kiểm soát thủ tục", "Bộ Y tế", "Bộ Công an", "", "Quý I năm 2028"],
            RowStart::Record,
        );
    }

    #[test]
    fn cells_that_begin_make_a_record_of_the_task_above() {
        check(
            ["17", "Thể chế hóa chủ trương", "Bộ Y tế", "Các bộ", "Báo cáo pháp luật", "Tháng 5"],
            ["", "", "Bộ Y tế", "Các bộ", "Báo cáo kết quả", "Tháng 11"],
            RowStart::Record,
        );
    }
}
