//! Tests of the whole, and what they share.

pub mod score;

/// The examples of the README, compiled as they stand there.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
pub mod truth;
