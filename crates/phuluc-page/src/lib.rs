//! What the readers produce before tables are searched: pages of words with positions and rules, lines of
//! words, or records of cells; and the limits of reading them.
//!
//! # Media
//!
//! A [`medium`] says what is known about the cells, not which file they came from. A [`page::Page`] has
//! words with boxes and rules; its lengths are points, from the top left corner. A flow has lines of
//! [`line::Word`]s in an order. A grid has cells.
//!
//! # Steps of a page
//!
//! An engine draws onto a [`canvas`]. The canvas is turned [`upright`], its letters become
//! words and its paths become [`rule`]s.

pub mod canvas;
pub mod deadline;
pub mod em;
pub mod error;
pub mod extent;
pub mod form;
mod letter;
pub mod limits;
pub mod line;
pub mod medium;
mod note_mark;
pub mod options;
pub mod page;
pub mod placed_word;
pub mod rule;
mod spelling;
pub mod upright;
mod word;
