//! The rules of a document, one function for each.
//!
//! A broken rule gives a diagnostic; no row is ever removed.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Appendix, Document, Draft, Task};
use crate::id;
use crate::ordinal::{Ordinal, Scheme};
use crate::role::Role;
use crate::text::Text;

/// Checks a draft: gives its tasks their ids and reports every rule it breaks.
pub fn validate(mut draft: Draft, diagnostics: &mut Vec<Diagnostic>) -> Document {
    id::assign(&mut draft.appendices);
    words_are_accounted_for(&draft, diagnostics);
    for appendix in &draft.appendices {
        table_has_tasks(appendix, diagnostics);
        sections_run_in_order(appendix, diagnostics);
        numbers_run_in_order(appendix, diagnostics);
        sections_have_tasks(appendix, diagnostics);
        for section in &appendix.sections {
            for task in &section.tasks {
                row_has_a_task(task, diagnostics);
                row_has_a_lead(task, appendix, diagnostics);
                flag_stands_alone(task, diagnostics);
            }
        }
    }
    Document { appendices: draft.appendices, audit: draft.audit }
}

fn words_are_accounted_for(draft: &Draft, diagnostics: &mut Vec<Diagnostic>) {
    let audit = &draft.audit;
    if !audit.balances() {
        let diagnostic = Diagnostic::new(Code::WordsUnaccounted).with("found", audit.words_in);
        diagnostics.push(diagnostic.with("accounted", audit.accounted()));
    }
}

fn table_has_tasks(appendix: &Appendix, diagnostics: &mut Vec<Diagnostic>) {
    if appendix.sections.iter().all(|section| section.tasks.is_empty()) {
        diagnostics.push(Diagnostic::new(Code::NoTasks).at(appendix.place));
    }
}

fn sections_have_tasks(appendix: &Appendix, diagnostics: &mut Vec<Diagnostic>) {
    let numbers = appendix.sections.iter().filter_map(|section| section.number.as_ref());
    let numbers: BTreeSet<&str> = numbers.map(Text::as_str).collect();
    let last = appendix.sections.len().saturating_sub(1);
    for (index, section) in appendix.sections.iter().enumerate() {
        let Some(number) = &section.number else { continue };
        if section.tasks.is_empty() && (index == last || !has_children(number, &numbers)) {
            let diagnostic = Diagnostic::new(Code::SectionEmpty).with("number", number.as_str());
            diagnostics.push(diagnostic.at(number.place));
        }
    }
}

/// Whether another section is inside the section with this number: `I` has `I.1`.
fn has_children(number: &Text, numbers: &BTreeSet<&str>) -> bool {
    let prefix = format!("{number}.");
    // In a sorted set, numbers that begin with the prefix come directly after it.
    let mut after = numbers.range(prefix.as_str()..);
    after.next().is_some_and(|number| number.starts_with(&prefix))
}

fn sections_run_in_order(appendix: &Appendix, diagnostics: &mut Vec<Diagnostic>) {
    let mut previous: Option<&Text> = None;
    for number in appendix.sections.iter().filter_map(|section| section.number.as_ref()) {
        if let Some(before) = previous.filter(|before| !section_follows(number, before)) {
            let diagnostic = follows(Code::SectionOutOfOrder, number, before);
            diagnostics.push(diagnostic);
        }
        previous = Some(number);
    }
}

/// That a number follows another one that it should not follow.
fn follows(code: Code, number: &Text, before: &Text) -> Diagnostic {
    let diagnostic = Diagnostic::new(code).with("number", number.as_str());
    diagnostic.with("previous", before.as_str()).at(number.place)
}

/// Whether one section number may come after another: it is the next number at some level.
///
/// Joined numbers are compared part by part, because each level has its own kind of numbers.
fn section_follows(number: &Text, before: &Text) -> bool {
    let parts: Vec<&str> = number.as_str().split('.').map(count).collect();
    let befores: Vec<&str> = before.as_str().split('.').map(count).collect();
    let shared = parts.iter().zip(&befores).take_while(|(a, b)| a == b).count();
    // A section may continue after a group inside it: `II`, `II.6`, `II`.
    let Some(part) = parts.get(shared) else { return shared < befores.len() };
    let rest_opens = parts.iter().skip(shared + 1).all(|part| is_first(part));
    rest_opens
        && match befores.get(shared) {
            Some(before) => succeeds(part, before),
            // The tasks before a group are counted too: `II`, its tasks 1 to 5, the group `II.6`.
            None => true,
        }
}

/// The number in a part of a joined number: the last word of `Chương II`.
fn count(part: &str) -> &str {
    part.rsplit(' ').next().unwrap_or(part)
}

