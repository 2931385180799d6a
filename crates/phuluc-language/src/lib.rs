//! What this project knows of written Vietnamese, below anything that reads a table.
//!
//! ```
//! use phuluc_language::{fold, pair, syllable};
//!
//! assert_eq!(fold::plain("Đơn vị chủ trì"), "don vi chu tri");
//! assert!(syllable::is_possible("nghiêng") && !syllable::is_possible("ngiêng"));
//! assert!(pair::is_known("ban", "ngành"));
//! ```

pub mod charset;
pub mod fold;
pub mod latin;
pub mod letter;
pub mod lexicon;
pub mod pair;
pub mod syllable;
