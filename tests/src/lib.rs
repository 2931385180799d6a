//! Tests of the whole, and what they share.

pub mod board;
mod doubts;
pub mod filled;
pub mod made;
pub mod mutant;
pub mod outcome;
pub mod promises;
pub mod random;
pub mod reading;
pub mod samples;
pub mod score;
pub mod truth;

/// The examples of the README, compiled as they stand there.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
