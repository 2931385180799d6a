//! The class names of cells in the sheet, for its style and its script.

use phuluc_model::{Role, Severity};

use super::index::Slot;

/// The class of the most severe diagnostic of a cell, written after another class.
pub(super) const fn class(worst: Option<Severity>) -> &'static str {
    match worst {
        Some(Severity::Error) => " error",
        Some(Severity::Warning) => " warning",
        Some(Severity::Info) | None => "",
    }
}

/// The class name of a cell.
pub(super) fn field((role, extra): Slot) -> String {
    match role {
        Role::Extra => format!("extra-{extra}"),
        role => role.name().to_owned(),
    }
}
