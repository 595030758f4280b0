//! Laws of `decode`.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use unspoof::decode::{Charset, Encoding, decode, decode_as};
use unspoof::text::Span;

use crate::checks::with_mark;
use crate::nasty;

pub fn encoding() -> impl Strategy<Value = Encoding> {
    select(vec![Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be])
}

/// Any bytes, with a bias for those that look like something.
pub fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        2 => vec(any::<u8>(), 0..200),
        1 => (select(vec![&b"\xFF\xFE"[..], b"\xFE\xFF", b"\xEF\xBB\xBF", b"\0\0\xFE\xFF", b"\xFF\xFE\0\0"]), vec(any::<u8>(), 0..60))
            .prop_map(|(mark, rest)| [mark, &rest].concat()),
        // A text with one byte gone wrong, or cut anywhere.
        2 => (nasty::text(), encoding(), any::<prop::sample::Index>(), any::<u8>(), any::<bool>()).prop_map(|(text, encoding, at, byte, cut)| {
            let mut bytes = encoding.encode(&text).unwrap().into_owned();
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                if cut { bytes.truncate(at) } else { bytes[at] = byte }
            }
            bytes
        }),
        1 => (nasty::text(), encoding()).prop_map(|(text, encoding)| with_mark(&text, encoding)),
        1 => nasty::text().prop_map(String::into_bytes),
    ]
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn marked_text_comes_back(text in nasty::text(), encoding in encoding()) {
        // A UTF-16 text whose first character is NUL begins like UTF-32.
        prop_assume!(encoding == Encoding::Utf8 || !text.starts_with('\0'));
        let bytes = with_mark(&text, encoding);
        let decoded = decode(&bytes).unwrap();
        prop_assert_eq!((decoded.text.as_ref(), decoded.encoding, decoded.bom), (text.as_str(), encoding, true));
        prop_assert_eq!(decoded.encode(&decoded.text).unwrap().into_owned(), bytes);
    }

    /// Whatever is decoded can be encoded to the same bytes, and an error names a byte of the input.
    #[test]
    fn decode_never_loses_a_byte(bytes in any_bytes()) {
        match decode(&bytes) {
            Ok(decoded) => prop_assert_eq!(decoded.encode(&decoded.text).unwrap().into_owned(), bytes),
            Err(error) => {
                prop_assert!(error.byte().is_some_and(|at| at <= bytes.len()), "{error}");
                prop_assert!(error.to_string().contains(": expected "), "{error}");
            }
        }
    }

    /// A span of the text and the bytes that are given for it are the same characters.
    #[test]
    fn offsets_lead_to_the_bytes(text in nasty::long_text(), encoding in encoding(), places in vec(any::<prop::sample::Index>(), 2..12)) {
        prop_assume!(encoding == Encoding::Utf8 || !text.starts_with('\0'));
        let bytes = with_mark(&text, encoding);
        let decoded = decode(&bytes).unwrap();
        let mut cuts: Vec<usize> = places.iter().map(|at| text.floor_char_boundary(at.index(text.len() + 1))).collect();
        cuts.sort_unstable();
        for pair in cuts.windows(2) {
            let source = decoded.source_span(Span::new(pair[0], pair[1]));
            prop_assert_eq!(encoding.encode(&text[pair[0]..pair[1]]).unwrap().into_owned(), &bytes[source.start..source.end]);
        }
    }

    /// Whatever is said of the encoding: what comes out leads back to the bytes in order, and goes back to them or says that it
    /// cannot.
    #[test]
    fn any_encoding_keeps_its_places(bytes in any_bytes(), charset in charset()) {
        match decode_as(&bytes, charset) {
            Ok(decoded) => {
                if decoded.is_reversible {
                    prop_assert_eq!(decoded.encode(&decoded.text).unwrap().into_owned(), &*bytes);
                } else {
                    prop_assert!(decoded.encode(&decoded.text).is_err());
                }
                let ends = decoded.text.char_indices().map(|(at, _)| at).chain([decoded.text.len()]);
                let places: Vec<usize> = ends.map(|at| decoded.source_span(Span::new(at, at)).start).collect();
                prop_assert!(places.is_sorted());
                prop_assert_eq!(*places.last().unwrap(), bytes.len());
            }
            Err(error) => {
                prop_assert!(error.byte().is_some_and(|at| at <= bytes.len()), "{error}");
                prop_assert!(error.to_string().contains(": expected "), "{error}");
            }
        }
    }
}

fn charset() -> impl Strategy<Value = Charset> {
    const LABELS: [&str; 12] = [
        "latin1",
        "cp1251",
        "koi8-r",
        "ibm866",
        "windows-1255",
        "shift_jis",
        "euc-jp",
        "iso-2022-jp",
        "gb18030",
        "gbk",
        "big5",
        "euc-kr",
    ];
    let named = select(LABELS.to_vec()).prop_map(|label| Encoding::named(label).unwrap());
    prop_oneof![
        2 => Just(Charset::Guess),
        1 => named.clone().prop_map(Charset::Declared),
        4 => named.prop_map(Charset::Named),
        1 => encoding().prop_map(Charset::Named),
    ]
}
