//! Records: texts that come many in a file, each with an id and other values beside it.
//!
//! Reading is cut in two, so that one thread can read and many can work. A *reader* cuts an input into chunks of whole records
//! without looking into them; a [`Chunk`] then tells its records, on whichever thread it has come to.
//!
//! ```text
//! bytes ─unpack─▶ reader ─▶ Chunk ─▶ Record { text, id, other values } or Reject { bytes, reason }
//! ```
//! A chunk knows where it begins and where the next one does, so that reading can begin again there.

use std::borrow::Cow;

use super::jsonl::Row;
use super::lines::{Block, BlockLine};
use crate::error::Error;

/// A place between two records of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The number of the record that begins here, from 1; of JSON Lines, the number of its line.
    pub record: u64,
    /// How many bytes of the input, unpacked, stand before it.
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
    Row(Row<'c>, BlockLine<'c>),
}

/// A record that cannot be read.
#[derive(Debug)]
pub struct Reject {
    /// Where it begins.
    pub position: Position,
    /// It as it stands in the unpacked input.
    pub raw: Vec<u8>,
    /// Why; with the record and the byte, without the file.
    pub error: Error,
}

impl From<Block> for Chunk {
    fn from(block: Block) -> Self {
        let start = Position { record: block.line, byte: block.byte as u64 };
        let lines = memchr::memchr_iter(b'\n', &block.bytes).count() as u64;
        let end = Position { record: start.record + lines, byte: start.byte + block.bytes.len() as u64 };
        Self { start, end, body: Body::Lines(block) }
    }
}

impl Chunk {
    /// Its records, in order; what cannot be read stands in its place as a [`Reject`].
    pub fn records<'c>(&'c self, fields: Fields<'c>) -> Box<dyn Iterator<Item = Result<Record<'c>, Reject>> + 'c> {
        match &self.body {
            Body::Lines(block) => {
                let lines = block.lines().filter(|line| !line.is_blank());
                Box::new(lines.map(move |line| row(line, fields).map_err(|error| reject(line, error))))
            }
        }
    }
}

fn row<'c>(line: BlockLine<'c>, fields: Fields<'c>) -> Result<Record<'c>, Error> {
    let row = Row::parse(line.body)?;
    Ok(Record {
        position: Position { record: line.number, byte: line.byte as u64 },
        id: row.value(fields.id),
        content: Content::Text(row.string(fields.text)?),
        values: Values::Row(row, line),
    })
}

fn reject(line: BlockLine<'_>, error: Error) -> Reject {
    let error = error.in_part(line.byte).in_record(line.number);
    Reject { position: Position { record: line.number, byte: line.byte as u64 }, raw: line.whole.to_vec(), error }
}

impl<'c> Record<'c> {
    /// A value by its name, as JSON; nothing where there is none.
    pub fn value(&self, name: &str) -> Option<Cow<'c, str>> {
        match &self.values {
            Values::Row(row, _) => row.raw(name).map(|raw| Cow::Borrowed(raw.get())),
        }
    }

    /// A value by its name: a string as it is, another value as its JSON; nothing where there is none, or null.
    pub fn word(&self, name: &str) -> Option<Cow<'c, str>> {
        match &self.values {
            Values::Row(row, _) => row.value(name),
        }
    }

    /// Writes the record as a line of JSON with `text` in the field `name`; nothing means the text that it has, and then a line of
    /// JSON Lines is written as it stands.
    pub fn write_row(&self, name: &str, text: Option<&str>, out: &mut Vec<u8>) {
        match (&self.values, text) {
            (Values::Row(row, _), Some(text)) => out.extend_from_slice(row.with(name, text).as_bytes()),
            (Values::Row(_, line), None) => out.extend_from_slice(line.body.strip_prefix(BOM).unwrap_or(line.body)),
        }
        out.push(b'\n');
    }

    /// The record, set aside because of a value that turned out to be none that is meant.
    pub fn reject(&self, error: Error) -> Reject {
        match &self.values {
            Values::Row(_, line) => reject(*line, error),
        }
    }
}

const BOM: &[u8] = "\u{FEFF}".as_bytes();
