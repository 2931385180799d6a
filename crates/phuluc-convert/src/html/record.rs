//! The records, with their diagnostics.

use std::borrow::Cow;
use std::io::{self, Write};

use phuluc_messages::{Lang, diagnostic, sentence, title, words};
use phuluc_model::{Appendix, Arguments, Diagnostic, Item, Role, Section, Severity, Task, Text};

use super::class::{class, field};
use super::escape::{Escaped, EscapedWords};
use super::found::DoubtedWords;
use super::index::{ReviewRow, Slot, What, cells};
use super::time;
use crate::caption;

/// The name of a row: `Nhiệm vụ I.3`.
pub(super) fn name(row: &ReviewRow<'_>, lang: Lang) -> String {
    let none = Arguments::new();
    match row.what {
        What::Appendix(_) => words(lang, "appendix").into_owned(),
        What::Section(section) => {
            let text = section.number.as_ref().or(section.title.as_ref()).map_or("", Text::as_str);
            sentence(lang, "sheet-section_of", &none.with("section", text))
        }
        What::Task(_, task) => {
            let number = task.id.rsplit('#').next().unwrap_or(&task.id);
            sentence(lang, "sheet-task_of", &none.with("task", number))
        }
    }
}

/// Writes rows.
pub(super) struct Records<'a> {
    pub(super) diagnostics: &'a [Diagnostic],
    /// Whether the input is a text: then the sheet shows line numbers.
    pub(super) is_text: bool,
    pub(super) lang: Lang,
}

impl Records<'_> {
    /// Writes the row with a number.
    pub(super) fn write(
        &self,
        number: usize,
        row: &ReviewRow<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match row.what {
            What::Appendix(appendix) => self.appendix(appendix, row, out),
            What::Section(section) => self.section(number, section, row, out),
            What::Task(appendix, task) => self.task(number, appendix, task, row, out),
        }
    }

    fn appendix(
        &self,
        appendix: &Appendix,
        row: &ReviewRow<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let say = |key| words(self.lang, key);
        let usual = say("appendix");
        let label = appendix.label.as_ref().map_or(&*usual, Text::as_str);
        write!(out, "<div class=\"appendix\"><h3>{}</h3><dl>", Escaped(label))?;
        fact(&say("sheet-name"), appendix.title.as_ref().map(Text::as_str), out)?;
        fact(&say("sheet-issuer"), appendix.issuer.as_ref().map(Text::as_str), out)?;
        fact(&say("sheet-unit"), appendix.unit.as_ref().map(Text::as_str), out)?;
        fact(&say("sheet-issued_with"), issued_with(appendix, self.lang).as_deref(), out)?;
        for column in &appendix.columns {
            let label = Arguments::new().with("label", column.label.as_str());
            let name = sentence(self.lang, "sheet-column_of", &label);
            fact(&name, Some(&caption::usual(column.role, self.lang)), out)?;
        }
        out.write_all(b"</dl>")?;
        self.doubts(row, |_| true, out)?;
        out.write_all(b"</div>\n")
    }

    fn section(
        &self,
        number: usize,
        section: &Section,
        row: &ReviewRow<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        self.open(number, "section", row, out)?;
        let text = |text: &Option<Text>| text.as_ref().map(Text::to_string).unwrap_or_default();
        let title = [text(&section.number), text(&section.title)].join(" ");
        write!(out, "<header><h4>{}</h4></header>", Escaped(title.trim()))?;
        self.doubts(row, |_| true, out)?;
        out.write_all(b"</article>\n")
    }

    fn task(
        &self,
        number: usize,
        appendix: &Appendix,
        task: &Task,
        row: &ReviewRow<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        self.open(number, "task", row, out)?;
        write!(
            out,
            "<header><h4>{}</h4><span class=\"id\">{}</span><label><input type=\"checkbox\"> {}</label></header><table>",
            Escaped(&name(row, self.lang)),
            Escaped(&task.id),
            EscapedWords(words(self.lang, "sheet-checked"))
        )?;
        let cells = cells(What::Task(appendix, task));
        for (slot, text) in &cells {
            self.cell(task, *slot, *text, row, out)?;
        }
        if let Some(flag) = &task.not_performed {
            write!(
                out,
                "<tr><th scope=\"row\">{}</th><td data-f=\"coordinating_unit\">{}</td></tr>",
                EscapedWords(words(self.lang, "not_performed")),
                Escaped(flag.as_str())
            )?;
        }
        out.write_all(b"</table>")?;
        // Diagnostics of the row, or of a cell that it does not have.
        let shown = |slot: Slot| cells.iter().any(|(cell, _)| *cell == slot);
        self.doubts(row, |slot| slot.is_none_or(|slot| !shown(slot)), out)?;
        out.write_all(b"</article>\n")
    }

    fn open(
        &self,
        number: usize,
        kind: &str,
        row: &ReviewRow<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let worst = class(row.worst_severity(self.diagnostics));
        write!(
            out,
            "<article class=\"row {kind}{worst}\" id=\"r{number}\" data-r=\"{number}\" tabindex=\"0\" aria-label=\"{}\">",
            Escaped(&name(row, self.lang))
        )
    }

    fn cell(
        &self,
        task: &Task,
        slot: Slot,
        text: Option<&Text>,
        row: &ReviewRow<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let (role, extra) = slot;
        let label = match task.extra.get(extra) {
            Some(extra) if role == Role::Extra => Cow::Borrowed(extra.label.as_str()),
            _ => caption::usual(role, self.lang),
        };
        let worst = class(row.worst(slot, self.diagnostics));
        write!(
            out,
            "<tr><th scope=\"row\">{}</th><td class=\"cell{worst}\" data-f=\"{}\" tabindex=\"0\">",
            Escaped(&label),
            field(slot)
        )?;
        if let Some(text) = text {
            self.found(row, slot).write(text.as_str(), out)?;
        } else {
            let empty = EscapedWords(words(self.lang, "sheet-empty"));
            write!(out, "<span class=\"none\">{empty}</span>")?;
        }
        let says = |meaning: &String| text.is_some_and(|text| is_new(meaning, text));
        if let Some(meaning) = meaning(task, role, self.lang).filter(says) {
            write!(out, "<span class=\"means\">→ {}</span>", Escaped(&meaning))?;
        }
        self.doubts(row, |own| own == Some(slot), out)?;
        out.write_all(b"</td></tr>\n")
    }

    /// The doubted words of a cell.
    fn found(&self, row: &ReviewRow<'_>, slot: Slot) -> DoubtedWords<'_> {
        let own = row.doubts.iter().filter(|doubt| doubt.slot == Some(slot));
        DoubtedWords::new(
            own.filter_map(|doubt| self.diagnostics.get(doubt.index)?.found.as_deref()),
        )
    }

    fn doubts(
        &self,
        row: &ReviewRow<'_>,
        of: impl Fn(Option<Slot>) -> bool,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let own = row.doubts.iter().filter(|doubt| of(doubt.slot)).map(|doubt| doubt.index);
        self.list(own, row.page, out)
    }

    /// Writes diagnostics by their index, next to a page.
    pub(super) fn list(
        &self,
        indexes: impl Iterator<Item = usize>,
        page: u32,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut open = false;
        for doubted in indexes.filter_map(|index| self.diagnostics.get(index)) {
            if !open {
                out.write_all(b"<ul class=\"doubts\">")?;
                open = true;
            }
            self.doubt(doubted, page, out)?;
        }
        if open { out.write_all(b"</ul>") } else { Ok(()) }
    }

    /// Writes one diagnostic. The keys do not stop at those that need no action.
    fn doubt(&self, doubted: &Diagnostic, page: u32, out: &mut dyn Write) -> io::Result<()> {
        let (severity, lang) = (doubted.severity(), self.lang);
        let stop = if severity == Severity::Info { "" } else { " data-stop tabindex=\"-1\"" };
        write!(
            out,
            "<li class=\"doubt {}\"{stop} title=\"{}: {}\"><b>{}</b>",
            severity.name(),
            doubted.code,
            Escaped(&diagnostic(lang, doubted)),
            EscapedWords(title(lang, doubted.code))
        )?;
        if let Some(found) = &doubted.found {
            let found = Arguments::new().with("words", found.as_str());
            write!(out, "{}", Escaped(&sentence(lang, "sheet-found", &found)))?;
        }
        if let Some(suggestion) = &doubted.suggestion {
            let suggestion = Arguments::new().with("words", suggestion.as_str());
            write!(out, "{}", Escaped(&sentence(lang, "sheet-suggested", &suggestion)))?;
        }
        let place = match doubted.place {
            Some(place) if self.is_text => {
                sentence(lang, "sheet-on_line", &Arguments::new().with("line", place.line))
            }
            Some(place) if place.page != page => {
                sentence(lang, "sheet-on_page", &Arguments::new().with("page", place.page))
            }
            _ => return out.write_all(b"</li>"),
        };
        write!(out, " <small>{}</small>", Escaped(&place))?;
        out.write_all(b"</li>")
    }
}

