//! Times that hang on something else: `khi cấp trên yêu cầu`, `10 ngày kể từ ngày nhận được văn
//! bản`, `theo Kế hoạch của Thành phố`.

use phuluc_model::{Period, Schedule, Timing};

use super::recurring;
use super::token::Cursor;

/// How a time that ends in free words begins; the words are read by the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Opening {
    OnDemand,
    ByReference,
    Relative { offset: String, business_days: bool },
}

impl Opening {
    /// The schedule of the opening with its words.
    pub(super) fn schedule(self, event: String) -> Schedule {
        Schedule::new(match self {
            Self::OnDemand => Timing::OnDemand { event },
            Self::ByReference => Timing::ByReference { event },
            Self::Relative { offset, business_days } => {
                Timing::Relative { offset, business_days, event }
            }
        })
    }
}

/// Reads how the time begins, and gives the place from which on its words are kept: behind the
/// verb that may lead it.
pub(super) fn opening<'t>(
    cursor: &mut Cursor<'t>,
    lead: fn(&mut Cursor<'_>) -> bool,
) -> Option<(Opening, Cursor<'t>)> {
    let report = *cursor;
    if cursor.phrase("báo cáo đột xuất") {
        return Some((Opening::OnDemand, report));
    }
    lead(cursor);
    let start = *cursor;
    if is_on_demand(cursor) {
        return Some((Opening::OnDemand, start));
    }
    if is_reference(cursor) {
        return Some((Opening::ByReference, start));
    }
    let relative = cursor.try_read(span_after).or_else(|| cursor.try_read(at_once_after))?;
    Some((relative, *cursor))
}

/// `Khi …`, `ngay khi …`, `đột xuất`, `theo yêu cầu …`.
fn is_on_demand(cursor: &mut Cursor<'_>) -> bool {
    const HEADS: [&str; 8] = [
        "ngay khi",
        "khi",
        "đột xuất",
        "bất thường",
        "theo yêu cầu",
        "theo đề nghị",
        "theo chỉ định",
        "nếu có",
    ];
    cursor.one_of(&HEADS).is_some()
}

/// `Theo …`, but for the verb `theo dõi` and the periods of `theo quý`.
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

/// `Trong vòng 10 ngày làm việc kể từ ngày`, `20 ngày sau khi`, `15 ngày trước khi`.
fn span_after(cursor: &mut Cursor<'_>) -> Option<Opening> {
    const LEADS: [&str; 13] = [
        "trong vòng",
        "trong thời hạn",
        "trong thời gian",
        "thời hạn",
        "trong",
        "chậm nhất",
        "muộn nhất",
        "không quá",
        "tối đa",
        "sau",
        "là",
        "chậm nhất sau",
        "khoảng",
    ];
    while cursor.one_of(&LEADS).is_some() {}
    let count = cursor.count()?;
    let (offset, business_days) = duration(cursor, count)?;
    let sign = match cursor.one_of(&["kể từ", "tính từ", "từ", "sau", "trước"])? {
        "trước" => "-",
        _ => "",
    };
    while cursor.one_of(&["thời điểm", "ngày", "khi"]).is_some() {}
    Some(Opening::Relative { offset: format!("{sign}{offset}"), business_days })
}

/// An ISO 8601 duration, and whether its days are working days.
fn duration(cursor: &mut Cursor<'_>, count: u32) -> Option<(String, bool)> {
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
fn at_once_after(cursor: &mut Cursor<'_>) -> Option<Opening> {
    cursor.phrase("ngay");
    cursor.phrase("sau").then_some(())?;
    cursor.phrase("khi");
    let free = super::dated::dated(&mut cursor.clone()).is_none() && cursor.figures().is_none();
    free.then(|| Opening::Relative { offset: "P0D".to_owned(), business_days: false })
}
