//! Recurrence rules: their first day, and the rule moved to the days before.
//!
//! Only the parts that the model writes are read. A rule with another part gives `None`, because a wrong
//! day would be worse than no day.

use std::fmt;

use phuluc_model::Date;

/// The first day of a rule is searched this far: 29 February returns after at most eight years. No rule has
/// a later first day, so nothing is lost.
const MAX_DAYS: usize = 8 * 366;

const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The parts of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RecurrenceRule {
    frequency: Frequency,
    interval: u16,
    /// Months, days of the month and weekdays (Monday is zero) of the rule; empty for all.
    months: Vec<i8>,
    days: Vec<i8>,
    weekdays: Vec<usize>,
    /// Whether only the last matching day of a month counts.
    last: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

const FREQUENCIES: [(&str, Frequency); 4] = [
    ("DAILY", Frequency::Daily),
    ("WEEKLY", Frequency::Weekly),
    ("MONTHLY", Frequency::Monthly),
    ("YEARLY", Frequency::Yearly),
];

impl RecurrenceRule {
    pub(super) fn parse(rule: &str) -> Option<Self> {
        let mut parts = rule.split(';').map(|part| part.split_once('='));
        let (_, name) = parts.next()?.filter(|(key, _)| *key == "FREQ")?;
        let (_, frequency) = *FREQUENCIES.iter().find(|(known, _)| *known == name)?;
        let mut rule = Self {
            frequency,
            interval: 1,
            months: Vec::new(),
            days: Vec::new(),
            weekdays: Vec::new(),
            last: false,
        };
        for part in parts {
            let (key, value) = part?;
            match key {
                "INTERVAL" => {
                    rule.interval = value.parse().ok().filter(|interval| *interval > 0)?;
                }
                "BYMONTH" => rule.months = numbers(value)?,
                "BYMONTHDAY" => rule.days = numbers(value)?,
                "BYDAY" => rule.weekdays = weekdays(value)?,
                "BYSETPOS" if value == "-1" && frequency == Frequency::Monthly => rule.last = true,
                _ => return None,
            }
        }
        Some(rule)
    }

    /// The first day of the rule on or after a day.
    ///
    /// A task for every two years is first due after two years, not after one.
    pub(super) fn first(&self, from: Date) -> Option<Date> {
        let mut day = self.after_the_first_periods(from)?;
        for _ in 0..MAX_DAYS {
            if self.means(day) {
                return Some(day);
            }
            day = day.tomorrow().ok()?;
        }
        None
    }

    fn after_the_first_periods(&self, from: Date) -> Option<Date> {
        let more = self.interval - 1;
        if more == 0 {
            return Some(from);
        }
        let days = |count: u16| (0..count).try_fold(from, |day, _| day.tomorrow().ok());
        match self.frequency {
            Frequency::Daily => days(more),
            Frequency::Weekly => days(more.checked_mul(7)?),
            Frequency::Monthly => months_later(from, more),
            Frequency::Yearly => months_later(from, more.checked_mul(12)?)
                .and_then(|day| Date::new(day.year(), 1, 1).ok()),
        }
    }

    fn means(&self, day: Date) -> bool {
        self.fits(day) && !(self.last && self.fits_later_in_the_month(day))
    }

    fn fits(&self, day: Date) -> bool {
        let from_end = day.day() - day.days_in_month() - 1;
        let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default();
        (self.months.is_empty() || self.months.contains(&day.month()))
            && (self.days.is_empty()
                || self.days.contains(&day.day())
                || self.days.contains(&from_end))
            && (self.weekdays.is_empty() || self.weekdays.contains(&weekday))
    }

    fn fits_later_in_the_month(&self, day: Date) -> bool {
        let days = (day.day() + 1)..=day.days_in_month();
        days.filter_map(|later| Date::new(day.year(), day.month(), later).ok())
            .any(|later| self.fits(later))
    }

    /// The rule of the day before each day of this rule; `None` if no rule can express it.
    pub(super) fn day_before(&self) -> Option<Self> {
        if self.last {
            return None;
        }
        match (self.days.is_empty(), self.weekdays.is_empty()) {
            (true, false) if self.months.is_empty() => {
                let weekdays = self.weekdays.iter().map(|weekday| (weekday + 6) % 7).collect();
                Some(Self { weekdays, ..self.clone() })
            }
            (false, true) => self.month_day_before(),
            _ => None,
        }
    }

    fn month_day_before(&self) -> Option<Self> {
        // Some months have no 30th, and their end would be the day before then.
        let in_each = |day: &i8| (-27..=28).contains(day) || !self.months.is_empty();
        if !self.days.iter().all(in_each) {
            return None;
        }
        let days = self.days.iter().map(|day| if *day == 1 { -1 } else { day - 1 }).collect();
        let firsts = self.days.iter().filter(|day| **day == 1).count();
        // The day before the first is in the month before.
        let months = if firsts == 0 || self.months.is_empty() {
            self.months.clone()
        } else if firsts == self.days.len() {
            self.months.iter().map(|month| if *month == 1 { 12 } else { month - 1 }).collect()
        } else {
            return None;
        };
        Some(Self { months, days, ..self.clone() })
    }
}

fn months_later(day: Date, count: u16) -> Option<Date> {
    let months = i32::from(day.year()) * 12 + i32::from(day.month()) - 1 + i32::from(count);
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok()
}

fn numbers(value: &str) -> Option<Vec<i8>> {
    value.split(',').map(|number| number.parse().ok()).collect()
}

fn weekdays(value: &str) -> Option<Vec<usize>> {
    value.split(',').map(|day| WEEKDAYS.iter().position(|known| *known == day)).collect()
}

impl fmt::Display for RecurrenceRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = FREQUENCIES.iter().find(|(_, frequency)| *frequency == self.frequency);
        write!(f, "FREQ={}", name.map_or("", |(name, _)| name))?;
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        part(f, "BYMONTH", self.months.iter().map(ToString::to_string))?;
        part(f, "BYMONTHDAY", self.days.iter().map(ToString::to_string))?;
        let weekdays = self.weekdays.iter().filter_map(|weekday| WEEKDAYS.get(*weekday));
        part(f, "BYDAY", weekdays.map(ToString::to_string))?;
        f.write_str(if self.last { ";BYSETPOS=-1" } else { "" })
    }
}

