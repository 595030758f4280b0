//! Arrow: columns of texts in, columns of clean texts and of documents out.
//!
//! [`clean()`] cleans a column, [`parse()`] makes documents of one, and [`clean_batch`] and [`parse_batch`] do so with a column of a
//! batch that has others, which stay. [`documents`] puts documents into a batch. The columns of a document are the keys of its JSON, nested alike ([`document_schema`]): a row written as JSON is the document's JSON.
//!
//! Texts may be `Utf8`, `LargeUtf8`, `Utf8View`, or a dictionary of these; nulls stay null. A column in which nothing changes is
//! handed back as it is, not copied.

mod batches;
mod clean;
mod parse;
mod rows;
mod schema;

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;

pub use batches::{clean_batch, parse_batch};
pub use clean::{CleanColumn, clean};
pub use parse::{ParseOptions, ParsedColumn, parse};
pub use schema::{SPARK_DDL, change_type, document_schema, document_type, spark_ddl};

use crate::document::Document;
use crate::error::Error;
use rows::Rows;

/// One row for each document. Fails where they come to more than 2 GiB, the most that a column of a batch can hold.
pub fn documents(documents: &[Document]) -> Result<RecordBatch, Error> {
    let mut rows = Rows::new(document_schema())?;
    for document in documents {
        rows.push(document)?;
    }
    rows.finish()
}

impl From<ArrowError> for Error {
    fn from(error: ArrowError) -> Self {
        Self::other(error.to_string())
    }
}
