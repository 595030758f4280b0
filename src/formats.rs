//! Readers and writers of the formats that texts come in and documents go out.

pub mod jsonl;
pub mod lines;
pub mod records;
#[cfg(feature = "records")]
pub mod warc;
pub mod writers;
