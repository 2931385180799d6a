//! Small words after which a text cannot end, each reader with its own choice of them.

use crate::lexicon::{Kinds, Lexicon, WordKind, head_key};

const OPEN: Kinds = Kinds::of(&[WordKind::Open]);
const OPEN_SMALL: Kinds = Kinds::of(&[WordKind::OpenSmall]);
const OPEN_CAPITAL: Kinds = Kinds::of(&[WordKind::OpenCapital]);
const OPEN_AT_PAGE: Kinds = Kinds::of(&[WordKind::OpenAtPage]);
const GRAMMAR: Kinds = Kinds::of(&[WordKind::Grammar]);

/// Whether another word has to follow a word.
#[must_use]
pub fn asks_for_more(word: &str) -> bool {
    is_connective(&head_key(word), word.chars().next().unwrap_or(' '))
}

/// Whether another word has to follow a word with this [`head_key`] and this first letter.
#[must_use]
pub fn is_connective(head: &str, first: char) -> bool {
    let kinds = match first {
        _ if first.is_lowercase() => OPEN.and(OPEN_SMALL),
        _ if first.is_uppercase() => OPEN.and(OPEN_CAPITAL),
        _ => OPEN,
    };
    Lexicon::built_in().holds(kinds, head)
}

/// Whether a word in small letters cannot end a cell at the end of a page.
#[must_use]
pub fn is_open_at_page(small: &str) -> bool {
    Lexicon::built_in().holds(OPEN_AT_PAGE, small)
}

/// Whether a word in small letters is one of grammar or of counting.
#[must_use]
pub fn is_grammar(small: &str) -> bool {
    Lexicon::built_in().holds(GRAMMAR, small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_words_ask_for_more_by_their_case() {
        assert!(asks_for_more("và") && asks_for_more("Và"));
        assert!(asks_for_more("thành") && !asks_for_more("Thành"));
        assert!(asks_for_more("Năm") && !asks_for_more("năm"));
        assert!(asks_for_more("Quý") && !asks_for_more("quý"));
    }

    #[test]
    fn each_reader_has_its_own_words() {
        assert!(is_open_at_page("hoặc") && !is_open_at_page("để"));
        assert!(is_grammar("rằng") && !is_grammar("để") && !is_grammar("từ"));
    }
}
