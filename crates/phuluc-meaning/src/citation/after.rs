//! The words after a reference: its date and who issued it.

use std::sync::LazyLock;

use phuluc_model::Date;
use regex::{Captures, Regex};

use super::issuer;

/// What the words after a reference say.
#[derive(Default)]
pub(super) struct After {
    pub(super) date: Option<Date>,
    pub(super) issuer: Option<String>,
    /// How many bytes the date takes.
    pub(super) length: usize,
}

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let figures = r"([0-9]{1,2})\s?[/.-]\s?([0-9]{1,2})\s?[/.-]\s?([0-9]{4}|[0-9]{2})";
    let words = r"([0-9]{1,2})\s+tháng\s+([0-9]{1,2})\s+năm\s+([0-9]{4})";
    Regex::new(&format!(r"(?i)^[0-9]{{0,2}}\s*[,(]?\s*ngày\s*(?:{words}|{figures})\b")).ok()
});

/// Reads the text after a reference; figures right after it are the mark of a footnote.
pub(super) fn read(coming: &str) -> After {
    let dated = dated(coming);
    let length = dated.as_ref().and_then(|captures| captures.get(0)).map_or(0, |all| all.end());
    let issuer = coming.get(length..).and_then(issuer::read);
    let after = || dated_date(&issuer.as_ref()?.after);
    let date = if dated.is_some() { dated.as_ref().and_then(date) } else { after() };
    After { date, issuer: issuer.map(|issuer| issuer.name), length }
}

fn dated(text: &str) -> Option<Captures<'_>> {
    DATE.as_ref().and_then(|pattern| pattern.captures(text))
}

/// The date that the words after an issuer begin with: `532/QĐ-UBND của Chủ tịch UBND tỉnh ngày
/// 12/2/2026`.
fn dated_date(after: &str) -> Option<Date> {
    date(&dated(after)?)
}

fn date(captures: &Captures<'_>) -> Option<Date> {
    let mut figures = captures.iter().skip(1).flatten().map(|group| group.as_str());
    let day = figures.next()?.parse().ok()?;
    let month = figures.next()?.parse().ok()?;
    let year = year(figures.next()?)?;
    Date::new(year, month, day).ok()
}

/// The first year of the party, before which no document of the state or the party is.
const FIRST_YEAR: i16 = 1930;

/// A year; of two figures only where its century is certain, because no document is older than the
/// party: `11/6/25` is of 2025, `11/6/85` stays open.
fn year(figures: &str) -> Option<i16> {
    let year: i16 = figures.parse().ok()?;
    match figures.len() {
        2 => (1900 + year < FIRST_YEAR).then_some(2000 + year),
        _ => Some(year),
    }
}
