//! Bytes to text: which encoding, and where each byte of the text came from.
//!
//! Strict UTF-8 comes first, always: text that is valid UTF-8 is almost never anything else, and guessing has made mojibake
//! of fine text in other tools. UTF-16 is read when a byte order mark says so, or when the pattern of zero bytes leaves no
//! doubt. Whatever is neither ends in an error that names the byte, unless the caller names the encoding or asks for a guess
//! ([`Charset`]).

mod encoding;
mod legacy;
mod map;

use std::borrow::Cow;

pub use encoding::{Charset, Encoding, Legacy};
use map::{Map, Run};

use crate::error::{Error, ErrorKind};
use crate::text::Span;

/// How much of a text is looked at for the zero bytes of UTF-16.
pub const HEAD: usize = 4096;

/// The byte that begins the switches of character sets in ISO-2022-JP.
const ESCAPE: u8 = 0x1B;

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
    /// Whether the text encodes to the bytes it came from. In some encodings of several bytes a character has two forms, of which
    /// only one is ever written.
    pub is_reversible: bool,
    map: Map,
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

/// Decodes `bytes` by what is known of their encoding. Fails on bytes that are no text in it, naming the first bad byte.
pub fn decode_as(bytes: &[u8], charset: Charset) -> Result<Decoded<'_>, Error> {
    let is_marked = matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0xEF, 0xBB, 0xBF, ..] | [0, 0, 0xFE, 0xFF, ..]);
    match charset {
        Charset::Named(encoding) if !is_marked => named(bytes, encoding),
        Charset::Strict | Charset::Named(_) => decode(bytes),
        Charset::Guess | Charset::Declared(_) if is_marked => decode(bytes),
        Charset::Guess => decode(bytes).or_else(|_| legacy::guess(bytes)),
        // All its bytes are ASCII, so that every text in it is UTF-8 as well.
        Charset::Declared(encoding) if encoding.is_escaped() && bytes.contains(&ESCAPE) => {
            named(bytes, encoding).or_else(|_| decode_as(bytes, Charset::Guess))
        }
        Charset::Declared(encoding) => decode(bytes).or_else(|_| named(bytes, encoding)).or_else(|_| legacy::guess(bytes)),
    }
}

/// Decodes bytes that are text for sure, damaged perhaps: by what they are, else by what they are declared to be, else by a guess.
/// What has no meaning becomes U+FFFD, which is no text that could be written back.
pub fn salvage(bytes: &[u8], declared: Option<Encoding>) -> Decoded<'_> {
    let strict = match declared {
        Some(encoding) => decode(bytes).or_else(|_| named(bytes, encoding)),
        None => decode(bytes),
    };
    let damaged = || match declared {
        Some(Encoding::Legacy(legacy)) if !legacy::is_damaged_utf8(bytes) => legacy::salvage(bytes, legacy),
        _ => None,
    };
    // A declaration with a little damage is worth more than a guess without any.
    let known = strict.ok().or_else(damaged).or_else(|| legacy::guess(bytes).ok());
    known.unwrap_or_else(|| salvage_utf8(bytes))
}

/// Decodes bytes as UTF-8 whatever they are: what has no meaning becomes U+FFFD. For what programs read that take any byte.
pub fn salvage_utf8(bytes: &[u8]) -> Decoded<'_> {
    let mut text = String::with_capacity(bytes.len());
    let (mut runs, mut source) = (Vec::new(), 0);
    for chunk in bytes.utf8_chunks() {
        if !chunk.valid().is_empty() {
            Run::push(&mut runs, (text.len(), 1), (source, 1));
            text.push_str(chunk.valid());
            source += chunk.valid().len();
        }
        if !chunk.invalid().is_empty() {
            let length = chunk.invalid().len();
            Run::push(&mut runs, (text.len(), REPLACEMENT.len()), (source, length));
            text.push_str(REPLACEMENT);
            source += length;
        }
    }
    Run::push(&mut runs, (text.len(), 1), (source, 1));
    let (text, map) = (Cow::Owned(text), Map::Runs(runs));
    Decoded { text, encoding: Encoding::Utf8, bom: false, guessed: false, is_reversible: false, map }
}

/// What stands for bytes without a meaning.
const REPLACEMENT: &str = "\u{FFFD}";

/// Whether a text that begins with `head` is UTF-8 or, strictly, nothing: some [`HEAD`] bytes are enough to tell.
pub fn is_utf8_if_any(head: &[u8]) -> bool {
    let is_marked = matches!(head, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, 0, 0xFE, 0xFF, ..]);
    !is_marked && undeclared_utf16(head.get(..HEAD).unwrap_or(head)).is_none()
}

fn named(bytes: &[u8], encoding: Encoding) -> Result<Decoded<'_>, Error> {
    match encoding {
        Encoding::Utf8 => utf8(bytes, false),
        Encoding::Utf16Le | Encoding::Utf16Be => {
            utf16(bytes, encoding, false).map(|decoded| Decoded { guessed: false, ..decoded })
        }
        Encoding::Legacy(legacy) => legacy::decode(bytes, legacy, false),
    }
}

