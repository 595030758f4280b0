//! A column of a batch that has others.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use arrow_schema::{Field, Schema};

use super::{ParseOptions, clean, parse};
use crate::clean::Options;
use crate::document::ChangeDetail;
use crate::error::Error;

/// The batch with `column` cleaned, and a last column `changes` where changes are asked for.
pub fn clean_batch(batch: &RecordBatch, column: &str, options: &Options, detail: ChangeDetail) -> Result<RecordBatch, Error> {
    let place = place(batch, column)?;
    let cleaned = clean(batch.column(place), options, detail)?;
    let mut columns = batch.columns().to_vec();
    if let Some(texts) = columns.get_mut(place) {
        *texts = cleaned.texts;
    }
    with(batch, columns, cleaned.changes.map(|changes| ("changes", changes)))
}

/// The batch with two more columns: `document`, and `error`, which says why there is none. `id` names the column of the documents' own
/// ids.
pub fn parse_batch(batch: &RecordBatch, column: &str, id: Option<&str>, how: &ParseOptions<'_>) -> Result<RecordBatch, Error> {
    let texts = batch.column(place(batch, column)?);
    let ids = id.map(|id| place(batch, id)).transpose()?.map(|place| &**batch.column(place));
    let parsed = parse(texts, ids, how)?;
    let mut errors: Vec<Option<String>> = vec![None; batch.num_rows()];
    for (row, error) in parsed.errors {
        if let Some(place) = errors.get_mut(row) {
            *place = Some(error.to_string());
        }
    }
    let errors: ArrayRef = Arc::new(StringArray::from(errors));
    with(batch, batch.columns().to_vec(), [("document", parsed.documents), ("error", errors)])
}

fn place(batch: &RecordBatch, column: &str) -> Result<usize, Error> {
    let found = batch.schema().index_of(column);
    found.map_err(|_| Error::other(format!("expected a column {column:?}, but found none of this name")))
}

/// The batch with these columns in the place of its own, and some more.
fn with<'n>(
    batch: &RecordBatch,
    mut columns: Vec<ArrayRef>,
    more: impl IntoIterator<Item = (&'n str, ArrayRef)>,
) -> Result<RecordBatch, Error> {
    let schema = batch.schema();
    let mut fields = schema.fields().to_vec();
    for (name, column) in more {
        if schema.field_with_name(name).is_ok() {
            return Err(Error::other(format!("expected no column {name:?}, where this is to be added, but found one")));
        }
        fields.push(Arc::new(Field::new(name, column.data_type().clone(), true)));
        columns.push(column);
    }
    Ok(RecordBatch::try_new(Arc::new(Schema::new_with_metadata(fields, schema.metadata().clone())), columns)?)
}
