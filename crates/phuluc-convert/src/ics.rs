//! A calendar (iCalendar, RFC 5545): the tasks that have a day.
//!
//! | time | component |
//! | --- | --- |
//! | `window` | `VTODO`, due on its last day, from its first day on |
//! | `deadline` | `VTODO`, due on the last day in time: with `before` the day before, with `by` the day |
//! | `date` | `VEVENT` on the day |
//! | `recurring` | `VEVENT` on the first such day, with the rule of the model as `RRULE` |
//! | `list` | one component for each of its times |
//! | any other | — |
//!
//! A `VTODO` cannot be due on the day it starts (3.8.2.3: `DUE` is after `DTSTART`), and its rule is
//! counted from `DTSTART`. So what happens on a day, once or repeatedly, is an all-day `VEVENT` that does
//! not block the day. Also, few programs repeat a `VTODO`. Google Calendar and Outlook show events only;
//! Thunderbird, Evolution, Nextcloud and Apple's reminders show both.
//!
//! **Times without a day are left out and counted.** `X-PHULUC-LEFT-OUT` gives the number of each kind;
//! with the components they are all times of the document. `continuous` is left out: nothing is due on its
//! last day, which is usually only assumed from the plan, and an event of a whole year hides the others. A
//! rule without a date of issue and without a year of the plan is left out too: it has no beginning.
//!
//! If the caller filtered the tasks, `X-PHULUC-ONLY` gives the filter, in English, for programs.
//!
//! A rule begins on the date of issue or, if that is later, with the year of the plan, and ends with that
//! year if it is known. A rule with the bound `before` is moved to the days before.
//!
//! Each component has a reminder at nine in the morning: a week before a due day, or the day before an
//! event. A task that is marked as not performed has no reminder and the category `Không thực hiện`.
//!
//! No clock is used: `DTSTAMP` is the date of issue, else the first of January 1970. A `UID` is the id of
//! the task and, because document numbers repeat each year, that date, else the year of the plan, else the
//! beginning of the source's SHA-256. So importing a corrected document replaces the old entries. Times of a
//! list are distinguished by their position. Control characters, which the format forbids, are written as
//! U+FFFD.

mod content;
mod entry;
mod rule;

use std::io;

use phuluc_messages::Lang;
use phuluc_model::Text;

use self::content::Content;
use self::entry::entries;
use crate::error::Error;
use crate::format::Format;
use crate::report::Report;

/// The calendar.
pub const FORMAT: Format = Format::new("ics", "ics", write);

/// Writes the calendar.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    let (entries, left_out) = entries(report);
    let mut out = io::BufWriter::new(out);
    let mut content = Content::new(&mut out);
    content.line("BEGIN", "VCALENDAR")?;
    content.line("VERSION", "2.0")?;
    content.line("PRODID", "-//phuluc//phuluc//VI")?;
    content.line("CALSCALE", "GREGORIAN")?;
    // Programs read the first; the second is the later standard (RFC 7986).
    content.text("X-WR-CALNAME", title(report))?;
    content.text("NAME", title(report))?;
    if let Some(choice) = report.choice(Lang::En) {
        content.text("X-PHULUC-ONLY", &choice)?;
    }
    for (kind, count) in &left_out {
        let name = format!("X-PHULUC-LEFT-OUT;VALUE=INTEGER;X-KIND={kind}");
        content.line(&name, &count.to_string())?;
    }
    for entry in &entries {
        entry.write(&mut content)?;
    }
    content.line("END", "VCALENDAR")?;
    io::Write::flush(&mut out)?;
    Ok(())
}

/// The title of the first appendix that has one, else the name of the source.
fn title<'a>(report: &Report<'a>) -> &'a str {
    let title = report.document.appendices().iter().find_map(|appendix| appendix.title.as_ref());
    title.map_or(report.source.name, Text::as_str)
}

#[cfg(test)]
mod tests;