fn numbers_run_in_order(appendix: &Appendix, diagnostics: &mut Vec<Diagnostic>) {
    // Both are usual: numbers begin again in every section, or continue through the whole table.
    let mut previous: Option<&Text> = None;
    // The last Arabic number; there may be letters after it: `3`, `a)`, `b)`, `4`.
    let mut figure: Option<String> = None;
    for section in &appendix.sections {
        let mut first = true;
        if let Some(group) = section.number.as_ref().and_then(|number| last_figure(&number.value)) {
            figure = Some(group);
        }
        for number in section.tasks.iter().filter_map(|task| task.number.as_ref()) {
            let restarts = first && is_first(&number.value);
            let goes_on = previous.is_none_or(|before| number_follows(number, before))
                || opens_letters(&number.value)
                || figure.as_ref().is_some_and(|figure| succeeds(&number.value, figure));
            if let Some(before) = previous.filter(|_| !restarts && !goes_on) {
                let diagnostic = follows(Code::NumberOutOfOrder, number, before);
                diagnostics.push(diagnostic.field(Role::Number));
            }
            first = false;
            figure = last_figure(&number.value).or(figure);
            previous = Some(number);
        }
    }
}

/// The Arabic number in a number: `3`, `1.3`, and the `6` of the section `II.6`.
fn last_figure(number: &str) -> Option<String> {
    let counts = |text: &&str| Ordinal::readings(text).iter().any(|o| o.scheme == Scheme::Arabic);
    [Some(number), number.rsplit('.').next()].into_iter().flatten().find(counts).map(str::to_owned)
}

/// Whether a number is the first of a list of letters: `a)`.
fn opens_letters(number: &str) -> bool {
    Ordinal::readings(number).iter().any(|o| o.scheme == Scheme::Small && o.is_first())
}

/// Whether a task number may come after another one.
///
/// The same number may come again: several rows may share one number cell.
fn number_follows(number: &Text, before: &Text) -> bool {
    if number.as_str() == before.as_str() || is_dash(number.as_str()) || is_dash(before.as_str()) {
        return true;
    }
    succeeds(number.as_str(), before.as_str()) || opens_or_closes_a_level(number, before)
}

/// `1.1` after `1`, and `2` after `1.3`.
fn opens_or_closes_a_level(number: &Text, before: &Text) -> bool {
    let counts =
        |text: &Text| Ordinal::readings(text.as_str()).into_iter().next().map(|o| o.counts);
    let (Some(now), Some(then)) = (counts(number), counts(before)) else { return false };
    let shared = now.iter().zip(&then).take_while(|(a, b)| a == b).count();
    if shared == then.len() {
        return now.len() == shared + 1 && now.last() == Some(&1);
    }
    now.len() == shared + 1 && now.get(shared).copied() == then.get(shared).map(|n| n + 1)
}

fn succeeds(number: &str, before: &str) -> bool {
    let befores = Ordinal::readings(before);
    Ordinal::readings(number).iter().any(|o| befores.iter().any(|b| o.follows(b)))
}

fn is_first(number: &str) -> bool {
    Ordinal::readings(number).iter().any(Ordinal::is_first)
}

fn is_dash(number: &str) -> bool {
    Ordinal::readings(number).iter().any(|o| o.scheme == Scheme::Dash)
}

fn row_has_a_task(task: &Task, diagnostics: &mut Vec<Diagnostic>) {
    if task.task.is_none() {
        let diagnostic = Diagnostic::new(Code::TaskMissing).with("row", name(task));
        diagnostics.push(diagnostic.at(task.place).field(Role::Task));
    }
}

fn row_has_a_lead(task: &Task, appendix: &Appendix, diagnostics: &mut Vec<Diagnostic>) {
    let has_column = appendix.columns.iter().any(|column| column.role == Role::LeadUnit);
    if has_column && task.lead_unit.is_none() {
        let diagnostic = Diagnostic::new(Code::LeadMissing).with("row", name(task));
        diagnostics.push(diagnostic.at(task.place).field(Role::LeadUnit));
    }
}

fn flag_stands_alone(task: &Task, diagnostics: &mut Vec<Diagnostic>) {
    let duty = [&task.product, &task.timeframe].into_iter().flatten().next();
    if let (Some(flag), Some(_)) = (&task.not_performed, duty) {
        let diagnostic = Diagnostic::new(Code::FlagWithDuty).with("row", name(task));
        let diagnostic = diagnostic.with("words", flag.as_str());
        diagnostics.push(diagnostic.at(flag.place).field(Role::CoordinatingUnit));
    }
}

