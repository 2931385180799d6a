//! Finds the words of a text in its lines.

use std::collections::BTreeMap;
use std::ops::Range;

use phuluc_model::view::{Area, Line};

use phuluc_page::line::Word;

/// The next word is looked for within this many bytes after the last one. Longer lines are not
/// lines of a page, and searching them would take long.
const NEAR: usize = 4_000;

/// The most bytes and lines between two neighbouring words of a delimited row.
const NEXT: usize = 200;
const NEXT_LINES: u32 = 8;

/// The lines of a text, and the words that were found in them.
#[derive(Debug, Default)]
pub(crate) struct TextSource {
    /// Every line, the first one first.
    pub(crate) lines: Vec<Line>,
    /// The parts of lines that were found.
    found: BTreeMap<u32, Vec<Range<usize>>>,
    /// In a delimited text, the line and byte after the last word found: there all words of a row
    /// follow each other, and the lines of a cell are counted from the line of its row. `None` for
    /// other texts.
    cursor: Option<(u32, usize)>,
}

impl TextSource {
    /// The lines of a text, without form feeds.
    pub(crate) fn new(text: &str) -> Self {
        let text = text.strip_suffix('\n').unwrap_or(text);
        let clean = |line: &str| line.trim_end_matches('\r').replace('\u{C}', "");
        let lines = (1..).zip(text.split('\n'));
        let lines = lines.map(|(number, line)| Line { number, text: clean(line) });
        Self { lines: lines.collect(), ..Self::default() }
    }

    /// The lines of a delimited text.
    pub(crate) fn delimited(text: &str) -> Self {
        Self { cursor: Some((1, 0)), ..Self::new(text) }
    }

    /// Moves to the row that begins on a line.
    pub(crate) fn open_row(&mut self, line: u32) {
        self.cursor = self.cursor.map(|cursor| cursor.max((line, 0)));
    }

    /// The places of words: a part of each of their lines.
    pub(crate) fn areas(&mut self, words: &[Word]) -> Vec<(u32, Area)> {
        let mut areas: Vec<(u32, Area)> = Vec::new();
        for word in words {
            let page = word.place.page;
            let part = if self.cursor.is_some() {
                self.next_part(&word.text)
            } else {
                self.part(word.place.line, &word.text).map(|part| (word.place.line, part))
            };
            let Some((line, part)) = part else { continue };
            match areas.last_mut() {
                Some((_, Area::Words { line: last, end, .. }))
                    if *last == line && self.touch(line, *end..part.start) =>
                {
                    *end = part.end;
                }
                _ => {
                    let Range { start, end } = part;
                    areas.push((page, Area::Words { line, start, end }));
                }
            }
        }
        areas
    }

    fn text(&self, line: u32) -> Option<&str> {
        let index = usize::try_from(line.checked_sub(1)?).ok()?;
        self.lines.get(index).map(|line| line.text.as_str())
    }

    /// Whether a part of a line is white space.
    fn touch(&self, line: u32, part: Range<usize>) -> bool {
        let between = self.text(line).and_then(|text| text.get(part));
        between.is_some_and(|between| between.trim().is_empty())
    }

    /// The part of a word of a delimited text: the next match, on this line or the next few.
    fn next_part(&mut self, word: &str) -> Option<(u32, Range<usize>)> {
        let (first, from) = self.cursor?;
        let mut lines = first..=first.saturating_add(NEXT_LINES);
        let (line, part) = lines.find_map(|line| {
            let from = if line == first { from } else { 0 };
            let part = occurrence(self.text(line)?, from, word, &[])?;
            (part.start - from <= NEXT).then_some((line, part))
        })?;
        self.cursor = Some((line, part.end));
        Some((line, part))
    }

