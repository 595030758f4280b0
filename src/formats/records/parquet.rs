//! Parquet: a record is a row, its text one column of strings.

use std::borrow::Cow;
use std::fs::File;
#[cfg(feature = "batch")]
use std::path::Path;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch, downcast_dictionary_array};
use arrow_json::WriterBuilder;
use arrow_json::writer::LineDelimited;
#[cfg(feature = "batch")]
use arrow_schema::SchemaRef;
use arrow_schema::{ArrowError, DataType, Field, Schema};
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};
use parquet::file::metadata::ParquetMetaData;

use super::{Content, Fields, Position, Record, Records, Reject, Values, reject, too_long};
use crate::error::{Error, ErrorKind};
use crate::formats::blocks::{BLOCK, KEPT};
use crate::formats::jsonl;
use crate::formats::unpack::is_bomb;

/// How many rows are handed over at a time, at most.
const ROWS: usize = 4096;

/// How many bytes the texts of rows have that are handed over together, at most, unless one row has more.
const MOST: usize = 4 * BLOCK;

/// The rows of a file, some at a time.
pub(super) struct Batches {
    reader: ParquetRecordBatchReader,
    /// What is read already and not handed over, behind rows that are not wanted again.
    rest: Option<RecordBatch>,
    unwanted: usize,
    /// Of the next row, from 0; how many there are; how long the file is.
    row: u64,
    rows: u64,
    bytes: u64,
}

/// Some rows.
#[derive(Debug)]
pub(super) struct Rows(RecordBatch);

/// One of them, by its number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'c> {
    rows: &'c Rows,
    at: usize,
}

impl Batches {
    pub(super) fn open(file: File, field: &str, from: Position) -> Result<Self, Error> {
        let bytes = file.metadata()?.len();
        let row = from.record.saturating_sub(1);
        let options = ArrowReaderOptions::new();
        let found = ArrowReaderMetadata::load(&file, options.clone()).map_err(unreadable)?;
        refuse_without(field, found.schema())?;
        refuse_bombs(found.metadata())?;
        let seen = options.with_schema(Arc::new(views(found.schema())));
        let found = ArrowReaderMetadata::try_new(Arc::clone(found.metadata()), seen).map_err(unreadable)?;
        let rows = u64::try_from(found.metadata().file_metadata().num_rows()).unwrap_or(0);
        let at_a_time = rows_at_a_time(found.metadata());
        // Wherever reading begins, it is at a time the same rows that are read: else chunks would be cut elsewhere.
        let first = usize::try_from(row).unwrap_or(usize::MAX);
        let unwanted = first % at_a_time;
        let reader = ParquetRecordBatchReaderBuilder::new_with_metadata(file, found)
            .with_batch_size(at_a_time)
            .with_offset(first - unwanted)
            .build()
            .map_err(unreadable)?;
        Ok(Self { reader, rest: None, unwanted, row, rows, bytes })
    }

    /// The next rows.
    fn batch(&mut self) -> Option<Result<RecordBatch, ArrowError>> {
        loop {
            let read = match self.rest.take() {
                Some(rest) => rest,
                None => match self.reader.next()? {
                    Ok(read) => read,
                    Err(error) => return Some(Err(error)),
                },
            };
            let skipped = self.unwanted.min(read.num_rows());
            self.unwanted -= skipped;
            let wanted = read.slice(skipped, read.num_rows() - skipped);
            if wanted.num_rows() > 0 {
                let count = fitting(&wanted);
                self.rest = Some(wanted.slice(count, wanted.num_rows() - count)).filter(|rest| rest.num_rows() > 0);
                return Some(Ok(wanted.slice(0, count)));
            }
        }
    }

    /// Bytes of a row stand all over the file: this is the share of it that is read.
    const fn place(&self) -> Position {
        let share = self.bytes as u128 * self.row as u128 / if self.rows == 0 { 1 } else { self.rows as u128 };
        Position { record: self.row + 1, byte: share as u64 }
    }
}

impl Iterator for Batches {
    type Item = Result<(Position, Position, Rows), Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.place();
        match self.batch()? {
            Ok(batch) => {
                self.row += batch.num_rows() as u64;
                Some(Ok((start, self.place(), Rows(batch))))
            }
            Err(error) => Some(Err(unreadable(error).in_record(start.record))),
        }
    }
}

fn unreadable(error: impl std::fmt::Display) -> Error {
    Error::other(format!("cannot read it as Parquet: {error}"))
}

fn refuse_without(field: &str, schema: &Schema) -> Result<(), Error> {
    let of_text = match schema.column_with_name(field) {
        Some((_, column)) => is_text(column.data_type()),
        None => {
            let there = schema.fields().iter().map(|column| column.name().as_str()).collect::<Vec<_>>().join(", ");
            return Err(Error::new(ErrorKind::NoColumn { wanted: field.to_owned(), there }));
        }
    };
    if of_text { Ok(()) } else { Err(Error::other(format!("expected text in the column {field:?}, but found another type"))) }
}

