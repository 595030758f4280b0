//! Parquet: a record is a row, its text one column of strings.

use std::borrow::Cow;
use std::fs::File;
use std::sync::OnceLock;

use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch, downcast_dictionary_array};
use arrow_json::WriterBuilder;
use arrow_json::writer::LineDelimited;
use arrow_schema::DataType;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};

use super::{Body, Chunk, Content, Fields, Position, Record, Records, Reject, Values};
use crate::error::{Error, ErrorKind};
use crate::formats::jsonl::Row;

/// How many rows are handed over at a time. Those of a crawl have some kilobytes.
const ROWS: usize = 256;

/// A file of rows.
pub(super) struct Batches {
    reader: ParquetRecordBatchReader,
    /// Of the next row, from 0; how many there are; how long the file is.
    row: u64,
    rows: u64,
    bytes: u64,
}

/// Some rows.
#[derive(Debug)]
pub(super) struct Batch {
    columns: RecordBatch,
    /// Each row as JSON, made when it is asked for.
    json: OnceLock<Vec<String>>,
}

impl Batches {
    pub(super) fn open(file: File, field: &str, from: Position) -> Result<Self, Error> {
        let bytes = file.metadata()?.len();
        let row = from.record.saturating_sub(1);
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(other)?;
        let schema = builder.schema();
        if schema.column_with_name(field).is_none() {
            let there = schema.fields().iter().map(|field| field.name().as_str()).collect::<Vec<_>>().join(", ");
            return Err(Error::new(ErrorKind::NoColumn { wanted: field.to_owned(), there }));
        }
        let rows = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or(0);
        let offset = usize::try_from(row).unwrap_or(usize::MAX);
        let reader = builder.with_batch_size(ROWS).with_offset(offset).build().map_err(other)?;
        Ok(Self { reader, row, rows, bytes })
    }

    const fn place(&self) -> Position {
        let share = self.bytes as u128 * self.row as u128 / if self.rows == 0 { 1 } else { self.rows as u128 };
        Position { record: self.row + 1, byte: share as u64 }
    }
}

impl Iterator for Batches {
    type Item = Result<Chunk, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.place();
        match self.reader.next()? {
            Ok(columns) => {
                self.row += columns.num_rows() as u64;
                let body = Body::Parquet(Batch { columns, json: OnceLock::new() });
                Some(Ok(Chunk { start, end: self.place(), body }))
            }
            Err(error) => Some(Err(other(error).in_record(start.record))),
        }
    }
}

fn other(error: impl std::fmt::Display) -> Error {
    Error::other(format!("cannot read it as Parquet: {error}"))
}

impl Batch {
    pub(super) const fn columns(&self) -> &RecordBatch {
        &self.columns
    }

    pub(super) fn records<'c>(&'c self, start: Position, asked: Fields<'c>) -> Records<'c> {
        let at = move |row: usize| Position { record: start.record + row as u64, byte: start.byte };
        Box::new((0..self.columns.num_rows()).map(move |row| {
            let text = self.columns.column_by_name(asked.text).and_then(|texts| string(texts.as_ref(), row));
            let text = text.ok_or_else(|| Error::new(ErrorKind::NotAString(asked.text.to_owned())));
            let text = text.map_err(|error| Reject::new(at(row), self.json(row).as_bytes(), error))?;
            let id = self.word(asked.id, row);
            Ok(Record { position: at(row), id, content: Content::Text(Cow::Borrowed(text)), values: Values::Parquet(self, row) })
        }))
    }

    /// A value as JSON; nothing where there is no such column.
    pub(super) fn value(&self, column: &str, row: usize) -> Option<Cow<'_, str>> {
        self.columns.column_by_name(column)?;
        Row::parse(self.json(row).as_bytes()).ok()?.raw(column).map(|raw| Cow::Borrowed(raw.get()))
    }

    /// A string as it is, another value as its JSON; nothing for null.
    pub(super) fn word(&self, column: &str, row: usize) -> Option<Cow<'_, str>> {
        let array = self.columns.column_by_name(column)?;
        let text = string(array.as_ref(), row).map(Cow::Borrowed);
        text.or_else(|| Row::parse(self.json(row).as_bytes()).ok()?.value(column))
    }

    /// A row as JSON, with another text in one column.
    pub(super) fn to_json(&self, row: usize, column: &str, text: Option<&str>) -> Cow<'_, str> {
        let json = self.json(row);
        let with = text.and_then(|text| Some(Row::parse(json.as_bytes()).ok()?.with(column, text)));
        with.map_or(Cow::Borrowed(json), Cow::Owned)
    }

    /// A row as JSON.
    pub(super) fn json(&self, row: usize) -> &str {
        let rows = self.json.get_or_init(|| {
            let mut writer = WriterBuilder::new().with_explicit_nulls(true).build::<_, LineDelimited>(Vec::new());
            // What JSON has no form for leaves the rows without values; the texts are read all the same.
            let written = writer.write(&self.columns).and_then(|()| writer.finish());
            let bytes = written.map(|()| writer.into_inner()).unwrap_or_default();
            String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()
        });
        rows.get(row).map_or("{}", String::as_str)
    }
}

/// A string; nothing for null and for other types.
fn string(array: &dyn Array, row: usize) -> Option<&str> {
    if array.is_null(row) {
        return None;
    }
    match array.data_type() {
        DataType::Utf8 => Some(array.as_string::<i32>().value(row)),
        DataType::LargeUtf8 => Some(array.as_string::<i64>().value(row)),
        DataType::Utf8View => Some(array.as_string_view().value(row)),
        _ => downcast_dictionary_array!(
            array => string(array.values().as_ref(), array.key(row)?),
            _ => None,
        ),
    }
}
