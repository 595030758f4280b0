//! Columns say what documents and texts say.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect; helpers stand outside the test functions"
)]

#[path = "arrow/columns.rs"]
mod columns;
#[path = "arrow/documents.rs"]
mod documents;
#[path = "laws/nasty.rs"]
#[allow(dead_code, reason = "the laws use the rest")]
mod nasty;
#[path = "arrow/schema.rs"]
mod schema;

use arrow_array::RecordBatch;
use serde_json::Value;

/// The rows of a batch as JSON, with every key.
fn json(batch: &RecordBatch) -> Vec<Value> {
    let mut out = Vec::new();
    let builder = arrow_json::WriterBuilder::new().with_explicit_nulls(true);
    let mut writer = builder.build::<_, arrow_json::writer::LineDelimited>(&mut out);
    writer.write(batch).unwrap();
    writer.finish().unwrap();
    out.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).map(|line| serde_json::from_slice(line).unwrap()).collect()
}