/// Writes a name and its value, if there is one.
pub(super) fn fact(name: &str, value: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    match value {
        Some(value) => write!(out, "<dt>{}</dt><dd>{}</dd>", Escaped(name), Escaped(value)),
        None => Ok(()),
    }
}

fn issued_with(appendix: &Appendix, lang: Lang) -> Option<String> {
    let issued = appendix.issued_with.as_ref()?;
    let date = issued.date.as_ref().map(|date| {
        let day = Arguments::new().with("day", time::day(date.value, lang));
        sentence(lang, "sheet-issued_on", &day)
    });
    let texts = [&issued.kind, &issued.number].map(|text| text.as_ref().map(Text::to_string));
    let parts: Vec<String> = texts.into_iter().chain([date]).flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Whether a meaning adds something to its text.
fn is_new(meaning: &str, text: &Text) -> bool {
    meaning.to_lowercase() != text.as_str().to_lowercase()
}

/// The meaning of the text of a cell, if it adds something to the text.
fn meaning(task: &Task, role: Role, lang: Lang) -> Option<String> {
    let list = |items: &[Item]| {
        let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
        (texts.len() > 1).then(|| texts.join(" · "))
    };
    match role {
        Role::LeadUnit => list(&task.meaning.lead_units),
        Role::CoordinatingUnit => list(&task.meaning.coordinating_units),
        Role::Product => list(&task.meaning.products),
        Role::Timeframe => {
            task.meaning.schedule.as_ref().and_then(|schedule| time::words(schedule, lang))
        }

        Role::Number | Role::Task | Role::Note | Role::Extra => None,
    }
}
