//! Header labels: where each begins, and the role of its column.

use crate::header::number_label::{is_number_label, number_label};
use phuluc_model::Role;

use crate::header::role;
use crate::header::role::PlainLabel;
use phuluc_language::fold::plain;
use phuluc_language::labels::LabelWords;
use phuluc_page::line::Word;

/// A label and the role it gives its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What the column is for.
    pub role: Role,
    /// The label as printed.
    pub words: Vec<Word>,
    /// How many of its first words are a head over several columns and counted with the first of
    /// them.
    pub shared: usize,
}

/// The most words of a label head, and of the words before an inner one.
const LONGEST: usize = 3;

/// First words of labels, plain. A label of other words is found only where a line begins.
fn heads(known: &LabelWords) -> impl Iterator<Item = &str> {
    known.heads.iter().map(String::as_str)
}

/// Cuts the words of a header into its labels.
pub(crate) fn labels(words: &[Word], known: &LabelWords) -> Vec<Label> {
    let plain_words: Vec<String> = words.iter().map(|word| plain(&word.text)).collect();
    let capitals = words.iter().all(|word| !word.text.chars().any(char::is_lowercase));
    let mut labels: Vec<Vec<Word>> = Vec::new();
    let mut label_start = 0;
    for (index, word) in words.iter().enumerate() {
        let from_start = plain_words.get(label_start..).unwrap_or_default();
        let begun = from_start.split_at_checked(index - label_start);
        let begun = begun.is_some_and(|begun| opens_label(word, begun, capitals, known));
        if index == 0 || begun {
            labels.push(Vec::new());
            label_start = index;
        }
        if let Some(label) = labels.last_mut() {
            label.push(word.clone());
        }
    }
    under_one_head(labels, known)
}

/// Gives labels their roles; if those of the second line of a header are last, they are moved below
/// their head: `TT | Nhiệm vụ | Phân công thực hiện | Thời hạn | Đơn vị chủ trì | Đơn vị phối hợp`.
fn under_one_head(mut labels: Vec<Vec<Word>>, known: &LabelWords) -> Vec<Label> {
    let Some((head, below)) = head_and_below(&labels, known) else {
        return with_roles(labels, known);
    };
    let sub_labels = labels.split_off(below);
    let group = labels.remove(head);
    let at = if head > 0 { head } else { behind_task(&labels, known) };
    let mut named: Vec<(Vec<Word>, usize)> = labels.into_iter().map(|words| (words, 0)).collect();
    for (index, own) in sub_labels.into_iter().enumerate() {
        let words = group.iter().cloned().chain(own).collect();
        named.insert(at + index, (words, group.len()));
    }
    let mut labels = with_heads(named, known);
    if let Some(second) = labels.get_mut(at + 1) {
        second.shared = group.len();
    }
    labels
}

/// Which label is a head over the last two, and where these begin: one names the lead, the other
/// the coordinating units, and no other label does.
fn head_and_below(labels: &[Vec<Word>], known: &LabelWords) -> Option<(usize, usize)> {
    let names: Vec<String> = labels.iter().map(|words| plain_text(words)).collect();
    let below = names.len().checked_sub(2)?;
    let (before, last) = names.split_at(below);
    let units =
        |name: &&String| ["chu tri", "phoi hop"].iter().any(|diagnostic| name.contains(diagnostic));
    let [leads, helps] = last else { return None };
    let are_units = leads.ends_with("chu tri") && helps.ends_with("phoi hop");
    if !are_units || before.iter().any(|name| units(&name)) {
        return None;
    }
    Some((before.iter().position(|name| is_head_of_units(name, known))?, below))
}

/// Whether a label without marks is a head over lead and coordinating units.
pub(crate) fn is_head_of_units(name: &str, known: &LabelWords) -> bool {
    known.groups.iter().any(|group| name.starts_with(group))
}

/// The place behind the label of the tasks: there the units stand, where the text does not tell.
fn behind_task(labels: &[Vec<Word>], known: &LabelWords) -> usize {
    let names = labels.iter().map(|words| PlainLabel::of(words, 0)).collect::<Vec<_>>();
    let task = role::roles(&names, known).iter().position(|role| *role == Role::Task);
    task.map_or(labels.len(), |task| task + 1)
}

fn plain_text(words: &[Word]) -> String {
    words.iter().map(|word| plain(&word.text)).collect::<Vec<_>>().join(" ")
}

