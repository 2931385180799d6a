//! Which syllables Vietnamese spelling can form.

/// Whether Vietnamese spelling can form the syllable; it is given in small letters, composed (NFC).
#[must_use]
pub fn is_possible(_syllable: &str) -> bool {
    true
}
