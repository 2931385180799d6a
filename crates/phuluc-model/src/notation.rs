//! A schedule on one line, for people and for tests: `window 2024-04-01/2024-06-30`.
//!
//! `<` is before a day, `<=` by it, `~` says that the days are approximate, `..` is an open end.

use std::fmt;

use jiff::civil::Date;

use crate::schedule::{Bound, Schedule, Timing};

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timing.fmt(f)?;
        // Each item of a list says it of itself.
        let approximate = self.approximate && !matches!(self.timing, Timing::List { .. });
        f.write_str(if approximate { " ~" } else { "" })
    }
}

impl fmt::Display for Timing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        match self {
            Self::Window { start, end } => write!(f, " {}/{end}", End(*start)),
            Self::Date { due } => write!(f, " = {due}"),
            Self::Deadline { due, bound: Bound::Before } => write!(f, " < {due}"),
            Self::Deadline { due, .. } => write!(f, " <= {due}"),
            Self::Continuous { start, end } => write!(f, " {}/{}", End(*start), End(*end)),
            Self::Recurring { rrule, bound } => {
                let before = if *bound == Bound::Before { " [before]" } else { "" };
                write!(f, " {}{before}", rrule.as_deref().unwrap_or("(no period)"))
            }
            Self::Frequency { times, per, at_least } => {
                write!(f, " {}{times}/{}", if *at_least { ">=" } else { "=" }, per.name())
            }
            Self::Relative { offset, business_days, event } => {
                let business = if *business_days { " (business)" } else { "" };
                write!(f, " {offset}{business} after «{event}»")
            }
            Self::OnDemand { event } | Self::ByReference { event } => write!(f, " «{event}»"),
            Self::List { items } => list(f, items),
            Self::Unspecified | Self::Unparsed => Ok(()),
        }
    }
}

fn list(f: &mut fmt::Formatter<'_>, items: &[Schedule]) -> fmt::Result {
    f.write_str("[")?;
    for (index, item) in items.iter().enumerate() {
        let between = if index > 0 { " + " } else { "" };
        write!(f, "{between}{item}")?;
    }
    f.write_str("]")
}

/// An end of a span.
struct End(Option<Date>);

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(day) => day.fmt(f),
            None => f.write_str(".."),
        }
    }
}
