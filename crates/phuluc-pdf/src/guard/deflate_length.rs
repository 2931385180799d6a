//! How long deflated data becomes. It is not inflated: lengths are added and no byte is kept, so that
//! a few bytes that become gigabytes cost no memory.
//!
//! The engine tries three ways to read such data: two are strict, one accepts damaged data. All three
//! are counted and the largest count is used, so the count is never too small.

/// Bits of the longest Huffman code (RFC 1951).
const LONGEST: u32 = 15;

/// The order in which a block gives the lengths of the codes for code lengths (RFC 1951, 3.2.7).
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// For each length symbol from 257 on: the shortest match and its extra bits (RFC 1951, 3.2.5).
const LENGTHS: [(u64, u32); 29] = [
    (3, 0),
    (4, 0),
    (5, 0),
    (6, 0),
    (7, 0),
    (8, 0),
    (9, 0),
    (10, 0),
    (11, 1),
    (13, 1),
    (15, 1),
    (17, 1),
    (19, 2),
    (23, 2),
    (27, 2),
    (31, 2),
    (35, 3),
    (43, 3),
    (51, 3),
    (59, 3),
    (67, 4),
    (83, 4),
    (99, 4),
    (115, 4),
    (131, 5),
    (163, 5),
    (195, 5),
    (227, 5),
    (258, 0),
];

/// The lengths of deflated data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DeflateCount {
    /// Bytes after inflating.
    pub(crate) out: u64,
    /// Compressed bytes that were read for that.
    pub(crate) read: usize,
}

/// Counts how many bytes the data becomes; counting ends soon after `enough`.
pub(crate) fn count(data: &[u8], enough: u64) -> DeflateCount {
    let start = if has_header(data) { 2 } else { 0 };
    let [zlib, bare, damaged] = [(start, true), (0, true), (start, false)]
        .map(|(start, strict)| count_from(data, start, strict, enough));
    DeflateCount {
        out: zlib.out.max(bare.out).max(damaged.out),
        read: zlib.read.max(bare.read).max(damaged.read),
    }
}

fn count_from(data: &[u8], start: usize, strict: bool, enough: u64) -> DeflateCount {
    let mut bits = Bits { data, at: start, held: 0, count: 0, strict };
    let mut out = 0;
    while out <= enough && matches!(block(&mut bits, &mut out, enough), Some(Block::More)) {}
    DeflateCount { out, read: bits.at.min(data.len()) }
}

/// Whether the data begins with the two bytes of a zlib header.
fn has_header(data: &[u8]) -> bool {
    let &[method, flags, ..] = data else { return false };
    let check = u16::from_be_bytes([method, flags]);
    method & 0x0f == 8 && check.is_multiple_of(31) && flags & 0x20 == 0
}

enum Block {
    More,
    Last,
}

/// Counts one block; `None` if it is broken or the count has reached `enough`.
fn block(bits: &mut Bits<'_>, out: &mut u64, enough: u64) -> Option<Block> {
    let last = bits.take(1)? == 1;
    match bits.take(2)? {
        0 => stored(bits, out)?,
        1 => packed(bits, &HuffmanCodes::fixed(), &HuffmanCodes::fixed_distances(), out, enough)?,
        2 => {
            let (symbols, distances) = codes(bits)?;
            packed(bits, &symbols, &distances, out, enough)?;
        }
        _ => return None,
    }
    Some(if last { Block::Last } else { Block::More })
}

fn stored(bits: &mut Bits<'_>, out: &mut u64) -> Option<()> {
    bits.align();
    let (length, complement) = (bits.take(16)?, bits.take(16)?);
    if bits.strict && length ^ complement != 0xffff {
        return None;
    }
    let length = usize::try_from(length).ok()?;
    let there = length.min(bits.left());
    bits.skip(there);
    *out += there as u64;
    (there == length).then_some(())
}

