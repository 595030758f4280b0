//! CSV and TSV: a header, then a text in one column of each row (RFC 4180). A row may go over several lines.

use std::borrow::Cow;
use std::io::Read;
use std::sync::Arc;

use csv::{ByteRecord, QuoteStyle, ReaderBuilder, Terminator, WriterBuilder};
use csv_core::ReadRecordResult;

use super::{BOM, Content, Fields, Position, Record, Reject, Values, reject, too_long, write_object};
use crate::error::{Error, ErrorKind};
use crate::formats::blocks::{Block, Ends, KEPT, refuse_utf16};
use crate::formats::jsonl::quote;

/// A line end, read before the first row of a part of a file. A parser that has read nothing yet drops a byte order mark, so that
/// a row that begins with one would be another row where a part begins with it.
const BEHIND_THE_HEADER: &[u8] = b"\n";

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
    /// As it stands in the file, with its line end.
    pub(super) raw: &'c [u8],
}

impl Rows {
    pub(super) fn new(delimiter: u8) -> Self {
        let parser = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
        let mut rows = Self { parser, fields: Box::new([0; 4096]), ends: Box::new([0; 256]) };
        rows.end(BEHIND_THE_HEADER);
        rows
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
        // Byte by byte, as what comes behind it is somebody else's; a header is short.
        let mut byte = [0];
        while reader.read(&mut byte)? > 0 {
            raw.extend_from_slice(&byte);
            if raw == BOM {
                ends = Rows::new(delimiter);
            } else if ends.end(&byte).is_some() {
                break;
            }
            refuse_utf16(&raw)?;
            if raw.len() > KEPT {
                return Err(Error::at_byte(
                    ErrorKind::TooLong { what: "header", bytes: raw.len() as u64, limit: KEPT as u64 },
                    0,
                ));
            }
        }
        let mut fields = ByteRecord::new();
        // Without a header of its own and with any number of fields there is nothing that could fail.
        let _ = parser(delimiter, &raw[..]).read_byte_record(&mut fields);
        let names = fields.iter().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
        Ok(Self { delimiter, names, raw })
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    /// Refuses a file that has not the column of the text. An empty one has no rows that could miss it.
    pub(super) fn refuse_without(&self, field: &str) -> Result<(), Error> {
        if self.raw.is_empty() || self.column(field).is_some() {
            return Ok(());
        }
        Err(Error::new(ErrorKind::NoColumn { wanted: field.to_owned(), there: self.names.join(", ") }))
    }
}

fn parser<R: Read>(delimiter: u8, bytes: R) -> csv::Reader<R> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes)
}

pub(super) fn records<'c>(
    header: &'c Arc<Header>,
    block: &'c Block,
    fields: Fields<'c>,
    limit: usize,
) -> impl Iterator<Item = Result<Record<'c>, Reject>> + 'c {
    rows(header, block).map(move |(position, row)| {
        if row.raw.len() > limit {
            return Err(too_long(position, row.raw, row.raw.len(), limit));
        }
        match row.texts(fields) {
            Ok((id, text)) => Ok(Record { position, id, content: Content::Text(Cow::Owned(text)), values: Values::Csv(row) }),
            Err(error) => Err(reject(position, row.raw, error)),
        }
    })
}

/// The rows of a block, as they stand in it.
fn rows<'c>(header: &'c Header, block: &'c Block) -> impl Iterator<Item = (Position, Row<'c>)> {
    let mut parser = parser(header.delimiter, BEHIND_THE_HEADER.chain(&block.bytes[..]));
    (block.record..).map_while(move |record| {
        let start = place(&parser);
        let mut fields = ByteRecord::new();
        if !parser.read_byte_record(&mut fields).unwrap_or(false) {
            return None;
        }
        let mut end = place(&parser);
        // The parser stops between CR and LF.
        if let Some(b"\r\n") = end.checked_sub(1).and_then(|last| block.bytes.get(last..=end)) {
            end += 1;
        }
        let raw = block.bytes.get(start..end).unwrap_or_default();
        // What the end of the row before has left: the second half of CR LF, or empty lines.
        let blank = raw.iter().take_while(|byte| is_end(byte)).count();
        let position = Position { record, byte: (block.byte + start + blank) as u64 };
        Some((position, Row { header, fields, raw: raw.get(blank..).unwrap_or_default() }))
    })
}

/// Where it stands in a block.
fn place<R: Read>(parser: &csv::Reader<R>) -> usize {
    usize::try_from(parser.position().byte()).unwrap_or(usize::MAX).saturating_sub(BEHIND_THE_HEADER.len())
}

