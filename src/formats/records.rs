//! Records: texts that come many in a file, each with an id and other values beside it.
//!
//! Reading is cut in two, so that one thread can read and many can work. A [`Reader`] cuts an input into chunks of whole records
//! without looking into them; a [`Chunk`] then tells its records, on whichever thread it has come to.
//!
//! ```text
//! bytes ─unpack─▶ Reader ─▶ Chunk ─▶ Record { text, id, other values } or Reject { bytes, reason }
//! ```
//! A chunk knows where it begins and where the next one does, so that reading can begin again there. One file a format.

mod csv;
mod lines;
#[cfg(feature = "parquet")]
mod parquet;
mod reader;

use std::borrow::Cow;
use std::sync::Arc;

pub use reader::{Kind, Reader};

use super::blocks::Block;
use super::jsonl;
use crate::error::{Error, ErrorKind};

/// How long a record may be, in bytes, where nothing else is asked for.
pub const LIMIT: usize = 64 << 20;

/// A place between two records of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The number of the record that begins here, from 1; of JSON Lines, the number of its line.
    pub record: u64,
    /// How many bytes of the input, unpacked, stand before it. Parquet has no such place: there it is a share of the file.
    pub byte: u64,
}

/// Some whole records of an input, in order.
#[derive(Debug)]
pub struct Chunk {
    /// Where it begins.
    pub start: Position,
    /// Where the next one begins.
    pub end: Position,
    body: Body,
}

/// What a chunk holds, as its reader cut it.
#[derive(Debug)]
enum Body {
    Lines(Block),
    Csv(Arc<csv::Header>, Block),
    #[cfg(feature = "parquet")]
    Parquet(parquet::Batch),
}

/// Which values of a record are asked for, by key, column or header.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'f> {
    /// The text.
    pub text: &'f str,
    /// The id.
    pub id: &'f str,
}

/// A text, and what came with it.
#[derive(Debug)]
pub struct Record<'c> {
    /// Where it begins.
    pub position: Position,
    /// Its id, if it has one.
    pub id: Option<Cow<'c, str>>,
    /// The text.
    pub content: Content<'c>,
    values: Values<'c>,
}

/// The text of a record.
#[derive(Debug)]
pub enum Content<'c> {
    /// It is decoded already.
    Text(Cow<'c, str>),
}

