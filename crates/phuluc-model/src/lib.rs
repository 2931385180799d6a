//! The data model of a task appendix: its sections and tasks, the place of every value, and the rules.
//!
//! A reader fills a [`Draft`], [`validate()`] checks it and makes the [`Document`], and a writer writes the
//! document. Readers and writers do not know each other; they share only this crate.
//!
//! ```
//! use phuluc_model::{Draft, validate};
//!
//! let mut diagnostics = Vec::new();
//! let document = validate(Draft::default(), &mut diagnostics);
//! assert_eq!(document.tasks().count(), 0);
//! assert!(document.audit().balances());
//! ```
//!
//! # Features
//!
//! `serde` (off by default) stores the whole model and reads it back: `Serialize` and `Deserialize` for
//! every type here. The shape is that of the fields, so it changes when they do; for other programs there
//! is the JSON of the crate `phuluc-convert`. What is read back keeps the rules: a [`Text`] is not empty
//! and its lines are in order, places are counted from one, days exist, names are known, and each task of
//! a [`Document`] has an id of its own.

mod argument;
mod audit;
mod diagnostic;
mod document;
pub mod id;
mod meaning;
mod name;
mod notation;
pub mod ordinal;
mod place;
mod restore;
mod role;
mod schedule;
mod sentences;
mod text;
mod validate;
mod variant;
pub mod view;

pub use jiff::civil::Date;

pub use crate::argument::{Argument, Arguments, Coded};
pub use crate::audit::{Audit, Remainder};
pub use crate::diagnostic::{Code, Diagnostic, Scope, Severity};
pub use crate::document::{Appendix, Column, Document, Draft, Extra, IssuedWith, Section, Task};
pub use crate::meaning::{Area, Citation, CitationClass, Item, Meaning};
pub use crate::name::UnknownName;
pub use crate::place::{Place, Placed};
pub use crate::restore::NotADocument;
pub use crate::role::Role;
pub use crate::schedule::{Assumption, Bound, Period, Schedule, Timing, YearSource};
pub use crate::sentences::Sentence;
pub use crate::text::Text;
pub use crate::validate::validate;
pub use crate::variant::Variant;