fn name(task: &Task) -> &str {
    task.id.rsplit('#').next().unwrap_or(&task.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Audit;
    use crate::document::{Column, Section};
    use crate::place::Place;

    fn text(value: &str) -> Text {
        Text::new(value.to_owned(), Place::START)
    }

    fn task(number: &str) -> Task {
        let mut task = Task::empty(Place::START);
        task.number = (!number.is_empty()).then(|| text(number));
        task.task = Some(text("Rà soát"));
        task.lead_unit = Some(text("Phòng Nội vụ"));
        task
    }

    fn appendix(sections: &[(&str, &[&str])]) -> Appendix {
        let sections = sections.iter().map(|(number, tasks)| Section {
            number: (!number.is_empty()).then(|| text(number)),
            title: None,
            tasks: tasks.iter().map(|number| task(number)).collect(),
            ..Section::default()
        });
        Appendix {
            columns: vec![Column { role: Role::LeadUnit, label: text("Đơn vị chủ trì") }],
            sections: sections.collect(),
            ..Appendix::empty(Place::START)
        }
    }

    fn judge(appendix: Appendix) -> (Document, Vec<Code>) {
        let mut diagnostics = Vec::new();
        let draft = Draft { appendices: vec![appendix], audit: Audit::default() };
        let document = validate(draft, &mut diagnostics);
        (document, diagnostics.into_iter().map(|d| d.code).collect())
    }

    #[track_caller]
    fn check(sections: &[(&str, &[&str])], expected: &[Code]) {
        assert_eq!(judge(appendix(sections)).1, expected, "{sections:?}");
    }

    #[test]
    fn accepts_numbers_that_restart_or_run_through() {
        check(&[("I", &["1", "2"]), ("II", &["1"])], &[]);
        check(&[("I", &["1", "2"]), ("II", &["3"])], &[]);
        check(&[("", &["1", "1.1", "1.2", "2"])], &[]);
        check(&[("", &["4", "-", "-", "5"])], &[]);
        check(&[("", &["15", "15", "16"])], &[]);
    }

    #[test]
    fn accepts_letters_under_a_number_and_a_section_that_goes_on() {
        check(&[("I", &["1", "2", "a)", "b)", "3"])], &[]);
        check(&[("II", &["1", "2"]), ("II.3", &["a)", "b)"]), ("II", &["4"])], &[]);
    }

    #[test]
    fn reports_numbers_and_sections_out_of_order() {
        check(&[("", &["1", "3"])], &[Code::NumberOutOfOrder]);
        check(&[("I", &["1"]), ("III", &["1"])], &[Code::SectionOutOfOrder]);
        check(&[("Chương I", &["1"]), ("Chương II", &["1"])], &[]);
        check(&[("I", &["1"]), ("I.1", &["1"]), ("I.2", &["1"]), ("II", &["1"])], &[]);
    }

    #[test]
    fn reports_empty_tables_and_sections() {
        check(&[], &[Code::NoTasks]);
        check(&[("I", &[]), ("II", &["1"])], &[Code::SectionEmpty]);
        check(&[("I", &[]), ("I.1", &["1"])], &[]);
    }

    #[test]
    fn reports_missing_cells_and_flags_with_a_duty() {
        let mut bare = appendix(&[("", &["1"])]);
        let task = &mut bare.sections[0].tasks[0];
        task.task = None;
        task.lead_unit = None;
        task.not_performed = Some(text("không thực hiện"));
        task.timeframe = Some(text("Quý II"));
        let codes = judge(bare).1;
        assert_eq!(codes, [Code::TaskMissing, Code::LeadMissing, Code::FlagWithDuty]);
    }

    #[test]
    fn reports_words_that_are_nowhere() {
        let audit = Audit { words_in: 2, in_cells: 1, ..Audit::default() };
        let mut diagnostics = Vec::new();
        validate(Draft { appendices: Vec::new(), audit }, &mut diagnostics);
        assert_eq!(diagnostics[0].code, Code::WordsUnaccounted);
    }

    #[test]
    fn gives_ids_that_are_unique() {
        let mut twice = appendix(&[("I", &["1", "1", ""])]);
        twice.label = Some(text("Phụ lục IV"));
        twice.issued_with = Some(crate::document::IssuedWith {
            number: Some(text("109/NQ-CP")),
            ..Default::default()
        });
        let (document, _) = judge(twice);
        let ids: Vec<_> = document.tasks().map(|task| task.id.as_str()).collect();
        assert_eq!(ids, ["109/NQ-CP:IV#I.1", "109/NQ-CP:IV#I.1~2", "109/NQ-CP:IV#I.row-3"]);
    }
}
