//! What writers of appendices do, each thing in one file, whatever medium the table came in.

pub(crate) mod total_row;
