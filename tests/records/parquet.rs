//! Parquet.

use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray, Int64Array, LargeStringArray, RecordBatch, StringArray, StringViewArray};
use parquet::arrow::ArrowWriter;
use unspoof::formats::records::{Kind, LIMIT, Position, Reader};

use super::{FIELDS, can_be_read_from_any_chunk, file, whole};

fn table(name: &str, text: ArrayRef, ids: Vec<Option<i64>>) -> PathBuf {
    let ids: ArrayRef = Arc::new(Int64Array::from(ids));
    let batch = RecordBatch::try_from_iter_with_nullable([("id", ids, true), ("text", text, true)]).unwrap();
    let path = file(name, b"");
    let mut writer = ArrowWriter::try_new(File::create(&path).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    path
}

#[test]
fn all_columns_of_text_are_read() {
    let texts = [Some("one"), None, Some("one")];
    let columns: [ArrayRef; 4] = [
        Arc::new(StringArray::from_iter(texts)),
        Arc::new(LargeStringArray::from_iter(texts)),
        Arc::new(StringViewArray::from_iter(texts)),
        Arc::new(DictionaryArray::<Int32Type>::from_iter(texts)),
    ];
    for (at, column) in columns.into_iter().enumerate() {
        let path = table(&format!("texts-{at}.parquet"), column, vec![Some(7), None, None]);
        assert_eq!(
            whole(&path, Kind::Parquet),
            ["1 0 7 one", "record 2, byte 0: expected a string in the field \"text\", but found another JSON value", "3 0 - one",]
        );
        let chunk = Reader::open(Some(&path), Kind::Parquet, "text", Position::START, LIMIT).unwrap().next().unwrap().unwrap();
        assert_eq!(chunk.batch().unwrap().num_rows(), 3);
        let record = chunk.records(FIELDS).next().unwrap().unwrap();
        assert_eq!((record.value("id").as_deref(), record.value("none")), (Some("7"), None));
        let mut row = Vec::new();
        record.write_row("text", Some("two"), &mut row);
        record.write_row("text", None, &mut row);
        assert_eq!(row, b"{\"id\":7,\"text\":\"two\"}\n{\"id\":7,\"text\":\"one\"}\n");
    }
}

#[test]
fn a_column_is_named_where_there_is_none() {
    let path = table("other.parquet", Arc::new(StringArray::from_iter_values(["a"])), vec![Some(1)]);
    let open = |field: &str| Reader::open(Some(&path), Kind::Parquet, field, Position::START, LIMIT).err().unwrap().to_string();
    assert_eq!(open("body"), "expected a column \"body\", but found only id, text");
    assert_eq!(open("id"), "expected text in the column \"id\", but found another type");
    let not = file("not.parquet", b"no table at all");
    assert!(whole(&not, Kind::Parquet)[0].starts_with("cannot read it as Parquet: "));
}

#[test]
fn a_text_that_stands_once_in_the_file_is_once_in_memory() {
    // A megabyte in every one of many rows, which the file has once.
    let (keys, text) = (vec![0; 2_000], "x".repeat(1 << 20));
    let texts = DictionaryArray::<Int32Type>::try_new(keys.into(), Arc::new(StringArray::from_iter_values([text]))).unwrap();
    let path = table("same.parquet", Arc::new(texts), vec![None; 2_000]);
    let reader = Reader::open(Some(&path), Kind::Parquet, "text", Position::START, LIMIT).unwrap();
    let counts = reader.map(|chunk| chunk.unwrap().records(FIELDS).filter(Result::is_ok).count()).collect::<Vec<_>>();
    assert_eq!(counts.iter().sum::<usize>(), 2_000);
    // Whoever writes a chunk out has no more than some megabytes of it.
    assert!(counts.iter().all(|&count| count <= 4));
}

#[test]
fn reading_begins_again_between_chunks() {
    let texts = (0..30_000).map(|n| format!("text {n} {}", "x".repeat(n % 100)));
    let path = table("many.parquet", Arc::new(StringArray::from_iter_values(texts)), (0..30_000).map(Some).collect());
    can_be_read_from_any_chunk(&path, Kind::Parquet);
    // Few rows are many bytes: what is read at a time comes in several chunks.
    let long = "x".repeat(900_000);
    let texts = (0..300).map(|n| if n % 7 < 3 { long.clone() } else { format!("text {n}") });
    let path = table("repeated.parquet", Arc::new(StringArray::from_iter_values(texts)), (0..300).map(Some).collect());
    can_be_read_from_any_chunk(&path, Kind::Parquet);
}
