//! Shards as files of Parquet: rows become columns where they are made, and row groups where shards are written.

use arrow_array::RecordBatch;
use arrow_json::ReaderBuilder;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, GzipLevel, ZstdLevel};
use parquet::file::properties::WriterProperties;

use super::disk::{Partial, Written};
use super::pack::{GZIP_LEVEL, Packing, ZSTD_LEVEL};
use crate::error::Error;
use crate::formats::arrow::document_schema;

/// From how many encoded bytes on a row group is written out: it is held in memory until then, and is what readers take at a time.
const ROW_GROUP: usize = 32 << 20;

/// A file of documents that is being written.
pub(super) struct Table<'a>(ArrowWriter<Partial<'a>>);

impl<'a> Table<'a> {
    pub(super) fn create(file: Partial<'a>, packing: Packing) -> Result<Self, Error> {
        let compression = match packing {
            Packing::None => Compression::UNCOMPRESSED,
            Packing::Gzip => Compression::GZIP(GzipLevel::try_new(GZIP_LEVEL).map_err(other)?),
            Packing::Zstd => Compression::ZSTD(ZstdLevel::try_new(ZSTD_LEVEL).map_err(other)?),
        };
        let properties = WriterProperties::builder().set_compression(compression).build();
        Ok(Self(ArrowWriter::try_new(file, document_schema(), Some(properties)).map_err(other)?))
    }

    pub(super) fn write(&mut self, columns: &[RecordBatch]) -> Result<(), Error> {
        columns.iter().try_for_each(|columns| self.0.write(columns)).map_err(other)?;
        if self.0.in_progress_size() >= ROW_GROUP {
            self.0.flush().map_err(other)?;
        }
        Ok(())
    }

    pub(super) fn keep(self) -> Result<Written, Error> {
        self.0.into_inner().map_err(other)?.keep()
    }
}

/// Documents, given as lines of JSON, as columns.
pub(super) fn columns(rows: &[u8]) -> Result<Vec<RecordBatch>, Error> {
    Ok(ReaderBuilder::new(document_schema()).build(rows)?.collect::<Result<_, _>>()?)
}

fn other(error: impl std::fmt::Display) -> Error {
    Error::other(format!("cannot write it as Parquet: {error}"))
}
