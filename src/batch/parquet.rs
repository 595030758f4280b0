//! Shards as files of Parquet: rows become columns where they are made, and row groups where shards are written.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use arrow_array::{Array, ArrayRef, LargeStringArray, RecordBatch, UInt64Array};
use arrow_cast::cast;
use arrow_json::ReaderBuilder;
use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef};
use arrow_select::take::take_record_batch;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, GzipLevel, ZstdLevel};
use parquet::file::properties::WriterProperties;

use super::disk::{Partial, Written};
use super::input::{Holds, Input};
use super::pack::{GZIP_LEVEL, Packing, ZSTD_LEVEL};
use super::settings::{Product, Settings, Shape};
use crate::error::Error;
use crate::formats::arrow::document_schema;
use crate::formats::jsonl::quote;
use crate::formats::records::{self, Kind, Record, write_object};

/// From how many encoded bytes on a row group is written out: it is held in memory until then, and is what readers take at a time.
const ROW_GROUP: usize = 32 << 20;

/// The columns of all shards of a batch.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    schema: SchemaRef,
    /// Whether they are those of the inputs, which are Parquet themselves.
    pub(super) are_inputs: bool,
}

/// A clean text, by the number of its row in a batch.
pub(super) type CleanText = (u64, String);

impl Columns {
    /// Those that a batch of Parquet has: of documents; of inputs that are all Parquet, their own; of clean texts, the id, the text, and
    /// what is kept, all of them text. Fails where inputs of Parquet have other columns than the first.
    pub(super) fn of(settings: &Settings, inputs: &[Input]) -> Result<Self, Error> {
        if settings.shape != Shape::Parquet || !matches!(settings.product, Product::Clean) {
            return Ok(Self { schema: document_schema(), are_inputs: false });
        }
        if inputs.iter().all(|input| input.holds == Holds::Records(Kind::Parquet))
            && let Some(schema) = common(inputs)?
        {
            if !settings.keep.is_empty() {
                return Err(Error::other("Parquet that is cleaned keeps all its columns; --keep is for other inputs"));
            }
            return Ok(Self { schema, are_inputs: true });
        }
        let mut names = vec![&settings.id_field, &settings.field];
        names.extend(&settings.keep);
        let mut fields: Vec<Field> = Vec::new();
        for name in names {
            if fields.iter().all(|field| field.name() != name) {
                fields.push(Field::new(name, DataType::Utf8, true));
            }
        }
        Ok(Self { schema: Arc::new(Schema::new(fields)), are_inputs: false })
    }

    /// Rows, given as lines of JSON, as columns.
    pub(super) fn read(&self, rows: &[u8]) -> Result<Vec<RecordBatch>, Error> {
        Ok(ReaderBuilder::new(Arc::clone(&self.schema)).build(rows)?.collect::<Result<_, _>>()?)
    }

    /// The rows of an input that have clean texts, with these in the column `field`.
    pub(super) fn with(&self, rows: &RecordBatch, field: &str, texts: Vec<CleanText>) -> Result<RecordBatch, Error> {
        let (numbers, texts): (Vec<u64>, Vec<String>) = texts.into_iter().unzip();
        let rows = take_record_batch(rows, &UInt64Array::from(numbers))?;
        let texts: ArrayRef = Arc::new(LargeStringArray::from(texts));
        let columns = self.schema.fields().iter().zip(rows.columns()).map(|(column, values)| {
            // They were read as views, and texts were made anew.
            cast(if column.name() == field { &texts } else { values }, column.data_type())
        });
        Ok(RecordBatch::try_new(Arc::clone(&self.schema), columns.collect::<Result<_, _>>()?)?)
    }
}

/// Writes a line of JSON for columns of text: the id, a text, and what is kept, each a string or null.
pub(super) fn write_line(settings: &Settings, record: &Record<'_>, text: &str, out: &mut Vec<u8>) {
    let json = |word: Option<&str>| word.map_or(Cow::Borrowed("null"), |word| Cow::Owned(quote(word)));
    let names = [&settings.id_field, &settings.field];
    let id = (settings.id_field != settings.field).then(|| (&*settings.id_field, json(record.id.as_deref())));
    let kept = settings.keep.iter().filter(|name| !names.contains(name));
    let kept = kept.map(|name| (&**name, json(record.word(name).as_deref())));
    write_object(id.into_iter().chain([(&*settings.field, json(Some(text)))]).chain(kept), out);
    out.push(b'\n');
}

/// How many bytes the values of columns have.
pub(super) fn size(columns: &[RecordBatch]) -> usize {
    let columns = columns.iter().flat_map(RecordBatch::columns);
    columns.map(|column| column.to_data().get_slice_memory_size().unwrap_or_default()).sum()
}

/// The columns that all inputs have that can be read; nothing where there are none.
fn common(inputs: &[Input]) -> Result<Option<SchemaRef>, Error> {
    let mut first: Option<(&Input, SchemaRef)> = None;
    for input in inputs {
        // What cannot be read is rejected in its turn.
        let Some(schema) = input.path.as_deref().and_then(|path: &Path| records::schema(path).ok()) else { continue };
        match &first {
            None => first = Some((input, schema)),
            Some((other, wanted)) if wanted.fields() != schema.fields() => {
                let [wanted, found] = [wanted.fields(), schema.fields()].map(told);
                let message = format!("expected the columns of {}, {wanted}, but found {found}; clean them apart", other.name);
                return Err(Error::other(message).in_file(&*input.name));
            }
            Some(_) => {}
        }
    }
    Ok(first.map(|(_, schema)| schema))
}

fn told(fields: &Fields) -> String {
    let told = |field: &Arc<Field>| format!("{}: {}", field.name(), field.data_type());
    fields.iter().map(told).collect::<Vec<_>>().join(", ")
}

/// A file of rows that is being written.
pub(super) struct Table<'a>(ArrowWriter<Partial<'a>>);

impl<'a> Table<'a> {
    pub(super) fn create(file: Partial<'a>, columns: &Columns, packing: Packing) -> Result<Self, Error> {
        let compression = match packing {
            Packing::None => Compression::UNCOMPRESSED,
            Packing::Gzip => Compression::GZIP(GzipLevel::try_new(GZIP_LEVEL).map_err(other)?),
            Packing::Zstd => Compression::ZSTD(ZstdLevel::try_new(ZSTD_LEVEL).map_err(other)?),
        };
        let properties = WriterProperties::builder().set_compression(compression).build();
        Ok(Self(ArrowWriter::try_new(file, Arc::clone(&columns.schema), Some(properties)).map_err(other)?))
    }

    pub(super) fn write(&mut self, columns: &[RecordBatch]) -> Result<(), Error> {
        columns.iter().try_for_each(|columns| self.0.write(columns)).map_err(other)?;
        if self.0.in_progress_size() >= ROW_GROUP {
            self.0.flush().map_err(other)?;
        }
        Ok(())
    }

    pub(super) fn keep(self) -> Result<Written, Error> {
        self.0.into_inner().map_err(other)?.keep()
    }
}

fn other(error: impl std::fmt::Display) -> Error {
    Error::other(format!("cannot write it as Parquet: {error}"))
}
