//! The encodings that texts come in, and how a caller says which.

use std::borrow::Cow;
use std::str::FromStr;

use crate::error::{Error, ErrorKind};

/// How the bytes of a text encode its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// One of the others.
    Legacy(Legacy),
}

/// An encoding of the times before Unicode, as the WHATWG Encoding Standard defines it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Legacy(pub(super) &'static encoding_rs::Encoding);

impl Encoding {
    /// The encoding of a label such as `latin1`, `cp1251`, `Shift_JIS`.
    pub fn named(label: &str) -> Option<Self> {
        let found = |label: &str| encoding_rs::Encoding::for_label_no_replacement(label.as_bytes());
        // The standard has `latin1` and `koi8-r`, people have `latin-1` and `koi8_r`, too.
        let found = found(label).or_else(|| found(&label.replace('_', "-"))).or_else(|| found(&label.replace(['-', '_'], "")))?;
        Some(Self::of(found))
    }

    pub(super) fn of(found: &'static encoding_rs::Encoding) -> Self {
        if found == encoding_rs::UTF_8 {
            Self::Utf8
        } else if found == encoding_rs::UTF_16LE {
            Self::Utf16Le
        } else if found == encoding_rs::UTF_16BE {
            Self::Utf16Be
        } else {
            Self::Legacy(Legacy(found))
        }
    }

    /// Whether it switches character sets by escapes, so that all its bytes are ASCII.
    pub(super) fn is_escaped(self) -> bool {
        matches!(self, Self::Legacy(legacy) if legacy.0 == encoding_rs::ISO_2022_JP)
    }

    /// Its name in the Encoding Standard.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Legacy(legacy) => legacy.0.name(),
        }
    }

    /// `text` in this encoding, without a byte order mark. Fails on a character that it does not have, naming its byte in `text`.
    pub fn encode(self, text: &str) -> Result<Cow<'_, [u8]>, Error> {
        Ok(match self {
            Self::Utf8 => Cow::Borrowed(text.as_bytes()),
            Self::Utf16Le => Cow::Owned(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Self::Utf16Be => Cow::Owned(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            Self::Legacy(legacy) => legacy.encode(text)?,
        })
    }
}

impl Legacy {
    fn encode(self, text: &str) -> Result<Cow<'_, [u8]>, Error> {
        let (bytes, _, replaced) = self.0.encode(text);
        if !replaced {
            return Ok(bytes);
        }
        let lacks = |c: char| self.0.encode(c.encode_utf8(&mut [0; 4])).2;
        let (at, c) = text.char_indices().find(|&(_, c)| lacks(c)).unwrap_or_default();
        Err(Error::at_byte(ErrorKind::NoSuchCharacter { encoding: self.0.name(), c }, at))
    }
}

/// What a caller knows of the encoding of bytes. A byte order mark tells more than anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Charset {
    /// Nothing, and nothing is guessed: UTF-8 or UTF-16, or an error.
    #[default]
    Strict,
    /// Nothing, and what is neither UTF-8 nor UTF-16 is guessed.
    Guess,
    /// What the text says of itself, as a page does. It counts where the bytes are not UTF-8, and is tried before guessing.
    Declared(Encoding),
    /// The encoding itself.
    Named(Encoding),
}

impl FromStr for Charset {
    type Err = Error;

    /// `auto`, `strict`, or the label of an encoding.
    fn from_str(said: &str) -> Result<Self, Error> {
        match said {
            "auto" => Ok(Self::Guess),
            "strict" => Ok(Self::Strict),
            label => {
                Encoding::named(label).map(Self::Named).ok_or_else(|| Error::new(ErrorKind::NoSuchEncoding(label.to_owned())))
            }
        }
    }
}
