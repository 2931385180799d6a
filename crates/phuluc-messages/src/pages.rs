//! Which pages a sentence names, and how many it only counts.

/// Runs of pages that a sentence names before it only counts the rest. Twelve of them fill a line of a
/// terminal.
const RUNS: usize = 12;

/// Pages in runs without a gap.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PageRuns<'a> {
    /// The first runs.
    pub(crate) named: Vec<&'a [u32]>,
    /// How many pages are in the others.
    pub(crate) more: usize,
}

impl<'a> PageRuns<'a> {
    /// The runs of pages that are in order.
    pub(crate) fn of(pages: &'a [u32]) -> Self {
        let mut named: Vec<&[u32]> = pages.chunk_by(|a, b| a.checked_add(1) == Some(*b)).collect();
        let rest = named.split_off(named.len().min(RUNS));
        Self { named, more: rest.iter().map(|run| run.len()).sum() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_named_in_runs_and_the_rest_is_counted() {
        let runs = PageRuns::of(&[1, 2, 3, 7]);
        assert_eq!(runs, PageRuns { named: vec![&[1, 2, 3], &[7]], more: 0 });
        let odd: Vec<u32> = (0..20).map(|index| 2 * index + 1).collect();
        assert_eq!((PageRuns::of(&odd).named.len(), PageRuns::of(&odd).more), (RUNS, 8));
    }
}