fn is_text(column: &DataType) -> bool {
    match column {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

/// The columns of a file.
#[cfg(feature = "batch")]
pub(crate) fn schema(path: &Path) -> Result<SchemaRef, Error> {
    let file = File::open(path).map_err(|error| Error::cannot("read", &error))?;
    let found = ArrowReaderMetadata::load(&file, ArrowReaderOptions::new()).map_err(unreadable)?;
    Ok(Arc::clone(found.schema()))
}

/// Refuses columns that grow past all measure when they are unpacked.
fn refuse_bombs(metadata: &ParquetMetaData) -> Result<(), Error> {
    for column in metadata.row_groups().iter().flat_map(|group| group.columns()) {
        let [unpacked, packed] =
            [column.uncompressed_size(), column.compressed_size()].map(|size| u64::try_from(size).unwrap_or(u64::MAX));
        if is_bomb(unpacked, packed) {
            let name = column.column_path().string();
            return Err(Error::other(format!(
                "expected a column that unpacks to no more than its text, but found {unpacked} bytes packed into {packed} ({name})"
            )));
        }
    }
    Ok(())
}

/// The same schema with views of strings: a text that stands once in the file and in a million rows is kept once in memory, too.
fn views(schema: &Schema) -> Schema {
    let view = |field: &Arc<Field>| match field.data_type() {
        DataType::Utf8 | DataType::LargeUtf8 => Arc::new(field.as_ref().clone().with_data_type(DataType::Utf8View)),
        _ => Arc::clone(field),
    };
    Schema::new_with_metadata(schema.fields().iter().map(view).collect::<Vec<_>>(), schema.metadata().clone())
}

/// As many rows as make about a block, where rows are longest.
fn rows_at_a_time(metadata: &ParquetMetaData) -> usize {
    let longest = metadata.row_groups().iter().map(|group| group.total_byte_size() / group.num_rows().max(1)).max();
    let longest = longest.and_then(|bytes| usize::try_from(bytes).ok()).unwrap_or(0);
    (BLOCK / longest.max(1)).clamp(1, ROWS)
}

/// How many rows from the first on are handed over together. One text may stand in thousands of them, and each is written out.
fn fitting(rows: &RecordBatch) -> usize {
    let mut bytes = 0;
    let texts = || rows.columns().iter().filter(|column| is_text(column.data_type()));
    let fits = |&at: &usize| {
        bytes += texts().filter_map(|column| string(column, at)).map(str::len).sum::<usize>();
        bytes <= MOST
    };
    (0..rows.num_rows()).take_while(fits).count().max(1)
}

impl Rows {
    pub(super) const fn batch(&self) -> &RecordBatch {
        &self.0
    }

    pub(super) fn records<'c>(&'c self, start: Position, asked: Fields<'c>, limit: usize) -> Records<'c> {
        Box::new((0..self.0.num_rows()).map(move |at| {
            let row = Row { rows: self, at };
            let position = Position { record: start.record + at as u64, byte: start.byte };
            let Some(text) = row.string(asked.text) else {
                return Err(row.reject(position, Error::new(ErrorKind::NotAString(asked.text.to_owned()))));
            };
            if text.len() > limit {
                return Err(too_long(position, text.as_bytes(), text.len(), limit));
            }
            Ok(Record { position, id: row.word(asked.id), content: Content::Text(text.into()), values: Values::Row(row) })
        }))
    }
}

impl<'c> Row<'c> {
    /// A value as JSON; nothing where there is no such column.
    pub(super) fn value(self, column: &str) -> Option<Cow<'c, str>> {
        let json = json(&self.rows.0, column, self.at)?;
        jsonl::Row::parse(json.as_bytes()).ok()?.raw(column).map(|raw| Cow::Owned(raw.get().to_owned()))
    }

    /// A string as it is, another value as its JSON; nothing for null.
    pub(super) fn word(self, column: &str) -> Option<Cow<'c, str>> {
        let array = self.rows.0.column_by_name(column)?;
        if is_text(array.data_type()) {
            return self.string(column).map(Cow::Borrowed);
        }
        let json = json(&self.rows.0, column, self.at)?;
        jsonl::Row::parse(json.as_bytes()).ok()?.value(column).map(|value| Cow::Owned(value.into_owned()))
    }

    /// Writes it as an object, with another text in one column where there is one.
    pub(super) fn write_json(self, column: &str, text: Option<&str>, out: &mut Vec<u8>) {
        let json = self.json();
        let with = text.and_then(|text| Some(jsonl::Row::parse(json.as_bytes()).ok()?.with(column, text)));
        out.extend_from_slice(with.unwrap_or(json).as_bytes());
    }

    pub(super) fn reject(self, position: Position, error: Error) -> Reject {
        let json = self.json();
        let kept = json.as_bytes().get(..KEPT).unwrap_or(json.as_bytes());
        Reject { bytes: json.len() as u64, ..reject(position, kept, error) }
    }

    /// The row as an object. One of types that JSON has no form for is empty.
    fn json(self) -> String {
        object(&self.rows.0.slice(self.at, 1)).unwrap_or_else(|| "{}".to_owned())
    }

    fn string(self, column: &str) -> Option<&'c str> {
        string(self.rows.0.column_by_name(column)?.as_ref(), self.at)
    }
}

/// One value of a row, in an object of its own.
fn json(rows: &RecordBatch, column: &str, at: usize) -> Option<String> {
    let column = rows.schema_ref().index_of(column).ok()?;
    object(&rows.project(&[column]).ok()?.slice(at, 1))
}

/// A batch of one row as an object, if JSON has a form for all of it.
fn object(row: &RecordBatch) -> Option<String> {
    let mut writer = WriterBuilder::new().with_explicit_nulls(true).build::<_, LineDelimited>(Vec::new());
    writer.write(row).and_then(|()| writer.finish()).ok()?;
    String::from_utf8(writer.into_inner()).ok().map(|line| line.trim_end_matches('\n').to_owned())
}

/// A string; nothing for null and for other types.
fn string(array: &dyn Array, at: usize) -> Option<&str> {
    if array.is_null(at) {
        return None;
    }
    match array.data_type() {
        DataType::Utf8 => Some(array.as_string::<i32>().value(at)),
        DataType::LargeUtf8 => Some(array.as_string::<i64>().value(at)),
        DataType::Utf8View => Some(array.as_string_view().value(at)),
        _ => downcast_dictionary_array!(
            array => string(array.values().as_ref(), array.key(at)?),
            _ => None,
        ),
    }
}
