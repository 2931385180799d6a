//! Abbreviations of bodies, offices, fields of work and things.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::entries::{entries, kinds};

const TEXT: &str = include_str!("../data/abbreviations.txt");

kinds! {
    /// What is known of an abbreviation. The first five say how its words are written.
    pub enum AbbreviationKind {
        /// A name: its words are the same everywhere.
        Name = "name",
        /// A field of work or a common noun, as names write it; in running text it has small
        /// letters.
        Field = "field",
        /// The head of a unit or an office with its field; it is written like a field.
        Office = "office",
        /// A thing that units work on; it has a capital at the beginning of a value only.
        Thing = "thing",
        /// The head of a unit, at the beginning of a value only: elsewhere `TT` is also `thứ tự`
        /// and `thông tư`.
        Head = "head",
        /// Administrative texts use it without explaining it.
        Known = "known",
        /// A body of the state. No other word is written like it with a stroke lost or added, while
        /// `QLDT` and `QLĐT` are two.
        StateBody = "state-body",
        /// A body whose abbreviation in the symbol of a document is known as a whole.
        Organ = "organ",
    }
}

/// How an abbreviation is written out.
#[derive(Debug, Clone, Copy)]
pub struct LongForm {
    /// Its words.
    pub words: &'static str,
    /// How they are written: a name, a field, an office, a thing or a head.
    pub kind: AbbreviationKind,
}

struct Abbreviation {
    kinds: Vec<AbbreviationKind>,
    words: Option<&'static str>,
}

static ABBREVIATIONS: LazyLock<FxHashMap<&str, Abbreviation>> = LazyLock::new(|| {
    let read = |(_, [short, names, words]): (usize, [&'static str; 3])| {
        let kind = |name: &str| AbbreviationKind::ALL.iter().find(|kind| kind.name() == name);
        let kinds = names.split(' ').filter_map(kind).copied().collect();
        (short, Abbreviation { kinds, words: (words != "-").then_some(words) })
    };
    entries(TEXT).map(read).collect()
});

static STATE_BODIES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let shorts = entries::<1>(TEXT).map(|(_, [short])| short);
    shorts.filter(|short| is(short, AbbreviationKind::StateBody)).collect()
});

/// Whether an abbreviation is of a kind.
#[must_use]
pub fn is(abbreviation: &str, kind: AbbreviationKind) -> bool {
    ABBREVIATIONS.get(abbreviation).is_some_and(|known| known.kinds.contains(&kind))
}

/// Whether an abbreviation, in the letters it is written in, is known for anything.
#[must_use]
pub fn is_known(abbreviation: &str) -> bool {
    ABBREVIATIONS.contains_key(abbreviation)
}

/// The words of an abbreviation with one meaning in administrative texts.
#[must_use]
pub fn long_form(abbreviation: &str) -> Option<LongForm> {
    let known = ABBREVIATIONS.get(abbreviation)?;
    Some(LongForm { words: known.words?, kind: *known.kinds.first()? })
}

/// The abbreviations of bodies of the state.
#[must_use]
pub fn state_bodies() -> &'static [&'static str] {
    &STATE_BODIES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::check::sorted_file;

    #[test]
    fn the_data_file_is_sound() {
        let known: Vec<&str> = AbbreviationKind::ALL.iter().map(|kind| kind.name()).collect();
        sorted_file::<4>(TEXT, &known);
        for (at, [_, kinds, words]) in entries::<3>(TEXT) {
            let first = kinds.split(' ').next().unwrap_or_default();
            let written = ["name", "field", "office", "thing", "head"].contains(&first);
            assert_eq!(written, words != "-", "line {at}");
        }
    }

    #[test]
    fn one_abbreviation_has_several_uses() {
        assert!(is("UBND", AbbreviationKind::StateBody) && is("UBND", AbbreviationKind::Organ));
        assert_eq!(long_form("UBND").map(|long| long.words), Some("Ủy ban nhân dân"));
        assert!(long_form("BGH").is_none() && is("BGH", AbbreviationKind::Known));
        assert!(state_bodies().contains(&"LĐTBXH"));
    }
}
