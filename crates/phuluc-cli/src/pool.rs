//! Several at once, told in order.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::mpsc;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::interrupt::Interrupt;

/// How many may be done before the first that is not; what they have to say is kept until then.
const AHEAD: usize = 1_000;

/// What is handed out and what was told.
struct Turn<I> {
    items: I,
    given: usize,
    told: usize,
    /// Whether one who worked panicked, so that its result never comes.
    broken: bool,
}

/// Tells the others when the one who has it panics.
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

/// Works on items, so many at once, and tells each result in the order of the items. An interrupt stops
/// the feeding; what is begun then is told as well. How many were told is returned.
pub(crate) fn in_order<T: Send, R: Send>(
    items: impl Iterator<Item = T> + Send,
    jobs: NonZeroUsize,
    interrupt: &Interrupt,
    work: impl Fn(T) -> R + Sync,
    mut tell: impl FnMut(R),
) -> usize {
    let turn = Mutex::new(Turn { items, given: 0, told: 0, broken: false });
    let moved = Condvar::new();
    let next = || {
        let mut turn = held(&turn);
        while turn.given - turn.told >= AHEAD && !turn.broken {
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
        let mut told = 0;
        for (place, result) in results {
            early.insert(place, result);
            while let Some(result) = early.remove(&(told + 1)) {
                tell(result);
                told += 1;
            }
            held(&turn).told = told;
            moved.notify_all();
        }
        told
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
            let mut told = Vec::new();
            let slow = |item: u64| {
                thread::sleep(Duration::from_millis(7 * item % 5));
                item
            };
            let interrupt = Interrupt::default();
            let done = in_order(0..40, jobs(count), &interrupt, slow, |item| told.push(item));
            assert_eq!(done, 40);
            assert_eq!(told, (0..40).collect::<Vec<_>>());
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
        let mut told = Vec::new();
        let done = in_order(0..1_000, jobs(2), &interrupt, work, |item| told.push(item));
        assert_eq!(done, begun.load(Ordering::SeqCst));
        assert_eq!(told, (0..done).collect::<Vec<_>>());
        assert!(done < 1_000);
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_ends_all() {
        let work = |item: usize| assert_ne!(item, 3);
        in_order(0..3 * AHEAD, jobs(2), &Interrupt::default(), work, |()| ());
    }

    #[test]
    fn the_first_is_not_left_behind_too_far() {
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
