//! Header labels: where each begins and which role its column has.

use phuluc_model::Role;

use crate::page::Word;
use crate::role::{self, Name};
use phuluc_meaning::fold::plain;

/// A label and the role it gives its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    /// What the column is for.
    pub(crate) role: Role,
    /// The label as printed.
    pub(crate) words: Vec<Word>,
    /// How many of its first words are a head over several columns and count at the first of them.
    pub(crate) shared: usize,
}

/// First words of labels, plain. A label of other words is found only where a line begins.
const HEADS: [&str; 37] = [
    "tt",
    "stt",
    "so tt",
    "so thu tu",
    "noi dung",
    "nhiem vu",
    "ten",
    "cong viec",
    "chi tieu",
    "hoat dong",
    "giai phap",
    "don vi",
    "co quan",
    "bo phan",
    "trach nhiem",
    "phan cong",
    "chu tri",
    "phoi hop",
    "san pham",
    "ket qua",
    "yeu cau",
    "thoi gian",
    "thoi han",
    "tien do",
    "lo trinh",
    "han hoan thanh",
    "ghi chu",
    "cap trinh",
    "cap phe duyet",
    "can cu",
    "kinh phi",
    "nguon luc",
    "van ban",
    "lanh dao",
    "phong, don vi",
    "muc tieu",
    "so ngay",
];

/// Words that also stand inside a label behind one of these.
const INNER: [(&str, &[&str]); 7] = [
    ("tt", &["so"]),
    ("chu tri", &["co quan", "don vi", "bo phan", "nhiem vu", "phong, don vi", "don vi/ca nhan"]),
    ("phoi hop", &["co quan", "don vi", "bo phan", "phong, don vi", "don vi/ca nhan"]),
    ("cong viec", &["noi dung", "ten"]),
    ("nhiem vu", &["noi dung", "ten", "noi dung,"]),
    ("chi tieu", &["ten", "noi dung"]),
    ("hoat dong", &["noi dung", "ten"]),
];

/// Cuts the words of a header into its labels.
pub(crate) fn labels(words: &[Word]) -> Vec<Label> {
    let plain_words: Vec<String> = words.iter().map(|word| plain(&word.text)).collect();
    let capitals = words.iter().all(|word| !word.text.chars().any(char::is_lowercase));
    let mut labels: Vec<Vec<Word>> = Vec::new();
    let mut label_start = 0;
    for (index, word) in words.iter().enumerate() {
        let begun = plain_words.get(label_start..index).unwrap_or_default();
        if index == 0
            || opens_label(word, begun, plain_words.get(index..).unwrap_or_default(), capitals)
        {
            labels.push(Vec::new());
            label_start = index;
        }
        if let Some(label) = labels.last_mut() {
            label.push(word.clone());
        }
    }
    with_roles(labels)
}

/// Where labels begin among the words of one line of a header that single spaces part.
pub(crate) fn beginnings(words: &[&str]) -> Vec<usize> {
    let keys: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let mut starts = vec![0];
    for (index, word) in words.iter().enumerate().skip(1) {
        let start = starts.last().copied().unwrap_or(0);
        let (begun, ahead) = (keys.get(start..index), keys.get(index..));
        let (begun, ahead) = (begun.unwrap_or_default(), ahead.unwrap_or_default());
        let head = HEADS.iter().find(|head| opens_with(ahead, head));
        let own = keys.get(start..).unwrap_or_default();
        let covered = HEADS
            .iter()
            .any(|head| opens_with(own, head) && start + head.split(' ').count() > index);
        let inside = covered || head.is_some_and(|head| is_inner(head, &begun.join(" ")));
        let joined = begun.last().is_some_and(|last| last.ends_with([',', '/', '-', '(']));
        // Of `chủ trì phối hợp`, the second lines of two labels, both open in small letters.
        let high = word.starts_with(char::is_uppercase);
        let low = words.get(start).is_some_and(|first| first.starts_with(char::is_lowercase));
        let whole = low && HEADS.contains(&begun.join(" ").as_str());
        let numbered = matches!(begun, [only] if is_number_label(only));
        let opens = numbered || (head.is_some() && !inside && !joined && (high || whole));
        // `thực hiện thực hiện`: the second lines of two labels.
        let repeats = begun.len() > 1 && ahead == begun;
        if opens || repeats {
            starts.push(index);
        }
    }
    starts
}

/// Whether words open as a label does.
pub(crate) fn opens_as_label(words: &[&str]) -> bool {
    let keys: Vec<String> = words.iter().map(|word| plain(word)).collect();
    HEADS.iter().any(|head| opens_with(&keys, head))
}

fn opens_label(word: &Word, begun: &[String], ahead: &[String], all_capitals: bool) -> bool {
    let begins_high = word.text.starts_with(char::is_uppercase);
    let head = HEADS.iter().find(|head| opens_with(ahead, head));
    let inside = head.is_some_and(|head| is_inner(head, &begun.join(" ")));
    let joined = begun.last().is_some_and(|last| last.ends_with([',', '/', '-', '(']));
    let numbered = !begun.is_empty() && number_label(begun) == begun.len();
    let new_line = word.gap.opens_line() && !all_capitals;
    begins_high && !inside && (numbered || (!joined && (head.is_some() || new_line)))
}

fn is_inner(head: &str, begun: &str) -> bool {
    INNER.iter().any(|(inner, before)| head == *inner && before.contains(&begun))
}