fn packed(
    bits: &mut Bits<'_>,
    symbols: &HuffmanCodes,
    distances: &HuffmanCodes,
    out: &mut u64,
    enough: u64,
) -> Option<()> {
    loop {
        match symbols.read(bits)? {
            0..=255 => *out += 1,
            256 => return Some(()),
            symbol => {
                // The reader of damaged data ignores symbols that do not exist.
                let known = LENGTHS.get(usize::from(symbol) - 257).copied();
                let (length, more) = known.unwrap_or((0, 0));
                *out += length + u64::from(bits.take(more)?);
                let distance = u32::from(distances.read(bits)?);
                bits.take((distance / 2).saturating_sub(1))?;
            }
        }
        if *out > enough {
            return None;
        }
    }
}

/// The Huffman codes that a dynamic block defines: of symbols and of distances.
fn codes(bits: &mut Bits<'_>) -> Option<(HuffmanCodes, HuffmanCodes)> {
    let count =
        |bits: &mut Bits<'_>, size, least| Some(usize::try_from(bits.take(size)?).ok()? + least);
    let (symbols, distances) = (count(bits, 5, 257)?, count(bits, 5, 1)?);
    let mut own = [0; ORDER.len()];
    for at in ORDER.iter().take(count(bits, 4, 4)?) {
        *own.get_mut(*at)? = u8::try_from(bits.take(3)?).ok()?;
    }
    let own = HuffmanCodes::from_lengths(&own);
    let mut lengths: Vec<u8> = Vec::with_capacity(symbols + distances);
    while lengths.len() < symbols + distances {
        let (length, times) = match own.read(bits)? {
            16 => (lengths.last().copied().unwrap_or(0), 3 + bits.take(2)?),
            17 => (0, 3 + bits.take(3)?),
            18 => (0, 11 + bits.take(7)?),
            length => (u8::try_from(length).ok()?, 1),
        };
        lengths.extend((0..times).map(|_| length));
    }
    lengths.truncate(symbols + distances);
    let (symbols, distances) = lengths.split_at_checked(symbols)?;
    Some((HuffmanCodes::from_lengths(symbols), HuffmanCodes::from_lengths(distances)))
}

/// A Huffman code: which bits are which symbol.
struct HuffmanCodes {
    /// For each value of the next `longest` bits: the symbol and the length of its code; 0 where there
    /// is no code.
    table: Vec<(u16, u8)>,
    /// How many bits a lookup needs.
    longest: u32,
}

impl HuffmanCodes {
    /// The canonical code in which each symbol has a code of the given length.
    fn from_lengths(lengths: &[u8]) -> Self {
        let longest = u32::from(lengths.iter().copied().max().unwrap_or(0)).clamp(1, LONGEST);
        let mut table = vec![(0, 0); 1 << longest];
        let mut code = 0_u32;
        for length in 1..=longest {
            for (symbol, _) in lengths.iter().enumerate().filter(|(_, l)| u32::from(**l) == length)
            {
                let first = (code.reverse_bits() >> (u32::BITS - length)) as usize;
                let entry = (u16::try_from(symbol).unwrap_or(0), length.to_le_bytes()[0]);
                table.iter_mut().skip(first).step_by(1 << length).for_each(|slot| *slot = entry);
                code += 1;
            }
            code <<= 1;
        }
        Self { table, longest }
    }

    fn fixed() -> Self {
        let lengths: Vec<u8> =
            [(8, 144), (9, 112), (7, 24), (8, 8)].iter().flat_map(|(l, n)| vec![*l; *n]).collect();
        Self::from_lengths(&lengths)
    }

    fn fixed_distances() -> Self {
        Self::from_lengths(&[5; 30])
    }

    fn read(&self, bits: &mut Bits<'_>) -> Option<u16> {
        let (symbol, length) = *self.table.get(bits.peek(self.longest) as usize)?;
        let length = u32::from(length);
        if length == 0 || length > bits.count {
            return None;
        }
        bits.drop(length);
        Some(symbol)
    }
}

/// Reads bits from bytes, the lowest first.
struct Bits<'d> {
    data: &'d [u8],
    /// The next byte.
    at: usize,
    held: u64,
    /// How many bits are in `held`.
    count: u32,
    /// Whether damaged data ends the reading.
    strict: bool,
}

