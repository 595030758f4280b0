//! Files of many texts: every format, packed or not, odd, broken and hostile ones.
#![cfg(feature = "records")]
#![allow(clippy::unwrap_used, reason = "helpers stand outside the test functions; a failure is meant to stop the test")]

#[path = "records/hostile.rs"]
mod hostile;
#[path = "records/packed.rs"]
mod packed;
#[cfg(feature = "parquet")]
#[path = "records/parquet.rs"]
mod parquet;
#[path = "records/tables.rs"]
mod tables;
#[path = "records/warc.rs"]
mod warc;

use std::fs;
use std::path::{Path, PathBuf};

use unspoof::decode::Charset;
use unspoof::formats::records::{Fields, Kind, LIMIT, Position, Reader};

const FIELDS: Fields<'static> = Fields { text: "text", id: "id" };

/// A file for a test.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// What there is to say of each record: its number and byte, and its id and text, or why it is rejected. The last may be the error
/// that ends the file.
fn told(path: &Path, kind: Kind, from: Position, limit: usize) -> Vec<String> {
    let reader = match Reader::open(Some(path), kind, "text", from, limit) {
        Ok(reader) => reader,
        Err(error) => return vec![error.to_string()],
    };
    let mut told = Vec::new();
    for chunk in reader {
        match chunk {
            Err(error) => told.push(error.to_string()),
            Ok(chunk) => told.extend(chunk.records(FIELDS).map(|record| match record {
                Ok(record) => {
                    let Position { record: number, byte } = record.position;
                    format!(
                        "{number} {byte} {} {}",
                        record.id.as_deref().unwrap_or("-"),
                        record.content.decode(Charset::Guess).unwrap().text
                    )
                }
                Err(reject) => reject.error.to_string(),
            })),
        }
    }
    told
}

fn whole(path: &Path, kind: Kind) -> Vec<String> {
    told(path, kind, Position::START, LIMIT)
}

/// Reading a file from where any chunk ends gives the rest of it.
fn can_be_read_from_any_chunk(path: &Path, kind: Kind) {
    let all = whole(path, kind);
    let mut before = 0;
    let mut chunks = 0;
    for chunk in Reader::open(Some(path), kind, "text", Position::START, LIMIT).unwrap() {
        let chunk = chunk.unwrap();
        before += chunk.records(FIELDS).count();
        chunks += 1;
        assert_eq!(told(path, kind, chunk.end, LIMIT), *all.get(before..).unwrap(), "from {:?}", chunk.end);
    }
    assert!(chunks > 2, "{chunks}");
    assert_eq!(before, all.len());
}
