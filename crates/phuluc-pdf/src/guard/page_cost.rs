//! What a page costs, counted before it is drawn.
//!
//! The engine draws a page to its end, with forms that call forms, and cannot be stopped. So the
//! operations are counted first, and only the part of the page that stays within the limits is drawn.
//! Each form is counted once and its sum is added for each call: ten forms that call each other ten
//! times cost ten counts, not ten to the power of ten.

use hayro_syntax::content::{Instruction, UntypedIter};
#[cfg(feature = "pictures")]
use hayro_syntax::object::Array;
use hayro_syntax::object::{Dict, Name, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};
use hayro_syntax::xref::XRef;
use rustc_hash::FxHashMap;

use crate::guard::unpack_budget::{ResourceCosts, UnpackBudget, is_form};
use phuluc_page::canvas::{PageLimit, PageRoom};
use phuluc_page::error::Error;

/// The most bytes of a character code in a PDF.
const LETTER: u64 = 4;

/// Bytes of the shortest operation, with the white space after it.
const SHORTEST: u64 = 2;

/// Counts what the pages of one document cost.
#[derive(Debug)]
pub(crate) struct PageCosts<'r> {
    room: &'r PageRoom,
    pub(crate) budget: UnpackBudget,
    /// The cost of a call of each form. A form without its own resources uses those of its caller, so
    /// its cost can differ in each scope.
    forms: FxHashMap<(ObjectIdentifier, Option<u32>), Cost>,
    scopes: u32,
}

/// What a page, a form or an operation costs.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    operations: u64,
    forms: u64,
    /// Bytes of all shown strings.
    letters: u64,
    /// Bytes that are unpacked on the way.
    bytes: u64,
    /// How deep forms call each other.
    height: u32,
}

impl Cost {
    /// One operation.
    const ONE: Self = Self { operations: 1, forms: 0, letters: 0, bytes: 0, height: 0 };

    /// A form that calls itself.
    const ENDLESS: Self = Self { height: u32::MAX, ..Self::ONE };

    fn and(self, other: Self) -> Self {
        Self {
            operations: self.operations.saturating_add(other.operations),
            forms: self.forms.saturating_add(other.forms),
            letters: self.letters.saturating_add(other.letters),
            bytes: self.bytes.saturating_add(other.bytes),
            height: self.height.max(other.height),
        }
    }

    /// The first limit that is passed, if any.
    fn cut(&self, room: &PageRoom, depth: u32) -> Option<PageLimit> {
        [
            (depth.saturating_add(self.height) > room.depth, PageLimit::Depth),
            (self.operations > room.operations, PageLimit::Operations),
            (self.forms > room.forms, PageLimit::Forms),
            (self.letters / LETTER > room.glyphs as u64, PageLimit::Letters),
            (self.bytes > room.bytes, PageLimit::Bytes),
        ]
        .into_iter()
        .find_map(|(passed, cut)| passed.then_some(cut))
    }
}

/// Where names are looked up.
struct NameScope<'s, 'a> {
    number: u32,
    resources: &'s Resources<'a>,
    xref: &'a XRef,
}

/// How far the operations were counted.
struct Progress {
    cost: Cost,
    /// Where the last operation within the limits ends.
    end: usize,
    cut: Option<PageLimit>,
}

impl<'r> PageCosts<'r> {
    pub(crate) fn new(room: &'r PageRoom) -> Self {
        Self { room, budget: UnpackBudget::new(room.bytes), forms: FxHashMap::default(), scopes: 0 }
    }