fn part(
    f: &mut fmt::Formatter<'_>,
    key: &str,
    values: impl Iterator<Item = String>,
) -> fmt::Result {
    let values: Vec<String> = values.collect();
    if values.is_empty() { Ok(()) } else { write!(f, ";{key}={}", values.join(",")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rule: &str, from: &str, expected: &str) {
        let parsed = RecurrenceRule::parse(rule).unwrap();
        assert_eq!(parsed.to_string(), rule);
        assert_eq!(parsed.first(from.parse().unwrap()).unwrap().to_string(), expected, "{rule}");
    }

    #[test]
    fn finds_the_first_day() {
        check("FREQ=DAILY", "2024-06-05", "2024-06-05");
        check("FREQ=WEEKLY;BYDAY=FR", "2024-06-05", "2024-06-07");
        check("FREQ=WEEKLY;INTERVAL=2", "2024-06-05", "2024-06-12");
        check("FREQ=MONTHLY;BYMONTHDAY=8", "2024-06-09", "2024-07-08");
        check("FREQ=MONTHLY;BYMONTHDAY=-1", "2024-02-01", "2024-02-29");
        check("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2024-06-05", "2024-06-28");
        check("FREQ=MONTHLY;INTERVAL=9;BYMONTHDAY=-1", "2024-06-05", "2025-02-28");
        check("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "2024-06-05", "2024-06-30");
        check("FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31", "2024-06-05", "2025-12-31");
        check("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2025-01-01", "2028-02-29");
    }

    #[test]
    fn finds_the_days_before() {
        let before = |rule: &str| {
            RecurrenceRule::parse(rule)
                .unwrap()
                .day_before()
                .map_or_else(String::new, |rule| rule.to_string())
        };
        assert_eq!(before("FREQ=MONTHLY;BYMONTHDAY=8"), "FREQ=MONTHLY;BYMONTHDAY=7");
        assert_eq!(before("FREQ=MONTHLY;BYMONTHDAY=1,15"), "FREQ=MONTHLY;BYMONTHDAY=-1,14");
        assert_eq!(before("FREQ=MONTHLY;BYMONTHDAY=-1"), "FREQ=MONTHLY;BYMONTHDAY=-2");
        let year = "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31";
        assert_eq!(before(year), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30");
        let firsts = "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1";
        assert_eq!(before(firsts), "FREQ=YEARLY;BYMONTH=12,6;BYMONTHDAY=-1");
        assert_eq!(before("FREQ=WEEKLY;BYDAY=MO,FR"), "FREQ=WEEKLY;BYDAY=SU,TH");
        for unsayable in [
            "FREQ=DAILY",
            "FREQ=MONTHLY;BYMONTHDAY=30",
            "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1,15",
            "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1",
        ] {
            assert_eq!(before(unsayable), "", "{unsayable}");
        }
    }

    #[test]
    fn a_part_that_is_not_known_is_no_rule() {
        for rule in ["", "FREQ=HOURLY", "FREQ=DAILY;COUNT=2", "FREQ=MONTHLY;BYDAY=1MO", "BYMONTH=1"]
        {
            assert_eq!(RecurrenceRule::parse(rule), None, "{rule}");
        }
    }
}
