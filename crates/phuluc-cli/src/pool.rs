//! Works on several items at once and passes the results on in the order of the items.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::mpsc;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::interrupt::Interrupt;

/// How many items after the first that is not done yet may be done; their results wait for it in memory.
const AHEAD: usize = 1_000;

/// Which items were given to threads, and how many results were passed on.
struct Turn<I> {
    items: I,
    given: usize,
    passed_on: usize,
    /// Whether a thread panicked, so that its result never comes.
    broken: bool,
}

/// Wakes the other threads when the thread that has it panics.
struct Alarm<'t, I>(&'t Mutex<Turn<I>>, &'t Condvar);

impl<I> Drop for Alarm<'_, I> {
    fn drop(&mut self) {
        if thread::panicking() {
            held(self.0).broken = true;
            self.1.notify_all();
        }
    }
}

fn held<I>(turn: &Mutex<Turn<I>>) -> MutexGuard<'_, Turn<I>> {
    turn.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Works on items, `jobs` at once, and passes each result on in the order of the items. After an interrupt
/// no more items are begun; those that are begun are finished and passed on. Returns how many were passed on.
pub(crate) fn in_order<T: Send, R: Send>(
    items: impl Iterator<Item = T> + Send,
    jobs: NonZeroUsize,
    interrupt: &Interrupt,
    work: impl Fn(T) -> R + Sync,
    mut pass_on: impl FnMut(R),
) -> usize {
    let turn = Mutex::new(Turn { items, given: 0, passed_on: 0, broken: false });
    let moved = Condvar::new();
    let next = || {
        let mut turn = held(&turn);
        while turn.given - turn.passed_on >= AHEAD && !turn.broken {
            turn = moved.wait(turn).unwrap_or_else(PoisonError::into_inner);
        }
        if turn.broken || interrupt.stops() {
            return None;
        }
        let item = turn.items.next()?;
        turn.given += 1;
        Some((turn.given, item))
    };
    thread::scope(|scope| {
        let (done, results) = mpsc::channel();
        for _ in 0..jobs.get() {
            let (done, next, work) = (done.clone(), &next, &work);
            let alarm = Alarm(&turn, &moved);
            scope.spawn(move || {
                let _alarm = alarm;
                while let Some((place, item)) = next() {
                    if done.send((place, work(item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(done);
        let mut early = BTreeMap::new();
        let mut passed_on = 0;
        for (place, result) in results {
            early.insert(place, result);
            while let Some(result) = early.remove(&(passed_on + 1)) {
                pass_on(result);
                passed_on += 1;
            }
            held(&turn).passed_on = passed_on;
            moved.notify_all();
        }
        passed_on
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    fn jobs(count: usize) -> NonZeroUsize {
        NonZeroUsize::new(count).unwrap()
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for count in [1, 2, 8] {
            let mut passed_on = Vec::new();
            let slow = |item: u64| {
                thread::sleep(Duration::from_millis(7 * item % 5));
                item
            };
            let interrupt = Interrupt::default();
            let done = in_order(0..40, jobs(count), &interrupt, slow, |item| passed_on.push(item));
            assert_eq!(done, 40);
            assert_eq!(passed_on, (0..40).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_interrupt_stops_the_feeding_and_nothing_begun_is_lost() {
        let (interrupt, begun) = (Interrupt::default(), AtomicUsize::new(0));
        let work = |item| {
            begun.fetch_add(1, Ordering::SeqCst);
            if item == 5 {
                interrupt.ask();
            }
            item
        };
        let mut passed_on = Vec::new();
        let done = in_order(0..1_000, jobs(2), &interrupt, work, |item| passed_on.push(item));
        assert_eq!(done, begun.load(Ordering::SeqCst));
        assert_eq!(passed_on, (0..done).collect::<Vec<_>>());
        assert!(done < 1_000);
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_ends_all() {
        let work = |item: usize| assert_ne!(item, 3);
        in_order(0..3 * AHEAD, jobs(2), &Interrupt::default(), work, |()| ());
    }

    #[test]
    fn the_others_do_not_go_too_far_ahead_of_the_first() {
        let running = AtomicUsize::new(0);
        let work = |item| {
            if item == 0 {
                // Until all that may go ahead have gone.
                while running.load(Ordering::SeqCst) < AHEAD - 1 {
                    thread::sleep(Duration::from_millis(1));
                }
            }
            running.fetch_add(1, Ordering::SeqCst);
            if item == 0 {
                assert_eq!(running.load(Ordering::SeqCst), AHEAD);
            }
        };
        let interrupt = Interrupt::default();
        assert_eq!(in_order(0..3 * AHEAD, jobs(2), &interrupt, work, |()| ()), 3 * AHEAD);
    }
}
