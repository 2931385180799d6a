//! `--shard 2/5`: which inputs are the part of one of several machines.

use std::fmt;
use std::str::FromStr;

use phuluc::model::{Arguments, Coded};
use phuluc::sha256;

use crate::message::in_english;

/// One of several parts, which together are all inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shard {
    /// From one.
    index: u32,
    count: u32,
}

/// Why words name no shard.
#[derive(Debug, thiserror::Error)]
pub(crate) struct NoShard;

impl Coded for NoShard {
    fn code(&self) -> &'static str {
        "no_shard"
    }

    fn arguments(&self) -> Arguments {
        Arguments::new()
    }
}

in_english!(NoShard);

impl FromStr for Shard {
    type Err = NoShard;

    fn from_str(text: &str) -> Result<Self, NoShard> {
        let (index, count) = text.split_once('/').ok_or(NoShard)?;
        let number = |text: &str| text.parse().map_err(|_| NoShard);
        let shard = Self { index: number(index)?, count: number(count)? };
        if (1..=shard.count).contains(&shard.index) { Ok(shard) } else { Err(NoShard) }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-of-{}", self.index, self.count)
    }
}

impl Shard {
    /// Whether an input is of this part. It hangs on its name below the folder alone, so that it is the
    /// same on every machine and stays when other files come.
    pub(crate) fn has(self, id: &str) -> bool {
        let hash = sha256(id.as_bytes());
        let head = hash.get(..8).and_then(|head| u32::from_str_radix(head, 16).ok()).unwrap_or(0);
        head % self.count == self.index - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_from_one() {
        assert_eq!("2/5".parse::<Shard>().unwrap().to_string(), "2-of-5");
        for text in ["0/5", "6/5", "1/0", "1", "/", "1/x", "-1/2", "1/2/3"] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }

    #[test]
    fn every_input_is_of_one_part() {
        let names: Vec<String> = (0..1_000).map(|index| format!("a/{index}.pdf")).collect();
        let parts = ["1/3", "2/3", "3/3"].map(|text| text.parse::<Shard>().unwrap());
        for name in &names {
            assert_eq!(parts.iter().filter(|part| part.has(name)).count(), 1, "{name}");
        }
        for part in parts {
            let count = names.iter().filter(|name| part.has(name)).count();
            assert!((250..420).contains(&count), "{part} has {count}");
        }
    }

    /// Another program must come to the same part: `sha256sum`, its first eight figures, modulo.
    #[test]
    fn the_part_is_that_of_the_sum() {
        assert!("2/3".parse::<Shard>().unwrap().has("a.pdf"));
    }
}
