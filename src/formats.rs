//! Readers and writers of the formats that texts come in and documents go out.

pub mod jsonl;
pub mod lines;
pub mod records;
pub mod writers;
