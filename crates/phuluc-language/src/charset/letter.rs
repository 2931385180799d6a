//! The letters of each encoding.

use super::encoding::Encoding;
use super::table::{TCVN3, VISCII, VNI_LETTERS, VNI_PAIRS, WINDOWS_1252, WINDOWS_1258};

/// The first letter, and how many characters it takes.
pub(super) fn letter(
    encoding: Encoding,
    mut shown: impl Iterator<Item = char> + Clone,
) -> Option<(char, usize)> {
    match encoding {
        Encoding::Utf8 => utf8(shown),
        Encoding::Vni => vni(shown),
        Encoding::Tcvn3 => shown.next().map(|first| (of_byte(&TCVN3, first), 1)),
        Encoding::Viscii => shown.next().map(|first| (viscii_letter(first), 1)),
        Encoding::Windows1258 => shown.next().map(|first| (of_byte(&WINDOWS_1258, first), 1)),
    }
}

/// A base and its modifier, or a letter of one character.
fn vni(mut shown: impl Iterator<Item = char>) -> Option<(char, usize)> {
    let first = shown.next()?;
    match shown.next().and_then(|modifier| vni_pair(first, modifier)) {
        Some(letter) => Some((letter, 2)),
        None => Some((vni_letter(first), 1)),
    }
}

/// The character of a byte; the bytes that no Vietnamese letter has are those of Windows-1252.
fn of_byte(table: &[(u8, char)], shown: char) -> char {
    let Ok(byte) = u8::try_from(shown) else { return shown };
    found(table, &byte).or_else(|| found(&WINDOWS_1252, &byte)).unwrap_or(shown)
}

/// The character of a byte in VISCII, as Latin-1 shows it.
pub(super) fn viscii_letter(shown: char) -> char {
    of_byte(&VISCII, shown)
}

/// The byte that a tool shows as a character of Latin-1 or of Windows-1252.
pub(super) fn byte(shown: char) -> Option<u8> {
    u8::try_from(shown)
        .ok()
        .or_else(|| WINDOWS_1252.iter().find_map(|(byte, char)| (*char == shown).then_some(*byte)))
}

fn found<K: Ord>(table: &[(K, char)], key: &K) -> Option<char> {
    let index = table.binary_search_by(|(entry, _)| entry.cmp(key)).ok()?;
    table.get(index).map(|(_, letter)| *letter)
}

fn vni_letter(shown: char) -> char {
    found(&VNI_LETTERS, &shown).unwrap_or_else(|| of_byte(&[], shown))
}

/// A base and its modifier. Who types `U` and then the modifier without the shift key gets a small
/// one, so the base alone tells the case.
fn vni_pair(base: char, modifier: char) -> Option<char> {
    let pair = |modifier| found(&VNI_PAIRS, &(base, modifier));
    // Figures and punctuation before a letter are common, and none is a base.
    if !base.is_alphabetic() || modifier.is_ascii() {
        return None;
    }
    pair(modifier)
        .or_else(|| modifier.to_lowercase().next().and_then(pair))
        .or_else(|| modifier.to_uppercase().next().and_then(pair))
}

/// A character whose UTF-8 a tool showed byte by byte, or the first character as it is.
fn utf8(mut shown: impl Iterator<Item = char> + Clone) -> Option<(char, usize)> {
    let whole = whole_utf8(shown.clone());
    whole.or_else(|| shown.next().map(|first| (first, 1)))
}

fn whole_utf8(mut shown: impl Iterator<Item = char> + Clone) -> Option<(char, usize)> {
    let length = utf8_length(byte(shown.clone().next()?)?)?;
    let mut bytes = [0_u8; 4];
    let bytes = bytes.get_mut(..length)?;
    for slot in bytes.iter_mut() {
        *slot = byte(shown.next()?)?;
    }
    let letter = std::str::from_utf8(bytes).ok()?.chars().next()?;
    Some((letter, length))
}

