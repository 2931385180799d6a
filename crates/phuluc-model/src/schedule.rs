//! When a task has to be done.

use jiff::civil::Date;

/// The meaning of a timeframe, in dates.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Schedule {
    /// The time itself.
    pub timing: Timing,
    /// Whether the words do not name exact days: `cuối năm`, `đầu quý III`.
    pub approximate: bool,
    /// Where the year came from; `None` if no year was needed.
    pub year_source: Option<YearSource>,
    /// What was assumed, in the order of the words.
    pub assumptions: Vec<Assumption>,
}

impl Schedule {
    /// An exact schedule without assumptions.
    #[must_use]
    pub const fn new(timing: Timing) -> Self {
        Self { timing, approximate: false, year_source: None, assumptions: Vec::new() }
    }

    /// The single times: the items of a list, or the schedule itself.
    #[must_use]
    pub const fn times(&self) -> &[Self] {
        match &self.timing {
            Timing::List { items } => items.as_slice(),
            _ => std::slice::from_ref(self),
        }
    }
}

/// The kinds of time.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Timing {
    /// From a day to a day, both included. The work is due at the end: `Quý II`.
    Window {
        /// The first day; `None` for a `từ nay` without a date of issue.
        start: Option<Date>,
        /// The last day.
        end: Date,
    },
    /// On a day: `Ngày 20 tháng 11`.
    Date {
        /// The day.
        due: Date,
    },
    /// Until a day: `Trước ngày 15/12`.
    Deadline {
        /// The day.
        due: Date,
        /// Whether work on the day itself is in time.
        bound: Bound,
    },
    /// All the time: `Thường xuyên`, `Từ tháng 7/2026`.
    Continuous {
        /// The first day, as far as it is known.
        start: Option<Date>,
        /// The last day, as far as it is known.
        end: Option<Date>,
    },
    /// Again and again: `Hàng tháng`.
    Recurring {
        /// The rule of RFC 5545, without `RRULE:`; `None` for a bare `định kỳ`.
        rrule: Option<String>,
        /// Whether work on the day itself is in time.
        bound: Bound,
    },
    /// A number of times in a span: `02 lần/năm`.
    Frequency {
        /// How many times.
        times: u32,
        /// The span.
        per: Period,
        /// Whether more often is allowed: `ít nhất`.
        at_least: bool,
    },
    /// After an event: `10 ngày kể từ ngày nhận được`.
    Relative {
        /// How long after the event, as an ISO 8601 duration; `P0D` is immediately.
        offset: String,
        /// Whether the days are working days.
        business_days: bool,
        /// The event, in the words of the cell.
        event: String,
    },
    /// When somebody asks, or when there is a reason: `Khi cấp trên yêu cầu`.
    OnDemand {
        /// When, in the words of the cell.
        event: String,
    },
    /// As another document says: `Theo Kế hoạch của Thành phố`.
    ByReference {
        /// The reference, in the words of the cell.
        event: String,
    },
    /// Several times: `Quý II, Quý III`.
    List {
        /// Each of them.
        items: Vec<Schedule>,
    },
    /// An empty cell, or a dash.
    Unspecified,
    /// Words that the grammar does not know, or a time without a year in a document without a year.
    Unparsed,
}

impl Timing {
    /// The name that the outputs use.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Window { .. } => "window",
            Self::Date { .. } => "date",
            Self::Deadline { .. } => "deadline",
            Self::Continuous { .. } => "continuous",
            Self::Recurring { .. } => "recurring",
            Self::Frequency { .. } => "frequency",
            Self::Relative { .. } => "relative",
            Self::OnDemand { .. } => "on_demand",
            Self::ByReference { .. } => "by_reference",
            Self::List { .. } => "list",
            Self::Unspecified => "unspecified",
            Self::Unparsed => "unparsed",
        }
    }

    /// The first day of a span.
    #[must_use]
    pub const fn start(&self) -> Option<Date> {
        match self {
            Self::Window { start, .. } | Self::Continuous { start, .. } => *start,
            _ => None,
        }
    }

    /// The last day on which work is in time; `None` if the time has no such day.
    ///
    /// A window is due at its end. `Trước ngày 15/12` excludes that day, so the day before is the last one.
    /// Continuous work (`Thường xuyên`) has no such day: its end is that of the plan, usually only assumed,
    /// and nothing is handed in then.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        match self {
            Self::Window { end, .. } => Some(*end),
            Self::Deadline { due, bound: Bound::Before } => due.yesterday().ok(),
            Self::Date { due } | Self::Deadline { due, .. } => Some(*due),
            _ => None,
        }
    }

    /// The last day of a span.
    #[must_use]
    pub const fn end(&self) -> Option<Date> {
        match self {
            Self::Window { end, .. } => Some(*end),
            Self::Continuous { end, .. } => *end,
            _ => None,
        }
    }

    /// The day of a date or a deadline.
    #[must_use]
    pub const fn due(&self) -> Option<Date> {
        match self {
            Self::Date { due } | Self::Deadline { due, .. } => Some(*due),
            _ => None,
        }
    }

    /// Whether the day itself is in time.
    #[must_use]
    pub const fn bound(&self) -> Option<Bound> {
        match self {
            Self::Date { .. } => Some(Bound::On),
            Self::Deadline { bound, .. } | Self::Recurring { bound, .. } => Some(*bound),
            _ => None,
        }
    }

    /// The rule (RFC 5545) of a time that recurs.
    #[must_use]
    pub fn rrule(&self) -> Option<&str> {
        match self {
            Self::Recurring { rrule, .. } => rrule.as_deref(),
            _ => None,
        }
    }

    /// The event or the document that the time depends on, in the words of the cell.
    #[must_use]
    pub fn event(&self) -> Option<&str> {
        match self {
            Self::Relative { event, .. }
            | Self::OnDemand { event }
            | Self::ByReference { event } => Some(event),
            _ => None,
        }
    }

    /// The times of a list; empty for any other time.
    #[must_use]
    pub fn items(&self) -> &[Schedule] {
        match self {
            Self::List { items } => items,
            _ => &[],
        }
    }
}

