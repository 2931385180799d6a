//! Words that number other things than documents: `Mẫu số 01/TTHC`, `Gói thầu số 05/XL`.

use phuluc_language::lexicon::{Kinds, WordKind, head_key, head_length};

const NUMBERED_THING: Kinds = Kinds::of(&[WordKind::NumberedThing]);
const NAMED_THING: Kinds = Kinds::of(&[WordKind::NamedThing]);
const LONGER_WORD: Kinds = Kinds::of(&[WordKind::LongerWord]);
const LINK: Kinds = Kinds::of(&[WordKind::ReferenceLink]);
const NUMBER_COMPOUND: Kinds = Kinds::of(&[WordKind::NumberCompound]);

/// How many words a name adds to its thing: `Sổ theo dõi`.
const MOST_ADDED: usize = 2;

/// Whether the words in front of `số` end with a thing that is no document.
pub(super) fn numbers_another(front: &str) -> bool {
    let words = last_words(front);
    (0..words.len()).any(|start| {
        let behind = words.get(start..).unwrap_or_default();
        is_thing(behind) && !is_other_word(&words, start)
    })
}

/// Whether `số` behind these words is the end of another word.
pub(super) fn is_compound(front: &str) -> bool {
    last_words(front).last().is_some_and(|last| head_length(NUMBER_COMPOUND, &[last]) > 0)
}

/// Whether a word stands in front that could say what is numbered.
pub(super) fn has_noun(front: &str) -> bool {
    last_words(front).last().is_some_and(|last| head_length(LINK, &[last]) == 0)
}

/// Whether the words are a thing, or one with the words that its name adds.
fn is_thing(words: &[&str]) -> bool {
    let whole = head_length(NUMBERED_THING, words).max(head_length(NAMED_THING, words));
    let named = head_length(NAMED_THING, words);
    let added = words.get(named..).unwrap_or_default();
    (whole > 0 && whole == words.len())
        || (named > 0
            && added.len() <= MOST_ADDED
            && added.iter().all(|word| word.starts_with(char::is_lowercase))
            && added.last().is_some_and(|last| head_length(LINK, &[last]) == 0))
}

/// Whether the word at a place is a syllable of another word.
fn is_other_word(words: &[&str], start: usize) -> bool {
    let at =
        |place: usize| words.get(place..).is_some_and(|words| head_length(LONGER_WORD, words) > 0);
    at(start) || start.checked_sub(1).is_some_and(at)
}

/// The last words that no mark parts from the reference.
fn last_words(front: &str) -> Vec<&str> {
    let mut words: Vec<&str> = front
        .split_whitespace()
        .rev()
        .take(MOST_ADDED + 3)
        .take_while(|word| word.ends_with(char::is_alphanumeric))
        .collect();
    words.reverse();
    words.into_iter().filter(|word| !head_key(word).is_empty()).collect()
}
