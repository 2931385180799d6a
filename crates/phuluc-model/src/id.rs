//! Task ids.
//!
//! An id is `REFERENCE#SECTION.NUMBER`, such as `165/KH-MNBT#I.1`. It is made of what the document
//! itself calls the row, so it stays when cells are worded anew, when rows come and go elsewhere and
//! when pages break in other places:
//!
//! - the reference is the number of the document the appendix was issued with, followed by
//!   `:` and the appendix's own numeral where its label has one (`109/NQ-CP:IV#II.14`);
//!   without such a document it is `appendix-1`, counted in the order of the input;
//! - a table without sections leaves the section out (`97/NQ-CP#12`);
//! - a row without a number is called by its position in the section (`row-3`);
//! - rows of one id, such as the parts of a row whose number spans them, get `~2`, `~3` after it.

use std::collections::BTreeMap;

use crate::document::{Appendix, Section};
use crate::ordinal::{Ordinal, Scheme};

/// Gives every task its id.
pub(crate) fn assign(appendices: &mut [Appendix]) {
    let mut seen = BTreeMap::new();
    for (index, appendix) in appendices.iter_mut().enumerate() {
        let reference = reference(appendix, index);
        for section in &mut appendix.sections {
            name_tasks(section, &reference, &mut seen);
        }
    }
}

fn name_tasks(section: &mut Section, reference: &str, seen: &mut BTreeMap<String, usize>) {
    let group = section.number.as_ref().map(|number| format!("{number}.")).unwrap_or_default();
    for (position, task) in section.tasks.iter_mut().enumerate() {
        let number = match &task.number {
            Some(number) => number.to_string(),
            None => format!("row-{}", position + 1),
        };
        task.id = unlike(format!("{reference}#{group}{number}"), seen);
    }
}

/// An id that no task before has: the one that is asked for, or the next free one with `~2`, `~3`.
///
/// `seen` has each id with the last count that was tried with it.
fn unlike(asked: String, seen: &mut BTreeMap<String, usize>) -> String {
    let mut count = seen.get(&asked).copied().unwrap_or(0);
    loop {
        count += 1;
        let id = if count == 1 { asked.clone() } else { format!("{asked}~{count}") };
        // A row may be printed with the number `1~2`, which the second row with the number `1` would get.
        if !seen.contains_key(&id) {
            seen.insert(id.clone(), 1);
            seen.insert(asked, count);
            return id;
        }
    }
}

fn reference(appendix: &Appendix, index: usize) -> String {
    let number = appendix.issued_with.as_ref().and_then(|issued| issued.number.as_ref());
    let Some(number) = number else { return format!("appendix-{}", index + 1) };
    match numeral(appendix) {
        Some(numeral) => format!("{number}:{numeral}"),
        None => number.to_string(),
    }
}

/// The appendix's own numeral: the `IV` of `Phụ lục IV`.
fn numeral(appendix: &Appendix) -> Option<&str> {
    let last = appendix.label.as_ref()?.value.rsplit(' ').next()?;
    let is_counted = Ordinal::readings(last).iter().any(|o| o.scheme != Scheme::Dash);
    is_counted.then(|| last.trim_end_matches(['.', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Section, Task};
    use crate::place::Place;
    use crate::text::Text;

    fn text(value: &str) -> Text {
        Text::new(value.to_owned(), Place::START)
    }

    fn appendix(sections: &[(&str, &[&str])]) -> Appendix {
        let sections = sections.iter().map(|(number, tasks)| Section {
            number: Some(text(number)),
            title: None,
            tasks: tasks.iter().map(|number| task(number)).collect(),
            ..Section::default()
        });
        Appendix { sections: sections.collect(), ..Appendix::empty(Place::START) }
    }

    fn task(number: &str) -> Task {
        Task { number: Some(text(number)), ..Task::empty(Place::START) }
    }

    fn ids(mut appendix: Appendix) -> Vec<String> {
        assign(std::slice::from_mut(&mut appendix));
        appendix.sections.into_iter().flat_map(|s| s.tasks).map(|task| task.id).collect()
    }

    #[test]
    fn a_number_that_looks_like_a_repeated_id_takes_no_id_of_another_row() {
        let rows = ["1~2", "1", "1", "1~2", "1"];
        let expected = ["1~2", "1", "1~3", "1~2~2", "1~4"];
        let expected = expected.map(|number| format!("appendix-1#I.{number}"));
        assert_eq!(ids(appendix(&[("I", &rows)])), expected);
    }

    #[test]
    fn an_id_stays_when_other_rows_come_and_go_and_when_words_change() {
        let before = ids(appendix(&[("I", &["1", "2"]), ("II", &["1"])]));
        assert_eq!(before, ["appendix-1#I.1", "appendix-1#I.2", "appendix-1#II.1"]);
        let longer = ids(appendix(&[("I", &["1", "2", "3"]), ("II", &["1"]), ("III", &["1"])]));
        assert!(before.iter().all(|id| longer.contains(id)));
        let mut reworded = appendix(&[("I", &["1", "2"]), ("II", &["1"])]);
        reworded.sections[0].title = Some(text("Chỉ đạo, điều hành"));
        reworded.sections[0].tasks[0].task = Some(text("Rà soát"));
        reworded.sections[0].tasks[1].place = Place::new(9, 9);
        assert_eq!(ids(reworded), before);
    }
}
