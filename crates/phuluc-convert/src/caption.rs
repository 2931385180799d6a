//! What people read above a column: the label of the document, else a Vietnamese name.

use phuluc_model::{Document, Role};

/// The label of the first column with this role, else the usual one.
pub(crate) fn of_role(document: &Document, role: Role) -> String {
    let columns = document.appendices().iter().flat_map(|appendix| &appendix.columns);
    let label = columns.into_iter().find(|column| column.role == role);
    label.map_or(usual(role), |column| column.label.as_str()).to_owned()
}

/// The usual label.
pub(crate) const fn usual(role: Role) -> &'static str {
    match role {
        Role::Number => "TT",
        Role::Task => "Nội dung công việc",
        Role::LeadUnit => "Đơn vị chủ trì",
        Role::CoordinatingUnit => "Đơn vị phối hợp",
        Role::Product => "Sản phẩm",
        Role::Timeframe => "Thời gian",
        Role::Note => "Ghi chú",
        Role::Extra => "Cột khác",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_label_of_the_document_comes_first() {
        let (document, _) = sample::document();
        assert_eq!(of_role(&document, Role::Task), "Nội dung");
        assert_eq!(of_role(&document, Role::Product), "Sản phẩm");
    }
}
