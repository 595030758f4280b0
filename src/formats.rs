//! Readers and writers of the formats that texts come in and documents go out.

#[cfg(feature = "arrow")]
pub mod arrow;
pub mod jsonl;
pub mod lines;
pub mod records;
pub mod writers;
