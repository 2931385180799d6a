//! The roles of columns, from their labels.
//!
//! A label may claim several roles, and several labels may claim one role (`Đơn vị` beside `Cơ quan
//! chủ trì`). So claims are served from the strongest to the weakest, and each role is given once.
//! A label without a role keeps its column under its own name.

use phuluc_model::Role;

use phuluc_language::fold::plain;
use phuluc_language::labels::{Claim, LabelWords};
use phuluc_page::line::Word;

/// A label without marks, before it has a role.
#[derive(Debug, Default)]
pub(crate) struct PlainLabel {
    /// The words of a head over this label and others.
    head: String,
    /// Its own words.
    own: String,
}

impl PlainLabel {
    /// A label whose first `head` words are a head over several labels.
    pub(crate) fn of(words: &[Word], head: usize) -> Self {
        let (head, own) = words.split_at(head.min(words.len()));
        let text = |words: &[Word]| {
            words.iter().map(|word| plain(&word.text)).collect::<Vec<_>>().join(" ")
        };
        Self { head: text(head), own: text(own) }
    }

    /// Whether it names units of measure or codes, and so claims no role.
    fn is_measure(&self, known: &LabelWords) -> bool {
        known.is_measure(&self.own)
    }

    fn makes(&self, claim: &Claim, known: &LabelWords) -> bool {
        known.makes(claim, &self.head, &self.own)
    }

    /// The role that the caller gives to the label, alone or with the head over it.
    fn own_role(&self, known: &LabelWords) -> Option<Role> {
        let with_head = || known.own_role(&format!("{} {}", self.head, self.own));
        known.own_role(&self.own).or_else(with_head)
    }
}

/// Whether a label without marks claims a role.
pub(crate) fn names_a_role(label: &str, known: &LabelWords) -> bool {
    let name = PlainLabel { head: String::new(), own: label.to_owned() };
    let claims = || known.claims.iter().any(|claim| name.makes(claim, known));
    known.own_role(label).is_some() || (!name.is_measure(known) && claims())
}

/// The role of each label of a header: first those that the caller gives, then those that are claimed.
pub(crate) fn roles(names: &[PlainLabel], known: &LabelWords) -> Vec<Role> {
    let mut roles = own_roles(names, known);
    for claim in &known.claims {
        let role = claim.role;
        if roles.contains(&Some(role)) {
            continue;
        }
        let free = |(slot, name): &(&mut Option<Role>, &PlainLabel)| {
            slot.is_none()
                && (role == Role::Number || !name.is_measure(known))
                && name.makes(claim, known)
        };
        if let Some((slot, _)) = roles.iter_mut().zip(names).find(free) {
            *slot = Some(role);
        }
    }
    roles.into_iter().map(|role| role.unwrap_or(Role::Extra)).collect()
}

