//! The caption of a column for people: the label in the document, else the usual label.

use std::borrow::Cow;

use phuluc_messages::{Lang, words};
use phuluc_model::{Document, Role};

/// The label of the first column with this role, else the usual label.
pub(crate) fn of_role(document: &Document, role: Role, lang: Lang) -> String {
    let columns = document.appendices().iter().flat_map(|appendix| &appendix.columns);
    let label = columns.into_iter().find(|column| column.role == role);
    match label {
        Some(column) => column.label.as_str().to_owned(),
        None => usual(role, lang).into_owned(),
    }
}

/// The usual label.
pub(crate) fn usual(role: Role, lang: Lang) -> Cow<'static, str> {
    words(lang, &format!("column-{}", role.name()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_label_of_the_document_comes_first() {
        let (document, _) = sample::document();
        assert_eq!(of_role(&document, Role::Task, Lang::Vi), "Nội dung");
        assert_eq!(of_role(&document, Role::Product, Lang::Vi), "Sản phẩm");
        assert_eq!(of_role(&document, Role::Product, Lang::En), "Product");
    }
}
