//! WARC files are read record by record, whatever they claim.
#![cfg(feature = "records")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect; helpers stand outside the test functions"
)]

#[path = "warc/broken.rs"]
mod broken;
#[path = "warc/cutting.rs"]
mod cutting;
#[path = "warc/pages.rs"]
mod pages;

use unspoof::formats::warc::{Cut, Raw, Records};

const LIMIT: usize = 1 << 20;

/// A record with one more header than it needs, if `more` is not empty.
fn record(kind: &str, more: &str, block: &[u8]) -> Vec<u8> {
    let length = block.len();
    let mut bytes = format!("WARC/1.1\r\nWARC-Type: {kind}\r\n{more}Content-Length: {length}\r\n\r\n").into_bytes();
    bytes.extend_from_slice(block);
    bytes.extend_from_slice(b"\r\n\r\n");
    bytes
}

fn cuts(bytes: &[u8]) -> Vec<Cut> {
    Records::new(bytes, LIMIT).map(|cut| cut.expect("bytes in memory can be read")).collect()
}

fn raws(bytes: &[u8]) -> Vec<Raw> {
    cuts(bytes).into_iter().map(|cut| cut.expect("no record is broken")).collect()
}

/// What comes out, in short: the block of a record, or why there is none.
fn told(bytes: &[u8]) -> Vec<String> {
    let told = |cut: Cut| match cut {
        Ok(raw) => String::from_utf8_lossy(&raw.block).into_owned(),
        Err(broken) => broken.error().to_string(),
    };
    cuts(bytes).into_iter().map(told).collect()
}
