//! Numbers of rows and headings (ordinals): `1`, `1.2`, `IV`, `A`, `a)`, `-`.

/// The kinds of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// `I`, `II`, `III`.
    Roman,
    /// `A`, `B`, `C`.
    Capital,
    /// `1`, `2`, `3`; also `1.1` and `1.1.1`, by depth.
    Arabic,
    /// `a)`, `b)`, `c)`, `d)`, `đ)`, `e)`: the Vietnamese order, without `f`, `j`, `w`, `z`.
    Small,
    /// `-` or `+`: an item without a number.
    Dash,
}

/// The order of small and capital letters in Vietnamese enumerations.
const LETTERS: &[char] = &[
    'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't',
    'u', 'v', 'x', 'y',
];

/// The largest number of a row. A larger number in its place is a year, a sum of money or a code.
const MAX_COUNT: u32 = 999;

/// A number that was read from a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ordinal {
    /// Its kind.
    pub scheme: Scheme,
    /// Its counts, the outermost first: `1.2` is `[1, 2]`.
    pub counts: Vec<u32>,
    /// Whether it ends in `.` or `)`.
    pub closed: bool,
}

impl Ordinal {
    /// Every way to read a word as a number: `I` is a Roman number and a capital letter.
    #[must_use]
    pub fn readings(token: &str) -> Vec<Self> {
        if matches!(token, "-" | "–" | "+" | "•") {
            return vec![Self { scheme: Scheme::Dash, counts: vec![0], closed: false }];
        }
        let body = token.trim_end_matches(['.', ')', '/']);
        if body.is_empty() || token.len() - body.len() > 1 {
            return Vec::new();
        }
        let closed = body.len() < token.len();
        let one = |scheme, count: u32| Self { scheme, counts: vec![count], closed };
        let mut readings = Vec::new();
        if let Some(counts) = arabic(body) {
            readings.push(Self { scheme: Scheme::Arabic, counts, closed });
        }
        if let Some(count) = roman(body) {
            readings.push(one(Scheme::Roman, count));
        }
        if let Some(count) = letter(body, char::is_uppercase) {
            readings.push(one(Scheme::Capital, count));
        }
        if let (Some(count), true) = (letter(body, char::is_lowercase), closed) {
            readings.push(one(Scheme::Small, count));
        }
        readings
    }

    /// The innermost count.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.counts.last().copied().unwrap_or(0)
    }

    /// How many counts it has: `1.2` has two.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.counts.len()
    }

    /// Whether it comes directly after `previous`, with the same kind and in the same group.
    #[must_use]
    pub fn follows(&self, previous: &Self) -> bool {
        self.scheme == previous.scheme
            && self.depth() == previous.depth()
            && self.counts.split_last().map(|(_, group)| group)
                == previous.counts.split_last().map(|(_, group)| group)
            && (self.scheme == Scheme::Dash || self.count() == previous.count() + 1)
    }

    /// Whether it opens a list: `1`, `I`, `a)`, `2.1`.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.scheme == Scheme::Dash || self.count() == 1
    }
}

fn arabic(body: &str) -> Option<Vec<u32>> {
    let counts = body.split('.').map(arabic_count).collect::<Option<Vec<_>>>()?;
    (counts.len() <= 4).then_some(counts)
}

fn arabic_count(digits: &str) -> Option<u32> {
    if digits.is_empty() || digits.len() > 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|count| (1..=MAX_COUNT).contains(count))
}

fn letter(body: &str, case: fn(char) -> bool) -> Option<u32> {
    let mut chars = body.chars();
    let (first, None) = (chars.next()?, chars.next()) else { return None };
    if !case(first) {
        return None;
    }
    let small = first.to_lowercase().next()?;
    let index = LETTERS.iter().position(|&letter| letter == small)?;
    u32::try_from(index + 1).ok()
}

/// The value of a Roman number up to 39 in its standard form: `IV`, not `IIII`.
fn roman(body: &str) -> Option<u32> {
    const UNITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let units = body.trim_start_matches('X');
    let tens = body.len() - units.len();
    let unit = UNITS.iter().position(|&numeral| numeral == units)?;
    let count = u32::try_from(tens * 10 + unit).ok()?;
    (tens <= 3 && count > 0).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(token: &str, expected: &[(Scheme, &[u32])]) {
        let readings = Ordinal::readings(token);
        let actual: Vec<_> = readings.iter().map(|o| (o.scheme, o.counts.as_slice())).collect();
        assert_eq!(actual, expected, "{token}");
    }

    #[test]
    fn reads_each_scheme() {
        check("1", &[(Scheme::Arabic, &[1])]);
        check("12.", &[(Scheme::Arabic, &[12])]);
        check("1.2", &[(Scheme::Arabic, &[1, 2])]);
        check("IV", &[(Scheme::Roman, &[4])]);
        check("IX.", &[(Scheme::Roman, &[9])]);
        check("XIV", &[(Scheme::Roman, &[14])]);
        check("I", &[(Scheme::Roman, &[1]), (Scheme::Capital, &[9])]);
        check("A.", &[(Scheme::Capital, &[1])]);
        check("đ)", &[(Scheme::Small, &[5])]);
        check("-", &[(Scheme::Dash, &[0])]);
    }

    #[test]
    fn refuses_what_only_looks_like_an_ordinal() {
        for token in ["2024", "100%", "387/KH-UBND", "15/11", "a", "IIII", "VX", "0", "1..", "."] {
            check(token, &[]);
        }
    }

    #[test]
    fn knows_the_next_one() {
        let read = |token: &str| Ordinal::readings(token).remove(0);
        assert!(read("2").follows(&read("1")));
        assert!(read("1.3").follows(&read("1.2")));
        assert!(!read("2.3").follows(&read("1.2")));
        assert!(read("e)").follows(&read("đ)")));
        assert!(!read("3").follows(&read("1")));
    }
}
