//! How alike two texts are.

use phuluc_model::Text;

/// The steps from word to word that the search for rows worded anew may take: 1,500 rows of 20 words on each
/// side that have nothing to do with each other, which take five seconds without optimisation.
pub const MAX_STEPS: usize = 200_000_000;

/// The words of a text and its pairs of neighbours, sorted, as numbers.
///
/// Words alone make everything alike: most tasks of a plan have `thực hiện`, `kế hoạch` and `cải cách hành
/// chính`. Their neighbours tell them apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words(Vec<u64>);

impl Words {
    pub(super) fn of(text: &Text) -> Self {
        let mut all = Vec::new();
        let mut before = None;
        for word in text.value.split_whitespace().map(number) {
            all.push(word);
            all.extend(before.map(|before: u64| before.rotate_left(17) ^ word));
            before = Some(word);
        }
        all.sort_unstable();
        Self(all)
    }

    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    /// From 0 to 1000: twice what both share, of what both have (the index of Dice).
    pub(super) fn likeness(&self, other: &Self) -> usize {
        let all = self.len() + other.len();
        (2000 * shared(&self.0, &other.0)).checked_div(all).unwrap_or_default()
    }

    /// The most that the likeness can be, told by the lengths alone.
    pub(super) fn bound(&self, other: &Self) -> usize {
        let all = self.len() + other.len();
        (2000 * self.len().min(other.len())).checked_div(all).unwrap_or_default()
    }
}

/// How many numbers two sorted lists share.
fn shared(first: &[u64], second: &[u64]) -> usize {
    let (mut first, mut second) = (first.iter().peekable(), second.iter().peekable());
    let mut shared = 0;
    while let (Some(one), Some(other)) = (first.peek(), second.peek()) {
        let order = one.cmp(other);
        shared += usize::from(order.is_eq());
        if order.is_le() {
            first.next();
        }
        if order.is_ge() {
            second.next();
        }
    }
    shared
}

/// A number for a word in small letters, the same on every machine (FNV-1a). That two words share one
/// is as good as impossible, and would make two texts a little more alike.
fn number(word: &str) -> u64 {
    let mut number = 0xcbf2_9ce4_8422_2325;
    for letter in word.chars().flat_map(char::to_lowercase) {
        number = (number ^ u64::from(letter)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_model::Place;

    #[track_caller]
    fn check(first: &str, second: &str, expected: usize) {
        let words = |text: &str| Words::of(&Text::new(text.to_owned(), Place::START));
        let (first, second) = (words(first), words(second));
        assert_eq!(first.likeness(&second), expected);
        assert_eq!(second.likeness(&first), expected);
        assert!(first.bound(&second) >= expected);
    }

    #[test]
    fn counts_words_and_their_neighbours() {
        check("Báo cáo năm", "báo cáo năm", 1000);
        check("Báo cáo tháng", "Báo cáo năm", 600);
        check("Báo cáo", "cáo Báo", 666);
        check("Báo cáo", "Rà soát", 0);
        check("", "", 0);
    }
}
