//! The sums of a run: for a person in a sentence, for machines in a line of JSON.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use phuluc::messages::{Lang, sentence, words};
use phuluc::model::Arguments;
use serde::Serialize;

use super::outcome::Outcome;
use crate::exit::Exit;
use crate::status::{self, Status};
use crate::worker::job::VERSION;

/// What became of all inputs.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    statuses: BTreeMap<Status, usize>,
    /// Inputs that an earlier run did; they count among the statuses too.
    earlier: usize,
    tasks: usize,
    bytes: usize,
    /// Inputs to which the run did not come.
    left: usize,
    /// Whether lines of the manifest are missing.
    unrecorded: bool,
}

/// The line of `--report`.
#[derive(Debug, Serialize)]
struct BatchReport<'t> {
    schema: &'static str,
    schema_version: &'static str,
    version: &'static str,
    /// Inputs, those to which the run did not come among them.
    inputs: usize,
    statuses: &'t BTreeMap<Status, usize>,
    earlier: usize,
    not_begun: usize,
    tasks: usize,
    bytes: usize,
    ms: u64,
    exit: u8,
}

impl Totals {
    pub(crate) fn add(&mut self, outcome: &Outcome) {
        *self.statuses.entry(outcome.status).or_default() += 1;
        self.earlier += usize::from(outcome.earlier);
        self.tasks += outcome.tasks;
        self.bytes += outcome.bytes;
        self.unrecorded |= outcome.unrecorded.is_some();
    }

    /// Inputs to which the run did not come.
    pub(crate) fn not_begun(&mut self, count: usize) {
        self.left = count;
    }

    fn inputs(&self) -> usize {
        self.statuses.values().sum::<usize>() + self.left
    }

    /// How far a run is.
    pub(crate) fn so_far(&self, lang: Lang, inputs: usize) -> String {
        let failed = self.statuses.iter().filter(|(status, _)| status.is_failure());
        let failed: usize = failed.map(|(_, count)| count).sum();
        let done = Arguments::new().with("done", self.inputs()).with("inputs", inputs);
        sentence(lang, "run-so_far", &done.with("failed", failed))
    }

    pub(crate) fn exit(&self) -> Exit {
        let exit = status::exit(self.statuses.keys().copied());
        match exit {
            _ if self.left > 0 => Exit::Interrupted,
            Exit::Interrupted => exit,
            _ if self.unrecorded => Exit::Unwritten,
            // A part that no input falls to is done.
            Exit::Nothing if self.statuses.is_empty() => Exit::Complete,
            exit => exit,
        }
    }

    /// `2020 inputs: 2000 converted, 20 failed (2000 of them before)`.
    pub(crate) fn sentence(&self, lang: Lang) -> String {
        let counted = |count: usize, status: Cow<'_, str>| {
            let counted = Arguments::new().with("count", count);
            sentence(lang, "run-status_count", &counted.with("status", status.into_owned()))
        };
        let counts =
            self.statuses.iter().map(|(status, count)| counted(*count, status.words(lang)));
        let left = (self.left > 0).then(|| counted(self.left, words(lang, "status-not_begun")));
        let counts: Vec<String> = counts.chain(left).collect();
        let total = Arguments::new().with("inputs", self.inputs());
        let total = total.with("counts", counts.join(", "));
        match self.earlier {
            0 => sentence(lang, "run-total", &total),
            earlier => sentence(lang, "run-total_with_earlier", &total.with("earlier", earlier)),
        }
    }

    /// One line of JSON with its end.
    pub(crate) fn report(&self, took: Duration) -> String {
        let report = BatchReport {
            schema: "phuluc/report",
            schema_version: "1.0",
            version: VERSION,
            inputs: self.inputs(),
            statuses: &self.statuses,
            earlier: self.earlier,
            not_begun: self.left,
            tasks: self.tasks,
            bytes: self.bytes,
            ms: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
            exit: self.exit() as u8,
        };
        // Numbers and strings cannot fail to be written.
        serde_json::to_string(&report).unwrap_or_default() + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn totals(statuses: &[Status]) -> Totals {
        let mut totals = Totals::default();
        for status in statuses {
            totals.add(&Outcome { tasks: 2, bytes: 10, ..Outcome::new("a".to_owned(), *status) });
        }
        totals
    }

    #[test]
    fn sums_are_shown_to_people_and_machines() {
        use Status::{Converted, TimeLimit};
        let totals = totals(&[Converted, TimeLimit, Converted]);
        assert_eq!(totals.sentence(Lang::En), "3 inputs: 2 converted, 1 time_limit");
        let report: serde_json::Value =
            serde_json::from_str(&totals.report(Duration::from_millis(7))).unwrap();
        assert_eq!(report["statuses"], serde_json::json!({"converted": 2, "time_limit": 1}));
        assert_eq!((&report["inputs"], &report["tasks"]), (&3.into(), &6.into()));
        assert_eq!((&report["ms"], &report["exit"]), (&7.into(), &1.into()));
    }

    #[test]
    fn what_was_not_begun_is_an_interrupt() {
        let mut totals = totals(&[Status::Converted]);
        totals.not_begun(4);
        assert_eq!(totals.sentence(Lang::En), "5 inputs: 1 converted, 4 not_begun");
        assert_eq!(totals.exit(), Exit::Interrupted);
    }

    #[test]
    fn a_part_without_inputs_is_done() {
        assert_eq!(totals(&[]).exit(), Exit::Complete);
    }
}
