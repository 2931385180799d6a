//! Joins words to text: single spaces, no space in a symbol that a line end cut, paragraphs kept.

use phuluc_model::Text;

use phuluc_page::line::Word;

/// The text of the words; `None` without words. `paragraphs` are the words that open a paragraph,
/// in ascending order.
pub fn text(words: &[Word], paragraphs: &[usize]) -> Option<Text> {
    let (first, rest) = words.split_first()?;
    let mut value = String::with_capacity(words.iter().map(|word| word.text.len() + 1).sum());
    value.push_str(&first.text);
    let mut text = Text::new(value, first.place);
    let mut before = first;
    let mut paragraphs = paragraphs.iter().copied().skip_while(|at| *at == 0).peekable();
    for (index, word) in rest.iter().enumerate() {
        let space = if paragraphs.next_if_eq(&(index + 1)).is_some() {
            "\n"
        } else if is_broken_symbol(before, word) {
            ""
        } else {
            " "
        };
        text.value.push_str(space);
        text.push(&word.text, word.place);
        before = word;
    }
    Some(text)
}

/// Whether a line end cut a symbol: `3815/KH-` over `UBND`, `119/2026/` over `UBTVQH15`.
fn is_broken_symbol(before: &Word, word: &Word) -> bool {
    if !word.gap.opens_line() {
        return false;
    }
    let opens = word.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let has_figure = before.text.contains(|c: char| c.is_ascii_digit());
    let body = before.text.trim_end_matches(['-', '/']);
    let symbol = body.contains(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let ends = before.text.ends_with('-') || (before.text.ends_with('/') && has_figure);
    opens && ends && symbol && before.text.len() == body.len() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_model::Place;
    use phuluc_page::line::Gap;

    /// `|` is the end of a line.
    #[track_caller]
    fn check(words: &str, expected: &str) {
        let mut gap = Gap::Line;
        let mut list = Vec::new();
        for piece in words.split(' ') {
            if piece == "|" {
                gap = Gap::Line;
            } else {
                list.push(Word { text: piece.into(), gap, place: Place::START, pieces: 1 });
                gap = Gap::Space;
            }
        }
        assert_eq!(text(&list, &[]).unwrap().value, expected);
    }

    #[test]
    fn closes_up_symbols_and_nothing_else() {
        check("số 3815/KH- | UBND ngày", "số 3815/KH-UBND ngày");
        check("số 66- | NQ/TW", "số 66-NQ/TW");
        check("số 119/2026/ | UBTVQH15", "số 119/2026/UBTVQH15");
        check("trình/ | Thực hiện", "trình/ Thực hiện");
        check("kinh tế - | Xã hội", "kinh tế - Xã hội");
        check("KH- UBND", "KH- UBND");
    }
}
