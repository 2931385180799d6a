//! What the engine unpacks when it opens a PDF: tables of objects, and streams that hold objects.
//!
//! It unpacks them at once and without a limit, so they are measured before. They are recognised with
//! the engine's own parser: a table has the key `W` (widths of its columns); a stream that holds objects
//! has the type `ObjStm` or is named by a table.

use std::collections::BTreeSet;

use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, Stream};

use crate::guard::encrypted;
use crate::guard::object_head::{ENCRYPT, ENCRYPT_RARE};
use crate::guard::object_head::{ObjectHead, heads, places, read};
use crate::guard::unpack_budget::UnpackBudget;
use crate::guard::{filter_length, search_cost};
use phuluc_page::error::Error;
use phuluc_page::options::Limits;

/// How many times more memory an entry of a table takes than its bytes.
const ENTRY: u64 = 8;

/// Bytes that one byte can become under an unknown filter: the largest ratio of all filters, of LZW.
const UNKNOWN: u64 = 3_500;

/// An error if opening the PDF would look through too much or unpack too much.
pub(crate) fn check(bytes: &[u8], password: &str, limits: &Limits) -> Result<(), Error> {
    let heads = heads(bytes);
    search_cost::check(bytes, &heads, limits.max_searched_bytes)?;
    let mut numbers: Vec<u32> = heads.iter().filter_map(|head| head.number).collect();
    numbers.sort_unstable();
    let encrypted = is_encrypted(bytes);
    let mut opening = OpeningStreams {
        bytes,
        encrypted,
        budget: UnpackBudget::new(limits.max_decoded_bytes),
        waiting: Vec::new(),
    };
    let mut holders = BTreeSet::new();
    let mut others = Vec::new();
    for head in &heads {
        match ObjectKind::read(*head, bytes) {
            ObjectKind::Table => {
                let table = opening.take(*head, ObjectKind::Table, 1 + ENTRY)?;
                holders.extend(table.iter().flat_map(|table| named_by(table, &numbers)));
            }
            ObjectKind::Holder => drop(opening.take(*head, ObjectKind::Holder, 1)?),
            ObjectKind::Other => others.push(*head),
        }
    }
    // An object whose number was not found may be any object.
    let named = |head: &ObjectHead| head.number.is_none_or(|number| holders.contains(&number));
    for head in others.into_iter().filter(named) {
        opening.take(head, ObjectKind::Holder, 1)?;
    }
    opening.take_encrypted(&heads, password)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ObjectKind {
    Table,
    Holder,
    Other,
}

impl ObjectKind {
    fn read(head: ObjectHead, bytes: &[u8]) -> Self {
        let Some(dict) = read::<Dict<'_>>(bytes, head.at) else { return Self::Other };
        if dict.contains_key("W") && dict.contains_key("Size") {
            Self::Table
        } else if dict.get::<Name<'_>>("Type").is_some_and(|name| *name == *b"ObjStm") {
            Self::Holder
        } else {
            Self::Other
        }
    }
}

/// Whether streams are encrypted: they must be decrypted before they can be measured.
fn is_encrypted(bytes: &[u8]) -> bool {
    places(bytes, ENCRYPT, ENCRYPT_RARE).next().is_some()
}

/// Counts the streams that are unpacked when the file opens.
struct OpeningStreams<'b> {
    bytes: &'b [u8],
    encrypted: bool,
    budget: UnpackBudget,
    /// Encrypted streams and the most bytes that they can become. They are measured last.
    waiting: Vec<(ObjectHead, Stream<'b>, u64)>,
}

impl<'b> OpeningStreams<'b> {
    /// Counts a stream; each of its bytes costs `per_byte`.
    fn take(
        &mut self,
        head: ObjectHead,
        kind: ObjectKind,
        per_byte: u64,
    ) -> Result<Option<Stream<'b>>, Error> {
        let Some(stream) = read::<Stream<'_>>(self.bytes, head.at) else { return Ok(None) };
        let (data, filters) = (stream.raw_data(), stream.filters());
        let known = is_known(stream.dict());
        let at_most = if known {
            filter_length::at_most(data.len(), &filters)
        } else {
            UNKNOWN.saturating_mul(data.len() as u64)
        };
        if self.budget.spares(at_most.saturating_mul(per_byte)) {
            return Ok(Some(stream));
        }
        // A table is never encrypted.
        if self.encrypted && kind != ObjectKind::Table {
            self.waiting.push((head, stream, at_most));
            return Ok(None);
        }
        let length = if known {
            filter_length::length(&data, &filters, self.budget.enough())
        } else {
            at_most
        };
        // The search for its end reads the whole stream, even if it becomes short.
        let length = length.max(data.len() as u64);
        self.budget.take(length.saturating_mul(per_byte))?;
        Ok(Some(stream))
    }

    /// Counts the encrypted streams: their length if it can be measured, else the most it can be.
    fn take_encrypted(&mut self, heads: &[ObjectHead], password: &str) -> Result<(), Error> {
        let mut numbers = BTreeSet::new();
        let (known, unknown): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.waiting).into_iter().partition(|(head, ..)| {
                head.number.is_some_and(|number| number > 0 && numbers.insert(number))
            });
        for (.., at_most) in unknown {
            self.budget.take(at_most)?;
        }
        let streams: Vec<(u32, Stream<'_>)> = known
            .iter()
            .filter_map(|(head, stream, _)| Some((head.number?, stream.clone())))
            .collect();
        if streams.is_empty() {
            return Ok(());
        }
        let pdf = encrypted::alone(self.bytes, heads, &streams, password);
        for (head, stream, at_most) in known {
            let open = pdf.as_ref().and_then(|pdf| encrypted::stream(pdf, head.number?));
            let length = open.filter(|open| is_known(open.dict())).map_or(at_most, |open| {
                filter_length::length(&open.raw_data(), &open.filters(), self.budget.enough())
            });
            self.budget.take(length.max(stream.raw_data().len() as u64))?;
        }
        Ok(())
    }
}

/// Whether the filters of a stream are in its dictionary and not in another object.
fn is_known(dict: &Dict<'_>) -> bool {
    let is_here = |key: &&str| match dict.get_raw::<Object<'_>>(key) {
        Some(MaybeRef::Ref(_)) => false,
        Some(MaybeRef::NotRef(Object::Array(filters))) => all_here(&filters),
        Some(MaybeRef::NotRef(_)) | None => true,
    };
    ["F", "Filter"].iter().all(is_here)
}

fn all_here(filters: &Array<'_>) -> bool {
    filters.raw_iter().all(|filter| matches!(filter, MaybeRef::NotRef(_)))
}

/// The numbers of the streams that hold objects according to a table, if the file has such objects.
fn named_by(table: &Stream<'_>, numbers: &[u32]) -> BTreeSet<u32> {
    let Some([kind, number, place]) = table.dict().get::<[u8; 3]>("W") else {
        return BTreeSet::new();
    };
    let (kind, number, place) = (usize::from(kind > 0), usize::from(number), usize::from(place));
    let Ok(entries) = table.decoded_data() else { return BTreeSet::new() };
    let width = (kind + number + place).max(1);
    let holder = |entry: &[u8]| {
        // The first column is the type of the entry; 2 is an object in a stream.
        let (entry_type, rest) = entry.split_at_checked(kind)?;
        let digits = rest.get(..number).filter(|_| entry_type == [2])?;
        let number = digits.iter().fold(0_u64, |number, digit| number << 8 | u64::from(*digit));
        u32::try_from(number).ok().filter(|number| numbers.binary_search(number).is_ok())
    };
    entries.chunks_exact(width).filter_map(holder).collect()
}
