//! Dates as a workbook stores them.

use phuluc_model::Date;
use rust_xlsxwriter::ExcelDateTime;

/// A date as Excel stores it; `None` before 1900.
pub(super) fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let [month, day_of_month] = [day.month(), day.day()].map(u8::try_from);
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, month.ok()?, day_of_month.ok()?).ok()
}
