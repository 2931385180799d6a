//! Words of header labels, and the roles that they claim for their column.

use std::sync::LazyLock;

use phuluc_model::Role;

use crate::entries::{EntryError, EntryProblem, entries};
use crate::fold::plain;

const TEXT: &str = include_str!("../data/header-labels.txt");

/// The words of `data/header-labels.txt`, whose header explains the uses. All words are in the form of
/// [`fold::plain`](crate::fold::plain).
#[derive(Debug, Clone, Default)]
pub struct LabelWords {
    /// Words with which a label may begin after another one on the same line.
    pub heads: Vec<String>,
    /// Words of `heads` that also occur inside a label, and what comes before them there.
    pub inner: Vec<(String, Vec<String>)>,
    /// Words with which a head over several columns of units begins.
    pub groups: Vec<String>,
    /// Words with which a head over the begin and the end of a time begins.
    spans: Vec<String>,
    measures: Vec<String>,
    /// Claims to roles, from the strongest to the weakest.
    pub claims: Vec<Claim>,
    /// Whole labels with the roles that a caller gives them.
    own: Vec<OwnLabel>,
}

/// A whole label to which a caller gives a role.
#[derive(Debug, Clone)]
struct OwnLabel {
    /// Its words as [`whole`] makes them.
    words: Vec<String>,
    role: Role,
}

/// A claim to a role: which labels make it.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The role that the label wants for its column.
    pub role: Role,
    rank: u32,
    words: Vec<(ClaimedBy, String)>,
}

/// How a label makes a claim by a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ClaimedBy {
    /// It is the word, but for full stops after it.
    Is,
    /// It begins with the word.
    Starts,
    /// It holds the word.
    Holds,
    /// It does not begin with the word.
    Not,
    /// It holds the word, and no [`HELPS`] before it.
    Leads,
    /// It begins with the word and is under a head over the begin and the end of a time.
    Ends,
}

/// The word for those who help in a task.
const HELPS: &str = "phoi hop";

static BUILT_IN: LazyLock<LabelWords> =
    LazyLock::new(|| LabelWords::parse(TEXT).unwrap_or_default());

impl LabelWords {
    /// The words of the data file.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads words of labels: one entry a line, in the form of `data/header-labels.txt`.
    pub fn parse(text: &str) -> Result<Self, EntryError> {
        Self::default().with(text)
    }

    /// The same words and more, in the form of `data/labels.txt`; a rank has the role that it has there.
    ///
    /// ```
    /// use phuluc_language::labels::LabelWords;
    ///
    /// let own = LabelWords::built_in().with("nguoi lo\thead starts:lead_unit:12").unwrap();
    /// assert!(own.claims.iter().any(|claim| own.makes(claim, "", "nguoi lo chinh")));
    /// ```
    pub fn with(&self, text: &str) -> Result<Self, EntryError> {
        let mut words = self.clone();
        for (line, [label, uses, before]) in entries(text) {
            let problem = |problem| EntryError { line, problem };
            if label.is_empty() {
                return Err(problem(EntryProblem::NoWord));
            }
            if uses.is_empty() {
                return Err(problem(EntryProblem::NoKind));
            }
            for name in uses.split_whitespace() {
                words.add(label, name).map_err(problem)?;
            }
            if !matches!(before, "" | "-") {
                let before = before.split('|').map(str::to_owned).collect();
                words.inner.push((label.to_owned(), before));
            }
        }
        words.claims.sort_by_key(|claim| claim.rank);
        Ok(words)
    }

    /// The same words with roles for whole labels, which go before every claim. A label is compared in
    /// small letters without marks, with single spaces, and without a colon or full stops at its end; of
    /// two that are the same the first counts.
    #[must_use]
    pub fn with_roles<'a>(mut self, roles: impl IntoIterator<Item = (&'a str, Role)>) -> Self {
        let own = roles.into_iter().map(|(label, role)| OwnLabel { words: whole(label), role });
        self.own.extend(own.filter(|own| !own.words.is_empty()));
        self
    }

    /// Whether a caller gives roles.
    #[must_use]
    pub const fn has_own(&self) -> bool {
        !self.own.is_empty()
    }

    /// The role that a caller gives to a whole plain label.
    #[must_use]
    pub fn own_role(&self, label: &str) -> Option<Role> {
        if self.own.is_empty() {
            return None;
        }
        let words = whole(label);
        self.own.iter().find(|own| own.words == words).map(|own| own.role)
    }

    /// How many of the plain words, from the first on, are a label to which a caller gives a role; the
    /// longest such label counts.
    #[must_use]
    pub fn own_length(&self, words: &[String]) -> usize {
        let lengths = self.own.iter().filter(|own| own.begins(words)).map(|own| own.words.len());
        lengths.max().unwrap_or(0)
    }

    fn add(&mut self, label: &str, name: &str) -> Result<(), EntryProblem> {
        match name {
            "head" => self.heads.push(label.to_owned()),
            "group" => self.groups.push(label.to_owned()),
            "span" => self.spans.push(label.to_owned()),
            "measure" => self.measures.push(label.to_owned()),
            "more-measure" => self.measures.push(format!("{label} ")),
            _ => {
                let unknown = || EntryProblem::Unknown(name.to_owned());
                self.add_claim(label, name).ok_or_else(unknown)?;
            }
        }
        Ok(())
    }

    /// Adds a word by its use `HOW:ROLE:RANK`.
    fn add_claim(&mut self, label: &str, name: &str) -> Option<()> {
        let (how, claimed) = name.split_once(':')?;
        let (role, rank) = claimed.split_once(':')?;
        let (how, word) = match how {
            "is" => (ClaimedBy::Is, label.to_owned()),
            "starts" => (ClaimedBy::Starts, label.to_owned()),
            "more" => (ClaimedBy::Starts, format!("{label} ")),
            "holds" => (ClaimedBy::Holds, label.to_owned()),
            "not" => (ClaimedBy::Not, label.to_owned()),
            "leads" => (ClaimedBy::Leads, label.to_owned()),
            "ends" => (ClaimedBy::Ends, label.to_owned()),
            _ => return None,
        };
        let role = Role::ALL.into_iter().find(|known| known.name() == role)?;
        let rank: u32 = rank.parse().ok()?;
        match self.claims.iter_mut().find(|claim| claim.rank == rank) {
            Some(claim) if claim.role != role => return None,
            Some(claim) => claim.words.push((how, word)),
            None => self.claims.push(Claim { role, rank, words: vec![(how, word)] }),
        }
        Some(())
    }

    /// Whether a label makes a claim; `over` is the head over it and other labels, or empty. Both
    /// are plain.
    #[must_use]
    pub fn makes(&self, claim: &Claim, over: &str, label: &str) -> bool {
        let excluded = |(how, word): &(ClaimedBy, String)| {
            *how == ClaimedBy::Not && label.starts_with(word.as_str())
        };
        let made = |(how, word): &(ClaimedBy, String)| match how {
            ClaimedBy::Is => label.trim_end_matches('.') == word,
            ClaimedBy::Starts => label.starts_with(word.as_str()),
            ClaimedBy::Holds => label.contains(word.as_str()),
            ClaimedBy::Not => false,
            ClaimedBy::Leads => {
                let first = |lead: usize| label.find(HELPS).is_none_or(|helps| lead < helps);
                label.find(word.as_str()).is_some_and(first)
            }
            ClaimedBy::Ends => begins(&self.spans, over) && label.starts_with(word.as_str()),
        };
        claim.words.iter().any(made) && !claim.words.iter().any(excluded)
    }

    /// Whether a plain label names units of measure or codes and so claims no role.
    #[must_use]
    pub fn is_measure(&self, label: &str) -> bool {
        begins(&self.measures, label)
    }
}

