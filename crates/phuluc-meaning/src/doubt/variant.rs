//! Syllables that differ as little as a scan or a hand makes them differ.
//!
//! One feature changes at a time: the shape of a vowel (`họp`, `hợp`), its tone (`tố`, `tổ`), or
//! the stroke of `đ`. Of the fourteen misread words of ben-thanh-2024.txt eleven differ like that.

use phuluc_language::letter::{base, is_vowel, split_tone};

/// Whether the words differ in one feature of one letter.
pub(super) fn differ_in_one_feature(one: &str, other: &str) -> bool {
    let mut others = other.chars();
    let mut differences = 0;
    for letter in one.chars() {
        match others.next() {
            Some(other) if letter == other => {}
            Some(other) if differences == 0 && is_near(letter, other) => differences += 1,
            _ => return false,
        }
    }
    differences == 1 && others.next().is_none()
}

fn is_near(letter: char, other: char) -> bool {
    let ((shape, tone), (other_shape, other_tone)) = (split_tone(letter), split_tone(other));
    base(shape) == base(other_shape) && (shape == other_shape || tone == other_tone)
}

/// Whether the second word is the first with one consonant before it.
pub(super) fn lost_its_initial(word: &str, whole: &str) -> bool {
    whole.strip_suffix(word).is_some_and(|initial| {
        let mut letters = initial.chars();
        letters.next().is_some_and(|letter| !is_vowel(split_tone(letter).0))
            && letters.next().is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        assert_eq!(differ_in_one_feature(one, other), expected, "{one} {other}");
        assert_eq!(differ_in_one_feature(other, one), expected, "{other} {one}");
    }

    #[test]
    fn shape_tone_or_stroke() {
        check("trục", "trực", true);
        check("chê", "chế", true);
        check("trị", "trí", true);
        check("dộng", "động", true);
    }

    #[test]
    fn nothing_more() {
        check("họp", "họp", false);
        check("mọi", "mỗi", false);
        check("độ", "dồ", false);
        check("tin", "tín hiệu", false);
        check("ban", "bin", false);
    }

    #[test]
    fn an_initial_is_one_consonant() {
        assert!(lost_its_initial("riển", "triển"));
        assert!(!lost_its_initial("ức", "chức"));
        assert!(!lost_its_initial("an", "oan"));
    }
}
