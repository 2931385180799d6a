//! Who issued a document: the body behind `của`, up to the first word that is none of its name.

use std::cmp::Ordering;

use super::body::{self, Ending, FIELDS, SYLLABLES};
use phuluc_language::fold;
use phuluc_language::lexicon::{Kinds, Opens, WordKind, head_length};

/// An issuer and the words behind it.
pub(super) struct Issuer {
    pub(super) name: String,
    /// Empty where a mark parts them from the name.
    pub(super) behind: String,
}

/// The longest issuer; more words than this are a sentence that the rules did not see the end of.
///
/// `Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch` has nine.
const MOST_WORDS: usize = 14;

/// Marks that end an issuer.
const MARKS: [char; 11] = [',', ';', ':', '.', ')', '(', '”', '“', '"', '/', '…'];

const ISSUER_END: Kinds = Kinds::of(&[WordKind::IssuerEnd]);
const ISSUER_TITLE: Kinds = Kinds::of(&[WordKind::IssuerTitle]);

/// Reads the text behind a reference.
///
/// A lone syllable (`của Bộ`, `của sở …`) is no issuer, and neither is a name of which the rules do
/// not see the end.
pub(super) fn read(coming: &str) -> Option<Issuer> {
    let coming = coming.trim_start_matches([',', ')', ' ', '\n']);
    let mut words = coming.split_whitespace().take(MOST_WORDS + 5);
    if words.next() != Some("của") {
        return None;
    }
    let words: Vec<&str> = words.collect();
    let Name { text, length, marked } = name(&words)?;
    let spaces = text.matches(' ').count();
    let behind = words.get(length..).filter(|_| !marked).unwrap_or_default().join(" ");
    ((1..MOST_WORDS).contains(&spaces) || body::is_abbreviation(&text))
        .then_some(Issuer { name: text, behind })
}

struct Name {
    text: String,
    /// How many words it takes.
    length: usize,
    /// Whether a mark ends it.
    marked: bool,
}

impl Name {
    /// The dot of `UBND TP.` at the end of a sentence is none of the name.
    fn of(text: &str, length: usize, marked: bool) -> Self {
        Self { text: text.trim_end_matches('.').to_owned(), length, marked }
    }
}

/// The name that the words begin with, without the mark that ends it; `None` where they are no body
/// or a word does not tell whether it belongs to the name.
fn name(words: &[&str]) -> Option<Name> {
    let head = body::head(words).filter(|head| *head > 0)?;
    let mut text = String::new();
    let mut sure = head;
    for (place, word) in words.iter().enumerate() {
        let (passed, behind) = words.split_at_checked(place)?;
        if place >= sure {
            match step(passed, head, behind) {
                Step::On(count) => sure = place + count,
                Step::End => return Some(Name::of(&text, place, false)),
                Step::Unknown => return None,
            }
        }
        if place > 0 {
            text.push(' ');
        }
        let shown = shown(word);
        text.push_str(shown);
        if shown.len() < word.len() {
            let told = words.get(..=place)?;
            match behind_mark(word, told, behind.get(1..)?) {
                Step::On(_) => text.push(','),
                Step::End => return Some(Name::of(&text, place + 1, true)),
                Step::Unknown => return None,
            }
        }
    }
    Some(Name::of(&text, words.len(), false))
}

/// The word up to its first mark; the dot of `TP.` is none.
fn shown(word: &str) -> &str {
    let dot = body::abbreviated_territory(word).map_or(0, |short| short.len() + 1);
    let rest = word.get(dot..).unwrap_or_default();
    let length = dot + rest.find(MARKS).unwrap_or(rest.len());
    word.get(..length).unwrap_or(word)
}

/// Where a word leads behind the words of a name.
enum Step {
    /// This many words belong to the name.
    On(usize),
    End,
    Unknown,
}

/// A verb, a preposition, another body or document ends a name. A small word goes on with it where
/// names are made of such words or where it is the second syllable behind a capital one.
fn step(passed: &[&str], head: usize, words: &[&str]) -> Step {
    let Some((first, rest)) = words.split_first() else { return Step::End };
    let previous = passed.last().copied().unwrap_or_default();
    if first.starts_with(MARKS) || fold::key(first).starts_with("v/v") {
        Step::End
    } else if matches!(*first, "-" | "–" | "—") {
        behind_dash(rest)
    } else if *first == "và" {
        behind_and(previous, rest)
    } else if first.starts_with(char::is_lowercase) {
        small(body::ending(passed, head), previous, words)
    } else if matches!(previous, "và" | "-" | "–" | "—") {
        Step::On(head_length(FIELDS, words).max(1))
    } else {
        capital(body::ending(passed, head), words)
    }
}

