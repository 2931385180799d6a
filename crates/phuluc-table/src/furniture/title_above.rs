//! Titles above a table that become the section of its rows: `II. NHIỆM VỤ CỤ THỂ`, `Chương I`.

use phuluc_model::ordinal::{Ordinal, Scheme};

use phuluc_language::fold::plain;
use phuluc_page::line::{Line, Word};

/// A title has at most this many lines.
const LINES: usize = 4;

/// A numbered title above a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TitleAbove {
    pub(crate) number: Vec<Word>,
    pub(crate) title: Vec<Word>,
}

/// The lines above a table, by what they are.
#[derive(Debug, Default)]
pub(crate) struct LinesAbove {
    /// The heading of the appendix.
    pub(crate) heading: Vec<Line>,
    /// Text between the heading and the title.
    pub(crate) text: Vec<Line>,
    pub(crate) title_above: Option<TitleAbove>,
}

/// Separates the heading of an appendix from the title of the first section of its table.
///
/// A figure numbers the first section only as `1.`; higher figures belong to the text before.
pub(crate) fn above(mut lines: Vec<Line>) -> LinesAbove {
    let opens = |line: &Line| {
        opening(&line.words).is_some_and(|(_, o)| o.scheme != Scheme::Arabic || o.is_first())
    };
    let Some(first) = lines.iter().position(opens) else {
        return LinesAbove { heading: lines, ..LinesAbove::default() };
    };
    let title_above =
        take(&mut lines, |ordinal| ordinal.scheme != Scheme::Arabic || ordinal.is_first());
    if title_above.is_none() && lines.len() - first <= LINES {
        return LinesAbove { heading: lines, ..LinesAbove::default() };
    }
    let text = lines.split_off(first.min(lines.len()));
    LinesAbove { heading: lines, text, title_above }
}

/// Takes the title from the end of the lines above a table.
pub(crate) fn take(
    lines: &mut Vec<Line>,
    may_open: impl Fn(&Ordinal) -> bool,
) -> Option<TitleAbove> {
    let opens = |line: &Line| opening(&line.words).is_some_and(|(_, ordinal)| may_open(&ordinal));
    let at = lines.iter().rposition(opens)?;
    let title = lines.get(at..)?;
    let remark = title.iter().any(|line| line.first().starts_with('('));
    if title.len() > LINES || remark {
        return None;
    }
    let (count, _) = opening(&title.first()?.words)?;
    let mut number: Vec<Word> = title.iter().flat_map(|line| line.words.clone()).collect();
    let title = number.split_off(count.min(number.len()));
    if title.is_empty() {
        return None;
    }
    lines.truncate(at);
    Some(TitleAbove { number, title })
}

/// How many words of a title are its number.
pub(crate) fn numbers(words: &[Word]) -> Option<usize> {
    Some(opening(words)?.0)
}

/// The number of words that are the number of a line, and its ordinal: `I.`, `1.`, `Chương II`.
fn opening(words: &[Word]) -> Option<(usize, Ordinal)> {
    let [first, rest @ ..] = words else { return None };
    let named = matches!(&*plain(&first.text), "chuong" | "phan" | "muc");
    let word = if named { rest.first()? } else { first };
    let counts = |ordinal: &Ordinal| {
        matches!(ordinal.scheme, Scheme::Roman | Scheme::Capital | Scheme::Arabic)
            && ordinal.depth() == 1
            && (named || ordinal.closed || ordinal.scheme == Scheme::Roman)
    };
    let ordinal = Ordinal::readings(word.text.trim_end_matches(':')).into_iter().find(counts)?;
    let high = named || rest.first().is_some_and(|word| word.text.starts_with(char::is_uppercase));
    high.then_some((1 + usize::from(named), ordinal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_model::Place;
    use phuluc_page::line::Gap;

    fn lines(texts: &[&str]) -> Vec<Line> {
        let word = |text: &str| Word {
            text: text.into(),
            gap: Gap::Space,
            place: Place::START,
            pieces: 1,
        };
        let line = |text: &&str| Line {
            words: text.split(' ').map(word).collect(),
            blanks_above: 0,
            page_mark: false,
        };
        texts.iter().map(line).collect()
    }

    /// How many lines are heading and text, and the number of the title.
    #[track_caller]
    fn check(texts: &[&str], expected: (usize, usize, Option<&str>)) {
        let above = above(lines(texts));
        let number = above.title_above.map(|title_above| {
            title_above.number.iter().map(|word| word.text.clone()).collect::<Vec<_>>().join(" ")
        });
        assert_eq!((above.heading.len(), above.text.len(), number.as_deref()), expected);
    }

    #[test]
    fn a_numbered_title_above_a_table_is_a_section() {
        check(&["PHỤ LỤC", "DANH MỤC", "I. Thể chế"], (2, 0, Some("I.")));
        check(&["PHỤ LỤC", "Chương II", "CẢI CÁCH THỂ CHẾ"], (1, 0, Some("Chương II")));
        check(&["PHỤ LỤC", "I. MỤC TIÊU", "Nâng cao", "II. NHIỆM VỤ"], (1, 2, Some("II.")));
    }

    #[test]
    fn a_heading_stays_whole() {
        check(&["PHỤ LỤC I", "DANH MỤC NHIỆM VỤ"], (2, 0, None));
        check(&["PHỤ LỤC", "A. DANH MỤC", "(Kèm theo Kế hoạch số 5)"], (3, 0, None));
        check(&["PHỤ LỤC", "DANH MỤC", "2. Phân công"], (3, 0, None));
    }
}
