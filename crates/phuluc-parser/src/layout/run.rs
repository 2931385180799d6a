//! Runs: words of one line that are one text.

use super::extent::Extent;
use super::page::PlacedWord;

/// Words of one text on one line.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) words: Vec<PlacedWord>,
    pub(super) x: Extent,
    pub(super) y: Extent,
    pub(super) baseline: f32,
    pub(super) size: f32,
}

/// The runs of words that are in the order of their lines.
pub(super) fn runs(words: &[PlacedWord]) -> Vec<Run> {
    words.chunk_by(|a, b| a.line == b.line && b.follows).filter_map(run).collect()
}

/// The run of some words of a line.
pub(super) fn run(words: &[PlacedWord]) -> Option<Run> {
    let first = words.first()?;
    Some(Run {
        x: Extent::around(words.iter().map(|word| word.x))?,
        y: Extent::around(words.iter().map(PlacedWord::y))?,
        baseline: first.baseline,
        size: words.iter().map(|word| word.size).fold(0.0, f32::max),
        words: words.to_vec(),
    })
}

impl Run {
    /// Moves it the least that brings it into a column; one that is too wide loses what is over.
    pub(super) fn move_into(&mut self, column: Extent) {
        let right = (column.min - self.x.min).max(0.0);
        let left = (self.x.max - column.max).max(0.0);
        let by = if right > 0.0 { right } else { -left };
        let moved = |x: Extent| Extent {
            min: (x.min + by).clamp(column.min, column.max),
            max: (x.max + by).clamp(column.min, column.max),
        };
        self.x = moved(self.x);
        for word in &mut self.words {
            word.x = moved(word.x);
        }
    }

    /// The text of its only word.
    pub(super) fn word(&self) -> Option<&str> {
        match self.words.as_slice() {
            [word] => Some(&word.text),
            _ => None,
        }
    }

    /// The text of its first word.
    pub(super) fn first(&self) -> &str {
        self.words.first().map_or("", |word| &word.text)
    }
}