fn small(ending: Ending, previous: &str, words: &[&str]) -> Step {
    let opens = Opens::at(words.iter().copied());
    let syllables = head_length(SYLLABLES, words).max(head_length(FIELDS, words));
    let body = body::named(words);
    if body > 0 {
        Step::On(body)
    } else if head_length(ISSUER_END, words) > 0 || opens.time {
        Step::End
    } else if opens.task || opens.product {
        if ending == Ending::Head { Step::Unknown } else { Step::End }
    } else if syllables > 0 && !matches!(ending, Ending::Territory | Ending::Place) {
        Step::On(syllables)
    } else if ending.is_complete() {
        Step::End
    } else if ending == Ending::Other && is_first_syllable(previous) {
        Step::On(1)
    } else {
        Step::Unknown
    }
}

/// A capital opens a title behind a name that is complete, and a part of the name behind its head:
/// `UBND phường Bến Thành Tổ chức hội nghị`, `Ban Tổ chức Trung ương`.
fn capital(ending: Ending, words: &[&str]) -> Step {
    let opens = Opens::at(words.iter().copied());
    let symbol = words.first().is_some_and(|word| {
        word.contains('/') && word.contains(|char: char| char.is_ascii_digit())
    });
    let body = body::named(words);
    let field = head_length(FIELDS, words).max(1);
    let complete = ending.is_complete();
    if symbol || head_length(ISSUER_TITLE, words) > 0 {
        Step::End
    } else if body > 0 {
        Step::On(body)
    } else if ending == Ending::Head {
        Step::On(field)
    } else if opens.product && !opens.unit {
        Step::End
    } else if opens.task {
        if complete { Step::End } else { Step::Unknown }
    } else if body::is_plural(words) || (complete && opens.unit) {
        // The next cell of a table that lost its columns: `Bộ Chính trị Bộ Y tế`.
        Step::Unknown
    } else {
        Step::On(field)
    }
}

/// A dash stands inside names (`Phòng Văn hóa - Xã hội`) and in front of titles.
fn behind_dash(rest: &[&str]) -> Step {
    let opens = Opens::at(rest.iter().copied());
    let big = rest.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    if !big || opens.product || opens.task || head_length(ISSUER_TITLE, rest) > 0 {
        Step::End
    } else if opens.unit && head_length(FIELDS, rest) == 0 {
        Step::Unknown
    } else {
        Step::On(1)
    }
}

/// A second issuer leaves it open who issued the document; the deputies, the council and the
/// committee of one place are named together (`Văn phòng HĐND và UBND phường`).
fn behind_and(previous: &str, rest: &[&str]) -> Step {
    let next = rest.first().copied().unwrap_or_default();
    let big = next.starts_with(char::is_uppercase);
    let pair = matches!(
        (previous, next),
        ("HĐND" | "dân", "UBND" | "Ủy" | "Uỷ") | ("ĐBQH", "HĐND" | "Hội")
    );
    match Opens::at(rest.iter().copied()) {
        _ if pair => Step::On(1),
        opens if big && opens.unit && head_length(FIELDS, rest) == 0 => Step::Unknown,
        _ if is_part(rest) => Step::On(1),
        _ => Step::End,
    }
}

fn is_first_syllable(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !body::is_abbreviation(word)
}

/// Where the words behind a mark lead.
///
/// Behind a comma a name goes on with more of its fields or with the territory around it. Another
/// body there is a second issuer where nothing but a title or the end follows; else it is the
/// subject of the sentence: `của UBND tỉnh, UBND phường xây dựng …`.
fn behind_mark(word: &str, passed: &[&str], rest: &[&str]) -> Step {
    if !word.ends_with(',') {
        return Step::End;
    }
    match body::around(passed, rest) {
        _ if name_goes_on(rest) => return Step::On(1),
        Some(Ordering::Greater) => return Step::On(1),
        // Two of a list, or a city in a city.
        Some(Ordering::Equal) => return Step::Unknown,
        _ => {}
    }
    let big = rest.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    match name(rest).filter(|_| big) {
        Some(second) if ends_list(&second, rest) => Step::Unknown,
        _ => Step::End,
    }
}

fn ends_list(name: &Name, words: &[&str]) -> bool {
    let last = name.length.checked_sub(1).and_then(|last| words.get(last));
    let closed = name.marked && last.is_some_and(|last| !last.ends_with(','));
    match words.get(name.length..).unwrap_or_default() {
        [] => true,
        behind => closed || head_length(ISSUER_TITLE, behind) > 0,
    }
}

/// Whether a name goes on behind a comma: `Bộ Văn hóa, Thể thao và Du lịch`.
///
/// It does where the next words are capitalised, are no body and no document, and come to `và`
/// before any other mark.
fn name_goes_on(words: &[&str]) -> bool {
    let joint = words.iter().take(4).position(|word| *word == "và");
    let Some((part, rest)) = joint.and_then(|place| words.split_at_checked(place)) else {
        return false;
    };
    let whole = part.iter().all(|word| word.chars().all(char::is_alphabetic));
    whole && is_part(part) && is_part(rest.get(1..).unwrap_or_default())
}

/// Whether the words go on with a name: capitalised, and neither a body nor a document.
fn is_part(words: &[&str]) -> bool {
    let opens = Opens::at(words.iter().copied());
    let capital = words.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    capital && (!opens.unit || head_length(FIELDS, words) > 0) && !opens.product
}
