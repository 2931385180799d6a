//! How many bytes may still be unpacked from one PDF.
//!
//! The engine unpacks whole streams without a limit, so each stream that it will need is measured
//! before ([`filter_length`]).

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

/// An eighth of the limit is for streams that are not measured because they cannot become long. In an
/// ordinary file these are all streams, so that it costs no time.
const SPARE: u64 = 8;

/// Keys whose values are not needed to load an object: its parents, content inside it (drawn only in
/// pictures of pages), comments.
const NOT_LOADED: [&[u8]; 6] =
    [b"Resources", b"CharProcs", b"OC", b"PieceInfo", b"Metadata", b"Parent"];

/// Keys that lead from a page to other pages.
#[cfg(feature = "pictures")]
const OTHER_PAGES: [&[u8]; 6] = [b"Parent", b"P", b"Dest", b"A", b"Popup", b"Metadata"];

/// What the resources of a page or a form contain.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ResourceCosts {
    /// Whether there is a form.
    pub(crate) forms: bool,
    /// Bytes of the largest object that is loaded again at each use.
    pub(crate) largest: u64,
}

/// Counts what is unpacked against the limit.
#[derive(Debug)]
pub(crate) struct UnpackBudget {
    limit: u64,
    total: u64,
    spare: u64,
    /// The lengths of the streams that were measured.
    lengths: FxHashMap<ObjectIdentifier, u64>,
    /// The streams of content that were counted: each counts once.
    drawn: FxHashSet<ObjectIdentifier>,
    /// Bytes that loading each font, colour space and so on takes, by their keys.
    loaded: FxHashMap<u128, u64>,
    /// What resources contain, by their keys.
    named: FxHashMap<u128, ResourceCosts>,
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

    /// Takes bytes; an error if fewer are left.
    pub(crate) fn take(&mut self, bytes: u64) -> Result<(), Error> {
        self.total = self.total.saturating_add(bytes);
        self.within(self.total)
    }

    /// An error if this number of bytes is over the limit.
    pub(crate) fn within(&self, found: u64) -> Result<(), Error> {
        let limit = self.limit;
        if found > limit { Err(Error::TooManyDecodedBytes { found, limit }) } else { Ok(()) }
    }

    /// Whether a stream of at most this many bytes need not be measured.
    pub(crate) fn spares(&mut self, at_most: u64) -> bool {
        let spare = self.spare.checked_sub(at_most);
        self.spare = spare.unwrap_or(self.spare);
        spare.is_some()
    }

    /// The bytes that are left: counting may stop after them.
    pub(crate) const fn enough(&self) -> u64 {
        self.limit.saturating_sub(self.total)
    }

    /// Takes a stream with the content of a page or a form; it counts once in a document. Returns its
    /// length, or 0 if it was not measured.
    pub(crate) fn take_drawn(&mut self, stream: &Stream<'_>, often: bool) -> Result<u64, Error> {
        let length = self.length(stream, often);
        if self.drawn.insert(stream.obj_id()) {
            self.take(length)?;
        }
        Ok(length)
    }

    /// Takes the bytes that loading the fonts and colours of a page or a form needs, each once.
    pub(crate) fn take_resources(
        &mut self,
        resources: &Resources<'_>,
        xref: &XRef,
    ) -> Result<ResourceCosts, Error> {
        let key = resources.cache_key();
        if let Some(known) = self.named.get(&key) {
            return Ok(*known);
        }
        for kept in [&resources.fonts, &resources.color_spaces] {
            self.take_all(kept, xref, false)?;
        }
        let mut largest = 0;
        for anew in [&resources.ext_g_states, &resources.patterns, &resources.shadings] {
            largest = self.take_all(anew, xref, true)?.max(largest);
        }
        let mut forms = false;
        for name in resources.x_objects.keys() {
            let Some(named) = resources.get_x_object(&name) else { continue };
            forms |= is_form(named.dict());
            if let Some(colours) = named.dict().get_raw::<Object<'_>>("ColorSpace") {
                self.take_loaded(colours, xref, false)?;
            }
        }
        let named = ResourceCosts { forms, largest };
        self.named.insert(key, named);
        Ok(named)
    }

    fn take_all(&mut self, all: &Dict<'_>, xref: &XRef, often: bool) -> Result<u64, Error> {
        let mut largest = 0;
        for (_, object) in all.entries() {
            largest = self.take_loaded(object, xref, often)?.max(largest);
        }
        Ok(largest)
    }

    /// Takes the bytes of all streams that an object leads to, once for each object. `often` is whether
    /// the engine loads it again at each use.
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
        let bytes = self.all_from(object, xref, often, &NOT_LOADED)?;
        self.take(bytes)?;
        self.loaded.insert(key, bytes);
        Ok(bytes)
    }

    /// An error if everything that a page leads to, images too, is over the limit.
    #[cfg(feature = "pictures")]
    pub(crate) fn check_page(&self, page: &Page<'_>) -> Result<(), Error> {
        let page_itself = MaybeRef::NotRef(Object::Dict(page.raw().clone()));
        Self::new(self.limit).all_from(page_itself, page.xref(), true, &OTHER_PAGES).map(drop)
    }

    /// The bytes of all that an object leads to. Arrays and dictionaries count too, so that the search
    /// through them has a limit.
    fn all_from(
        &mut self,
        object: MaybeRef<Object<'_>>,
        xref: &XRef,
        often: bool,
        skipped: &[&[u8]],
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
                // Tiles are drawn only in pictures of pages.
                Some(Object::Stream(stream)) if skipped == NOT_LOADED && is_tile(stream.dict()) => {
                    0
                }
                Some(Object::Stream(stream)) => {
                    waiting.extend(entries(stream.dict(), skipped));
                    self.length(stream, often)
                }
                Some(Object::Dict(dict)) => {
                    waiting.extend(entries(dict, skipped));
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

    /// How long a stream becomes, or 0 if it need not be measured. Streams that are unpacked `often` are
    /// always measured.
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

fn entries<'a>(dict: &Dict<'a>, skipped: &[&[u8]]) -> Vec<MaybeRef<Object<'a>>> {
    let kept = dict.entries().filter(|(key, _)| !skipped.contains(&&**key));
    kept.map(|(_, object)| object).filter(may_lead_on).collect()
}

/// Whether an object may lead to a stream.
const fn may_lead_on(object: &MaybeRef<Object<'_>>) -> bool {
    matches!(
        object,
        MaybeRef::Ref(_) | MaybeRef::NotRef(Object::Dict(_) | Object::Array(_) | Object::Stream(_))
    )
}
