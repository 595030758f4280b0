//! A row is the document's JSON.

use std::path::Path;
use std::sync::Arc;

use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, BinaryArray, DictionaryArray, Int64Array, RecordBatch, StringArray};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};
use unspoof::decode::{Charset, Decoded};
use unspoof::formats::arrow::{ParseOptions, clean_batch, document_schema, documents, parse, parse_batch};
use unspoof::{ChangeDetail, Document, Options, Source, run, run_decoded};

use super::{json, nasty};

fn options() -> ParseOptions<'static> {
    let (charset, options) = (Charset::Guess, Options::default());
    ParseOptions { name: "rows", format: "text", charset, captured: None, options, detail: ChangeDetail::Summary }
}

fn samples(detail: ChangeDetail) -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("input");
    let mut paths: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let document = |path: &Path| {
        let (name, bytes) = (path.file_name().unwrap().to_string_lossy(), std::fs::read(path).unwrap());
        let format = if name.ends_with(".html") { "html" } else { "text" };
        let captured = "2026-11-25".parse().unwrap();
        let source = Source { id: None, name: &name, format, bytes: &bytes, captured: Some(&captured) };
        run(&source, &Options::default(), detail).unwrap()
    };
    paths.iter().map(|path| document(path)).collect()
}

#[test]
fn rows_are_the_json_of_documents() {
    for detail in [ChangeDetail::Summary, ChangeDetail::Full, ChangeDetail::None] {
        let samples = samples(detail);
        let batch = documents(&samples).unwrap();
        assert_eq!(batch.schema(), document_schema());
        let expected: Vec<Value> = samples.iter().map(|document| serde_json::to_value(document).unwrap()).collect();
        assert_eq!(json(&batch), expected);
    }
    assert_eq!(documents(&[]).unwrap(), RecordBatch::new_empty(document_schema()));
}

fn document(id: Option<&str>, text: &str) -> Value {
    let source = Source { id, name: "rows", format: "text", bytes: text.as_bytes(), captured: None };
    let document = run_decoded(&source, &Decoded::of_text(text), &Options::default(), ChangeDetail::Summary);
    serde_json::to_value(document).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn texts_become_the_documents_of_run(texts in vec(option::weighted(0.8, nasty::text()), 0..6)) {
        let parsed = parse(&StringArray::from(texts.clone()), None, &options()).unwrap();
        prop_assert!(parsed.errors.is_empty());
        let expected: Vec<Value> = texts.iter().map(|text| text.as_deref().map_or(Value::Null, |text| document(None, text))).collect();
        prop_assert_eq!(rows(parsed.documents), expected);
    }
}

/// The values of a column, as JSON.
fn rows(column: ArrayRef) -> Vec<Value> {
    let batch = RecordBatch::try_from_iter_with_nullable([("column", column, true)]).unwrap();
    json(&batch).iter_mut().map(|row| row["column"].take()).collect()
}

#[test]
fn a_text_that_cannot_be_read_costs_no_other() {
    let bytes =
        BinaryArray::from(vec![Some(&b"Th\xD0\xB5 end"[..]), Some(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), None, Some(b"caf\xE9")]);
    let ids = Int64Array::from(vec![Some(7), Some(8), Some(9), None]);
    let parsed = parse(&bytes, Some(&ids), &options()).unwrap();
    let documents = rows(parsed.documents);
    assert_eq!(documents[0], document(Some("7"), "Th\u{435} end"));
    assert_eq!((&documents[1], &documents[2]), (&Value::Null, &Value::Null));
    assert_eq!((&documents[3]["text"], &documents[3]["source"]["encoding"]), (&json!("café"), &json!("windows-1252")));
    let errors: Vec<(usize, String)> = parsed.errors.iter().map(|(row, error)| (*row, error.to_string())).collect();
    assert_eq!(errors, [(1, "byte 0: expected UTF-8, but found the byte 0x89".to_owned())]);

    let strict = ParseOptions { charset: Charset::Strict, ..options() };
    assert_eq!(parse(&bytes, None, &strict).unwrap().errors[1].0, 3);
    let error = parse(&ids, None, &options()).unwrap_err().to_string();
    assert_eq!(error, "expected a column of text or of bytes, but found Int64");
}

#[test]
fn texts_of_a_dictionary_are_read() {
    let texts = ["Thе end", "Tail"].into_iter().cycle().take(5).collect::<DictionaryArray<Int8Type>>();
    let documents = rows(parse(&texts, None, &options()).unwrap().documents);
    assert_eq!(documents[2], document(None, "Thе end"));
    assert_eq!(documents[3], document(None, "Tail"));
}

#[test]
fn a_batch_keeps_its_columns() {
    let text: ArrayRef = Arc::new(StringArray::from(vec![Some("Thе end"), None]));
    let id: ArrayRef = Arc::new(StringArray::from(vec!["a", "b"]));
    let batch = RecordBatch::try_from_iter([("id", id), ("text", text)]).unwrap();
    let told = json(&clean_batch(&batch, "text", &Options::default(), ChangeDetail::Summary).unwrap());
    assert_eq!((&told[0]["id"], &told[0]["text"], &told[0]["changes"][0]["count"]), (&json!("a"), &json!("The end"), &json!(1)));
    assert_eq!(told[1], json!({"id": "b", "text": null, "changes": null}));

    let parsed = json(&parse_batch(&batch, "text", Some("id"), &options()).unwrap());
    assert_eq!(parsed[0], json!({"id": "a", "text": "Thе end", "document": document(Some("a"), "Thе end"), "error": null}));
    assert_eq!(parsed[1]["document"], Value::Null);

    let message = |column| clean_batch(&batch, column, &Options::default(), ChangeDetail::None).unwrap_err().to_string();
    assert_eq!(message("body"), "expected a column \"body\", but found none of this name");
    let twice = clean_batch(&batch, "text", &Options::default(), ChangeDetail::Full).unwrap();
    let error = clean_batch(&twice, "text", &Options::default(), ChangeDetail::Full).unwrap_err().to_string();
    assert_eq!(error, "expected no column \"changes\", where this is to be added, but found one");
}
