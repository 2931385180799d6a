//! What may still be unpacked of one PDF.
//!
//! The engine unpacks whole streams and asks nobody how long they become, so each stream that it will
//! want is measured before ([`unpack`]).

use std::borrow::Cow;

use hayro_interpret::CacheKey as _;
use hayro_syntax::object::{Dict, MaybeRef, Name, Object, ObjectIdentifier, Stream};
#[cfg(feature = "pictures")]
use hayro_syntax::page::Page;
use hayro_syntax::page::Resources;
use hayro_syntax::xref::XRef;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::guard::{filter_length, width_count};
use phuluc_page::error::Error;

/// One part in so many of the limit is for streams that are not measured, because they cannot become
/// long: in an ordinary file all are such.
const SPARE: u64 = 8;

/// Entries that lead to what is not needed to load an object: its parents, what is drawn within it
/// (which is drawn only where a page is shown), remarks.
const ASIDE: [&[u8]; 6] = [b"Resources", b"CharProcs", b"OC", b"PieceInfo", b"Metadata", b"Parent"];

/// Entries that lead away from a page.
#[cfg(feature = "pictures")]
const AWAY: [&[u8]; 6] = [b"Parent", b"P", b"Dest", b"A", b"Popup", b"Metadata"];

/// What the names that a page or a form may use stand for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named {
    /// Whether there is a form among them.
    pub(crate) forms: bool,
    /// How many bytes the heaviest takes of those that are loaded anew each time.
    pub(crate) heaviest: u64,
}

/// Counts what is unpacked against the limit.
#[derive(Debug)]
pub(crate) struct UnpackBudget {
    limit: u64,
    total: u64,
    spare: u64,
    /// The lengths of the streams that were measured.
    lengths: FxHashMap<ObjectIdentifier, u64>,
    /// The streams that are drawn, which count once.
    drawn: FxHashSet<ObjectIdentifier>,
    /// Fonts, colours and so on by their keys: how many bytes loading each takes.
    loaded: FxHashMap<u128, u64>,
    /// What names stand for, by the keys of the resources that give them.
    named: FxHashMap<u128, Named>,
}

impl UnpackBudget {
    pub(crate) fn new(limit: u64) -> Self {
        Self {
            limit,
            total: 0,
            spare: limit / SPARE,
            lengths: FxHashMap::default(),
            drawn: FxHashSet::default(),
            loaded: FxHashMap::default(),
            named: FxHashMap::default(),
        }
    }

    /// Takes bytes; an error if there are not so many left.
    pub(crate) fn take(&mut self, bytes: u64) -> Result<(), Error> {
        self.total = self.total.saturating_add(bytes);
        self.within(self.total)
    }

    /// An error if so many bytes are too many.
    pub(crate) fn within(&self, found: u64) -> Result<(), Error> {
        let limit = self.limit;
        if found > limit { Err(Error::TooManyDecodedBytes { found, limit }) } else { Ok(()) }
    }

    /// Whether so many bytes at most may go unmeasured.
    pub(crate) fn spares(&mut self, at_most: u64) -> bool {
        let spare = self.spare.checked_sub(at_most);
        self.spare = spare.unwrap_or(self.spare);
        spare.is_some()
    }

    /// More than this need not be counted.
    pub(crate) const fn enough(&self) -> u64 {
        self.limit.saturating_sub(self.total)
    }

    /// Takes a stream with what is drawn on a page or in a form; it counts once in a document. This is
    /// its length, or 0 if it goes unmeasured.
    pub(crate) fn take_drawn(&mut self, stream: &Stream<'_>, often: bool) -> Result<u64, Error> {
        let length = self.length(stream, often);
        if self.drawn.insert(stream.obj_id()) {
            self.take(length)?;
        }
        Ok(length)
    }

