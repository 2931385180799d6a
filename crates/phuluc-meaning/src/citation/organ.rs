//! The bodies and the kinds of document that a symbol abbreviates.

use std::sync::LazyLock;

use regex::Regex;

/// Kinds of document by their abbreviation.
///
/// The first lines are the table of Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I; then come the
/// kinds of legal texts (Nghị định 78/2025/NĐ-CP), of the party (Hướng dẫn 05-HD/VPTW) and those
/// that only practice knows.
pub(super) const KINDS: [(&str, &str); 49] = [
    ("NQ", "Nghị quyết"),
    ("QĐ", "Quyết định"),
    ("CT", "Chỉ thị"),
    ("QC", "Quy chế"),
    ("QyĐ", "Quy định"),
    ("TC", "Thông cáo"),
    ("TB", "Thông báo"),
    ("HD", "Hướng dẫn"),
    ("CTr", "Chương trình"),
    ("KH", "Kế hoạch"),
    ("PA", "Phương án"),
    ("ĐA", "Đề án"),
    ("DA", "Dự án"),
    ("BC", "Báo cáo"),
    ("BB", "Biên bản"),
    ("TTr", "Tờ trình"),
    ("HĐ", "Hợp đồng"),
    ("CĐ", "Công điện"),
    ("BGN", "Bản ghi nhớ"),
    ("BTT", "Bản thỏa thuận"),
    ("GUQ", "Giấy ủy quyền"),
    ("GM", "Giấy mời"),
    ("GGT", "Giấy giới thiệu"),
    ("GNP", "Giấy nghỉ phép"),
    ("PG", "Phiếu gửi"),
    ("PC", "Phiếu chuyển"),
    ("PB", "Phiếu báo"),
    ("SY", "Bản sao y"),
    ("TrS", "Bản trích sao"),
    ("SL", "Bản sao lục"),
    ("NĐ", "Nghị định"),
    ("TT", "Thông tư"),
    ("TTLT", "Thông tư liên tịch"),
    ("NQLT", "Nghị quyết liên tịch"),
    ("L", "Lệnh"),
    ("PL", "Pháp lệnh"),
    ("VBHN", "Văn bản hợp nhất"),
    ("HNVB", "Văn bản hợp nhất"),
    ("BCTĐ", "Báo cáo thẩm định"),
    ("KL", "Kết luận"),
    ("QĐi", "Quy định"),
    ("TTri", "Thông tri"),
    ("CV", "Công văn"),
    ("CTHĐ", "Chương trình hành động"),
    ("CTPH", "Chương trình phối hợp"),
    ("KHPH", "Kế hoạch phối hợp"),
    ("KHLT", "Kế hoạch liên tịch"),
    ("TTLN", "Thông tư liên ngành"),
    ("CTrHĐ", "Chương trình hành động"),
];

/// Words for kinds of document that no abbreviation stands for.
pub(super) const OTHER_KINDS: [&str; 9] = [
    "Luật",
    "Bộ luật",
    "Hiến pháp",
    "Văn bản",
    "Công hàm",
    "Thông báo kết luận",
    "Phụ lục hợp đồng",
    "Thể lệ",
    "Điều lệ",
];

/// Kinds that only one body issues; without a year, and of another body, the letters stand for
/// something else (`36/PL-NS`).
const KINDS_OF_ONE: [(&str, &str); 2] = [("PL", "UBTVQH"), ("L", "CTN")];

/// Kinds of legal texts whose symbol always has a year.
const KINDS_WITH_YEAR: [&str; 6] = ["NĐ", "TT", "TTLT", "NQLT", "L", "PL"];

/// Bodies whose abbreviation is known as a whole.
const BODIES: &str = r"CP|TTg|CTN|TW|VPCP|VPQH|VPTW|(?:UB)?MTTQ|UBND|UB|HĐND|VPUBND|VPHĐND|TANDTC|VKSNDTC|KTNN|NHNN|BHXH|TCT";

/// Families of bodies: ministries, departments and offices by their first letters, schools by
/// their level.
const FAMILIES: &str = r"B[A-ZĐ][A-ZĐ&]{1,8}|S[A-ZĐ][A-ZĐ&]{1,8}|VP[A-ZĐ]{1,6}|P[A-ZĐ]{2,5}|(?:MN|MG|TH|THCS|THPT|ĐH|CĐ)[A-ZĐ]{2,6}";

static BODY: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!("^(?:{BODIES})$")).ok());
static FAMILY: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!("^(?:{BODIES}|{FAMILIES})$")).ok());

/// The only body with a small letter in its abbreviation: the Prime Minister.
pub(super) const PREMIER: &str = "TTg";

/// Whether the letters are those of [`PREMIER`], whatever their case.
pub(super) fn is_premier(written: &str) -> bool {
    written.eq_ignore_ascii_case(PREMIER)
}

/// The words for an abbreviated kind.
pub(super) fn kind(abbreviation: &str) -> Option<&'static str> {
    KINDS.iter().find(|(short, _)| *short == abbreviation).map(|(_, words)| *words)
}

/// The abbreviation of a kind, where a text in capitals has lost its small letters: `TTR`.
pub(super) fn kind_of_capitals(written: &str) -> Option<&'static str> {
    KINDS.iter().map(|(short, _)| *short).find(|short| short.to_uppercase() == written)
}

/// The words for the kind that a longer abbreviation begins with: `HĐKT` is a `Hợp đồng`.
///
/// Letters that are built like a body are not looked at: `BCA` is no `Báo cáo`.
pub(super) fn longer_kind(written: &str) -> Option<&'static str> {
    let begins = |short: &str| short.len() > 1 && written.starts_with(short);
    let kinds = KINDS.iter().filter(|(short, _)| begins(short) && !is_familiar(written));
    kinds.max_by_key(|(short, _)| short.len()).map(|(_, words)| *words)
}

/// Whether the kind is one that this body does not issue.
pub(super) fn is_kind_of_another(kind: &str, organ: &str) -> bool {
    KINDS_OF_ONE.iter().any(|(short, body)| *short == kind && !organ.starts_with(body))
}

/// Whether the symbol of the kind always has a year.
pub(super) fn has_year(kind: &str) -> bool {
    KINDS_WITH_YEAR.contains(&kind)
}

/// Whether the abbreviation is that of one body that everyone knows. None of them has figures.
pub(super) fn is_known(organ: &str) -> bool {
    BODY.as_ref().is_some_and(|body| body.is_match(organ))
}

/// Whether the abbreviation is built like that of a ministry, a department, an office, a school.
pub(super) fn is_familiar(organ: &str) -> bool {
    FAMILY.as_ref().is_some_and(|family| family.is_match(organ))
}