/// Where a word of a header hides the beginning of another label: `thànhCơ quan`, `HIỆNSTT`.
pub(crate) fn hidden_label(word: &str, next: &[Word], known: &LabelWords) -> Option<usize> {
    let letters = word.char_indices().zip(word.chars().skip(1));
    let mut starts = letters.filter_map(|((at, before), after)| {
        let high = after.is_uppercase() && before.is_alphabetic();
        high.then_some((at + before.len_utf8(), before.is_lowercase()))
    });
    let mut keys: Vec<String> = Vec::new();
    starts.find_map(|(start, separated)| {
        let hidden = word.get(start..)?;
        let first: String = hidden.chars().take(LETTERS).collect();
        let is_whole = first.len() == hidden.len() || first.contains('/');
        if !is_whole {
            return None;
        }
        if keys.is_empty() {
            keys.push(String::new());
            keys.extend(next.iter().take(2).map(|word| plain(&word.text)));
        }
        if let Some(key) = keys.first_mut() {
            *key = plain(&first);
        }
        let opens = opens_with_a_head(&keys, known);
        // In capitals only the label of the numbers is told from the word before it.
        let numbers =
            || hidden == "STT" && opens_with_a_head(keys.get(1..).unwrap_or_default(), known);
        (opens && (separated || numbers())).then_some(start)
    })
}

/// The first word of a label has fewer letters.
const LETTERS: usize = 24;

/// Where labels begin among the words of a header line with single spaces.
pub(crate) fn beginnings(words: &[&str], known: &LabelWords) -> Vec<usize> {
    let keys: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let mut starts = vec![0];
    for (index, word) in words.iter().enumerate().skip(1) {
        let start = starts.last().copied().unwrap_or(0);
        let (begun, ahead) = (keys.get(start..index), keys.get(index..));
        let (begun, ahead) = (begun.unwrap_or_default(), ahead.unwrap_or_default());
        let head = heads(known).find(|head| opens_with(ahead, head));
        let own = OwnLabelAt::of(begun, ahead, known);
        let label = keys.get(start..).unwrap_or_default();
        let covered = is_covered(label, index - start, known);
        let inside = covered || head.is_some_and(|head| is_inner(head, begun, known));
        let joined = begun.last().is_some_and(|last| last.ends_with([',', '/', '-', '(']));
        // Of `chủ trì phối hợp`, the second lines of two labels, both open in small letters.
        let high = word.starts_with(char::is_uppercase);
        let low = words.get(start).is_some_and(|first| first.starts_with(char::is_lowercase));
        let whole = low && short(begun).is_some_and(|begun| heads(known).any(|head| head == begun));
        let numbered = matches!(begun, [only] if is_number_label(only));
        let named = (head.is_some() && !inside) || own.parts;
        let opens = numbered || (named && !joined && (high || whole));
        // `thực hiện thực hiện`: the second lines of two labels.
        let repeats = begun.len() > 1 && ahead == begun;
        if !own.inside && (opens || repeats) {
            starts.push(index);
        }
    }
    starts
}

/// Whether words open like a label.
pub(crate) fn opens_as_label(words: &[&str], known: &LabelWords) -> bool {
    let keys: Vec<String> = words.iter().map(|word| plain(word)).collect();
    opens_with_a_head(&keys, known)
}

/// What the labels say to which the caller gives roles, at a word of a header.
#[derive(Debug, Clone, Copy, Default)]
struct OwnLabelAt {
    /// The word stands inside one of them.
    inside: bool,
    /// One of them begins with the word, or ends before it.
    parts: bool,
}

impl OwnLabelAt {
    /// At the first word of `ahead`; `begun` are the words of the label before it.
    fn of(begun: &[String], ahead: &[String], known: &LabelWords) -> Self {
        if !known.has_own() {
            return Self::default();
        }
        let label: Vec<String> = begun.iter().chain(ahead).cloned().collect();
        let length = known.own_length(&label);
        let begins = known.own_length(ahead) > 0 && !is_covered(&label, begun.len(), known);
        let ends = !begun.is_empty() && length == begun.len();
        Self { inside: length > begun.len(), parts: begins || ends }
    }
}

/// Whether a head with which a label begins goes on at the word of it with this index.
fn is_covered(label: &[String], index: usize, known: &LabelWords) -> bool {
    heads(known).any(|head| opens_with(label, head) && head.split(' ').count() > index)
}

/// Whether words begin with a head, or with a label to which the caller gives a role.
fn opens_with_a_head(keys: &[String], known: &LabelWords) -> bool {
    heads(known).any(|head| opens_with(keys, head)) || known.own_length(keys) > 0
}

/// Whether a label begins at a word; `begun` are the words of the label before it, and those from the word on.
fn opens_label(
    word: &Word,
    (begun, ahead): (&[String], &[String]),
    all_capitals: bool,
    known: &LabelWords,
) -> bool {
    let begins_high = word.text.starts_with(char::is_uppercase);
    let own = OwnLabelAt::of(begun, ahead, known);
    let head = heads(known).find(|head| opens_with(ahead, head));
    let inside = own.inside || head.is_some_and(|head| is_inner(head, begun, known));
    let joined = begun.last().is_some_and(|last| last.ends_with([',', '/', '-', '(']));
    let numbered = !begun.is_empty() && number_label(begun) == begun.len();
    let new_line = word.gap.opens_line() && !all_capitals;
    begins_high && !inside && (numbered || (!joined && (head.is_some() || own.parts || new_line)))
}

