//! The scoreboard: outcomes added up, as tables in Markdown.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::outcome::Outcome;
use crate::samples::Sample;
use crate::score::{Score, Share};

/// A sample and what became of it.
pub type Judged = (Sample, Outcome);

/// Totals of each set and kind.
#[must_use]
pub fn totals(judged: &[Judged]) -> String {
    let mut lines: BTreeMap<(String, Rank), Total> = BTreeMap::new();
    for (sample, outcome) in judged {
        lines.entry((sample.set.clone(), rank(&sample.kind))).or_default().add(outcome);
    }
    let mut table = header([
        "set",
        "kind",
        "documents",
        "cells",
        "rows",
        "sections",
        "spurious rows",
        "wrong rows unnamed",
        "right rows doubted",
        "audit balances",
        "refused",
    ]);
    for ((set, (_, kind)), total) in lines {
        let Total { documents, score, audits, refused } = total;
        line(
            &mut table,
            [
                set,
                kind,
                documents.to_string(),
                percent(score.cells()),
                percent(score.rows),
                percent(score.sections),
                score.spurious.to_string(),
                format!("{} of {}", score.named.all - score.named.right, score.named.all),
                percent(score.alarms),
                if audits.all == 0 {
                    "–".to_owned()
                } else {
                    format!("{} of {}", audits.right, audits.all)
                },
                refused.to_string(),
            ],
        );
    }
    table
}

/// Cells exact of each group (or each document) in each kind.
#[must_use]
pub fn groups(judged: &[Judged], name: fn(&Sample) -> &str) -> String {
    let cells = judged.iter().map(|(sample, outcome)| {
        let share = outcome.score.as_ref().map(Score::cells);
        ([sample.set.clone(), name(sample).to_owned()], rank(&sample.kind), share)
    });
    pivot(["set", "cells of"], cells)
}

/// Cells exact of each column in each kind.
#[must_use]
pub fn columns(judged: &[Judged]) -> String {
    let cells = judged.iter().flat_map(|(sample, outcome)| {
        let columns = outcome.score.iter().flat_map(|score| &score.columns);
        columns.map(|(name, share)| {
            ([sample.set.clone(), name.clone()], rank(&sample.kind), Some(*share))
        })
    });
    pivot(["set", "cells of"], cells)
}

/// What was said of inputs that were refused or read with a loss.
#[must_use]
pub fn said(judged: &[Judged]) -> String {
    let mut lines: BTreeMap<[&str; 2], BTreeMap<Rank, usize>> = BTreeMap::new();
    for (sample, outcome) in judged {
        for said in &outcome.said {
            let kinds = lines.entry([&sample.set, said]).or_default();
            *kinds.entry(rank(&sample.kind)).or_default() += 1;
        }
    }
    if lines.is_empty() {
        return String::new();
    }
    let mut table = header(["set", "what is said", "inputs"]);
    for (key, kinds) in lines {
        let kinds: Vec<String> =
            kinds.into_iter().map(|((_, kind), inputs)| format!("{kind} {inputs}")).collect();
        line(&mut table, key.map(str::to_owned).into_iter().chain([kinds.join(", ")]));
    }
    table
}

/// What was said and the cells that differ, for whoever looks into them.
#[must_use]
pub fn misses((sample, outcome): &Judged) -> String {
    let mut text = String::new();
    for said in &outcome.said {
        let _ = writeln!(text, "{}/{} {}: {said}", sample.set, sample.document, sample.kind);
    }
    for miss in outcome.score.iter().flat_map(|score| &score.misses) {
        let _ = writeln!(
            text,
            "{}/{} {}: {} {}\n  truth: {}\n  read:  {}",
            sample.set, sample.document, sample.kind, miss.row, miss.column, miss.truth, miss.read
        );
    }
    text
}

/// What is added up in a line.
#[derive(Default)]
struct Total {
    documents: usize,
    score: Score,
    audits: Share,
    refused: usize,
}

impl Total {
    fn add(&mut self, outcome: &Outcome) {
        self.documents += 1;
        match &outcome.score {
            Some(score) => self.score.add(score),
            None => self.refused += 1,
        }
        if let Some(balances) = outcome.balances {
            self.audits.count(balances);
        }
    }
}

/// A kind and where it stands: PDF comes first.
type Rank = (bool, String);

fn rank(kind: &str) -> Rank {
    (kind != "pdf", kind.to_owned())
}

/// A table of shares with a column for each kind. `None` is a document that was refused.
fn pivot(
    names: [&str; 2],
    cells: impl Iterator<Item = ([String; 2], Rank, Option<Share>)>,
) -> String {
    let mut lines: BTreeMap<[String; 2], BTreeMap<Rank, Share>> = BTreeMap::new();
    let mut kinds = BTreeSet::new();
    for (key, kind, share) in cells {
        kinds.insert(kind.clone());
        lines.entry(key).or_default().entry(kind).or_default().add(share.unwrap_or_default());
    }
    let mut table = header(names.into_iter().chain(kinds.iter().map(|(_, kind)| kind.as_str())));
    for (key, shares) in lines {
        let cells = kinds.iter().map(|kind| match shares.get(kind) {
            None => String::new(),
            Some(Share { all: 0, .. }) => "refused".to_owned(),
            Some(share) => short(*share),
        });
        line(&mut table, key.into_iter().chain(cells));
    }
    table
}

fn header<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    format!("| {} |\n|{}\n", names.join(" | "), " --- |".repeat(names.len()))
}

fn line(table: &mut String, cells: impl IntoIterator<Item = String>) {
    let cells: Vec<String> = cells.into_iter().map(|cell| cell.replace('|', "\\|")).collect();
    let _ = writeln!(table, "| {} |", cells.join(" | "));
}

/// A share with its numbers, cut off behind the first decimal so that 100.0 % means all.
fn percent(share: Share) -> String {
    if share.all == 0 {
        return "–".to_owned();
    }
    format!("{} ({} of {})", short(share), share.right, share.all)
}

fn short(Share { right, all }: Share) -> String {
    let mille = (right * 1000).checked_div(all).unwrap_or(0);
    format!("{}.{} %", mille / 10, mille % 10)
}
