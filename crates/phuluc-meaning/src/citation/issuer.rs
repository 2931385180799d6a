//! Who issued a document: the body after `của`, up to the first word that does not belong to its
//! name.

use std::cmp::Ordering;

use super::body::{self, FIELDS, NameEnding, SYLLABLES};
use phuluc_language::fold;
use phuluc_language::lexicon::{Kinds, Opens, WordKind, head_length};

/// An issuer and the words after it.
pub(super) struct Issuer {
    pub(super) name: String,
    /// Empty where a mark separates them from the name.
    pub(super) after: String,
}

/// The longest issuer; more words than this are a sentence that the rules did not see the end of.
///
/// `Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch` has nine.
const MOST_WORDS: usize = 14;

/// Marks that end an issuer.
const MARKS: [char; 11] = [',', ';', ':', '.', ')', '(', '”', '“', '"', '/', '…'];

const ISSUER_END: Kinds = Kinds::new(&[WordKind::IssuerEnd]);
const ISSUER_TITLE: Kinds = Kinds::new(&[WordKind::IssuerTitle]);

/// Reads the text after a reference.
///
/// A lone syllable (`của Bộ`, `của sở …`) is not an issuer, and neither is a name whose end the
/// rules do not find.
pub(super) fn read(coming: &str) -> Option<Issuer> {
    let coming = coming.trim_start_matches([',', ')', ' ', '\n']);
    let mut words = coming.split_whitespace().take(MOST_WORDS + 5);
    if words.next() != Some("của") {
        return None;
    }
    let words: Vec<&str> = words.collect();
    let IssuerName { text, length, marked } = name(&words)?;
    let spaces = text.matches(' ').count();
    let after = words.get(length..).filter(|_| !marked).unwrap_or_default().join(" ");
    ((1..MOST_WORDS).contains(&spaces) || body::is_abbreviation(&text))
        .then_some(Issuer { name: text, after })
}

struct IssuerName {
    text: String,
    /// How many words it takes.
    length: usize,
    /// Whether a mark ends it.
    marked: bool,
}

impl IssuerName {
    /// The dot of `UBND TP.` at the end of a sentence does not belong to the name.
    fn new(text: &str, length: usize, marked: bool) -> Self {
        Self { text: text.trim_end_matches('.').to_owned(), length, marked }
    }
}

/// The name that the words begin with, without the mark that ends it; `None` where they are not a
/// body or a word leaves it open whether it belongs to the name.
fn name(words: &[&str]) -> Option<IssuerName> {
    let head = body::head(words).filter(|head| *head > 0)?;
    let mut text = String::new();
    let mut sure = head;
    for (place, word) in words.iter().enumerate() {
        let (passed, after) = words.split_at_checked(place)?;
        if place >= sure {
            match step(passed, head, after) {
                NameStep::On(count) => sure = place + count,
                NameStep::End => return Some(IssuerName::new(&text, place, false)),
                NameStep::Unknown => return None,
            }
        }
        if place > 0 {
            text.push(' ');
        }
        let shown = shown(word);
        text.push_str(shown);
        if shown.len() < word.len() {
            let told = words.get(..=place)?;
            match after_mark(word, told, after.get(1..)?) {
                NameStep::On(_) => text.push(','),
                NameStep::End => return Some(IssuerName::new(&text, place + 1, true)),
                NameStep::Unknown => return None,
            }
        }
    }
    Some(IssuerName::new(&text, words.len(), false))
}

/// The word up to its first mark; the dot of `TP.` is not one.
fn shown(word: &str) -> &str {
    let dot = body::abbreviated_territory(word).map_or(0, |short| short.len() + 1);
    let rest = word.get(dot..).unwrap_or_default();
    let length = dot + rest.find(MARKS).unwrap_or(rest.len());
    word.get(..length).unwrap_or(word)
}

/// What a word means for the name before it.
enum NameStep {
    /// This many words belong to the name.
    On(usize),
    End,
    Unknown,
}

/// A verb, a preposition, another body or document ends a name. A small word goes on with it where
/// names are made of such words or where it is the second syllable after a capital one.
fn step(passed: &[&str], head: usize, words: &[&str]) -> NameStep {
    let Some((first, rest)) = words.split_first() else { return NameStep::End };
    let previous = passed.last().copied().unwrap_or_default();
    if first.starts_with(MARKS) || fold::key(first).starts_with("v/v") {
        NameStep::End
    } else if matches!(*first, "-" | "–" | "—") {
        after_dash(rest)
    } else if *first == "và" {
        after_and(previous, rest)
    } else if first.starts_with(char::is_lowercase) {
        small(body::ending(passed, head), previous, words)
    } else if matches!(previous, "và" | "-" | "–" | "—") {
        NameStep::On(head_length(FIELDS, words).max(1))
    } else {
        capital(body::ending(passed, head), words)
    }
}

