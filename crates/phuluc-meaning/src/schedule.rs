//! When a task is due: the grammar of times.
