//! What is no record costs itself and nothing else.

use std::io::{self, BufReader, Read};

use proptest::prelude::*;
use unspoof::formats::warc::{KEPT, Records};

use super::{LIMIT, cuts, raws, record, told};

#[test]
fn a_file_may_end_anywhere() {
    let records = [
        record("response", "A: b\r\n", b"HTTP/1.1 200 OK\r\n\r\none"),
        record("resource", "", b"two"),
        record("resource", "", b""),
    ];
    let bytes = records.concat();
    let whole = raws(&bytes);
    for end in 0..bytes.len() {
        let cuts = cuts(&bytes[..end]);
        let before = whole.iter().filter(|raw| raw.end <= end as u64).count();
        let is_cut = whole.iter().any(|raw| (raw.byte + 1..raw.end).contains(&(end as u64)));
        assert_eq!(cuts.len(), before + usize::from(is_cut), "{end}");
        assert!(
            cuts[..before].iter().zip(&whole).all(|(cut, raw)| cut.as_ref().is_ok_and(|cut| cut.block == raw.block)),
            "{end}"
        );
        if is_cut {
            let broken = cuts[before].as_ref().unwrap_err();
            assert_eq!((broken.byte, broken.end, broken.record), (whole[before].byte, end as u64, before as u64 + 1));
            assert_eq!(broken.raw, bytes[broken.byte as usize..end]);
            assert_eq!((broken.error().byte(), broken.error().record()), (Some(broken.byte as usize), Some(broken.record)));
        }
    }
    assert_eq!(
        told(&bytes[..whole[1].end as usize - 1])[1],
        format!("record 2, byte {}: expected 3 bytes behind the headers, but the input ends after 2", whole[1].byte)
    );
}

/// Each stretch stands between two whole records, which are read whatever stands there.
#[test]
fn a_broken_stretch_is_told_and_the_next_record_read() {
    let before = record("resource", "", b"before");
    let after = record("resource", "", b"after");
    let long = "x".repeat(KEPT);
    let oversize = record("resource", "", &vec![b'\n'; LIMIT + 1]);
    let oversize = String::from_utf8(oversize).unwrap();
    for (stretch, reason) in [
        ("no record\r\nat all\r\n", "expected WARC/1.0 or WARC/1.1, but found \"no record\""),
        ("WARC/0.18\r\n\r\n", "expected WARC/1.0 or WARC/1.1, but found \"WARC/0.18\""),
        ("WARC/1.0\r\nA: b\r\n\r\ntext\r\n\r\n", "expected a header Content-Length with a number of bytes, but found none"),
        (
            "WARC/1.0\r\nContent-Length: +1\r\n\r\na\r\n\r\n",
            "expected a header Content-Length with a number of bytes, but found \"+1\"",
        ),
        (
            "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\na\r\n\r\n",
            "expected a header Content-Length with a number of bytes, but found \"99999999999999999999\"",
        ),
        ("WARC/1.0\r\nno header\r\n\r\n", "expected a header such as WARC-Type: response, but found \"no header\""),
        ("WARC/1.0\r\nA: b\r\n", "expected a header such as WARC-Type: response, but found \"WARC/1.1\""),
        ("WARC/1.0\r\nContent-Length: 1\r\n\r\nabc\r\n\r\n", "expected an empty line behind 1 bytes, but found \"bc\""),
        (&format!("WARC/1.0\r\nA: {long}\r\n\r\n"), "expected at most 65536 bytes of headers, but found more"),
        (&format!("WARC/1.0 {long}{long}\r\nA: b\r\n\r\n"), "expected at most 65536 bytes of headers, but found more"),
        (&oversize, "expected at most 1048576 bytes in a record, but found 1048577; --max-record allows more"),
    ] {
        let bytes = [&*before, stretch.as_bytes(), &*after].concat();
        let byte = before.len();
        assert_eq!(told(&bytes), ["before".to_owned(), format!("record 2, byte {byte}: {reason}"), "after".to_owned()]);
        let cuts = cuts(&bytes);
        let broken = cuts[1].as_ref().unwrap_err();
        let after = cuts[2].as_ref().unwrap();
        assert_eq!((after.byte as usize, after.record), (byte + stretch.len(), 3), "{reason}");
        assert!(broken.end <= after.byte && broken.raw.len() <= KEPT, "{reason}");
        assert!(broken.raw.len() > 10 && stretch.as_bytes().starts_with(&broken.raw), "{reason}");
    }
}

/// A length cannot be told from the text behind it: what a record claims is lost with it, and nothing beyond.
#[test]
fn a_length_too_large_costs_what_it_claims() {
    let mut first = record("resource", "", b"one");
    let at = first.windows(4).position(|four| four == b": 3\r").unwrap() + 2;
    first[at] = b'9';
    let bytes = [first, record("resource", "", b"two"), record("resource", "", b"three")].concat();
    let told = told(&bytes);
    assert_eq!(told[0], "record 1, byte 0: expected an empty line behind 9 bytes, but found \"RC/1.1\"");
    assert_eq!(told[1..], ["three"]);
}

/// Gives what it has, and fails then.
struct Failing<'b>(&'b [u8]);

impl Read for Failing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(io::Error::other("the disk is on fire")),
            read => Ok(read),
        }
    }
}

#[test]
fn a_reader_that_fails_ends_the_records() {
    let bytes = [record("resource", "", b"one"), record("resource", "", b"two")].concat();
    let mut records = Records::new(BufReader::new(Failing(&bytes[..bytes.len() - 6])), LIMIT);
    assert_eq!(records.next().unwrap().unwrap().unwrap().block, b"one");
    let error = records.next().unwrap().unwrap_err();
    assert!(error.to_string().ends_with("the disk is on fire"), "{error}");
    assert_eq!((error.record(), error.byte().is_some()), (Some(2), true));
    assert!(records.next().is_none());
}

proptest! {
    /// Any bytes, many of which look like records: nothing panics, and all that is told lies in order.
    #[test]
    fn any_bytes_are_cut(pieces in prop::collection::vec(prop::sample::select(vec![
        "WARC/1.0\r\n", "WARC/1.1\n", "WARC-Type: response\r\n", "Content-Length: 5\r\n", "Content-Length: 900\n", "\r\n", "\n", "HTTP/1.1 200\r\n",
        "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip, br\r\n", "5\r\n", "hello", "\x1F", ": ", " ", "é",
    ]), 0..40)) {
        let bytes = pieces.concat();
        let mut end = 0;
        for (at, cut) in Records::new(bytes.as_bytes(), 64).enumerate() {
            let (byte, record, behind) = match cut.unwrap() {
                Ok(raw) => {
                    let _ = raw.page();
                    (raw.byte, raw.record, raw.end)
                }
                Err(broken) => (broken.byte, broken.record, broken.end),
            };
            prop_assert!(end <= byte && byte < behind && behind <= bytes.len() as u64);
            prop_assert!(bytes[end as usize..byte as usize].trim().is_empty());
            prop_assert_eq!(record, at as u64 + 1);
            end = behind;
        }
        prop_assert!(bytes[end as usize..].trim().is_empty());
    }
}
