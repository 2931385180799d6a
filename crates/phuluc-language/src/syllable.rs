//! Which syllables Vietnamese spelling can form.
//!
//! A syllable is an onset, a rhyme and a tone. The rules accept more than the language has: `ngoẽo`
//! is possible although nobody says it.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::letter::{Tone, is_shaped, is_vowel, split_tone};

/// The longest syllable is `nghiêng`.
const MAX_LETTERS: usize = 7;

/// Each nucleus with the ends it can have; `-` is no end.
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

/// Rhymes that begin with `y`: alone, and after `qu`.
const RHYMES_IN_Y: [(&str, &str); 2] = [("y", "- a n nh t ch"), ("yê", "u m n ng p t")];

static RHYME_SET: LazyLock<FxHashSet<u64>> = LazyLock::new(|| spelled(&RHYMES));
static Y_SET: LazyLock<FxHashSet<u64>> = LazyLock::new(|| spelled(&RHYMES_IN_Y));

fn spelled(table: &[(&str, &str)]) -> FxHashSet<u64> {
    let whole = |nucleus: &str, end: &str| {
        let end = if end == "-" { "" } else { end };
        packed(&nucleus.chars().chain(end.chars()).collect::<Vec<_>>())
    };
    let ends = |(nucleus, ends): &(&str, &str)| {
        ends.split(' ').map(|end| whole(nucleus, end)).collect::<Vec<_>>()
    };
    table.iter().flat_map(ends).collect()
}

/// The bits that a letter takes in a packed word.
const BITS: u32 = 9;

/// All letters of Vietnamese, without their tones, come before this one and fit into those bits.
const LAST: char = '\u{200}';

/// Letters as one number, up to [`MAX_LETTERS`].
fn packed(letters: &[char]) -> u64 {
    letters.iter().fold(0, |packed, letter| packed << BITS | u64::from(u32::from(*letter)))
}

fn is_rhyme(letters: &[char]) -> bool {
    RHYME_SET.contains(&packed(letters))
}

fn is_rhyme_in_y(letters: &[char]) -> bool {
    Y_SET.contains(&packed(letters))
}

/// Whether Vietnamese spelling can form the syllable; it is given in small letters, composed (NFC).
///
/// Both ways to place a tone (`hòa`, `hoà`) and both `i` and `y` (`kỹ`, `kĩ`) are accepted.
#[must_use]
pub fn is_possible(syllable: &str) -> bool {
    let Some(toneless) = Toneless::new(syllable) else { return false };
    let Toneless { tone, place, .. } = toneless;
    let letters = toneless.letters();
    if ends_in_stop(letters) && !is_stopped(tone) {
        return false;
    }
    onsets(letters).any(|onset| {
        let rhyme = letters.get(onset..).unwrap_or_default();
        let place = place.checked_sub(onset);
        tone == Tone::Level || place.is_some_and(|place| carries_tone(rhyme, place))
    })
}

/// Whether a Vietnamese syllable can begin with the consonants.
pub fn is_onset(consonants: &str) -> bool {
    let letters: Vec<char> = consonants.chars().collect();
    consonants == "q" || onset(&letters) == letters.len()
}

/// Letters without a tone, the tone, and the letter that bears it, counted from zero.
struct Toneless {
    shapes: [char; MAX_LETTERS],
    length: usize,
    tone: Tone,
    place: usize,
}

impl Toneless {
    /// `None` where the syllable is empty, too long, has two tones or a letter of another alphabet.
    fn new(syllable: &str) -> Option<Self> {
        let mut toneless =
            Self { shapes: [' '; MAX_LETTERS], length: 0, tone: Tone::Level, place: 0 };
        for (place, letter) in syllable.chars().enumerate() {
            let (shape, tone) = split_tone(letter);
            let bears = tone != Tone::Level;
            if !('a'..LAST).contains(&shape) || bears && toneless.tone != Tone::Level {
                return None;
            }
            if bears {
                (toneless.tone, toneless.place) = (tone, place);
            }
            *toneless.shapes.get_mut(place)? = shape;
            toneless.length = place + 1;
        }
        (toneless.length > 0).then_some(toneless)
    }

    fn letters(&self) -> &[char] {
        self.shapes.get(..self.length).unwrap_or_default()
    }
}

