//! Text of the input, with the place of each of its lines.

use std::fmt;

use crate::place::Place;

/// Text as it is on the page, with the place of each of its lines.
///
/// White space is reduced to single spaces, and there is a `\n` between two paragraphs. The text is never
/// empty: an empty cell is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "TextFields"))]
pub struct Text {
    /// The text.
    pub value: String,
    /// Where its first word is. For titles joined with ` / `, where the last title begins.
    pub place: Place,
    /// The byte offsets at which another line of the input begins, in ascending order.
    turns: Vec<(usize, Place)>,
}

impl Text {
    /// A text on one line.
    #[must_use]
    pub const fn new(value: String, place: Place) -> Self {
        Self { value, place, turns: Vec::new() }
    }

    /// Adds a piece of text that is at `place`.
    pub fn push(&mut self, piece: &str, place: Place) {
        if self.turns.last().map_or(self.place, |turn| turn.1) != place {
            self.turns.push((self.value.len(), place));
        }
        self.value.push_str(piece);
    }

    /// Adds another text and keeps its places.
    pub fn append(&mut self, other: &Self) {
        let start = self.value.len();
        self.push(&other.value, other.place);
        self.turns.extend(other.turns.iter().map(|(offset, place)| (start + offset, *place)));
    }

    /// The parts between separators, each with the places of its lines. Empty parts are left out.
    #[must_use]
    pub fn split(&self, separator: &str) -> Vec<Self> {
        let mut start = 0;
        let mut parts = Vec::new();
        // The turns after the parts so far.
        let mut rest = self.turns.as_slice();
        for value in self.value.split(separator) {
            let end = start + value.len();
            if !value.is_empty() {
                rest = rest.split_at(rest.partition_point(|(at, _)| *at <= start)).1;
                let (own, behind) = rest.split_at(rest.partition_point(|(at, _)| *at < end));
                let turns = own.iter().map(|(at, place)| (at - start, *place)).collect();
                rest = behind;
                parts.push(Self { value: value.to_owned(), place: self.place_at(start), turns });
            }
            start = end + separator.len();
        }
        parts
    }

    /// The place of the character at a byte offset.
    #[must_use]
    pub fn place_at(&self, offset: usize) -> Place {
        let passed = self.turns.partition_point(|(start, _)| *start <= offset);
        passed
            .checked_sub(1)
            .and_then(|last| self.turns.get(last))
            .map_or(self.place, |turn| turn.1)
    }

    /// The place of each of its lines, in the order of the text.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        std::iter::once(self.place).chain(self.turns.iter().map(|turn| turn.1))
    }

    /// The text without its places.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

/// The text without its places.
impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)
    }
}

// There is no `Deref` to `str`: [`Text::split`] would hide `str::split`, and a reader of
// `text.split(" / ")` could not see which of the two it is.

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.value
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.value == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.value == *other
    }
}

/// A text as it is stored, not yet checked.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[serde(expecting = "a text with its places")]
struct TextFields {
    value: String,
    place: Place,
    turns: Vec<(usize, Place)>,
}

#[cfg(feature = "serde")]
impl TryFrom<TextFields> for Text {
    type Error = &'static str;

    fn try_from(TextFields { value, place, turns }: TextFields) -> Result<Self, Self::Error> {
        if value.is_empty() {
            return Err("a text is never empty; an empty cell is none");
        }
        if !turns.is_sorted_by_key(|(offset, _)| offset) {
            return Err("the lines of a text are not in its order");
        }
        Ok(Self { value, place, turns })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_line_of_each_character() {
        let mut text = Text::new("Rà soát".to_owned(), Place::new(1, 4));
        text.push(" văn bản", Place::new(1, 4));
        text.push(" quy phạm", Place::new(2, 1));
        let mut both = Text::new("I / ".to_owned(), Place::new(1, 1));
        both.append(&text);
        let at = |piece: &str| both.place_at(both.value.find(piece).unwrap());
        assert_eq!(at("I"), Place::new(1, 1));
        assert_eq!(at("Rà"), Place::new(1, 4));
        assert_eq!(at("bản"), Place::new(1, 4));
        assert_eq!(at("phạm"), Place::new(2, 1));
        let places: Vec<Place> = text.places().collect();
        assert_eq!(places, [Place::new(1, 4), Place::new(2, 1)]);
        let parts = both.split(" / ");
        let values: Vec<&str> = parts.iter().map(Text::as_str).collect();
        assert_eq!(values, ["I", "Rà soát văn bản quy phạm"]);
        assert_eq!((parts[0].place, parts[1].place), (Place::new(1, 1), Place::new(1, 4)));
        assert_eq!(parts[1].place_at(parts[1].value.find("phạm").unwrap()), Place::new(2, 1));
    }
}
