//! Records: texts that come many in a file, each with an id and other values beside it.
//!
//! Reading is cut in two, so that one thread can read and many can work. A [`Reader`] cuts an input into chunks of whole records
//! without looking into them; a [`Chunk`] then tells its records, on whichever thread it has come to.
//!
//! ```text
//! bytes ─unpack─▶ Reader ─▶ Chunk ─▶ Record { text, id, other values } or Reject { bytes, reason }
//! ```
//! A chunk knows where it begins and where the next one does, so that reading can begin again there.

mod csv;
mod jsonl;
#[cfg(feature = "parquet")]
mod parquet;
mod reader;
mod warc;

use std::borrow::Cow;
use std::sync::Arc;

#[cfg(all(feature = "batch", feature = "parquet"))]
pub(crate) use parquet::schema;
pub use reader::{Kind, LIMIT, Reader, TEXT_LIMIT, read_text};

use super::blocks::Block;
use super::warc::{Cut, Raw};
use crate::decode::{Charset, Decoded, Encoding, decode, salvage};
use crate::document::Captured;
use crate::error::{Error, ErrorKind};

/// A place between two records of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The number of the record that begins here, from 1: of JSON Lines, the number of its line; of a table, that of its row, the
    /// header not counted.
    pub record: u64,
    /// How many bytes of the input, unpacked, stand before it; of Parquet, which has no such place, the share of the file that its rows are.
    pub byte: u64,
}

impl Position {
    /// Where an input begins.
    pub const START: Self = Self { record: 1, byte: 0 };
}

/// Some whole records of an input, in order.
#[derive(Debug)]
pub struct Chunk {
    /// Where it begins.
    pub start: Position,
    /// Where the next one begins.
    pub end: Position,
    /// How many bytes a record may have.
    limit: usize,
    body: Body,
}

/// What a chunk holds, as its reader cut it.
#[derive(Debug)]
enum Body {
    Lines(Block),
    Csv(Arc<csv::Header>, Block),
    #[cfg(feature = "parquet")]
    Rows(parquet::Rows),
    Warc(Vec<Cut>),
}

/// Which values of a record are asked for, by key or column.
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
    /// A page as it was sent.
    Page {
        /// Its bytes.
        bytes: Cow<'c, [u8]>,
        /// Its format, as a source names it.
        format: &'static str,
        /// The encoding that it was declared to have, if any.
        declared: Option<Encoding>,
    },
}

impl Content<'_> {
    /// The text. A page is read as UTF-8 if it is that, else as it declares, else by a guess; what has no meaning then becomes U+FFFD,
    /// so that a page is never lost for a few bytes. A `charset` with a name counts in the place of what pages declare; with
    /// [`Charset::Strict`] it is an error where a page is not UTF-8, and never else.
    pub fn decode(&self, charset: Charset) -> Result<Decoded<'_>, Error> {
        match (self, charset) {
            (Self::Text(text), _) => Ok(Decoded::of_text(text)),
            (Self::Page { bytes, .. }, Charset::Strict) => decode(bytes),
            (Self::Page { bytes, .. }, Charset::Named(encoding)) => Ok(salvage(bytes, Some(encoding))),
            (Self::Page { bytes, declared, .. }, Charset::Guess | Charset::Declared(_)) => Ok(salvage(bytes, *declared)),
        }
    }

    /// The text as it came, in bytes.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Page { bytes, .. } => bytes,
        }
    }

    /// The format of a page, as a source names it.
    pub const fn format(&self) -> Option<&'static str> {
        match self {
            Self::Text(_) => None,
            Self::Page { format, .. } => Some(format),
        }
    }
}