impl<'b> Decoded<'b> {
    /// A text that somebody else has decoded, such as a JSON string: its bytes are its UTF-8.
    pub const fn of_text(text: &'b str) -> Self {
        let text = Cow::Borrowed(text);
        Self { text, encoding: Encoding::Utf8, bom: false, guessed: false, is_reversible: true, map: Map::Same(0) }
    }

    /// The input bytes of a span of the text.
    pub fn source_span(&self, span: Span) -> Span {
        Span::new(self.source_offset(span.start), self.source_offset(span.end))
    }

    /// `text`, which stands in this text's place, as bytes of the same make: same encoding, same byte order mark. Fails where the
    /// encoding lacks a character of it, or where what was not changed would come out as other bytes.
    pub fn encode<'a>(&self, text: &'a str) -> Result<Cow<'a, [u8]>, Error> {
        if !self.is_reversible {
            return Err(Error::new(ErrorKind::NotReversible { encoding: self.encoding.as_str() }));
        }
        let bytes = self.encoding.encode(text)?;
        if !self.bom {
            return Ok(bytes);
        }
        let mut whole = self.encoding.encode("\u{FEFF}")?.into_owned();
        whole.extend_from_slice(&bytes);
        Ok(Cow::Owned(whole))
    }

    fn source_offset(&self, at: usize) -> usize {
        self.map.source(&self.text, at)
    }
}

pub(crate) fn utf8(bytes: &[u8], bom: bool) -> Result<Decoded<'_>, Error> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let bad = bytes.get(at).copied().unwrap_or_default();
        Error::at_byte(ErrorKind::InvalidUtf8 { bad, truncated: error.error_len().is_none() }, at)
    })?;
    let map = Map::Same(if bom { 3 } else { 0 });
    Ok(Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8, bom, guessed: false, is_reversible: true, map })
}

fn utf16(bytes: &[u8], encoding: Encoding, bom: bool) -> Result<Decoded<'_>, Error> {
    let head = if bom { 2 } else { 0 };
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units =
        pairs.iter().map(|&pair| if encoding == Encoding::Utf16Le { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) });
    let mut text = String::with_capacity(bytes.len());
    let mut source = head;
    for unit in char::decode_utf16(units) {
        let c = unit.map_err(|error| Error::at_byte(ErrorKind::LoneSurrogate { unit: error.unpaired_surrogate() }, source))?;
        text.push(c);
        source += 2 * c.len_utf16();
    }
    if !rest.is_empty() {
        return Err(Error::at_byte(ErrorKind::HalfUnit, source));
    }
    let map = Map::units(&text, head, |c| 2 * c.len_utf16());
    Ok(Decoded { text: Cow::Owned(text), encoding, bom, guessed: !bom, is_reversible: true, map })
}

