//! What is written in two things, field by field.

use std::borrow::Cow;

use phuluc_model::{Appendix, IssuedWith, Role, Task, Text};

use crate::side::{SectionAt, TableAt};

/// A field in which two versions of a thing differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference<'a> {
    /// The field: its name in the JSON of a document, `issued_with.number` for what stands deeper.
    pub field: &'static str,
    /// The label of the column; only of a field `extra`.
    pub label: Option<&'a str>,
    /// What was written; `None` for an empty cell.
    pub old: Option<Cow<'a, str>>,
    /// What is written.
    pub new: Option<Cow<'a, str>>,
}

/// The words of a text, a space between them.
pub(super) fn words(text: &Text) -> String {
    fold(&text.value)
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Differences in the order in which they are asked for.
#[derive(Default)]
struct Differences<'a>(Vec<Difference<'a>>);

impl<'a> Differences<'a> {
    fn texts(&mut self, field: &'static str, old: Option<&'a Text>, new: Option<&'a Text>) {
        let value = |text: Option<&'a Text>| text.map(|text| Cow::Borrowed(text.as_str()));
        self.add(field, None, value(old), value(new));
    }

    fn values(&mut self, field: &'static str, old: Option<String>, new: Option<String>) {
        self.add(field, None, old.map(Cow::Owned), new.map(Cow::Owned));
    }

    fn add(
        &mut self,
        field: &'static str,
        label: Option<&'a str>,
        old: Option<Cow<'a, str>>,
        new: Option<Cow<'a, str>>,
    ) {
        let differ = match (&old, &new) {
            (Some(old), Some(new)) => !old.split_whitespace().eq(new.split_whitespace()),
            (old, new) => old.is_some() != new.is_some(),
        };
        if differ {
            self.0.push(Difference { field, label, old, new });
        }
    }
}

/// The differences of two headings of tables.
pub(super) fn of_tables<'a>(old: TableAt<'a>, new: TableAt<'a>) -> Vec<Difference<'a>> {
    let (old, new) = (old.appendix, new.appendix);
    let mut all = Differences::default();
    all.texts("label", old.label.as_ref(), new.label.as_ref());
    all.texts("title", old.title.as_ref(), new.title.as_ref());
    all.texts("issuer", old.issuer.as_ref(), new.issuer.as_ref());
    all.texts("unit", old.unit.as_ref(), new.unit.as_ref());
    let year = |table: &Appendix| table.year.as_ref().map(|year| year.value.to_string());
    all.values("year", year(old), year(new));
    let (before, after) = (old.issued_with.as_ref(), new.issued_with.as_ref());
    let kind = |issued: Option<&'a IssuedWith>| issued?.kind.as_ref();
    all.texts("issued_with.type", kind(before), kind(after));
    let number = |issued: Option<&'a IssuedWith>| issued?.number.as_ref();
    all.texts("issued_with.number", number(before), number(after));
    let date = |issued: Option<&IssuedWith>| Some(issued?.date.as_ref()?.value.to_string());
    all.values("issued_with.date", date(before), date(after));
    let issuer = |issued: Option<&'a IssuedWith>| issued?.issuer.as_ref();
    all.texts("issued_with.issuer", issuer(before), issuer(after));
    all.values("columns", columns(old), columns(new));
    all.0
}

/// The labels of the columns: a year in one of them is the year of all times below it.
fn columns(table: &Appendix) -> Option<String> {
    let labels: Vec<_> = table.columns.iter().map(|column| words(&column.label)).collect();
    (!labels.is_empty()).then(|| labels.join(" | "))
}

/// The differences of two headings of sections.
pub(super) fn of_groups<'a>(old: SectionAt<'a>, new: SectionAt<'a>) -> Vec<Difference<'a>> {
    let mut all = Differences::default();
    all.texts("number", old.section.number.as_ref(), new.section.number.as_ref());
    all.texts("title", old.section.title.as_ref(), new.section.title.as_ref());
    all.0
}

/// The differences of two rows, but for their numbers.
pub(super) fn of_tasks<'a>(old: &'a Task, new: &'a Task) -> Vec<Difference<'a>> {
    let mut all = Differences::default();
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Number) {
        all.texts(role.name(), old.cell(role), new.cell(role));
        if role == Role::CoordinatingUnit {
            let (old, new) = (old.not_performed.as_ref(), new.not_performed.as_ref());
            all.texts("not_performed_note", old, new);
        }
    }
    extras(&mut all, old, new);
    all.0
}

/// The other columns, by their labels; columns that share one are taken in their order.
fn extras<'a>(all: &mut Differences<'a>, old: &'a Task, new: &'a Task) {
    let mut gone: Vec<_> = old.extra.iter().collect();
    for extra in &new.extra {
        let before = gone.iter().position(|old| old.label == extra.label);
        let before = before.map(|position| gone.remove(position));
        let before = before.and_then(|before| before.value.as_ref());
        let (old, new) = (text(before), text(extra.value.as_ref()));
        all.add(Role::Extra.name(), Some(&extra.label), old, new);
    }
    for extra in gone {
        all.add(Role::Extra.name(), Some(&extra.label), text(extra.value.as_ref()), None);
    }
}

fn text(text: Option<&Text>) -> Option<Cow<'_, str>> {
    text.map(|text| Cow::Borrowed(text.as_str()))
}
