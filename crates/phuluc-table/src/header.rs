//! The header of a table: its place, its labels, the columns below them and their roles.

pub(crate) mod in_cells;
pub(crate) mod in_lines;
pub(crate) mod in_words;
pub mod label;
pub(crate) mod label_columns;
pub(crate) mod label_stack;
pub mod number_label;
pub(crate) mod role;
