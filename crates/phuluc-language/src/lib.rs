//! What this project knows of written Vietnamese, below anything that reads a table.
//!
//! ```
//! use phuluc_language::{fold, pair, syllable};
//!
//! assert_eq!(fold::plain("Đơn vị chủ trì"), "don vi chu tri");
//! assert!(syllable::is_possible("nghiêng") && !syllable::is_possible("ngiêng"));
//! assert!(pair::is_known("ban", "ngành"));
//! ```

pub mod abbreviations;
pub mod areas;
pub mod charset;
pub mod connectives;
pub mod document_kinds;
mod entries;
pub mod flags;
pub mod fold;
pub mod furniture;
mod kind;
pub mod labels;
pub mod latin;
pub mod letter;
pub mod lexicon;
pub mod pair;
pub mod syllable;
pub mod times;

pub use crate::entries::{EntryError, EntryProblem};