#[derive(Debug)]
enum Values<'c> {
    Line(jsonl::Line<'c>),
    Csv(csv::Row<'c>),
    #[cfg(feature = "parquet")]
    Row(parquet::Row<'c>),
    Warc(&'c Raw),
}

/// A record that cannot be read.
#[derive(Debug)]
pub struct Reject {
    /// Where it begins.
    pub position: Position,
    /// It as it stands in the unpacked input, a row of Parquet as JSON; of one that is too long only its first
    /// [`KEPT`](super::blocks::KEPT) bytes.
    pub raw: Vec<u8>,
    /// How many bytes it has in the input.
    pub bytes: u64,
    /// Why; with the record and the byte, without the file.
    pub error: Box<Error>,
}

/// A byte order mark in UTF-8.
const BOM: &[u8] = "\u{FEFF}".as_bytes();

type Records<'c> = Box<dyn Iterator<Item = Result<Record<'c>, Reject>> + 'c>;

impl Chunk {
    /// The records of a block, which its reader has read the ends of.
    fn of_block(block: Block, limit: usize, body: impl FnOnce(Block) -> Body) -> Self {
        let start = Position { record: block.record, byte: block.byte as u64 };
        let byte = start.byte + (block.bytes.len() + block.skipped) as u64;
        let end = Position { record: start.record + block.records, byte };
        Self { start, end, limit, body: body(block) }
    }

    /// Its records, in order; what cannot be read stands in its place as a [`Reject`].
    pub fn records<'c>(&'c self, fields: Fields<'c>) -> Records<'c> {
        if let Some(reject) = self.too_long() {
            return Box::new(std::iter::once(Err(reject)));
        }
        match &self.body {
            Body::Lines(block) => Box::new(jsonl::records(block, fields, self.limit)),
            Body::Csv(header, block) => Box::new(csv::records(header, block, fields, self.limit)),
            #[cfg(feature = "parquet")]
            Body::Rows(rows) => rows.records(self.start, fields, self.limit),
            Body::Warc(cuts) => warc::records(cuts, fields, self.limit),
        }
    }

    /// How many of its records hold no text and are none of [`records`](Self::records), though nothing is wrong with them. Each is told
    /// by what it is: the type of a record of WARC that is about pages, and `not_text` for images and the like. `told` is how many
    /// there were of the others.
    pub fn passed_over(&self, told: u64) -> Vec<(&'static str, u64)> {
        let Body::Warc(cuts) = &self.body else { return Vec::new() };
        let mut others = cuts.iter().filter_map(|cut| cut.as_ref().ok()?.other()).map(|word| (word, 1)).collect::<Vec<_>>();
        let rest = (cuts.len() as u64).saturating_sub(told + others.len() as u64);
        if rest > 0 {
            others.push(("not_text", rest));
        }
        others
    }

    /// Its bytes as they stand in the input, unpacked; nothing where its records do not stand one behind the other.
    pub fn bytes(&self) -> Option<&[u8]> {
        match &self.body {
            Body::Lines(block) | Body::Csv(_, block) => Some(&block.bytes),
            #[cfg(feature = "parquet")]
            Body::Rows(_) => None,
            Body::Warc(_) => None,
        }
    }

    /// What stands in the input before its first record and belongs to none: the header of a table.
    pub fn head(&self) -> &[u8] {
        match &self.body {
            Body::Csv(header, _) if self.start.byte == header.raw.len() as u64 => &header.raw,
            _ => &[],
        }
    }

    /// What a chunk of Parquet holds: its rows, with views for strings.
    #[cfg(feature = "parquet")]
    pub const fn batch(&self) -> Option<&arrow_array::RecordBatch> {
        match &self.body {
            Body::Rows(rows) => Some(rows.batch()),
            Body::Lines(_) | Body::Csv(..) | Body::Warc(_) => None,
        }
    }

    /// A record that was too long to be kept comes alone.
    fn too_long(&self) -> Option<Reject> {
        match &self.body {
            Body::Lines(block) | Body::Csv(_, block) if block.skipped > 0 => {
                Some(too_long(self.start, &block.bytes, block.bytes.len() + block.skipped, self.limit))
            }
            _ => None,
        }
    }
}

impl<'c> Record<'c> {
    /// A value by its name, as JSON; nothing where there is none.
    pub fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        match &self.values {
            Values::Line(line) => line.row.raw(name).map(|raw| Cow::Borrowed(raw.get())),
            Values::Csv(row) => row.text(name).map(|text| Cow::Owned(super::jsonl::quote(&text))),
            #[cfg(feature = "parquet")]
            Values::Row(row) => row.value(name),
            Values::Warc(raw) => warc::value(raw, name).map(|text| Cow::Owned(super::jsonl::quote(&text))),
        }
    }

    /// A value by its name: a string as it is, another value as its JSON; nothing where there is none, or null.
    pub fn word(&self, name: &str) -> Option<Cow<'_, str>> {
        match &self.values {
            Values::Line(line) => line.row.value(name),
            Values::Csv(row) => row.text(name),
            #[cfg(feature = "parquet")]
            Values::Row(row) => row.word(name),
            Values::Warc(raw) => warc::value(raw, name),
        }
    }

    /// When it was captured: by the value of this name, else by what its format says of it. Fails where that value is no date.
    pub fn captured_by(&self, field: Option<&str>) -> Result<Option<Captured>, Error> {
        match (field, &self.values) {
            (Some(field), _) => self.word(field).map(|said| said.parse()).transpose(),
            (None, Values::Warc(raw)) => Ok(warc::captured(raw)),
            (None, _) => Ok(None),
        }
    }

    /// It as it stands in the input, with what ends it; nothing where records do not stand one behind the other.
    pub fn raw(&self) -> Option<&'c [u8]> {
        match &self.values {
            Values::Line(line) => Some(line.line.whole),
            Values::Csv(row) => Some(row.raw),
            #[cfg(feature = "parquet")]
            Values::Row(_) => None,
            Values::Warc(_) => None,
        }
    }

    /// The same with `text` in the field `name`: a line of JSON, a row of CSV. Other values and the end of the line stay.
    pub fn with(&self, name: &str, text: &str) -> Option<Vec<u8>> {
        match &self.values {
            Values::Line(line) => Some(line.with(name, text)),
            Values::Csv(row) => Some(row.with(name, text)),
            #[cfg(feature = "parquet")]
            Values::Row(_) => None,
            Values::Warc(_) => None,
        }
    }

    /// Writes the record as a line of JSON with `text` in the field `name`; nothing means the text that it has, and then a line of
    /// JSON Lines is written as it stands.
    pub fn write_row(&self, name: &str, text: Option<&str>, out: &mut Vec<u8>) {
        match (&self.values, text) {
            (Values::Line(line), Some(text)) => out.extend_from_slice(line.row.with(name, text).as_bytes()),
            (Values::Line(line), None) => out.extend_from_slice(line.body()),
            (Values::Csv(row), text) => row.write_json(name, text, out),
            #[cfg(feature = "parquet")]
            (Values::Row(row), text) => row.write_json(name, text, out),
            (Values::Warc(raw), Some(text)) => warc::write_json(raw, name, text, out),
            (Values::Warc(raw), None) => {
                let text = self.content.decode(Charset::Guess).map(|decoded| decoded.text);
                warc::write_json(raw, name, &text.unwrap_or_default(), out);
            }
        }
        out.push(b'\n');
    }

    /// The record, set aside because of a value that turned out to be none that is meant.
    pub fn reject(&self, error: Error) -> Reject {
        match &self.values {
            Values::Line(line) => reject(self.position, line.line.whole, error),
            Values::Csv(row) => reject(self.position, row.raw, error),
            #[cfg(feature = "parquet")]
            Values::Row(row) => row.reject(self.position, error),
            Values::Warc(raw) => warc::set_aside(raw, error),
        }
    }
}

fn reject(position: Position, raw: &[u8], error: Error) -> Reject {
    let byte = usize::try_from(position.byte).unwrap_or(usize::MAX);
    let error = Box::new(error.in_part(byte).in_record(position.record));
    Reject { position, raw: raw.to_vec(), bytes: raw.len() as u64, error }
}

/// `raw` is as much of it as there is; `bytes` is how long it is.
fn too_long(position: Position, raw: &[u8], bytes: usize, limit: usize) -> Reject {
    let kept = raw.get(..super::blocks::KEPT).unwrap_or(raw);
    let error = Error::new(ErrorKind::TooLong { what: "record", bytes: bytes as u64, limit: limit as u64 });
    Reject { bytes: bytes as u64, ..reject(position, kept, error) }
}

/// An object of these members, each value as JSON, without a line feed.
pub(crate) fn write_object<'v>(members: impl Iterator<Item = (&'v str, Cow<'v, str>)>, out: &mut Vec<u8>) {
    out.push(b'{');
    for (at, (name, json)) in members.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        out.extend_from_slice(super::jsonl::quote(name).as_bytes());
        out.push(b':');
        out.extend_from_slice(json.as_bytes());
    }
    out.push(b'}');
}
