//! Readers and writers of the formats that texts come in.

pub mod jsonl;
pub mod lines;
