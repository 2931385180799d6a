//! Whether the first row of a page is the rest of the row that the page before cut.

use phuluc_model::Role;
use phuluc_model::ordinal::Ordinal;

use crate::page_reader::cell_text::CellText;
use phuluc_language::connectives::is_open_at_page;
use phuluc_language::lexicon::Opens;

/// What the first row of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CellRest {
    /// A row of its own.
    Row,
    /// The rest of the row above.
    Part {
        /// Whether little speaks for it.
        doubtful: bool,
    },
    /// A record of its own under the number and task of the row above, which span it too.
    Record,
}

/// From this many cells on, cells that all begin like sentences are a row of their own.
const WHOLE: usize = 3;

/// Judges the first row of a page by its cells and those of the row above, column by column.
///
/// A row with a number of its own is a row. Without one it is the rest of the row above, unless its
/// cells read like beginnings: the number and task of a row that spans several records stand on the
/// page before, or go on here beside the next record.
///
/// `numberless` tells that the table has rows without numbers of their own; there, a task that begins
/// makes a row.
pub(crate) fn judge(
    above: &[&CellText],
    below: &[&CellText],
    roles: &[Role],
    numberless: bool,
) -> CellRest {
    let mut pairs = roles.iter().zip(below);
    let numbered = pairs.any(|(role, text)| *role == Role::Number && !text.cell.words.is_empty());
    if numbered {
        return CellRest::Row;
    }
    let cells = above.iter().zip(below).zip(roles);
    let values = cells.filter(|(_, role)| !matches!(role, Role::Number | Role::Task));
    let values: Vec<((&&CellText, &&CellText), &Role)> = values.collect();
    let score: i32 =
        values.iter().map(|((above, below), role)| goes_on(above, below, **role)).sum();
    let other = begins_task(above, below, roles);
    let begun = values.iter().filter(|((_, below), _)| !below.cell.words.is_empty()).count();
    if numberless && other && begun > 0 {
        return CellRest::Row;
    }
    let whole = begun >= WHOLE && !values.iter().any(|((above, below), _)| is_bound(above, below));
    match score - 2 * i32::from(whole) {
        ..0 if other => CellRest::Row,
        ..0 => CellRest::Record,
        0 => CellRest::Part { doubtful: true },
        1.. => CellRest::Part { doubtful: false },
    }
}

/// Whether the task below is another one than that above, as far as their words tell.
fn begins_task(above: &[&CellText], below: &[&CellText], roles: &[Role]) -> bool {
    let mut cells = above.iter().zip(below).zip(roles);
    let task = cells.find(|(_, role)| **role == Role::Task);
    task.is_some_and(|((above, below), role)| {
        !above.cell.words.is_empty()
            && !below.cell.words.is_empty()
            && goes_on(above, below, *role) <= 0
    })
}

/// How much the cells of a column speak for the rest of a row, or against it.
fn goes_on(above: &CellText, below: &CellText, role: Role) -> i32 {
    let (Some(last), Some(first)) = (above.cell.words.last(), below.cell.words.first()) else {
        // A cell that ended above was short. One that begins below is odd for a rest.
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

/// Whether the words at the border of the pages belong together.
pub(crate) fn is_bound(above: &CellText, below: &CellText) -> bool {
    let low = |text: &str| text.starts_with(char::is_lowercase);
    let opens_low = below.cell.words.first().is_some_and(|word| low(&word.text));
    let opens = !below.cell.words.is_empty();
    opens_low || (opens && above.cell.words.last().is_some_and(|word| is_open(&word.text)))
}

/// Whether a text cannot end with the word.
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
    fn check(above: [&str; 6], below: [&str; 6], expected: CellRest) {
        let words = |cells: [&str; 6]| {
            cells.map(|cell| -> Vec<Word> {
                let word =
                    |text: &str| Word { text: text.into(), gap: Gap::Space, place: Place::START };
                cell.split_whitespace().map(word).collect()
            })
        };
        let texts = |cells: [&str; 6]| words(cells).map(CellText::of);
        let (above, below) = (texts(above), texts(below));
        assert_eq!(judge(&above.each_ref(), &below.each_ref(), &ROLES, false), expected);
    }

    #[test]
    fn a_number_makes_a_row() {
        check(
            ["3", "Rà soát", "Sở Nội vụ", "", "Báo cáo", "Quý II"],
            ["4", "quy định", "Sở Nội vụ", "", "", ""],
            CellRest::Row,
        );
    }

    #[test]
    fn short_cells_that_ended_speak_for_a_rest() {
        check(
            ["3", "Rà soát các quy định", "Sở Nội vụ", "UBND xã", "Báo cáo", "Quý II"],
            ["", "Chính phủ và Bộ", "", "", "", ""],
            CellRest::Part { doubtful: false },
        );
    }

    #[test]
    fn a_task_may_go_on_beside_the_next_record() {
        check(
            ["25", "Nghiên cứu, đề xuất công tác", "Bộ Tài chính", "", "", "Năm 2025"],
            ["", "kiểm soát thủ tục", "Bộ Y tế", "Bộ Công an", "", "Quý I năm 2028"],
            CellRest::Record,
        );
    }

    #[test]
    fn cells_that_begin_make_a_record_of_the_task_above() {
        check(
            ["17", "Thể chế hóa chủ trương", "Bộ Y tế", "Các bộ", "Báo cáo pháp luật", "Tháng 5"],
            ["", "", "Bộ Y tế", "Các bộ", "Báo cáo kết quả", "Tháng 11"],
            CellRest::Record,
        );
    }
}