#[derive(Debug)]
enum Values<'c> {
    /// With the line that it stands on.
    Row(jsonl::Row<'c>, super::lines::BlockLine<'c>),
    Csv(csv::Row<'c>),
    /// By the number of the row in its batch.
    #[cfg(feature = "parquet")]
    Parquet(&'c parquet::Batch, usize),
}

/// A record that cannot be read.
#[derive(Debug)]
pub struct Reject {
    /// Where it begins.
    pub position: Position,
    /// It as it stands in the unpacked input; of one that is too long, the begin.
    pub raw: Vec<u8>,
    /// Why; with the record and the byte, without the file. (In a box, as rejects are rare and records are many.)
    pub error: Box<Error>,
}

/// A chunk with other texts.
#[derive(Debug, Default)]
pub struct Rewritten {
    /// Its bytes: to the byte those of the file, but for records whose text is another one.
    pub bytes: Vec<u8>,
    /// Whether there is any such record.
    pub is_changed: bool,
    /// What could not be read.
    pub rejects: Vec<Reject>,
}

type Records<'c> = Box<dyn Iterator<Item = Result<Record<'c>, Reject>> + 'c>;

impl Chunk {
    fn new(block: Block, body: impl FnOnce(Block) -> Body) -> Self {
        let start = Position { record: block.record, byte: block.byte as u64 };
        let length = (block.bytes.len() + block.skipped) as u64;
        let end = Position { record: start.record + block.records, byte: start.byte + length };
        Self { start, end, body: body(block) }
    }

    /// Its records, in order; what cannot be read stands in its place as a [`Reject`].
    pub fn records<'c>(&'c self, asked: Fields<'c>) -> Records<'c> {
        if let Some(reject) = self.too_long() {
            return Box::new(std::iter::once(Err(reject)));
        }
        match &self.body {
            Body::Lines(block) => lines::records(block, asked),
            Body::Csv(header, block) => csv::records(header, block, asked),
            #[cfg(feature = "parquet")]
            Body::Parquet(batch) => batch.records(self.start, asked),
        }
    }

    /// The one record of a chunk of which only the begin was kept.
    fn too_long(&self) -> Option<Reject> {
        let (Body::Lines(block) | Body::Csv(_, block)) = &self.body else { return None };
        if block.skipped == 0 {
            return None;
        }
        let error = Error::new(ErrorKind::TooLong { bytes: (block.bytes.len() + block.skipped) as u64 });
        let error = Box::new(error.in_part(block.byte).in_record(block.record));
        Some(Reject { position: self.start, raw: block.bytes.clone(), error })
    }

    /// The chunk with what `rewrite` makes of each text, where it makes anything of it. What cannot be read is left out, or, if
    /// `keeps_rejects`, stays as it stands; but of what is too long there is no more than its begin.
    ///
    /// Of formats that cannot be written piece by piece, this is nothing.
    pub fn rewritten(
        self,
        asked: Fields<'_>,
        keeps_rejects: bool,
        rewrite: impl FnMut(&str) -> Option<String>,
    ) -> Option<Rewritten> {
        if let Some(reject) = self.too_long() {
            return Some(Rewritten { rejects: vec![reject], ..Rewritten::default() });
        }
        match self.body {
            Body::Lines(block) => Some(lines::rewritten(block, asked, keeps_rejects, rewrite)),
            Body::Csv(header, block) => Some(csv::rewritten(&header, block, asked, keeps_rejects, rewrite)),
            #[cfg(feature = "parquet")]
            Body::Parquet(_) => None,
        }
    }

    /// What a chunk of Parquet holds.
    #[cfg(feature = "parquet")]
    pub const fn batch(&self) -> Option<&arrow_array::RecordBatch> {
        match &self.body {
            Body::Parquet(batch) => Some(batch.columns()),
            Body::Lines(_) | Body::Csv(..) => None,
        }
    }
}

impl Reject {
    fn new(position: Position, raw: &[u8], error: Error) -> Self {
        let byte = usize::try_from(position.byte).unwrap_or(usize::MAX);
        Self { position, raw: raw.to_vec(), error: Box::new(error.in_part(byte).in_record(position.record)) }
    }
}

impl<'c> Record<'c> {
    /// A value by its name, as JSON; nothing where there is none.
    pub fn value(&self, name: &str) -> Option<Cow<'c, str>> {
        match &self.values {
            Values::Row(row, _) => row.raw(name).map(|raw| Cow::Borrowed(raw.get())),
            Values::Csv(row) => row.text(name).map(|text| Cow::Owned(jsonl::quote(&text))),
            #[cfg(feature = "parquet")]
            Values::Parquet(batch, row) => batch.value(name, *row),
        }
    }

    /// A value by its name: a string as it is, another value as its JSON; nothing where there is none, or null.
    pub fn word(&self, name: &str) -> Option<Cow<'c, str>> {
        match &self.values {
            Values::Row(row, _) => row.value(name),
            Values::Csv(row) => row.text(name).map(|text| Cow::Owned(text.into_owned())),
            #[cfg(feature = "parquet")]
            Values::Parquet(batch, row) => batch.word(name, *row),
        }
    }

    /// Writes the record as a line of JSON with `text` in the field `name`; nothing means the text that it has, and then a line of
    /// JSON Lines is written as it stands.
    pub fn write_row(&self, name: &str, text: Option<&str>, out: &mut Vec<u8>) {
        match (&self.values, text) {
            (Values::Row(row, _), Some(text)) => out.extend_from_slice(row.with(name, text).as_bytes()),
            (Values::Row(_, line), None) => out.extend_from_slice(line.body.strip_prefix(BOM).unwrap_or(line.body)),
            (Values::Csv(row), text) => out.extend_from_slice(row.to_json(name, text).as_bytes()),
            #[cfg(feature = "parquet")]
            (Values::Parquet(batch, row), text) => out.extend_from_slice(batch.to_json(*row, name, text).as_bytes()),
        }
        out.push(b'\n');
    }

    /// The record, set aside because of a value that turned out to be none that is meant.
    pub fn reject(&self, error: Error) -> Reject {
        let raw = match &self.values {
            Values::Row(_, line) => line.whole,
            Values::Csv(row) => row.raw(),
            #[cfg(feature = "parquet")]
            Values::Parquet(batch, row) => batch.json(*row).as_bytes(),
        };
        Reject::new(self.position, raw, error)
    }
}

const BOM: &[u8] = "\u{FEFF}".as_bytes();
