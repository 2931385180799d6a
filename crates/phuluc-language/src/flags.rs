//! Phrases by which a cell says that its unit does not perform the task: `không thực hiện nội dung
//! này`, `không phải triển khai`.
//!
//! A phrase is read by a grammar of its parts, not from a list of whole phrases.

use std::sync::LazyLock;

use crate::entries::{by_use, kinds};
use crate::fold;

const TEXT: &str = include_str!("../data/flag-phrases.txt");

kinds! {
    /// The parts of a phrase, in their order.
    pub enum FlagPart {
        /// `không`.
        Opens = "opens",
        /// `phải`, `tham gia`; may be missing.
        Helps = "helps",
        /// `thực hiện`.
        Does = "does",
        /// What is not done: `nội dung`, `nhiệm vụ`; may be missing.
        Names = "names",
        /// `này`; may be missing.
        Points = "points",
    }
}

/// How the words of a phrase are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlagFold {
    /// As [`fold::key`] gives them: marks count.
    Key,
    /// As [`fold::plain`] gives them: without marks.
    Plain,
}

/// A phrase that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlagPhrase {
    /// How many words it has.
    pub words: usize,
    /// Whether it points at its row (`này`), so that a border can be found by it. Others are usual
    /// words inside a task, too.
    pub points: bool,
}

/// The words of each alternative of each part, in both forms.
static PARTS: LazyLock<Vec<Vec<[Vec<String>; 2]>>> = LazyLock::new(|| {
    let names: Vec<&str> = FlagPart::ALL.iter().map(|part| part.name()).collect();
    let forms = |phrase: &str| {
        [fold::key, fold::plain].map(|fold| phrase.split(' ').map(fold).collect::<Vec<_>>())
    };
    let mut parts: Vec<Vec<[Vec<String>; 2]>> = by_use(TEXT, &names)
        .into_iter()
        .map(|list| list.into_iter().map(forms).collect())
        .collect();
    // The longest alternative first, so that `phần việc` is not read as `phần`.
    for alternatives in &mut parts {
        alternatives.sort_by_key(|[key, _]| std::cmp::Reverse(key.len()));
    }
    parts
});

/// Whether a phrase may begin with a word, which is folded already.
#[must_use]
pub fn opens_phrase(word: &str, fold: FlagFold) -> bool {
    let opens = |[key, plain]: &[Vec<String>; 2]| {
        let wanted = if fold == FlagFold::Key { key } else { plain };
        wanted.first().is_some_and(|first| first == word)
    };
    PARTS.first().is_some_and(|alternatives| alternatives.iter().any(opens))
}

/// The longest phrase that begins with the first of the words, which are folded already.
#[must_use]
pub fn phrase_at(words: &[impl AsRef<str>], fold: FlagFold) -> Option<FlagPhrase> {
    let mut at = 0;
    let mut points = false;
    for (part, alternatives) in FlagPart::ALL.iter().zip(&*PARTS) {
        let rest = words.get(at..).unwrap_or_default();
        let length = alternatives.iter().find_map(|[key, plain]| {
            let wanted = if fold == FlagFold::Key { key } else { plain };
            let own = rest.get(..wanted.len())?;
            own.iter().map(AsRef::as_ref).eq(wanted.iter().map(String::as_str)).then_some(key.len())
        });
        match (part, length) {
            (FlagPart::Opens | FlagPart::Does, None) => return None,
            (_, length) => {
                at += length.unwrap_or(0);
                points = length.is_some() && *part == FlagPart::Points;
            }
        }
    }
    Some(FlagPhrase { words: at, points })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::check::sorted_file;

    #[test]
    fn the_data_file_is_sound() {
        let known: Vec<&str> = FlagPart::ALL.iter().map(|part| part.name()).collect();
        for phrase in sorted_file::<3>(TEXT, &known) {
            assert_eq!(phrase.to_lowercase(), phrase);
        }
    }

    /// The length of the phrase at the first word, and whether it points at its row.
    #[track_caller]
    fn check(text: &str, expected: Option<(usize, bool)>) {
        let found = |fold: fn(&str) -> String, form| {
            let words: Vec<String> = text.split(' ').map(fold).collect();
            phrase_at(&words, form).map(|phrase| (phrase.words, phrase.points))
        };
        assert_eq!(found(fold::plain, FlagFold::Plain), expected, "{text}");
        assert_eq!(found(fold::key, FlagFold::Key), expected, "{text}");
    }

    #[test]
    fn phrases_are_read_by_their_parts() {
        check("Không thực hiện nội dung này", Some((6, true)));
        check("không thực hiện", Some((3, false)));
        check("không phải triển khai nhiệm vụ này", Some((7, true)));
        check("không tham gia thực hiện", Some((5, false)));
        check("không tham gia thực hiện phần việc này trong năm", Some((8, true)));
        check("không triển khai hoạt động", Some((5, false)));
        check("không thực hiện này", Some((4, true)));
    }

    #[test]
    fn other_words_are_no_phrase() {
        check("không tham gia", None);
        check("thực hiện nội dung này", None);
        check("không để xảy ra", None);
        check("không", None);
    }

    #[test]
    fn marks_count_only_where_they_are_asked() {
        let words = ["khong", "thuc", "hien"];
        assert!(phrase_at(&words, FlagFold::Plain).is_some());
        assert!(phrase_at(&words, FlagFold::Key).is_none());
    }
}