/// Whether work on the day itself is in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The day is too late: `trước`.
    Before,
    /// The day is in time: `chậm nhất`, `đến hết`.
    By,
    /// The work is on the day.
    On,
}

impl Bound {
    /// Every bound.
    pub const ALL: [Self; 3] = [Self::Before, Self::By, Self::On];

    /// The name that the outputs use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::By => "by",
            Self::On => "on",
        }
    }
}

/// The spans in which repetitions are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// Ngày.
    Day,
    /// Tuần.
    Week,
    /// Tháng.
    Month,
    /// Quý.
    Quarter,
    /// Năm.
    Year,
}

impl Period {
    /// Every span, the shortest first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// The name that the outputs use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

/// Where the year of a date came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearSource {
    /// The cell itself.
    Cell,
    /// The label of its column.
    ColumnHeader,
    /// The title of the appendix.
    Title,
    /// The date of the document that the appendix was issued with.
    IssueDate,
    /// The caller.
    Caller,
}

impl YearSource {
    /// Every source.
    pub const ALL: [Self; 5] =
        [Self::Cell, Self::ColumnHeader, Self::Title, Self::IssueDate, Self::Caller];

    /// The name that the outputs use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cell => "cell",
            Self::ColumnHeader => "column_header",
            Self::Title => "title",
            Self::IssueDate => "issue_date",
            Self::Caller => "caller",
        }
    }
}

macro_rules! assumptions {
    ($($(#[$doc:meta])+ $variant:ident = $name:literal;)+) => {
        /// What a schedule assumes because the words do not say it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Assumption {
            $($(#[$doc])+ $variant,)+
        }

        impl Assumption {
            /// Every assumption.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name that the outputs use.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

assumptions! {
    /// Work without an end lasts until the end of the year of the plan.
    PlanYear = "plan_year";
    /// Work that recurs is due on the last day of each period.
    PeriodEnd = "period_end";
    /// The beginning, middle and end of a month are its days 1 to 10, 11 to 20 and 21 to the last.
    ThirdOfMonth = "third_of_month";
    /// The halves of a month are its days 1 to 15 and 16 to the last.
    HalfOfMonth = "half_of_month";
    /// The beginning, middle and end of a quarter are its three months.
    MonthOfQuarter = "month_of_quarter";
    /// The beginning, middle and end of a year are January, June and December.
    PartOfYear = "part_of_year";
    /// Six and nine months are those of a report, from January.
    ReportPeriod = "report_period";
    /// The weeks of a month are counted from its first day, seven days each.
    WeekOfMonth = "week_of_month";
    /// A school year lasts from September to May.
    SchoolYear = "school_year";
    /// `Nay` is the date of issue.
    IssueDate = "issue_date";
    /// A year with two digits is in this century.
    TwoFigureYear = "two_figure_year";
    /// The numeral of a quarter was written with other letters: `ll` for `II`.
    QuarterNumeral = "quarter_numeral";
    /// The words were written without their marks: `Thang 6`.
    MarksMissing = "marks_missing";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn before_excludes_the_day_and_by_includes_it() {
        let due = Date::constant(2025, 1, 1);
        let check = |timing: Timing, expected: Option<Date>| {
            assert_eq!(timing.last_day(), expected);
        };
        check(Timing::Deadline { due, bound: Bound::Before }, Date::new(2024, 12, 31).ok());
        check(Timing::Deadline { due, bound: Bound::By }, Some(due));
        check(Timing::Date { due }, Some(due));
        check(Timing::Window { start: None, end: due }, Some(due));
        check(Timing::Continuous { start: None, end: Some(due) }, None);
        check(Timing::Unparsed, None);
    }
}
