//! Any bytes as a table: rows lie in order, are the same from wherever reading begins, and can be written with another text.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use unspoof::decode::Charset;
use unspoof::formats::records::{Chunk, Fields, Kind, Position, Reader, Record, Reject};

const FIELDS: Fields<'static> = Fields { text: "text", id: "id" };
const LIMIT: usize = 1024;
const FEW: usize = 3;

/// The chunks from a place on.
fn chunks(table: &[u8], kind: Kind, from: Position) -> Option<Vec<Chunk>> {
    let reader = Reader::of_bytes(&Arc::from(table), kind, FIELDS.text, from, LIMIT).ok()?;
    Some(reader.map_while(Result::ok).collect())
}

/// Where a row begins, with its text, or why it has none.
fn told(record: &Result<Record<'_>, Reject>) -> (Position, String) {
    match record {
        Ok(record) => (record.position, text(record)),
        Err(reject) => (reject.position, reject.error.to_string()),
    }
}

fn text(record: &Record<'_>) -> String {
    record.content.decode(Charset::Strict).expect("text of a table is decoded").text.into_owned()
}

fuzz_target!(|bytes: &[u8]| {
    let kind = if bytes.len() % 2 == 0 { Kind::Csv } else { Kind::Tsv };
    let table = [if kind == Kind::Csv { &b"id,text,more\n"[..] } else { b"id\ttext\tmore\n" }, bytes].concat();
    let chunks = chunks(&table, kind, Position::START).expect("the column is there");
    let mut end = chunks.first().map_or(0, |chunk| chunk.head().len());
    for (at, record) in chunks.iter().flat_map(|chunk| chunk.records(FIELDS)).enumerate() {
        let (Position { byte, .. }, _) = told(&record);
        assert!(table[end..byte as usize].iter().all(|byte| matches!(byte, b'\r' | b'\n')), "nothing is passed by");
        // The first ones: to read anew for all of them would take time that grows with the square.
        if at < FEW {
            let rest = self::chunks(&table, kind, told(&record).0).expect("the column is still there");
            let first = rest.iter().flat_map(|chunk| chunk.records(FIELDS)).next().expect("the row is still there");
            assert_eq!(told(&first), told(&record));
        }
        match &record {
            Ok(record) => {
                let raw = record.raw().expect("rows stand one behind the other");
                assert_eq!(raw, &table[byte as usize..byte as usize + raw.len()]);
                end = byte as usize + raw.len();
                if at < FEW {
                    written_again(record, &table, kind);
                }
            }
            Err(reject) => end = byte as usize + reject.bytes as usize,
        }
    }
    assert!(table[end..].iter().all(|byte| matches!(byte, b'\r' | b'\n')), "nothing is left over");
});

/// With another text, the row has that text and its other values.
fn written_again(record: &Record<'_>, table: &[u8], kind: Kind) {
    let other = format!("\"{}\t,\r\n", text(record));
    let head = table.split_inclusive(|&byte| byte == b'\n').next().expect("a header");
    let row = record.with("text", &other).expect("a row can be written");
    let Some(chunks) = chunks(&[head, &row].concat(), kind, Position::START) else { panic!("the header is the same") };
    let again = chunks.iter().flat_map(|chunk| chunk.records(FIELDS)).next().expect("a row");
    match again {
        Ok(again) => {
            assert_eq!(text(&again), other);
            assert_eq!((again.word("id"), again.word("more")), (record.word("id"), record.word("more")));
        }
        // It has become too long.
        Err(reject) => assert!(row.len() > LIMIT, "{}", reject.error),
    }
}
