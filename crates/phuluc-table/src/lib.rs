//! Finds the task tables of an appendix in pages of placed words, in lines of words, or in cells.
//!
//! # Steps
//!
//! Pages come one by one to a [`page_reader::PageReader`], lines go to [`flow::find_tables`],
//! records of cells to [`grid_reader::find_tables`]. Each gives the same
//! [`found_tables::FoundTables`]: tables of rows of cells, and the lines that are no table, each
//! with the reason.
//!
//! All readers share the files about one question: labels and columns in [`header`], what is around
//! a table in [`furniture`], the cells of a row of flattened text in [`cells`].

pub(crate) mod broken_word;
pub mod cells;
pub(crate) mod convention;
pub mod flow;
pub mod found_tables;
pub mod furniture;
pub mod grid_reader;
pub mod header;
pub mod joined_text;
pub mod page_reader;
pub mod repeat_budget;
pub mod table;
