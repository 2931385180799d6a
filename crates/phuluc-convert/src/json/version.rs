//! The name and the version of the shape.

/// The name of the shape.
pub(crate) const SCHEMA_NAME: &str = "phuluc/document";

/// The version of the shape; later versions of `1.` add optional keys only.
pub(crate) const SCHEMA_VERSION: &str = "1.0";