/// The roles that the caller gives, each to the first of its labels; its other labels stay without one,
/// whatever they claim.
fn own_roles(names: &[PlainLabel], known: &LabelWords) -> Vec<Option<Role>> {
    let mut roles: Vec<Option<Role>> = Vec::with_capacity(names.len());
    for name in names {
        let own = name.own_role(known);
        let is_taken = own.is_some() && roles.contains(&own);
        roles.push(if is_taken { Some(Role::Extra) } else { own });
    }
    roles
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the roles of the labels of one header.
    #[track_caller]
    fn check(labels: &[(&str, Role)]) {
        let names: Vec<PlainLabel> = labels
            .iter()
            .map(|(label, _)| PlainLabel { head: String::new(), own: plain(label) })
            .collect();
        let expected: Vec<Role> = labels.iter().map(|(_, role)| *role).collect();
        assert_eq!(roles(&names, LabelWords::built_in()), expected, "{labels:?}");
    }

    /// Labels of real documents by role, the most frequent first.
    const REAL: [(Role, &[&str]); 8] = [
        (Role::Number, &["TT", "STT", "Stt", "Số TT", "Số thứ tự"]),
        (
            Role::Task,
            &[
                "Nội dung công việc",
                "Nội dung",
                "Nội dung nhiệm vụ",
                "Nội dung, nhiệm vụ",
                "Nhiệm vụ",
                "NHIỆM VỤ CỤ THỂ",
                "Tên nhiệm vụ",
                "Tên nhiệm vụ cụ thể",
                "Tên nhóm nhiệm vụ/nhiệm vụ",
                "Nhiệm vụ, giải pháp",
                "Nhiệm vụ chủ trì",
                "Công việc",
                "Tên đề án",
                "Tên văn bản",
                "Chỉ tiêu",
            ],
        ),
        (
            Role::LeadUnit,
            &[
                "Đơn vị chủ trì",
                "Cơ quan chủ trì",
                "Cơ quan chủ trì thực hiện",
                "CƠ QUAN CHỦ TRÌ, THEO DÕI",
                "Cơ quan chủ trì theo dõi, đánh giá",
                "Cơ quan chủ trì, tham mưu",
                "Đơn vị chủ trì soạn thảo",
                "Đơn vị/Cá nhân chủ trì",
                "Phòng, đơn vị chủ trì",
                "Đơn vị thực hiện",
                "Cơ quan thực hiện",
                "Đơn vị",
                "Chủ trì",
                "Trách nhiệm",
                "Bộ phận T.hiện",
                "Phân công nhiệm vụ",
                "Người phụ trách",
                "Đơn vị chủ trì, phối hợp",
            ],
        ),
        (
            Role::CoordinatingUnit,
            &[
                "Đơn vị phối hợp",
                "Cơ quan phối hợp",
                "Phối hợp",
                "Đơn vị phối hợp (Bộ/ngành/địa phương)",
                "Đơn vị phối hợp, cung cấp số liệu",
                "Đơn vị/Cá nhân phối hợp",
                "Đơn vị cho ý kiến",
                "Phối hợp với cơ quan chủ trì",
            ],
        ),
        (
            Role::Product,
            &[
                "Sản phẩm",
                "Sản phẩm đầu ra",
                "Kết quả",
                "Kết quả/Sản phẩm",
                "Sản phẩm/kết quả",
                "Kết quả/Đánh giá",
                "Kết quả yêu cầu",
                "Kết quả cần đạt (Định lượng)",
                "Yêu cầu sản phẩm",
                "Tên sản phẩm",
            ],
        ),
        (
            Role::Timeframe,
            &[
                "Thời gian hoàn thành",
                "Thời hạn hoàn thành",
                "Thời hạn thực hiện",
                "Thời gian thực hiện",
                "Thời gian",
                "Thời hạn",
                "Tiến độ thực hiện",
                "Tiến độ",
                "Thời gian trình (/thực hiện trong năm 2024)",
                "Thời gian triển khai",
                "Số ngày dự kiến",
            ],
        ),
        (Role::Note, &["Ghi chú", "GHI CHÚ"]),
        (
            Role::Extra,
            &[
                "Cấp trình",
                "Cấp phê duyệt",
                "CẤP TRÌNH/PHÊ DUYỆT",
                "Căn cứ bổ sung",
                "Chỉ tiêu liên quan",
                "Phương thức hỗ trợ thực hiện",
                "Nguồn lực",
                "Phương pháp",
                "Mục tiêu 2026-2030",
                "Mã nhiệm vụ",
                "Đơn vị tính",
                "ĐVT",
                "Kinh phí thực hiện",
                "Năm 2026",
            ],
        ),
    ];

    /// Labels of real documents: each has its role beside the most frequent labels of the other
    /// roles.
    #[test]
    fn labels_of_real_documents() {
        let usual: Vec<(&str, Role)> =
            REAL.iter().filter_map(|(role, labels)| Some((*labels.first()?, *role))).collect();
        for (role, labels) in REAL {
            for label in labels {
                let mut header = usual.clone();
                match header.iter_mut().find(|(_, usual)| *usual == role) {
                    Some(slot) if role != Role::Extra => slot.0 = label,
                    _ => header.insert(1, (label, role)),
                }
                check(&header);
            }
        }
    }

    #[test]
    fn the_stronger_claim_has_the_role() {
        use Role::{Extra, LeadUnit, Number, Task, Timeframe};
        check(&[
            ("TT", Number),
            ("Chỉ tiêu", Task),
            ("Đơn vị", Extra),
            ("Mục tiêu 2026", Extra),
            ("Cơ quan chủ trì theo dõi, đánh giá", LeadUnit),
        ]);
        check(&[("STT", Number), ("Chỉ tiêu", Extra), ("Nhiệm vụ", Task), ("Tiến độ", Timeframe)]);
        check(&[
            ("TT", Number),
            ("Mục tiêu", Task),
            ("Đơn vị tính", Extra),
            ("Phương thức hỗ trợ thực hiện", Extra),
        ]);
        check(&[("Mã nhiệm vụ", Number), ("Nội dung", Task), ("Lộ trình", Timeframe)]);
    }

    #[test]
    fn a_label_under_a_head_speaks_for_itself() {
        use Role::{Extra, Number, Task, Timeframe};
        let under = |head: &str, own: &str| PlainLabel { head: plain(head), own: plain(own) };
        let names = [
            under("", "TT"),
            under("", "Nội dung"),
            under("Đơn vị thực hiện", "Văn phòng"),
            under("Đơn vị thực hiện", "Phòng Kinh tế"),
            under("Thời gian thực hiện", "Bắt đầu"),
            under("Thời gian thực hiện", "Kết thúc"),
        ];
        let roles = roles(&names, LabelWords::built_in());
        assert_eq!(roles, [Number, Task, Extra, Extra, Extra, Timeframe]);
    }

    #[test]
    fn roles_of_the_caller_go_before_claims() {
        use Role::{Extra, LeadUnit, Note, Number, Task, Timeframe};
        let given = [("Thời điểm trình", Timeframe), ("Ai làm", LeadUnit), ("Người lo", LeadUnit)];
        let given = given.into_iter().chain([("Nội dung", Note), ("Đơn vị chủ trì", Extra)]);
        let known = LabelWords::built_in().clone().with_roles(given);
        let check = |labels: &[(&str, Role)]| {
            let plain = |label: &str| PlainLabel { head: String::new(), own: plain(label) };
            let names: Vec<PlainLabel> = labels.iter().map(|(label, _)| plain(label)).collect();
            let expected: Vec<Role> = labels.iter().map(|(_, role)| *role).collect();
            assert_eq!(roles(&names, &known), expected, "{labels:?}");
        };
        // A role that is given is not claimed by another label.
        check(&[
            ("TT", Number),
            ("Nhiệm vụ", Task),
            ("Thời gian", Extra),
            ("Thời điểm trình", Timeframe),
        ]);
        // Where its label is not there, it is claimed as ever.
        check(&[("TT", Number), ("Nhiệm vụ", Task), ("Thời gian", Timeframe)]);
        // Of two labels the first has the role, and the second no other.
        check(&[
            ("Ai làm", LeadUnit),
            ("Người lo:", Extra),
            ("Nội dung", Note),
            ("Công việc", Task),
        ]);
        check(&[("Đơn vị chủ trì", Extra), ("Cơ quan thực hiện", LeadUnit)]);
        // The label is whole.
        check(&[("Ai làm chính", Extra)]);
    }
}