    /// Takes what loading the fonts and the colours of a page or a form needs, each once.
    pub(crate) fn take_resources(
        &mut self,
        resources: &Resources<'_>,
        xref: &XRef,
    ) -> Result<Named, Error> {
        let key = resources.cache_key();
        if let Some(known) = self.named.get(&key) {
            return Ok(*known);
        }
        for kept in [&resources.fonts, &resources.color_spaces] {
            self.take_all(kept, xref, false)?;
        }
        let mut heaviest = 0;
        for anew in [&resources.ext_g_states, &resources.patterns, &resources.shadings] {
            heaviest = self.take_all(anew, xref, true)?.max(heaviest);
        }
        let mut forms = false;
        for name in resources.x_objects.keys() {
            let Some(named) = resources.get_x_object(&name) else { continue };
            forms |= is_form(named.dict());
            if let Some(colours) = named.dict().get_raw::<Object<'_>>("ColorSpace") {
                self.take_loaded(colours, xref, false)?;
            }
        }
        let named = Named { forms, heaviest };
        self.named.insert(key, named);
        Ok(named)
    }

    fn take_all(&mut self, all: &Dict<'_>, xref: &XRef, often: bool) -> Result<u64, Error> {
        let mut heaviest = 0;
        for (_, object) in all.entries() {
            heaviest = self.take_loaded(object, xref, often)?.max(heaviest);
        }
        Ok(heaviest)
    }

    /// Takes what loading an object needs, once for each object: all streams that it leads to. `often`
    /// is whether it is loaded each time that it is used.
    pub(crate) fn take_loaded(
        &mut self,
        object: MaybeRef<Object<'_>>,
        xref: &XRef,
        often: bool,
    ) -> Result<u64, Error> {
        let key = object.cache_key();
        if let Some(bytes) = self.loaded.get(&key) {
            return Ok(*bytes);
        }
        let bytes = self.all_from(object, xref, often, &ASIDE)?;
        self.take(bytes)?;
        self.loaded.insert(key, bytes);
        Ok(bytes)
    }

    /// An error if all that a page leads to, images too, is more than the limit.
    #[cfg(feature = "pictures")]
    pub(crate) fn check_page(&self, page: &Page<'_>) -> Result<(), Error> {
        let page_itself = MaybeRef::NotRef(Object::Dict(page.raw().clone()));
        Self::new(self.limit).all_from(page_itself, page.xref(), true, &AWAY).map(drop)
    }

    /// The bytes of all that an object leads to. Objects that hold others count too, so that the way
    /// through them has an end.
    fn all_from(
        &mut self,
        object: MaybeRef<Object<'_>>,
        xref: &XRef,
        often: bool,
        aside: &[&[u8]],
    ) -> Result<u64, Error> {
        let mut seen: FxHashSet<ObjectIdentifier> = FxHashSet::default();
        let mut waiting = vec![object];
        let mut bytes = 0_u64;
        while let Some(next) = waiting.pop() {
            let object = match next {
                MaybeRef::NotRef(object) => Some(object),
                MaybeRef::Ref(to) if seen.insert(to.into()) => xref.get::<Object<'_>>(to.into()),
                MaybeRef::Ref(_) => None,
            };
            let length = match &object {
                // Tiles are drawn only where a page is shown.
                Some(Object::Stream(stream)) if aside == ASIDE && is_tile(stream.dict()) => 0,
                Some(Object::Stream(stream)) => {
                    waiting.extend(entries(stream.dict(), aside));
                    self.length(stream, often)
                }
                Some(Object::Dict(dict)) => {
                    waiting.extend(entries(dict, aside));
                    (dict.data().len() as u64).saturating_add(width_count::bytes(dict))
                }
                Some(Object::Array(array)) => {
                    waiting.extend(array.raw_iter().filter(may_lead_on));
                    array.data().len() as u64
                }
                _ => 0,
            };
            bytes = bytes.saturating_add(length);
            self.within(self.total.saturating_add(bytes))?;
        }
        Ok(bytes)
    }

    /// How long a stream becomes, or 0 if it may go unmeasured; not those that are unpacked often.
    fn length(&mut self, stream: &Stream<'_>, often: bool) -> u64 {
        let id = stream.obj_id();
        if let Some(length) = self.lengths.get(&id) {
            return *length;
        }
        let (data, filters): (Cow<'_, [u8]>, _) = (stream.raw_data(), stream.filters());
        if !often && self.spares(filter_length::at_most(data.len(), &filters)) {
            return 0;
        }
        let length = filter_length::length(&data, &filters, self.limit);
        self.lengths.insert(id, length);
        length
    }
}

pub(crate) fn is_form(dict: &Dict<'_>) -> bool {
    dict.get::<Name<'_>>("Subtype").is_some_and(|name| *name == *b"Form")
}

fn is_tile(dict: &Dict<'_>) -> bool {
    dict.get::<u8>("PatternType") == Some(1)
}

fn entries<'a>(dict: &Dict<'a>, aside: &[&[u8]]) -> Vec<MaybeRef<Object<'a>>> {
    let kept = dict.entries().filter(|(key, _)| !aside.contains(&&**key));
    kept.map(|(_, object)| object).filter(may_lead_on).collect()
}

/// Whether an object may lead to a stream.
const fn may_lead_on(object: &MaybeRef<Object<'_>>) -> bool {
    matches!(
        object,
        MaybeRef::Ref(_) | MaybeRef::NotRef(Object::Dict(_) | Object::Array(_) | Object::Stream(_))
    )
}
