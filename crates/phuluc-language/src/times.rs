//! Words around times: what bounds a day, leads a time or says that words are no time.

use std::cmp::Reverse;
use std::sync::LazyLock;

use crate::entries::{by_use, kinds};

const TEXT: &str = include_str!("../data/times.txt");

kinds! {
    /// What a phrase beside a time does.
    pub enum TimeUse {
        /// It makes the day after it a deadline and takes the day in: `chậm nhất`.
        By = "by",
        /// It opens a time that waits for something: `theo yêu cầu`.
        OnDemand = "on-demand",
        /// It leads a span of time: `trong vòng`.
        BeforeSpan = "before-span",
        /// It leads a time and does not change it: `hoàn thành`.
        Lead = "lead",
        /// It belongs to a time, so that words that tell nothing of a time end before it.
        TimeWord = "time-word",
        /// It turns what stands beside it into something else, or is a time of its own: `không`.
        Turning = "turning",
        /// It leads a time in a cell of times and ends a cell before one: `Báo cáo` beside
        /// `Tháng 6`.
        Duty = "duty",
        /// Free words may end before it: `theo kế hoạch trong quý II`.
        AfterWords = "after-words",
    }
}

static PHRASES: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
    let names: Vec<&str> = TimeUse::ALL.iter().map(|wanted| wanted.name()).collect();
    let mut lists = by_use(TEXT, &names);
    for phrases in &mut lists {
        phrases.sort_by_key(|phrase| Reverse(phrase.split(' ').count()));
    }
    lists
});

/// The phrases of a use, the longest first, so that `đến hết` is read before `đến`.
#[must_use]
pub fn phrases(wanted: TimeUse) -> &'static [&'static str] {
    PHRASES.get(wanted as usize).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::check::sorted_file;
    use crate::latin;

    #[test]
    fn the_data_file_is_sound() {
        let known: Vec<&str> = TimeUse::ALL.iter().map(|wanted| wanted.name()).collect();
        for phrase in sorted_file::<3>(TEXT, &known) {
            assert_eq!(latin::in_small(phrase), phrase);
        }
        assert!(TimeUse::ALL.iter().all(|wanted| !phrases(*wanted).is_empty()));
    }

    #[test]
    fn longer_phrases_come_first() {
        let by = phrases(TimeUse::By);
        let place = |wanted: &str| by.iter().position(|phrase| *phrase == wanted);
        assert!(place("đến hết") < place("đến"));
    }
}
