//! What the cells of a task appendix mean.
//!
//! Everything here reads text and leaves it as it is: times become schedules, lists of units and
//! products are split, references to documents are found, and words that look wrong are doubted
//! with a suggestion.
//!
//! ```
//! use phuluc_meaning::schedule::{Context, PlanYear, schedule};
//! use phuluc_meaning::{citation, list};
//! use phuluc_model::{Place, Text, YearSource};
//!
//! let year = Some((PlanYear::Calendar(2024), YearSource::ColumnHeader));
//! let due = schedule("Trước ngày 15/12", &Context { year, issued: None }).unwrap();
//! assert_eq!(due.to_string(), "deadline < 2024-12-15");
//!
//! let units = list::units("Phòng Kinh tế, Hạ tầng và Đô thị, Trung tâm CNTT");
//! assert_eq!(units[0].text, "Phòng Kinh tế, Hạ tầng và Đô thị");
//! assert_eq!(units[1].expanded.as_deref(), Some("Trung tâm Công nghệ thông tin"));
//!
//! let task = Text::new("Thực hiện Kế hoạch số 3815/KH-UBND".to_owned(), Place::START);
//! assert_eq!(citation::citations(&task, None)[0].canonical, "3815/KH-UBND");
//! ```
//!
//! # Steps
//!
//! [`interpret`] adds all of it to whole tables. Each part can be used alone: [`schedule`],
//! [`list`], [`citation`], [`area`], [`doubt`]. The keys, syllables and heads that they use are in
//! `phuluc_language`.
//!
//! # Limitations
//!
//! - A time that the grammar does not know to its last word is not read; holidays are not known.
//! - Laws that are named without a number are not found.
//! - A list whose values only line ends separate is split only where the same head comes again.
//! - A syllable that is wrong and makes a word with its neighbours is not doubted.

pub mod area;
pub mod citation;
pub mod doubt;
mod interpret;
pub mod list;
mod plan_year;
pub mod schedule;

pub use crate::interpret::{interpret, interpret_while};
