//! Words that number other things than documents: `Mẫu số 01/TTHC`, `Gói thầu số 05/XL`.

use std::sync::LazyLock;

use phuluc_language::lexicon::{Heads, head_key};

/// Things that are numbered with a code that looks like the symbol of a document.
const THINGS: &str = "mẫu biểu biểu|mẫu mẫu|biểu bảng|biểu lô lô|đất thửa thửa|đất nhiệm|vụ ô|đất";

/// Things whose name goes on behind the first word: `Sổ theo dõi`, `Đơn khiếu nại`.
const NAMED_THINGS: &str = "mẫu|đơn mẫu|phiếu sổ đơn hóa|đơn phiếu tờ|khai gói|thầu";

/// Words of which those are only a part.
const OTHER_WORDS: &str = "đơn|vị đơn|giá đại|biểu tiêu|biểu phát|biểu gương|mẫu mẫu|giáo";

/// Words that bring in a document, whatever stands before them.
const LINKS: &str = "theo tại của với và là ở trong có cho";

/// First syllables of words that `số` ends: `tỷ số`, `chỉ số`.
const BEFORE_NUMBER: &str = "tỷ tỉ chỉ hệ mã tham dân đa tổng thông thiểu";

static THING: LazyLock<Heads> = LazyLock::new(|| Heads::of(THINGS));
static NAMED_THING: LazyLock<Heads> = LazyLock::new(|| Heads::of(NAMED_THINGS));
static OTHER_WORD: LazyLock<Heads> = LazyLock::new(|| Heads::of(OTHER_WORDS));
static LINK: LazyLock<Heads> = LazyLock::new(|| Heads::of(LINKS));
static COMPOUND: LazyLock<Heads> = LazyLock::new(|| Heads::of(BEFORE_NUMBER));

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
    last_words(front).last().is_some_and(|last| COMPOUND.opens(&[last]))
}

/// Whether a word stands in front that could say what is numbered.
pub(super) fn has_noun(front: &str) -> bool {
    last_words(front).last().is_some_and(|last| !LINK.opens(&[last]))
}

/// Whether the words are a thing, or one with the words that its name adds.
fn is_thing(words: &[&str]) -> bool {
    let whole = THING.length(words).max(NAMED_THING.length(words));
    let named = NAMED_THING.length(words);
    let added = words.get(named..).unwrap_or_default();
    (whole > 0 && whole == words.len())
        || (named > 0
            && added.len() <= MOST_ADDED
            && added.iter().all(|word| word.starts_with(char::is_lowercase))
            && added.last().is_some_and(|last| !LINK.opens(&[last])))
}

/// Whether the word at a place is a syllable of another word.
fn is_other_word(words: &[&str], start: usize) -> bool {
    let at = |place: usize| words.get(place..).is_some_and(|words| OTHER_WORD.opens(words));
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
