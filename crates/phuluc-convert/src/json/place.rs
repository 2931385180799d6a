//! The shape of a place in the input.

use phuluc_model::Place;
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct PlaceShape {
    page: u32,
    line: u32,
}

impl PlaceShape {
    pub(crate) const fn of(place: Place) -> Self {
        let Place { page, line } = place;
        Self { page, line }
    }
}
