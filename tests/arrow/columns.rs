//! A cleaned column holds what `clean` makes of each text.

use std::sync::Arc;

use arrow_array::builder::StringDictionaryBuilder;
use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{Array, ArrayRef, Int64Array, LargeStringArray, ListArray, RecordBatch, StringArray, StringViewArray};
use arrow_schema::DataType;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};
use unspoof::formats::arrow::clean;
use unspoof::{ChangeDetail, Options, document};

use super::nasty;

/// The texts in each type that a column of text can have.
fn columns(texts: &[Option<String>]) -> Vec<ArrayRef> {
    let texts: Vec<Option<&str>> = texts.iter().map(Option::as_deref).collect();
    let mut dictionary = StringDictionaryBuilder::<Int32Type>::new();
    dictionary.extend(texts.iter().copied());
    // A dictionary may hold what no row refers to.
    dictionary.append("а lone раypal").unwrap();
    vec![
        Arc::new(StringArray::from(texts.clone())),
        Arc::new(LargeStringArray::from(texts.clone())),
        Arc::new(texts.iter().copied().collect::<StringViewArray>()),
        Arc::new(dictionary.finish().slice(0, texts.len())),
    ]
}

fn texts(column: &ArrayRef) -> Vec<Option<String>> {
    let plain = arrow_cast::cast(column, &DataType::Utf8).unwrap();
    plain.as_string::<i32>().iter().map(|text| text.map(str::to_owned)).collect()
}

/// The changes of each row, as JSON.
fn changes(column: &ArrayRef) -> Vec<Value> {
    let batch = RecordBatch::try_from_iter_with_nullable([("changes", column.clone(), true)]).unwrap();
    super::json(&batch).iter_mut().map(|row| row["changes"].take()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn each_text_is_what_clean_makes_of_it(
        given in vec(option::weighted(0.8, nasty::text()), 0..8), options in nasty::options(), from in 0usize..3,
    ) {
        let from = from.min(given.len());
        for column in columns(&given) {
            let column = column.slice(from, given.len() - from);
            let cleaned = clean(&column, &options, ChangeDetail::Full).unwrap();
            let one = |text: &Option<String>| text.as_deref().map(|text| unspoof::clean(text, &options).into_text().into_owned());
            let told = |text: &Option<String>| text.as_deref().map(|text| document::changes(&unspoof::clean(text, &options), ChangeDetail::Full));
            prop_assert_eq!(cleaned.texts.data_type(), column.data_type());
            prop_assert_eq!(texts(&cleaned.texts), given[from..].iter().map(one).collect::<Vec<_>>());
            let expected = given[from..].iter().map(|text| serde_json::to_value(told(text)).unwrap()).collect::<Vec<_>>();
            prop_assert_eq!(changes(&cleaned.changes.unwrap()), expected);
        }
    }
}

#[test]
fn an_unchanged_column_is_handed_back() {
    let given = [Some("Nothing wrong here.".to_owned()), None, Some("Всё в порядке.".to_owned())];
    for column in &columns(&given)[..3] {
        let cleaned = clean(column, &Options::default(), ChangeDetail::Summary).unwrap();
        assert!(Arc::ptr_eq(&cleaned.texts, column));
        assert_eq!(changes(&cleaned.changes.unwrap()), [json!([]), json!(null), json!([])]);
        assert!(clean(column, &Options::default(), ChangeDetail::None).unwrap().changes.is_none());
    }
}

#[test]
fn changes_are_told_as_in_a_document() {
    let column: ArrayRef = Arc::new(StringArray::from(vec!["Thе tеa is hot."]));
    let told = clean(&column, &Options::default(), ChangeDetail::Summary).unwrap().changes.unwrap();
    assert_eq!(told.as_any().downcast_ref::<ListArray>().unwrap().len(), 1);
    let [change] = &changes(&told)[..] else { panic!("one row") };
    assert_eq!((&change[0]["from"], &change[0]["to"], &change[0]["count"]), (&json!("е"), &json!("e"), &json!(2)));
}

#[test]
fn what_is_no_text_is_refused() {
    let column: ArrayRef = Arc::new(Int64Array::from(vec![1]));
    let error = clean(&column, &Options::default(), ChangeDetail::None).unwrap_err().to_string();
    assert_eq!(error, "expected a column of text, but found Int64");
}