/// How many bytes a character has whose first byte is this; `None` for those of one byte.
const fn utf8_length(first: u8) -> Option<usize> {
    match first {
        0xC2..=0xDF => Some(2),
        0xE0..=0xEF => Some(3),
        0xF0..=0xF4 => Some(4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    /// What a tool shows of each letter: the tables the other way round.
    fn shown(encoding: Encoding, text: &str) -> String {
        let by_byte = |table: &[(u8, char)], letter: char| {
            let found = table.iter().find(|(_, entry)| *entry == letter);
            found.map_or(letter, |(byte, _)| char::from(*byte)).to_string()
        };
        let shown_letter = |letter: char| match encoding {
            Encoding::Tcvn3 => by_byte(&TCVN3, letter),
            Encoding::Viscii => by_byte(&VISCII, letter),
            Encoding::Windows1258 => by_byte(&WINDOWS_1258, letter),
            Encoding::Utf8 => letter.to_string().bytes().map(char::from).collect(),
            Encoding::Vni => {
                let pair = VNI_PAIRS.iter().find(|(_, entry)| *entry == letter);
                let pair = pair.map(|((base, modifier), _)| format!("{base}{modifier}"));
                let single = || VNI_LETTERS.iter().find(|(_, entry)| *entry == letter);
                pair.unwrap_or_else(|| single().map_or(letter, |(shown, _)| *shown).to_string())
            }
        };
        let split = |letter: char| match encoding {
            Encoding::Windows1258 => split_for_1258(letter),
            _ => letter.to_string(),
        };
        text.chars()
            .flat_map(|letter| split(letter).chars().collect::<Vec<_>>())
            .map(shown_letter)
            .collect()
    }

    /// Windows-1258 has `â`, `ă`, `ơ` … whole, and tones as marks behind them.
    fn split_for_1258(letter: char) -> String {
        const TONES: &str = "\u{300}\u{301}\u{309}\u{303}\u{323}";
        let apart: Vec<char> = letter.nfd().collect();
        let (tones, base): (Vec<char>, Vec<char>) =
            apart.into_iter().partition(|mark| TONES.contains(*mark));
        base.into_iter().nfc().chain(tones).collect()
    }

    const SMALL: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
    const SEED: &str = include_str!("../../../../fixtures/text/ben-thanh-2024.txt");

    #[track_caller]
    fn check_back(encoding: Encoding, text: &str) {
        assert_eq!(encoding.decode(&shown(encoding, text)), text, "{encoding:?}");
    }

    #[test]
    fn every_letter_comes_back() {
        let capitals = SMALL.to_uppercase();
        assert_eq!(SMALL.chars().chain(capitals.chars()).count(), 134);
        for encoding in Encoding::ALL {
            check_back(encoding, SMALL);
            check_back(encoding, if encoding == Encoding::Tcvn3 { "ĂÂÊÔƠƯĐ" } else { &capitals });
        }
    }

    #[test]
    fn a_document_comes_back() {
        let seed: String = SEED.nfc().collect();
        for encoding in Encoding::ALL {
            // The capitals that TCVN3 lacks are those of a font of capitals.
            let tcvn3 = encoding == Encoding::Tcvn3;
            check_back(encoding, &if tcvn3 { seed.to_lowercase() } else { seed.clone() });
        }
    }

    #[track_caller]
    fn check(encoding: Encoding, shown: &str, expected: &str) {
        assert_eq!(encoding.decode(shown), expected, "{encoding:?}: {shown}");
    }

    #[test]
    fn text_is_decoded_as_tools_show_it() {
        check(
            Encoding::Tcvn3,
            "Tham m\u{AD}u ñy ban nh©n d©n quËn",
            "Tham mưu ủy ban nhân dân quận",
        );
        check(Encoding::Vni, "Tham möu UÛy ban nhaân daân quaän", "Tham mưu Ủy ban nhân dân quận");
        check(Encoding::Vni, "Uûy ban, ÔÛ ñaâu", "Ủy ban, Ở đâu");
        check(Encoding::Viscii, "\u{9C}y ban, Qu\u{A0}, \u{14}", "Ủy ban, QuÕ, Ỷ");
        check(Encoding::Windows1258, "quâòn 1, tiêìn", "quận 1, tiến");
        check(Encoding::Utf8, "á»¦y ban, má»\u{AD}t", "Ủy ban, mửt");
    }

    #[test]
    fn windows_1252_and_latin_1_show_the_same_byte() {
        check(Encoding::Viscii, "œy, Ð“C LƒP – “Kª", "Ủy, ĐỘC LẶP – “Kế");
        check(Encoding::Utf8, "tiáº¿n, đã", "tiến, đã");
        check(Encoding::Utf8, "â€œ, â\u{80}\u{9C}", "“, “");
        check(Encoding::Tcvn3, "“a”, \u{93}a\u{94}", "“a”, “a”");
    }

    #[test]
    fn what_the_encoding_lacks_stays() {
        check(Encoding::Tcvn3, "ế À ☐", "ế À ☐");
        check(Encoding::Vni, "1ø, (ù", "1ø, (ù");
        check(Encoding::Utf8, "á»", "á»");
    }
}
