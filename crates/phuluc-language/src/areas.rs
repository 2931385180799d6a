//! Phrases by which titles name an area of the PAR Index.

use std::sync::LazyLock;

use phuluc_model::Area;
use rustc_hash::FxHashSet;

use crate::entries::{entries, kinds};

const TEXT: &str = include_str!("../data/areas.txt");
const FRAME_TEXT: &str = include_str!("../data/frame.txt");

kinds! {
    /// How much a phrase says.
    pub enum AreaStrength {
        /// It names the area wherever it stands.
        Name = "name",
        /// It names the area where nothing but frame words stands around it.
        Hint = "hint",
        /// It names what is done to the reform as a whole, which belongs to its direction.
        Act = "act",
    }
}

/// A phrase that names an area.
#[derive(Debug)]
pub struct AreaPhrase {
    /// Its words in the form of [`fold::plain`](crate::fold::plain).
    pub words: &'static str,
    /// The area.
    pub area: Area,
    /// How much it says.
    pub strength: AreaStrength,
}

static PHRASES: LazyLock<Vec<AreaPhrase>> = LazyLock::new(|| {
    let read = |(_, [words, area, strength]): (usize, [&'static str; 3])| {
        let area = Area::ALL.into_iter().find(|known| known.name() == area)?;
        let strength = *AreaStrength::ALL.iter().find(|known| known.name() == strength)?;
        Some(AreaPhrase { words, area, strength })
    };
    entries(TEXT).filter_map(read).collect()
});

static FRAME: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| entries(FRAME_TEXT).map(|(_, [word])| word).collect());

/// The phrases, in the order in which they are looked for.
#[must_use]
pub fn phrases() -> &'static [AreaPhrase] {
    &PHRASES
}

/// Whether a plain syllable says what is done and nothing of what it is done to.
#[must_use]
pub fn is_frame(syllable: &str) -> bool {
    FRAME.contains(syllable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::check::{file, sorted_file};
    use crate::fold;

    #[test]
    fn the_data_files_are_sound() {
        let areas: Vec<&str> = Area::ALL.iter().map(|area| area.name()).collect();
        let phrases = file::<4>(TEXT, &areas);
        assert_eq!(phrases.len(), PHRASES.len());
        let syllables = sorted_file::<2>(FRAME_TEXT, &[]);
        for words in phrases.into_iter().chain(syllables) {
            assert_eq!(fold::plain(words), words);
        }
    }
}