/// UTF-16 without a byte order mark: every text in it has many characters below U+0100, whose zero bytes all fall on one side.
/// A UTF-8 text that holds a stray NUL or two does not look so.
fn undeclared_utf16(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or(&[]);
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
                let mut bytes = if bom { encoding.encode("\u{FEFF}").unwrap().into_owned() } else { Vec::new() };
                bytes.extend_from_slice(&encoding.encode(&text).unwrap());
                let decoded = decode(&bytes).unwrap();
                assert_eq!(
                    (decoded.text.as_ref(), decoded.encoding, decoded.bom, decoded.guessed),
                    (&*text, encoding, bom, !bom)
                );
                assert_eq!(*decoded.encode(&decoded.text).unwrap(), bytes);
                for (at, c) in text.char_indices().step_by(97) {
                    let span = decoded.source_span(Span::new(at, at + c.len_utf8()));
                    assert_eq!(encoding.encode(&c.to_string()).unwrap().as_ref(), &bytes[span.start..span.end]);
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

    /// Texts in the encodings that pages were written in, with something of the whole: ASCII, letters, signs.
    const LEGACY: [(&str, &str); 12] = [
        ("windows-1252", "Le café “Noël” — déjà vu à 5 €."),
        ("windows-1251", "Добрый день, как дела? Всё “хорошо”."),
        ("koi8-u", "Добрий день, як справи? Її немає."),
        ("iso-8859-2", "Zażółć gęślą jaźń, powiedział żółw."),
        ("windows-1253", "Καλημέρα κόσμε, τι κάνεις σήμερα;"),
        ("windows-1254", "İyi günler, nasılsınız? Şimdi gidiyoruz."),
        ("windows-1255", "שלום עולם, מה שלומך היום?"),
        ("shift_jis", "これは日本語の文章です。ABC ﾊﾝｶｸ 123。"),
        ("euc-jp", "これは日本語の文章です。ABC 123。"),
        ("gbk", "这是一个中文句子。ABC 123。"),
        ("big5", "這是一個中文句子。ABC 123。"),
        ("euc-kr", "안녕하세요 세계, 오늘은 ABC 123."),
    ];

    #[test]
    fn legacy_texts_are_read_as_named_and_as_guessed() {
        for (label, text) in LEGACY {
            let encoding = Encoding::named(label).unwrap();
            let long = text.repeat(300);
            let bytes = encoding.encode(&long).unwrap();
            for charset in [Charset::Named(encoding), Charset::Guess, Charset::Declared(encoding)] {
                let decoded = decode_as(&bytes, charset).unwrap();
                assert_eq!((&*decoded.text, decoded.encoding), (&*long, encoding), "{label} {charset:?}");
                assert_eq!((decoded.guessed, decoded.is_reversible), (charset == Charset::Guess, true), "{label}");
                assert_eq!(decoded.encode(&decoded.text).unwrap(), bytes, "{label}");
                for (at, c) in long.char_indices().step_by(97) {
                    let span = decoded.source_span(Span::new(at, at + c.len_utf8()));
                    assert_eq!(*encoding.encode(&c.to_string()).unwrap(), bytes[span.start..span.end], "{label} {c}");
                }
                assert_eq!(decoded.source_span(Span::new(0, long.len())), Span::new(0, bytes.len()), "{label}");
            }
            assert!(decode(&bytes).is_err(), "{label}");
            // Even one sentence is enough.
            let bytes = encoding.encode(text).unwrap();
            assert_eq!(decode_as(&bytes, Charset::Guess).unwrap().text, text, "{label}");
        }
    }

    #[test]
    fn what_is_utf8_is_never_guessed() {
        for charset in [Charset::Guess, Charset::Declared(Encoding::named("latin-1").unwrap()), Charset::Strict] {
            let decoded = decode_as("Ã©tÃ© Привет".as_bytes(), charset).unwrap();
            assert_eq!((&*decoded.text, decoded.encoding, decoded.guessed), ("Ã©tÃ© Привет", Encoding::Utf8, false));
        }
        // A mark tells more than a name.
        let decoded = decode_as("\u{FEFF}é".as_bytes(), Charset::Named(Encoding::named("cp1251").unwrap())).unwrap();
        assert_eq!((&*decoded.text, decoded.bom), ("é", true));
        // ISO-2022-JP is ASCII to every other reader.
        let bytes = b"\x1B$B$3$l\x1B(B abc \x1B$B$O\x1B(B";
        assert_eq!(decode_as(bytes, Charset::Guess).unwrap().encoding, Encoding::Utf8);
        let declared = Charset::Declared(Encoding::named("iso-2022-jp").unwrap());
        assert_eq!(decode_as("abc é".as_bytes(), declared).unwrap().text, "abc é");
        assert_eq!(decode_as(bytes, declared).unwrap().text, "これ abc は");
        let decoded = decode_as(bytes, "iso-2022-jp".parse().unwrap()).unwrap();
        assert_eq!(decoded.text, "これ abc は");
        let span = |from: usize, to: usize| decoded.source_span(Span::new(from, to));
        assert_eq!((span(0, 3), span(6, 7), span(11, 14)), (Span::new(0, 5), Span::new(7, 11), Span::new(15, 23)));
    }

    #[test]
    fn no_text_is_made_of_what_is_none() {
        for bytes in [
            &b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"[..],
            b"\x01\x02\xFE\xFF\x80\x81",
            // Damaged UTF-8, not Latin-1.
            "Привет, как \u{fffd}".as_bytes().strip_suffix(b"\xBD").unwrap(),
        ] {
            assert!(decode_as(bytes, Charset::Guess).unwrap_err().to_string().contains("UTF-8"), "{bytes:?}");
        }
        let message = |bytes: &[u8], label: &str| decode_as(bytes, label.parse().unwrap()).unwrap_err().to_string();
        assert_eq!(message(b"ab\xD2", "windows-1253"), "byte 2: expected windows-1253, but found the byte 0xD2");
        assert_eq!(message(b"\x82\xA0ab\x82", "sjis"), "byte 4: expected Shift_JIS, but found the byte 0x82");
        assert_eq!(message(b"\x82\xA0\xFFab", "sjis"), "byte 2: expected Shift_JIS, but found the byte 0xFF");
        assert_eq!(
            "klingon".parse::<Charset>().unwrap_err().to_string(),
            "expected auto, strict or an encoding such as windows-1251, but found \"klingon\""
        );
    }

    #[test]
    fn what_cannot_be_written_back_is_refused() {
        let decoded = decode_as(b"caf\xE9", "latin-1".parse().unwrap()).unwrap();
        assert_eq!(*decoded.encode("thé").unwrap(), *b"th\xE9");
        assert_eq!(
            decoded.encode("чай").unwrap_err().to_string(),
            "byte 0: expected characters that windows-1252 has, but found U+0447"
        );
        // Two codes for one character: NEC's and IBM's.
        let decoded = decode_as(b"\xFA\x54 \x81\xCA", "shift_jis".parse().unwrap()).unwrap();
        assert_eq!((&*decoded.text, decoded.is_reversible), ("￢ ￢", false));
        assert!(decoded.encode(&decoded.text).unwrap_err().to_string().contains("Shift_JIS"));
    }
}
