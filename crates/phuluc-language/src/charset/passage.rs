//! Text that may be only partly in an old encoding.
//!
//! Documents are put together from old and new ones. A line with a letter that no byte shows is
//! Unicode; what stands between such lines is a passage and is judged by itself.

use std::borrow::Cow;

use super::encoding::{Encoding, is_unicode};
use super::share::share;
use super::verdict::{Verdict, is_doubtful, verdict};

/// A text in Unicode, as far as its encodings are beyond doubt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, line by line as it was.
    pub text: Cow<'a, str>,
    /// What was or may be in an old encoding.
    pub passages: Vec<Passage>,
}

/// Lines that were or may be in an old encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The encoding from which they were decoded; `None` if they were left as they are.
    pub encoding: Option<Encoding>,
    /// The first of them that shows it, from one.
    pub line: u32,
    /// The last of them.
    pub last: u32,
    /// Words of that line before it was decoded.
    pub found: String,
    /// Whether the letter `ư` is missing where it cannot be. In TCVN3 it is the byte of the soft
    /// hyphen, which some tools drop and others show as a hyphen.
    pub without_u_horn: bool,
}

/// A line with its number, from one.
type Line<'a> = (u32, &'a str);

/// Decodes the passages that are in an old encoding.
#[must_use]
pub fn decoded(shown: &str) -> Decoded<'_> {
    let lines: Vec<Line<'_>> = (1..).zip(shown.split_inclusive('\n')).collect();
    let mut sorter = Sorter::default();
    for run in lines.chunk_by(|a, b| is_unicode(a.1) == is_unicode(b.1)) {
        if run.first().is_some_and(|line| is_unicode(line.1)) {
            sorter.text.push_str(&concat(run));
        } else {
            sorter.judge(middle(run, lines.len()));
        }
    }
    sorter.finish(shown)
}

/// A run of lines in three parts, the middle of which is judged.
///
/// Beside a line of Unicode, a line that is sound as it is may belong to either side: `Tháng 6` is
/// `Thỏng 6` in TCVN3. It is left as it is.
fn middle<'r, 'a>(run: &'r [Line<'a>], count: usize) -> [&'r [Line<'a>]; 3] {
    let opens = run.first().is_some_and(|line| line.0 == 1);
    let closes = run.last().is_some_and(|line| usize::try_from(line.0).is_ok_and(|n| n == count));
    let odd = |line: &Line<'_>| !is_sound(line.1);
    let from = if opens { 0 } else { run.iter().position(odd).unwrap_or(run.len()) };
    let to = if closes { Some(run.len()) } else { run.iter().rposition(odd).map(|last| last + 1) };
    let (rest, below) = run.split_at(to.unwrap_or(from).clamp(from, run.len()));
    let (above, middle) = rest.split_at(from.min(rest.len()));
    [above, middle, below]
}

/// Whether a line can be Vietnamese as it is, or holds nothing that an encoding would change.
fn is_sound(line: &str) -> bool {
    let share = share(line);
    line.split_whitespace().all(str::is_ascii) || (share.words > 0 && share.possible == share.words)
}

/// Puts the text together again and remembers what was found in it.
#[derive(Default)]
struct Sorter<'a> {
    text: String,
    passages: Vec<Passage>,
    /// The lines that were judged and left as they are.
    left: Vec<Line<'a>>,
}

