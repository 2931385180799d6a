//! Flattened text to tables.
//!
//! The lines are first told apart ([`sheet`]), then the ordinals cut the body into rows
//! ([`outline`]), then each row is cut into cells ([`cut`](crate::cut)).

mod footnote;
mod furniture;
mod header;
mod outline;
mod sheet;
mod tables;

pub(crate) use self::sheet::{Sheet, Use, sheet};
pub(crate) use self::tables::{cell_roles, tables};
