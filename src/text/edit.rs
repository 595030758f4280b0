//! What a rule asks for: put this in place of that.

use super::Span;

/// A replacement a rule asks for, in the text that the rule was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace; on character boundaries.
    pub span: Span,
    /// What comes in their place.
    pub to: Replacement,
    /// Who asks.
    pub hands: Hands,
}

/// What comes in the place of a replaced span. One letter for another is by far the commonest, so it costs no allocation; and a
/// choice of two fits into the two words of a `Box<str>`, which one of three would not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replacement {
    /// One character, or none: the span is deleted.
    Short(Option<char>),
    /// A longer text.
    Text(Box<str>),
}

impl Replacement {
    /// The span is deleted.
    pub const NOTHING: Self = Self::Short(None);

    /// The replacement as text; `buffer` holds it when it is one character.
    pub fn as_str<'a>(&'a self, buffer: &'a mut [u8; 4]) -> &'a str {
        match self {
            Self::Short(None) => "",
            Self::Short(Some(c)) => c.encode_utf8(buffer),
            Self::Text(text) => text,
        }
    }

    /// Its length in bytes.
    #[inline]
    pub fn len(&self) -> usize {
        match self {
            Self::Short(Some('\0'..='\x7F')) => 1,
            Self::Short(c) => c.map_or(0, char::len_utf8),
            Self::Text(text) => text.len(),
        }
    }

    /// Whether nothing comes in the place of the span.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl From<char> for Replacement {
    fn from(c: char) -> Self {
        Self::Short(Some(c))
    }
}

impl From<Box<str>> for Replacement {
    fn from(text: Box<str>) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Replacement {
    /// The cheapest form that says the same.
    fn from(text: &str) -> Self {
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (first, None) => Self::Short(first),
            _ => Self::Text(text.into()),
        }
    }
}

/// A set of bits that says who had a hand in a change. Joining two changes joins their sets.
///
/// This room only joins them; the rules give the bits their meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Hands(pub u64);

impl Hands {
    /// All hands of both.
    #[must_use]
    pub const fn join(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
