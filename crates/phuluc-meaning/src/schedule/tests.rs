//! Times and what they mean, in the notation in which a schedule prints itself.
//!
//! `timeframes.tsv` holds phrases of appendices and dashboards with the form that was expected of
//! them before the grammar was written; `phrases.tsv` holds phrases that somebody who had not seen
//! the grammar made and expected.

use super::*;

const CONTEXT: Context = Context {
    year: Some((2024, YearSource::ColumnHeader)),
    issued: Some(Date::constant(2024, 6, 5)),
};

/// The reading of a phrase in small letters, as the tables have the words of events.
fn reading(phrase: &str) -> String {
    let schedule = schedule(phrase, &CONTEXT);
    schedule.map_or_else(|_| "unparsed".to_owned(), |schedule| schedule.to_string().to_lowercase())
}

/// Reads every phrase of a table and gives those that are read otherwise.
fn wrong(table: &str) -> Vec<String> {
    let lines = table.lines().skip(1).filter(|line| !line.is_empty());
    let wrong = lines.filter_map(|line| {
        let (phrase, expected) = line.split_once('\t').unwrap();
        let phrase =
            if phrase == "(blank cell)" { String::new() } else { phrase.replace("\\n", "\n") };
        let actual = reading(&phrase);
        (actual != expected.to_lowercase())
            .then(|| format!("{phrase}\n  expected {expected}\n  actual   {actual}"))
    });
    wrong.collect()
}

#[test]
fn reads_the_phrases_of_appendices() {
    let wrong = wrong(include_str!("timeframes.tsv"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn reads_the_phrases_of_a_stranger() {
    let wrong = wrong(include_str!("phrases.tsv"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
