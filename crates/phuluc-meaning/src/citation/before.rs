//! The words in front of a reference: its kind, and `số`.

use std::sync::LazyLock;

use super::numbered;
use super::organ;
use phuluc_language::{document_kinds, fold};

/// What the words in front say.
pub(super) struct Before {
    /// The kind of document.
    pub(super) kind: Option<&'static str>,
    /// Whether `số` or a kind announces a reference.
    pub(super) announces: bool,
    /// Whether another word stands in front that could be the kind: `Thư số 12/BGDĐT-VP`.
    pub(super) has_noun: bool,
    /// Whether something else is numbered (`Mẫu số 01/TTHC`), or the number has lost its first
    /// figures to a space (`số 4 7/2020/NĐ-CP`).
    pub(super) refuses: bool,
}

/// Kinds that are known by a number that is not theirs: `dự án 1719/CTMTQG`.
const PROGRAMMES: [&str; 3] = ["Dự án", "Đề án", "Chương trình"];

/// How many words of the text in front are looked at: `Chương trình phối hợp liên tịch số :`.
const REACH: usize = 8;

/// Words for kinds as keys, the longest first, so that `Văn bản hợp nhất` is not `Văn bản`.
static WORDS: LazyLock<Vec<(String, &'static str)>> = LazyLock::new(|| {
    let kinds = document_kinds::all().iter().map(|kind| kind.words);
    let mut words: Vec<_> = kinds.map(|words| (fold::key(words), words)).collect();
    words.sort_by(|one, other| other.0.len().cmp(&one.0.len()).then(one.0.cmp(&other.0)));
    words
});

/// Reads the text up to a reference, but not what an earlier reference has told.
pub(super) fn read(passed: &str) -> Before {
    let mut words: Vec<&str> = passed.split_whitespace().rev().take(REACH).collect();
    words.reverse();
    let stray = words.last().is_some_and(|word| word.chars().all(|char| char.is_ascii_digit()));
    if stray {
        words.pop();
    }
    let whole = words.join(" ");
    let whole = whole.trim_end_matches([':', '.', ' ']);
    let front = without_number_word(whole);
    let kind = ending_kind(&fold::key(front)).or_else(|| abbreviated_kind(front));
    let numbered = front.len() < whole.len();
    // `Số` begins a line of its own, so the words in front say nothing of it.
    let noun = if whole.ends_with("Số") { "" } else { front };
    let announces = (numbered && !numbered::is_compound(front))
        || kind.is_some_and(|kind| numbered || !PROGRAMMES.contains(&kind));
    Before {
        kind: kind.filter(|_| !stray),
        announces,
        has_noun: kind.is_none() && numbered::has_noun(noun),
        refuses: (stray && (numbered || kind.is_some()))
            || (kind.is_none() && numbered::numbers_another(noun)),
    }
}

/// The words in front of `số`.
fn without_number_word(words: &str) -> &str {
    let end = ["số", "Số", "SỐ"].into_iter().find_map(|end| words.strip_suffix(end));
    end.unwrap_or(words).trim_end()
}

/// `CV 1152/TDKT-CL`: the kind in its abbreviation.
fn abbreviated_kind(front: &str) -> Option<&'static str> {
    let last = front.split(' ').next_back().filter(|last| last.chars().count() > 1)?;
    organ::kind(last)
}

/// Words that end like a kind and are none.
const NO_KINDS: [&str; 3] = ["pháp luật", "kỷ luật", "mệnh lệnh"];

fn ending_kind(front: &str) -> Option<&'static str> {
    let ends = |key: &str| {
        front.strip_suffix(key).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    if NO_KINDS.into_iter().any(ends) {
        return None;
    }
    WORDS.iter().find(|(key, _)| ends(key)).map(|(_, words)| *words)
}

/// The words for a kind by themselves.
pub(super) fn kind(words: &str) -> Option<&'static str> {
    WORDS.iter().map(|(_, known)| *known).find(|known| *known == words)
}

/// Whether the text does no more than to join two references: `, số`, `và`.
pub(super) fn only_joins(passed: &str) -> bool {
    passed
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| matches!(fold::key(word).as_str(), "và" | "số" | "hoặc"))
}
