//! Makes numbers and their label whole where no rule shows the cells: pieces below each other in the
//! column of the numbers.

use phuluc_language::fold::plain;

use crate::header::number_label::is_number_label;
use crate::page_reader::column_span::span;
use crate::page_reader::mend::NumberChain;
use crate::page_reader::table_frame::TableFrame;
use crate::page_reader::text_block::TextBlock;
use crate::page_reader::text_chunk::TextChunk;

/// The lines of one broken number are at most this many font sizes apart: double spacing.
const NEXT_LINE: f32 = 2.4;

/// The next piece of a label is looked for among this many chunks after it, so that the time grows
/// with the chunks only.
const NEAR: usize = 64;

/// A number or its label is broken into at most this many pieces.
const MAX_PIECES: usize = 4;

/// Tolerance in font sizes for pieces that begin, end or are centred at one place.
const ALIGNED: f32 = 0.35;

/// Makes number labels whole: `T` above `T`, `ST` above `T`.
pub(crate) fn mend_labels(chunks: &mut Vec<TextChunk>) {
    chunks.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    for at in 0..chunks.len() {
        let Some(pieces) = label_pieces(chunks, at) else { continue };
        let rest: Vec<TextChunk> =
            pieces.iter().filter_map(|index| chunks.get_mut(*index).map(take)).collect();
        if let Some(chunk) = chunks.get_mut(at) {
            for piece in &rest {
                join(chunk, piece);
            }
        }
    }
    chunks.retain(|chunk| !chunk.words.is_empty());
}

/// The chunks that make the chunk a number label with it.
fn label_pieces(chunks: &[TextChunk], at: usize) -> Option<Vec<usize>> {
    let mut last = chunks.get(at)?;
    let mut label = last.word()?.to_owned();
    let mut pieces = Vec::new();
    let begins = |label: &str| ["t", "s", "st"].contains(&plain(label).as_str());
    while begins(&label) && pieces.len() + 1 < MAX_PIECES {
        let from = pieces.last().copied().unwrap_or(at) + 1;
        let below = |(_, chunk): &(usize, &TextChunk)| is_below(last, chunk);
        let near = chunks.iter().enumerate().skip(from).take(NEAR);
        let (index, next) = near.into_iter().find(below)?;
        label.push_str(next.word()?);
        pieces.push(index);
        last = next;
    }
    is_number_label(&plain(&label)).then_some(pieces)
}

/// Makes the numbers whole in the column of the numbers of a table without rules around its cells.
pub(crate) fn mend_numbers(blocks: &mut [TextBlock], frame: TableFrame<'_>) {
    let own = |chunk: &TextChunk| {
        chunk.word().is_some() && span(chunk.x, frame.columns) == (frame.number, frame.number)
    };
    let mut places: Vec<(usize, usize)> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let chunks = block.chunks.iter().enumerate().filter(|(_, chunk)| own(chunk));
        places.extend(chunks.map(|(chunk, _)| (index, chunk)));
    }
    let numbers: Vec<&TextChunk> =
        places.iter().filter_map(|(block, chunk)| blocks.get(*block)?.chunks.get(*chunk)).collect();
    let counts = piece_counts(&numbers);
    let mut rest = places.as_slice();
    for count in counts {
        let Some((own, below)) = rest.split_at_checked(count) else { break };
        let mut pieces = own.iter().filter_map(|(block, chunk)| {
            let chunk = blocks.get_mut(*block)?.chunks.get_mut(*chunk)?;
            Some(take(chunk))
        });
        if let (Some(mut whole), Some((block, chunk))) = (pieces.next(), own.first()) {
            pieces.for_each(|piece| join(&mut whole, &piece));
            if let Some(slot) =
                blocks.get_mut(*block).and_then(|block| block.chunks.get_mut(*chunk))
            {
                *slot = whole;
            }
        }
        rest = below;
    }
    for block in blocks {
        block.chunks.retain(|chunk| !chunk.words.is_empty());
    }
}

