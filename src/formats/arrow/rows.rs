//! From what serialises to columns.

use std::io::{self, Write};

use arrow_array::{ArrayRef, RecordBatch};
use arrow_json::ReaderBuilder;
use arrow_json::reader::Decoder;
use arrow_schema::SchemaRef;
use serde::Serialize;

use crate::error::Error;

/// Rows of a schema, gathered one by one. A row is whatever serialises to an object with the schema's keys.
pub(super) struct Rows {
    schema: SchemaRef,
    decoder: Decoder,
    size: Size,
}

/// What the rows take as JSON, in bytes: never less than the strings of any one column.
#[derive(Default)]
struct Size(usize);

impl Write for Size {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Rows {
    pub(super) fn new(schema: SchemaRef) -> Result<Self, Error> {
        // A key that has no column is a mistake of the schema.
        let decoder = ReaderBuilder::new(schema.clone()).with_strict_mode(true).build_decoder()?;
        Ok(Self { schema, decoder, size: Size::default() })
    }

    pub(super) fn push(&mut self, row: &impl Serialize) -> Result<(), Error> {
        serde_json::to_writer(&mut self.size, row).map_err(io::Error::from)?;
        // The offsets of a column of strings are 32-bit; arrays would panic.
        if i32::try_from(self.size.0).is_err() {
            return Err(Error::other("expected rows of at most 2 GiB in one batch, but found more"));
        }
        Ok(self.decoder.serialize(std::slice::from_ref(row))?)
    }

    pub(super) fn finish(mut self) -> Result<RecordBatch, Error> {
        Ok(self.decoder.flush()?.unwrap_or_else(|| RecordBatch::new_empty(self.schema)))
    }

    /// The one column of a schema that has no other.
    pub(super) fn finish_column(self) -> Result<ArrayRef, Error> {
        let batch = self.finish()?;
        batch.columns().first().cloned().ok_or_else(|| Error::other("expected a column, but found none"))
    }
}
