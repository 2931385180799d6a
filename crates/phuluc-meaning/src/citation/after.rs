//! The words behind a reference: its date and who issued it.

use std::sync::LazyLock;

use phuluc_model::Date;
use regex::{Captures, Regex};

use crate::lexicon::{Heads, Opens};

/// What the words behind say.
#[derive(Default)]
pub(super) struct After {
    pub(super) date: Option<Date>,
    pub(super) issuer: Option<String>,
    /// How many bytes the date takes.
    pub(super) length: usize,
}

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let figures = r"([0-9]{1,2})\s?[/.-]\s?([0-9]{1,2})\s?[/.-]\s?([0-9]{4})";
    let words = r"([0-9]{1,2})\s+tháng\s+([0-9]{1,2})\s+năm\s+([0-9]{4})";
    Regex::new(&format!(r"^[0-9]{{0,2}}\s*[,(]?\s*ngày\s+(?:{words}|{figures})\b")).ok()
});

/// Reads the text behind a reference; figures right behind it are the mark of a footnote.
pub(super) fn read(coming: &str) -> After {
    let dated = DATE.as_ref().and_then(|pattern| pattern.captures(coming));
    let length = dated.as_ref().and_then(|captures| captures.get(0)).map_or(0, |all| all.end());
    let date = dated.as_ref().and_then(date);
    After { date, issuer: coming.get(length..).and_then(issuer), length }
}

fn date(captures: &Captures<'_>) -> Option<Date> {
    let mut figures = captures.iter().skip(1).flatten().map(|group| group.as_str());
    let day = figures.next()?.parse().ok()?;
    let month = figures.next()?.parse().ok()?;
    let year = figures.next()?.parse().ok()?;
    Date::new(year, month, day).ok()
}

/// The longest issuer; more words than this are a sentence that the rules did not see the end of.
///
/// `Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch` has nine.
const MOST_WORDS: usize = 14;

/// Marks that end an issuer.
const MARKS: [char; 10] = [',', ';', ':', '.', ')', '(', '”', '“', '"', '/'];

/// Small words that follow an issuer and belong to no name of a body, beside the heads of tasks,
/// products and times.
const ENDS: &str = "về việc để nhằm trong trên tại theo được đã đang sẽ có là do với cho từ đến khi nếu mà thì trình \
    giao khóa này như nêu gửi nhiệm|kỳ thực|hiện phê|duyệt thông|qua công|bố bảo|đảm đảm|bảo nội|dung làm|cơ|sở";

static END_WORDS: LazyLock<Heads> = LazyLock::new(|| Heads::of(ENDS));

/// Who issued the document: the body behind `của`, up to the first word that is none of its name.
///
/// A lone syllable (`của Bộ`, `của sở …`) is no issuer.
fn issuer(coming: &str) -> Option<String> {
    let coming = coming.trim_start_matches([',', ')', ' ', '\n']);
    let mut words = coming.split_whitespace().take(MOST_WORDS + 5);
    if words.next() != Some("của") {
        return None;
    }
    let words: Vec<&str> = words.collect();
    if !Opens::at(words.iter().copied()).unit {
        return None;
    }
    let name = name(&words);
    let spaces = name.matches(' ').count();
    ((1..MOST_WORDS).contains(&spaces) || is_abbreviation(&name)).then_some(name)
}

fn is_abbreviation(name: &str) -> bool {
    name.chars().filter(|char| char.is_uppercase()).count() >= 2
}

/// The name that the words begin with, without the mark that ends it.
fn name(words: &[&str]) -> String {
    let mut name = String::new();
    for (place, word) in words.iter().enumerate() {
        let behind = words.get(place..).unwrap_or_default();
        if word.starts_with(MARKS) || (place > 0 && ends_before(behind)) {
            break;
        }
        let within = word.ends_with(',') && name_goes_on(behind.get(1..).unwrap_or_default());
        let shown = if within { *word } else { word.split(MARKS).next().unwrap_or_default() };
        if place > 0 {
            name.push(' ');
        }
        name.push_str(shown);
        if shown.len() < word.len() {
            break;
        }
    }
    name
}

/// Whether the words are no part of a name: a verb, a preposition, another body or document.
fn ends_before(words: &[&str]) -> bool {
    let Some((first, rest)) = words.split_first() else { return true };
    if *first == "và" {
        return !is_part(rest);
    }
    let opens = Opens::at(words.iter().copied());
    if first.starts_with(char::is_lowercase) {
        return END_WORDS.opens(words) || opens.task || opens.product || opens.time;
    }
    let symbol = first.contains('/') && first.contains(|char: char| char.is_ascii_digit());
    symbol || (opens.product && !opens.unit)
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
    capital && !opens.unit && !opens.product
}