fn opens_with(words: &[String], head: &str) -> bool {
    let mut words = words.iter().map(String::as_str);
    head.split(' ').all(|part| {
        words
            .next()
            // `Kết quả/Sản phẩm` opens as `Kết quả` does.
            .and_then(|word| word.trim_end_matches(',').split('/').next())
            .is_some_and(|word| word == part.trim_end_matches(','))
    })
}

/// Gives labels their roles.
pub(crate) fn with_roles(labels: Vec<Vec<Word>>) -> Vec<Label> {
    with_heads(labels.into_iter().map(|words| (words, 0)).collect())
}

/// Gives labels their roles; the first words of each, so many as said, are a head over several.
pub(crate) fn with_heads(labels: Vec<(Vec<Word>, usize)>) -> Vec<Label> {
    let names: Vec<Name> = labels.iter().map(|(words, head)| Name::of(words, *head)).collect();
    let roles = role::roles(&names);
    labels
        .into_iter()
        .zip(roles)
        .map(|((words, _), role)| Label { role, words, shared: 0 })
        .collect()
}

/// How many of the plain words, from the first on, label the column of numbers.
pub(crate) fn number_label(plain_words: &[impl AsRef<str>]) -> usize {
    let word = |index: usize| plain_words.get(index).map(AsRef::as_ref).unwrap_or_default();
    match (word(0), word(1), word(2)) {
        ("so", second, _) if is_number_label(second) => 2,
        ("so", "thu", "tu") => 3,
        (first, ..) => usize::from(is_number_label(first)),
    }
}

/// Whether a plain word labels the column of numbers.
pub(crate) fn is_number_label(plain_word: &str) -> bool {
    matches!(plain_word.trim_end_matches('.'), "tt" | "stt")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Gap;
    use phuluc_model::Place;

    /// `|` stands for the end of a line.
    #[track_caller]
    fn check(header: &str, expected: &[(Role, &str)]) {
        let mut gap = Gap::Line;
        let mut words = Vec::new();
        for piece in header.split(' ') {
            if piece == "|" {
                gap = Gap::Line;
            } else {
                words.push(Word { text: piece.into(), gap, place: Place::START });
                gap = Gap::Space;
            }
        }
        let labels = labels(&words);
        let actual: Vec<(Role, String)> = labels
            .iter()
            .map(|label| {
                (
                    label.role,
                    label.words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" "),
                )
            })
            .collect();
        let actual: Vec<(Role, &str)> =
            actual.iter().map(|(role, text)| (*role, text.as_str())).collect();
        assert_eq!(actual, expected);
    }

    #[test]
    fn cuts_a_header_with_broken_labels() {
        use Role::{CoordinatingUnit, LeadUnit, Number, Product, Task, Timeframe};
        check(
            "TT Nội dung công việc Đơn vị | chủ trì | Đơn vị phối hợp Sản phẩm Thời gian | trình/ thực | hiện trong | năm 2024",
            &[
                (Number, "TT"),
                (Task, "Nội dung công việc"),
                (LeadUnit, "Đơn vị chủ trì"),
                (CoordinatingUnit, "Đơn vị phối hợp"),
                (Product, "Sản phẩm"),
                (Timeframe, "Thời gian trình/ thực hiện trong năm 2024"),
            ],
        );
    }

    #[test]
    fn cuts_a_header_in_capitals() {
        use Role::{CoordinatingUnit, Extra, LeadUnit, Number, Task, Timeframe};
        check(
            "TT NHIỆM VỤ CỤ THỂ CƠ QUAN | CHỦ TRÌ | CƠ QUAN PHỐI | HỢP | THỜI HẠN | THỰC HIỆN | CẤP TRÌNH/ | PHÊ DUYỆT",
            &[
                (Number, "TT"),
                (Task, "NHIỆM VỤ CỤ THỂ"),
                (LeadUnit, "CƠ QUAN CHỦ TRÌ"),
                (CoordinatingUnit, "CƠ QUAN PHỐI HỢP"),
                (Timeframe, "THỜI HẠN THỰC HIỆN"),
                (Extra, "CẤP TRÌNH/ PHÊ DUYỆT"),
            ],
        );
    }

    #[test]
    fn a_missing_role_is_taken_from_words_inside_a_label() {
        use Role::{Extra, LeadUnit, Number, Task, Timeframe};
        check(
            "TT | Mã nhiệm vụ | Các nhiệm vụ cụ thể | Người phụ trách | Thời gian",
            &[
                (Number, "TT"),
                (Extra, "Mã nhiệm vụ"),
                (Task, "Các nhiệm vụ cụ thể"),
                (LeadUnit, "Người phụ trách"),
                (Timeframe, "Thời gian"),
            ],
        );
    }

    #[test]
    fn reads_roles_in_any_order() {
        use Role::{Extra, LeadUnit, Note, Number, Product, Task, Timeframe};
        check(
            "STT | Đơn vị thực hiện | Nhiệm vụ chủ trì | Tiến độ thực hiện | Kết quả/Sản phẩm | Lĩnh vực | Ghi chú",
            &[
                (Number, "STT"),
                (LeadUnit, "Đơn vị thực hiện"),
                (Task, "Nhiệm vụ chủ trì"),
                (Timeframe, "Tiến độ thực hiện"),
                (Product, "Kết quả/Sản phẩm"),
                (Extra, "Lĩnh vực"),
                (Note, "Ghi chú"),
            ],
        );
    }
}
