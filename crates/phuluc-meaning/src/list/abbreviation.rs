//! Abbreviations of units and of their fields, written out.

use crate::fold;

/// How an abbreviation is written out.
#[derive(Clone, Copy)]
enum Long {
    /// A name: the same everywhere.
    Name(&'static str),
    /// A field of work or a common noun, as names write it; in running text it has small letters.
    Field(&'static str),
    /// The head of a unit, at the beginning of a value only: elsewhere `TT` is also `thứ tự` and
    /// `thông tư`.
    Head(&'static str),
}

/// Abbreviations with one meaning in administrative texts, in the letters they are written in:
/// bodies, offices, fields of work.
const ABBREVIATIONS: [(&str, Long); 63] = [
    ("UBND", Long::Name("Ủy ban nhân dân")),
    ("HĐND", Long::Name("Hội đồng nhân dân")),
    ("MTTQ", Long::Name("Mặt trận Tổ quốc")),
    ("MTTQVN", Long::Name("Mặt trận Tổ quốc Việt Nam")),
    ("UBMTTQ", Long::Name("Ủy ban Mặt trận Tổ quốc")),
    ("UBMTTQVN", Long::Name("Ủy ban Mặt trận Tổ quốc Việt Nam")),
    ("ĐBQH", Long::Name("đại biểu Quốc hội")),
    ("BHXH", Long::Name("Bảo hiểm xã hội")),
    ("TAND", Long::Name("Tòa án nhân dân")),
    ("VKSND", Long::Name("Viện kiểm sát nhân dân")),
    ("LĐLĐ", Long::Name("Liên đoàn Lao động")),
    ("LHPN", Long::Name("Liên hiệp Phụ nữ")),
    ("TNCS", Long::Name("Thanh niên Cộng sản")),
    ("TTXVN", Long::Name("Thông tấn xã Việt Nam")),
    ("VTV", Long::Name("Đài Truyền hình Việt Nam")),
    ("VOV", Long::Name("Đài Tiếng nói Việt Nam")),
    ("VP", Long::Head("Văn phòng")),
    ("TT", Long::Head("Trung tâm")),
    ("UB", Long::Head("Ủy ban")),
    ("TTPVHCC", Long::Field("Trung tâm Phục vụ hành chính công")),
    ("BCĐ", Long::Field("Ban Chỉ đạo")),
    ("BQL", Long::Field("Ban Quản lý")),
    ("HTX", Long::Field("Hợp tác xã")),
    ("PVHCC", Long::Field("Phục vụ hành chính công")),
    ("HCC", Long::Field("Hành chính công")),
    ("TTHC", Long::Field("Thủ tục hành chính")),
    ("CCHC", Long::Field("Cải cách hành chính")),
    ("CNTT", Long::Field("Công nghệ thông tin")),
    ("CSDL", Long::Field("Cơ sở dữ liệu")),
    ("CĐS", Long::Field("Chuyển đổi số")),
    ("CNSCĐ", Long::Field("Công nghệ số cộng đồng")),
    ("VBQPPL", Long::Field("Văn bản quy phạm pháp luật")),
    ("QPPL", Long::Field("Quy phạm pháp luật")),
    ("DVC", Long::Field("Dịch vụ công")),
    ("DVCTT", Long::Field("Dịch vụ công trực tuyến")),
    ("CBCC", Long::Field("Cán bộ, công chức")),
    ("CBCCVC", Long::Field("Cán bộ, công chức, viên chức")),
    ("BHYT", Long::Field("Bảo hiểm y tế")),
    ("ATTP", Long::Field("An toàn thực phẩm")),
    ("PCCC", Long::Field("Phòng cháy, chữa cháy")),
    ("PCTT", Long::Field("Phòng, chống thiên tai")),
    ("TKCN", Long::Field("Tìm kiếm cứu nạn")),
    ("PTDS", Long::Field("Phòng thủ dân sự")),
    ("NSNN", Long::Field("Ngân sách nhà nước")),
    ("KT-XH", Long::Field("Kinh tế - Xã hội")),
    ("VH-XH", Long::Field("Văn hóa - Xã hội")),
    ("VHXH", Long::Field("Văn hóa - Xã hội")),
    ("TC-KH", Long::Field("Tài chính - Kế hoạch")),
    ("QLĐT", Long::Field("Quản lý đô thị")),
    ("LĐ-TB&XH", Long::Field("Lao động - Thương binh và Xã hội")),
    ("LĐTBXH", Long::Field("Lao động - Thương binh và Xã hội")),
    ("GD&ĐT", Long::Field("Giáo dục và Đào tạo")),
    ("GDĐT", Long::Field("Giáo dục và Đào tạo")),
    ("KH&CN", Long::Field("Khoa học và Công nghệ")),
    ("KHCN", Long::Field("Khoa học và Công nghệ")),
    ("KH&ĐT", Long::Field("Kế hoạch và Đầu tư")),
    ("TT&TT", Long::Field("Thông tin và Truyền thông")),
    ("TN&MT", Long::Field("Tài nguyên và Môi trường")),
    ("NN&MT", Long::Field("Nông nghiệp và Môi trường")),
    ("NN&PTNT", Long::Field("Nông nghiệp và Phát triển nông thôn")),
    ("GTVT", Long::Field("Giao thông vận tải")),
    ("VHTT&DL", Long::Field("Văn hóa, Thể thao và Du lịch")),
    ("VHTTDL", Long::Field("Văn hóa, Thể thao và Du lịch")),
];

/// The value with its abbreviations written out; `None` where it has none. `head` is the number of
/// words that are the head of its unit.
///
/// An abbreviation in brackets behind its own words is left out: `Ủy ban nhân dân (UBND) 10 phường`
/// is `Ủy ban nhân dân 10 phường`.
pub(super) fn expanded(value: &str, head: usize) -> Option<String> {
    let mut out = String::new();
    for (place, word) in value.split(' ').enumerate() {
        let core = word.trim_matches(|char: char| !char.is_alphanumeric());
        let listed = head > 0 && out.ends_with([':', ',']);
        let named = place == 0 || place == head || listed;
        let long = written_out(core, place == 0, named);
        if long.as_deref().is_some_and(|long| is_echo(&out, word, long)) {
            out.push_str(word.split(')').next_back().unwrap_or_default());
            continue;
        }
        if place > 0 {
            out.push(' ');
        }
        match long {
            Some(long) => out.push_str(&word.replacen(core, &long, 1)),
            None => out.push_str(word),
        }
    }
    (out != value).then_some(out)
}

/// A word written out: an abbreviation, or several with a hyphen or a stroke between them
/// (`HĐND-UBND`, `HĐND&UBND`). A symbol (`12/KH-UBND`) has parts that are none.
fn written_out(word: &str, first: bool, named: bool) -> Option<String> {
    if let Some(long) = find(word, first) {
        return Some(long.write(named));
    }
    let mark = ['-', '/', '&'].into_iter().find(|mark| word.contains(*mark))?;
    let parts: Option<Vec<String>> = word
        .split(mark)
        .enumerate()
        .map(|(place, part)| find(part, first && place == 0).map(|long| long.write(named)))
        .collect();
    parts.map(|parts| parts.join(&mark.to_string()))
}

fn find(short: &str, first: bool) -> Option<Long> {
    let (_, long) = ABBREVIATIONS.iter().find(|(known, _)| *known == short)?;
    (first || !matches!(long, Long::Head(_))).then_some(*long)
}

impl Long {
    fn write(self, named: bool) -> String {
        match self {
            Self::Field(long) if !named => long.to_lowercase(),
            Self::Name(long) | Self::Field(long) | Self::Head(long) => long.to_owned(),
        }
    }
}

/// Whether the words in front already say what the word in brackets abbreviates.
fn is_echo(before: &str, word: &str, long: &str) -> bool {
    word.starts_with('(') && word.contains(')') && fold::key(before).ends_with(&fold::key(long))
}
