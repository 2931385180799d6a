//! A Data Package (Frictionless): describes the columns of the CSV next to it, for programs.
//!
//! The descriptor is of version 2.0 and describes the file that [`csv::write`] writes
//! under the name of the source with the ending `.csv`, with its length and its SHA-256; it does not
//! contain the tasks. A day has the type `list`, because a list of times has several days in one cell.
//! The other cells with several values have the type `string`, because their values may contain the
//! separator.

use std::io;
use std::path::Path;

use phuluc_messages::Lang;
use phuluc_model::Text;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::csv;
use crate::error::Error;
use crate::field::{BETWEEN, FIELDS, Field, Kind, PLACE_FIELDS};
use crate::format::Format;
use crate::json;
use crate::report::Report;
use crate::sha256::hexadecimal;

/// The definition that the descriptor follows.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// The description of the CSV.
pub const FORMAT: Format = Format::new("datapackage", "datapackage.json", write);

/// Writes the descriptor of the CSV.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    let mut fingerprint = Fingerprint::default();
    csv::write(report, &mut fingerprint)?;
    let extras = csv::extra_columns(report.document);
    let package = Package {
        schema: PROFILE,
        title: title(report),
        description: report.choice(Lang::En),
        sources: [PackageSource { title: report.source.name }],
        resources: [Resource::of(report.source.name, fingerprint, fields(&extras))],
    };
    json::write_indented(&package, out)
}

/// The title of the first appendix that has one.
fn title<'a>(report: &Report<'a>) -> Option<&'a str> {
    report.document.appendices().iter().find_map(|a| a.title.as_ref()).map(Text::as_str)
}

/// The length and the SHA-256 of the bytes that are written to it.
#[derive(Default)]
struct Fingerprint {
    bytes: usize,
    hasher: Sha256,
}

impl io::Write for Fingerprint {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.bytes += buffer.len();
        self.hasher.update(buffer);
        Ok(buffer.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Fingerprint {
    fn hash(self) -> String {
        format!("sha256:{}", hexadecimal(&self.hasher.finalize()))
    }
}

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    sources: [PackageSource<'a>; 1],
    resources: [Resource<'a>; 1],
}

#[derive(Serialize)]
struct PackageSource<'a> {
    title: &'a str,
}

#[derive(Serialize)]
struct Resource<'a> {
    name: &'static str,
    r#type: &'static str,
    path: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    dialect: Dialect,
    schema: Schema<'a>,
}

impl<'a> Resource<'a> {
    fn of(source: &str, fingerprint: Fingerprint, fields: Vec<PackageField<'a>>) -> Self {
        Self {
            name: "tasks",
            r#type: "table",
            path: csv_name(source),
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            bytes: fingerprint.bytes,
            hash: fingerprint.hash(),
            dialect: Dialect::OF_THE_CSV,
            schema: Schema { fields, primary_key: ["id"], missing_values: [""] },
        }
    }
}

/// The name of the CSV: the name of the source with another ending, as the command line names it.
fn csv_name(source: &str) -> String {
    let stem = Path::new(source).file_stem().and_then(|stem| stem.to_str()).unwrap_or(source);
    format!("{stem}.csv")
}

/// How the CSV is written; defaults of the standard are written too, so that a reader need not know them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    delimiter: char,
    line_terminator: char,
    quote_char: char,
    double_quote: bool,
    header: bool,
}

