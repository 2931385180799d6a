//! What the cells of a task mean, beside their text and never instead of it.

use jiff::civil::Date;

use crate::place::Place;
use crate::role::Role;
use crate::schedule::Schedule;

/// What the cells of one task mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Meaning {
    /// When; `None` where the table has no column for it.
    pub schedule: Option<Schedule>,
    /// The units of the lead cell, in its order.
    pub lead_units: Vec<Item>,
    /// The units of the coordinating cell, in its order.
    pub coordinating_units: Vec<Item>,
    /// The products, in the order of their cell.
    pub products: Vec<Item>,
    /// The documents that the cells refer to, in column order.
    pub citations: Vec<Citation>,
}

/// One value of a cell that lists several.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Item {
    /// The value as the cell has it, without the separators around it.
    pub text: String,
    /// The same with its abbreviations written out; `None` where it has none.
    pub expanded: Option<String>,
}

/// A reference to a document by its number and symbol.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Citation {
    /// The reference in its standard form: `3815/KH-UBND`.
    pub canonical: String,
    /// The reference as the text has it.
    pub raw: String,
    /// Which grammar the reference follows.
    pub class: CitationClass,
    /// Its number, with a small letter where it has one: `30c`.
    pub number: String,
    /// The year in the symbol.
    pub year: Option<i16>,
    /// The kind of document: the word before the reference, else what its symbol stands for.
    pub kind: Option<String>,
    /// The body in the symbol: `UBND`, `CP`, `TU`.
    pub organ: Option<String>,
    /// Who issued it, as the text behind the reference says.
    pub issuer: Option<String>,
    /// The date that the text behind the reference says.
    pub date: Option<Date>,
    /// Where the reference begins.
    pub place: Place,
    /// The field of the record; `None` in a heading.
    pub field: Option<Role>,
}

/// The grammars of references.
///
/// Nghị định 30/2020/NĐ-CP (administrative), Nghị định 78/2025/NĐ-CP (normative), Hướng dẫn
/// 05-HD/VPTW (party).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CitationClass {
    /// `108/2020/NĐ-CP`: number, year, kind, body.
    Normative,
    /// `74/2022/QH15`, `1678/NQ-UBTVQH15`: of the National Assembly and its committee.
    Assembly,
    /// `3494/QĐ-UBND`: number, kind, body.
    Admin,
    /// `2231/SNV-CCHC`: a letter (công văn): number, body, drafting unit.
    Dispatch,
    /// `124-KH/TU`: of the party: number, kind, body.
    Party,
}

impl CitationClass {
    /// Every class.
    pub const ALL: [Self; 5] =
        [Self::Normative, Self::Assembly, Self::Admin, Self::Dispatch, Self::Party];

    /// The name that the outputs use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normative => "normative",
            Self::Assembly => "assembly",
            Self::Admin => "admin",
            Self::Dispatch => "dispatch",
            Self::Party => "party",
        }
    }
}

/// The area of the PAR Index (Chỉ số cải cách hành chính) that a section belongs to.
///
/// One to seven are those of Quyết định 876/QĐ-BNV (2022), eight is that of provinces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// 1: chỉ đạo, điều hành cải cách hành chính.
    Direction,
    /// 2: cải cách thể chế.
    Institutions,
    /// 3: cải cách thủ tục hành chính.
    Procedures,
    /// 4: cải cách tổ chức bộ máy.
    Organisation,
    /// 5: cải cách chế độ công vụ.
    CivilService,
    /// 6: cải cách tài chính công.
    Finance,
    /// 7: chính phủ điện tử, chính phủ số.
    DigitalGovernment,
    /// 8: tác động đến người dân, tổ chức, kinh tế - xã hội.
    Impact,
    /// Surveys: điều tra xã hội học, SIPAS.
    Survey,
    /// A title that names none of them.
    Other,
}

impl Area {
    /// Every area.
    pub const ALL: [Self; 10] = [
        Self::Direction,
        Self::Institutions,
        Self::Procedures,
        Self::Organisation,
        Self::CivilService,
        Self::Finance,
        Self::DigitalGovernment,
        Self::Impact,
        Self::Survey,
        Self::Other,
    ];

    /// The code that the outputs use: `1` to `8`, `survey`, `other`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direction => "1",
            Self::Institutions => "2",
            Self::Procedures => "3",
            Self::Organisation => "4",
            Self::CivilService => "5",
            Self::Finance => "6",
            Self::DigitalGovernment => "7",
            Self::Impact => "8",
            Self::Survey => "survey",
            Self::Other => "other",
        }
    }
}
