//! References to documents: `Kế hoạch số 3815/KH-UBND ngày 18 tháng 10 năm 2022`.

use phuluc_model::{Citation, Role, Text};

/// The references in a text, in its order.
#[must_use]
pub fn citations(_text: &Text, _field: Option<Role>) -> Vec<Citation> {
    Vec::new()
}
