//! Times in flattened words, where nothing says at which word a cell ends.

use std::cell::Cell;
use std::ops::Range;

use super::grammar::{self, Begun};
use super::token::{Cursor, Token, add_tokens};
use phuluc_language::times::{TimeUse, phrases};

/// How words read as a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Dates, quarters, years, recurrences: nothing but words of time.
    Closed,
    /// A head of time and then free words: `Theo yêu cầu của …`, `Khi …`.
    Open,
}

/// Words with spaces between them, of which some may be a time.
#[derive(Debug)]
pub struct Passage {
    text: String,
    tokens: Vec<Token>,
    /// The first token of each word, and the end of the last one.
    starts: Vec<usize>,
}

impl Passage {
    /// Cuts words into their tokens, which is done once for all that is asked of them.
    #[must_use]
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut passage = Self { text: String::new(), tokens: Vec::new(), starts: vec![0] };
        for word in words {
            if !passage.text.is_empty() {
                passage.text.push(' ');
            }
            let before = passage.text.len();
            passage.text.push_str(word);
            let begun = passage.tokens.len();
            let word = passage.text.get(before..).unwrap_or_default();
            let _ = add_tokens(word, usize::MAX, &mut passage.tokens);
            for token in passage.tokens.iter_mut().skip(begun) {
                token.shift(before);
            }
            passage.starts.push(passage.tokens.len());
        }
        passage
    }

    /// Reads some of the words as a time, from the first to the last of them.
    ///
    /// The second answer tells whether more words behind them could be a time at all.
    #[must_use]
    pub fn reading(&self, words: Range<usize>) -> (Option<Form>, bool) {
        let tokens = self.tokens_of(&words);
        let beyond = Cell::new(tokens.is_empty());
        (form(&self.text, tokens, &beyond, &mut Begun::default()), beyond.get())
    }

    /// The readings of words that begin with one of them, of which each is longer than the one before.
    #[must_use]
    pub fn readings(&self, start: usize) -> Readings<'_> {
        Readings { passage: self, start, begun: Begun::default() }
    }

    /// Reads words that stand apart, as the halves of a cell that a page cuts do: the first half with
    /// one word of the second, with two, and so on, up to where no time can go on.
    #[must_use]
    pub fn readings_over(&self, begun: Range<usize>, rest: Range<usize>) -> Vec<Option<Form>> {
        let (begun, first) = (self.tokens_of(&begun), rest.start);
        let tokens = [begun, self.tokens_of(&rest)].concat();
        let mut forms = Vec::new();
        let mut read = Begun::default();
        for end in first + 1..=rest.end {
            let count = begun.len() + self.tokens_of(&(first..end)).len();
            let beyond = Cell::new(false);
            let tokens = tokens.get(..count).unwrap_or(&tokens);
            forms.push(form(&self.text, tokens, &beyond, &mut read));
            if !beyond.get() {
                break;
            }
        }
        forms
    }

    /// Reads words that stand apart in any number of pieces.
    #[must_use]
    pub fn reading_of(&self, parts: impl Iterator<Item = Range<usize>>) -> Option<Form> {
        let tokens: Vec<Token> = parts.flat_map(|words| self.tokens_of(&words)).cloned().collect();
        form(&self.text, &tokens, &Cell::new(false), &mut Begun::default())
    }

    fn tokens_of(&self, words: &Range<usize>) -> &[Token] {
        let ends = self.starts.get(words.start).zip(self.starts.get(words.end));
        ends.and_then(|(start, end)| self.tokens.get(*start..*end)).unwrap_or_default()
    }
}

/// Readings of words that begin with the same one.
#[derive(Debug)]
pub struct Readings<'p> {
    passage: &'p Passage,
    start: usize,
    begun: Begun,
}

impl Readings<'_> {
    /// The reading of the words up to a place, which is further on than the one before; as
    /// [`Passage::reading`] gives it.
    pub fn to(&mut self, end: usize) -> (Option<Form>, bool) {
        let tokens = self.passage.tokens_of(&(self.start..end));
        let beyond = Cell::new(tokens.is_empty());
        (form(&self.passage.text, tokens, &beyond, &mut self.begun), beyond.get())
    }
}

/// Words that lead a time in a cell of times and end a cell before one: `Báo cáo` beside `Tháng 6`.

