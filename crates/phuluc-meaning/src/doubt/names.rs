//! The words with which names of bodies begin.

/// The first words of names of bodies, as keys of [`fold::key`](phuluc_language::fold::key).
pub(super) const HEADS: [(&str, &[&str]); 6] = [
    ("ủy", &["ban", "nhân", "dân"]),
    ("hội", &["đồng", "nhân", "dân"]),
    ("ủy", &["ban", "mặt", "trận", "tổ", "quốc"]),
    ("mặt", &["trận", "tổ", "quốc"]),
    ("tòa", &["án", "nhân", "dân"]),
    ("viện", &["kiểm", "sát", "nhân", "dân"]),
];

/// Whether the name of a body begins with a word of this key.
pub(super) fn may_open(key: &str) -> bool {
    HEADS.iter().any(|(opens, _)| *opens == key)
}
