//! Old encodings of Vietnamese: TCVN3, VNI, VISCII, Windows-1258, and UTF-8 read as Latin-1.
//!
//! A tool that does not know them shows their bytes as ISO 8859-1 or Windows-1252: `Uû ban nh©n d©n`.
//! [`Encoding::decode`] turns such text into Vietnamese; [`verdict`] says whether a text is in need
//! of it; [`decoded`] does both for a text that may be only partly old.

mod decode;
mod encoding;
mod font;
mod letter;
mod passage;
mod share;
mod table;
mod verdict;
mod viscii;

pub use self::encoding::{Encoding, is_unicode};
pub use self::font::Font;
pub use self::passage::{Decoded, Passage, decoded};
pub use self::share::{Share, share};
pub use self::verdict::{Verdict, is_doubtful, is_viscii_control, verdict};
