//! Which syllables Vietnamese spelling can form.
//!
//! A syllable is an onset, a rhyme and a tone. The rules accept more than the language has: `ngoẽo`
//! is possible although nobody says it.

use std::sync::LazyLock;

use ecow::EcoString;
use rustc_hash::FxHashSet;

use crate::letter::{Tone, is_shaped, is_vowel, split_tone};

/// The longest syllable is `nghiêng`.
const MAX_LETTERS: usize = 7;

/// Onsets, longer ones before those they begin with. `gi` and `qu` are read apart.
const ONSETS: [&str; 26] = [
    "ngh", "ng", "nh", "n", "ch", "c", "gh", "g", "kh", "k", "ph", "p", "th", "tr", "t", "b", "d",
    "đ", "h", "l", "m", "r", "s", "v", "x", "",
];

/// Onsets that `y` follows as another way to write `i`: `kỳ`, `lý`, `mỹ`; some only in names.
const BEFORE_Y: [&str; 16] =
    ["", "h", "k", "l", "m", "t", "s", "v", "th", "d", "x", "ch", "b", "n", "r", "kh"];

/// Each nucleus with the ends it can have; `-` is none.
const RHYMES: [(&str, &str); 23] = [
    ("a", "- i o u y m n ng nh p t c ch"),
    ("ă", "m n ng p t c"),
    ("â", "u y m n ng p t c"),
    ("e", "- o m n ng p t c"),
    ("ê", "- u m n nh p t ch"),
    ("i", "- a u m n nh p t ch"),
    ("iê", "u m n ng p t c"),
    ("o", "- i m n ng p t c"),
    ("oo", "ng c"),
    ("ô", "- i m n ng p t c"),
    ("ơ", "- i m n p t"),
    ("u", "- a i m n ng p t c"),
    ("uô", "i m n ng p t c"),
    ("ư", "- a i u m n ng t c"),
    ("ươ", "i u m n ng p t c"),
    ("oa", "- i o y m n ng nh p t c ch"),
    ("oă", "m n ng t c"),
    ("oe", "- o m n t"),
    ("uâ", "y n ng t"),
    ("uê", "- u n nh t ch"),
    ("uơ", "-"),
    ("uy", "- a u n nh p t ch"),
    ("uyê", "n t"),
];

/// Rhymes that begin with `y`: alone, and behind `qu`.
const RHYMES_IN_Y: [(&str, &str); 2] = [("y", "- a n nh t ch"), ("yê", "u m n ng p t")];

static RHYME_SET: LazyLock<FxHashSet<String>> = LazyLock::new(|| spelled(&RHYMES));
static Y_SET: LazyLock<FxHashSet<String>> = LazyLock::new(|| spelled(&RHYMES_IN_Y));

fn spelled(table: &[(&str, &str)]) -> FxHashSet<String> {
    let ends = |(nucleus, ends): &(&str, &str)| {
        let whole = |end| format!("{nucleus}{}", if end == "-" { "" } else { end });
        ends.split(' ').map(whole).collect::<Vec<_>>()
    };
    table.iter().flat_map(ends).collect()
}

/// Whether Vietnamese spelling can form the syllable; it is given in small letters, composed (NFC).
///
/// Both ways to place a tone (`hòa`, `hoà`) and both `i` and `y` (`kỹ`, `kĩ`) are accepted.
#[must_use]
pub fn is_possible(syllable: &str) -> bool {
    let Some(Toneless { letters, tone, place }) = Toneless::of(syllable) else { return false };
    if ends_in_stop(&letters) && !is_stopped(tone) {
        return false;
    }
    readings(&letters).any(|(onset, rhyme)| {
        tone == Tone::Level
            || place
                .checked_sub(onset.chars().count())
                .is_some_and(|place| carries_tone(rhyme, place))
    })
}

/// Whether a Vietnamese syllable can begin with the consonants.
pub(crate) fn is_onset(consonants: &str) -> bool {
    consonants == "q" || ONSETS.contains(&consonants)
}

/// Letters without a tone, the tone, and the letter that bears it, counted from zero.
struct Toneless {
    letters: EcoString,
    tone: Tone,
    place: usize,
}

impl Toneless {
    /// `None` where the syllable is empty, too long or has two tones.
    fn of(syllable: &str) -> Option<Self> {
        let mut toneless = Self { letters: EcoString::new(), tone: Tone::Level, place: 0 };
        for (place, letter) in syllable.chars().enumerate() {
            let (shape, tone) = split_tone(letter);
            let bears = tone != Tone::Level;
            if place == MAX_LETTERS || bears && toneless.tone != Tone::Level {
                return None;
            }
            if bears {
                (toneless.tone, toneless.place) = (tone, place);
            }
            toneless.letters.push(shape);
        }
        (!toneless.letters.is_empty()).then_some(toneless)
    }
}

