//! JSON Lines: one JSON object a line, one text a row.
//!
//! A row keeps what it does not need as the bytes it came in: a cleaned row has the same keys in the same order, each other
//! value untouched to the byte, and a row with nothing to change is written as it was read.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::error::{Error, ErrorKind};

/// One row: its keys in order, with the raw JSON of their values.
#[derive(Debug)]
pub struct Row<'a> {
    fields: Vec<(Cow<'a, str>, &'a RawValue)>,
}

impl<'a> Row<'a> {
    /// Reads one line. The error's byte counts from the start of the line.
    pub fn parse(line: &'a [u8]) -> Result<Self, Error> {
        let text = std::str::from_utf8(line).map_err(|error| {
            let at = error.valid_up_to();
            let bad = line.get(at).copied().unwrap_or_default();
            Error::at_byte(ErrorKind::InvalidUtf8 { bad, truncated: error.error_len().is_none() }, at)
        })?;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        if !text.trim_start().starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() {
            return Err(Error::at_byte(ErrorKind::NotAnObject, 0));
        }
        serde_json::from_str(text).map_err(|error| {
            // serde_json counts lines and columns from 1; a row has one line.
            let at = error.column().saturating_sub(1).min(text.len()) + (line.len() - text.len());
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default().to_owned();
            Error::at_byte(ErrorKind::Json(message), at)
        })
    }

    /// The string in `field`; of a key that stands twice, the last, as JSON readers do.
    pub fn string(&self, field: &str) -> Result<Cow<'a, str>, Error> {
        let raw = self.raw(field).ok_or_else(|| Error::new(ErrorKind::NoField(field.to_owned())))?;
        Text::parse(raw).ok_or_else(|| {
            // The row as a whole is JSON, so a string that cannot be read has an escape that stands for no character.
            let kind = if raw.get().starts_with('"') { ErrorKind::NotUnicode } else { ErrorKind::NotAString };
            Error::new(kind(field.to_owned()))
        })
    }

    /// A value that may be missing or null: a string as it is, another value as its JSON.
    pub fn value(&self, field: &str) -> Option<Cow<'a, str>> {
        let raw = self.raw(field)?;
        if raw.get() == "null" {
            return None;
        }
        Some(Text::parse(raw).unwrap_or(Cow::Borrowed(raw.get())))
    }

    /// The row with `field` set to `text`, without a line feed.
    pub fn with(&self, field: &str, text: &str) -> String {
        let last = self.fields.iter().rposition(|(key, _)| key == field);
        let mut out = String::from("{");
        for (at, (key, raw)) in self.fields.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            out.push_str(&quote(key));
            out.push(':');
            if Some(at) == last { out.push_str(&quote(text)) } else { out.push_str(raw.get()) }
        }
        out.push('}');
        out
    }

    /// A value as the JSON it came in; of a key that stands twice, the last.
    pub(super) fn raw(&self, field: &str) -> Option<&'a RawValue> {
        self.fields.iter().rev().find(|(key, _)| key == field).map(|(_, raw)| *raw)
    }
}

/// A string as JSON.
pub(crate) fn quote(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A row of strings, without a line feed.
#[cfg(feature = "batch")]
pub(crate) fn of_strings(fields: &[(&str, &str)]) -> String {
    let fields = fields.iter().map(|(key, text)| format!("{}:{}", quote(key), quote(text)));
    format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
}

/// A JSON string, borrowed when it has no escapes.
struct Text<'a>(Cow<'a, str>);

impl<'a> Text<'a> {
    fn parse(raw: &'a RawValue) -> Option<Cow<'a, str>> {
        serde_json::from_str::<Self>(raw.get()).ok().map(|text| text.0)
    }
}

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Strings;
        impl<'de> Visitor<'de> for Strings {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Strings)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Row<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Row<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some((key, raw)) = map.next_entry::<Text<'de>, &'de RawValue>()? {
                    fields.push((key.0, raw));
                }
                Ok(Row { fields })
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_values_stay_to_the_byte() {
        let line = br#"{"n": 1.50e3, "text":"a\u0435b", "k\"ey": [1,  {"x":null}], "big":123456789012345678901234567890}"#;
        let row = Row::parse(line).unwrap();
        assert_eq!(row.string("text").unwrap(), "a\u{435}b");
        assert_eq!(
            row.with("text", "a\"eb"),
            r#"{"n":1.50e3,"text":"a\"eb","k\"ey":[1,  {"x":null}],"big":123456789012345678901234567890}"#
        );
    }

    #[test]
    fn errors_name_byte_and_field() {
        let parse = |line: &[u8]| Row::parse(line).unwrap_err().to_string();
        assert_eq!(parse(br#"{"text": "abc}"#), "byte 13: expected a JSON object, but EOF while parsing a string");
        assert_eq!(parse(b"[1]"), "byte 0: expected a JSON object, but found another JSON value");
        assert_eq!(parse(b"{\"text\":\"\xE9\"}"), "byte 9: expected UTF-8, but found the byte 0xE9");
        let row = Row::parse(br#"{"text":5}"#).unwrap();
        assert_eq!(
            row.string("text").unwrap_err().to_string(),
            r#"expected a string in the field "text", but found another JSON value"#
        );
        assert_eq!(row.string("body").unwrap_err().to_string(), r#"expected the field "body", but found no such key"#);
        assert_eq!(row.value("text").as_deref(), Some("5"));
    }
}
