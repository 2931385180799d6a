//! The letters of Vietnamese vowels: a shape and a tone in one character.

use std::sync::LazyLock;

/// The six tones, in the order of the table of vowels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Ngang: no mark.
    Level,
    /// Huyền: `à`.
    Grave,
    /// Sắc: `á`.
    Acute,
    /// Hỏi: `ả`.
    Hook,
    /// Ngã: `ã`.
    Tilde,
    /// Nặng: `ạ`.
    Dot,
}

const TONES: [Tone; 6] =
    [Tone::Level, Tone::Grave, Tone::Acute, Tone::Hook, Tone::Tilde, Tone::Dot];

/// The vowels, one row a shape; rows of the same base letter are together.
const ROWS: [[char; 6]; 12] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];

/// The letter without its tone, and the tone; a consonant has the level tone.
pub fn split_tone(letter: char) -> (char, Tone) {
    if letter.is_ascii() {
        return (letter, Tone::Level);
    }
    let split = place(letter).and_then(|place| SPLITS.get(place)).copied();
    split.filter(|(shape, _)| *shape != NONE).unwrap_or((letter, Tone::Level))
}

/// The entry of [`SPLITS`] for letters that are not vowels of Vietnamese.
const NONE: char = '\0';

/// Vowels of Latin-1 and of the two blocks after it, then those of the Vietnamese block.
const fn place(letter: char) -> Option<usize> {
    let code = letter as usize;
    match code {
        0xC0..=0x1BF => Some(code - 0xC0),
        0x1EA0..=0x1EFF => Some(code - 0x1EA0 + 0x100),
        _ => None,
    }
}

/// [`ROWS`] by letter.
static SPLITS: LazyLock<[(char, Tone); 0x160]> = LazyLock::new(|| {
    let mut splits = [(NONE, Tone::Level); 0x160];
    for row in ROWS {
        let [shape, ..] = row;
        for (letter, tone) in row.into_iter().zip(TONES) {
            if let Some(split) = place(letter).and_then(|place| splits.get_mut(place)) {
                *split = (shape, tone);
            }
        }
    }
    splits
});

/// Whether the letter, without its tone, is a vowel.
pub const fn is_vowel(shape: char) -> bool {
    matches!(shape, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') || is_shaped(shape)
}

/// Whether the letter, without its tone, has a breve, a hat or a horn.
pub const fn is_shaped(shape: char) -> bool {
    matches!(shape, 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư')
}

/// The letter of the alphabet of 26 that the letter, without its tone, is made from.
pub const fn base(shape: char) -> char {
    match shape {
        'ă' | 'â' => 'a',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        'đ' => 'd',
        other => other,
    }
}

/// The letter with another tone; `None` where the letter is not a vowel.
pub fn with_tone(shape: char, tone: Tone) -> Option<char> {
    let row = ROWS.iter().find(|row| row.first() == Some(&shape))?;
    row.get(TONES.iter().position(|other| *other == tone)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_a_letter_from_its_tone() {
        assert_eq!(split_tone('ậ'), ('â', Tone::Dot));
        assert_eq!(split_tone('ở'), ('ơ', Tone::Hook));
        assert_eq!(split_tone('y'), ('y', Tone::Level));
        assert_eq!(split_tone('đ'), ('đ', Tone::Level));
    }
}