/// The lengths of the onsets with which the letters can be read.
fn onsets(letters: &[char]) -> impl Iterator<Item = usize> {
    let gi = matches!(letters, ['g', 'i', rhyme @ ..] if follows_gi(rhyme)).then_some(2);
    // `gì`, `gìn`, `giếng`: the `i` of the onset is that of the rhyme too.
    let g = matches!(letters, ['g', rhyme @ ..] if shares_i(rhyme)).then_some(1);
    let qu = matches!(letters, ['q', 'u', rhyme @ ..] if follows_qu(rhyme)).then_some(2);
    let plain = letters.split_at_checked(onset(letters));
    let plain = plain.filter(|(onset, rhyme)| follows(onset, rhyme)).map(|(onset, _)| onset.len());
    [gi, g, qu, plain].into_iter().flatten()
}

/// How many of the letters are an onset. `gi` and `qu` are read elsewhere.
const fn onset(letters: &[char]) -> usize {
    match letters {
        ['n', 'g', 'h', ..] => 3,
        ['n', 'g', ..] | ['c' | 'g' | 'k' | 'n' | 'p' | 't', 'h', ..] | ['t', 'r', ..] => 2,
        [
            'b' | 'c' | 'd' | 'đ' | 'g' | 'h' | 'k' | 'l' | 'm' | 'n' | 'p' | 'r' | 's' | 't' | 'v'
            | 'x',
            ..,
        ] => 1,
        _ => 0,
    }
}

/// Whether `y` follows the onset as another way to write `i`: `kỳ`, `lý`, `mỹ`; some only in names.
const fn is_before_y(onset: &[char]) -> bool {
    matches!(
        onset,
        [] | ['h' | 'k' | 'l' | 'm' | 't' | 's' | 'v' | 'd' | 'x' | 'b' | 'n' | 'r']
            | ['t' | 'c' | 'k', 'h']
    )
}

/// Whether the rhyme can follow the onset: `c`, `g`, `ng` before `e`, `ê`, `i` are `k`, `gh`,
/// `ngh`.
fn follows(onset: &[char], rhyme: &[char]) -> bool {
    match rhyme {
        ['y'] => return is_before_y(onset),
        ['y', ..] => return onset.is_empty() && is_rhyme_in_y(rhyme),
        _ => {}
    }
    let front = matches!(rhyme, ['e' | 'ê' | 'i', ..]);
    let spelled = match onset {
        ['c' | 'g'] | ['n', 'g'] => !front,
        ['k'] | ['g', 'h'] | ['n', 'g', 'h'] => front,
        [] => !matches!(rhyme, ['i', 'ê', ..]),
        _ => true,
    };
    spelled && is_rhyme(rhyme)
}

fn follows_gi(rhyme: &[char]) -> bool {
    !matches!(rhyme, ['i', ..]) && is_rhyme(rhyme)
}

fn shares_i(rhyme: &[char]) -> bool {
    matches!(rhyme, ['i', ..]) && !matches!(rhyme, ['i', 'a' | 'u']) && is_rhyme(rhyme)
}

fn follows_qu(rhyme: &[char]) -> bool {
    let known = is_rhyme(rhyme) || is_rhyme_in_y(rhyme);
    // `quốc` is the one rhyme in `ô`.
    known && !matches!(rhyme, ['o' | 'ô' | 'u' | 'ư', ..] | ['i', 'ê', ..])
        || matches!(rhyme, ['ô', 'c'])
}

/// Whether the letter at `place` of the rhyme is the one that bears the tone.
fn carries_tone(rhyme: &[char], place: usize) -> bool {
    let count = rhyme.iter().take_while(|letter| is_vowel(**letter)).count();
    let (vowels, end) = rhyme.split_at_checked(count).unwrap_or_default();
    if let Some(shaped) = vowels.iter().rposition(|letter| is_shaped(*letter)) {
        return place == shaped;
    }
    match vowels {
        // `hòa` and `hoà`: the old place and the new one.
        ['o', 'a' | 'e'] | ['u', 'y'] if end.is_empty() => place < 2,
        [_, _] if !end.is_empty() => place == 1,
        [_, _, _] => place == 1,
        _ => place == 0,
    }
}

const fn ends_in_stop(rhyme: &[char]) -> bool {
    matches!(rhyme, [.., 'p' | 't' | 'c'] | [.., 'c', 'h'])
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