const fn is_end(byte: &u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

impl<'c> Row<'c> {
    /// Its id and its text.
    fn texts(&self, asked: Fields<'_>) -> Result<(Option<Cow<'c, str>>, String), Error> {
        let (wanted, found) = (self.header.names.len(), self.fields.len());
        if wanted != found {
            return Err(Error::new(ErrorKind::Columns { wanted, found }));
        }
        let column = self.header.column(asked.text).and_then(|column| self.fields.get(column));
        let text = column.ok_or_else(|| Error::new(ErrorKind::NoField(asked.text.to_owned())))?;
        let text = std::str::from_utf8(text).map_err(|error| {
            let bad = text.get(error.valid_up_to()).copied().unwrap_or_default();
            Error::new(ErrorKind::InvalidUtf8 { bad, truncated: error.error_len().is_none() })
        })?;
        Ok((self.text(asked.id).map(|id| Cow::Owned(id.into_owned())), text.to_owned()))
    }

    /// A value by the name of its column; nothing where it is empty, as CSV has no other way to say so.
    pub(super) fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        let value = self.fields.get(self.header.column(name)?).filter(|value| !value.is_empty())?;
        Some(String::from_utf8_lossy(value))
    }

    /// Writes it as an object of strings, with another text in one column where there is one.
    pub(super) fn write_json(&self, name: &str, text: Option<&str>, out: &mut Vec<u8>) {
        let values = self.header.names.iter().zip(&self.fields).map(|(column, value)| {
            let value = String::from_utf8_lossy(value);
            let text = text.filter(|_| column == name);
            (column.as_str(), Cow::Owned(quote(text.unwrap_or(&value))))
        });
        write_object(values, out);
    }

    /// The row as it stands, with another text in one column. What needs no quotes gets none; the line end stays.
    pub(super) fn with(&self, name: &str, text: &str) -> Vec<u8> {
        let mut writer = WriterBuilder::new()
            .delimiter(self.header.delimiter)
            .quote_style(QuoteStyle::Necessary)
            .terminator(Terminator::Any(b'\n'))
            .flexible(true)
            .from_writer(Vec::new());
        let column = self.header.column(name);
        let fields = self.fields.iter().enumerate().map(|(at, field)| if Some(at) == column { text.as_bytes() } else { field });
        // Writing rows of any length to memory has no way to fail.
        let _ = writer.write_record(fields);
        let mut row = writer.into_inner().unwrap_or_default();
        row.truncate(row.len().saturating_sub(1));
        let end = self.raw.iter().rev().take_while(|byte| is_end(byte)).count();
        row.extend_from_slice(self.raw.get(self.raw.len() - end..).unwrap_or_default());
        row
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::formats::blocks::Blocks;

    const FIELDS: Fields<'static> = Fields { text: "text", id: "id" };

    fn header() -> Arc<Header> {
        Arc::new(Header::read(&mut &b"id,text\n"[..], b',').unwrap())
    }

    /// What the rows of some bytes are, read in blocks of a size, from a row on.
    fn told(bytes: &[u8], size: usize, from: (usize, u64)) -> Vec<(Position, Result<String, String>)> {
        let header = header();
        let blocks = Blocks::sized(bytes.get(from.0..).unwrap(), Rows::new(b','), 1000, size).starting_at(from.0, from.1);
        let mut told = Vec::new();
        for block in blocks.map(Result::unwrap) {
            for record in records(&header, &block, FIELDS, 1000) {
                told.push(match record {
                    Ok(Record { position, id, content: Content::Text(text), .. }) => (position, Ok(format!("{id:?} {text}"))),
                    Ok(record) => panic!("{record:?}"),
                    Err(reject) => (reject.position, Err(format!("{} {:?}", reject.error, reject.raw.trim_ascii_end()))),
                });
            }
        }
        told
    }

    proptest! {
        #[test]
        fn any_cut_gives_the_same_rows(bytes in "[ab,\"\r\n\u{fc}\u{feff}]{0,60}", size in 2..70_usize) {
            let bytes = bytes.as_bytes();
            let whole = told(bytes, 1000, (0, 1));
            prop_assert_eq!(&told(bytes, size, (0, 1)), &whole);
            for (at, (position, _)) in whole.iter().enumerate() {
                let rest = told(bytes, size, (position.byte as usize, position.record));
                prop_assert_eq!(&rest[..], whole.get(at..).unwrap());
            }
        }

        #[test]
        fn another_text_leaves_the_other_columns(id in "[ab,\"\n]{0,5}", text in "[ab,\"\r\n]{0,9}", end in "\r\n|\n|") {
            let quoted = |field: &str| format!("\"{}\"", field.replace('"', "\"\""));
            let bytes = format!("{},\"old\"{end}", quoted(&id)).into_bytes();
            let header = header();
            let block = |bytes: Vec<u8>| Block { bytes, byte: 0, record: 1, records: 1, skipped: 0 };
            let one = block(bytes);
            let row = rows(&header, &one).next().unwrap().1;
            let other = block(row.with("text", &text));
            let (_, again) = rows(&header, &other).next().unwrap();
            prop_assert_eq!(&again.fields, &ByteRecord::from(vec![id.as_bytes(), text.as_bytes()]));
        }
    }

    #[test]
    fn a_header_is_read_with_its_mark_and_no_further() {
        let mut file = "\u{FEFF}\"id\",\"the\ntext\"\r\n1,a\r\n".as_bytes();
        let header = Header::read(&mut file, b',').unwrap();
        assert_eq!(header.names, ["id", "the\ntext"]);
        assert_eq!([header.raw, file.to_vec()].concat(), "\u{FEFF}\"id\",\"the\ntext\"\r\n1,a\r\n".as_bytes());
        assert!(Header::read(&mut &b"\xFF\xFEi\0"[..], b',').unwrap_err().to_string().contains("UTF-16"));
        assert!(Header::read(&mut &vec![b'x'; KEPT + 9][..], b',').unwrap_err().to_string().contains("in a header"));
        assert_eq!(
            self::header().refuse_without("body").unwrap_err().to_string(),
            "expected a column \"body\", but found only id, text"
        );
    }
}
