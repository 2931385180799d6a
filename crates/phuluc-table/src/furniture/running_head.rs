//! Running heads of flattened text.

use std::collections::BTreeMap;

use phuluc_language::fold::plain;
use phuluc_page::line::{Gap, Line};

/// This many empty lines may be the end of a page (Tika writes three).
const PAGE_GAP: u32 = 3;

/// Which lines are running heads: repeated lines with a number that grows by one, such as `CÔNG
/// BÁO/Số 259/Ngày 30-04-2026 58`, at the top of pages or, if the text shows no pages, far from
/// each other. The number may be on the next line.
pub(crate) fn running_heads(lines: &[Line]) -> Vec<bool> {
    let mut groups: BTreeMap<String, Vec<(usize, u64)>> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.words.len() > 1) {
        if let Some((skeleton, number)) = skeleton(line, lines.get(index + 1)) {
            groups.entry(skeleton).or_default().push((index, number));
        }
    }
    let mut heads = vec![false; lines.len()];
    for group in groups.values() {
        let top = |index: usize| lines.get(index).is_some_and(|line| is_page_top(line, index));
        let tops: Vec<(usize, u64)> = group.iter().copied().filter(|(at, _)| top(*at)).collect();
        let group = if counts_pages(&tops) { &tops } else { group };
        if counts_pages(group) && (group.len() == tops.len() || are_far_apart(group)) {
            for (index, _) in group {
                if let Some(head) = heads.get_mut(*index) {
                    *head = true;
                }
            }
        }
    }
    heads
}

/// Whether there are enough lines and they are so far apart that each must be on its own page.
fn are_far_apart(group: &[(usize, u64)]) -> bool {
    let mut pairs = group.iter().zip(group.iter().skip(1));
    group.len() >= MIN_PAGES && pairs.all(|((before, _), (after, _))| after - before >= MIN_LINES)
}

/// Fewer lines are too few samples of a running head, if the text shows no pages.
const MIN_PAGES: usize = 3;

/// A page has at least this many lines.
const MIN_LINES: usize = 12;

fn is_page_top(line: &Line, index: usize) -> bool {
    index == 0 || line.page_mark || line.blanks_above >= PAGE_GAP
}

/// Whether a text without form feeds shows a page end above the line: empty lines without spaces.
/// (An empty cell is a line with spaces.)
pub(crate) fn is_below_page_gap(line: &Line) -> bool {
    let hollow = line.words.first().is_some_and(|word| word.gap == Gap::Hollow);
    line.blanks_above >= PAGE_GAP && !hollow
}

fn counts_pages(group: &[(usize, u64)]) -> bool {
    let mut pairs = group.iter().zip(group.iter().skip(1));
    group.len() > 1 && pairs.all(|((_, before), (_, after))| *after == before + 1)
}

/// The line without its page number, which is its first or its last word, or all of the next line.
fn skeleton(line: &Line, next: Option<&Line>) -> Option<(String, u64)> {
    let number = |word: &str| word.parse::<u64>().ok();
    let (first, last) = (line.words.first()?, line.words.last()?);
    let below = next.filter(|next| next.words.len() == 1).and_then(|next| number(next.first()));
    let (number, rest) = match (number(&last.text), number(&first.text), below) {
        (Some(number), ..) => (number, line.words.split_last()?.1),
        (None, Some(number), _) => (number, line.words.split_first()?.1),
        (None, None, Some(number)) => (number, line.words.as_slice()),
        (None, None, None) => return None,
    };
    let rest: Vec<String> = rest.iter().map(|word| plain(&word.text)).collect();
    Some((rest.join(" "), number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_model::Place;
    use phuluc_page::line::Word;

    /// Each line of the text is a line of the input; a form feed opens a page.
    #[track_caller]
    fn check(text: &str, expected: &[usize]) {
        let word = |text: &str| Word {
            text: text.into(),
            gap: Gap::Space,
            place: Place::START,
            pieces: 1,
        };
        let line = |text: &str| Line {
            words: text.trim_start_matches('\u{C}').split(' ').map(word).collect(),
            blanks_above: 0,
            page_mark: text.starts_with('\u{C}'),
        };
        let lines: Vec<Line> = text.lines().map(line).collect();
        let heads = running_heads(&lines);
        let found: Vec<usize> = (0..heads.len()).filter(|index| heads[*index]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_number_may_stand_on_the_next_line() {
        check("CÔNG BÁO/Số 9/Ngày 02-3\n78\nx\ny\n\u{C}CÔNG BÁO/Số 9/Ngày 02-3\n79\nz", &[0, 4]);
    }

    #[test]
    fn heads_are_far_apart_if_nothing_shows_pages() {
        let page = |number: u32| format!("CÔNG BÁO/Số 9 {number}\n{}", "dòng chữ\n".repeat(15));
        check(&format!("{}{}{}", page(7), page(8), page(9)), &[0, 16, 32]);
        check("Năm 2026\nx\nNăm 2027\ny\nNăm 2028", &[]);
    }
}
