//! Conventions of the writers of appendices, one file each, for all media.

pub(crate) mod total_row;
