//! The JSON shape of a report that is read: the keys of version 1.0.
//!
//! Other keys are ignored. Keys that may be absent are marked: they were added to 1.0 after the first
//! documents were written.

use std::fmt;

use phuluc_model::{
    Area, Assumption, Bound, CitationClass, Code, Period, Place, Remainder, Role, Severity,
    Variant, YearSource,
};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::checked::{Checked, Day, Hash, NonEmpty, Object};
use super::extra::StoredExtra;

/// A text, or null.
pub(super) type StoredCell = Option<Checked<NonEmpty>>;

/// A required key whose value may be null: without this type, serde treats a missing key as null.
fn there<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<T, D::Error> {
    T::deserialize(from)
}

#[derive(Deserialize)]
pub(super) struct StoredReport {
    pub(super) source: Object<StoredSource>,
    pub(super) filter: Option<Object<StoredFilter>>,
    pub(super) appendices: Vec<Object<StoredAppendix>>,
    pub(super) audit: Object<StoredAudit>,
    pub(super) diagnostics: Vec<Object<StoredDiagnostic>>,
}

#[derive(Deserialize)]
pub(super) struct StoredFilter {
    pub(super) only: Vec<String>,
    pub(super) tasks_read: usize,
    pub(super) diagnostics_left_out: usize,
}

#[derive(Deserialize)]
pub(super) struct StoredSource {
    pub(super) name: Checked<NonEmpty>,
    pub(super) kind: Checked<NonEmpty>,
    #[serde(default)]
    pub(super) form: String,
    pub(super) sha256: Checked<Hash>,
    pub(super) pages: u32,
}

#[derive(Deserialize)]
pub(super) struct StoredAppendix {
    #[serde(deserialize_with = "there")]
    pub(super) label: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) title: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) issuer: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) unit: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) year: Option<i16>,
    #[serde(deserialize_with = "there")]
    pub(super) issued_with: Option<Object<StoredIssuedWith>>,
    #[serde(default)]
    pub(super) citations: Vec<Object<StoredCitation>>,
    pub(super) columns: Vec<Object<StoredColumn>>,
    pub(super) sections: Vec<Object<StoredSection>>,
}

#[derive(Deserialize)]
pub(super) struct StoredIssuedWith {
    #[serde(deserialize_with = "there")]
    pub(super) r#type: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) number: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) date: Option<Checked<Day>>,
    #[serde(deserialize_with = "there")]
    pub(super) issuer: StoredCell,
}

#[derive(Deserialize)]
pub(super) struct StoredColumn {
    pub(super) role: Checked<Role>,
    pub(super) label: Checked<NonEmpty>,
}

#[derive(Deserialize)]
pub(super) struct StoredSection {
    #[serde(deserialize_with = "there")]
    pub(super) number: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) title: StoredCell,
    pub(super) area: Option<Checked<Area>>,
    #[serde(default)]
    pub(super) citations: Vec<Object<StoredCitation>>,
    pub(super) tasks: Vec<Object<StoredTask>>,
}

#[derive(Deserialize)]
pub(super) struct StoredTask {
    pub(super) id: Checked<NonEmpty>,
    #[serde(deserialize_with = "there")]
    pub(super) number: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) task: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) lead_unit: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) coordinating_unit: StoredCell,
    pub(super) not_performed: bool,
    #[serde(deserialize_with = "there")]
    pub(super) not_performed_note: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) product: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) timeframe: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) note: StoredCell,
    pub(super) extra: StoredExtra,
    pub(super) schedule: Option<Object<StoredSchedule>>,
    #[serde(default)]
    pub(super) lead_units: Vec<Checked<NonEmpty>>,
    #[serde(default)]
    pub(super) lead_units_expanded: Vec<Checked<NonEmpty>>,
    #[serde(default)]
    pub(super) coordinating_units: Vec<Checked<NonEmpty>>,
    #[serde(default)]
    pub(super) coordinating_units_expanded: Vec<Checked<NonEmpty>>,
    #[serde(default)]
    pub(super) products: Vec<Checked<NonEmpty>>,
    #[serde(default)]
    pub(super) products_expanded: Vec<Checked<NonEmpty>>,
    #[serde(default)]
    pub(super) citations: Vec<Object<StoredCitation>>,
    pub(super) place: Object<StoredPlace>,
}

