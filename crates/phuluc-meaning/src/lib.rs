//! What the cells of a task appendix mean.
//!
//! Everything here reads text and leaves it as it is: times become schedules, lists of units and
//! products are split, references to documents are found, and words that look wrong are doubted
//! with a suggestion.

pub mod area;
pub mod citation;
pub mod doubt;
pub mod encoding;
pub mod fold;
mod interpret;
mod letter;
pub mod lexicon;
pub mod list;
pub mod schedule;
pub mod syllable;
pub mod year;

pub use crate::interpret::interpret;
