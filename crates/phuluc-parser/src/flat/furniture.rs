//! What a page carries besides the text: running heads, page numbers, ornaments.

use std::collections::BTreeMap;

use crate::page::{Gap, Line};
use phuluc_meaning::fold::plain;

/// From this many empty lines on, a gap may be the end of a page (Tika leaves three).
const PAGE_GAP: u32 = 3;

/// Which lines are running heads: lines that return at the top of pages with a number that rises
/// by one, such as `CÔNG BÁO/Số 259/Ngày 30-04-2026 58`.
pub(super) fn running_heads(lines: &[Line]) -> Vec<bool> {
    let mut groups: BTreeMap<String, Vec<(usize, u64)>> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        if !is_page_top(line, index) || line.words.len() < 2 {
            continue;
        }
        if let Some((skeleton, number)) = skeleton(line) {
            groups.entry(skeleton).or_default().push((index, number));
        }
    }
    let mut heads = vec![false; lines.len()];
    for group in groups.values().filter(|group| counts_pages(group)) {
        for (index, _) in group {
            if let Some(head) = heads.get_mut(*index) {
                *head = true;
            }
        }
    }
    heads
}

fn is_page_top(line: &Line, index: usize) -> bool {
    index == 0 || line.page_mark || line.blanks_above >= PAGE_GAP
}

/// Whether a text without form feeds shows the end of a page above the line: by empty lines, of
/// which none holds spaces, as an empty cell has them.
pub(super) fn is_below_page_gap(line: &Line) -> bool {
    let hollow = line.words.first().is_some_and(|word| word.gap == Gap::Hollow);
    line.blanks_above >= PAGE_GAP && !hollow
}

fn counts_pages(group: &[(usize, u64)]) -> bool {
    let mut pairs = group.iter().zip(group.iter().skip(1));
    group.len() > 1 && pairs.all(|((_, before), (_, after))| *after == before + 1)
}

/// The line without its page number, which is its first or its last word.
fn skeleton(line: &Line) -> Option<(String, u64)> {
    let number = |word: &str| word.parse::<u64>().ok();
    let (first, last) = (line.words.first()?, line.words.last()?);
    let (number, rest) = match (number(&last.text), number(&first.text)) {
        (Some(number), _) => (number, line.words.split_last()?.1),
        (None, Some(number)) => (number, line.words.split_first()?.1),
        (None, None) => return None,
    };
    let rest: Vec<String> = rest.iter().map(|word| plain(&word.text)).collect();
    Some((rest.join(" "), number))
}