/// A schedule: the keys that all kinds have, and those of single kinds.
#[derive(Deserialize)]
pub(super) struct StoredSchedule {
    pub(super) kind: Checked<NonEmpty>,
    #[serde(deserialize_with = "there")]
    pub(super) start: Option<Checked<Day>>,
    #[serde(deserialize_with = "there")]
    pub(super) end: Option<Checked<Day>>,
    #[serde(deserialize_with = "there")]
    pub(super) due: Option<Checked<Day>>,
    #[serde(deserialize_with = "there")]
    pub(super) bound: Option<Checked<Bound>>,
    #[serde(deserialize_with = "there")]
    pub(super) rrule: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) event: StoredCell,
    pub(super) times: Option<u32>,
    pub(super) per: Option<Checked<Period>>,
    pub(super) at_least: Option<bool>,
    pub(super) offset: StoredCell,
    pub(super) business_days: Option<bool>,
    pub(super) items: Vec<Object<Self>>,
    pub(super) approximate: bool,
    #[serde(deserialize_with = "there")]
    pub(super) year_source: Option<Checked<YearSource>>,
    pub(super) assumptions: Vec<Checked<Assumption>>,
}

#[derive(Deserialize)]
pub(super) struct StoredCitation {
    pub(super) canonical: Checked<NonEmpty>,
    pub(super) raw: Checked<NonEmpty>,
    pub(super) class: Checked<CitationClass>,
    pub(super) number: Checked<NonEmpty>,
    #[serde(deserialize_with = "there")]
    pub(super) year: Option<i16>,
    #[serde(deserialize_with = "there")]
    pub(super) r#type: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) organ: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) issuer: StoredCell,
    #[serde(deserialize_with = "there")]
    pub(super) date: Option<Checked<Day>>,
    #[serde(deserialize_with = "there")]
    pub(super) field: Option<Checked<Role>>,
    pub(super) place: Object<StoredPlace>,
}

/// A page and a line, both counted from one.
#[derive(Clone, Copy, Deserialize)]
pub(super) struct StoredPlace {
    page: std::num::NonZeroU32,
    line: std::num::NonZeroU32,
}

impl StoredPlace {
    pub(super) const fn place(self) -> Place {
        Place::new(self.page.get(), self.line.get())
    }
}

#[derive(Deserialize)]
pub(super) struct StoredAudit {
    pub(super) words_in: usize,
    pub(super) in_cells: usize,
    pub(super) in_headings: usize,
    pub(super) left_out: StoredLeftOut,
}

#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct StoredLeftOut(pub(super) std::collections::BTreeMap<Reason, usize>);

/// A reason as the key of an object.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reason(pub(super) Remainder);

impl<'de> Deserialize<'de> for Reason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Checked::deserialize(deserializer).map(|Checked(reason)| Self(reason))
    }
}

#[derive(Deserialize)]
pub(super) struct StoredDiagnostic {
    pub(super) code: Checked<Code>,
    /// The name is checked; the severity itself is that of the code.
    #[serde(rename = "severity")]
    pub(super) _severity: Checked<Severity>,
    /// The message is ignored: it is made again from the code, the variant and the arguments.
    #[serde(rename = "message")]
    pub(super) _message: String,
    #[serde(default)]
    pub(super) variant: Option<Checked<Variant>>,
    #[serde(default)]
    pub(super) arguments: NamedArguments,
    #[serde(deserialize_with = "there")]
    pub(super) place: Option<Object<StoredPlace>>,
    #[serde(deserialize_with = "there")]
    pub(super) field: Option<Checked<Role>>,
    pub(super) found: StoredCell,
    pub(super) suggestion: StoredCell,
}

/// Arguments with their names, in their order, which a map would lose.
#[derive(Default)]
pub(super) struct NamedArguments(pub(super) Vec<(String, StoredArgument)>);

impl<'de> Deserialize<'de> for NamedArguments {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = NamedArguments;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<NamedArguments, M::Error> {
                let mut arguments = Vec::new();
                while let Some(argument) = map.next_entry()? {
                    arguments.push(argument);
                }
                Ok(NamedArguments(arguments))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "an argument is a number, a text, a list of pages or a place")]
pub(super) enum StoredArgument {
    Number(u64),
    Text(String),
    Pages(Vec<u32>),
    Place(StoredPlace),
}
