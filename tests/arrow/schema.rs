//! The columns are the keys of the JSON Schema.

use arrow_schema::{DataType, Field};
use serde_json::Value;
use unspoof::document::JSON_SCHEMA;
use unspoof::formats::arrow::{SPARK_DDL, document_schema, document_type, spark_ddl};

const DDL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/document-1.ddl");

#[test]
fn columns_are_the_keys_of_the_json_schema() {
    let schema: Value = serde_json::from_str(JSON_SCHEMA).unwrap();
    let document = Field::new("document", document_type(), true);
    agree(&schema, &schema, &document, "document");
    assert_eq!(DataType::Struct(document_schema().fields().clone()), document_type());
}

/// Holds a column against what the JSON Schema says of its key.
fn agree(schema: &Value, node: &Value, field: &Field, place: &str) {
    let options = node["anyOf"].as_array().map_or_else(|| vec![node], |options| options.iter().collect());
    let options: Vec<&Value> = options.into_iter().map(|node| resolved(schema, node)).collect();
    let node = options.into_iter().find(|node| node["type"] != "null").unwrap();
    let mut types: Vec<&str> = match &node["type"] {
        Value::String(name) => vec![name],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        // What is one of a few strings, or the one string.
        _ => vec!["string"],
    };
    types.retain(|name| *name != "null");
    // PyArrow writes no Parquet where something within a null is not nullable.
    assert!(field.is_nullable(), "{place}");
    match (types[0], field.data_type()) {
        ("string", DataType::Utf8)
        | ("integer", DataType::Int64)
        | ("number", DataType::Float64)
        | ("boolean", DataType::Boolean) => {}
        ("array", DataType::List(item)) => agree(schema, &node["items"], item, &format!("{place}[]")),
        ("object", DataType::Struct(fields)) => {
            let keys: Vec<&str> = node["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            assert_eq!(fields.iter().map(|field| field.name().as_str()).collect::<Vec<_>>(), keys, "{place}");
            for field in fields {
                agree(schema, &node["properties"][field.name()], field, &format!("{place}.{}", field.name()));
            }
        }
        (json, column) => panic!("{place}: {json} in JSON, {column} as a column"),
    }
}

fn resolved<'a>(schema: &'a Value, node: &'a Value) -> &'a Value {
    match node["$ref"].as_str() {
        Some(name) => &schema["$defs"][name.strip_prefix("#/$defs/").unwrap()],
        None => node,
    }
}

/// `UNSPOOF_REGENERATE=1` writes the file anew.
#[test]
fn the_words_for_spark_are_fresh() {
    let ddl = spark_ddl(&document_type()) + "\n";
    if std::env::var_os("UNSPOOF_REGENERATE").is_some() {
        std::fs::write(DDL, &ddl).unwrap();
        return;
    }
    assert_eq!(SPARK_DDL, ddl, "stale: UNSPOOF_REGENERATE=1 cargo test --features arrow --test arrow");
    assert!(ddl.starts_with("STRUCT<`schema`: STRING, `id`: STRING, `source`: STRUCT<`name`: STRING, `bytes`: BIGINT,"), "{ddl}");
}