fn is_inner(head: &str, begun: &[String], known: &LabelWords) -> bool {
    let before = |begun: String| {
        let mut inner = known.inner.iter();
        inner.any(|(inner, before)| head == inner && before.contains(&begun))
    };
    short(begun).is_some_and(before)
}

/// The words joined, unless there are more than in any label head.
fn short(words: &[String]) -> Option<String> {
    (words.len() <= LONGEST).then(|| words.join(" "))
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
pub fn with_roles(labels: Vec<Vec<Word>>, known: &LabelWords) -> Vec<Label> {
    with_heads(labels.into_iter().map(|words| (words, 0)).collect(), known)
}

/// Gives labels their roles; the number with each label says how many of its first words are a head
/// over several labels.
pub(crate) fn with_heads(labels: Vec<(Vec<Word>, usize)>, known: &LabelWords) -> Vec<Label> {
    let names: Vec<PlainLabel> =
        labels.iter().map(|(words, head)| PlainLabel::of(words, *head)).collect();
    let roles = role::roles(&names, known);
    labels
        .into_iter()
        .zip(roles)
        .map(|((words, _), role)| Label { role, words, shared: 0 })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_model::Place;
    use phuluc_page::line::Gap;

    /// `|` is the end of a line.
    #[track_caller]
    fn check(header: &str, expected: &[(Role, &str)]) {
        check_with(LabelWords::built_in(), header, expected);
    }

    #[track_caller]
    fn check_with(known: &LabelWords, header: &str, expected: &[(Role, &str)]) {
        let mut gap = Gap::Line;
        let mut words = Vec::new();
        for piece in header.split(' ') {
            if piece == "|" {
                gap = Gap::Line;
            } else {
                words.push(Word { text: piece.into(), gap, place: Place::START, pieces: 1 });
                gap = Gap::Space;
            }
        }
        let labels = labels(&words, known);
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

    #[test]
    fn labels_of_a_second_line_go_below_their_head() {
        use Role::{CoordinatingUnit, LeadUnit, Number, Task, Timeframe};
        let expected = [
            (Number, "TT"),
            (Task, "Nhiệm vụ"),
            (LeadUnit, "Phân công thực hiện Đơn vị chủ trì"),
            (CoordinatingUnit, "Phân công thực hiện Đơn vị phối hợp"),
            (Timeframe, "Thời hạn"),
        ];
        check(
            "TT | Nhiệm vụ | Phân công thực hiện | Thời hạn | Đơn vị chủ trì | Đơn vị phối hợp",
            &expected,
        );
        // A head above all other labels does not show its place.
        check(
            "Phân công thực hiện | TT | Nhiệm vụ | Thời hạn | Đơn vị chủ trì | Đơn vị phối hợp",
            &expected,
        );
    }

    #[test]
    fn labels_of_the_caller_are_found_by_their_words() {
        use Role::{Extra, LeadUnit, Number, Product, Task, Timeframe};
        let given = [("Việc cần làm", Task), ("Ai làm", LeadUnit), ("Hạn", Timeframe)];
        let known = LabelWords::built_in().clone().with_roles(given);
        let all =
            [(Number, "TT"), (Task, "Việc cần làm"), (LeadUnit, "Ai làm"), (Timeframe, "Hạn")];
        check_with(&known, "TT Việc cần làm Ai làm Hạn", &all);
        check_with(&known, "TT Việc cần | làm Ai | làm Hạn", &all);
        // A label of the caller is whole, so a word with a capital letter after it opens another one.
        let other = [(Task, "Việc cần làm"), (Extra, "Nguồn lực"), (Timeframe, "Hạn")];
        check_with(&known, "Việc cần làm Nguồn lực Hạn", &other);
        // Inside a usual label it is no label.
        let usual = [(Product, "Sản phẩm"), (Timeframe, "THỜI HẠN")];
        check_with(&known, "Sản phẩm THỜI HẠN", &usual);
        let words = ["TT", "Việc", "cần", "làm", "Ai", "làm", "Hạn"];
        assert_eq!(beginnings(&words, &known), [0, 1, 4, 6]);
    }

    #[test]
    fn finds_labels_that_ran_together() {
        let words = |text: &str| {
            let word = |text: &str| Word {
                text: text.into(),
                gap: Gap::Space,
                place: Place::START,
                pieces: 1,
            };
            text.split(' ').map(word).collect::<Vec<_>>()
        };
        let hidden = |word: &str, next: &str| {
            hidden_label(word, &words(next), LabelWords::built_in())
                .and_then(|at| word.get(at..).map(str::to_owned))
        };
        assert_eq!(hidden("thànhCơ", "quan chủ trì").as_deref(), Some("Cơ"));
        assert_eq!(hidden("HIỆNSTT", "CÔNG VIỆC").as_deref(), Some("STT"));
        assert_eq!(hidden("HIỆNSTT", "năm 2026"), None);
        assert_eq!(hidden("UBND", "Thành phố"), None);
    }
}
