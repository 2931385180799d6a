//! Footnote marks: raised digits after a word.

use std::ops::Range;

use crate::letter::{GAP, SAME_LINE};
use crate::placed_word::{Lie, PlacedWord};
use crate::spelling;

/// How many words on each side of a mark are compared, to bound the time: a line has far fewer words. A
/// mark without its word stays a word of its own; no text is lost.
const REACH: usize = 1_000;

/// How much higher than its word a footnote mark is, as a share of the word's size.
const RAISED: Range<f32> = 0.15..0.7;

/// Joins raised digits to the word before them (`CTr/BCĐ³`), and the text right after them too.
pub(crate) fn glue(words: &mut Vec<PlacedWord>) {
    words.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let tallest = words.iter().map(|word| word.size).fold(0.0, f32::max);
    let mut gone = vec![false; words.len()];
    for index in 0..words.len() {
        let Some((mark, bearer)) = bearer(words, index, tallest) else { continue };
        let tail = follower(words, bearer, &mark).filter(|tail| gone.get(*tail) == Some(&false));
        append(words, bearer, &mark);
        if let Some(tail) = tail.and_then(|tail| words.get(tail)).cloned() {
            append(words, bearer, &tail);
        }
        for index in [Some(index), tail].into_iter().flatten() {
            if let Some(slot) = gone.get_mut(index) {
                *slot = true;
            }
        }
    }
    let mut gone = gone.into_iter();
    words.retain(|_| !gone.next().unwrap_or(false));
}

/// If the word at `index` is a footnote mark: the mark, and the index of the word that it belongs to.
fn bearer(words: &[PlacedWord], index: usize, tallest: f32) -> Option<(PlacedWord, usize)> {
    let mark = words.get(index)?;
    if mark.lie != Lie::Level || !spelling::is_note_mark(&mark.text) {
        return None;
    }
    let bears = |word: &PlacedWord| {
        let raised = (word.baseline - mark.baseline) / word.size;
        mark.size < 0.85 * word.size && RAISED.contains(&raised) && touch(word, mark)
    };
    let below = words.iter().enumerate().skip(index + 1).take(REACH);
    let near =
        |(_, word): &(usize, &PlacedWord)| word.baseline - mark.baseline <= RAISED.end * tallest;
    let (bearer, _) = below.take_while(near).find(|(_, word)| bears(word))?;
    Some((mark.clone(), bearer))
}

/// The word on the same line that begins where the mark ends.
fn follower(words: &[PlacedWord], bearer: usize, mark: &PlacedWord) -> Option<usize> {
    let line = words.get(bearer)?;
    let follows = |word: &PlacedWord| {
        (word.baseline - line.baseline).abs() < SAME_LINE * line.size && touch(mark, word)
    };
    let near = words.iter().enumerate().skip(bearer.saturating_sub(REACH)).take(2 * REACH);
    let mut near = near.filter(|(index, word)| *index != bearer && follows(word));
    near.next().map(|(index, _)| index)
}

fn touch(left: &PlacedWord, right: &PlacedWord) -> bool {
    (right.x.min - left.x.max).abs() < GAP * left.size.max(right.size)
}

fn append(words: &mut [PlacedWord], bearer: usize, part: &PlacedWord) {
    if let Some(word) = words.get_mut(bearer) {
        word.text.push_str(&part.text);
        word.x = word.x.join(part.x);
    }
}
