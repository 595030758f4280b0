//! The columns of `unspoof.document/1`. They follow the JSON Schema key by key, which a test holds against it.
//!
//! Whole numbers are `Int64`, as Spark knows no unsigned ones. All may be null, though most never are in JSON: where a document or a
//! language is null, so are its columns, and what PyArrow writes to Parquet and Spark plans by would be refused or believed.

use std::fmt::Write;
use std::sync::Arc;

use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef};

/// The same as one Spark SQL type, for a column of documents, such as `mapInArrow` asks for.
pub const SPARK_DDL: &str = include_str!("../../../schema/document-1.ddl");

/// The schema of a batch of documents.
pub fn document_schema() -> SchemaRef {
    Arc::new(Schema::new(document()))
}

/// The type of a column of documents.
pub fn document_type() -> DataType {
    DataType::Struct(document())
}

/// The type of one change.
pub fn change_type() -> DataType {
    object([
        text("from"),
        text("to"),
        list("names", DataType::Utf8),
        text("rule"),
        list("rules", DataType::Utf8),
        text("certainty"),
        text("evidence"),
        text("detail"),
        whole("count"),
        offsets("span"),
        offsets("source"),
    ])
}

fn document() -> Fields {
    Fields::from_iter([
        text("schema"),
        text("id"),
        field("source", source()),
        field("versions", object([text("unspoof"), text("unicode"), text("data")])),
        language(),
        text("kind"),
        text("title"),
        whole("declared_answers"),
        whole("found_answers"),
        text("text"),
        list("posts", post()),
        list("links", object([text("text"), text("href"), offsets("span"), offsets("source")])),
        list("dropped", object([text("text"), text("reason"), offsets("span"), offsets("source")])),
        list("changes", change_type()),
        list("findings", finding()),
        list("warnings", object([text("code"), text("message")])),
    ])
}

fn source() -> DataType {
    object([
        text("name"),
        whole("bytes"),
        text("sha256"),
        text("encoding"),
        field("bom", DataType::Boolean),
        text("format"),
        text("captured_at"),
    ])
}

fn language() -> Field {
    field("language", object([text("code"), field("confidence", DataType::Float64)]))
}

fn post() -> DataType {
    let date = object([text("raw"), text("earliest"), text("latest"), text("precision")]);
    let block = object([text("type"), text("label"), text("text"), offsets("span"), offsets("source")]);
    object([
        text("id"),
        text("role"),
        text("text"),
        text("author"),
        field("date", date),
        whole("score"),
        field("accepted", DataType::Boolean),
        whole("parent"),
        language(),
        offsets("span"),
        offsets("source"),
        list("sections", object([text("heading"), whole("level"), list("blocks", block)])),
    ])
}

fn finding() -> DataType {
    object([
        text("rule"),
        text("certainty"),
        text("text"),
        text("names"),
        text("evidence"),
        text("detail"),
        offsets("span"),
        offsets("source"),
    ])
}

fn object<const N: usize>(fields: [Field; N]) -> DataType {
    DataType::Struct(Fields::from_iter(fields))
}

fn field(name: &str, data_type: DataType) -> Field {
    Field::new(name, data_type, true)
}

fn text(name: &str) -> Field {
    field(name, DataType::Utf8)
}

fn whole(name: &str) -> Field {
    field(name, DataType::Int64)
}

fn offsets(name: &str) -> Field {
    field(name, object([whole("start"), whole("end")]))
}

fn list(name: &str, of: DataType) -> Field {
    field(name, DataType::List(Arc::new(field(Field::LIST_FIELD_DEFAULT_NAME, of))))
}

/// A type in the words of Spark SQL.
pub fn spark_ddl(data_type: &DataType) -> String {
    match data_type {
        DataType::Boolean => "BOOLEAN".to_owned(),
        DataType::Int64 => "BIGINT".to_owned(),
        DataType::Float64 => "DOUBLE".to_owned(),
        DataType::List(item) => format!("ARRAY<{}>", spark_ddl(item.data_type())),
        DataType::Struct(fields) => {
            let mut ddl = String::from("STRUCT<");
            for (at, field) in fields.iter().enumerate() {
                let comma = if at > 0 { ", " } else { "" };
                // Names such as `from` and `end` are words of SQL.
                let _ = write!(ddl, "{comma}`{}`: {}", field.name(), spark_ddl(field.data_type()));
            }
            ddl.push('>');
            ddl
        }
        _ => "STRING".to_owned(),
    }
}