impl<'a> Sorter<'a> {
    fn judge(&mut self, [above, middle, below]: [&[Line<'a>]; 3]) {
        let shown = concat(middle);
        self.text.push_str(&concat(above));
        if let Verdict::Old(encoding) = verdict(&shown, |encoding| encoding.decode(&shown)) {
            let decoded = encoding.decode(&shown);
            let passage = passage(Some(encoding), middle);
            let without_u_horn = lacks_u_horn(&decoded);
            self.passages.extend(passage.map(|passage| Passage { without_u_horn, ..passage }));
            self.text.push_str(&decoded);
        } else {
            self.text.push_str(&shown);
            self.left.extend([above, middle, below].concat());
        }
        self.text.push_str(&concat(below));
    }

    /// Passages that are too short to be judged are doubted together.
    fn finish(mut self, shown: &'a str) -> Decoded<'a> {
        let sound = self.passages.is_empty();
        if is_doubtful(&concat(&self.left)) {
            self.passages.extend(passage(None, &self.left));
        }
        let text = if sound { Cow::Borrowed(shown) } else { Cow::Owned(self.text) };
        Decoded { text, passages: self.passages }
    }
}

fn concat(lines: &[Line<'_>]) -> String {
    lines.iter().map(|line| line.1).collect()
}

/// What is said of lines: the first that shows its encoding.
fn passage(encoding: Option<Encoding>, lines: &[Line<'_>]) -> Option<Passage> {
    let odd = |line: &&Line<'_>| !is_sound(line.1);
    let (line, text) = *lines.iter().find(odd).or(lines.first())?;
    let (last, _) = *lines.iter().rfind(odd).or(lines.last())?;
    Some(Passage { encoding, line, last, found: sample(text), without_u_horn: false })
}

/// Words among which an `ư` must be: it is in one of 25 words of the seed. The capital is another
/// byte, which tools leave.
const MANY: usize = 150;

fn lacks_u_horn(text: &str) -> bool {
    !text.contains('ư') && share(text).words >= MANY
}

/// Words that a sample shows.
const SHOWN: usize = 6;

/// The first words of a line, from the first that is not ASCII.
fn sample(line: &str) -> String {
    let words = line.split(' ').skip_while(|word| word.is_ascii()).take(SHOWN);
    words.collect::<Vec<_>>().join(" ").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "1 Kiểm tra công tác cải cách hành chính\n\
        của các phường, xã; báo cáo kết quả tháng\n\
        trước ngày 15 tháng 6 với Sở Nội vụ và thành phố\n\
        2 Tháng 6 triển khai kế hoạch của quận\n";

    /// A text in TCVN3 as Latin-1 shows it.
    fn old(text: &str) -> String {
        use super::super::table::TCVN3;
        let shown = |letter| TCVN3.iter().find(|entry| entry.1 == letter);
        text.chars().map(|c| shown(c).map_or(c, |entry| char::from(entry.0))).collect()
    }

    #[track_caller]
    fn check(shown: &str, expected: &str, passages: &[(Option<Encoding>, u32)]) {
        let decoded = decoded(shown);
        assert_eq!(decoded.text, expected);
        let found: Vec<_> = decoded.passages.iter().map(|p| (p.encoding, p.line)).collect();
        assert_eq!(found, passages);
    }

    #[test]
    fn unicode_is_left() {
        check(OLD, OLD, &[]);
        check("Quý II\nTháng 6 và 7\n", "Quý II\nTháng 6 và 7\n", &[]);
    }

    #[test]
    fn a_whole_text_is_decoded() {
        check(&old(OLD), OLD, &[(Some(Encoding::Tcvn3), 1)]);
    }

    #[test]
    fn half_a_text_is_decoded() {
        let mixed = format!("Phụ lục\nTháng 6\n{}Quý II\nVề việc\n", old(OLD));
        let expected = format!("Phụ lục\nTháng 6\n{OLD}Quý II\nVề việc\n");
        check(&mixed, &expected, &[(Some(Encoding::Tcvn3), 3)]);
    }

    #[test]
    fn short_passages_are_doubted_together() {
        let lines: Vec<&str> = OLD.lines().collect();
        let mixed: Vec<String> =
            lines.iter().map(|line| format!("{}\n{line}\n", old(line))).collect();
        let mixed = mixed.concat();
        check(&mixed, &mixed, &[(None, 1)]);
    }

    #[test]
    fn other_languages_are_left() {
        let french = "Le présent règlement fixe les conditions dans lesquelles les bénéficiaires \
            peuvent présenter une demande à l'autorité compétente, dès réception de leur dossier.";
        check(french, french, &[]);
        let english = "Plan of action for the year, with a café and one naïve résumé. ".repeat(5);
        check(&english, &english, &[]);
        check("1 2 3 ½ £ § ©\n", "1 2 3 ½ £ § ©\n", &[]);
    }

    #[test]
    fn a_lost_letter_is_said() {
        let whole = old(&OLD.repeat(6));
        assert!(!decoded(&whole).passages[0].without_u_horn);
        assert!(decoded(&whole.replace('\u{AD}', "")).passages[0].without_u_horn);
    }

    #[test]
    fn white_space_is_not_odd() {
        let spaced = format!("1 \u{2028}\n2\u{A0}\n{}", old(OLD));
        let passage = decoded(&spaced).passages.remove(0);
        assert_eq!((passage.line, passage.found), (3, old("Kiểm tra công tác cải cách")));
    }

    #[test]
    fn a_sample_begins_with_what_is_odd() {
        let decoded = decoded(&old(OLD)).passages.remove(0);
        assert_eq!(decoded.found, old("Kiểm tra công tác cải cách"));
    }
}
