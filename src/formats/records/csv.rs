//! CSV and TSV: a header, then a text in one column of each row (RFC 4180). A row may go over several lines.

use std::borrow::Cow;
use std::io::Read;

use csv::{ByteRecord, QuoteStyle, ReaderBuilder, Terminator, WriterBuilder};
use csv_core::ReadRecordResult;

use super::{Content, Fields, Position, Record, Records, Reject, Rewritten, Values};
use crate::error::{Error, ErrorKind};
use crate::formats::blocks::{Block, Ends, KEPT};
use crate::formats::jsonl::quote;

/// Where rows end, as the parser sees it.
pub(super) struct Rows {
    parser: csv_core::Reader,
    /// What the parser writes and nobody reads.
    fields: Box<[u8; 4096]>,
    ends: Box<[usize; 256]>,
}

/// The first row, and how to read the others.
#[derive(Debug)]
pub(super) struct Header {
    delimiter: u8,
    names: Vec<String>,
    /// As it stands in the file, with a byte order mark where there is one.
    pub(super) raw: Vec<u8>,
}

/// A row, parsed.
#[derive(Debug)]
pub(super) struct Row<'c> {
    header: &'c Header,
    fields: ByteRecord,
    /// As it stands in the file.
    raw: &'c [u8],
}

impl Rows {
    pub(super) fn new(delimiter: u8) -> Self {
        let parser = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
        Self { parser, fields: Box::new([0; 4096]), ends: Box::new([0; 256]) }
    }
}

impl Ends for Rows {
    fn end(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut at = 0;
        // The parser takes no bytes at all for the end of the file.
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let (result, read, _, _) = self.parser.read_record(rest, &mut *self.fields, &mut *self.ends);
            at += read;
            if matches!(result, ReadRecordResult::Record) {
                return Some(at);
            }
        }
        None
    }
}

impl Header {
    /// Reads it from the begin of a file, up to the first row.
    pub(super) fn read(reader: &mut impl Read, delimiter: u8) -> Result<Self, Error> {
        let mut ends = Rows::new(delimiter);
        let mut raw = Vec::new();
        let mut byte = [0];
        // Byte by byte, as what comes behind it is somebody else's; a header is short.
        while raw.len() < KEPT && reader.read(&mut byte)? > 0 {
            raw.extend_from_slice(&byte);
            if ends.end(&byte).is_some() {
                break;
            }
        }
        let mut fields = ByteRecord::new();
        parser(delimiter, &raw).read_byte_record(&mut fields).map_err(|error| Error::other(error.to_string()))?;
        let names = fields.iter().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
        Ok(Self { delimiter, names, raw })
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    /// Refuses a file that has not the column of the text.
    pub(super) fn refuse_without(&self, field: &str) -> Result<(), Error> {
        match self.column(field) {
            Some(_) => Ok(()),
            None => Err(Error::new(ErrorKind::NoColumn { wanted: field.to_owned(), there: self.names.join(", ") })),
        }
    }
}

fn parser(delimiter: u8, bytes: &[u8]) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes)
}

/// The rows of a block, as they stand in it.
fn rows<'c>(header: &'c Header, block: &'c Block) -> impl Iterator<Item = (Position, Row<'c>)> {
    let mut parser = parser(header.delimiter, &block.bytes);
    (block.record..).map_while(move |record| {
        let start = place(&parser);
        let mut fields = ByteRecord::new();
        // Without a header and with any number of fields there is nothing that could fail.
        if !parser.read_byte_record(&mut fields).unwrap_or(false) {
            return None;
        }
        let raw = block.bytes.get(start..place(&parser)).unwrap_or_default();
        // What the end of the row before has left: the second half of CR LF, or empty lines.
        let blank = raw.iter().take_while(is_line_end).count();
        Some((Position { record, byte: (block.byte + start + blank) as u64 }, Row { header, fields, raw }))
    })
}

fn is_line_end(byte: &&u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

fn place(parser: &csv::Reader<&[u8]>) -> usize {
    usize::try_from(parser.position().byte()).unwrap_or(usize::MAX)
}

pub(super) fn records<'c>(header: &'c Header, block: &'c Block, asked: Fields<'c>) -> Records<'c> {
    Box::new(rows(header, block).map(move |(position, row)| match row.texts(asked) {
        Ok((id, text)) => {
            Ok(Record { position, id: id.map(Cow::Owned), content: Content::Text(Cow::Owned(text)), values: Values::Csv(row) })
        }
        Err(error) => Err(Reject::new(position, row.raw, error)),
    }))
}

