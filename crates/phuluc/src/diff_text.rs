//! Changes as text for a person: a line for each change, its cells below it.
//!
//! The signs are there with colours and without them, so that the text can be kept in a file:
//! `+` came, `-` went, `>` moved, `~` changed, `=` has another number. Words that went are in `[-…-]`,
//! words that came in `{+…+}`, as in `git diff --word-diff`.

mod words;

use phuluc_compare::{Change, Comparison, Difference, Renumbered, SectionAt, TableAt, TaskAt};
use phuluc_convert::diff::Counts;
use phuluc_model::Text;

use crate::colour::Colour;
use crate::visible::visible;

/// The changes, and the counts in the last line.
pub(crate) fn text(names: [&str; 2], comparison: &Comparison<'_>, colour: Colour) -> String {
    let mut text = DiffText { colour, lines: Vec::new() };
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
    text.line(&summary(comparison));
    text.lines.concat()
}

/// The lines so far.
struct DiffText {
    colour: Colour,
    lines: Vec<String>,
}

impl DiffText {
    fn line(&mut self, line: &str) {
        self.lines.push(format!("{line}\n"));
    }

    fn change<T>(&mut self, change: &Change<'_, T>, name: fn(&T) -> Title) {
        let colour = self.colour;
        match change {
            Change::Added(new) => self.line(&colour.added(&format!("+ {}", name(new).whole()))),
            Change::Removed(old) => self.line(&colour.removed(&format!("- {}", name(old).whole()))),
            Change::Kept { old, new, moved, differences } => {
                let (was, is) = (name(old), name(new));
                let sign = if *moved { '>' } else { '~' };
                let was_called = if was.short == is.short {
                    String::new()
                } else {
                    format!(" (was {})", was.short)
                };
                self.line(&format!("{sign} {}{was_called}{}", is.short, is.tail()));
                for difference in differences {
                    self.field(difference);
                }
            }
        }
    }

    fn field(&mut self, difference: &Difference<'_>) {
        let field = difference.label.unwrap_or(difference.field);
        let (old, new) = (difference.old.as_deref(), difference.new.as_deref());
        let change = words::marked(old, new, self.colour);
        self.line(&format!("    {}: {change}", visible(field)));
    }

    fn run(&mut self, run: &Renumbered<'_>) {
        let span = |first: &TaskAt<'_>, last: &TaskAt<'_>| match run.tasks {
            1 => short(first),
            _ => format!("{} to {}", short(first), short(last)),
        };
        let (first, last) = (&run.first, &run.last);
        let (old, new) = (span(&first.0, &last.0), span(&first.1, &last.1));
        self.line(&format!("= {old} {} now {new}", if run.tasks == 1 { "is" } else { "are" }));
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

fn table(table: &TableAt<'_>) -> Title {
    let label = table.appendix.label.as_ref();
    let short = match label {
        Some(label) => format!("appendix «{}»", visible(label.as_str())),
        None => format!("appendix {}", table.index + 1),
    };
    Title::new(short, table.appendix.title.as_ref())
}

fn group(group: &SectionAt<'_>) -> Title {
    let number = group.section.number.as_ref().map(|number| format!(" {}", number.as_str()));
    let short = format!("section{}", visible(&number.unwrap_or_default()));
    Title::new(short, group.section.title.as_ref())
}

fn row(row: &TaskAt<'_>) -> Title {
    Title::new(short(row), row.task.task.as_ref())
}

/// The section and the number, which a person looks for; after the first table with the name of the table.
fn short(row: &TaskAt<'_>) -> String {
    let id = &row.task.id;
    let place = visible(id.rsplit_once('#').map_or(id.as_str(), |(_, place)| place));
    let own = &row.group.table;
    if own.index == 0 { place } else { format!("{}: {place}", table(own).short) }
}

fn summary(comparison: &Comparison<'_>) -> String {
    let Counts { added, removed, moved, changed, renumbered, same } = Counts::of(comparison);
    if comparison.is_empty() {
        return format!("no difference: {same} tasks are the same");
    }
    format!(
        "{added} added, {removed} removed, {moved} moved, {changed} changed, {renumbered} renumbered, {same} the same"
    )
}
