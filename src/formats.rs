//! Readers and writers of the formats that texts come in and documents go out.

#[cfg(feature = "arrow")]
pub mod arrow;
pub mod blocks;
pub mod jsonl;
pub mod lines;
#[cfg(feature = "records")]
pub mod records;
#[cfg(feature = "records")]
pub mod unpack;
#[cfg(feature = "records")]
pub mod warc;
pub mod writers;
