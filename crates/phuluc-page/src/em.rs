//! How wide words are in print, measured in letters of Times New Roman, the font of official documents.

use unicode_normalization::char::decompose_canonical;

/// The width of a space, in ems.
pub const SPACE: f32 = 0.25;

/// The width of a word, in ems.
pub fn width(word: &str) -> f32 {
    word.chars().map(letter).sum()
}

/// The width of a letter in ems; marks over and under it have none.
fn letter(char: char) -> f32 {
    let mut base = None;
    if char.is_ascii() {
        base = Some(char);
    } else {
        decompose_canonical(char, |part| {
            base.get_or_insert(part);
        });
    }
    match base.unwrap_or(char) {
        '\u{300}'..='\u{36F}' => 0.0,
        '.' | ',' => 0.25,
        'i' | 'j' | 'l' | 't' | '/' | ':' | ';' | '\'' => 0.28,
        'f' | 'r' | 'I' | '-' | '(' | ')' | '[' | ']' | '!' => 0.33,
        's' | 'J' => 0.39,
        'a' | 'c' | 'e' | 'z' | '?' | '“' | '”' | '"' => 0.44,
        'F' | 'P' | 'S' => 0.56,
        'E' | 'L' | 'T' | 'Z' | '+' => 0.61,
        'B' | 'C' | 'R' => 0.67,
        'w' | 'Q' | 'A' | 'D' | 'G' | 'H' | 'K' | 'N' | 'O' | 'U' | 'V' | 'X' | 'Y' | 'Đ' => 0.72,
        'm' | '&' => 0.78,
        '%' => 0.83,
        'M' => 0.89,
        'W' => 0.94,
        '—' => 1.0,
        _ => 0.5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_have_no_width() {
        assert!((width("Quyết định") - width("Quyet đinh")).abs() < 1e-4);
        assert!((width("e\u{301}") - width("é")).abs() < 1e-4);
        assert!((width("mi") - 1.06).abs() < 1e-4);
    }
}
