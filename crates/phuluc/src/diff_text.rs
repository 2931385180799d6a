//! Changes as text for a person: a line for each change, its cells below it.
//!
//! The signs are there with colours and without them, so that the text can be kept in a file:
//! `+` came, `-` went, `>` moved, `~` changed, `=` has another number. Words that went are in `[-…-]`,
//! words that came in `{+…+}`, as in `git diff --word-diff`.

mod words;

use std::borrow::Cow;

use phuluc_compare::{Change, Comparison, Difference, Renumbered, SectionAt, TableAt, TaskAt};
use phuluc_convert::diff::Counts;
use phuluc_messages::{Lang, sentence, words as said};
use phuluc_model::{Arguments, Text};

use crate::colour::Colour;
use crate::visible::visible;

/// The changes, and the counts in the last line.
pub(crate) fn text(
    lang: Lang,
    names: [&str; 2],
    comparison: &Comparison<'_>,
    colour: Colour,
) -> String {
    let mut text = DiffText { lang, colour, lines: Vec::new() };
    if !comparison.is_empty() {
        let [old, new] = names;
        text.line(&colour.heading(&format!("--- {}", visible(old))));
        text.line(&colour.heading(&format!("+++ {}", visible(new))));
    }
    for change in &comparison.appendices {
        text.change(change, table);
    }
    for change in &comparison.sections {
        text.change(change, group);
    }
    for change in &comparison.tasks {
        text.change(change, row);
    }
    for run in &comparison.renumbered {
        text.run(run);
    }
    text.line(&summary(lang, comparison));
    text.lines.concat()
}

/// The lines so far.
struct DiffText {
    lang: Lang,
    colour: Colour,
    lines: Vec<String>,
}

impl DiffText {
    fn line(&mut self, line: &str) {
        self.lines.push(format!("{line}\n"));
    }

    fn change<T>(&mut self, change: &Change<'_, T>, name: fn(Lang, &T) -> Title) {
        let (lang, colour) = (self.lang, self.colour);
        match change {
            Change::Added(new) => {
                self.line(&colour.added(&format!("+ {}", name(lang, new).whole())));
            }
            Change::Removed(old) => {
                self.line(&colour.removed(&format!("- {}", name(lang, old).whole())));
            }
            Change::Kept { old, new, moved, differences } => {
                let (was, is) = (name(lang, old), name(lang, new));
                let sign = if *moved { '>' } else { '~' };
                let called = if was.short == is.short {
                    is.short.clone()
                } else {
                    let names = Arguments::new().with("name", is.short.as_str());
                    sentence(lang, "diff-was", &names.with("was", was.short))
                };
                self.line(&format!("{sign} {called}{}", is.tail()));
                for difference in differences {
                    self.field(difference);
                }
            }
        }
    }

    fn field(&mut self, difference: &Difference<'_>) {
        let field = difference.label.map_or_else(
            || said(self.lang, &format!("field-{}", difference.field.replace('.', "_"))),
            |label| Cow::Owned(label.to_owned()),
        );
        let (old, new) = (difference.old.as_deref(), difference.new.as_deref());
        let change = words::marked(old, new, self.colour);
        self.line(&format!("    {}: {change}", visible(&field)));
    }

    fn run(&mut self, run: &Renumbered<'_>) {
        let lang = self.lang;
        let span = |first: &TaskAt<'_>, last: &TaskAt<'_>| {
            let (first, last) = (short(lang, first), short(lang, last));
            if run.tasks == 1 {
                return first;
            }
            sentence(lang, "diff-span", &Arguments::new().with("first", first).with("last", last))
        };
        let (first, last) = (&run.first, &run.last);
        let (old, new) = (span(&first.0, &last.0), span(&first.1, &last.1));
        let spans = Arguments::new().with("old", old).with("new", new).with("count", run.tasks);
        self.line(&format!("= {}", sentence(lang, "diff-renumbered", &spans)));
    }
}

/// How a thing is named: shortly, and the words that a person knows it by.
struct Title {
    short: String,
    words: Option<String>,
}

impl Title {
    fn new(short: String, words: Option<&Text>) -> Self {
        Self { short, words: words.map(|text| visible(&words::folded(text.as_str()))) }
    }

    fn whole(&self) -> String {
        format!("{}{}", self.short, self.tail())
    }

    fn tail(&self) -> String {
        self.words.as_ref().map(|words| format!("  {words}")).unwrap_or_default()
    }
}

fn table(lang: Lang, table: &TableAt<'_>) -> Title {
    let name = match &table.appendix.label {
        Some(label) => format!("«{}»", visible(label.as_str())),
        None => (table.index + 1).to_string(),
    };
    let short = sentence(lang, "diff-appendix", &Arguments::new().with("name", name));
    Title::new(short, table.appendix.title.as_ref())
}

fn group(lang: Lang, group: &SectionAt<'_>) -> Title {
    let short = match &group.section.number {
        Some(number) => {
            let number = Arguments::new().with("number", visible(number.as_str()));
            sentence(lang, "diff-numbered_section", &number)
        }
        None => said(lang, "diff-section").into_owned(),
    };
    Title::new(short, group.section.title.as_ref())
}

fn row(lang: Lang, row: &TaskAt<'_>) -> Title {
    Title::new(short(lang, row), row.task.task.as_ref())
}

/// The section and the number, which a person looks for; after the first table with the name of the table.
fn short(lang: Lang, row: &TaskAt<'_>) -> String {
    let id = &row.task.id;
    let place = visible(id.rsplit_once('#').map_or(id.as_str(), |(_, place)| place));
    let own = &row.group.table;
    if own.index == 0 {
        return place;
    }
    let names = Arguments::new().with("table", table(lang, own).short).with("place", place);
    sentence(lang, "diff-in", &names)
}

fn summary(lang: Lang, comparison: &Comparison<'_>) -> String {
    let Counts { added, removed, moved, changed, renumbered, same } = Counts::of(comparison);
    if comparison.is_empty() {
        return sentence(lang, "diff-none", &Arguments::new().with("count", same));
    }
    let counts = Arguments::new().with("added", added).with("removed", removed);
    let counts = counts.with("moved", moved).with("changed", changed);
    sentence(lang, "diff-counts", &counts.with("renumbered", renumbered).with("same", same))
}
