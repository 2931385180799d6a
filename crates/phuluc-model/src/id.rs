//! Task ids.
//!
//! An id is `REFERENCE#SECTION.NUMBER`, such as `165/KH-MNBT#I.1`:
//!
//! - the reference is the number of the document the appendix was issued with, followed by
//!   `:` and the appendix's own numeral where its label has one (`109/NQ-CP:IV#II.14`);
//!   without such a document it is `appendix-1`, counted in the order of the input;
//! - a table without sections leaves the section out (`97/NQ-CP#12`);
//! - a row without a number is called by its position in the section (`row-3`);
//! - rows of one id, such as the parts of a row whose number spans them, get `~2`, `~3` behind it.

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
    let group = section.number.as_ref().map(|n| format!("{}.", n.value)).unwrap_or_default();
    for (position, task) in section.tasks.iter_mut().enumerate() {
        let number = match &task.number {
            Some(number) => number.value.clone(),
            None => format!("row-{}", position + 1),
        };
        let id = format!("{reference}#{group}{number}");
        let count = seen.entry(id.clone()).or_insert(0);
        *count += 1;
        task.id = if *count == 1 { id } else { format!("{id}~{count}") };
    }
}

fn reference(appendix: &Appendix, index: usize) -> String {
    let number = appendix.issued_with.as_ref().and_then(|issued| issued.number.as_ref());
    let Some(number) = number else { return format!("appendix-{}", index + 1) };
    match numeral(appendix) {
        Some(numeral) => format!("{}:{numeral}", number.value),
        None => number.value.clone(),
    }
}

/// The appendix's own numeral: the `IV` of `Phụ lục IV`.
fn numeral(appendix: &Appendix) -> Option<&str> {
    let last = appendix.label.as_ref()?.value.rsplit(' ').next()?;
    let is_counted = Ordinal::readings(last).iter().any(|o| o.scheme != Scheme::Dash);
    is_counted.then(|| last.trim_end_matches(['.', ':']))
}
