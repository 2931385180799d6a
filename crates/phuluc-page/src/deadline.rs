//! Watches over the limits that hold in every step: time, cells.
//!
//! Only reading fails. A later step that meets a limit stops early with what it has; the watch keeps
//! the reason, and who began it asks for it at the end ([`Deadline::verdict`]).

use std::borrow::Cow;
use std::cell::OnceCell;
use std::time::Duration;

use phuluc_language::labels::LabelWords;
use phuluc_model::Place;

use crate::error::Error;
use crate::options::{Clock, Limits, Options};

/// The limits of an input, what is used up of them, and the words by which its labels are read.
#[derive(Debug)]
pub struct Deadline<'o> {
    /// The limits of the caller.
    pub limits: &'o Limits,
    /// The words of labels, with those of the caller: every step that has limits may read labels.
    pub labels: Cow<'static, LabelWords>,
    clock: Option<Clock>,
    /// When reading began, by the clock.
    begun: Duration,
    /// The limit that was met first.
    stop: OnceCell<Error>,
}

impl<'o> Deadline<'o> {
    /// Begins to count the time.
    pub fn begin(options: &'o Options) -> Self {
        let Options { limits, clock, .. } = options;
        let begun = clock.map_or(Duration::ZERO, |clock| clock());
        let labels = options.label_words();
        Self { limits, labels, clock: *clock, begun, stop: OnceCell::new() }
    }

    /// Whether to go on with what stands at a place. Whoever is told not to may leave anything undone.
    pub fn goes_on(&self, place: Place) -> bool {
        self.stop.get().is_none() && self.is_in_time(place)
    }

    /// The same for a step that may fail.
    pub fn check(&self, place: Place) -> Result<(), Error> {
        self.goes_on(place);
        self.verdict()
    }

    /// Whether there may be so many cells up to a place.
    pub fn allows_cells(&self, found: usize, place: Place) -> bool {
        let limit = self.limits.max_cells;
        if found > limit {
            self.stop(Error::TooManyCells { found, limit, place });
        }
        found <= limit
    }

    /// The limit that was met, if there is one.
    pub fn verdict(&self) -> Result<(), Error> {
        self.stop.get().map_or(Ok(()), |error| Err(error.clone()))
    }

    fn is_in_time(&self, place: Place) -> bool {
        let Some(clock) = self.clock else { return true };
        let elapsed = millis(clock().saturating_sub(self.begun));
        let limit = self.limits.max_millis;
        if elapsed > limit {
            self.stop(Error::TooLong { elapsed, limit, place });
        }
        elapsed <= limit
    }

    /// Keeps the first reason.
    fn stop(&self, reason: Error) {
        self.stop.get_or_init(|| reason);
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local! {
        static NOW: Cell<u64> = const { Cell::new(0) };
    }

    /// A clock that goes on by a second each time someone looks at it.
    fn clock() -> Duration {
        NOW.set(NOW.get() + 1);
        Duration::from_secs(NOW.get())
    }

    #[test]
    fn time_is_up_where_the_limit_is_passed_and_stays_up() {
        let mut options = Options { clock: Some(clock), ..Options::default() };
        options.limits.max_millis = 2_000;
        let watch = Deadline::begin(&options);
        let at = |line| Place::new(1, line);
        assert!(watch.goes_on(at(1)) && watch.goes_on(at(2)));
        assert!(!watch.goes_on(at(3)) && !watch.goes_on(at(4)));
        let error = Error::TooLong { elapsed: 3_000, limit: 2_000, place: at(3) };
        assert_eq!(watch.verdict(), Err(error.clone()));
        assert_eq!(watch.check(at(5)), Err(error));
    }

    #[test]
    fn without_a_clock_there_is_time() {
        let mut options = Options::default();
        options.limits.max_millis = 0;
        let watch = Deadline::begin(&options);
        assert!(watch.goes_on(Place::START));
        assert_eq!(watch.verdict(), Ok(()));
    }

    #[test]
    fn too_many_cells_end_it() {
        let mut options = Options::default();
        options.limits.max_cells = 5;
        let watch = Deadline::begin(&options);
        assert!(watch.allows_cells(5, Place::START));
        assert!(!watch.allows_cells(6, Place::new(2, 1)));
        assert!(!watch.goes_on(Place::START));
        let error = Error::TooManyCells { found: 6, limit: 5, place: Place::new(2, 1) };
        assert_eq!(watch.verdict(), Err(error));
    }
}