    /// The part of the content of a page that may be drawn, and the limit that ends it.
    pub(crate) fn fitting<'c>(
        &mut self,
        page: &Page<'_>,
        drawn: &'c [u8],
    ) -> Result<(&'c [u8], Option<PageLimit>), Error> {
        let scope = self.scope(page.resources(), page.xref());
        let named = self.budget.take_resources(scope.resources, scope.xref)?;
        if self.is_light(drawn, named) {
            return Ok((drawn, None));
        }
        let progress = self.measured(drawn, &scope, 0)?;
        Ok((drawn.get(..progress.end).unwrap_or(drawn), progress.cut))
    }

    /// Whether a page with its annotations may be shown to a person.
    #[cfg(feature = "pictures")]
    pub(crate) fn may_be_shown(&mut self, page: &Page<'_>) -> Result<bool, Error> {
        self.budget.check_page(page)?;
        let (_, cut) = self.fitting(page, page.page_stream().unwrap_or_default())?;
        let scope = self.scope(page.resources(), page.xref());
        let mut cost = Cost::default();
        for form in appearances(page) {
            cost = cost.and(self.call(&form, &scope, 0)?);
        }
        Ok(cut.or_else(|| cost.cut(self.room, 0)).is_none())
    }

    fn scope<'s, 'a>(&mut self, resources: &'s Resources<'a>, xref: &'a XRef) -> NameScope<'s, 'a> {
        self.scopes = self.scopes.wrapping_add(1);
        NameScope { number: self.scopes, resources, xref }
    }

    /// Whether a page without forms is too short to pass a limit, so that its operations need not be
    /// counted.
    fn is_light(&self, drawn: &[u8], named: ResourceCosts) -> bool {
        let length = drawn.len() as u64;
        length / SHORTEST < self.room.operations
            && length / LETTER < self.room.glyphs as u64
            && (length / SHORTEST).saturating_mul(named.largest) < self.room.bytes
            && !named.forms
    }

    /// Counts the content of a page or a form up to the first limit.
    fn measured(
        &mut self,
        drawn: &[u8],
        scope: &NameScope<'_, '_>,
        depth: u32,
    ) -> Result<Progress, Error> {
        let mut operations = UntypedIter::new(drawn);
        let (mut cost, mut end) = (Cost::default(), 0);
        while let Some(operation) = operations.next() {
            cost = cost.and(self.step(&operation, scope, depth)?);
            if let Some(cut) = cost.cut(self.room, depth) {
                return Ok(Progress { cost, end, cut: Some(cut) });
            }
            end = end_in(drawn, operation.operator).unwrap_or(end);
        }
        Ok(Progress { cost, end: drawn.len(), cut: None })
    }

    /// The cost of one operation.
    fn step(
        &mut self,
        operation: &Instruction<'_, '_>,
        scope: &NameScope<'_, '_>,
        depth: u32,
    ) -> Result<Cost, Error> {
        let resources = scope.resources;
        let loaded = match &**operation.operator {
            b"Do" => return self.calls(operation, scope, depth),
            b"Tj" | b"TJ" | b"'" | b"\"" => {
                let letters = operation.operands().map(letters).sum();
                return Ok(Cost { letters, ..Cost::ONE });
            }
            b"gs" => &resources.ext_g_states,
            b"sh" => &resources.shadings,
            b"scn" | b"SCN" => &resources.patterns,
            _ => return Ok(Cost::ONE),
        };
        let mut cost = Cost::ONE;
        for object in names(operation).filter_map(|name| loaded.get_raw::<Object<'_>>(name)) {
            cost.bytes += self.budget.take_loaded(object, scope.xref, true)?;
        }
        Ok(cost)
    }

    /// The cost of calling the forms that an operation names.
    fn calls(
        &mut self,
        operation: &Instruction<'_, '_>,
        scope: &NameScope<'_, '_>,
        depth: u32,
    ) -> Result<Cost, Error> {
        let mut cost = Cost::ONE;
        for named in names(operation).filter_map(|name| scope.resources.get_x_object(name)) {
            if is_form(named.dict()) {
                cost = cost.and(self.call(&named, scope, depth)?);
            }
        }
        Ok(cost)
    }

    /// The cost of a call of a form.
    fn call(
        &mut self,
        form: &Stream<'_>,
        scope: &NameScope<'_, '_>,
        depth: u32,
    ) -> Result<Cost, Error> {
        let own = form.dict().get::<Dict<'_>>("Resources").map(Resources::new);
        let key = (form.obj_id(), own.is_none().then_some(scope.number));
        if let Some(known) = self.forms.get(&key) {
            return Ok(*known);
        }
        if depth >= self.room.depth {
            return Ok(Cost::ENDLESS);
        }
        // If the form is reached again while it is counted, it calls itself.
        self.forms.insert(key, Cost::ENDLESS);
        let bytes = self.budget.take_drawn(form, true)?;
        let drawn = form.decoded_data().unwrap_or_default();
        let inner = match &own {
            Some(own) => {
                self.budget.take_resources(own, scope.xref)?;
                let scope = self.scope(own, scope.xref);
                self.measured(&drawn, &scope, depth + 1)?.cost
            }
            None => self.measured(&drawn, scope, depth + 1)?.cost,
        };
        let height = inner.height.saturating_add(1);
        let call = Cost { forms: 1, bytes, ..Cost::default() };
        let cost = Cost { height, ..inner.and(call) };
        self.forms.insert(key, cost);
        Ok(cost)
    }
}

/// The streams that draw annotations.
#[cfg(feature = "pictures")]
fn appearances<'a>(page: &Page<'a>) -> Vec<Stream<'a>> {
    let annotations = page.raw().get::<Array<'_>>("Annots").into_iter();
    let annotations = annotations.flat_map(|all| all.iter::<Dict<'a>>());
    let normal = annotations.filter_map(|one| one.get::<Dict<'a>>("AP")?.get::<Object<'a>>("N"));
    let streams = normal.flat_map(|looks| match looks {
        Object::Stream(form) => vec![form],
        // One for each state.
        Object::Dict(states) => {
            states.keys().filter_map(|state| states.get::<Stream<'a>>(state)).collect()
        }
        _ => Vec::new(),
    });
    streams.collect()
}

/// The operands of an operation that are names.
fn names<'b, 'a>(operation: &Instruction<'b, 'a>) -> impl Iterator<Item = &'b Name<'a>> {
    operation.operands().filter_map(|operand| match operand {
        Object::Name(name) => Some(name),
        _ => None,
    })
}

/// The bytes of the strings in an operand.
fn letters(operand: &Object<'_>) -> u64 {
    match operand {
        Object::String(text) => text.as_bytes().len() as u64,
        Object::Array(texts) => texts
            .iter::<Object<'_>>()
            .filter_map(Object::into_string)
            .map(|text| text.as_bytes().len() as u64)
            .sum(),
        _ => 0,
    }
}

/// Where an operator ends in the content that it borrows from.
fn end_in(drawn: &[u8], operator: &[u8]) -> Option<usize> {
    let start = operator.as_ptr().addr().checked_sub(drawn.as_ptr().addr())?;
    let end = start.checked_add(operator.len())?;
    (end <= drawn.len()).then_some(end)
}