impl OwnLabel {
    /// Whether plain words begin with the label.
    fn begins(&self, words: &[String]) -> bool {
        let (count, last) = (self.words.len(), self.words.len().saturating_sub(1));
        let is_same = |(at, (own, word)): (usize, (&String, &String))| {
            own == if at == last { word.trim_end_matches(LABEL_ENDS) } else { word }
        };
        words.len() >= count && self.words.iter().zip(words).enumerate().all(is_same)
    }
}

/// What may stand at the end of a label and is no part of it.
const LABEL_ENDS: [char; 2] = [':', '.'];

/// The words of a whole label as those of callers are compared.
fn whole(label: &str) -> Vec<String> {
    let plain = plain(label);
    let label = plain.trim_end_matches(|c: char| c.is_whitespace() || LABEL_ENDS.contains(&c));
    label.split_whitespace().map(str::to_owned).collect()
}

fn begins(words: &[String], text: &str) -> bool {
    words.iter().any(|word| text.starts_with(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::check::sorted_file;

    #[test]
    fn the_data_file_is_sound() {
        for label in sorted_file::<4>(TEXT, &[]) {
            assert_eq!(plain(label), label);
        }
        let words = LabelWords::parse(TEXT).unwrap();
        assert!(words.claims.iter().map(|claim| claim.rank).eq(1..=20));
        for (_, before) in &words.inner {
            assert!(before.iter().all(|label| plain(label) == *label));
        }
    }

    /// The first head that fits is taken, so the order of the file must not matter.
    #[test]
    fn no_head_begins_another() {
        let heads = &LabelWords::built_in().heads;
        for head in heads {
            let longer = heads.iter().find(|other| other.starts_with(&format!("{head} ")));
            assert_eq!(longer, None, "{head}");
        }
    }

    #[test]
    fn errors_name_the_line() {
        let error = |text: &str| LabelWords::parse(text).unwrap_err().to_string();
        assert_eq!(error("# x\nten\thead top"), "line 2: `top` is not known");
        let twice = "ten\tstarts:task:1\nma\tstarts:note:1";
        assert_eq!(error(twice), "line 2: `starts:note:1` is not known");
    }

    #[test]
    fn a_caller_gives_roles_to_whole_labels() {
        let roles =
            [("Việc  cần\nlàm:", Role::Task), ("Hạn..", Role::Timeframe), (" : ", Role::Note)];
        let words = LabelWords::built_in().clone().with_roles(roles);
        assert_eq!(words.own_role("VIỆC CẦN LÀM"), Some(Role::Task));
        assert_eq!(words.own_role("han:"), Some(Role::Timeframe));
        assert_eq!(words.own_role("han chot"), None);
        assert_eq!(words.own_role(""), None);
        assert_eq!(LabelWords::built_in().own_role("han"), None);
        let length = |text: &str| {
            let plain: Vec<String> = text.split(' ').map(str::to_owned).collect();
            words.own_length(&plain)
        };
        assert_eq!((length("viec can lam han"), length("viec can"), length("han. x")), (3, 0, 1));
    }

    #[test]
    fn entries_of_a_caller_are_added() {
        let error = |text: &str| LabelWords::built_in().with(text).unwrap_err().to_string();
        assert_eq!(error("nguoi lo\tstarts:boss:12"), "line 1: `starts:boss:12` is not known");
        assert_eq!(error("x\thead\nnguoi lo\tis:note:1"), "line 2: `is:note:1` is not known");
        let own = LabelWords::built_in().with("nguoi lo\thead\n").unwrap();
        assert!(own.heads.iter().any(|head| head == "nguoi lo"));
        assert_eq!(own.claims.len(), LabelWords::built_in().claims.len());
    }
}
