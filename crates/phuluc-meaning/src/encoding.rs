//! Old encodings of Vietnamese: TCVN3, VNI, VISCII, Windows-1258, and UTF-8 read as Latin-1.

/// The encodings that text may have been in before a tool read it as Latin-1 or Windows-1252.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// TCVN3 (ABC), the fonts `.Vn*`.
    Tcvn3,
    /// VNI-Windows, the fonts `VNI-*`.
    Vni,
    /// VISCII.
    Viscii,
    /// Windows-1258.
    Windows1258,
    /// UTF-8.
    Utf8,
}
