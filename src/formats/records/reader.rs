//! Inputs, cut into chunks.

use std::io::{BufReader, Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Body, Chunk, Position, csv};
use crate::error::{Error, ErrorKind};
use crate::formats::blocks::{Blocks, LineFeeds};
use crate::formats::unpack;

/// How many bytes a record may have unless something else is said.
pub const LIMIT: usize = 64 << 20;

/// How many bytes an input that is one text may have unless something else is said.
pub const TEXT_LIMIT: usize = 256 << 20;

/// How records stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A JSON object on each line.
    Jsonl,
    /// Comma-separated values, with the names of the columns in the first row (RFC 4180).
    Csv,
    /// The same with tabs for commas.
    Tsv,
    /// Apache Parquet. Needs the feature `parquet`.
    Parquet,
    /// WARC or WET: a record is a page, or a text, that a crawler has kept. What is no text is passed over.
    Warc,
}

/// The chunks of an input, in order. Where they are cut follows from the bytes alone, and reading can begin at each of them.
///
/// An error is the last thing it gives; every record before it has been given by then. It names the byte, not the file.
pub struct Reader {
    limit: usize,
    inner: Inner,
    /// How many bytes of the file are read.
    count: Arc<AtomicU64>,
}

pub(super) type Bytes = Box<dyn Read + Send>;

enum Inner {
    Lines(Blocks<Bytes, LineFeeds>),
    Csv(Arc<csv::Header>, Box<Blocks<Bytes, csv::Rows>>),
    #[cfg(feature = "parquet")]
    Parquet(Box<super::parquet::Batches>),
    Warc(Box<super::warc::Batches>),
}

impl Kind {
    /// Its name as the format of a source.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Parquet => "parquet",
            Self::Warc => "warc",
        }
    }
}

impl Reader {
    /// Opens a file, or the standard input, packed or not, to read it from `from` on: from its begin, or from where a chunk ended.
    /// A record may have `limit` bytes; a longer one is read over.
    ///
    /// Fails where it cannot be read, and on a table without the column `field`.
    pub fn open(path: Option<&Path>, kind: Kind, field: &str, from: Position, limit: usize) -> Result<Self, Error> {
        let count = Arc::default();
        let bytes = |byte: u64| unpack::open_counted(path, byte, &count).map_err(|error| Error::cannot("read", &error));
        let inner = match kind {
            Kind::Parquet => parquet(path, field, from)?,
            _ => Inner::of(bytes, kind, field, from, limit)?,
        };
        Ok(Self { limit, inner, count })
    }

    /// The same of bytes that are there already, and plain. Parquet is read from files alone.
    pub fn of_bytes(bytes: &Arc<[u8]>, kind: Kind, field: &str, from: Position, limit: usize) -> Result<Self, Error> {
        let from_byte = |byte: u64| {
            let mut bytes = Cursor::new(Arc::clone(bytes));
            bytes.set_position(byte);
            Ok(Box::new(bytes) as Bytes)
        };
        Ok(Self { limit, inner: Inner::of(from_byte, kind, field, from, limit)?, count: Arc::default() })
    }

    /// How many bytes of the file are read so far, packed as they are; of Parquet, the share of them that its rows are.
    pub fn read_bytes(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }
}

impl Inner {
    /// `bytes` opens the input at a byte.
    fn of(
        bytes: impl Fn(u64) -> Result<Bytes, Error>,
        kind: Kind,
        field: &str,
        from: Position,
        limit: usize,
    ) -> Result<Self, Error> {
        let byte = usize::try_from(from.byte).map_err(|_| Error::other("the file is too large for this machine"))?;
        let table = |delimiter: u8| {
            let mut reader: Bytes = Box::new(BufReader::new(bytes(0)?));
            let header = csv::Header::read(&mut reader, delimiter)?;
            header.refuse_without(field)?;
            let start = header.raw.len();
            if byte > start {
                reader = bytes(from.byte)?;
            }
            let blocks = Blocks::new(reader, csv::Rows::new(delimiter), limit).starting_at(byte.max(start), from.record);
            let blocks = if byte > start { blocks } else { blocks.with_empty_first() };
            Ok(Inner::Csv(Arc::new(header), Box::new(blocks)))
        };
        match kind {
            Kind::Jsonl => Ok(Inner::Lines(Blocks::new(bytes(from.byte)?, LineFeeds, limit).starting_at(byte, from.record))),
            Kind::Csv => table(b','),
            Kind::Tsv => table(b'\t'),
            Kind::Warc => Ok(Inner::Warc(Box::new(super::warc::Batches::new(bytes(from.byte)?, from, limit)))),
            Kind::Parquet => parquet(None, field, from),
        }
    }
}

#[cfg(feature = "parquet")]
fn parquet(path: Option<&Path>, field: &str, from: Position) -> Result<Inner, Error> {
    let path = path.ok_or_else(|| Error::other("expected a file, as Parquet is read from its end on, but found a pipe"))?;
    let file = std::fs::File::open(path).map_err(|error| Error::cannot("read", &error))?;
    Ok(Inner::Parquet(Box::new(super::parquet::Batches::open(file, field, from)?)))
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: Option<&Path>, _: &str, _: Position) -> Result<Inner, Error> {
    Err(Error::other("this program was built without Parquet: build it with `--features parquet`"))
}

impl Iterator for Reader {
    type Item = Result<Chunk, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let limit = self.limit;
        match &mut self.inner {
            Inner::Lines(blocks) => Some(blocks.next()?.map(|block| Chunk::of_block(block, limit, Body::Lines))),
            Inner::Csv(header, blocks) => {
                let body = |block| Body::Csv(Arc::clone(header), block);
                Some(blocks.next()?.map(|block| Chunk::of_block(block, limit, body)))
            }
            #[cfg(feature = "parquet")]
            Inner::Parquet(batches) => {
                let batch = batches.next()?.inspect(|(_, end, _)| self.count.store(end.byte, Ordering::Relaxed));
                Some(batch.map(|(start, end, rows)| Chunk { start, end, limit, body: Body::Rows(rows) }))
            }
            Inner::Warc(batches) => {
                let batch = batches.next()?;
                Some(batch.map(|(start, end, cuts)| Chunk { start, end, limit, body: Body::Warc(cuts) }))
            }
        }
    }
}

/// All of an input that is one text, unpacked. Fails where it is longer than `limit`.
pub fn read_text(path: Option<&Path>, limit: usize) -> Result<Vec<u8>, Error> {
    let reader = unpack::open(path, 0).map_err(|error| Error::cannot("read", &error))?;
    let mut bytes = Vec::new();
    // One more shows that there is more.
    reader.take((limit as u64).saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() > limit {
        return Err(Error::new(ErrorKind::TooLong { what: "text", bytes: bytes.len() as u64, limit: limit as u64 }));
    }
    Ok(bytes)
}
