//! Abbreviations of units and of their fields, written out.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::cell::Word;
use super::opening::head_length;
use phuluc_language::fold;
use phuluc_language::lexicon::UNIT_HEADS;

/// How an abbreviation is written out.
#[derive(Clone, Copy)]
enum Long {
    /// A name: the same everywhere.
    Name(&'static str),
    /// A field of work or a common noun, as names write it; in running text it has small letters.
    Field(&'static str),
    /// The head of a unit or an office with its field; it is written like a field.
    Office(&'static str),
    /// A thing that units work on; it has a capital at the beginning of a value only.
    Thing(&'static str),
    /// The head of a unit, at the beginning of a value only: elsewhere `TT` is also `thứ tự` and
    /// `thông tư`.
    Head(&'static str),
}

/// Abbreviations with one meaning in administrative texts, in the letters they are written in:
/// bodies, offices, fields of work.
const ABBREVIATIONS: [(&str, Long); 71] = [
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
    ("UBMT", Long::Name("Ủy ban Mặt trận")),
    ("KBNN", Long::Name("Kho bạc Nhà nước")),
    ("VP", Long::Head("Văn phòng")),
    ("TT", Long::Head("Trung tâm")),
    ("UB", Long::Head("Ủy ban")),
    ("TYT", Long::Office("Trạm Y tế")),
    ("CLB", Long::Office("Câu lạc bộ")),
    ("CCB", Long::Field("Cựu chiến binh")),
    ("TTPVHCC", Long::Office("Trung tâm Phục vụ hành chính công")),
    ("BCĐ", Long::Office("Ban Chỉ đạo")),
    ("BQL", Long::Office("Ban Quản lý")),
    ("HTX", Long::Office("Hợp tác xã")),
    ("PVHCC", Long::Field("Phục vụ hành chính công")),
    ("HCC", Long::Field("Hành chính công")),
    ("TTHC", Long::Thing("Thủ tục hành chính")),
    ("CCHC", Long::Field("Cải cách hành chính")),
    ("CNTT", Long::Field("Công nghệ thông tin")),
    ("CSDL", Long::Field("Cơ sở dữ liệu")),
    ("CĐS", Long::Field("Chuyển đổi số")),
    ("CNSCĐ", Long::Field("Công nghệ số cộng đồng")),
    ("VBQPPL", Long::Thing("Văn bản quy phạm pháp luật")),
    ("QPPL", Long::Thing("Quy phạm pháp luật")),
    ("DVC", Long::Field("Dịch vụ công")),
    ("DVCTT", Long::Field("Dịch vụ công trực tuyến")),
    ("CBCC", Long::Thing("Cán bộ, công chức")),
    ("CBCCVC", Long::Thing("Cán bộ, công chức, viên chức")),
    ("BHYT", Long::Field("Bảo hiểm y tế")),
    ("ATTP", Long::Field("An toàn thực phẩm")),
    ("PCCC", Long::Field("Phòng cháy, chữa cháy")),
    ("PCTT", Long::Field("Phòng, chống thiên tai")),
    ("TKCN", Long::Field("Tìm kiếm cứu nạn")),
    ("PTDS", Long::Field("Phòng thủ dân sự")),
    ("NSNN", Long::Field("Ngân sách nhà nước")),
    ("KT-XH", Long::Field("Kinh tế - Xã hội")),
    ("KT-HT-ĐT", Long::Field("Kinh tế, Hạ tầng và Đô thị")),
    ("KT-HT&ĐT", Long::Field("Kinh tế, Hạ tầng và Đô thị")),
    ("KT,HT&ĐT", Long::Field("Kinh tế, Hạ tầng và Đô thị")),
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

static LONG: LazyLock<FxHashMap<&str, Long>> =
    LazyLock::new(|| ABBREVIATIONS.into_iter().collect());

/// The value with its abbreviations written out; `None` where it has none.
///
/// An abbreviation in brackets behind its own words is left out: `Ủy ban nhân dân (UBND) 10 phường`
/// is `Ủy ban nhân dân 10 phường`.
pub(super) fn expanded(value: &str, kind: Kind) -> Option<String> {
    if !value.split(' ').any(may_be_short) {
        return None;
    }
    let words = words(value);
    let opening: Vec<Word<'_>> = words.iter().take(3).map(|word| Word::alone(word)).collect();
    let head = head_length(&opening);
    let mut out = String::new();
    for (place, word) in words.iter().enumerate() {
        let core = core(word);
        let listed = head > 0 && out.ends_with([':', ',']);
        let standing = match place {
            0 if kind == Kind::Unit => Standing::First,
            _ if place == head || listed => Standing::Named,
            _ => Standing::Within,
        };
        let long = written_out(core, standing);
        if long.as_deref().is_some_and(|long| is_echo(&out, word, long)) {
            out.push_str(word.split(')').next_back().unwrap_or_default());
            continue;
        }
        if place > 0 {
            out.push(' ');
        }
        match long {
            // The dot of `TT.` goes with the abbreviation.
            Some(long) if is_head(word) => out.push_str(&long),
            Some(long) => out.push_str(&word.replacen(core, &long, 1)),
            None => out.push_str(word),
        }
    }
    (out != value).then_some(out)
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Unit,
    /// `TT` before it is a circular (thông tư) as well as a centre, so it is not written out.
    Product,
}

/// Whether a word is a body or an office: `TAND`, `BCĐ`; fields begin like units too (`PCCC` like
/// a `Phòng`, `CSDL` like a `Cơ sở`).
pub(super) fn is_unit(word: &str) -> bool {
    match find(core(word), Standing::Within) {
        Some(Long::Office(_)) => true,
        Some(Long::Name(long)) => UNIT_HEADS.opens(&long.split(' ').take(3).collect::<Vec<_>>()),
        _ => false,
    }
}

/// Where an abbreviation stands in a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// At its beginning.
    First,
    /// Where a name begins: behind the head, or in a list of names.
    Named,
    /// Anywhere else.
    Within,
}

/// The words of a value; `HĐND & UBND` is one, as `HĐND&UBND` is, and `VP.HĐND` is two.
fn words(value: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut pieces = value.split(' ').peekable();
    while let Some(piece) = pieces.next() {
        let pair = words.last().zip(pieces.peek()).filter(|_| piece == "&");
        let pair = pair.map(|(first, second)| format!("{first}&{second}"));
        if let Some(pair) = pair.filter(|pair| written_out(core(pair), Standing::Named).is_some()) {
            words.pop();
            words.push(pair);
            pieces.next();
            continue;
        }
        let dot = piece.find('.').map_or(0, |dot| dot + 1);
        match piece.split_at_checked(dot) {
            Some((head, name)) if words.is_empty() && is_head(head) && !name.is_empty() => {
                words.extend([head.to_owned(), name.to_owned()]);
            }
            _ => words.push(piece.to_owned()),
        }
    }
    words
}

/// `TT.`, `VP.`: the head of a unit, shortened with a dot.
fn is_head(word: &str) -> bool {
    let short = word.strip_suffix('.').and_then(|short| find(short, Standing::First));
    matches!(short, Some(Long::Head(_)))
}

fn core(word: &str) -> &str {
    word.trim_matches(|char: char| !char.is_alphanumeric())
}

/// A word written out: an abbreviation, or several with a mark between them (`HĐND-UBND`,
/// `HĐND&UBND`). A symbol (`12/KH-UBND`) has parts that are none.
fn written_out(word: &str, standing: Standing) -> Option<String> {
    if let Some(long) = find(word, standing) {
        return Some(long.write(standing));
    }
    let joints = [('-', " - "), ('/', "/"), ('&', " và ")];
    let (mark, joint) = joints.into_iter().find(|(mark, _)| word.contains(*mark))?;
    let parts: Option<Vec<String>> = word
        .split(mark)
        .enumerate()
        .map(|(place, part)| {
            // Only the first part opens the value.
            let standing = match standing {
                Standing::First if place > 0 => Standing::Named,
                standing => standing,
            };
            find(part, standing).map(|long| long.write(standing))
        })
        .collect();
    parts.map(|parts| parts.join(joint))
}

/// Whether a word has two capitals, as every abbreviation has.
fn may_be_short(word: &str) -> bool {
    word.chars().filter(|char| char.is_uppercase()).nth(1).is_some()
}

fn find(short: &str, standing: Standing) -> Option<Long> {
    if !may_be_short(short) {
        return None;
    }
    let long = LONG.get(short)?;
    (standing == Standing::First || !matches!(long, Long::Head(_))).then_some(*long)
}

impl Long {
    fn text(self) -> &'static str {
        match self {
            Self::Name(long)
            | Self::Field(long)
            | Self::Office(long)
            | Self::Thing(long)
            | Self::Head(long) => long,
        }
    }

    fn write(self, standing: Standing) -> String {
        match (self, standing) {
            (Self::Field(long) | Self::Office(long), Standing::Within)
            | (Self::Thing(long), Standing::Named | Standing::Within) => long.to_lowercase(),
            _ => self.text().to_owned(),
        }
    }
}

/// Whether the words in front already say what the word in brackets abbreviates.
fn is_echo(before: &str, word: &str, long: &str) -> bool {
    let short = word.starts_with('(') && word.contains(')');
    // No more of the words in front is looked at than the long form has.
    let count = long.split(' ').count();
    let start =
        before.rsplitn(count + 1, ' ').take(count).map(|word| word.len() + 1).sum::<usize>();
    let tail = before.get(before.len().saturating_sub(start)..).unwrap_or(before);
    short && fold::key(tail).ends_with(&fold::key(long))
}
