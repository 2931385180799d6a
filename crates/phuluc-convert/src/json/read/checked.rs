//! Checked values of the JSON: an object, or a string that is a known name, a date or a text.

use std::fmt::{self, Display};
use std::marker::PhantomData;
use std::str::FromStr;

use phuluc_model::Date;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

/// A value that must be an object. Without this type, serde accepts an array as an object.
#[derive(Clone, Copy)]
pub(super) struct Object<T>(pub(super) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData)).map(Self)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<T, M::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

/// A value that is written as a string. It is checked while the string is read, so that an error has its
/// place.
pub(super) struct Checked<T>(pub(super) T);

impl<'de, T: FromStr<Err: Display>> Deserialize<'de> for Checked<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(StringVisitor(PhantomData)).map(Self)
    }
}

struct StringVisitor<T>(PhantomData<T>);

impl<T: FromStr<Err: Display>> Visitor<'_> for StringVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// A text that is not empty.
pub(super) struct NonEmpty(pub(super) String);

impl FromStr for NonEmpty {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.is_empty() {
            return Err("the text is empty; an empty cell is null");
        }
        Ok(Self(text.to_owned()))
    }
}

/// A date in ISO 8601: `2024-06-05`.
pub(super) struct Day(pub(super) Date);

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || format!("`{text}` is no day of the calendar; days are written 2024-06-05");
        // The parser of dates also accepts a date with a time after it.
        let day: Date = text.parse().map_err(|_| error())?;
        if day.to_string() == text { Ok(Self(day)) } else { Err(error()) }
    }
}

/// The SHA-256 of the input: 64 hexadecimal digits, or empty if it was not computed.
pub(super) struct Hash(pub(super) String);

impl FromStr for Hash {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let hexadecimal = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if hexadecimal && matches!(text.len(), 0 | 64) {
            return Ok(Self(text.to_owned()));
        }
        Err("a SHA-256 has 64 figures from 0 to f")
    }
}
