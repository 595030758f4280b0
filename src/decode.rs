//! Bytes to text: which encoding, and where each byte of the text came from.
//!
//! Strict UTF-8 comes first, always: text that is valid UTF-8 is almost never anything else, and guessing has made mojibake
//! of fine text in other tools. UTF-16 is read when a byte order mark says so, or when the pattern of zero bytes leaves no
//! doubt. Whatever is neither ends in an error that names the byte.

use std::borrow::Cow;

use crate::error::{Error, ErrorKind};
use crate::text::Span;

/// How many bytes of decoded text lie between two entries of the map to the input.
const STRIDE: usize = 4096;

/// How the bytes of a text encode its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

impl Encoding {
    /// Its IANA name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
        }
    }

    /// `text` in this encoding, without a byte order mark.
    pub fn encode(self, text: &str) -> Cow<'_, [u8]> {
        match self {
            Self::Utf8 => Cow::Borrowed(text.as_bytes()),
            Self::Utf16Le => Cow::Owned(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Self::Utf16Be => Cow::Owned(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        }
    }
}

/// A text, and what is needed to find and rebuild the bytes it came from.
#[derive(Clone, Debug)]
pub struct Decoded<'b> {
    /// The text, without its byte order mark. Borrowed from the bytes when they are UTF-8.
    pub text: Cow<'b, str>,
    /// The encoding of the bytes.
    pub encoding: Encoding,
    /// Whether the bytes began with a byte order mark.
    pub bom: bool,
    /// Whether the encoding was concluded from the bytes, with nothing that declares it.
    pub guessed: bool,
    /// For UTF-16: the input byte at every [`STRIDE`]th byte of the text or just after it, as (text, input).
    map: Vec<(usize, usize)>,
}

/// Decodes `bytes`. Fails on bytes that are neither UTF-8 nor UTF-16, naming the first bad byte.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Error> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Err(Error::at_byte(ErrorKind::Utf32, 0)),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, true).map_err(|error| error.shifted(3)),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, Encoding::Utf16Le, true),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, Encoding::Utf16Be, true),
        _ => match undeclared_utf16(bytes) {
            Some(encoding) => utf16(bytes, encoding, false).or_else(|_| utf8(bytes, false)),
            None => utf8(bytes, false),
        },
    }
}

impl<'b> Decoded<'b> {
    /// A text that somebody else has decoded, such as a JSON string: its bytes are its UTF-8.
    pub const fn of_text(text: &'b str) -> Self {
        Self { text: Cow::Borrowed(text), encoding: Encoding::Utf8, bom: false, guessed: false, map: Vec::new() }
    }

    /// The input bytes of a span of the text.
    pub fn source_span(&self, span: Span) -> Span {
        Span::new(self.source_offset(span.start), self.source_offset(span.end))
    }

    /// `text`, which stands in this text's place, as bytes of the same make: same encoding, same byte order mark.
    pub fn encode<'a>(&self, text: &'a str) -> Cow<'a, [u8]> {
        let bytes = self.encoding.encode(text);
        if !self.bom {
            return bytes;
        }
        let mut whole = self.encoding.encode("\u{FEFF}").into_owned();
        whole.extend_from_slice(&bytes);
        Cow::Owned(whole)
    }

    fn source_offset(&self, at: usize) -> usize {
        match self.encoding {
            Encoding::Utf8 => at + if self.bom { 3 } else { 0 },
            Encoding::Utf16Le | Encoding::Utf16Be => {
                let entry = self.map.partition_point(|&(text, _)| text <= at).checked_sub(1).and_then(|at| self.map.get(at));
                let (text, source) = entry.copied().unwrap_or_default();
                source + self.text.get(text..at).unwrap_or("").chars().map(|c| 2 * c.len_utf16()).sum::<usize>()
            }
        }
    }
}

