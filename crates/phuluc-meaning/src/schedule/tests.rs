//! Times and what they mean, in the notation in which a schedule prints itself.
//!
//! `timeframes.tsv` holds phrases of appendices and dashboards with the form that was expected of
//! them before the grammar was written; `phrases.tsv` holds phrases that somebody who had not seen
//! the grammar made and expected, but for four where another reading was chosen (two days of each year
//! are two rules, a bracket is a second time, `x` is an empty mark); `gazette.tsv` holds shapes that official gazettes print; `traps.tsv`
//! holds phrases that an earlier grammar read wrongly, as a reader found.

use phuluc_model::{Date, YearSource};

use super::*;

const CONTEXT: Context = Context {
    year: Some((PlanYear::Calendar(2024), YearSource::ColumnHeader)),
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

#[test]
fn reads_the_phrases_of_gazettes() {
    let wrong = wrong(include_str!("gazette.tsv"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn is_not_caught_in_traps() {
    let wrong = wrong(include_str!("traps.tsv"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn work_that_goes_on_lasts_for_a_year_only_where_the_plan_says_it() {
    let of = |source| Context { year: Some((PlanYear::Calendar(2024), source)), issued: None };
    let reading = |context: &Context| schedule("Thường xuyên", context).unwrap().to_string();
    assert_eq!(reading(&of(YearSource::Title)), "continuous 2024-01-01/2024-12-31");
    assert_eq!(reading(&of(YearSource::IssueDate)), "continuous ../..");
    assert_eq!(reading(&Context::default()), "continuous ../..");
}

#[test]
fn a_school_year_begins_in_august() {
    let year = Some((PlanYear::School(2024), YearSource::Title));
    let context = Context { year, issued: None };
    let reading = |phrase| schedule(phrase, &context).map(|schedule| schedule.to_string());
    let read = |text: &str| Ok(text.to_owned());
    assert_eq!(reading("Tháng 9"), read("window 2024-09-01/2024-09-30"));
    assert_eq!(reading("Trước ngày 15/5"), read("deadline < 2025-05-15"));
    assert_eq!(reading("Tháng 12, tháng 01"), {
        read("list[window 2024-12-01/2024-12-31 + window 2025-01-01/2025-01-31]")
    });
    assert_eq!(reading("Quý IV"), read("window 2024-10-01/2024-12-31"));
    assert_eq!(reading("Thường xuyên"), read("continuous 2024-09-01/2025-05-31 ~"));
    assert_eq!(reading("Trong năm học"), read("window 2024-09-01/2025-05-31 ~"));
    assert_eq!(reading("Trong năm"), Err(Unread::Year));
}

#[test]
fn a_time_without_any_year_is_not_read() {
    let reading = |phrase| schedule(phrase, &Context::default());
    assert_eq!(reading("Quý II"), Err(Unread::Year));
    assert_eq!(reading("Quý II và tháng 11"), Err(Unread::Year));
    assert_eq!(reading("Ngày 31/6"), Err(Unread::Year));
    assert!(reading("Quý II/2024").is_ok() && reading("hàng tháng").is_ok());
}

/// What fits no calendar is no time in any year, so it does not ask for one either.
#[test]
fn words_that_no_year_helps_are_not_said_to_lack_a_year() {
    let phrases = [
        "Thường xuyên 15/12",
        "Thường xuyên tháng 3 hàng năm",
        "Quý I; thường xuyên 15/12",
        "Từ tháng 3 hàng năm",
    ];
    for phrase in phrases {
        assert_eq!(schedule(phrase, &Context::default()), Err(Unread::Words), "{phrase}");
        assert_eq!(schedule(phrase, &CONTEXT), Err(Unread::Words), "{phrase}");
    }
}

#[test]
fn assumptions_are_said() {
    let assumed = |phrase| schedule(phrase, &CONTEXT).unwrap().assumptions;
    assert_eq!(assumed("Thường xuyên"), [Assumption::PlanYear]);
    assert_eq!(assumed("Hàng quý"), [Assumption::PeriodEnd]);
    assert_eq!(assumed("Cuối tháng 9"), [Assumption::ThirdOfMonth]);
    assert_eq!(assumed("Từ nay đến hết năm"), [Assumption::IssueDate]);
    assert_eq!(assumed("Quý ll"), [Assumption::QuarterNumeral]);
    assert_eq!(assumed("15/12/24"), [Assumption::TwoFigureYear]);
    assert_eq!(assumed("Thang 6"), [Assumption::MarksMissing]);
    assert_eq!(assumed("Trước ngày 15/12"), []);
}

#[test]
fn the_year_of_a_cell_is_said_to_be_its_own() {
    let source = |phrase| schedule(phrase, &CONTEXT).unwrap().year_source;
    assert_eq!(source("Quý II/2025"), Some(YearSource::Cell));
    assert_eq!(source("Quý II"), Some(YearSource::ColumnHeader));
    assert_eq!(source("hàng tháng"), None);
    assert_eq!(source("Quý II; hàng tháng"), None);
}

proptest::proptest! {
    /// Whatever the text, reading ends, and a span does not end before it begins.
    #[test]
    fn any_text_is_read_or_refused(words in proptest::collection::vec(WORDS, 0..12)) {
        if let Ok(schedule) = schedule(&words.join(" "), &CONTEXT) {
            let mut open = vec![schedule];
            while let Some(schedule) = open.pop() {
                let (start, end) = (schedule.timing.start(), schedule.timing.end());
                proptest::prop_assert!(start.zip(end).is_none_or(|(start, end)| start <= end));
                open.extend(schedule.timing.items().iter().cloned());
            }
        }
    }
}

/// Words of times, figures and anything else.
const WORDS: &str = "quý|tháng|năm|ngày|trước|đến|từ|hàng|trong|II|khi|sau|theo|thường xuyên|[-/,;.()]|\\PC{0,3}|[0-9]{1,5}|kể|lần|cuối|tuần|thứ";