/// Every way to read the letters as an onset and a rhyme.
fn readings(letters: &str) -> impl Iterator<Item = (&str, &str)> {
    let gi =
        letters.strip_prefix("gi").filter(|rhyme| follows_gi(rhyme)).map(|rhyme| ("gi", rhyme));
    // `gì`, `gìn`, `giếng`: the `i` of the onset is that of the rhyme too.
    let g = letters.strip_prefix('g').filter(|rhyme| shares_i(rhyme)).map(|rhyme| ("g", rhyme));
    let qu =
        letters.strip_prefix("qu").filter(|rhyme| follows_qu(rhyme)).map(|rhyme| ("qu", rhyme));
    gi.into_iter().chain(g).chain(qu).chain(plain_reading(letters))
}

fn plain_reading(letters: &str) -> Option<(&str, &str)> {
    let (onset, rhyme) =
        ONSETS.iter().find_map(|onset| Some((*onset, letters.strip_prefix(onset)?)))?;
    follows(onset, rhyme).then_some((onset, rhyme))
}

/// Whether the rhyme can follow the onset: `c`, `g`, `ng` before `e`, `ê`, `i` are `k`, `gh`, `ngh`.
fn follows(onset: &str, rhyme: &str) -> bool {
    if rhyme.starts_with('y') {
        return if rhyme == "y" {
            BEFORE_Y.contains(&onset)
        } else {
            onset.is_empty() && Y_SET.contains(rhyme)
        };
    }
    let front = rhyme.starts_with(['e', 'ê', 'i']);
    let spelled = match onset {
        "c" | "g" | "ng" => !front,
        "k" | "gh" | "ngh" => front,
        "" => !rhyme.starts_with("iê"),
        _ => true,
    };
    spelled && RHYME_SET.contains(rhyme)
}

fn follows_gi(rhyme: &str) -> bool {
    !rhyme.starts_with('i') && RHYME_SET.contains(rhyme)
}

fn shares_i(rhyme: &str) -> bool {
    rhyme.starts_with('i') && rhyme != "ia" && rhyme != "iu" && RHYME_SET.contains(rhyme)
}

fn follows_qu(rhyme: &str) -> bool {
    let known = RHYME_SET.contains(rhyme) || Y_SET.contains(rhyme);
    // `quốc` is the one rhyme in `ô`.
    known && !rhyme.starts_with(['o', 'ô', 'u', 'ư']) && !rhyme.starts_with("iê") || rhyme == "ôc"
}

/// Whether the letter at `place` of the rhyme is the one that bears the tone.
fn carries_tone(rhyme: &str, place: usize) -> bool {
    let vowels = rhyme.chars().take_while(|letter| is_vowel(*letter));
    let shaped = vowels.clone().enumerate().filter(|(_, letter)| is_shaped(*letter)).last();
    if let Some((shaped, _)) = shaped {
        return place == shaped;
    }
    let closed = rhyme.ends_with(|letter| !is_vowel(letter));
    match vowels.count() {
        // `hòa` and `hoà`: the old place and the new one.
        2 if matches!(rhyme, "oa" | "oe" | "uy") => place < 2,
        2 if closed => place == 1,
        3 => place == 1,
        _ => place == 0,
    }
}

fn ends_in_stop(rhyme: &str) -> bool {
    rhyme.ends_with(['p', 't', 'c']) || rhyme.ends_with("ch")
}

/// Whether a syllable that ends in a stop can have the tone.
const fn is_stopped(tone: Tone) -> bool {
    matches!(tone, Tone::Acute | Tone::Dot)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(syllables: &str, expected: bool) {
        for syllable in syllables.split(' ') {
            assert_eq!(is_possible(syllable), expected, "{syllable}");
        }
    }

    #[test]
    fn accepts_every_kind_of_rhyme() {
        check("a á ai ban cáo lắng thấp em êm ích yêu yến ý ủy việc thiệu xoong", true);
        check("khoắt hoẵng loèn khuân khuất huệ thuở khuya khuyên tuýp huỳnh khuỷu", true);
        check("nghiêng người chuông nước được đường mưu cứu quốc quỳnh quyết quý", true);
    }

    #[test]
    fn accepts_both_places_of_a_tone() {
        check("hòa hoà khỏe khoẻ thúy thuý ủy uỷ", true);
        check("hoàn toán khoét huýt", true);
    }

    #[test]
    fn accepts_i_and_y() {
        check("kỹ kĩ lý lí mỹ mĩ tỷ tỉ sỹ sĩ quý quí vỹ", true);
    }

    #[test]
    fn reads_gi_and_qu() {
        check("gì gìn giếng già giữa giọt giúp qua quả quân quê", true);
        check("gía gíup qúy qúa quuyết", false);
    }

    #[test]
    fn rejects_what_spelling_cannot_form() {
        check("chihường muu ubnd đkt ng b đ", false);
        check("ce ko ghà ngê cê kà kô", false);
        check("tiéng hoạnt thốngg bảng̉ hòán thủyên", false);
    }

    #[test]
    fn a_stop_needs_its_tone() {
        check("các một tịch đáp học", true);
        check("cac hoc tich đap hòc tỉch mõt đâp", false);
    }

    #[test]
    fn words_without_letters_are_no_syllables() {
        check(" 2024 - clip website iếng", false);
    }
}
