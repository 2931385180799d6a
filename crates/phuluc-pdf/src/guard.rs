//! What an engine will cost, counted before it is asked, and how its failures are caught.
//!
//! The engine has no limits of its own: it looks for objects, unpacks streams and draws pages to
//! their end. Each file here counts one of these things in advance.

pub(crate) mod catch;
pub(crate) mod content_break;
mod deflate_length;
mod encrypted;
mod filter_length;
#[cfg(feature = "pictures")]
mod image_pixels;
mod object_head;
pub(crate) mod opening_cost;
pub(crate) mod page_cost;
#[cfg(feature = "pictures")]
pub(crate) mod picture_cost;
mod search_cost;
pub(crate) mod unpack_budget;
mod width_count;