impl Bits<'_> {
    /// Reads bytes until at least `wanted` bits are held or the data ends.
    fn fill(&mut self, wanted: u32) {
        while self.count < wanted
            && let Some(byte) = self.data.get(self.at)
        {
            self.held |= u64::from(*byte) << self.count;
            self.count += 8;
            self.at += 1;
        }
    }

    /// The next bits; zeros after the end.
    fn peek(&mut self, wanted: u32) -> u32 {
        self.fill(wanted);
        u32::try_from(self.held & ((1 << wanted) - 1)).unwrap_or(0)
    }

    fn drop(&mut self, taken: u32) {
        self.held >>= taken;
        self.count -= taken;
    }

    fn take(&mut self, wanted: u32) -> Option<u32> {
        let bits = self.peek(wanted);
        (self.count >= wanted).then(|| {
            self.drop(wanted);
            bits
        })
    }

    /// Continues at the next whole byte; the reader of damaged data loses the bytes that it holds.
    fn align(&mut self) {
        self.drop(if self.strict { self.count % 8 } else { self.count });
    }

    /// How many whole bytes are left.
    fn left(&self) -> usize {
        self.data.len().saturating_sub(self.at) + (self.count / 8) as usize
    }

    /// Skips whole bytes.
    fn skip(&mut self, bytes: usize) {
        let held = (self.count / 8) as usize;
        self.at = (self.at - held).saturating_add(bytes);
        (self.held, self.count) = (0, 0);
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, ZlibEncoder};

    use super::*;

    /// Text with words that return, and noise that does not.
    fn mixed() -> Vec<u8> {
        let mut noise = 1_u32;
        let mut byte = || {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            noise.to_le_bytes()[3]
        };
        let mut all = Vec::new();
        for _ in 0..40 {
            all.extend("Phòng Nội vụ chủ trì, phối hợp; ".repeat(60).bytes());
            all.extend((0..3_000).map(|_| byte()));
        }
        all
    }

    fn zlib(data: &[u8], level: u32) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(level));
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn the_count_is_the_length_of_the_inflated_data() {
        let data = mixed();
        for level in 0..=9 {
            let packed = zlib(&data, level);
            assert_eq!(count(&packed, u64::MAX).out, data.len() as u64, "level {level}");
        }
        let mut bare = DeflateEncoder::new(Vec::new(), Compression::best());
        bare.write_all(&data).unwrap();
        assert_eq!(count(&bare.finish().unwrap(), u64::MAX).out, data.len() as u64);
        assert_eq!(count(&zlib(b"", 6), u64::MAX).out, 0);
        assert_eq!(count(&zlib(b"Q", 6), u64::MAX).out, 1);
    }

    #[test]
    fn bytes_after_the_end_are_not_read() {
        let mut packed = zlib(&mixed(), 6);
        let length = packed.len();
        packed.extend([0x55; 10_000]);
        let DeflateCount { out, read } = count(&packed, u64::MAX);
        assert_eq!(out, mixed().len() as u64);
        assert!(read <= length, "{read} {length}");
    }

    #[test]
    fn cut_data_counts_up_to_the_cut() {
        let packed = zlib(&vec![b'q'; 1_000_000], 9);
        let half = count(&packed[..packed.len() / 2], u64::MAX).out;
        assert!((400_000..600_000).contains(&half), "{half}");
        assert_eq!(count(b"", 9).out + count(b"x", 9).out, 0);
    }

    #[test]
    fn counting_ends_when_it_is_enough() {
        let packed = zlib(&vec![b'q'; 1_000_000], 9);
        let DeflateCount { out, read } = count(&packed, 1_000);
        assert!((1_001..2_000).contains(&out), "{out}");
        assert!(read < 100);
    }

    #[test]
    fn no_bytes_can_do_harm() {
        let mut seed = 7_u32;
        for length in 0..2_000 {
            let mut byte = || {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                seed.to_le_bytes()[3]
            };
            let data: Vec<u8> = (0..length % 300).map(|_| byte()).collect();
            let DeflateCount { out, read } = count(&data, u64::MAX);
            assert!(read <= data.len());
            assert!(out <= 1_100 * data.len() as u64 + 70_000, "{out} of {}", data.len());
        }
    }
}
