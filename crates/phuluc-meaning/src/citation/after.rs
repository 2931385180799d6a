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

/// Small syllables of which names of bodies are made.
const NAME_SYLLABLES: &str = "ban nhân dân tỉnh thành phố quận huyện thị xã trấn phường đặc khu trung ương các cấp nhà nước \
    quốc gia quân sự chính phủ hội đồng mầm non tiểu học phổ thông cơ sở";

static SYLLABLES: LazyLock<Heads> = LazyLock::new(|| Heads::of(NAME_SYLLABLES));

/// Who issued the document: the body behind `của`, up to the first word that is none of its name.
///
/// A lone syllable (`của Bộ`, `của sở …`) is no issuer, and neither is a name of which the rules do
/// not see the end.
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
    let name = name(&words)?;
    let spaces = name.matches(' ').count();
    ((1..MOST_WORDS).contains(&spaces) || is_abbreviation(&name)).then_some(name)
}

fn is_abbreviation(name: &str) -> bool {
    name.chars().filter(|char| char.is_uppercase()).count() >= 2
}

/// The name that the words begin with, without the mark that ends it; `None` where a word does not
/// tell whether it belongs to the name.
fn name(words: &[&str]) -> Option<String> {
    let mut name = String::new();
    let mut previous = "";
    for (place, word) in words.iter().enumerate() {
        let behind = words.get(place..)?;
        match step(previous, behind) {
            _ if place == 0 => {}
            Step::On => name.push(' '),
            Step::End => break,
            Step::Unknown => return None,
        }
        let within = word.ends_with(',') && name_goes_on(behind.get(1..)?);
        let shown = if within { *word } else { word.split(MARKS).next()? };
        name.push_str(shown);
        if shown.len() < word.len() {
            break;
        }
        previous = word;
    }
    Some(name.trim_end().to_owned())
}

/// Where a word leads behind the words of a name.
enum Step {
    On,
    End,
    Unknown,
}

/// A verb, a preposition, another body or document ends a name. A small word goes on with it where
/// names are made of such words or where it is the second syllable behind a capital one.
fn step(previous: &str, words: &[&str]) -> Step {
    let Some((first, rest)) = words.split_first() else { return Step::End };
    let opens = Opens::at(words.iter().copied());
    if first.starts_with(MARKS) {
        Step::End
    } else if *first == "và" {
        behind_and(rest)
    } else if !first.starts_with(char::is_lowercase) {
        let symbol = first.contains('/') && first.contains(|char: char| char.is_ascii_digit());
        if symbol || (opens.product && !opens.unit) { Step::End } else { Step::On }
    } else if END_WORDS.opens(words) || opens.task || opens.product || opens.time {
        Step::End
    } else if SYLLABLES.opens(words) || is_first_syllable(previous) {
        Step::On
    } else {
        Step::Unknown
    }
}

/// A second issuer leaves it open who issued the document.
fn behind_and(rest: &[&str]) -> Step {
    let big = rest.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    match Opens::at(rest.iter().copied()) {
        opens if big && opens.unit => Step::Unknown,
        _ if is_part(rest) => Step::On,
        _ => Step::End,
    }
}

fn is_first_syllable(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !is_abbreviation(word)
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