/// The first block has the header before it.
pub(super) fn rewritten(
    header: &Header,
    block: Block,
    asked: Fields<'_>,
    keeps_rejects: bool,
    mut rewrite: impl FnMut(&str) -> Option<String>,
) -> Rewritten {
    let mut out = Rewritten::default();
    if block.byte == header.raw.len() {
        out.bytes.extend_from_slice(&header.raw);
    }
    for (position, row) in rows(header, &block) {
        let with = row.texts(asked).and_then(|(_, text)| rewrite(&text).map(|text| row.with(asked.text, &text)).transpose());
        match with {
            Ok(None) => out.bytes.extend_from_slice(row.raw),
            Ok(Some(row)) => {
                out.is_changed = true;
                out.bytes.extend_from_slice(&row);
            }
            Err(error) => {
                out.rejects.push(Reject::new(position, row.raw, error));
                if keeps_rejects {
                    out.bytes.extend_from_slice(row.raw);
                }
            }
        }
    }
    out
}

impl Row<'_> {
    /// The id, if there is one, and the text.
    fn texts(&self, asked: Fields<'_>) -> Result<(Option<String>, String), Error> {
        let (wanted, found) = (self.header.names.len(), self.fields.len());
        if wanted != found {
            return Err(Error::new(ErrorKind::Columns { wanted, found }));
        }
        let column = self.header.column(asked.text).ok_or_else(|| Error::new(ErrorKind::NoField(asked.text.to_owned())))?;
        let text = self.fields.get(column).unwrap_or_default();
        let text = std::str::from_utf8(text).map_err(|error| {
            let bad = text.get(error.valid_up_to()).copied().unwrap_or_default();
            Error::new(ErrorKind::InvalidUtf8 { bad, truncated: error.error_len().is_none() })
        })?;
        Ok((self.text(asked.id).map(Cow::into_owned), text.to_owned()))
    }

    /// A value by the name of its column; nothing where it is empty, as CSV has no other way to say so.
    pub(super) fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        let value = self.fields.get(self.header.column(name)?).filter(|value| !value.is_empty())?;
        Some(String::from_utf8_lossy(value))
    }

    /// As it stands in the file, with what ends it.
    pub(super) const fn raw(&self) -> &[u8] {
        self.raw
    }

    /// As an object of JSON, with another text in one column.
    pub(super) fn to_json(&self, name: &str, text: Option<&str>) -> String {
        let column = self.header.column(name);
        let values = self.fields.iter().enumerate().map(|(at, value)| match text {
            Some(text) if Some(at) == column => Cow::Borrowed(text),
            _ => String::from_utf8_lossy(value),
        });
        let fields = self.header.names.iter().zip(values).map(|(name, value)| format!("{}:{}", quote(name), quote(&value)));
        format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
    }

    /// The row as it stands, with another text in one column. What needs no quotes gets none; line ends stay.
    fn with(&self, name: &str, text: &str) -> Result<Vec<u8>, Error> {
        let before = self.raw.iter().take_while(is_line_end).count();
        let after = self.raw.iter().rev().take_while(is_line_end).count().min(self.raw.len() - before);
        let mut out = self.raw.get(..before).unwrap_or_default().to_vec();
        let mut writer = WriterBuilder::new()
            .delimiter(self.header.delimiter)
            .quote_style(QuoteStyle::Necessary)
            .terminator(Terminator::Any(b'\n'))
            .buffer_capacity(0)
            .from_writer(Vec::new());
        let column = self.header.column(name);
        let fields = self.fields.iter().enumerate().map(|(at, field)| if Some(at) == column { text.as_bytes() } else { field });
        writer.write_record(fields).map_err(|error| Error::other(error.to_string()))?;
        let row = writer.into_inner().map_err(|error| Error::other(error.to_string()))?;
        out.extend_from_slice(row.strip_suffix(b"\n").unwrap_or(&row));
        out.extend_from_slice(self.raw.get(self.raw.len() - after..).unwrap_or_default());
        Ok(out)
    }
}
