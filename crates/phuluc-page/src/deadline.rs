//! The limits that every step checks: time and number of cells.
//!
//! Only reading can fail. A later step that reaches a limit stops early with what it has. The deadline
//! keeps the reason, and the caller that began it asks for it at the end ([`Deadline::verdict`]).

use std::borrow::Cow;
use std::cell::OnceCell;
use std::time::Duration;

use phuluc_language::labels::LabelWords;
use phuluc_model::Place;

use crate::error::Error;
use crate::options::{Clock, Limits, Options};

/// The limits of an input, and the first one that was reached.
#[derive(Debug)]
pub struct Deadline<'o> {
    /// The limits of the caller.
    pub limits: &'o Limits,
    /// The words of labels, with those of the caller: every step that has limits may read labels.
    pub labels: Cow<'o, LabelWords>,
    clock: Option<Clock>,
    /// When reading began, by the clock.
    begun: Duration,
    /// The limit that was reached first.
    stop: OnceCell<Error>,
}

impl<'o> Deadline<'o> {
    /// Starts to measure the time.
    pub fn begin(options: &'o Options) -> Self {
        let Options { limits, clock, .. } = options;
        let begun = clock.map_or(Duration::ZERO, |clock| clock());
        let labels = options.known_labels();
        Self { limits, labels, clock: *clock, begun, stop: OnceCell::new() }
    }

    /// Whether to continue with the text at `place`. After `false` a step may leave anything undone: the
    /// result is not used.
    pub fn goes_on(&self, place: Place) -> bool {
        self.stop.get().is_none() && self.is_in_time(place)
    }

    /// The same for a step that can fail.
    pub fn check(&self, place: Place) -> Result<(), Error> {
        self.goes_on(place);
        self.verdict()
    }

    /// Whether the number of cells up to `place` is within the limit.
    pub fn allows_cells(&self, found: usize, place: Place) -> bool {
        let limit = self.limits.max_cells;
        if found > limit {
            self.stop(Error::TooManyCells { found, limit, place });
        }
        found <= limit
    }

    /// An error with the limit that was reached, if any.
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

    /// A clock that advances by a second at each call.
    fn clock() -> Duration {
        NOW.set(NOW.get() + 1);
        Duration::from_secs(NOW.get())
    }

    #[test]
    fn the_time_is_over_at_the_limit_and_stays_over() {
        let mut options = Options { clock: Some(clock), ..Options::default() };
        options.limits.max_millis = 2_000;
        let deadline = Deadline::begin(&options);
        let at = |line| Place::new(1, line);
        assert!(deadline.goes_on(at(1)) && deadline.goes_on(at(2)));
        assert!(!deadline.goes_on(at(3)) && !deadline.goes_on(at(4)));
        let error = Error::TooLong { elapsed: 3_000, limit: 2_000, place: at(3) };
        assert_eq!(deadline.verdict(), Err(error.clone()));
        assert_eq!(deadline.check(at(5)), Err(error));
    }

    #[test]
    fn without_a_clock_there_is_time() {
        let mut options = Options::default();
        options.limits.max_millis = 0;
        let deadline = Deadline::begin(&options);
        assert!(deadline.goes_on(Place::START));
        assert_eq!(deadline.verdict(), Ok(()));
    }

    #[test]
    fn too_many_cells_end_it() {
        let mut options = Options::default();
        options.limits.max_cells = 5;
        let deadline = Deadline::begin(&options);
        assert!(deadline.allows_cells(5, Place::START));
        assert!(!deadline.allows_cells(6, Place::new(2, 1)));
        assert!(!deadline.goes_on(Place::START));
        let error = Error::TooManyCells { found: 6, limit: 5, place: Place::new(2, 1) };
        assert_eq!(deadline.verdict(), Err(error));
    }
}
