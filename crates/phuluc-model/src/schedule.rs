//! When a task is due.

use jiff::civil::Date;

/// What a timeframe says, in dates.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Schedule {
    /// The time itself.
    pub timing: Timing,
    /// Whether the words leave the days open: `cuối năm`, `đầu quý III`.
    pub approximate: bool,
    /// Where the year came from; `None` where none was needed.
    pub year_source: Option<YearSource>,
    /// What was taken for granted, in the order of the words.
    pub assumptions: Vec<Assumption>,
}

impl Schedule {
    /// A schedule that takes nothing for granted.
    #[must_use]
    pub const fn new(timing: Timing) -> Self {
        Self { timing, approximate: false, year_source: None, assumptions: Vec::new() }
    }

    /// The times one by one: the items of a list, or the schedule itself.
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
    /// From a day to a day, both within; the work is due at the end: `Quý II`.
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
        /// Whether the day itself is in time.
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
        /// Whether the day itself is in time.
        bound: Bound,
    },
    /// So many times: `02 lần/năm`.
    Frequency {
        /// How many times.
        times: u32,
        /// In which span.
        per: Period,
        /// Whether it may be more often: `ít nhất`.
        at_least: bool,
    },
    /// After something has happened: `10 ngày kể từ ngày nhận được`.
    Relative {
        /// How long after it, as an ISO 8601 duration; `P0D` for at once.
        offset: String,
        /// Whether the days are working days.
        business_days: bool,
        /// What has to happen, in the words of the cell.
        event: String,
    },
    /// When somebody asks or something comes up: `Khi cấp trên yêu cầu`.
    OnDemand {
        /// When, in the words of the cell.
        event: String,
    },
    /// As another plan or rule says: `Theo Kế hoạch của Thành phố`.
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
    /// Words that the grammar does not know, or a time whose year nobody says.
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

    /// How a day bounds the work.
    #[must_use]
    pub const fn bound(&self) -> Option<Bound> {
        match self {
            Self::Date { .. } => Some(Bound::On),
            Self::Deadline { bound, .. } | Self::Recurring { bound, .. } => Some(*bound),
            _ => None,
        }
    }

    /// The rule of RFC 5545 of what recurs.
    #[must_use]
    pub fn rrule(&self) -> Option<&str> {
        match self {
            Self::Recurring { rrule, .. } => rrule.as_deref(),
            _ => None,
        }
    }

    /// What the time hangs on, in the words of the cell.
    #[must_use]
    pub fn event(&self) -> Option<&str> {
        match self {
            Self::Relative { event, .. }
            | Self::OnDemand { event }
            | Self::ByReference { event } => Some(event),
            _ => None,
        }
    }

    /// The times of a list; of any other time, none.
    #[must_use]
    pub fn items(&self) -> &[Schedule] {
        match self {
            Self::List { items } => items,
            _ => &[],
        }
    }
}

/// How a day bounds the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The day itself is too late: `trước`.
    Before,
    /// The day itself is in time: `chậm nhất`, `đến hết`.
    By,
    /// On the day.
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

/// Spans in which things are counted.
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
        /// What a schedule takes for granted.
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
    /// Work that goes on lasts for the year of the plan.
    PlanYear = "plan_year";
    /// What recurs is due on the last day of each period.
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
    /// A year of two figures is in this century.
    TwoFigureYear = "two_figure_year";
    /// The numeral of a quarter was written with other letters: `ll` for `II`.
    QuarterNumeral = "quarter_numeral";
    /// The words stand without their marks: `Thang 6`.
    MarksMissing = "marks_missing";
}