fn utf8(bytes: &[u8], bom: bool) -> Result<Decoded<'_>, Error> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let bad = bytes.get(at).copied().unwrap_or_default();
        Error::at_byte(ErrorKind::InvalidUtf8 { bad, truncated: error.error_len().is_none() }, at)
    })?;
    Ok(Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8, bom, guessed: false, map: Vec::new() })
}

fn utf16(bytes: &[u8], encoding: Encoding, bom: bool) -> Result<Decoded<'_>, Error> {
    let head = if bom { 2 } else { 0 };
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units =
        pairs.iter().map(|&pair| if encoding == Encoding::Utf16Le { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) });
    let mut text = String::with_capacity(bytes.len());
    let mut map = Vec::new();
    let mut source = head;
    for unit in char::decode_utf16(units) {
        if text.len() >= map.len() * STRIDE {
            map.push((text.len(), source));
        }
        let c = unit.map_err(|error| Error::at_byte(ErrorKind::LoneSurrogate { unit: error.unpaired_surrogate() }, source))?;
        text.push(c);
        source += 2 * c.len_utf16();
    }
    if !rest.is_empty() {
        return Err(Error::at_byte(ErrorKind::HalfUnit, source));
    }
    Ok(Decoded { text: Cow::Owned(text), encoding, bom, guessed: !bom, map })
}

/// UTF-16 without a byte order mark: every text in it has many characters below U+0100, whose zero bytes all fall on one side.
/// A UTF-8 text that holds a stray NUL or two does not look so.
fn undeclared_utf16(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..bytes.len().min(STRIDE)).unwrap_or(&[]);
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if !bytes.len().is_multiple_of(2) || even.max(odd) < 4.max(head.len() / 40) {
        return None;
    }
    // U+4E00, half of an emoji: a few zeros do fall on the other side.
    if even * 8 <= odd {
        Some(Encoding::Utf16Le)
    } else if odd * 8 <= even {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_keeps_its_offsets_and_comes_back() {
        for bom in [true, false] {
            for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
                let text = "One 😀 two, Жук. ".repeat(700);
                let mut bytes = if bom { encoding.encode("\u{FEFF}").into_owned() } else { Vec::new() };
                bytes.extend_from_slice(&encoding.encode(&text));
                let decoded = decode(&bytes).unwrap();
                assert_eq!(
                    (decoded.text.as_ref(), decoded.encoding, decoded.bom, decoded.guessed),
                    (&*text, encoding, bom, !bom)
                );
                assert_eq!(decoded.encode(&decoded.text), bytes);
                for (at, c) in text.char_indices().step_by(97) {
                    let span = decoded.source_span(Span::new(at, at + c.len_utf8()));
                    assert_eq!(encoding.encode(&c.to_string()).as_ref(), &bytes[span.start..span.end]);
                }
            }
        }
    }

    #[test]
    fn stray_nuls_do_not_make_utf16() {
        let decoded = decode(b"a\0b plain text with a \0 in it").unwrap();
        assert_eq!((decoded.encoding, decoded.text.len()), (Encoding::Utf8, 29));
    }

    #[test]
    fn errors_name_the_byte() {
        let message = |bytes: &[u8]| decode(bytes).unwrap_err().to_string();
        assert_eq!(message(b"caf\xE9 au lait"), "byte 3: expected UTF-8, but found the byte 0xE9");
        assert_eq!(message(b"\xEF\xBB\xBFab\xFF"), "byte 5: expected UTF-8, but found the byte 0xFF");
        assert_eq!(message(b"abc\xE2\x82"), "byte 3: expected the rest of a UTF-8 character, but found the end of the text");
        assert_eq!(
            message(b"\xFF\xFEa\0\0\xD8b\0"),
            "byte 4: expected a character in UTF-16, but found the lone surrogate 0xD800"
        );
        assert_eq!(message(b"\xFF\xFEa\0b"), "byte 4: expected two bytes of UTF-16, but found one at the end of the text");
    }
}
