//! What is on a page outside the rows of a table: headings, running heads, page numbers, notes.

pub mod appendix_heading;
pub(crate) mod footnote;
pub(crate) mod letterhead;
pub(crate) mod outside_text;
pub(crate) mod page_edge;
pub(crate) mod page_number;
pub(crate) mod running_head;
pub(crate) mod title_above;
