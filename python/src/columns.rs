//! Functions of columns, handed over through Arrow's C interfaces without a copy.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchIterator, RecordBatchReader, new_empty_array};
use arrow_schema::{ArrowError, Field};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3_arrow::error::PyArrowError;
use pyo3_arrow::input::{AnyArray, AnyRecordBatch};
use pyo3_arrow::{PyArray, PyChunkedArray, PyRecordBatch, PyRecordBatchReader, PySchema, PyTable};
use unspoof::decode::Charset;
use unspoof::document::Captured;
use unspoof::formats::arrow::{self, ParseOptions};
use unspoof::{ChangeDetail, Error, Options};

use crate::arguments::{self, Names};
use crate::error::{expected, raised};

/// Cleans a column of texts.
///
/// Without `column`, `data` is an array or a chunked array of texts; what comes back has the same type and shape. With it, `data` is a
/// record batch, a table or a stream of batches, and comes back with this column cleaned and all others as they are. A stream is
/// read as the result is. Anything that speaks the Arrow PyCapsule interface will do; for an object of pyarrow an object of pyarrow
/// comes back, for others one that speaks the interface. Nulls stay null, and an array in which nothing changes is not copied.
///
/// `changes` (`summary` or `full`) adds a column `changes`: for each text the list that a document has. The other arguments are
/// those of `clean`.
#[pyfunction]
#[pyo3(signature = (data, column=None, *, changes="none", select=None, ignore=None, level="likely"))]
pub fn clean_arrow<'py>(
    data: Bound<'py, PyAny>,
    column: Option<String>,
    changes: &str,
    select: Option<Names>,
    ignore: Option<Names>,
    level: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let options = arguments::options(select, ignore, level)?;
    let detail = arguments::detail(changes)?;
    match column {
        Some(column) => batches(&data, move |batch| arrow::clean_batch(batch, &column, &options, detail)),
        None if detail != ChangeDetail::None => Err(expected("expected a column beside which changes can stand, but found none")),
        None => arrays(&data, |texts| Ok(arrow::clean(texts, &options, detail)?.texts)),
    }
}

/// Makes documents of a column of texts, or of bytes, which are decoded.
///
/// Without `column`, `data` is an array or a chunked array, and so is what comes back: of structs, null where the text is. A text that
/// cannot be decoded is an error. With `column`, `data` is a record batch, a table or a stream of batches, and comes back with two more columns:
/// `document`, and `error`, which says why there is none. `id` names the column with the documents' own ids.
///
/// The other arguments are those of `parse`, and `data` is taken as `clean_arrow` does.
#[pyfunction]
#[pyo3(signature = (data, column=None, *, id=None, format="text", name="-", captured_at=None, encoding=None, changes="summary", select=None, ignore=None, level="likely"))]
#[expect(clippy::too_many_arguments, reason = "they are Python's keyword arguments")]
pub fn parse_arrow<'py>(
    data: Bound<'py, PyAny>,
    column: Option<String>,
    id: Option<String>,
    format: &str,
    name: &str,
    captured_at: Option<&str>,
    encoding: Option<&str>,
    changes: &str,
    select: Option<Names>,
    ignore: Option<Names>,
    level: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let how = How {
        name: name.to_owned(),
        format: arguments::format(format)?.to_owned(),
        captured: arguments::captured(data.py(), captured_at)?,
        charset: arguments::charset(data.py(), encoding)?,
        options: arguments::options(select, ignore, level)?,
        detail: arguments::detail(changes)?,
    };
    match (column, id) {
        (Some(column), id) => batches(&data, move |batch| arrow::parse_batch(batch, &column, id.as_deref(), &how.borrowed())),
        (None, Some(_)) => Err(expected("expected a column of texts beside the one of ids, but found none")),
        (None, None) => arrays(&data, |texts| {
            let parsed = arrow::parse(texts, None, &how.borrowed())?;
            match parsed.errors.into_iter().next() {
                Some((row, error)) => Err(error.in_record(row as u64 + 1)),
                None => Ok(parsed.documents),
            }
        }),
    }
}

