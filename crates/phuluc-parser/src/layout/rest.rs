//! Whether the first row of a page is the rest of the row that the page before cut.

use phuluc_model::Role;
use phuluc_model::ordinal::Ordinal;

use crate::lexicon::Opens;
use crate::page::Word;

/// What the first row of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
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

/// A verdict no further from the border than this is doubtful.
const DOUBT: i32 = 1;

/// Judges the first row of a page by its cells and those of the row above, column by column.
///
/// A row with a number of its own is a row. Without one it is the rest of the row above, unless its
/// cells read like beginnings: Word leaves the number and task of a row that spans several records
/// empty on the next page (nq-like tables with two deadlines for one task).
pub(super) fn judge(above: &[&[Word]], below: &[&[Word]], roles: &[Role]) -> Rest {
    let cell = |role| {
        let column = roles.iter().position(|own| *own == role);
        column.and_then(|column| below.get(column)).copied().unwrap_or_default()
    };
    if !cell(Role::Number).is_empty() {
        return Rest::Row;
    }
    let spanned = cell(Role::Task).is_empty();
    let mut score = i32::from(roles.contains(&Role::Number));
    for ((above, below), role) in above.iter().zip(below).zip(roles) {
        let spans = spanned && matches!(role, Role::Number | Role::Task);
        score += if spans { 0 } else { goes_on(above, below, *role) };
    }
    if score > 0 {
        Rest::Part { doubtful: score <= DOUBT }
    } else if spanned {
        Rest::Record
    } else {
        Rest::Row
    }
}

/// How much the cells of a column speak for the rest of a row, or against it.
fn goes_on(above: &[Word], below: &[Word], role: Role) -> i32 {
    let (Some(last), Some(first)) = (above.last(), below.first()) else {
        // The cell ended above: it was short. A cell that begins below is odd for a rest.
        return i32::from(below.is_empty() && !above.is_empty()) - i32::from(!below.is_empty());
    };
    let low = first.text.starts_with(char::is_lowercase);
    let open = last.text.ends_with([',', '-', '/', '(', '–']);
    let ended = last.text.ends_with(['.', ';']);
    let head = Opens::at(below.iter().map(|word| word.text.as_str())).speaks_for(role);
    let item = !Ordinal::readings(&first.text).is_empty();
    let begins = !low && (head == Some(true) || item);
    2 * i32::from(low) + 2 * i32::from(open && !begins)
        - i32::from(ended && !low)
        - i32::from(begins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Gap;
    use phuluc_model::Place;

    const ROLES: [Role; 6] = [
        Role::Number,
        Role::Task,
        Role::LeadUnit,
        Role::CoordinatingUnit,
        Role::Product,
        Role::Timeframe,
    ];

    #[track_caller]
    fn check(above: [&str; 6], below: [&str; 6], expected: Rest) {
        let words = |cells: [&str; 6]| {
            cells.map(|cell| -> Vec<Word> {
                let word = |text: &str| Word {
                    text: text.to_owned(),
                    gap: Gap::Space,
                    place: Place::START,
                };
                cell.split_whitespace().map(word).collect()
            })
        };
        let (above, below) = (words(above), words(below));
        let slices = |cells: &[Vec<Word>; 6]| cells.each_ref().map(Vec::as_slice);
        let (above, below) = (slices(&above), slices(&below));
        let (above, below): (Vec<&[Word]>, Vec<&[Word]>) = (above.to_vec(), below.to_vec());
        assert_eq!(judge(&above, &below, &ROLES), expected);
    }

    #[test]
    fn a_number_makes_a_row() {
        check(
            ["3", "Rà soát", "Sở Nội vụ", "", "Báo cáo", "Quý II"],
            ["4", "quy định", "Sở Nội vụ", "", "", ""],
            Rest::Row,
        );
    }

    #[test]
    fn short_cells_that_ended_speak_for_a_rest() {
        check(
            ["3", "Rà soát các quy định", "Sở Nội vụ", "UBND xã", "Báo cáo", "Quý II"],
            ["", "Chính phủ và Bộ", "", "", "", ""],
            Rest::Part { doubtful: false },
        );
    }

    #[test]
    fn cells_that_begin_make_a_record_of_the_task_above() {
        check(
            ["17", "Thể chế hóa chủ trương", "Bộ Y tế", "Các bộ", "Báo cáo pháp luật", "Tháng 5"],
            ["", "", "Bộ Y tế", "Các bộ", "Báo cáo kết quả", "Tháng 11"],
            Rest::Record,
        );
    }
}
