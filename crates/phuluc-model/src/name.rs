//! From the name of a value back to the value.
//!
//! Roles, codes and the other sets of the model give the names that the outputs use with `name`. Here they
//! are read from these names. With the feature `serde` they are also stored as names, so that a stored
//! document can still be read when the order of a set changes.

use std::fmt;
use std::str::FromStr;

use crate::audit::Remainder;
use crate::diagnostic::{Code, Severity};
use crate::meaning::{Area, CitationClass};
use crate::role::Role;
use crate::schedule::{Assumption, Bound, Period, YearSource};
use crate::variant::Variant;

/// No value of a set has this name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    set: &'static str,
    name: String,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no {} with the name `{}`", self.set, self.name)
    }
}

impl std::error::Error for UnknownName {}

macro_rules! named {
    ($($set:ident: $what:literal;)+) => { $(
        impl FromStr for $set {
            type Err = UnknownName;

            fn from_str(name: &str) -> Result<Self, UnknownName> {
                let found = Self::ALL.iter().find(|value| value.name() == name);
                found.copied().ok_or_else(|| UnknownName { set: $what, name: name.to_owned() })
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $set {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $set {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Name(std::marker::PhantomData))
            }
        }
    )+ };
}

named! {
    Role: "role";
    Code: "code of a diagnostic";
    Severity: "severity";
    Remainder: "reason to leave words out";
    Area: "area";
    CitationClass: "class of a citation";
    Assumption: "assumption";
    YearSource: "source of a year";
    Bound: "bound";
    Period: "period";
    Variant: "variant of a sentence";
}

/// Reads a name without copying it.
#[cfg(feature = "serde")]
struct Name<T>(std::marker::PhantomData<T>);

#[cfg(feature = "serde")]
impl<T: FromStr<Err = UnknownName>> serde::de::Visitor<'_> for Name<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<T, E> {
        name.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every value is found by its name, and what is in no set is not found.
    #[test]
    fn each_name_leads_back_to_its_value() {
        fn check<T: FromStr<Err = UnknownName> + Copy + PartialEq + fmt::Debug>(
            all: &[T],
            name: fn(T) -> &'static str,
        ) {
            for value in all {
                assert_eq!(name(*value).parse(), Ok(*value));
            }
            assert!("".parse::<T>().is_err() && "Task ".parse::<T>().is_err());
        }
        check(&Role::ALL, Role::name);
        check(Code::ALL, Code::name);
        check(Variant::ALL, Variant::name);
        check(&Severity::ALL, Severity::name);
        check(&Remainder::ALL, Remainder::name);
        check(&Area::ALL, Area::name);
        check(&CitationClass::ALL, CitationClass::name);
        check(Assumption::ALL, Assumption::name);
        check(&YearSource::ALL, YearSource::name);
        check(&Bound::ALL, Bound::name);
        check(&Period::ALL, Period::name);
    }

    #[test]
    fn an_unknown_name_is_told_with_its_set() {
        let told = "boss".parse::<Role>().unwrap_err().to_string();
        assert_eq!(told, "there is no role with the name `boss`");
    }
}
