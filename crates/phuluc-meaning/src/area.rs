//! The area of the PAR Index that a section belongs to.

use phuluc_model::Area;

/// The area that a section's title names.
#[must_use]
pub fn area(_title: &str) -> Area {
    Area::Other
}
