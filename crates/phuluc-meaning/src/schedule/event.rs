//! Times that hang on something else: `khi cấp trên yêu cầu`, `10 ngày kể từ ngày nhận được văn
//! bản`, `theo Kế hoạch của Thành phố`.

use phuluc_model::{Period, Schedule, Timing};

use super::dated::dated;
use super::lead::lead;
use super::recurring;
use super::token::Cursor;
use phuluc_language::times::{TimeUse, phrases};

/// How a time that ends in free words begins; the words are read by the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Opening {
    /// `Khi …`.
    OnDemand,
    /// `Theo …`.
    ByReference,
    /// `Ngay sau khi …`.
    AtOnce,
    /// `Trước khi …`, of which a span of time must follow: `Trước kỳ họp 15 ngày`.
    Before,
    /// `20 ngày sau khi …`.
    After { offset: String, business_days: bool },
}

impl Opening {
    /// Whether it says something without more words: `đột xuất`.
    pub(super) const fn stands_alone(&self) -> bool {
        matches!(self, Self::OnDemand)
    }

    /// The schedule of the opening with its words.
    pub(super) fn schedule(self, event: String) -> Option<Schedule> {
        let relative =
            |offset, business_days, event| Timing::Relative { offset, business_days, event };
        Some(Schedule::new(match self {
            Self::OnDemand => Timing::OnDemand { event },
            Self::ByReference => Timing::ByReference { event },
            Self::AtOnce => relative("P0D".to_owned(), false, event),
            Self::After { offset, business_days } => relative(offset, business_days, event),
            // Before what happens is no day.
            Self::Before => return None,
        }))
    }

    /// The schedule of the opening with its words and the span of time behind them.
    pub(super) fn after(
        self,
        offset: String,
        business_days: bool,
        event: &str,
    ) -> Option<Schedule> {
        let offset = match self {
            Self::OnDemand | Self::AtOnce => offset,
            Self::Before => format!("-{offset}"),
            Self::ByReference | Self::After { .. } => return None,
        };
        let event = event.to_owned();
        Some(Schedule::new(Timing::Relative { offset, business_days, event }))
    }
}

/// Reads how the time begins, and gives the place from which on its words are kept: behind the
/// verb that may lead it.
pub(super) fn opening<'t>(cursor: &mut Cursor<'t>) -> Option<(Opening, Cursor<'t>)> {
    let report = *cursor;
    if cursor.phrase("báo cáo đột xuất") {
        return Some((Opening::OnDemand, report));
    }
    lead(cursor);
    let start = *cursor;
    if is_on_demand(cursor) {
        return Some((Opening::OnDemand, start));
    }
    let relative = cursor
        .try_read(span_after)
        .or_else(|| cursor.try_read(at_once))
        .or_else(|| cursor.try_read(before));
    if let Some(relative) = relative {
        return Some((relative, *cursor));
    }
    is_reference(cursor).then_some((Opening::ByReference, start))
}

/// `Khi …`, `ngay khi …`, `đột xuất`, `theo yêu cầu …`.
fn is_on_demand(cursor: &mut Cursor<'_>) -> bool {
    cursor.one_of(phrases(TimeUse::OnDemand)).is_some()
}

/// `Theo …`, but for the verb `theo dõi`.
fn is_reference(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let names = ahead.one_of(&["theo", "tùy theo", "tùy thuộc", "căn cứ theo"]).is_some()
        && !ahead.is_empty()
        && !ahead.phrase("dõi");
    if names {
        *cursor = ahead;
    }
    names
}

/// Words before a span of time: `trong vòng`, `chậm nhất`.
pub(super) fn span_words(cursor: &mut Cursor<'_>) {
    while cursor.one_of(phrases(TimeUse::BeforeSpan)).is_some() {}
}

/// `Trong vòng 10 ngày làm việc kể từ ngày`, `20 ngày sau khi`, `15 ngày trước khi`.
fn span_after(cursor: &mut Cursor<'_>) -> Option<Opening> {
    span_words(cursor);
    let count = cursor.count()?;
    let (offset, business_days) = duration(cursor, count)?;
    cursor.sign(',');
    let sign = match cursor.one_of(&["kể từ", "tính từ", "từ", "sau", "trước"])? {
        "trước" => "-",
        _ => "",
    };
    while cursor.one_of(&["thời điểm", "ngày", "khi"]).is_some() {}
    // `Báo cáo 6 tháng trước ngày 10/6` is no half year before that day.
    (sign.is_empty() || is_free(cursor)).then_some(())?;
    Some(Opening::After { offset: format!("{sign}{offset}"), business_days })
}

/// An ISO 8601 duration, and whether its days are working days.
pub(super) fn duration(cursor: &mut Cursor<'_>, count: u32) -> Option<(String, bool)> {
    if cursor.one_of(&["giờ", "tiếng"]).is_some() {
        return Some((format!("PT{count}H"), false));
    }
    let period = recurring::period(cursor)?;
    let business_days = period == Period::Day && cursor.phrase("làm việc");
    let offset = match period {
        Period::Day => format!("P{count}D"),
        Period::Week => format!("P{count}W"),
        Period::Month => format!("P{count}M"),
        Period::Quarter => format!("P{}M", 3 * count),
        Period::Year => format!("P{count}Y"),
    };
    Some((offset, business_days))
}

/// `Ngay sau khi …`, `sau kỳ họp …`; not `sau ngày 15/6`.
fn at_once(cursor: &mut Cursor<'_>) -> Option<Opening> {
    cursor.phrase("ngay");
    cursor.phrase("sau").then_some(())?;
    cursor.phrase("khi");
    is_free(cursor).then_some(Opening::AtOnce)
}

/// `Trước khi …`, `trước kỳ họp …`; not `trước ngày 15/6`.
fn before(cursor: &mut Cursor<'_>) -> Option<Opening> {
    cursor.phrase("trước").then_some(())?;
    cursor.one_of(&["khi", "ngày"]);
    is_free(cursor).then_some(Opening::Before)
}

/// Whether free words come next, and no date.
fn is_free(cursor: &Cursor<'_>) -> bool {
    dated(&mut cursor.clone()).is_none() && cursor.clone().figures().is_none()
}
