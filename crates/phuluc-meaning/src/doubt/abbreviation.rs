//! Capitals that become a known abbreviation without their marks: `ƯBND`.

use phuluc_model::{Code, Diagnostic};

use crate::doubt::finding::Suspicion;
use crate::doubt::vocabulary::Case;
use crate::doubt::words::TextWord;
use phuluc_language::abbreviations::{AbbreviationKind, is, state_bodies};
use phuluc_language::letter::{base, split_tone};

/// A word in capitals that is not a known abbreviation and becomes one without marks.
///
/// `Đ` keeps its stroke, because it is a letter of its own in abbreviations; only in those of
/// bodies it may have lost it. Symbols are read too: `12/KH-ƯBND`.
pub(super) fn finding(word: &TextWord) -> Option<Suspicion> {
    if word.case != Case::Capitals || is_known(&word.repair.text) || word.is_possible {
        return None;
    }
    let bare = word.small.chars().map(unmarked).collect::<String>().to_uppercase();
    let known = if is_known(&bare) { Some(bare) } else { body(&bare) }?;
    (known != word.repair.text).then(|| Suspicion {
        said: Diagnostic::new(Code::AcronymLookalike)
            .with("word", word.raw)
            .with("meant", known.as_str()),
        start: word.start,
        found: word.raw.to_owned(),
        suggestion: Some(known),
    })
}

fn unmarked(letter: char) -> char {
    let (shape, _) = split_tone(letter);
    if shape == 'đ' { shape } else { base(shape) }
}

fn is_known(abbreviation: &str) -> bool {
    is(abbreviation, AbbreviationKind::Known)
}

/// The body whose abbreviation has the same letters, strokes aside.
fn body(abbreviation: &str) -> Option<String> {
    let strokeless = abbreviation.replace('Đ', "D");
    let mut bodies = state_bodies().iter();
    bodies.find(|body| body.replace('Đ', "D") == strokeless).map(|body| (*body).to_owned())
}