    /// The part of a word in a line: the first match after the words found before, else one before
    /// them.
    fn part(&mut self, line: u32, word: &str) -> Option<Range<usize>> {
        let text = self.text(line)?;
        let none = Vec::new();
        let found = self.found.get(&line).unwrap_or(&none);
        let end = found.last().map_or(0, |part| part.end);
        let part = occurrence(text, end, word, &[]).or_else(|| {
            let near = found.len() < NEAR && text.len() < NEAR;
            if near { occurrence(text, 0, word, found) } else { None }
        })?;
        self.found.entry(line).or_default().push(part.clone());
        Some(part)
    }
}

/// The match of a word in a line from a byte on, outside the parts `taken`; whole words first.
fn occurrence(text: &str, from: usize, word: &str, taken: &[Range<usize>]) -> Option<Range<usize>> {
    let near = text.get(from..text.floor_char_boundary(from.saturating_add(NEAR)))?;
    let parts = || {
        let parts = near.match_indices(word).map(|(at, _)| from + at..from + at + word.len());
        parts.filter(|part| taken.iter().all(|other| apart(part, other)))
    };
    parts().find(|part| is_whole(text, part)).or_else(|| parts().next())
}

const fn apart(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.end <= b.start || b.end <= a.start
}

/// Whether white space or a delimiter is on both sides of a part of a line.
fn is_whole(text: &str, part: &Range<usize>) -> bool {
    let parts = |c: char| c.is_whitespace() || matches!(c, '|' | '"');
    let before = text.get(..part.start).and_then(|before| before.chars().next_back());
    let after = text.get(part.end..).and_then(|after| after.chars().next());
    before.is_none_or(parts) && after.is_none_or(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_model::Place;
    use phuluc_page::line::Gap;

    fn found(source: &mut TextSource, words: &str, line: u32) -> Vec<String> {
        let word = |text: &str| Word {
            text: text.into(),
            gap: Gap::Space,
            place: Place::new(1, line),
            pieces: 1,
        };
        let words: Vec<Word> = words.split(' ').map(word).collect();
        let areas = source.areas(&words);
        let text = |area: &(u32, Area)| match area.1 {
            Area::Words { line, start, end } => {
                source.text(line).unwrap().get(start..end).unwrap().to_owned()
            }
            Area::Box { .. } => String::new(),
        };
        areas.iter().map(text).collect()
    }

    #[test]
    fn words_of_two_cells_are_found_one_after_the_other() {
        let mut source = TextSource::new("x\n1 Sở Nội vụ  Sở Nội vụ Tháng 1\r\n");
        assert_eq!(found(&mut source, "1", 2), ["1"]);
        assert_eq!(found(&mut source, "Sở Nội vụ", 2), ["Sở Nội vụ"]);
        assert_eq!(found(&mut source, "Sở Nội vụ", 2), ["Sở Nội vụ"]);
        assert_eq!(found(&mut source, "Tháng 1", 2), ["Tháng 1"]);
        assert_eq!(
            source.found[&2].last(),
            Some(&(source.lines[1].text.len() - 1..source.lines[1].text.len()))
        );
    }

    #[test]
    fn a_cell_of_several_lines_does_not_lose_those_after_it() {
        let mut source = TextSource::delimited("1\t\"Sở\nTỉnh\"\tQuý I\n2\tSở<br>Tỉnh\tQuý I");
        source.open_row(1);
        assert_eq!(found(&mut source, "Sở Tỉnh Quý I", 1), ["Sở", "Tỉnh", "Quý I"]);
        source.open_row(3);
        assert_eq!(found(&mut source, "2 Sở Tỉnh", 3), ["2\tSở", "Tỉnh"]);
        assert_eq!(source.cursor, Some((3, source.lines[2].text.len() - "\tQuý I".len())));
    }

    #[test]
    fn words_before_are_found_and_missing_words_are_not() {
        let mut source = TextSource::new("Quý II|\"Sở\"|Quý I");
        assert_eq!(found(&mut source, "Sở", 1), ["Sở"]);
        assert_eq!(found(&mut source, "Quý I", 1), ["Quý I"]);
        assert_eq!(found(&mut source, "Quý", 1), ["Quý"]);
        assert!(found(&mut source, "Bộ", 1).is_empty() && found(&mut source, "Sở", 9).is_empty());
    }
}
