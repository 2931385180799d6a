//! Text chunks: words of one line that are one text.

use phuluc_page::extent::Extent;
use phuluc_page::placed_word::PlacedWord;

/// Words of one text on one line; places in points.
#[derive(Debug, Clone)]
pub(crate) struct TextChunk {
    pub(crate) words: Vec<PlacedWord>,
    pub(crate) x: Extent,
    pub(crate) y: Extent,
    pub(crate) baseline: f32,
    pub(crate) size: f32,
}

/// A space between two words, as a share of the size.
const SPACE: f32 = 0.3;

/// The chunks of words that are in the order of their lines.
pub(crate) fn chunks(words: &[PlacedWord]) -> Vec<TextChunk> {
    words.chunk_by(|a, b| a.line == b.line && b.follows).filter_map(chunk).collect()
}

/// The chunk of some words of a line.
pub(crate) fn chunk(words: &[PlacedWord]) -> Option<TextChunk> {
    let first = words.first()?;
    Some(TextChunk {
        x: Extent::around(words.iter().map(|word| word.x))?,
        y: Extent::around(words.iter().map(PlacedWord::y))?,
        baseline: first.baseline,
        size: words.iter().map(|word| word.size).fold(0.0, f32::max),
        words: words.to_vec(),
    })
}

/// A gutter between columns is at least this many times as wide as the other spaces of a chunk, and
/// at least `WHITE` font sizes wide.
const WIDER: f32 = 1.6;
const WHITE: f32 = 0.45;

impl TextChunk {
    /// Moves it into a column by the least distance; its place is clipped if it is too wide.
    pub(crate) fn move_into(&mut self, column: Extent) {
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

    /// Cuts it at column borders where two texts are so near that they were taken for one.
    pub(crate) fn cut(self, borders: &[f32]) -> Vec<Self> {
        let gap = |pair: &[PlacedWord]| match pair {
            [a, b] => b.x.min - a.x.max,
            _ => 0.0,
        };
        let mut gaps: Vec<f32> = self.words.windows(2).map(gap).collect();
        gaps.sort_by(f32::total_cmp);
        // The narrower half of the spaces are inside the texts.
        let usual = match gaps.as_slice() {
            [] => return vec![self],
            [_] => SPACE * self.size,
            gaps => gaps.get((gaps.len() - 1) / 2).copied().unwrap_or_default(),
        };
        let parts = |a: &PlacedWord, b: &PlacedWord| {
            let white = Extent { min: a.x.max - 1.0, max: b.x.min + 1.0 };
            let wide = b.x.min - a.x.max > (WIDER * usual).max(WHITE * self.size);
            wide && borders.iter().any(|border| white.holds(*border))
        };
        self.words.chunk_by(|a, b| !parts(a, b)).filter_map(chunk).collect()
    }

    /// The text of its only word.
    pub(crate) fn word(&self) -> Option<&str> {
        match self.words.as_slice() {
            [word] => Some(&word.text),
            _ => None,
        }
    }

    /// The text of its first word.
    pub(crate) fn first(&self) -> &str {
        self.words.first().map_or("", |word| &word.text)
    }
}
