//! `--column LABEL=ROLE`: the role of a column by its label.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use phuluc::model::{Arguments, Coded, Role};

use crate::message::in_english;

/// A label and the role that its column is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ColumnRole {
    pub(crate) label: String,
    pub(crate) role: Role,
}

/// Why the role of a column was not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ColumnRoleError {
    NoRole,
    NoLabel,
    UnknownRole(String),
}

impl Coded for ColumnRoleError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoRole => "column_no_role",
            Self::NoLabel => "column_no_label",
            Self::UnknownRole(_) => "column_unknown_role",
        }
    }

    fn arguments(&self) -> Arguments {
        match self {
            Self::NoRole | Self::NoLabel => Arguments::new(),
            Self::UnknownRole(role) => Arguments::new()
                .with("role", role.as_str())
                .with("roles", Role::ALL.map(Role::name).join(", ")),
        }
    }
}

in_english!(ColumnRoleError);

/// The roles by their labels; of two for one label the last counts.
pub(crate) fn roles(columns: &[ColumnRole]) -> BTreeMap<String, Role> {
    columns.iter().map(|column| (column.label.clone(), column.role)).collect()
}

impl FromStr for ColumnRole {
    type Err = ColumnRoleError;

    /// A label may hold `=`, so the last one counts.
    fn from_str(text: &str) -> Result<Self, ColumnRoleError> {
        let (label, name) = text.rsplit_once('=').ok_or(ColumnRoleError::NoRole)?;
        let (label, name) = (label.trim(), name.trim());
        if label.is_empty() {
            return Err(ColumnRoleError::NoLabel);
        }
        let role = Role::ALL.into_iter().find(|role| role.name() == name);
        let role = role.ok_or_else(|| ColumnRoleError::UnknownRole(name.to_owned()))?;
        Ok(Self { label: label.to_owned(), role })
    }
}

impl fmt::Display for ColumnRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.label, self.role.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_a_label_and_a_role() {
        let column: ColumnRole = " Ai làm (a=b) = lead_unit".parse().unwrap();
        assert_eq!(column, ColumnRole { label: "Ai làm (a=b)".to_owned(), role: Role::LeadUnit });
        assert_eq!(column.to_string().parse(), Ok(column));
    }

    #[test]
    fn what_is_no_column_is_said() {
        let error = |text: &str| text.parse::<ColumnRole>().unwrap_err();
        assert_eq!(error("Hạn"), ColumnRoleError::NoRole);
        assert_eq!(error(" =task"), ColumnRoleError::NoLabel);
        let unknown = error("Hạn=deadline").to_string();
        assert!(
            unknown.starts_with("there is no role `deadline`; the roles are number, "),
            "{unknown}"
        );
    }
}