fn small(ending: NameEnding, previous: &str, words: &[&str]) -> NameStep {
    let opens = Opens::at(words.iter().copied());
    let syllables = head_length(SYLLABLES, words).max(head_length(FIELDS, words));
    let body = body::named(words);
    if body > 0 {
        NameStep::On(body)
    } else if head_length(ISSUER_END, words) > 0 || opens.time {
        NameStep::End
    } else if opens.task || opens.product {
        if ending == NameEnding::Head { NameStep::Unknown } else { NameStep::End }
    } else if syllables > 0 && !matches!(ending, NameEnding::Territory | NameEnding::Place) {
        NameStep::On(syllables)
    } else if ending.is_complete() {
        NameStep::End
    } else if ending == NameEnding::Other && is_first_syllable(previous) {
        NameStep::On(1)
    } else {
        NameStep::Unknown
    }
}

/// A word with a capital opens a title after a name that is complete, and a part of the name after
/// its head: `UBND phường Bến Thành Tổ chức hội nghị`, `Ban Tổ chức Trung ương`.
fn capital(ending: NameEnding, words: &[&str]) -> NameStep {
    let opens = Opens::at(words.iter().copied());
    let symbol = words.first().is_some_and(|word| {
        word.contains('/') && word.contains(|char: char| char.is_ascii_digit())
    });
    let body = body::named(words);
    let field = head_length(FIELDS, words).max(1);
    let complete = ending.is_complete();
    if symbol || head_length(ISSUER_TITLE, words) > 0 {
        NameStep::End
    } else if body > 0 {
        NameStep::On(body)
    } else if ending == NameEnding::Head {
        NameStep::On(field)
    } else if opens.product && !opens.unit {
        NameStep::End
    } else if opens.task {
        if complete { NameStep::End } else { NameStep::Unknown }
    } else if body::is_plural(words) || (complete && opens.unit) {
        // The next cell of a table that lost its columns: `Bộ Chính trị Bộ Y tế`.
        NameStep::Unknown
    } else {
        NameStep::On(field)
    }
}

/// A dash occurs inside names (`Phòng Văn hóa - Xã hội`) and before titles.
fn after_dash(rest: &[&str]) -> NameStep {
    let opens = Opens::at(rest.iter().copied());
    let big = rest.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    if !big || opens.product || opens.task || head_length(ISSUER_TITLE, rest) > 0 {
        NameStep::End
    } else if opens.unit && head_length(FIELDS, rest) == 0 {
        NameStep::Unknown
    } else {
        NameStep::On(1)
    }
}

/// A second issuer leaves it open who issued the document; the deputies, the council and the
/// committee of one place are named together (`Văn phòng HĐND và UBND phường`).
fn after_and(previous: &str, rest: &[&str]) -> NameStep {
    let next = rest.first().copied().unwrap_or_default();
    let big = next.starts_with(char::is_uppercase);
    let pair = matches!(
        (previous, next),
        ("HĐND" | "dân", "UBND" | "Ủy" | "Uỷ") | ("ĐBQH", "HĐND" | "Hội")
    );
    match Opens::at(rest.iter().copied()) {
        _ if pair => NameStep::On(1),
        opens if big && opens.unit && head_length(FIELDS, rest) == 0 => NameStep::Unknown,
        _ if is_part(rest) => NameStep::On(1),
        _ => NameStep::End,
    }
}

fn is_first_syllable(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !body::is_abbreviation(word)
}

/// What the words after a mark mean for the name before it.
///
/// After a comma a name goes on with more of its fields or with the territory around it. Another
/// body there is a second issuer where nothing but a title or the end follows; else it is the
/// subject of the sentence: `của UBND tỉnh, UBND phường xây dựng …`.
fn after_mark(word: &str, passed: &[&str], rest: &[&str]) -> NameStep {
    if !word.ends_with(',') {
        return NameStep::End;
    }
    match body::around(passed, rest) {
        _ if name_goes_on(rest) => return NameStep::On(1),
        Some(Ordering::Greater) => return NameStep::On(1),
        // Two of a list, or a city in a city.
        Some(Ordering::Equal) => return NameStep::Unknown,
        _ => {}
    }
    let big = rest.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    match name(rest).filter(|_| big) {
        Some(second) if ends_list(&second, rest) => NameStep::Unknown,
        _ => NameStep::End,
    }
}

fn ends_list(name: &IssuerName, words: &[&str]) -> bool {
    let last = name.length.checked_sub(1).and_then(|last| words.get(last));
    let closed = name.marked && last.is_some_and(|last| !last.ends_with(','));
    match words.get(name.length..).unwrap_or_default() {
        [] => true,
        after => closed || head_length(ISSUER_TITLE, after) > 0,
    }
}

/// Whether a name goes on after a comma: `Bộ Văn hóa, Thể thao và Du lịch`.
///
/// It does where the next words are capitalised, are neither a body nor a document, and reach `và`
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
