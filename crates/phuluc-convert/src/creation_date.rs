//! The date of creation of formats that need one.

use phuluc_model::{Appendix, Date};

/// The date of creation if the document has no date of issue.
pub(crate) const UNDATED: Date = Date::constant(1970, 1, 1);

/// The date of issue. Formats that need a date of creation use it, because a clock would give other bytes
/// each time.
pub(crate) fn issued(appendix: &Appendix) -> Option<Date> {
    Some(appendix.issued_with.as_ref()?.date.as_ref()?.value)
}
