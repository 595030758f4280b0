//! Opens an input, and cuts it into chunks.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::{Body, Chunk, Position, csv};
use crate::error::Error;
use crate::formats::blocks::{Blocks, LineFeeds};
use crate::formats::unpack;

/// What an input of records holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A JSON object on each line.
    Jsonl,
    /// Comma-separated values, with a header (RFC 4180).
    Csv,
    /// The same with tabs for commas.
    Tsv,
    /// Apache Parquet. Needs the feature `parquet`.
    Parquet,
}

impl Kind {
    /// Its name as the format of a source.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Parquet => "parquet",
        }
    }
}

/// The chunks of an input, in order. An error is the last thing it gives; every record before it has been given by then.
pub struct Reader(Source);

enum Source {
    Jsonl(Blocks<Bytes, LineFeeds>),
    Csv(Arc<csv::Header>, Blocks<Bytes, csv::Rows>),
    #[cfg(feature = "parquet")]
    Parquet(Box<super::parquet::Batches>),
}

type Bytes = Box<dyn Read + Send>;

impl Reader {
    /// Opens a file, or the standard input, packed or not, to read it from `from` on, which is the start of it or where a chunk of it
    /// ended. Records have up to `limit` bytes.
    ///
    /// Fails where it cannot be read, or where it is a table without the column `field`.
    pub fn open(path: Option<&Path>, kind: Kind, field: &str, from: Position, limit: usize) -> Result<Self, Error> {
        let byte = usize::try_from(from.byte).map_err(|_| Error::other("the file is too large for this machine"))?;
        let bytes = |at: u64| unpack::open(path, at).map_err(|error| Error::cannot("read", &error));
        let table = |delimiter: u8| {
            let mut reader = bytes(0)?;
            let header = csv::Header::read(&mut reader, delimiter)?;
            header.refuse_without(field)?;
            // Rows are counted behind the header, bytes are not.
            let start = header.raw.len();
            let reader = if byte > start { bytes(from.byte)? } else { reader };
            let blocks = Blocks::new(reader, csv::Rows::new(delimiter), limit).starting_at(byte.max(start), from.record);
            Ok(Self(Source::Csv(Arc::new(header), blocks)))
        };
        match kind {
            Kind::Jsonl => {
                let blocks = Blocks::new(bytes(from.byte)?, LineFeeds, limit).starting_at(byte, from.record);
                Ok(Self(Source::Jsonl(blocks)))
            }
            Kind::Csv => table(b','),
            Kind::Tsv => table(b'\t'),
            Kind::Parquet => parquet(path, field, from),
        }
    }
}

#[cfg(feature = "parquet")]
fn parquet(path: Option<&Path>, field: &str, from: Position) -> Result<Reader, Error> {
    let path = path.ok_or_else(|| Error::other("expected a file, as Parquet is read from its end on, but found a pipe"))?;
    let file = std::fs::File::open(path).map_err(|error| Error::cannot("read", &error))?;
    Ok(Reader(Source::Parquet(Box::new(super::parquet::Batches::open(file, field, from)?))))
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: Option<&Path>, _: &str, _: Position) -> Result<Reader, Error> {
    Err(Error::other(
        "this program was built without Parquet: build it with --features parquet, or take the one of the Python package",
    ))
}

impl Iterator for Reader {
    type Item = Result<Chunk, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            Source::Jsonl(blocks) => Some(blocks.next()?.map(|block| Chunk::new(block, Body::Lines))),
            Source::Csv(header, blocks) => {
                Some(blocks.next()?.map(|block| Chunk::new(block, |block| Body::Csv(Arc::clone(header), block))))
            }
            #[cfg(feature = "parquet")]
            Source::Parquet(batches) => batches.next(),
        }
    }
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.0 {
            Source::Jsonl(_) => "Reader of JSON Lines",
            Source::Csv(..) => "Reader of a table",
            #[cfg(feature = "parquet")]
            Source::Parquet(_) => "Reader of Parquet",
        })
    }
}
