//! What is promised of a document that was read.

use std::collections::BTreeSet;

use phuluc_model::{Appendix, Citation, Code, Diagnostic, Place, Role, Section, Task, Text};
use phuluc_parser::{Form, InputKind, Parsed};

use super::{Broken, hold};

/// Words are accounted for, doubts stand in order, places in the input, and ids are unlike.
pub fn document(parsed: &Parsed, bytes: &[u8]) -> Result<(), Broken> {
    audit(parsed, bytes)?;
    let key = |said: &Diagnostic| (said.place, said.code);
    hold(parsed.diagnostics.is_sorted_by_key(key), || {
        format!("diagnostics out of order: {:?}", parsed.diagnostics)
    })?;
    parsed.diagnostics.iter().try_for_each(says_a_sentence)?;
    places(parsed, bytes)?;
    let mut ids = BTreeSet::new();
    for task in parsed.document.tasks() {
        hold(ids.insert(&task.id), || format!("two tasks are {}", task.id))?;
    }
    for text in parsed.document.appendices().iter().flat_map(texts) {
        hold(is_folded(&text.value), || format!("white space in {:?}", text.value))?;
    }
    Ok(())
}

/// A diagnostic has the variant and the arguments of a sentence of its code.
fn says_a_sentence(said: &Diagnostic) -> Result<(), Broken> {
    let given: BTreeSet<&str> = said.arguments.iter().map(|(name, _)| name).collect();
    let is_said = said.code.sentences().iter().any(|(variant, names)| {
        *variant == said.variant && names.iter().copied().collect::<BTreeSet<_>>() == given
    });
    hold(is_said, || format!("no sentence is filled with {said}"))
}

fn audit(parsed: &Parsed, bytes: &[u8]) -> Result<(), Broken> {
    let audit = parsed.document.audit();
    hold(audit.balances(), || format!("the audit does not balance: {audit:?}"))?;
    let Some(text) = plain(parsed, bytes) else { return Ok(()) };
    let words = text.split_whitespace().count();
    // Labels that ran together in a header of flattened text are parted.
    let more = if matches!(parsed.form, Form::Aligned | Form::Tabs) { 0 } else { MAX_PARTED };
    hold((words..=words + more).contains(&audit.words_in), || {
        format!("{words} words of which {} came in", audit.words_in)
    })
}

/// Headers of one input may have so many labels that run together, by the mutants of the fixtures.
const MAX_PARTED: usize = 50;

/// The text whose words are those of the input: UTF-8 that was not decoded, without marks of cells.
fn plain<'a>(parsed: &Parsed, bytes: &'a [u8]) -> Option<&'a str> {
    let decoded = parsed.diagnostics.iter().any(|said| said.code == Code::EncodingDecoded);
    let text = std::str::from_utf8(bytes).ok()?;
    let marks = match parsed.form {
        Form::Pdf | Form::Pipes => true,
        Form::Tabs => text.contains('"'),
        _ => false,
    };
    if decoded || marks {
        return None;
    }
    Some(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// Every place is on a page that there is and, in a text, on a line that there is.
fn places(parsed: &Parsed, bytes: &[u8]) -> Result<(), Broken> {
    let count = bytes.split(|byte| *byte == b'\n').count();
    let lines = match parsed.form.kind() {
        InputKind::Text => u32::try_from(count).unwrap_or(u32::MAX),
        _ => u32::MAX,
    };
    let inside = |place: Place| {
        (1..=parsed.pages).contains(&place.page) && (1..=lines).contains(&place.line)
    };
    let check = |place: Place, what: &str| {
        hold(inside(place), || {
            format!("{what} at {place}, of {} pages and {lines} lines", parsed.pages)
        })
    };
    for said in &parsed.diagnostics {
        if let Some(place) = said.place {
            check(place, said.code.name())?;
        }
    }
    for appendix in parsed.document.appendices() {
        check(appendix.place, "an appendix")?;
        for citation in citations(appendix) {
            check(citation.place, "a citation")?;
        }
        for place in texts(appendix).into_iter().flat_map(Text::places) {
            check(place, "a text")?;
        }
    }
    parsed.document.tasks().try_for_each(|task| check(task.place, "a task"))
}

fn citations(appendix: &Appendix) -> impl Iterator<Item = &Citation> {
    let of_sections = appendix.sections.iter().flat_map(|section| {
        section.citations.iter().chain(section.tasks.iter().flat_map(|t| &t.meaning.citations))
    });
    appendix.citations.iter().chain(of_sections)
}

/// Every text of an appendix that stands in the input.
fn texts(appendix: &Appendix) -> Vec<&Text> {
    let heading = [&appendix.label, &appendix.title, &appendix.issuer, &appendix.unit];
    let issued = appendix
        .issued_with
        .iter()
        .flat_map(|issued| [&issued.kind, &issued.number, &issued.issuer].into_iter().flatten());
    let labels = appendix.columns.iter().map(|column| &column.label);
    let sections = appendix.sections.iter().flat_map(of_section);
    heading.into_iter().flatten().chain(issued).chain(labels).chain(sections).collect()
}

fn of_section(section: &Section) -> impl Iterator<Item = &Text> {
    let heading = section.number.iter().chain(&section.title);
    heading.chain(section.tasks.iter().flat_map(of_task))
}

fn of_task(task: &Task) -> impl Iterator<Item = &Text> {
    let cells = Role::ALL.into_iter().filter_map(|role| task.cell(role));
    cells
        .chain(&task.not_performed)
        .chain(task.extra.iter().filter_map(|extra| extra.value.as_ref()))
}

/// Whether single spaces and single ends of paragraphs are the only white space, and stand inside.
fn is_folded(text: &str) -> bool {
    !text.is_empty()
        && text
            .split([' ', '\n'])
            .all(|word| !word.is_empty() && !word.contains(char::is_whitespace))
}
