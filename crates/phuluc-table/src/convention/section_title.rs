//! Titles of sections inside a table: `I. CẢI CÁCH THỂ CHẾ`, or a title across the columns without
//! a number.

use phuluc_model::ordinal::{Ordinal, Scheme};

use crate::convention::note_row::opens_note;
use crate::furniture::title_above;
use phuluc_page::line::Word;

/// A text across the table with more words, or one that ends like a sentence, is a note and no
/// title.
const MAX_TITLE: usize = 40;

/// How many words number a title: `I.`, `A.`, `1.`, `Chương II`; a capital letter needs its dot.
pub(crate) fn number_words(words: &[Word]) -> usize {
    let [first, rest @ ..] = words else { return 0 };
    let named = title_above::numbers(words);
    let opens = |o: &Ordinal| o.closed && o.scheme != Scheme::Dash || o.scheme == Scheme::Roman;
    let numbered = !rest.is_empty() && Ordinal::readings(&first.text).iter().any(opens);
    if named.is_some_and(|count| count > 1) { 2 } else { usize::from(numbered) }
}

/// Whether words across the table are a title and not a note: short, and not a sentence.
pub(crate) fn is_title(words: &[Word]) -> bool {
    let ends = words.last().is_some_and(|word| word.text.ends_with(['.', ';', ')']));
    let high = words.iter().all(|word| !word.text.contains(char::is_lowercase));
    words.len() <= MAX_TITLE && (high || !ends) && !opens_note(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_model::Place;
    use phuluc_page::line::Gap;

    fn words(text: &str) -> Vec<Word> {
        let word = |text: &str| Word {
            text: text.into(),
            gap: Gap::Space,
            place: Place::START,
            pieces: 1,
        };
        text.split(' ').map(word).collect()
    }

    #[test]
    fn the_number_of_a_title_is_its_first_words() {
        for (text, count) in
            [("I. Thể chế", 1), ("Chương II TỔ CHỨC", 2), ("CẢI CÁCH", 0), ("Bố trí", 0)]
        {
            assert_eq!(number_words(&words(text)), count, "{text}");
        }
    }

    #[test]
    fn a_note_is_no_title() {
        for (text, expected) in [
            ("CẢI CÁCH THỂ CHẾ", true),
            ("Công tác chỉ đạo", true),
            ("Ghi chú: gửi trước ngày 20", false),
            ("Các đơn vị gửi báo cáo về Văn phòng.", false),
        ] {
            assert_eq!(is_title(&words(text)), expected, "{text}");
        }
    }
}