/// How tokens read, given how far those before the last ones were read.
fn form(text: &str, tokens: &[Token], beyond: &Cell<bool>, begun: &mut Begun) -> Option<Form> {
    let mut cursor = Cursor::new(text, tokens, beyond);
    if cursor.clone().one_of(phrases(TimeUse::Duty)).is_some() {
        return None;
    }
    grammar::is_list(&mut cursor, begun).then_some(())?;
    // `Nam` of `Việt Nam` is no `năm` that has lost its mark.
    if cursor.bare && tokens.len() < 2 {
        return None;
    }
    Some(if cursor.free { Form::Open } else { Form::Closed })
}

/// Whether a time may open with the word.
#[must_use]
pub fn may_open(word: &str) -> bool {
    let (form, goes_on) = Passage::of(std::iter::once(word)).reading(0..1);
    form.is_some() || goes_on
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Form>) {
        let passage = Passage::of(text.split(' '));
        let count = text.split(' ').count();
        assert_eq!(passage.reading(0..count).0, expected, "{text}");
        let mut readings = passage.readings(0);
        let each: Vec<_> = (1..=count).map(|end| passage.reading(0..end)).collect();
        assert_eq!((1..=count).map(|end| readings.to(end)).collect::<Vec<_>>(), each, "{text}");
        // No shorter run of words says that the whole cannot be a time.
        let goes_on = (1..count).all(|end| passage.reading(0..end).1);
        assert!(
            expected.is_none() || goes_on && may_open(text.split(' ').next().unwrap()),
            "{text}"
        );
    }

    #[test]
    fn reads_closed_times() {
        for text in [
            "Tháng 6",
            "Quý II, Quý III",
            "Trong năm",
            "Năm 2024",
            "Thường xuyên trong năm",
            "Quý III/2026 - Quý IV/2026",
            "Định kỳ trước ngày 08 hàng tháng",
            "Năm 2026 và các năm tiếp theo",
            "2026 - 2030",
            "Giai đoạn 2026 - 2030",
            "Thường xuyên, hằng năm",
            "2026 và hằng năm",
            "Hằng năm và từng giai đoạn",
            "trước ngày 15/12/2026",
            "Từ quý II/2027",
            "Từ tháng 5/2026, thường xuyên",
            "Tháng 3/2026",
            "Quý II, III",
            "6 tháng cuối năm 2025",
            "Nhiệm vụ thường xuyên",
            "Trước ngày 05 tháng 12 năm 2024",
            "Đến hết ngày 31/12/2024",
            "02 lần/năm",
            "Tháng 01/ 2026",
        ] {
            check(text, Some(Form::Closed));
        }
    }

    #[test]
    fn reads_open_times() {
        for text in [
            "Khi cấp trên yêu cầu",
            "Thực hiện khi cấp trên yêu cầu",
            "Theo Kế hoạch của UBND Thành phố",
            "100 ngày kể từ ngày ban hành Kế hoạch",
            "Sau khi có hướng dẫn của Sở Nội vụ",
        ] {
            check(text, Some(Form::Open));
        }
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in [
            "Báo cáo Tháng 6",
            "Quốc hội",
            "2026 - 2030 Quốc hội",
            "Theo dõi, đôn đốc",
            "năm 2024 của các cơ quan",
            "10 phường",
            "Năm 2026 - 2027 Chính phủ",
            "Quý II/2026 Báo cáo kết quả",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn reads_halves_that_stand_apart() {
        let passage = Passage::of("Quý Phòng II và Quý III Phòng Nội".split(' '));
        let forms = passage.readings_over(0..1, 2..8);
        let each: Vec<_> =
            (3..=8).map(|end| passage.reading_of([0..1, 2..end].into_iter())).collect();
        assert_eq!(forms.first().copied().flatten(), Some(Form::Closed));
        assert_eq!(forms.get(3).copied().flatten(), Some(Form::Closed));
        assert!(each.starts_with(&forms) && each.iter().skip(forms.len()).all(Option::is_none));
    }

    #[test]
    fn says_where_no_time_can_go_on() {
        check("Nam", None);
        let passage = Passage::of("Quý II Phòng Nội vụ".split(' '));
        assert_eq!(passage.reading(0..1), (None, true));
        assert_eq!(passage.reading(0..2), (Some(Form::Closed), true));
        assert_eq!(passage.reading(0..3), (None, false));
        assert!(!may_open("Phòng"));
    }
}
