//! Conventions of the writers of appendices, one file each, for all media.

pub(crate) mod column_numbers;
pub(crate) mod note_row;
pub(crate) mod section_title;
pub(crate) mod signature;
pub(crate) mod total_row;
