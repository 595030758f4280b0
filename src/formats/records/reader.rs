//! Inputs, cut into chunks.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use std::sync::Arc;

use super::{Body, Chunk, Position, csv};
use crate::error::{Error, ErrorKind};
use crate::formats::blocks::{Blocks, LineFeeds};
use crate::formats::unpack;

/// How many bytes a record may have unless something else is said.
pub const RECORD: usize = 64 << 20;

/// How many bytes an input that is one text may have unless something else is said.
pub const TEXT: usize = 256 << 20;

/// How records stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A JSON object on each line.
    Jsonl,
    /// A table with commas between the columns, and their names in the first row.
    Csv,
    /// The same with tabs.
    Tsv,
    /// Apache Parquet.
    Parquet,
}

/// What is read, and as what.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'a> {
    /// How records stand in it.
    pub format: Format,
    /// The column of the text: a table that has none is refused as a whole.
    pub field: &'a str,
    /// How many bytes a record may have. A longer one is read over.
    pub limit: usize,
}

/// The chunks of an input, in order. Where they are cut follows from the bytes alone, and reading can begin at each of them.
///
/// An error ends it: what comes before is told before. The error names the byte, not the file.
pub struct Reader {
    limit: usize,
    inner: Inner,
}

type Bytes = Box<dyn Read + Send>;

enum Inner {
    Lines(Blocks<Bytes, LineFeeds>),
    Csv(Arc<csv::Header>, Box<Blocks<Bytes, csv::Rows>>),
    #[cfg(feature = "parquet")]
    Parquet(super::parquet::Batches),
}

impl Format {
    /// Its name, as documents say it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Parquet => "parquet",
        }
    }

    const fn delimiter(self) -> u8 {
        if matches!(self, Self::Tsv) { b'\t' } else { b',' }
    }
}

impl Reader {
    /// Opens a file, or the standard input where there is none, at the begin of a chunk.
    ///
    /// Fails where it cannot be read, on a table without the column, and on what cannot be read from the middle.
    pub fn open(path: Option<&Path>, shape: Shape<'_>, at: Position) -> Result<Self, Error> {
        if shape.format == Format::Parquet {
            return Self::parquet(path, shape, at);
        }
        let is_table = matches!(shape.format, Format::Csv | Format::Tsv);
        let begin = if is_table { 0 } else { at.byte };
        let mut reader = Self::new(unpack::open(path, begin)?, shape, if is_table { Position::START } else { at })?;
        if let (true, Some(path), Inner::Csv(header, blocks)) = (at.byte > 0, path, &mut reader.inner)
            && at.byte > header.raw.len() as u64
        {
            let rest = Blocks::new(unpack::open(Some(path), at.byte)?, csv::Rows::new(shape.format.delimiter()), shape.limit);
            **blocks = rest.starting_at(place(at)?, at.record);
        }
        Ok(reader)
    }

    /// Reads what is unpacked already, from where `at` says it begins; a table and Parquet from their begin.
    pub fn new(reader: impl Read + Send + 'static, shape: Shape<'_>, at: Position) -> Result<Self, Error> {
        let limit = shape.limit;
        let inner = match shape.format {
            Format::Jsonl => {
                Inner::Lines(Blocks::new(Box::new(reader) as Bytes, LineFeeds, limit).starting_at(place(at)?, at.record))
            }
            Format::Csv | Format::Tsv => {
                let delimiter = shape.format.delimiter();
                let mut reader = BufReader::new(reader);
                let header = csv::Header::read(&mut reader, delimiter)?;
                header.refuse_without(shape.field)?;
                let blocks = Blocks::new(Box::new(reader) as Bytes, csv::Rows::new(delimiter), limit);
                let blocks = blocks.starting_at(header.raw.len(), 1).with_empty_first();
                Inner::Csv(Arc::new(header), Box::new(blocks))
            }
            Format::Parquet => return Err(Error::other("expected a file, as Parquet is read from its end, but found a stream")),
        };
        Ok(Self { limit, inner })
    }

    #[cfg(feature = "parquet")]
    fn parquet(path: Option<&Path>, shape: Shape<'_>, at: Position) -> Result<Self, Error> {
        let path = path.ok_or_else(|| Error::other("Parquet is read from its end, which a stream does not show; name a file"))?;
        let batches = super::parquet::Batches::open(File::open(path)?, shape.field, at)?;
        Ok(Self { limit: shape.limit, inner: Inner::Parquet(batches) })
    }

    #[cfg(not(feature = "parquet"))]
    fn parquet(_: Option<&Path>, _: Shape<'_>, _: Position) -> Result<Self, Error> {
        Err(Error::other("this unspoof was built without Parquet; build it with `--features parquet`"))
    }
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
                let batch = batches.next()?;
                Some(batch.map(|(start, end, rows)| Chunk { start, end, limit, body: Body::Rows(rows) }))
            }
        }
    }
}

fn place(at: Position) -> Result<usize, Error> {
    usize::try_from(at.byte).map_err(|_| Error::other("the file is too large for this machine"))
}

/// All of an input that is one text, unpacked; nothing for the standard input. Fails where it is longer than `limit`.
pub fn read_text(path: Option<&Path>, limit: usize) -> Result<Vec<u8>, Error> {
    let reader = unpack::open(path, 0)?;
    let mut bytes = Vec::new();
    // One more shows that there is more.
    reader.take((limit as u64).saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() > limit {
        return Err(Error::new(ErrorKind::TooLong { what: "text", bytes: bytes.len() as u64, limit: limit as u64 }));
    }
    Ok(bytes)
}