/// How many of the texts in the column of the numbers, from top to bottom, are one number each time.
///
/// A number is broken only if it is wider than any text of its column; the numbering is the judge.
fn piece_counts(numbers: &[&TextChunk]) -> Vec<usize> {
    let widest = numbers.iter().map(|chunk| chunk.x.length()).fold(0.0, f32::max);
    let mut chain = NumberChain::default();
    let mut counts = Vec::new();
    let mut rest = numbers;
    while let Some(first) = rest.first() {
        let near = rest.windows(2).take(MAX_PIECES - 1);
        let most = 1 + near.take_while(|pair| matches!(pair, [a, b] if is_below(a, b))).count();
        let is_one = |count: &usize| {
            let pieces = rest.get(..*count).unwrap_or_default();
            let width: f32 = pieces.iter().map(|piece| piece.x.length()).sum();
            let texts: Vec<&str> = pieces.iter().filter_map(|piece| piece.word()).collect();
            width > widest + ALIGNED * first.size && chain.goes_on_with(&texts)
        };
        let count = (2..=most).rev().find(is_one).unwrap_or(1);
        let (own, below) = rest.split_at(count.min(rest.len()));
        let number: String = own.iter().filter_map(|piece| piece.word()).collect();
        chain.note(&number);
        counts.push(count);
        rest = below;
    }
    counts
}

/// Whether a text is on the line below another one and at its place.
fn is_below(above: &TextChunk, below: &TextChunk) -> bool {
    let lines = (below.baseline - above.baseline) / above.size.max(1.0);
    let near = |a: f32, b: f32| (a - b).abs() < ALIGNED * above.size;
    let aligned = near(above.x.min, below.x.min)
        || near(above.x.max, below.x.max)
        || near(above.x.middle(), below.x.middle());
    aligned && (0.5..NEXT_LINE).contains(&lines)
}

/// Takes the words of a chunk, which is to be removed.
fn take(chunk: &mut TextChunk) -> TextChunk {
    let words = std::mem::take(&mut chunk.words);
    TextChunk { words, ..chunk.clone() }
}

/// Adds the word of a piece to the word of a chunk.
fn join(chunk: &mut TextChunk, piece: &TextChunk) {
    if let (Some(word), Some(rest)) = (chunk.words.last_mut(), piece.words.first()) {
        word.text.push_str(&rest.text);
        word.pieces += rest.pieces;
        word.spaced = rest.spaced;
    }
    chunk.x = chunk.x.join(piece.x);
    chunk.y = chunk.y.join(piece.y);
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_page::extent::Extent;
    use phuluc_page::placed_word::{Lie, PlacedWord};

    /// Texts of ten points below each other, five points a letter, with their lines.
    fn chunks(texts: &[(&str, f32)]) -> Vec<TextChunk> {
        let chunk = |(text, line): &(&str, f32)| {
            let letters = u16::try_from(text.chars().count()).unwrap();
            let x = Extent { min: 10.0, max: 10.0 + 5.0 * f32::from(letters) };
            let baseline = 12.0 * line;
            let word = PlacedWord {
                text: (*text).into(),
                x,
                baseline,
                size: 10.0,
                line: 1,
                lie: Lie::Level,
                follows: false,
                spaced: false,
                pieces: 1,
            };
            let y = Extent { min: baseline - 7.5, max: baseline + 2.0 };
            TextChunk { words: vec![word], x, y, baseline, size: 10.0 }
        };
        texts.iter().map(chunk).collect()
    }

    #[test]
    fn a_label_over_lines_is_whole() {
        for texts in [&["T", "T"][..], &["ST", "T"], &["S", "T", "T"]] {
            let lines: Vec<(&str, f32)> = texts.iter().copied().zip([0.0, 1.0, 2.0]).collect();
            let mut label = chunks(&lines);
            mend_labels(&mut label);
            let words: Vec<&str> = label.iter().filter_map(TextChunk::word).collect();
            assert_eq!(words, [texts.concat()]);
            assert_eq!(label[0].words[0].pieces, texts.len());
        }
        let mut far = chunks(&[("T", 0.0), ("T", 9.0)]);
        mend_labels(&mut far);
        assert_eq!(far.len(), 2);
    }

    #[track_caller]
    fn check(texts: &[(&str, f32)], expected: &[usize]) {
        let chunks = chunks(texts);
        assert_eq!(piece_counts(&chunks.iter().collect::<Vec<_>>()), expected);
    }

    #[test]
    fn the_numbering_says_which_pieces_are_one_number() {
        check(
            &[("8", 0.0), ("9", 1.0), ("1", 2.0), ("0", 3.0), ("1", 5.0), ("1", 6.0)],
            &[1, 1, 2, 2],
        );
        check(&[("VII", 0.0), ("1", 1.0), ("2", 2.0), ("VII", 3.0), ("I", 4.0)], &[1, 1, 1, 2]);
        check(&[("1", 0.0), ("2", 1.0), ("3", 2.0)], &[1, 1, 1]);
        // A column that has whole numbers of two figures breaks none of them.
        check(&[("11", 0.0), ("1", 1.0), ("2", 2.0)], &[1, 1, 1]);
    }
}