/// [`ParseOptions`] that a stream can keep.
struct How {
    name: String,
    format: String,
    captured: Option<Captured>,
    charset: Charset,
    options: Options,
    detail: ChangeDetail,
}

impl How {
    fn borrowed(&self) -> ParseOptions<'_> {
        let Self { charset, options, detail, .. } = *self;
        ParseOptions { name: &self.name, format: &self.format, captured: self.captured.as_ref(), charset, options, detail }
    }
}

/// The Arrow schema of documents: `pyarrow.schema(unspoof.document_schema())`.
#[pyfunction]
pub fn document_schema() -> PySchema {
    PySchema::new(arrow::document_schema())
}

/// Does something to each array of `data`.
fn arrays<'py>(
    data: &Bound<'py, PyAny>,
    work: impl Fn(&ArrayRef) -> Result<ArrayRef, Error> + Send + Sync,
) -> PyResult<Bound<'py, PyAny>> {
    let py = data.py();
    let given: AnyArray = data.extract()?;
    let is_chunked = matches!(given, AnyArray::Stream(_));
    let field = given.field()?;
    let reader = given.into_reader()?;
    let done = py.detach(|| {
        // What becomes of no text tells the type.
        let none = work(&new_empty_array(field.data_type()))?;
        let mut rows = 0;
        let done = reader.map(|array| {
            let array = array?;
            let before = rows;
            rows += array.len() as u64;
            work(&array).map_err(|error| match error.record() {
                Some(record) => error.in_record(before + record),
                None => error,
            })
        });
        Ok((none, done.collect::<Result<Vec<_>, Error>>()?))
    });
    let (none, mut done) = done.map_err(|error| raised(py, &error))?;
    let field = Arc::new(Field::new(field.name(), none.data_type().clone(), true));
    if is_chunked {
        return handed(data, PyChunkedArray::try_new(done, field)?, "chunked_array");
    }
    handed(data, PyArray::try_new(done.pop().unwrap_or(none), field).map_err(PyArrowError::from)?, "array")
}

/// Does something to each batch of `data`.
fn batches<'py>(
    data: &Bound<'py, PyAny>,
    work: impl Fn(&RecordBatch) -> Result<RecordBatch, Error> + Send + Sync + 'static,
) -> PyResult<Bound<'py, PyAny>> {
    let py = data.py();
    let given: AnyRecordBatch = data.extract()?;
    let is_batch = matches!(given, AnyRecordBatch::RecordBatch(_));
    let reader = given.into_reader()?;
    // What becomes of no row tells the schema.
    let none = work(&RecordBatch::new_empty(reader.schema())).map_err(|error| raised(py, &error))?;
    // What knows its length is there already, and comes back whole.
    if !is_batch && !data.hasattr("__len__")? {
        let batches = reader.map(move |batch| work(&batch?).map_err(|error| ArrowError::ExternalError(Box::new(error))));
        let batches = RecordBatchIterator::new(batches, none.schema());
        return handed(data, PyRecordBatchReader::new(Box::new(batches)), "RecordBatchReader.from_stream");
    }
    let done = py.detach(|| reader.map(|batch| work(&batch?)).collect::<Result<Vec<_>, Error>>());
    let mut done = done.map_err(|error| raised(py, &error))?;
    if is_batch {
        return handed(data, PyRecordBatch::new(done.pop().unwrap_or(none)), "record_batch");
    }
    handed(data, PyTable::try_new(done, none.schema())?, "table")
}

/// Hands `made` over: through `maker` of pyarrow, where `data` came from there.
fn handed<'py>(data: &Bound<'py, PyAny>, made: impl IntoPyObject<'py>, maker: &str) -> PyResult<Bound<'py, PyAny>> {
    let made = made.into_bound_py_any(data.py())?;
    if !data.get_type().module()?.to_cow()?.starts_with("pyarrow") {
        return Ok(made);
    }
    let pyarrow = data.py().import("pyarrow")?.into_any();
    maker.split('.').try_fold(pyarrow, |object, name| object.getattr(name))?.call1((made,))
}
