//! Letters that are not what they look like, and marks in the wrong order.

use phuluc_model::Code;

use crate::doubt::finding::Suspicion;
use crate::doubt::repair::Stranger;
use crate::doubt::words::{TextWord, TextWords};

/// Letters of other alphabets, each once for the text: who types one types it throughout.
pub(super) fn strangers(words: &TextWords) -> Vec<Suspicion> {
    let mut seen: Vec<(&Stranger, &TextWord, usize)> = Vec::new();
    for word in words.indices().filter_map(|index| words.get(index)) {
        let strangers = &word.repair.strangers;
        for (place, stranger) in strangers.iter().enumerate() {
            if strangers.iter().take(place).any(|other| other == stranger) {
                continue;
            }
            match seen.iter_mut().find(|(other, ..)| *other == stranger) {
                Some((_, _, more)) => *more += 1,
                None => seen.push((stranger, word, 0)),
            }
        }
    }
    seen.into_iter().map(|(stranger, word, more)| finding(stranger, word, more)).collect()
}

/// The letter in its first word, and in how many more.
fn finding(stranger: &Stranger, word: &TextWord, more: usize) -> Suspicion {
    let codes: Vec<_> =
        stranger.letter.chars().map(|char| format!("U+{:04X}", u32::from(char))).collect();
    let others = match more {
        0 => String::new(),
        1 => " and one more word".to_owned(),
        _ => format!(" and {more} more words"),
    };
    let (letter, meant) = (&stranger.letter, stranger.meant);
    let message =
        format!("«{letter}» ({}) stands for «{meant}» in «{}»{others}", codes.join(" "), word.raw);
    repaired(Code::LookalikeLetter, message, word)
}

/// A word whose marks are in the wrong order.
pub(super) fn disorder(word: &TextWord) -> Option<Suspicion> {
    if !word.repair.is_disordered {
        return None;
    }
    let message = format!("a mark of tone in «{}» stands before the mark of its vowel", word.raw);
    Some(repaired(Code::ToneOrder, message, word))
}

fn repaired(code: Code, message: String, word: &TextWord) -> Suspicion {
    Suspicion {
        code,
        message,
        start: word.start,
        found: word.raw.to_owned(),
        suggestion: Some(word.repair.text.to_string()),
    }
}
