//! The document: appendices, sections and tasks.
//!
//! Readers fill a [`Draft`]; [`validate`](crate::validate()) judges it and gives the [`Document`].

use jiff::civil::Date;

use crate::audit::Audit;
use crate::meaning::{Area, Citation, Meaning};
use crate::place::{Place, Placed};
use crate::role::Role;
use crate::text::Text;

/// What a reader found, not yet judged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Draft {
    /// The task tables, in the order of the input.
    pub appendices: Vec<Appendix>,
    /// The account of the input's words.
    pub audit: Audit,
}

/// A draft that was judged: every rule it breaks is a diagnostic, and every task has an id of its own.
///
/// Only [`validate`](crate::validate()) judges a draft. A document that was stored comes back by
/// [`TryFrom<Draft>`](#impl-TryFrom<Draft>-for-Document), which keeps the ids that stand in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Draft"))]
pub struct Document {
    pub(crate) appendices: Vec<Appendix>,
    pub(crate) audit: Audit,
}

impl Document {
    /// The task tables, in the order of the input.
    #[must_use]
    pub fn appendices(&self) -> &[Appendix] {
        &self.appendices
    }

    /// The account of the input's words.
    #[must_use]
    pub const fn audit(&self) -> &Audit {
        &self.audit
    }

    /// The document with the tasks that are wanted, and without sections that have none of them.
    ///
    /// Ids stay, and the account of the words is that of the whole document.
    #[must_use]
    pub fn with_tasks(&self, wanted: impl Fn(&Section, &Task) -> bool) -> Self {
        let mut document = self.clone();
        for section in document.appendices.iter_mut().flat_map(|table| &mut table.sections) {
            let mut tasks = std::mem::take(&mut section.tasks);
            tasks.retain(|task| wanted(section, task));
            section.tasks = tasks;
        }
        for appendix in &mut document.appendices {
            appendix.sections.retain(|section| !section.tasks.is_empty());
        }
        document
    }

    /// Every task of every appendix, in the order of the input.
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.appendices.iter().flat_map(|appendix| &appendix.sections).flat_map(|s| &s.tasks)
    }
}

/// One task table (phụ lục) with its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Appendix {
    /// `Phụ lục`, `Phụ lục II`, as printed.
    pub label: Option<Text>,
    /// The title under the label.
    pub title: Option<Text>,
    /// The body at the head of the letterhead that issued the appendix.
    pub issuer: Option<Text>,
    /// The unit the plan is for.
    pub unit: Option<Text>,
    /// The year of the plan.
    pub year: Option<Placed<i16>>,
    /// The document the appendix came with.
    pub issued_with: Option<IssuedWith>,
    /// The documents that the heading refers to, in its order.
    pub citations: Vec<Citation>,
    /// The columns of the table, in the order of the page.
    pub columns: Vec<Column>,
    /// The sections; a table without headings has one with neither number nor title.
    pub sections: Vec<Section>,
    /// Where the heading or, without one, the table begins.
    pub place: Place,
}

impl Appendix {
    /// A table without a heading, columns or rows.
    #[must_use]
    pub const fn empty(place: Place) -> Self {
        Self {
            label: None,
            title: None,
            issuer: None,
            unit: None,
            year: None,
            issued_with: None,
            citations: Vec::new(),
            columns: Vec::new(),
            sections: Vec::new(),
            place,
        }
    }
}

/// The document an appendix was issued with: `(Ban hành kèm theo Kế hoạch số …)`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct IssuedWith {
    /// The kind of document: `Kế hoạch`, `Quyết định`.
    pub kind: Option<Text>,
    /// Its number and symbol: `165/KH-MNBT`.
    pub number: Option<Text>,
    /// Its date.
    pub date: Option<Placed<Date>>,
    /// Who issued it.
    pub issuer: Option<Text>,
}

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Column {
    /// What it is for.
    pub role: Role,
    /// Its header label.
    pub label: Text,
}

/// A heading row and the tasks under it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Section {
    /// `I`, `A`, `1.1`, without a trailing dot; nested sections are joined: `I.1`.
    pub number: Option<Text>,
    /// The heading; nested titles are joined with ` / `.
    pub title: Option<Text>,
    /// The area of the PAR Index, read from the title; `None` without a title.
    pub area: Option<Area>,
    /// The documents that the title refers to.
    pub citations: Vec<Citation>,
    /// Its tasks.
    pub tasks: Vec<Task>,
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Task {
    /// Its name among the tasks of the document, given by validation; see [`crate::id`].
    pub id: String,
    /// The ordinal as printed, without a trailing dot.
    pub number: Option<Text>,
    /// What is to be done.
    pub task: Option<Text>,
    /// Who does it.
    pub lead_unit: Option<Text>,
    /// Who takes part, without the phrase that says they do not.
    pub coordinating_unit: Option<Text>,
    /// The phrase that says the coordinating unit does not perform the task.
    ///
    /// The flag `not_performed` of the outputs is true just when this phrase is there, so a flag
    /// without its phrase cannot be built.
    pub not_performed: Option<Text>,
    /// What comes out.
    pub product: Option<Text>,
    /// When.
    pub timeframe: Option<Text>,
    /// A remark.
    pub note: Option<Text>,
    /// The cells of the other columns, in column order.
    pub extra: Vec<Extra>,
    /// What the cells mean.
    pub meaning: Meaning,
    /// Where the row begins.
    pub place: Place,
}

impl Task {
    /// A row without any cell.
    #[must_use]
    pub const fn empty(place: Place) -> Self {
        Self {
            id: String::new(),
            number: None,
            task: None,
            lead_unit: None,
            coordinating_unit: None,
            not_performed: None,
            product: None,
            timeframe: None,
            note: None,
            extra: Vec::new(),
            meaning: Meaning {
                schedule: None,
                lead_units: Vec::new(),
                coordinating_units: Vec::new(),
                products: Vec::new(),
                citations: Vec::new(),
            },
            place,
        }
    }

    /// The cell of a role; `None` for an empty cell and for [`Role::Extra`].
    #[must_use]
    pub const fn cell(&self, role: Role) -> Option<&Text> {
        match role {
            Role::Number => self.number.as_ref(),
            Role::Task => self.task.as_ref(),
            Role::LeadUnit => self.lead_unit.as_ref(),
            Role::CoordinatingUnit => self.coordinating_unit.as_ref(),
            Role::Product => self.product.as_ref(),
            Role::Timeframe => self.timeframe.as_ref(),
            Role::Note => self.note.as_ref(),
            Role::Extra => None,
        }
    }
}

/// A cell of a column that has no role of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Extra {
    /// The header label of its column.
    pub label: String,
    /// The cell.
    pub value: Option<Text>,
}
