//! Ctrl-C: after the first no input is begun, a second ends what runs.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long what runs may go on after the first Ctrl-C.
const GRACE: Duration = Duration::from_secs(10);

/// How often the user asked to stop. Clones count together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Interrupt {
    asked: Arc<AtomicUsize>,
}

impl Interrupt {
    /// Counts the Ctrl-Cs. Other signals end the program as they would any: what is done is in the
    /// manifest, and `nohup` keeps what it is for.
    pub(crate) fn listen() -> Self {
        let interrupt = Self::default();
        let counted = interrupt.clone();
        // It fails where there is a handler already: then the program ends as it would without one.
        let _ = ctrlc::set_handler(move || counted.ask());
        interrupt
    }

    pub(crate) fn ask(&self) {
        self.asked.fetch_add(1, Ordering::SeqCst);
    }

    /// Whether nothing more is to be begun.
    pub(crate) fn stops(&self) -> bool {
        self.asked.load(Ordering::SeqCst) > 0
    }

    /// Whether what runs is to end at once.
    fn kills(&self) -> bool {
        self.asked.load(Ordering::SeqCst) > 1
    }
}

/// When something that runs must be over.
#[derive(Debug)]
pub(crate) struct Cutoff<'i> {
    interrupt: &'i Interrupt,
    end: Instant,
    /// When the grace after a Ctrl-C is over.
    grace: Option<Instant>,
}

/// Why something that runs must end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Over {
    Time,
    Interrupted,
}

impl<'i> Cutoff<'i> {
    pub(crate) fn new(interrupt: &'i Interrupt, wall: Duration) -> Self {
        Self { interrupt, end: Instant::now() + wall, grace: None }
    }

    /// Whether it is over by now.
    pub(crate) fn over(&mut self) -> Option<Over> {
        let now = Instant::now();
        if self.interrupt.stops() {
            let grace = *self.grace.get_or_insert(now + GRACE);
            if self.interrupt.kills() || now >= grace {
                return Some(Over::Interrupted);
            }
        }
        (now >= self.end).then_some(Over::Time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_lets_run_and_the_second_ends() {
        let interrupt = Interrupt::default();
        let mut deadline = Cutoff::new(&interrupt, Duration::from_secs(100));
        assert!(!interrupt.stops());
        interrupt.ask();
        assert!(interrupt.stops());
        assert_eq!(deadline.over(), None);
        interrupt.ask();
        assert_eq!(deadline.over(), Some(Over::Interrupted));
    }

    #[test]
    fn time_runs_out() {
        let interrupt = Interrupt::default();
        assert_eq!(Cutoff::new(&interrupt, Duration::ZERO).over(), Some(Over::Time));
    }
}
