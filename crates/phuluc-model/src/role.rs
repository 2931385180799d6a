//! What a column of the table is for.

use std::fmt;

/// The role of a column, read from its header label.
///
/// The set is closed: a new role is a new field of the record, and every reader and writer has to say what
/// it does with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The ordinal of the row (TT, STT).
    Number,
    /// What is to be done (Nội dung công việc, Nhiệm vụ).
    Task,
    /// Who does it (Đơn vị chủ trì).
    LeadUnit,
    /// Who takes part (Đơn vị phối hợp).
    CoordinatingUnit,
    /// What comes out (Sản phẩm, Kết quả).
    Product,
    /// When (Thời gian, Thời hạn, Tiến độ).
    Timeframe,
    /// A remark (Ghi chú).
    Note,
    /// Any other column, kept under its own label.
    Extra,
}

impl Role {
    /// Every role, in the order of the record's fields.
    pub const ALL: [Self; 8] = [
        Self::Number,
        Self::Task,
        Self::LeadUnit,
        Self::CoordinatingUnit,
        Self::Product,
        Self::Timeframe,
        Self::Note,
        Self::Extra,
    ];

    /// The field name that JSON, CSV and diagnostics use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Task => "task",
            Self::LeadUnit => "lead_unit",
            Self::CoordinatingUnit => "coordinating_unit",
            Self::Product => "product",
            Self::Timeframe => "timeframe",
            Self::Note => "note",
            Self::Extra => "extra",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
