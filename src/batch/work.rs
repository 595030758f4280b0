//! What becomes of a piece of work, on whichever thread it has come to.

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::apart::{self, Page};
use super::input::{Input, Piece, Place, Work};
#[cfg(feature = "parquet")]
use super::parquet::{self, CleanText, Columns};
use super::rejects::Rejected;
use super::settings::{Documents, Product, Settings, Shape};
use super::tally::Tally;
use crate::decode::decode_as;
use crate::document::Document;
use crate::error::Error;
use crate::formats::jsonl;
use crate::formats::records::{Chunk, Fields, Record, Reject};
use crate::formats::writers::{Form, value};
use crate::markup::{Markup, are_html};
use crate::{ChangeDetail, Source, clean, run_decoded};

/// What became of a piece of work.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// Rows, packed.
    pub(super) rows: Vec<u8>,
    /// Or documents that are to stand apart, packed.
    pub(super) pages: Vec<Page>,
    /// Or rows as columns.
    #[cfg(feature = "parquet")]
    pub(super) columns: Vec<arrow_array::RecordBatch>,
    /// The clean texts that columns of the input are still to get.
    #[cfg(feature = "parquet")]
    texts: Vec<CleanText>,
    /// Lines about what could not be read.
    pub(super) rejects: Vec<u8>,
    pub(super) tally: Tally,
    /// Where the next piece begins.
    pub(super) end: Place,
    /// How many bytes of the files are read by then, packed as they are.
    pub(super) passed: u64,
}

/// What works on pieces, on all threads at once.
pub(super) struct Worker<'a> {
    pub(super) settings: &'a Settings,
    #[cfg(feature = "parquet")]
    pub(super) columns: Columns,
}

impl<'a> Worker<'a> {
    /// Fails where the inputs have no columns in common that are to stand in one table.
    #[cfg_attr(not(feature = "parquet"), allow(unused_variables, clippy::unnecessary_wraps, reason = "only tables ask for them"))]
    pub(super) fn new(settings: &'a Settings, inputs: &[Input]) -> Result<Self, Error> {
        Ok(Self {
            settings,
            #[cfg(feature = "parquet")]
            columns: Columns::of(settings, inputs)?,
        })
    }

    pub(super) fn work(&self, piece: Piece<'_>) -> Result<Done, Error> {
        let mut done = Done { end: piece.end, passed: piece.passed, ..Done::default() };
        match piece.work {
            Work::Texts(inputs) => inputs.iter().for_each(|input| self.text(input, &mut done)),
            Work::Records(input, chunk) => self.records(input, &chunk, &mut done)?,
            Work::Lost(input, place, error) => {
                tracing::warn!(input = input.name, byte = place.byte, %error, "the rest of an input is lost");
                done.reject(&Rejected::new(&input.name, None, place.byte, &[], &error), &error);
            }
        }
        done.tally.bytes_written = (done.rows.len() + done.pages.iter().map(|page| page.bytes.len()).sum::<usize>()) as u64;
        let packing = self.settings.packing;
        match self.settings.shape {
            Shape::Apart => {
                for page in &mut done.pages {
                    page.bytes = packing.pack(std::mem::take(&mut page.bytes))?;
                }
            }
            #[cfg(feature = "parquet")]
            Shape::Parquet if done.rows.is_empty() => done.tally.bytes_written = parquet::size(&done.columns) as u64,
            #[cfg(feature = "parquet")]
            Shape::Parquet => done.columns = self.columns.read(&std::mem::take(&mut done.rows))?,
            Shape::Lines if done.rows.is_empty() => {}
            Shape::Lines => done.rows = packing.pack(done.rows)?,
        }
        Ok(done)
    }

    fn text(&self, input: &Input, done: &mut Done) {
        let bytes = match input.read(self.settings.text_limit) {
            Ok(bytes) => bytes,
            Err(error) => return done.reject(&Rejected::new(&input.name, None, 0, &[], &error), &error),
        };
        done.tally.bytes_read += bytes.len() as u64;
        if let Err(error) = self.whole(input, &bytes, done) {
            let byte = error.byte().unwrap_or(0) as u64;
            done.reject(&Rejected::new(&input.name, None, byte, &bytes, &error), &error);
        }
    }

    fn whole(&self, input: &Input, bytes: &[u8], done: &mut Done) -> Result<(), Error> {
        match &self.settings.product {
            Product::Clean => {
                let decoded = decode_as(bytes, self.settings.charset)?;
                let cleaned = clean(&decoded.text, &self.settings.options);
                let row = jsonl::of_strings(&[(&self.settings.id_field, &input.name), (&self.settings.field, cleaned.text())]);
                done.rows.extend_from_slice(row.as_bytes());
                done.rows.push(b'\n');
                done.tally.cleaned(&cleaned);
            }
            Product::Documents(documents) => {
                // What comes through a pipe has no ending that could tell.
                let is_page = input.path.is_none() && are_html(bytes);
                let format = if is_page { "html" } else { input.format() };
                let source = Source { id: None, name: &input.name, format, bytes, captured: documents.captured.as_ref() };
                let decoded = source.decode(self.settings.charset)?;
                let document = run_decoded(&source, &decoded, &self.settings.options, documents.told());
                self.document(documents, document, None, done)?;
            }
        }
        Ok(())
    }

