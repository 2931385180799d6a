//! Abbreviations of units and of their fields, written out.

use super::cell::Word;
use super::opening::head_length;
use super::short::{Standing, core, find, may_be_short};
use phuluc_language::abbreviations::{AbbreviationKind, LongForm};
use phuluc_language::fold;

/// The value with its abbreviations written out; `None` where it has none.
///
/// An abbreviation in brackets behind its own words is left out: `Ủy ban nhân dân (UBND) 10 phường`
/// is `Ủy ban nhân dân 10 phường`.
pub(super) fn expanded(value: &str, kind: Kind) -> Option<String> {
    if !value.split(' ').any(may_be_short) {
        return None;
    }
    let words = words(value);
    let opening: Vec<Word<'_>> = words.iter().take(3).map(|word| Word::alone(word)).collect();
    let head = head_length(&opening);
    let mut out = String::new();
    for (place, word) in words.iter().enumerate() {
        let core = core(word);
        let listed = head > 0 && out.ends_with([':', ',']);
        let standing = match place {
            0 if kind == Kind::Unit => Standing::First,
            _ if place == head || listed => Standing::Named,
            _ => Standing::Within,
        };
        let long = written_out(core, standing);
        if long.as_deref().is_some_and(|long| is_echo(&out, word, long)) {
            out.push_str(word.split(')').next_back().unwrap_or_default());
            continue;
        }
        if place > 0 {
            out.push(' ');
        }
        match long {
            // The dot of `TT.` goes with the abbreviation.
            Some(long) if is_head(word) => out.push_str(&long),
            Some(long) => out.push_str(&word.replacen(core, &long, 1)),
            None => out.push_str(word),
        }
    }
    (out != value).then_some(out)
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Unit,
    /// `TT` before it is a circular (thông tư) as well as a centre, so it is not written out.
    Product,
}

/// The words of a value; `HĐND & UBND` is one, as `HĐND&UBND` is, and `VP.HĐND` is two.
fn words(value: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut pieces = value.split(' ').peekable();
    while let Some(piece) = pieces.next() {
        let pair = words.last().zip(pieces.peek()).filter(|_| piece == "&");
        let pair = pair.map(|(first, second)| format!("{first}&{second}"));
        if let Some(pair) = pair.filter(|pair| written_out(core(pair), Standing::Named).is_some()) {
            words.pop();
            words.push(pair);
            pieces.next();
            continue;
        }
        let dot = piece.find('.').map_or(0, |dot| dot + 1);
        match piece.split_at_checked(dot) {
            Some((head, name)) if words.is_empty() && is_head(head) && !name.is_empty() => {
                words.extend([head.to_owned(), name.to_owned()]);
            }
            _ => words.push(piece.to_owned()),
        }
    }
    words
}

/// `TT.`, `VP.`: the head of a unit, shortened with a dot.
fn is_head(word: &str) -> bool {
    let short = word.strip_suffix('.').and_then(|short| find(short, Standing::First));
    short.is_some_and(|long| long.kind == AbbreviationKind::Head)
}

/// A word written out: an abbreviation, or several with a mark between them (`HĐND-UBND`,
/// `HĐND&UBND`). A symbol (`12/KH-UBND`) has parts that are none.
fn written_out(word: &str, standing: Standing) -> Option<String> {
    if let Some(long) = find(word, standing) {
        return Some(written(long, standing));
    }
    let joints = [('-', " - "), ('/', "/"), ('&', " và ")];
    let (mark, joint) = joints.into_iter().find(|(mark, _)| word.contains(*mark))?;
    let parts: Option<Vec<String>> = word
        .split(mark)
        .enumerate()
        .map(|(place, part)| {
            // Only the first part opens the value.
            let standing = match standing {
                Standing::First if place > 0 => Standing::Named,
                standing => standing,
            };
            find(part, standing).map(|long| written(long, standing))
        })
        .collect();
    parts.map(|parts| parts.join(joint))
}

/// The words of an abbreviation as they are written in its place.
fn written(long: LongForm, standing: Standing) -> String {
    match (long.kind, standing) {
        (AbbreviationKind::Field | AbbreviationKind::Office, Standing::Within)
        | (AbbreviationKind::Thing, Standing::Named | Standing::Within) => {
            long.words.to_lowercase()
        }
        _ => long.words.to_owned(),
    }
}

/// Whether the words in front already say what the word in brackets abbreviates.
fn is_echo(before: &str, word: &str, long: &str) -> bool {
    let short = word.starts_with('(') && word.contains(')');
    // No more of the words in front is looked at than the long form has.
    let count = long.split(' ').count();
    let start =
        before.rsplitn(count + 1, ' ').take(count).map(|word| word.len() + 1).sum::<usize>();
    let tail = before.get(before.len().saturating_sub(start)..).unwrap_or(before);
    short && fold::key(tail).ends_with(&fold::key(long))
}
