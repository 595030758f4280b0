//! A column of texts becomes the same column, clean.

use std::borrow::Cow;
use std::sync::Arc;

use arrow_array::array::AnyDictionaryArray;
use arrow_array::builder::{LargeStringBuilder, StringBuilder, StringLikeArrayBuilder, StringViewBuilder};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, StringArrayType};
use arrow_schema::{DataType, Field, Schema};
use serde::Serialize;

use super::rows::Rows;
use super::schema::change_type;
use crate::clean::{self, Options};
use crate::document::{self, Change, ChangeDetail};
use crate::error::Error;

/// A column that was cleaned.
#[derive(Clone, Debug)]
pub struct CleanColumn {
    /// The texts: of the same type, null where they were null. The very array that came in, where nothing changed.
    pub texts: ArrayRef,
    /// For each text the list of its changes, null where the text is; nothing where they were not asked for.
    pub changes: Option<ArrayRef>,
}

/// Cleans each text of a column. Fails where the column does not hold text, or the clean one would have more than 2 GiB with 32-bit
/// offsets.
pub fn clean(texts: &ArrayRef, options: &Options, detail: ChangeDetail) -> Result<CleanColumn, Error> {
    let cleaned = values(texts, options, detail)?;
    let changes = (detail != ChangeDetail::None).then(|| changes(texts, &cleaned.changes)).transpose()?;
    Ok(CleanColumn { texts: cleaned.texts.unwrap_or_else(|| texts.clone()), changes })
}

/// What became of the values of an array; of a dictionary, of those that its rows choose from.
struct Values {
    /// Nothing where no text changed.
    texts: Option<ArrayRef>,
    changes: Vec<Vec<Change>>,
}

fn values(texts: &ArrayRef, options: &Options, detail: ChangeDetail) -> Result<Values, Error> {
    match texts.data_type() {
        DataType::Utf8 => strings::<_, StringBuilder>(texts.as_string::<i32>(), options, detail, i32::MAX as usize),
        DataType::LargeUtf8 => strings::<_, LargeStringBuilder>(texts.as_string::<i64>(), options, detail, usize::MAX),
        DataType::Utf8View => strings::<_, StringViewBuilder>(texts.as_string_view(), options, detail, usize::MAX),
        DataType::Dictionary(_, _) => {
            let dictionary = texts.as_any_dictionary();
            let cleaned = values(dictionary.values(), options, detail)?;
            Ok(Values { texts: cleaned.texts.map(|values| dictionary.with_values(values)), ..cleaned })
        }
        other => Err(Error::other(format!("expected a column of text, but found {other}"))),
    }
}

fn strings<'a, A, B>(texts: A, options: &Options, detail: ChangeDetail, limit: usize) -> Result<Values, Error>
where
    A: StringArrayType<'a>,
    B: StringLikeArrayBuilder,
{
    let mut changes = Vec::new();
    // In the order of the rows.
    let mut changed: Vec<(usize, String)> = Vec::new();
    let mut length = 0;
    for (row, text) in texts.iter().enumerate() {
        let text = text.unwrap_or_default();
        let clean = if detail == ChangeDetail::None {
            clean::clean_text(text, options)
        } else {
            let cleaned = clean::clean(text, options);
            changes.push(document::changes(&cleaned, detail));
            cleaned.into_text()
        };
        length += clean.len();
        if let Cow::Owned(clean) = clean {
            changed.push((row, clean));
        }
    }
    if changed.is_empty() {
        return Ok(Values { texts: None, changes });
    }
    if length > limit {
        return Err(Error::other("expected a column whose clean text fits 32-bit offsets, but found more than 2 GiB"));
    }
    let mut clean = B::with_capacity(texts.len());
    let mut changed = changed.iter().peekable();
    for (row, text) in texts.iter().enumerate() {
        match (changed.next_if(|(at, _)| *at == row), text) {
            (Some((_, text)), _) => clean.append_value(text),
            (None, Some(text)) => clean.append_value(text),
            (None, None) => clean.append_null(),
        }
    }
    Ok(Values { texts: Some(Arc::new(clean.finish())), changes })
}

/// The changes of each row, as a column.
fn changes(texts: &ArrayRef, by_value: &[Vec<Change>]) -> Result<ArrayRef, Error> {
    #[derive(Serialize)]
    struct Row<'a> {
        changes: Option<&'a [Change]>,
    }
    let list = DataType::List(Arc::new(Field::new(Field::LIST_FIELD_DEFAULT_NAME, change_type(), true)));
    let mut rows = Rows::new(Arc::new(Schema::new(vec![Field::new("changes", list, true)])))?;
    let nulls = texts.logical_nulls();
    let keys = texts.as_any_dictionary_opt().filter(|_| !by_value.is_empty()).map(AnyDictionaryArray::normalized_keys);
    for row in 0..texts.len() {
        let is_null = nulls.as_ref().is_some_and(|nulls| nulls.is_null(row));
        let value = keys.as_ref().map_or(Some(row), |keys| keys.get(row).copied()).filter(|_| !is_null);
        rows.push(&Row { changes: value.and_then(|value| by_value.get(value)).map(Vec::as_slice) })?;
    }
    rows.finish_column()
}
