//! A column of texts becomes a column of documents.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use arrow_cast::cast;
use arrow_schema::{DataType, Field, Schema};
use serde::Serialize;

use super::rows::Rows;
use super::schema::document_type;
use crate::clean::Options;
use crate::decode::{Charset, Decoded};
use crate::document::{Captured, ChangeDetail, Document, Source};
use crate::error::Error;
use crate::run_decoded;

/// What is said of the texts of a column, and how they are read.
#[derive(Clone, Copy, Debug)]
pub struct ParseOptions<'a> {
    /// What the documents' source is called.
    pub name: &'a str,
    /// The format of each: `text`, or what names a [`Markup`](crate::markup::Markup).
    pub format: &'a str,
    /// How bytes are decoded. Of no interest to columns of text.
    pub charset: Charset,
    /// When the pages were captured.
    pub captured: Option<&'a Captured>,
    /// Which rules run.
    pub options: Options,
    /// How much a document says about what was changed.
    pub detail: ChangeDetail,
}

/// A column that was parsed.
#[derive(Debug)]
pub struct ParsedColumn {
    /// The documents, of [`document_type`]; null where the text is null or cannot be read.
    pub documents: ArrayRef,
    /// Why there is no document where there is a text, by row, in order.
    pub errors: Vec<(usize, Error)>,
}

/// Makes a document of each text of a column, which holds text or bytes. `ids` are the documents' own ids, text or numbers, with nulls
/// where there is none.
///
/// Fails where a column has another type, or the documents come to more than 2 GiB. A text that cannot be decoded is no failure.
pub fn parse(texts: &dyn Array, ids: Option<&dyn Array>, how: &ParseOptions<'_>) -> Result<ParsedColumn, Error> {
    #[derive(Serialize)]
    struct Row {
        document: Option<Document>,
    }
    let column = Texts::of(texts)?;
    let ids = ids.map(|ids| cast(ids, &DataType::Utf8View)).transpose()?;
    let ids = ids.as_ref().map(|ids| ids.as_string_view());
    let mut rows = Rows::new(Arc::new(Schema::new(vec![Field::new("document", document_type(), true)])))?;
    let mut errors = Vec::new();
    for row in 0..texts.len() {
        let id = ids.filter(|ids| row < ids.len() && ids.is_valid(row)).map(|ids| ids.value(row));
        let document = column.document(row, id, how).transpose().unwrap_or_else(|error| {
            errors.push((row, error));
            None
        });
        rows.push(&Row { document })?;
    }
    Ok(ParsedColumn { documents: rows.finish_column()?, errors })
}

/// The texts of a column, decoded or not. Views cost no copy of what they show.
enum Texts {
    Text(ArrayRef),
    Bytes(ArrayRef),
}

impl Texts {
    fn of(texts: &dyn Array) -> Result<Self, Error> {
        let held = match texts.data_type() {
            DataType::Dictionary(_, values) => values,
            other => other,
        };
        match held {
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => Ok(Self::Text(cast(texts, &DataType::Utf8View)?)),
            DataType::Binary | DataType::LargeBinary | DataType::BinaryView => {
                Ok(Self::Bytes(cast(texts, &DataType::BinaryView)?))
            }
            other => Err(Error::other(format!("expected a column of text or of bytes, but found {other}"))),
        }
    }

    /// The document of a row; nothing where the row is null.
    fn document(&self, row: usize, id: Option<&str>, how: &ParseOptions<'_>) -> Option<Result<Document, Error>> {
        let source = |bytes| Source { id, name: how.name, format: how.format, bytes, captured: how.captured };
        let made = |source: &Source<'_>, decoded: &Decoded<'_>| run_decoded(source, decoded, &how.options, how.detail);
        match self {
            Self::Text(texts) => {
                let text = texts.is_valid(row).then(|| texts.as_string_view().value(row))?;
                Some(Ok(made(&source(text.as_bytes()), &Decoded::of_text(text))))
            }
            Self::Bytes(texts) => {
                let source = source(texts.is_valid(row).then(|| texts.as_binary_view().value(row))?);
                Some(source.decode(how.charset).map(|decoded| made(&source, &decoded)))
            }
        }
    }
}
