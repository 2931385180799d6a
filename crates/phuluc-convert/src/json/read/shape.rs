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

use super::checked::{Checked, Day, Hash, Object, Words};
use super::extra::ExtraShape;

/// A text, or null.
pub(super) type Cell = Option<Checked<Words>>;

/// A required key whose value may be null: without this type, serde treats a missing key as null.
fn there<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<T, D::Error> {
    T::deserialize(from)
}

#[derive(Deserialize)]
pub(super) struct ReportShape {
    pub(super) source: Object<SourceShape>,
    pub(super) filter: Option<Object<FilterShape>>,
    pub(super) appendices: Vec<Object<AppendixShape>>,
    pub(super) audit: Object<AuditShape>,
    pub(super) diagnostics: Vec<Object<DiagnosticShape>>,
}

#[derive(Deserialize)]
pub(super) struct FilterShape {
    pub(super) only: Vec<String>,
    pub(super) tasks_read: usize,
    pub(super) diagnostics_left_out: usize,
}

#[derive(Deserialize)]
pub(super) struct SourceShape {
    pub(super) name: Checked<Words>,
    pub(super) kind: Checked<Words>,
    #[serde(default)]
    pub(super) form: String,
    pub(super) sha256: Checked<Hash>,
    pub(super) pages: u32,
}

#[derive(Deserialize)]
pub(super) struct AppendixShape {
    #[serde(deserialize_with = "there")]
    pub(super) label: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) title: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) issuer: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) unit: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) year: Option<i16>,
    #[serde(deserialize_with = "there")]
    pub(super) issued_with: Option<Object<IssuedWithShape>>,
    #[serde(default)]
    pub(super) citations: Vec<Object<CitationShape>>,
    pub(super) columns: Vec<Object<ColumnShape>>,
    pub(super) sections: Vec<Object<SectionShape>>,
}

#[derive(Deserialize)]
pub(super) struct IssuedWithShape {
    #[serde(deserialize_with = "there")]
    pub(super) r#type: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) number: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) date: Option<Checked<Day>>,
    #[serde(deserialize_with = "there")]
    pub(super) issuer: Cell,
}

#[derive(Deserialize)]
pub(super) struct ColumnShape {
    pub(super) role: Checked<Role>,
    pub(super) label: Checked<Words>,
}

#[derive(Deserialize)]
pub(super) struct SectionShape {
    #[serde(deserialize_with = "there")]
    pub(super) number: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) title: Cell,
    pub(super) area: Option<Checked<Area>>,
    #[serde(default)]
    pub(super) citations: Vec<Object<CitationShape>>,
    pub(super) tasks: Vec<Object<TaskShape>>,
}

#[derive(Deserialize)]
pub(super) struct TaskShape {
    pub(super) id: Checked<Words>,
    #[serde(deserialize_with = "there")]
    pub(super) number: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) task: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) lead_unit: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) coordinating_unit: Cell,
    pub(super) not_performed: bool,
    #[serde(deserialize_with = "there")]
    pub(super) not_performed_note: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) product: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) timeframe: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) note: Cell,
    pub(super) extra: ExtraShape,
    pub(super) schedule: Option<Object<ScheduleShape>>,
    #[serde(default)]
    pub(super) lead_units: Vec<Checked<Words>>,
    #[serde(default)]
    pub(super) lead_units_expanded: Vec<Checked<Words>>,
    #[serde(default)]
    pub(super) coordinating_units: Vec<Checked<Words>>,
    #[serde(default)]
    pub(super) coordinating_units_expanded: Vec<Checked<Words>>,
    #[serde(default)]
    pub(super) products: Vec<Checked<Words>>,
    #[serde(default)]
    pub(super) products_expanded: Vec<Checked<Words>>,
    #[serde(default)]
    pub(super) citations: Vec<Object<CitationShape>>,
    pub(super) place: Object<PlaceShape>,
}

/// A schedule: the keys that all kinds have, and those of single kinds.
#[derive(Deserialize)]
pub(super) struct ScheduleShape {
    pub(super) kind: Checked<Words>,
    #[serde(deserialize_with = "there")]
    pub(super) start: Option<Checked<Day>>,
    #[serde(deserialize_with = "there")]
    pub(super) end: Option<Checked<Day>>,
    #[serde(deserialize_with = "there")]
    pub(super) due: Option<Checked<Day>>,
    #[serde(deserialize_with = "there")]
    pub(super) bound: Option<Checked<Bound>>,
    #[serde(deserialize_with = "there")]
    pub(super) rrule: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) event: Cell,
    pub(super) times: Option<u32>,
    pub(super) per: Option<Checked<Period>>,
    pub(super) at_least: Option<bool>,
    pub(super) offset: Cell,
    pub(super) business_days: Option<bool>,
    pub(super) items: Vec<Object<Self>>,
    pub(super) approximate: bool,
    #[serde(deserialize_with = "there")]
    pub(super) year_source: Option<Checked<YearSource>>,
    pub(super) assumptions: Vec<Checked<Assumption>>,
}

#[derive(Deserialize)]
pub(super) struct CitationShape {
    pub(super) canonical: Checked<Words>,
    pub(super) raw: Checked<Words>,
    pub(super) class: Checked<CitationClass>,
    pub(super) number: Checked<Words>,
    #[serde(deserialize_with = "there")]
    pub(super) year: Option<i16>,
    #[serde(deserialize_with = "there")]
    pub(super) r#type: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) organ: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) issuer: Cell,
    #[serde(deserialize_with = "there")]
    pub(super) date: Option<Checked<Day>>,
    #[serde(deserialize_with = "there")]
    pub(super) field: Option<Checked<Role>>,
    pub(super) place: Object<PlaceShape>,
}

/// A page and a line, both counted from one.
#[derive(Clone, Copy, Deserialize)]
pub(super) struct PlaceShape {
    page: std::num::NonZeroU32,
    line: std::num::NonZeroU32,
}

impl PlaceShape {
    pub(super) const fn place(self) -> Place {
        Place::new(self.page.get(), self.line.get())
    }
}

#[derive(Deserialize)]
pub(super) struct AuditShape {
    pub(super) words_in: usize,
    pub(super) in_cells: usize,
    pub(super) in_headings: usize,
    pub(super) left_out: LeftOutShape,
}

#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct LeftOutShape(pub(super) std::collections::BTreeMap<Reason, usize>);

/// A reason as the key of an object.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reason(pub(super) Remainder);

impl<'de> Deserialize<'de> for Reason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Checked::deserialize(deserializer).map(|Checked(reason)| Self(reason))
    }
}

#[derive(Deserialize)]
pub(super) struct DiagnosticShape {
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
    pub(super) place: Option<Object<PlaceShape>>,
    #[serde(deserialize_with = "there")]
    pub(super) field: Option<Checked<Role>>,
    pub(super) found: Cell,
    pub(super) suggestion: Cell,
}

/// Arguments with their names, in their order, which a map would lose.
#[derive(Default)]
pub(super) struct NamedArguments(pub(super) Vec<(String, ArgumentShape)>);

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
#[serde(untagged)]
pub(super) enum ArgumentShape {
    Number(u64),
    Text(String),
    Pages(Vec<u32>),
    Place(PlaceShape),
}
