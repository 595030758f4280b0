//! The columns of `unspoof.document/1`. They follow the JSON Schema key by key, which a test holds against it.
//!
//! Whole numbers are `Int64`, as Spark knows no unsigned ones. What is never null in JSON is not nullable here.

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
        text("detail").or_null(),
        whole("count"),
        offsets("span").or_null(),
        offsets("source").or_null(),
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
        text("title").or_null(),
        whole("declared_answers").or_null(),
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
        text("captured_at").or_null(),
    ])
}

fn language() -> Field {
    field("language", object([text("code"), field("confidence", DataType::Float64)])).or_null()
}

fn post() -> DataType {
    let date = object([text("raw"), text("earliest").or_null(), text("latest").or_null(), text("precision").or_null()]);
    let block = object([text("type"), text("label").or_null(), text("text"), offsets("span"), offsets("source")]);
    object([
        text("id"),
        text("role"),
        text("text"),
        text("author").or_null(),
        field("date", date).or_null(),
        whole("score").or_null(),
        field("accepted", DataType::Boolean).or_null(),
        whole("parent").or_null(),
        language(),
        offsets("span"),
        offsets("source"),
        list("sections", object([text("heading").or_null(), whole("level"), list("blocks", block)])),
    ])
}

fn finding() -> DataType {
    object([
        text("rule"),
        text("certainty"),
        text("text"),
        text("names"),
        text("evidence"),
        text("detail").or_null(),
        offsets("span"),
        offsets("source"),
    ])
}

fn object<const N: usize>(fields: [Field; N]) -> DataType {
    DataType::Struct(Fields::from_iter(fields))
}

fn field(name: &str, data_type: DataType) -> Field {
    Field::new(name, data_type, false)
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

trait OrNull {
    fn or_null(self) -> Self;
}

impl OrNull for Field {
    fn or_null(self) -> Self {
        self.with_nullable(true)
    }
}

/// A type in the words of Spark SQL. Spark is told of no column that it is never null: it would believe that of rows without a
/// document, too.
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