    fn records(&self, input: &Input, chunk: &Chunk, done: &mut Done) -> Result<(), Error> {
        done.tally.bytes_read += chunk.end.byte - chunk.start.byte;
        let fields = Fields { text: &self.settings.field, id: &self.settings.id_field };
        let mut told = 0;
        for record in chunk.records(fields) {
            told += 1;
            let worked = record.and_then(|record| self.record(input, &record, done).map_err(|error| record.reject(error)));
            if let Err(Reject { position, raw, bytes, error }) = worked {
                let rejected = Rejected::new(&input.name, Some(position.record), position.byte, &raw, &error);
                done.reject(&rejected.of_length(bytes), &error);
            }
        }
        done.tally.pass_over(chunk.passed_over(told));
        #[cfg(feature = "parquet")]
        if let Some(rows) = chunk.batch().filter(|_| !done.texts.is_empty()) {
            let texts = std::mem::take(&mut done.texts).into_iter().map(|(record, text)| (record - chunk.start.record, text));
            done.columns.push(self.columns.with(rows, &self.settings.field, texts.collect())?);
        }
        Ok(())
    }

    fn record(&self, input: &Input, record: &Record<'_>, done: &mut Done) -> Result<(), Error> {
        let content = &record.content;
        let decoded = content.decode(self.settings.page_charset)?;
        match &self.settings.product {
            Product::Clean => {
                // Of a page, what it shows.
                let shown = content.format().and_then(Markup::of_format).map(|markup| markup.read(&decoded.text).text);
                let cleaned = clean(shown.as_deref().unwrap_or(&decoded.text), &self.settings.options);
                done.tally.cleaned(&cleaned);
                match self.settings.shape {
                    #[cfg(feature = "parquet")]
                    Shape::Parquet if self.columns.are_inputs => {
                        done.texts.push((record.position.record, cleaned.into_text().into_owned()));
                    }
                    #[cfg(feature = "parquet")]
                    Shape::Parquet => parquet::write_line(self.settings, record, cleaned.text(), &mut done.rows),
                    Shape::Lines | Shape::Apart => {
                        let is_other = content.format().is_some() || cleaned.is_changed();
                        record.write_row(&self.settings.field, is_other.then(|| cleaned.text()), &mut done.rows);
                    }
                }
                Ok(())
            }
            Product::Documents(documents) => {
                let captured = record.captured_by(documents.captured_field.as_deref())?;
                let name = format!("{}:{}", input.name, record.position.record);
                let source = Source {
                    id: record.id.as_deref(),
                    name: &name,
                    format: content.format().unwrap_or(input.format()),
                    bytes: content.bytes(),
                    captured: captured.as_ref().or(documents.captured.as_ref()),
                };
                let document = run_decoded(&source, &decoded, &self.settings.options, documents.told());
                self.document(documents, document, Some(record), done)
            }
        }
    }

    fn document(
        &self,
        how: &Documents,
        mut document: Document,
        record: Option<&Record<'_>>,
        done: &mut Done,
    ) -> Result<(), Error> {
        done.tally.document(&document);
        if how.detail == ChangeDetail::None {
            document.changes.clear();
        }
        if self.settings.shape != Shape::Apart {
            done.rows.extend_from_slice(&self.settings.write(how, &document, record, Form::Line)?);
            return Ok(());
        }
        let id = record.and_then(|record| record.id.as_deref()).unwrap_or(&document.source.name);
        done.pages.push(Page { name: apart::name(id), bytes: self.settings.write(how, &document, record, Form::Indented)? });
        Ok(())
    }
}

impl Settings {
    fn write(&self, how: &Documents, document: &Document, record: Option<&Record<'_>>, form: Form) -> Result<Vec<u8>, Error> {
        if self.keep.is_empty() {
            return how.writer.write(document, form);
        }
        let kept = self.keep.iter().map(|name| (&**name, record.and_then(|record| raw(record, name)))).collect();
        value(&WithKept { document, kept }, form)
    }
}

impl Documents {
    /// How much a document must say so that its changes can be counted.
    const fn told(&self) -> ChangeDetail {
        match self.detail {
            ChangeDetail::Full => ChangeDetail::Full,
            ChangeDetail::Summary | ChangeDetail::None => ChangeDetail::Summary,
        }
    }
}

impl Done {
    fn reject(&mut self, rejected: &Rejected<'_>, error: &Error) {
        self.tally.reject(error.code());
        rejected.write(&mut self.rejects);
    }
}

/// A document with values that its record had beside the text, as they stood there.
#[derive(Serialize)]
struct WithKept<'a> {
    #[serde(flatten)]
    document: &'a Document,
    #[serde(serialize_with = "in_order")]
    kept: Vec<(&'a str, Option<Box<RawValue>>)>,
}

/// As an object whose keys stand as they were asked for.
fn in_order<S: Serializer>(kept: &[(&str, Option<Box<RawValue>>)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(kept.iter().map(|(name, value)| (name, value)))
}

fn raw(record: &Record<'_>, name: &str) -> Option<Box<RawValue>> {
    RawValue::from_string(record.value(name)?.into_owned()).ok()
}
