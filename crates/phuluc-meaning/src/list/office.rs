//! The office of two bodies, whose name holds a `và`: `Văn phòng HĐND và UBND`.

use super::cell::{Word, key};

/// `Đoàn đại biểu Quốc hội (ĐBQH)`, the longest first body, has six words.
const LONGEST_BODY: usize = 6;

/// Behind its bodies an office may name its territory by one word (`xã`).
const LONGEST_END: usize = 5;

/// Whether a conjunction joins two bodies of one office, whatever stands in front of the office:
/// `Lãnh đạo Văn phòng HĐND và UBND`, `Văn phòng Đoàn ĐBQH và HĐND tỉnh`.
pub(super) fn is_one(before: &[Word<'_>], behind: &[Word<'_>]) -> bool {
    let reach = before.len().saturating_sub(LONGEST_BODY + 2);
    is_second(behind)
        && (reach..before.len()).any(|place| {
            let words = before.get(place..).unwrap_or_default();
            head(words).is_some_and(|head| is_first(words.get(head..).unwrap_or_default()))
        })
}

/// Whether the words open with the office, both bodies named.
pub(super) fn opens(words: &[Word<'_>]) -> bool {
    let Some(bodies) = head(words).and_then(|head| words.get(head..)) else { return false };
    let glued = key(bodies, 0, 1);
    let joined = |place: &usize| {
        let (first, second) = bodies.split_at_checked(*place).unwrap_or_default();
        let joint = second.first().is_some_and(|word| matches!(word.text, "và" | "&" | "-" | "–"));
        joint && is_first(first) && is_second(second.get(1..).unwrap_or_default())
    };
    matches!(glued.as_str(), "hđnd-ubnd" | "hđnd&ubnd") || (1..=LONGEST_BODY).any(|at| joined(&at))
}

/// Whether the words end with the office.
pub(super) fn ends(words: &[Word<'_>]) -> bool {
    let reach = words.len().saturating_sub(LONGEST_BODY + LONGEST_END + 2);
    (reach..words.len()).any(|place| {
        let office = words.get(place..).unwrap_or_default();
        let last = office.len().saturating_sub(LONGEST_END);
        opens(office)
            && (last..office.len()).any(|place| is_second(office.get(place..).unwrap_or_default()))
    })
}

/// How many of the words are the head.
fn head(words: &[Word<'_>]) -> Option<usize> {
    if key(words, 0, 2) == "văn phòng" {
        return Some(2);
    }
    (key(words, 0, 1) == "vp").then_some(1)
}

fn is_first(words: &[Word<'_>]) -> bool {
    let body = key(words, 0, LONGEST_BODY);
    let council = body.starts_with("hđnd") || body.starts_with("hội đồng nhân dân");
    let deputies = ["đbqh", "đại biểu quốc hội"].iter().any(|end| body.contains(end));
    words.len() <= LONGEST_BODY && (council || deputies)
}

fn is_second(words: &[Word<'_>]) -> bool {
    let body = key(words, 0, 4);
    let starts = ["ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân"];
    starts.iter().any(|start| body.starts_with(start))
}
