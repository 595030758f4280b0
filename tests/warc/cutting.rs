//! What is written as records is read as these records, from wherever reading begins.

use std::io::{BufReader, Cursor, Read};

use proptest::prelude::*;
use unspoof::formats::warc::{Kind, Records};

use super::{LIMIT, raws, record};

#[test]
fn a_record_keeps_its_values() {
    let more = "WARC-Record-ID: <urn:uuid:1>\r\nwarc-target-uri: <http://a.example/>\r\nX:  one\r\n two\r\nX: 3\r\n";
    let bytes = [record("warcinfo", "", b""), record("Conversion", more, b"text")].concat();
    let raws = raws(&bytes);
    let raw = &raws[1];
    assert_eq!((raw.kind(), &*raw.block, raw.record), (Kind::Conversion, &b"text"[..], 2));
    assert_eq!(raws[0].end + 4, raw.byte);
    assert_eq!(raw.end + 4, bytes.len() as u64);
    let values = ["WARC-Record-ID", "WARC-Target-URI", "x", "content-LENGTH", "WARC-Date"];
    let values = values.map(|name| raw.header(name).map(|value| value.into_owned()));
    let expected = [Some("urn:uuid:1"), Some("http://a.example/"), Some("one two"), Some("4"), None];
    assert_eq!(values, expected.map(|value| value.map(str::to_owned)));
    assert_eq!([&*raw.head, &*raw.block].concat(), bytes[raw.byte as usize..raw.end as usize]);
}

#[test]
fn line_ends_are_taken_as_they_come() {
    let lines = |end: &str, between: &str| {
        let record = ["WARC/1.0", "WARC-Type: resource", "Content-Length: 3", "", "a\nb"].join(end);
        format!("{record}{between}{record}")
    };
    for end in ["\r\n", "\n"] {
        for between in ["\r\n\r\n", "\n\n", "\n", "", "\n\r\n\n\n\r\n"] {
            let bytes = lines(end, between).into_bytes();
            let blocks: Vec<_> = raws(&bytes).into_iter().map(|raw| raw.block).collect();
            assert_eq!(blocks, [b"a\nb", b"a\nb"], "{end:?} {between:?}");
        }
    }
}

/// Gives a byte at a time.
struct Slow<R>(R);

impl<R: Read> Read for Slow<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = buffer.len().min(1);
        self.0.read(&mut buffer[..length])
    }
}

fn any_record() -> impl Strategy<Value = Vec<u8>> {
    let kind = prop::sample::select(vec!["response", "resource", "conversion", "request", "warcinfo"]);
    let piece = prop::sample::select(vec!["WARC/1.0\r\n", "\r\n", "\n", "Content-Length: 9\r\n", "é", "x", "\0"]);
    let block = prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat());
    let more = prop::sample::select(vec!["", "A: b\r\n", "A:\r\n  b\r\n\tc\r\n"]);
    (kind, more, block).prop_map(|(kind, more, block)| record(kind, more, block.as_bytes()))
}

proptest! {
    #[test]
    fn records_behind_each_other_are_read_back(records in prop::collection::vec(any_record(), 0..8)) {
        let bytes = records.concat();
        let read: Vec<_> = raws(&bytes);
        let written = |raw: &unspoof::formats::warc::Raw| [&*raw.head, &*raw.block, b"\r\n\r\n"].concat();
        prop_assert_eq!(read.iter().map(written).collect::<Vec<_>>(), records);
        // However the bytes come.
        let slow: Vec<_> = Records::new(BufReader::with_capacity(3, Slow(&*bytes)), LIMIT).map(|cut| cut.unwrap().unwrap()).collect();
        prop_assert_eq!(format!("{slow:?}"), format!("{read:?}"));
        // From any record on, from its first byte or from the end of the one before.
        for (at, raw) in read.iter().enumerate() {
            let begins = read[..at].last().map_or(0, |before| before.end);
            for byte in [raw.byte, begins] {
                let mut reader = Cursor::new(&bytes);
                reader.set_position(byte);
                let rest: Vec<_> = Records::new(reader, LIMIT).starting_at(byte, raw.record).map(|cut| cut.unwrap().unwrap()).collect();
                prop_assert_eq!(format!("{rest:?}"), format!("{:?}", &read[at..]));
            }
        }
    }
}
