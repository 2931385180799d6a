//! A document made of any text: what writers are asked to write when no reader has read it.
//!
//! Values are parted by `\u{1F}` and rows by `\u{1E}`, which no cell needs. The first row has the
//! labels of the columns without a role; the others have a section's number and title, the cells in the
//! order of [`Role::ALL`](phuluc_model::Role::ALL), the phrase of not performing, and the other cells.

use phuluc_model::{
    Appendix, Column, Diagnostic, Document, Draft, Extra, Place, Role, Section, Task, Text,
    validate,
};

/// What parts two values.
pub const VALUE: char = '\u{1F}';

/// What parts two rows.
pub const ROW: char = '\u{1E}';

/// The document of a text, and what is doubted in it.
#[must_use]
pub fn document(text: &str) -> (Document, Vec<Diagnostic>) {
    let mut rows = text.split(ROW);
    let labels: Vec<&str> = rows.next().unwrap_or_default().split(VALUE).collect();
    let mut sections: Vec<Section> = Vec::new();
    for (row, line) in rows.zip(1..) {
        add(row, &labels, Place::new(1, line), &mut sections);
    }
    let columns = labels
        .iter()
        .filter_map(|label| Some(Column { role: Role::Extra, label: cell(label, Place::START)? }));
    let appendix =
        Appendix { columns: columns.collect(), sections, ..Appendix::empty(Place::START) };
    let mut diagnostics = Vec::new();
    let draft = Draft { appendices: vec![appendix], ..Draft::default() };
    (validate(draft, &mut diagnostics), diagnostics)
}

fn add(row: &str, labels: &[&str], place: Place, sections: &mut Vec<Section>) {
    let mut values = row.split(VALUE).map(|value| cell(value, place));
    let mut next = || values.next().flatten();
    let (number, title) = (next(), next());
    let task = Task {
        // A number is a word or two of one line: ids are made of it.
        number: next().map(|text| Text::new(text.value.replace('\n', " "), place)),
        task: next(),
        lead_unit: next(),
        coordinating_unit: next(),
        product: next(),
        timeframe: next(),
        note: next(),
        not_performed: next(),
        extra: labels.iter().map(|label| Extra { label: folded(label), value: next() }).collect(),
        ..Task::empty(place)
    };
    let values_of = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    let goes_on = |last: &Section| {
        values_of(&last.number) == values_of(&number) && values_of(&last.title) == values_of(&title)
    };
    if !sections.last().is_some_and(goes_on) {
        let number = number.map(|text| Text::new(text.value.replace('\n', " "), place));
        sections.push(Section { number, title, ..Section::default() });
    }
    if let Some(section) = sections.last_mut() {
        section.tasks.push(task);
    }
}

/// A cell as readers make them: white space folded, and nothing where nothing is left.
fn cell(value: &str, place: Place) -> Option<Text> {
    let value = folded(value);
    (!value.is_empty()).then(|| Text::new(value, place))
}

fn folded(value: &str) -> String {
    let lines = value.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
