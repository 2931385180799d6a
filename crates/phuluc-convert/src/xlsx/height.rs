//! Estimates the height of rows.
//!
//! Excel adapts the height of rows to wrapped text when it opens a file, but other programs do not, so the
//! height is written. It is an estimate, because the width of letters depends on the fonts of the reader.

/// The height of a line of 11 points, and of the space around the text, in points.
const LINE_HEIGHT: f64 = 14.5;
const PADDING: f64 = 3.0;

/// The greatest height that Excel allows.
const MAX_HEIGHT: f64 = 409.0;

/// Letters of Times New Roman in the width of a digit of the standard font, the unit of column widths: 1.4
/// in `ben-thanh-2024.txt`, reduced by a tenth because lines break between words.
const LETTERS_PER_DIGIT: f64 = 1.25;

/// The height of a row with these texts in columns of these widths.
pub(super) fn height<'a>(cells: impl Iterator<Item = (&'a str, f64)>) -> f64 {
    let most = cells.map(|(text, width)| lines(text, room(width))).max().unwrap_or(1);
    let lines = f64::from(u16::try_from(most).unwrap_or(u16::MAX));
    lines.mul_add(LINE_HEIGHT, PADDING).min(MAX_HEIGHT)
}

/// The number of letters on a line of a column.
fn room(width: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred")]
    let room = (width * LETTERS_PER_DIGIT) as usize;
    room.max(1)
}

/// The number of lines of a text.
fn lines(text: &str, room: usize) -> usize {
    text.split('\n').map(|paragraph| wrapped(paragraph, room)).sum()
}

/// The number of lines of a paragraph that is broken between words, or inside a word longer than a line.
fn wrapped(paragraph: &str, room: usize) -> usize {
    let mut lines = 1;
    let mut used = 0;
    for word in paragraph.split(' ').map(|word| word.chars().count()) {
        if used > 0 && used + 1 + word > room {
            lines += 1;
            used = word;
        } else {
            used += word + usize::from(used > 0);
        }
        while used > room {
            lines += 1;
            used -= room;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines() {
        let check = |text: &str, expected: usize| assert_eq!(lines(text, 10), expected, "{text}");
        check("", 1);
        check("mười chữ cái", 2);
        check("chín chữ\nhai đoạn", 2);
        check("mộttừdàihơnmộtdòngrấtnhiều", 3);
        assert!(height([("a", 10.0)].into_iter()) < height([("a\nb", 10.0)].into_iter()));
        assert!(height([("a\n".repeat(100).as_str(), 10.0)].into_iter()) <= MAX_HEIGHT);
    }
}
