//! The heading of an appendix: label, title, unit, and the document it came with.
//!
//! The form is Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 2.1. Case, the words before `kèm theo` and
//! blanks for number and date may vary.

use std::sync::LazyLock;

use phuluc_language::document_kinds;
use phuluc_language::fold::plain;
use phuluc_language::furniture::{FurnitureUse, phrases};
use phuluc_language::lexicon::Opens;
use phuluc_meaning::citation::citations;
use phuluc_model::{Citation, Code, Date, Diagnostic, IssuedWith, Place, Placed, Text, Variant};
use regex::{Match, Regex};

use crate::joined_text;
use phuluc_page::line::{Line, Word};

/// The parts of a heading.
#[derive(Debug, Default)]
pub struct Heading {
    /// `Phụ lục II`.
    pub label: Option<Text>,
    /// What is below the label.
    pub title: Option<Text>,
    /// The issuing body in the letterhead.
    pub issuer: Option<Text>,
    /// The unit that the plan is for.
    pub unit: Option<Text>,
    /// The document that the appendix came with.
    pub issued_with: Option<IssuedWith>,
    /// The documents that the heading refers to.
    pub citations: Vec<Citation>,
}

/// Reads a heading.
pub fn read(lines: &[Line], letterhead: &[Line], diagnostics: &mut Vec<Diagnostic>) -> Heading {
    let (label, rest) = match lines.split_first() {
        Some((first, rest)) if is_label(first) => (Some(first), rest),
        _ => (None, lines),
    };
    let words: Vec<Word> = rest.iter().flat_map(|line| line.words.clone()).collect();
    let whole = joined_text::text(&words, &[]);
    let (title, reference) = words.split_at(reference_start(&words));
    let title = joined_text::text(title, &[]);
    Heading {
        label: label.and_then(|line| joined_text::text(&line.words, &[])),
        issuer: issuer(letterhead),
        unit: title.as_ref().and_then(unit),
        title,
        issued_with: issued_with(reference, diagnostics),
        citations: whole.map(|whole| citations(&whole, None)).unwrap_or_default(),
    }
}

/// Whether the line opens the heading of an appendix: `Phụ lục`, `PHỤ LỤC II`, `Biểu số 01`.
pub(crate) fn is_label(line: &Line) -> bool {
    let text = plain(&line.text());
    let high = line.first().starts_with(char::is_uppercase);
    line.words.len() <= 6
        && high
        && phrases(FurnitureUse::AppendixLabel).iter().any(|label| text.starts_with(label))
}

/// Whether words open the title of a table: `DANH MỤC NHIỆM VỤ`.
pub(crate) fn opens_as_title(words: &[&str]) -> bool {
    let text = plain(&words.join(" "));
    phrases(FurnitureUse::TableTitle).iter().any(|title| text.starts_with(title))
}

/// Where `(Ban hành kèm theo …` begins.
fn reference_start(words: &[Word]) -> usize {
    let at = words.windows(2).position(|pair| match pair {
        [first, second] => {
            plain(first.text.trim_start_matches('(')) == "kem" && plain(&second.text) == "theo"
        }
        _ => false,
    });
    let Some(at) = at else { return words.len() };
    let bracket = words.iter().take(at + 1).rposition(|word| word.text.starts_with('('));
    bracket.filter(|bracket| at - bracket <= 4).unwrap_or(at)
}

/// The issuing body: the last lines of the letterhead's left column, from the last unit head on.
fn issuer(letterhead: &[Line]) -> Option<Text> {
    let state = |line: &&Line| !plain(&line.text()).starts_with("cong hoa xa hoi");
    let bodies: Vec<&Line> = letterhead.iter().take_while(state).collect();
    let opens = |line: &&Line| Opens::at(line.words.iter().map(|word| word.text.as_str())).unit;
    let start = bodies.iter().rposition(opens)?;
    let words: Vec<Word> = bodies.iter().skip(start).flat_map(|line| line.words.clone()).collect();
    joined_text::text(&words, &[])
}

static UNIT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\btại\s+(.+?)(?:\s+(?:trong\s+)?năm\s+[0-9]{4}|$)").ok());

/// The unit of `… tại Trường mầm non Bến Thành năm 2024`.
fn unit(title: &Text) -> Option<Text> {
    // The pattern is used only for a title that may match.
    if !title.value.to_lowercase().contains("tại") {
        return None;
    }
    let found = UNIT.as_ref()?.captures_iter(&title.value).last()?.get(1)?;
    let opens = Opens::at(found.as_str().split(' ')).unit;
    opens.then(|| Text::new(found.as_str().to_owned(), title.place))
}

static REFERENCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let kinds = document_kinds::all().iter().filter(|kind| kind.issues).map(|kind| kind.words);
    let kinds = kinds.collect::<Vec<_>>().join("|");
    let rest = concat!(
        r"\s+số\s*:?\s*",
        r"([^\s,()]*[0-9][^\s,()]*(?:/[^\s,()]+)?|[….\s]*/[^\s,()]+)?",
        r"\s*,?\s*(?:ngày\s*([0-9]{1,2})?[\s.…/]*(?:tháng)?\s*([0-9]{1,2})?[\s.…/]*(?:năm)?\s*([0-9]{4})?[\s.…]*)?",
        r"(?:của\s+([^()]+?))?\s*(?:\)|$)",
    );
    Regex::new(&format!("(?i)({kinds}){rest}")).ok()
});

fn issued_with(words: &[Word], diagnostics: &mut Vec<Diagnostic>) -> Option<IssuedWith> {
    let place = words.first()?.place;
    let text = joined_text::text(words, &[])?.value;
    let end = text.find(')').map_or(text.len(), |end| end + 1);
    let text = text.get(..end)?;
    let found = REFERENCE.as_ref()?.captures_iter(text).last()?;
    let value = |found: Option<Match<'_>>| {
        let text = found?.as_str().trim();
        (!text.is_empty()).then(|| Text::new(text.to_owned(), place))
    };
    let figure = |index: usize| found.get(index)?.as_str().parse::<i16>().ok();
    Some(IssuedWith {
        kind: value(found.get(1)),
        number: value(found.get(2))
            .filter(|number| number.value.starts_with(|c: char| c.is_ascii_digit())),
        date: date(figure(3), figure(4), figure(5), place, diagnostics),
        issuer: value(found.get(6)),
    })
}

fn date(
    day: Option<i16>,
    month: Option<i16>,
    year: Option<i16>,
    place: Place,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Placed<Date>> {
    let (day, month, year) = (day?, month?, year?);
    let small = |count: i16| i8::try_from(count).ok();
    let date =
        small(month).zip(small(day)).and_then(|(month, day)| Date::new(year, month, day).ok());
    if date.is_none() {
        let diagnostic = Diagnostic::new(Code::DateInvalid).variant(Variant::Issue);
        diagnostics.push(diagnostic.with("date", format!("{day}/{month}/{year}")).at(place));
    }
    date.map(|date| Placed::new(date, place))
}