impl Dialect {
    const OF_THE_CSV: Self = Self {
        delimiter: ',',
        line_terminator: '\n',
        quote_char: '"',
        double_quote: true,
        header: true,
    };
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    fields: Vec<PackageField<'a>>,
    primary_key: [&'static str; 1],
    missing_values: [&'static str; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PackageField<'a> {
    name: &'a str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    delimiter: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item_type: Option<&'static str>,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Constraints>,
}

/// What all cells of a column satisfy; `None` means no condition.
#[derive(Serialize, Default)]
struct Constraints {
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unique: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#enum: Option<&'static [&'static str]>,
}

/// The columns in the order of the header.
fn fields(extras: &[String]) -> Vec<PackageField<'_>> {
    let before = FIELDS.iter().map(PackageField::of);
    let after = PLACE_FIELDS.iter().map(PackageField::of);
    before.chain(extras.iter().map(|label| PackageField::extra(label))).chain(after).collect()
}

impl<'a> PackageField<'a> {
    fn of(field: &'static Field) -> PackageField<'a> {
        let (r#type, description) = match field.kind {
            Kind::Key | Kind::Text | Kind::Name(_) => ("string", field.about.to_owned()),
            Kind::Texts => {
                ("string", format!("{} Values have «{BETWEEN}» between them.", field.about))
            }
            Kind::Flag => ("boolean", field.about.to_owned()),
            Kind::Days => ("list", field.about.to_owned()),
            Kind::Count => ("integer", field.about.to_owned()),
        };
        let listed = field.kind == Kind::Days;
        PackageField {
            name: field.name,
            r#type,
            delimiter: listed.then_some(BETWEEN),
            item_type: listed.then_some("date"),
            description,
            constraints: Constraints::of(field.kind),
        }
    }

    /// A column without a role, under its label in the table.
    fn extra(label: &'a str) -> Self {
        Self {
            name: label,
            r#type: "string",
            delimiter: None,
            item_type: None,
            description: format!("The column «{label}» of the table."),
            constraints: None,
        }
    }
}

impl Constraints {
    fn of(kind: Kind) -> Option<Self> {
        let required = Self { required: Some(true), ..Self::default() };
        match kind {
            Kind::Key => Some(Self { unique: Some(true), ..required }),
            Kind::Count => Some(Self { minimum: Some(1), ..required }),
            Kind::Flag => Some(required),
            Kind::Name(names) => Some(Self { r#enum: Some(names), ..Self::default() }),
            Kind::Text | Kind::Texts | Kind::Days => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::sample;

    fn written() -> Value {
        let (document, diagnostics) = sample::document();
        let mut bytes = Vec::new();
        write(&sample::report(&document, &diagnostics), &mut bytes).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    fn csv() -> Vec<u8> {
        let (document, diagnostics) = sample::document();
        let mut bytes = Vec::new();
        csv::write(&sample::report(&document, &diagnostics), &mut bytes).unwrap();
        bytes
    }

    /// Reads the header from the written CSV, not from the table of columns, so that the test is independent.
    #[test]
    fn names_the_columns_of_the_csv() {
        let header = ::csv::Reader::from_reader(csv().as_slice()).headers().unwrap().clone();
        let package = written();
        let fields = package["resources"][0]["schema"]["fields"].as_array().unwrap();
        let names: Vec<_> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(names, header.iter().collect::<Vec<_>>());
        assert_eq!(fields.iter().filter(|f| f["description"] == json!("")).count(), 0);
    }

    #[test]
    fn says_what_the_bytes_of_the_csv_are() {
        let package = written();
        let resource = &package["resources"][0];
        assert_eq!(resource["path"], json!("sample.csv"));
        assert_eq!(resource["bytes"], json!(csv().len()));
        assert_eq!(resource["hash"].as_str().unwrap().len(), "sha256:".len() + 64);
        assert_eq!(resource["schema"]["missingValues"], json!([""]));
        assert_eq!(resource["schema"]["primaryKey"], json!(["id"]));
        let dialect = json!({ "delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"",
            "doubleQuote": true, "header": true });
        assert_eq!(resource["dialect"], dialect);
        assert_eq!(package["title"], json!("Phân công nhiệm vụ"));
    }

    #[test]
    fn each_kind_of_column_has_its_type() {
        let package = written();
        let fields = package["resources"][0]["schema"]["fields"].as_array().unwrap().clone();
        let check = |name: &str, expected: Value| {
            let mut field = fields.iter().find(|field| field["name"] == name).unwrap().clone();
            for key in ["name", "description"] {
                field.as_object_mut().unwrap().remove(key).unwrap();
            }
            assert_eq!(field, expected, "{name}");
        };
        check(
            "id",
            json!({ "type": "string", "constraints": { "required": true, "unique": true } }),
        );
        check("task", json!({ "type": "string" }));
        check("not_performed", json!({ "type": "boolean", "constraints": { "required": true } }));
        check("schedule_due", json!({ "type": "list", "delimiter": "; ", "itemType": "date" }));
        check("lead_units", json!({ "type": "string" }));
        check("Căn cứ (2)", json!({ "type": "string" }));
        let count = json!({ "type": "integer", "constraints": { "required": true, "minimum": 1 } });
        check("page", count);
    }

    #[test]
    fn the_csv_has_the_name_of_the_source() {
        assert_eq!(csv_name("ben-thanh-2024.txt"), "ben-thanh-2024.csv");
        assert_eq!(csv_name("plan.final.pdf"), "plan.final.csv");
        assert_eq!(csv_name("stdin"), "stdin.csv");
    }
}
